/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a report: what articles report, and what countries declare. */

#include "tl-evidence-private.h"

#include <glib/gi18n-lib.h>

#include "tl-chart-scene-private.h"

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
           TlChartRow       *row)
{
  gboolean is_calculated = tl_chart_row_get_kind (row) == TL_CHART_ROW_CALCULATED;
  g_autofree char *period = tl_chart_row_dup_period (row);
  g_autofree char *amount = tl_chart_row_dup_amount (row);
  g_autofree char *value = g_strconcat (amount, is_calculated ? "*" : "", NULL);
  g_autofree char *kind = tl_chart_row_dup_kind_label (row);
  GPtrArray *cells = add_row (table);

  add_cell (cells, period);
  add_cell (cells, value);
  add_cell (cells, kind);
  g_ptr_array_add (cells, make_numbers (self, tl_chart_row_get_point (row)));
}

static char *
dup_caption (TlSeries *series)
{
  g_autofree char *title = tl_chart_dup_title (series);
  g_autofree char *unit = tl_chart_dup_unit (tl_series_get_currency (series), 0);

  /* Translators: a table's title, and the currency that amounts are counted in */
  return g_strdup_printf (C_("table", "%s, in %s"), title, unit);
}

static TlEvidenceBlock *
begin_table (TlEvidenceReport *self,
             TlSeries         *series)
{
  g_autofree char *caption = dup_caption (series);
  TlEvidenceBlock *table = tl_evidence_add_block (self, TL_EVIDENCE_TABLE);
  GPtrArray *head = add_row (table);

  tl_evidence_text_add (table->text, TL_EVIDENCE_PLAIN, caption);
  add_cell (head, C_("table", "Period"));
  add_cell (head, C_("table", "Value"));
  add_cell (head, C_("table", "How it is known"));
  /* Translators: the head of a column with the numbers of sentences */
  add_cell (head, C_("table", "Evidence"));
  return table;
}

/**
 * tl_evidence_add_values:
 * @self: a report
 * @rows: (element-type TlChartRow): all rows of its chart
 *
 * Adds tables of what articles report, and what was calculated from it: a line for each point,
 * with the numbers of all who report it.
 */
void
tl_evidence_add_values (TlEvidenceReport *self,
                        GListModel       *rows)
{
  TlSubject last = TL_NO_SUBJECT;
  TlEvidenceBlock *table = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);
      TlSubject subject = tl_chart_row_get_subject (row);

      if (tl_chart_row_get_point (row) == NULL || tl_subject_equal (subject, last))
        continue;
      if (table == NULL)
        add_heading (self, _("Values"));
      if (table == NULL || subject.series != last.series)
        table = begin_table (self, tl_chart_row_get_series (row));
      add_point (self, table, row);
      last = subject;
    }
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

/* Official values by the year, those of one year by the index of their series. */
typedef struct
{
  GArray     *years;            /* in order */
  GHashTable *values;           /* year → GHashTable of index → value in words */
} Declared;

static void
note_value (Declared   *self,
            TlChartRow *row)
{
  int year = tl_chart_row_get_start (row).year;
  GHashTable *values = g_hash_table_lookup (self->values, GINT_TO_POINTER (year));

  if (values == NULL)
    {
      values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->values, GINT_TO_POINTER (year), values);
      g_array_append_val (self->years, year);
    }
  g_hash_table_insert (values, GUINT_TO_POINTER (tl_chart_row_get_subject (row).index),
                       tl_chart_row_dup_amount (row));
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

static gboolean
has_value (GHashTable *values,
           guint       first,
           guint       end)
{
  for (guint i = first; i < end; i++)
    if (g_hash_table_contains (values, GUINT_TO_POINTER (i)))
      return TRUE;
  return FALSE;
}

static void
add_official_rows (TlEvidenceBlock *table,
                   const Declared  *declared,
                   guint            first,
                   guint            end)
{
  for (guint i = 0; i < declared->years->len; i++)
    {
      int year = g_array_index (declared->years, int, i);
      GHashTable *values = g_hash_table_lookup (declared->values, GINT_TO_POINTER (year));
      g_autofree char *name = g_strdup_printf ("%d", year);
      GPtrArray *row;

      if (!has_value (values, first, end))
        continue;
      row = add_row (table);
      add_cell (row, name);
      for (guint k = first; k < end; k++)
        {
          const char *value = g_hash_table_lookup (values, GUINT_TO_POINTER (k));

          add_cell (row, value != NULL ? value : "–");
        }
    }
}

/* Tables of as many series as fit beside each other. */
static void
add_declared (TlEvidenceReport *self,
              TlChart          *chart,
              guint             index,
              const Declared   *declared)
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
      add_official_rows (block, declared, first, end);
    }
}

/* Of one of the chart's series. */
static void
add_officials (TlEvidenceReport *self,
               TlChart          *chart,
               GListModel       *rows,
               guint             index)
{
  g_autoptr(GHashTable) values =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  Declared declared = { years, values };

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);

      if (tl_chart_row_get_kind (row) == TL_CHART_ROW_OFFICIAL &&
          tl_chart_row_get_subject (row).series == index)
        note_value (&declared, row);
    }
  g_array_sort (years, compare_years);
  add_declared (self, chart, index, &declared);
}

static void
add_introduction (TlEvidenceReport *self)
{
  TlEvidenceBlock *block;

  add_heading (self, _("Official figures"));
  block = tl_evidence_add_block (self, TL_EVIDENCE_PARAGRAPH);
  tl_evidence_text_add (block->text, TL_EVIDENCE_PLAIN,
                        _("From tables of trade statistics that were added to the articles, in US dollars. "
                          "What two sides or two publishers declare differs, and is not mixed; "
                          "no value in this report was calculated from it."));
}

/**
 * tl_evidence_add_officials:
 * @self: a report
 * @rows: (element-type TlChartRow): all rows of its chart
 *
 * Adds the tables of official figures, each side's declarations in a column of their own.
 */
void
tl_evidence_add_officials (TlEvidenceReport *self,
                           GListModel       *rows)
{
  TlChart *chart = tl_chart_scene_get_chart (self->scene);
  gboolean is_introduced = FALSE;

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      if (tl_chart_get_nth_officials (chart, i)->len == 0)
        continue;
      if (!is_introduced)
        add_introduction (self);
      is_introduced = TRUE;
      add_officials (self, chart, rows, i);
    }
}
