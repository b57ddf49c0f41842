/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below the plot: how calculated values were calculated, and the articles
 * that the marks were taken from, by the numbers that stand at the marks. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>

#include "tl-labels.h"

#define MAX_FORMULAS 3
/* Of a line of small text, in its size. */
#define LINE_HEIGHT 1.45

#define TWO_COLUMNS_FROM 1000.0

/**
 * tl_chart_draft_number_sources:
 * @self: a draft whose marks are in order
 *
 * Numbers the articles in the order in which the marks lead to them.
 */
void
tl_chart_draft_number_sources (TlChartDraft *self)
{
  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const TlMark *mark = &g_array_index (self->scene->marks, TlMark, i);
      GPtrArray *reports = tl_series_get_point (self->scene->series, mark->point)->reports;

      for (guint j = 0; j < reports->len; j++)
        {
          gint64 id = tl_report_get_article_id (reports->pdata[j]);

          if (g_hash_table_contains (self->source_numbers, &id))
            continue;
          g_ptr_array_add (self->sources, reports->pdata[j]);
          g_hash_table_insert (self->source_numbers, g_memdup2 (&id, sizeof id),
                               GUINT_TO_POINTER (self->sources->len));
        }
    }
}

/* ---- notes ---- */

static char *
dup_formulas (TlChartDraft *self)
{
  g_autoptr(GString) formulas = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < tl_series_get_n_points (self->scene->series); i++)
    {
      const TlPoint *point = tl_series_get_point (self->scene->series, i);

      if (point->formula == NULL || ++n > MAX_FORMULAS)
        continue;
      if (n > 1)
        g_string_append (formulas, "; ");
      /* Translators: a year and how its value was calculated */
      g_string_append_printf (formulas, C_("formula", "%d: %s"), point->start.year, point->formula);
    }
  if (n == 0)
    return NULL;
  if (n > MAX_FORMULAS)
    {
      g_autofree char *more = tl_chart_dup_more (n - MAX_FORMULAS);

      g_string_append_printf (formulas, "; %s", more);
    }
  /* Translators: a note below the chart; the asterisk stands at the calculated values */
  return g_strdup_printf (_("* Calculated from reported changes. %s"), formulas->str);
}

/* ---- sources ---- */

/* Of a title that is listed: more than any line holds, but not a file's worth of text. */
#define MAX_CHARS 400

#define MAX_COLUMNS 2

static gboolean
fits (PangoLayout *layout,
      double       width)
{
  double needed;

  tl_chart_measure (layout, &needed, NULL);
  return needed <= width;
}

/* The first so many characters, and dots in place of the rest. */
static char *
cut (const char *text,
     glong       n_chars)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= n_chars)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, n_chars);
  return g_strconcat (start, "…", NULL);
}

/* "Kazinform, 5 July 2019: From the busin…, inform.kz": of an address that is too long the
 * site says most, and a title is known by its beginning.  Returns NULL without a site. */
static PangoLayout *
make_cut_source (TlChartDraft *self,
                 TlReport     *report,
                 double        width)
{
  g_autofree char *all = tl_report_dup_short_citation (report);
  g_autofree char *citation = cut (all, MAX_CHARS);
  g_autofree char *host = tl_report_dup_host (report);
  g_autoptr(PangoLayout) layout = tl_chart_draft_make_label (self, "", self->small_size);
  g_autofree char *best = NULL;
  glong fitting = 0;
  glong too_long = g_utf8_strlen (citation, -1) + 1;

  while (host != NULL && too_long - fitting > 1)
    {
      glong n = (fitting + too_long) / 2;
      g_autofree char *start = cut (citation, n);
      g_autofree char *text = g_strdup_printf (C_("citation", "%s, %s"), start, host);

      pango_layout_set_text (layout, text, -1);
      if (fits (layout, width))
        {
          fitting = n;
          g_free (best);
          best = g_steal_pointer (&text);
        }
      else
        {
          too_long = n;
        }
    }
  if (best == NULL)
    return NULL;
  pango_layout_set_text (layout, best, -1);
  return g_steal_pointer (&layout);
}

static PangoLayout *
make_source (TlChartDraft *self,
             guint         index,
             double        width,
             int           n_lines)
{
  TlReport *report = self->sources->pdata[index];
  g_autofree char *all = tl_report_dup_citation (report);
  g_autofree char *citation = cut (all, 2 * MAX_CHARS);

  if (n_lines == 1)
    {
      g_autoptr(PangoLayout) whole = tl_chart_draft_make_label (self, citation, self->small_size);
      PangoLayout *shortened = fits (whole, width) ? NULL : make_cut_source (self, report, width);

      if (shortened != NULL)
        return shortened;
    }
  return tl_chart_draft_make_layout (self, citation, self->small_size, width, n_lines);
}

static double
measure_numbers (TlChartDraft *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->sources->len);
  g_autoptr(PangoLayout) layout = tl_chart_draft_make_label (self, number, self->small_size);
  double width;

  tl_chart_measure (layout, &width, NULL);
  return width + self->small_size * 0.6;
}

