/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a report: what articles report, and what countries declare. */

#include "tl-evidence-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-scene-private.h"
#include "tl-labels.h"

/* Official series beside each other, as many as a page is wide enough for. */
#define MAX_BESIDE 4

static GPtrArray *
add_row (TlEvidenceBlock *table)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  if (table->rows == NULL)
    table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (table->rows, row);
  return row;
}

static void
add_cell (GPtrArray  *row,
          const char *text)
{
  g_ptr_array_add (row, tl_evidence_text_new_plain (text));
}

static void
add_heading (TlEvidenceReport *self,
             const char       *heading)
{
  TlEvidenceBlock *block = tl_evidence_add_block (self, TL_EVIDENCE_HEADING);

  tl_evidence_text_add (block->text, TL_EVIDENCE_PLAIN, heading);
}

/* ---- what articles report ---- */

static char *
dup_plain_kind (const TlPoint *point)
{
  switch (point->kind)
    {
    case TL_POINT_PARTIAL:
      if (point->start.year != point->end.year)
        return g_strdup (C_("kind", "Reported for several years"));
      return g_strdup (C_("kind", "Reported for a part of the year"));
    case TL_POINT_CALCULATED:
      /* Translators: %s is a formula, "$419.1 million ÷ (1 − 30 %)" */
      return g_strdup_printf (C_("kind", "Calculated: %s"), point->formula);
    case TL_POINT_TARGET:
      return g_strdup (C_("kind", "Target"));
    case TL_POINT_FORECAST:
      return g_strdup (C_("kind", "Forecast"));
    case TL_POINT_YEAR:
    default:
      return g_strdup (C_("kind", "Reported for the full year"));
    }
}

static char *
dup_kind (const TlPoint *point)
{
  g_autofree char *kind = dup_plain_kind (point);

  if (point->conversion == NULL)
    return g_steal_pointer (&kind);
  /* Translators: how an amount is known, and what it is converted from:
   * "Reported for the full year; converted from €420 million, at 1.10" */
  return g_strdup_printf (C_("kind", "%s; converted from %s"), kind, point->conversion);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TlEvidenceItem *first = *(TlEvidenceItem *const *) a;
  const TlEvidenceItem *second = *(TlEvidenceItem *const *) b;
  guint64 first_number = g_ascii_strtoull (first->label, NULL, 10);
  guint64 second_number = g_ascii_strtoull (second->label, NULL, 10);

  if (first_number != second_number)
    return first_number < second_number ? -1 : 1;
  if (strlen (first->label) != strlen (second->label))
    return strlen (first->label) < strlen (second->label) ? -1 : 1;
  return strcmp (first->label, second->label);
}

/* The numbers of the sentences behind a point, each leading to its sentence. */
static GArray *
make_numbers (TlEvidenceReport *self,
              const TlPoint    *point)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  GArray *text = tl_evidence_text_new ();
  const TlEvidenceItem *last = NULL;

  for (guint i = 0; i < point->reports->len; i++)
    g_ptr_array_add (items, (gpointer) tl_evidence_numbers_find (self->numbers,
                                                                 point->reports->pdata[i]));
  g_ptr_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      const TlEvidenceItem *item = items->pdata[i];
      g_autofree char *link = g_strconcat ("#e", item->label, NULL);

      if (item == last)
        continue;
      if (last != NULL)
        tl_evidence_text_add (text, TL_EVIDENCE_PLAIN, ", ");
      tl_evidence_text_add_link (text, TL_EVIDENCE_PLAIN, item->label, link);
      last = item;
    }
  return text;
}

static void
add_point (TlEvidenceReport *self,
           TlEvidenceBlock  *table,
           TlSeries         *series,
           const TlPoint    *point)
{
  g_autofree char *period = tl_label_for_period (point->start, point->end);
  g_autofree char *value = tl_label_for_amount (point->value, point->high,
                                                tl_series_get_currency (series),
                                                point->precision, TL_LABEL_STYLE_WORDS);
  g_autofree char *marked = g_strconcat (value, point->kind == TL_POINT_CALCULATED ? "*" : "", NULL);
  g_autofree char *kind = dup_kind (point);
  GPtrArray *row = add_row (table);

  add_cell (row, period);
  add_cell (row, marked);
  add_cell (row, kind);
  g_ptr_array_add (row, make_numbers (self, point));
}

static char *
dup_caption (TlChart *chart,
             guint    index)
{
  TlSeries *series = tl_chart_get_nth_series (chart, index);
  g_autofree char *title = tl_chart_dup_title (series);
  g_autofree char *unit = tl_chart_dup_unit (tl_series_get_currency (series), 0);

  /* Translators: a table's title, and the currency that amounts are counted in */
  return g_strdup_printf (C_("table", "%s, in %s"), title, unit);
}

static void
add_series (TlEvidenceReport *self,
            TlChart          *chart,
            guint             index)
{
  TlSeries *series = tl_chart_get_nth_series (chart, index);
  g_autofree char *caption = dup_caption (chart, index);
  TlEvidenceBlock *table;
  GPtrArray *head;

  if (tl_series_get_n_points (series) == 0)
    return;
  table = tl_evidence_add_block (self, TL_EVIDENCE_TABLE);
  tl_evidence_text_add (table->text, TL_EVIDENCE_PLAIN, caption);
  head = add_row (table);
  add_cell (head, C_("table", "Period"));
  add_cell (head, C_("table", "Value"));
  add_cell (head, C_("table", "How it is known"));
  /* Translators: the head of a column with the numbers of sentences */
  add_cell (head, C_("table", "Evidence"));
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    add_point (self, table, series, tl_series_get_point (series, i));
}

