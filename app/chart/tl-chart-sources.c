/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below the plot: how calculated values were calculated, and the articles
 * that the marks were taken from, by the numbers that stand at the marks. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-claims.h"
#include "tl-labels.h"

/* How many calculations are told, and in how many lines: few in a window, where every mark
 * tells its own, and all that a reader can follow in a picture, which has nothing else. */
#define MAX_FORMULAS      3
#define MAX_FORMULA_LINES 2
#define MAX_TOLD_FORMULAS      40
#define MAX_TOLD_FORMULA_LINES 40

/* Of a line of small text, in its size. */
#define LINE_HEIGHT 1.45

#define TWO_COLUMNS_FROM 1000.0

/* More would be a book, not a picture. */
#define MAX_LISTED 200

/* So many rows find room in the height that was asked for; for more the picture grows. */
#define USUAL_ROWS 4

/* So many rows may be of two lines for the sake of whole addresses. */
#define FEW_ROWS 6

/* Of one source. */
#define MAX_LINES 2

static void
number_reports (TlChartDraft *self,
                GPtrArray    *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      gint64 id = tl_report_get_article_id (reports->pdata[i]);

      if (g_hash_table_contains (self->sources->numbers, &id))
        continue;
      g_ptr_array_add (self->scene->sources, g_object_ref (reports->pdata[i]));
      g_hash_table_insert (self->sources->numbers, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER (self->scene->sources->len));
    }
}

/**
 * tl_chart_draft_number_sources:
 * @self: a draft whose marks are in order
 *
 * Numbers the articles in the order in which the marks lead to them, and then those of undated
 * reports.  Those of a part of a paper are all listed there.
 */
void
tl_chart_draft_number_sources (TlChartDraft *self)
{
  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const TlMark *mark = &g_array_index (self->scene->marks, TlMark, i);

      number_reports (self, tl_chart_draft_get_point (self, mark)->reports);
    }
  for (guint i = 0; i < self->tray.claims->len; i++)
    number_reports (self, ((TlClaim *) self->tray.claims->pdata[i])->reports);
  if (self->scene->is_part)
    self->sources->n_listed = self->scene->sources->len;
}

/* ---- notes ---- */

/* Adds those of one series, of several after its name.  Returns how many are told by then. */
static guint
append_formulas (TlChartDraft *self,
                 guint         index,
                 guint         n,
                 guint         max_n,
                 GString      *formulas)
{
  TlSeries *series = tl_chart_get_nth_series (self->scene->chart, index);
  g_autofree char *name = tl_chart_dup_series_name (self->scene->chart, index);
  gboolean is_named = tl_chart_get_n_series (self->scene->chart) == 1;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);
      g_autofree char *period = NULL;

      if (point->formula == NULL || ++n > max_n)
        continue;
      if (n > 1)
        g_string_append (formulas, "; ");
      if (!is_named)
        /* Translators: a series, before a period and how its value was calculated */
        g_string_append_printf (formulas, C_("formula", "%s, "), name);
      is_named = TRUE;
      period = tl_label_for_period (point->start, point->end);
      /* Translators: a period and how its value was calculated */
      g_string_append_printf (formulas, C_("formula", "%s: %s"), period, point->formula);
    }
  return n;
}

static char *
dup_formulas (TlChartDraft *self)
{
  g_autoptr(GString) formulas = g_string_new (NULL);
  guint max_n = self->with_sources ? MAX_TOLD_FORMULAS : MAX_FORMULAS;
  guint n = 0;

  for (guint i = 0; i < tl_chart_get_n_series (self->scene->chart); i++)
    n = append_formulas (self, i, n, max_n, formulas);
  if (n == 0)
    return NULL;
  if (n > max_n)
    {
      g_autofree char *more = tl_chart_dup_more (n - max_n);

      g_string_append_printf (formulas, "; %s", more);
    }
  /* Translators: a note below the chart; the asterisk stands at the calculated values */
  return g_strdup_printf (_("* Calculated from what is reported. %s"), formulas->str);
}

/* ---- sources ---- */