static void
add_source (TlChartDraft *self,
            guint         index,
            PangoLayout  *layout,
            double        x,
            double        y,
            double        number_width)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  tl_chart_draft_take_text (self, tl_chart_draft_make_label (self, number, self->small_size),
                            x, y, TL_INK_TEXT);
  tl_chart_draft_take_text (self, layout, x + number_width, y, TL_INK_DIM);
}

static void
add_rest (TlChartDraft *self,
          guint         n_rest,
          double        x,
          double        y)
{
  g_autofree char *text = tl_chart_dup_more (n_rest);

  tl_chart_draft_take_text (self, tl_chart_draft_make_label (self, text, self->small_size),
                            x, y, TL_INK_DIM);
}

/* The sources that stand side by side, and how high the highest of them is. */
typedef struct
{
  PangoLayout *layouts[MAX_COLUMNS];    /* owned */
  guint        n;
  double       height;
} Row;

static void
make_row (TlChartDraft *self,
          guint         first,
          guint         n_columns,
          double        width,
          int           n_lines,
          Row          *row)
{
  row->n = MIN (n_columns, self->sources->len - first);
  row->height = 0;
  for (guint i = 0; i < row->n; i++)
    {
      double height;

      row->layouts[i] = make_source (self, first + i, width, n_lines);
      tl_chart_measure (row->layouts[i], NULL, &height);
      row->height = MAX (row->height, height + self->small_size * 0.15);
    }
}

static void
clear_row (Row *row)
{
  for (guint i = 0; i < row->n; i++)
    g_clear_object (&row->layouts[i]);
}

static guint
get_n_columns (TlChartDraft *self)
{
  return self->scene->width >= TWO_COLUMNS_FROM && self->sources->len > 3 ? MAX_COLUMNS : 1;
}

/* Lists the sources row by row from @y on, as many rows as fit; or, with @measure, only
 * finds how high they become. */
static double
list_sources (TlChartDraft *self,
              double        y,
              double        max_height,
              int           n_lines,
              gboolean      measure)
{
  double total = self->scene->width - 2 * self->margin;
  guint n_columns = get_n_columns (self);
  double gutter = 2 * self->small_size;
  double column_width = (total - (n_columns - 1) * gutter) / n_columns;
  double number_width = measure_numbers (self);
  double line_height = self->small_size * LINE_HEIGHT;
  double used = 0;

  for (guint first = 0; first < self->sources->len; first += n_columns)
    {
      gboolean is_last = first + n_columns >= self->sources->len;
      Row row;

      make_row (self, first, n_columns, column_width - number_width, n_lines, &row);
      if (used + row.height + (is_last ? 0 : line_height) > max_height)
        {
          if (!measure)
            add_rest (self, self->sources->len - first, self->margin + number_width, y + used);
          clear_row (&row);
          return used + line_height;
        }
      self->n_listed = first + row.n;
      for (guint i = 0; i < row.n && !measure; i++)
        add_source (self, first + i, g_object_ref (row.layouts[i]),
                    self->margin + i * (column_width + gutter), y + used, number_width);
      used += row.height;
      clear_row (&row);
    }
  return used;
}

/* Two lines for each source where all find room so, else one. */
static int
choose_n_lines (TlChartDraft *self,
                double        max_height)
{
  guint n_columns = get_n_columns (self);
  guint n_rows = (self->sources->len + n_columns - 1) / n_columns;

  return n_rows * 2 * self->small_size * LINE_HEIGHT <= max_height ? 2 : 1;
}

/**
 * tl_chart_draft_add_sources:
 * @self: a draft whose sources are numbered
 * @bottom: where the texts must end
 * @max_height: how high they may become
 *
 * Adds notes and, where they are wanted, the numbered sources; as many as fit.
 *
 * Returns: where they begin
 */
double
tl_chart_draft_add_sources (TlChartDraft *self,
                            double        bottom,
                            double        max_height)
{
  g_autofree char *formulas = dup_formulas (self);
  double line_height = self->small_size * LINE_HEIGHT;
  double note_height = 0, heading_height = 0, sources_height = 0;
  g_autoptr(PangoLayout) note = NULL;
  double y, room;
  int n_lines;

  if (formulas != NULL && max_height >= 2 * line_height)
    {
      note = tl_chart_draft_make_layout (self, formulas, self->small_size,
                                         self->scene->width - 2 * self->margin, 2);
      tl_chart_measure (note, NULL, &note_height);
    }

  room = max_height - note_height - line_height * 1.6;
  n_lines = choose_n_lines (self, room);
  if (self->with_sources && self->sources->len > 0 && room >= line_height)
    {
      heading_height = line_height * (note != NULL ? 1.6 : 1.1);
      sources_height = list_sources (self, 0, room, n_lines, TRUE);
    }

  y = bottom - note_height - heading_height - sources_height;
  if (note != NULL)
    tl_chart_draft_take_text (self, g_object_ref (note), self->margin, y, TL_INK_DIM);
  if (sources_height > 0)
    {
      const char *text = C_("chart", "Sources");
      PangoLayout *heading = tl_chart_draft_make_label (self, text, self->small_size);

      tl_chart_draft_take_text (self, heading, self->margin,
                                bottom - sources_height - line_height * 1.1, TL_INK_TEXT);
      list_sources (self, bottom - sources_height, room, n_lines, FALSE);
    }
  return y;
}
