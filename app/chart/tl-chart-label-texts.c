/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written at a mark: its value, and the numbers of its sources. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>

#include "tl-labels.h"

/* Of the numbers that stand alone, in the size of small text. */
#define NUMBERS_SIZE 0.78

static const TlPoint *
get_point (TlChartDraft *self,
           guint         mark)
{
  return tl_chart_draft_get_point (self, &g_array_index (self->scene->marks, TlMark, mark));
}

/**
 * tl_chart_draft_dup_value:
 * @self: a draft with marks
 * @mark: index of a mark
 * @style: how it is written
 *
 * Returns: (transfer full): the mark's value; of several points their number
 */
char *
tl_chart_draft_dup_value (TlChartDraft *self,
                          guint         mark,
                          TlLabelStyle  style)
{
  const TlPoint *point = get_point (self, mark);
  guint n = tl_mark_get_n_subjects (&g_array_index (self->scene->marks, TlMark, mark));

  if (n > 1)
    return g_strdup_printf (C_("marks", "×%u"), n);
  return tl_label_for_amount (point->value, point->high,
                              self->currency,
                              point->precision, style);
}

/* ---- numbers of sources ---- */

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* Of the sources of reports those that stand in the picture, in order. */
static GArray *
list_numbers (TlChartDraft *self,
              GPtrArray    *reports)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < reports->len; i++)
    {
      gint64 id = tl_report_get_article_id (reports->pdata[i]);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->sources->numbers, &id));

      if (number > 0 && number <= self->sources->n_listed)
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

/**
 * tl_chart_draft_dup_references_of:
 * @self: a draft whose sources are listed
 * @reports: (element-type TlReport): reports
 * @max_runs: how many numbers or runs of numbers are written; dots stand for the rest
 *
 * Returns: (transfer full): the numbers of the reports' sources, "1,4–7"; "" when none is
 *   listed
 */
char *
tl_chart_draft_dup_references_of (TlChartDraft *self,
                                  GPtrArray    *reports,
                                  guint         max_runs)
{
  g_autoptr(GArray) numbers = list_numbers (self, reports);
  g_autoptr(GString) references = g_string_new (NULL);
  guint n_runs = 0;

  for (guint i = 0; i < numbers->len; )
    {
      guint first = g_array_index (numbers, guint, i);
      guint last = first;

      while (i < numbers->len && g_array_index (numbers, guint, i) <= last + 1)
        last = g_array_index (numbers, guint, i++);
      if (++n_runs > max_runs)
        {
          g_string_append (references, "…");
          break;
        }
      g_string_append_printf (references, "%s%u", n_runs > 1 ? "," : "", first);
      if (last > first)
        g_string_append_printf (references, "%s%u", last > first + 1 ? "–" : ",", last);
    }
  return g_string_free (g_steal_pointer (&references), FALSE);
}

/**
 * tl_chart_draft_dup_references:
 * @self: a draft whose sources are listed
 * @mark: index of a mark
 * @max_runs: as for tl_chart_draft_dup_references_of()
 *
 * Returns: (transfer full): the numbers of the sources behind the mark
 */
char *
tl_chart_draft_dup_references (TlChartDraft *self,
                               guint         mark,
                               guint         max_runs)
{
  g_autoptr(GPtrArray) reports =
    tl_chart_draft_list_reports (self, &g_array_index (self->scene->marks, TlMark, mark));

  return tl_chart_draft_dup_references_of (self, reports, max_runs);
}

static void
raise_references (PangoLayout *layout,
                  gsize        start)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PangoAttribute *all[] = {
    pango_attr_scale_new (0.72),
    pango_attr_rise_new (pango_font_description_get_size (font) / 3),
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      all[i]->start_index = (guint) start;
      pango_attr_list_insert (attributes, all[i]);
    }
  pango_layout_set_attributes (layout, attributes);
}

/**
 * tl_chart_draft_make_raised_label:
 * @self: a draft
 * @text: a text
 * @references: the numbers of its sources, or ""
 * @size: the font's size
 *
 * Returns: (transfer full): the text, with the numbers raised behind it
 */
PangoLayout *
tl_chart_draft_make_raised_label (TlChartDraft *self,
                                  const char   *text,
                                  const char   *references,
                                  double        size)
{
  g_autofree char *all = g_strconcat (text, *references != '\0' ? "\u200a" : "", references, NULL);
  PangoLayout *layout = tl_chart_draft_make_label (self, all, size);

  if (*references != '\0')
    raise_references (layout, strlen (all) - strlen (references));
  return layout;
}

/**
 * tl_chart_draft_make_value_label:
 * @self: a draft with marks
 * @mark: index of a mark
 * @value: its value as it is written
 * @references: the numbers of its sources, or ""
 * @size: the font's size
 *
 * Returns: (transfer full): the value, with the numbers raised behind it
 */
PangoLayout *
tl_chart_draft_make_value_label (TlChartDraft *self,
                                 guint         mark,
                                 const char   *value,
                                 const char   *references,
                                 double        size)
{
  const TlPoint *point = get_point (self, mark);
  gboolean is_calculated = point->kind == TL_POINT_CALCULATED;
  gboolean is_span = point->start.year != point->end.year;
  g_autofree char *period = is_span ? tl_label_for_period (point->start, point->end) : NULL;
  g_autofree char *text = g_strconcat (value, is_calculated ? "*" : "",
                                       point->conversion != NULL ? "†" : "",
                                       is_span ? ", " : "", is_span ? period : "", NULL);

  return tl_chart_draft_make_raised_label (self, text, references, size);
}

/**
 * tl_chart_draft_make_references_label:
 * @self: a draft with marks
 * @references: the numbers of a mark's sources
 *
 * Returns: (transfer full): the numbers as they stand where the value finds no room
 */
PangoLayout *
tl_chart_draft_make_references_label (TlChartDraft *self,
                                      const char   *references)
{
  return tl_chart_draft_make_label (self, references, self->small_size * NUMBERS_SIZE);
}