/**
 * tl_evidence_add_values:
 * @self: a report
 *
 * Adds tables of what articles report, and what was calculated from it.
 */
void
tl_evidence_add_values (TlEvidenceReport *self)
{
  TlChart *chart = tl_chart_scene_get_chart (self->scene);

  if (!tl_chart_has_points (chart))
    return;
  add_heading (self, _("Values"));
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    add_series (self, chart, i);
}

/* ---- what countries declare ---- */

/* How customs value it: what leaves at the border of the exporter, what comes at that of the
 * importer, so that both sides' figures differ by freight and insurance. */
static const char *
get_valuation (TlOfficialSeries *series)
{
  /* Reconciled figures have no reporter. */
  gboolean is_exporter = g_strcmp0 (tl_official_series_get_reporter (series),
                                    tl_official_series_get_partner (series, 0)) == 0;

  if (tl_official_series_get_source (series) == TL_OFFICIAL_BACI)
    return _("reconciled from both sides, free on board (FOB)");
  switch (tl_official_series_get_flow (series))
    {
    case TL_FLOW_EXPORTS:
      return is_exporter ? _("as exports, as a rule free on board (FOB)")
                         : _("as imports, as a rule with cost, insurance and freight (CIF)");
    case TL_FLOW_BALANCE:
      return _("exports (as a rule FOB) less imports (as a rule CIF)");
    case TL_FLOW_TURNOVER:
    default:
      return _("exports (as a rule FOB) and imports (as a rule CIF)");
    }
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  int first = *(const int *) a, second = *(const int *) b;

  return (first > second) - (first < second);
}

static GArray *
list_years (GPtrArray *officials,
            guint      first,
            guint      end)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = first; i < end; i++)
    for (guint k = 0; k < tl_official_series_get_n_years (officials->pdata[i]); k++)
      {
        int year = tl_official_series_get_year (officials->pdata[i], k)->year;

        if (g_hash_table_add (seen, GINT_TO_POINTER (year)))
          g_array_append_val (years, year);
      }
  g_array_sort (years, compare_years);
  return years;
}

static char *
dup_official_value (TlOfficialSeries *series,
                    int               year)
{
  for (guint i = 0; i < tl_official_series_get_n_years (series); i++)
    {
      const TlOfficialYear *value = tl_official_series_get_year (series, i);

      if (value->year == year)
        return tl_label_for_amount (value->value, NAN, tl_official_series_get_currency (series),
                                    TL_PRECISION_EXACT, TL_LABEL_STYLE_WORDS);
    }
  return g_strdup ("–");
}

static void
add_official_head (TlEvidenceBlock *table,
                   GPtrArray       *officials,
                   guint            first,
                   guint            end)
{
  GPtrArray *row = add_row (table);

  add_cell (row, C_("table", "Year"));
  for (guint i = first; i < end; i++)
    {
      g_autofree char *name = tl_official_series_dup_name (officials->pdata[i]);
      GArray *cell = tl_evidence_text_new_plain (name);

      tl_evidence_text_add (cell, TL_EVIDENCE_PLAIN, "; ");
      tl_evidence_text_add (cell, TL_EVIDENCE_DIM, get_valuation (officials->pdata[i]));
      g_ptr_array_add (row, cell);
    }
}

static void
add_official_rows (TlEvidenceBlock *table,
                   GPtrArray       *officials,
                   guint            first,
                   guint            end)
{
  g_autoptr(GArray) years = list_years (officials, first, end);

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      g_autofree char *name = g_strdup_printf ("%d", year);
      GPtrArray *row = add_row (table);

      add_cell (row, name);
      for (guint k = first; k < end; k++)
        {
          g_autofree char *value = dup_official_value (officials->pdata[k], year);

          add_cell (row, value);
        }
    }
}

/* Tables of as many series as fit beside each other. */
static void
add_officials (TlEvidenceReport *self,
               TlChart          *chart,
               guint             index)
{
  GPtrArray *officials = tl_chart_get_nth_officials (chart, index);
  g_autofree char *title = tl_chart_dup_title (tl_chart_get_nth_series (chart, index));
  /* Translators: %s is a chart's title, "Trade between Belarus and Kazakhstan" */
  g_autofree char *caption = g_strdup_printf (_("%s, as it was declared"), title);

  for (guint first = 0; first < officials->len; first += MAX_BESIDE)
    {
      guint end = MIN (first + MAX_BESIDE, officials->len);
      TlEvidenceBlock *block = tl_evidence_add_block (self, TL_EVIDENCE_TABLE);

      tl_evidence_text_add (block->text, TL_EVIDENCE_PLAIN, caption);
      add_official_head (block, officials, first, end);
      add_official_rows (block, officials, first, end);
    }
}

/**
 * tl_evidence_add_officials:
 * @self: a report
 *
 * Adds the tables of official figures, each side's declarations in a column of their own.
 */
void
tl_evidence_add_officials (TlEvidenceReport *self)
{
  TlChart *chart = tl_chart_scene_get_chart (self->scene);
  TlEvidenceBlock *block;
  gboolean has_officials = FALSE;

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    has_officials = has_officials || tl_chart_get_nth_officials (chart, i)->len > 0;
  if (!has_officials)
    return;
  add_heading (self, _("Official figures"));
  block = tl_evidence_add_block (self, TL_EVIDENCE_PARAGRAPH);
  tl_evidence_text_add (block->text, TL_EVIDENCE_PLAIN,
                        _("From tables of trade statistics that were added to the articles, in US dollars. "
                          "What two sides or two publishers declare differs, and is not mixed; "
                          "no value in this report was calculated from it."));
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    add_officials (self, chart, i);
}