/* Of a title that is listed: more than any line holds, but not a file's worth of text. */
#define MAX_CHARS 400

#define MAX_COLUMNS 2

/* Whether a text that is wrapped to a width needs no more than so many lines. */
static gboolean
fits (PangoLayout *layout,
      int          n_lines)
{
  return !pango_layout_is_ellipsized (layout) && pango_layout_get_line_count (layout) <= n_lines;
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

/* "Kazinform, 5 July 2019: From the busin…, inform.kz": of what is too long the site says
 * most, and a title is known by its beginning. */
static void
cut_title (PangoLayout *layout,
           const char  *citation,
           const char  *host)
{
  g_autofree char *best = NULL;
  glong fitting = 0;
  glong too_long = g_utf8_strlen (citation, -1) + 1;

  while (too_long - fitting > 1)
    {
      glong n = (fitting + too_long) / 2;
      g_autofree char *start = cut (citation, n);
      g_autofree char *text = g_strdup_printf (C_("citation", "%s, %s"), start, host);

      pango_layout_set_text (layout, text, -1);
      if (fits (layout, MAX_LINES))
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
  pango_layout_set_text (layout, best != NULL ? best : host, -1);
}

/* The source with its whole address. */
static PangoLayout *
make_whole_source (TlChartDraft *self,
                   guint         index,
                   double        width)
{
  g_autofree char *all = tl_report_dup_citation (self->scene->sources->pdata[index]);
  g_autofree char *citation = cut (all, 2 * MAX_CHARS);

  return tl_chart_draft_make_layout (self, citation, self->small_size, width, MAX_LINES);
}

/* The source with its address' site. */
static PangoLayout *
make_short_source (TlChartDraft *self,
                   guint         index,
                   double        width)
{
  TlReport *report = self->scene->sources->pdata[index];
  g_autofree char *all = tl_report_dup_short_citation (report);
  g_autofree char *citation = cut (all, MAX_CHARS);
  g_autofree char *host = tl_report_dup_host (report);
  g_autofree char *text = NULL;
  PangoLayout *layout;

  if (*citation == '\0' && host == NULL)
    return make_whole_source (self, index, width);
  if (*citation == '\0' || host == NULL)
    text = g_strdup (host != NULL ? host : citation);
  else
    text = g_strdup_printf (C_("citation", "%s, %s"), citation, host);

  layout = tl_chart_draft_make_layout (self, text, self->small_size, width, MAX_LINES);
  if (*citation != '\0' && host != NULL && !fits (layout, MAX_LINES))
    cut_title (layout, citation, host);
  return layout;
}

static double
measure_numbers (TlChartDraft *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->scene->sources->len);
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

/* ---- the list ---- */

/* How the list is laid out. */
typedef struct
{
  guint    n;                   /* how many are listed */
  guint    n_columns;
  double   column_width;
  double   gutter;
  double   number_width;
  double   text_width;
  gboolean is_whole;            /* with whole addresses */
} List;

/* Addresses are whole in all sources of a picture or in none: in one line, or in two where
 * the sources are few. */
static gboolean
can_be_whole (TlChartDraft *self,
              const List   *list)
{
  int n_lines = list->n <= FEW_ROWS * list->n_columns ? MAX_LINES : 1;

  for (guint i = 0; i < list->n; i++)
    {
      g_autoptr(PangoLayout) layout = make_whole_source (self, i, list->text_width);

      if (!fits (layout, n_lines))
        return FALSE;
    }
  return TRUE;
}

static void
plan_list (TlChartDraft *self,
           List         *list)
{
  double total = self->scene->width - 2 * self->margin;

  list->n = MIN (self->scene->sources->len, MAX_LISTED);
  list->n_columns = self->scene->width >= TWO_COLUMNS_FROM && list->n > 3 ? MAX_COLUMNS : 1;
  list->gutter = 2 * self->small_size;
  list->column_width = (total - (list->n_columns - 1) * list->gutter) / list->n_columns;
  list->number_width = measure_numbers (self);
  list->text_width = MAX (list->column_width - list->number_width, 1);
  list->is_whole = can_be_whole (self, list);
}

/* Adds the sources that stand side by side.  Returns how high the highest of them is. */
static double
add_row (TlChartDraft *self,
         const List   *list,
         guint         first,
         double        y)
{
  double row_height = 0;

  for (guint i = 0; i < list->n_columns && first + i < list->n; i++)
    {
      PangoLayout *layout = list->is_whole
                              ? make_whole_source (self, first + i, list->text_width)
                              : make_short_source (self, first + i, list->text_width);
      double height;

      tl_chart_measure (layout, NULL, &height);
      row_height = MAX (row_height, height + self->small_size * 0.15);
      add_source (self, first + i, layout,
                  self->margin + i * (list->column_width + list->gutter), y, list->number_width);
    }
  return row_height;
}

/* Lists the sources from @y on.  Returns how high the list is. */
static double
add_list (TlChartDraft *self,
          double        y)
{
  double used = 0;
  List list;

  plan_list (self, &list);
  for (guint first = 0; first < list.n; first += list.n_columns)
    used += add_row (self, &list, first, y + used);
  if (list.n < self->scene->sources->len)
    {
      add_rest (self, self->scene->sources->len - list.n, self->margin + list.number_width, y + used);
      used += self->small_size * LINE_HEIGHT;
    }
  self->sources->n_listed = list.n;
  return used;
}

/* Adds a note, if there is one.  Returns how high it is. */
static double
add_note (TlChartDraft *self,
          const char   *text,
          double        y)
{
  PangoLayout *note;

  if (text == NULL)
    return 0;
  note = tl_chart_draft_make_layout (self, text, self->small_size,
                                     self->scene->width - 2 * self->margin,
                                     self->with_sources ? MAX_TOLD_FORMULA_LINES
                                                        : MAX_FORMULA_LINES);
  return tl_chart_draft_take_text (self, note, self->margin, y, TL_INK_DIM).height;
}

/* Notes and sources from 0 on.  Returns how high they are. */
static double
add_all (TlChartDraft *self)
{
  double line_height = self->small_size * LINE_HEIGHT;
  g_autofree char *choice = tl_chart_dup_choice (self->scene->chart);
  g_autofree char *formulas = dup_formulas (self);
  double formulas_y = add_note (self, choice, 0);
  double undated_y = formulas_y + add_note (self, formulas, formulas_y);
  double y = undated_y + tl_chart_draft_get_tray_note_height (self);

  if (self->with_sources && self->scene->sources->len > 0)
    {
      if (y > 0)
        y += line_height * 0.5;
      tl_chart_draft_take_text (self, tl_chart_draft_make_label (self, C_("chart", "Sources"),
                                                                 self->small_size),
                                self->margin, y, TL_INK_TEXT);
      y += line_height * 1.1;
      y += add_list (self, y);
    }
  tl_chart_draft_add_tray_note (self, undated_y);
  return y;
}

/**
 * tl_chart_draft_add_sources:
 * @self: a draft whose sources are numbered
 * @bottom: where the texts must end
 * @max_height: how much of the height that was asked for they may take
 *
 * Adds notes and, where they are wanted, the numbered sources.  With sources nothing may
 * be left out for want of room: what needs more makes the picture higher.  Without, the
 * notes give way.
 *
 * Returns: where they begin
 */
double
tl_chart_draft_add_sources (TlChartDraft *self,
                            double        bottom,
                            double        max_height)
{
  double line_height = self->small_size * LINE_HEIGHT;
  GArray *texts = self->scene->texts;
  guint first = texts->len;
  double height, room;

  if (!self->with_sources && max_height < MAX_FORMULA_LINES * line_height)
    return bottom;

  height = add_all (self);
  room = MAX (MIN (max_height, (USUAL_ROWS + 3) * line_height), 0);
  if (self->with_sources && height > room)
    {
      double more = ceil (height - room);

      self->scene->height += more;
      bottom += more;
    }
  for (guint i = first; i < texts->len; i++)
    g_array_index (texts, TlChartText, i).rect.y += bottom - height;
  return bottom - height;
}
