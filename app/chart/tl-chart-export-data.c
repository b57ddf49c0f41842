/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as data: its rows as comma-separated values and as JSON, with the same columns. */

#include "tl-chart-export-private.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "tl-chart-row.h"
#include "tl-csv.h"

/* One column of one row, as a text or a number; neither where there is nothing to say. */
typedef struct
{
  char   *text;                 /* owned */
  double  number;
} Cell;

typedef Cell (*GetFunc) (TlChartRow *row);

static Cell
make_text (const char *text)
{
  return (Cell) { text != NULL && *text != '\0' ? g_strdup (text) : NULL, NAN };
}

static Cell
take_text (char *text)
{
  g_autofree char *taken = text;

  return make_text (taken);
}

static Cell
get_flow (TlChartRow *row)
{
  return make_text (tl_flow_to_string (tl_series_get_flow (tl_chart_row_get_series (row))));
}

static Cell
get_first (TlChartRow *row)
{
  return make_text (tl_series_get_partner (tl_chart_row_get_series (row), 0));
}

static Cell
get_second (TlChartRow *row)
{
  return make_text (tl_series_get_partner (tl_chart_row_get_series (row), 1));
}

static Cell
get_scope (TlChartRow *row)
{
  return make_text (tl_scope_to_string (tl_series_get_scope (tl_chart_row_get_series (row))));
}

static Cell
get_start (TlChartRow *row)
{
  return take_text (tl_date_to_month (tl_chart_row_get_start (row)));
}

static Cell
get_end (TlChartRow *row)
{
  return take_text (tl_date_to_month (tl_chart_row_get_end (row)));
}

static Cell
get_kind (TlChartRow *row)
{
  return make_text (tl_chart_row_kind_to_string (tl_chart_row_get_kind (row)));
}

static Cell
get_value (TlChartRow *row)
{
  return (Cell) { NULL, tl_chart_row_get_value (row) };
}

static Cell
get_high (TlChartRow *row)
{
  return (Cell) { NULL, tl_chart_row_get_high (row) };
}

static Cell
get_currency (TlChartRow *row)
{
  return make_text (tl_chart_row_get_currency (row));
}

static Cell
get_precision (TlChartRow *row)
{
  return make_text (tl_precision_to_string (tl_chart_row_get_precision (row)));
}

static Cell
get_calculation (TlChartRow *row)
{
  const TlPoint *point = tl_chart_row_get_point (row);

  return make_text (point != NULL ? point->formula : NULL);
}

static Cell
get_conversion (TlChartRow *row)
{
  const TlPoint *point = tl_chart_row_get_point (row);

  return make_text (point != NULL ? point->conversion : NULL);
}

static Cell
get_speaker (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  return make_text (report != NULL ? tl_figure_get_speaker (tl_report_get_figure (report)) : NULL);
}

static Cell
get_quote (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  return make_text (report != NULL ? tl_figure_get_quote (tl_report_get_figure (report)) : NULL);
}

static Cell
get_sentence (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  return make_text (report != NULL ? tl_figure_get_sentence (tl_report_get_figure (report)) : NULL);
}

static Cell
get_n_copies (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);
  GPtrArray *copies = report != NULL ? tl_report_get_copies (report) : NULL;

  return (Cell) { NULL, copies != NULL ? copies->len : NAN };
}

static Cell
get_title (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  return make_text (report != NULL ? tl_report_get_title (report) : NULL);
}

/* The publisher of the article, or of the statistics. */
static Cell
get_publisher (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  if (report != NULL)
    return make_text (tl_report_get_publisher (report));
  return make_text (tl_official_source_get_name (tl_official_series_get_source (tl_chart_row_get_official (row))));
}

static Cell
get_published (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  return take_text (report != NULL ? tl_date_to_string (tl_report_get_published (report)) : NULL);
}

static Cell
get_url (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  return make_text (report != NULL ? tl_report_get_url (report) : NULL);
}

static Cell
get_reporter (TlChartRow *row)
{
  TlOfficialSeries *official = tl_chart_row_get_official (row);

  return make_text (official != NULL ? tl_official_series_get_reporter (official) : NULL);
}

static const struct
{
  const char *name;
  GetFunc     get;
} columns[] = {
  { "flow", get_flow }, { "partner_1", get_first }, { "partner_2", get_second }, { "scope", get_scope },
  { "start", get_start }, { "end", get_end }, { "kind", get_kind }, { "value", get_value },
  { "high", get_high }, { "currency", get_currency }, { "precision", get_precision },
  { "calculation", get_calculation }, { "conversion", get_conversion }, { "speaker", get_speaker },
  { "quote", get_quote }, { "sentence", get_sentence }, { "copies", get_n_copies },
  { "title", get_title }, { "publisher", get_publisher }, { "published", get_published },
  { "url", get_url }, { "reporter", get_reporter },
};

/**
 * tl_chart_make_csv:
 * @chart: a chart
 *
 * Returns: (transfer full): its rows as comma-separated values
 */
GBytes *
tl_chart_make_csv (TlChart *chart)
{
  g_autoptr(GListModel) rows = tl_chart_list_rows (chart);
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tl_csv_append_text (csv, columns[i].name);
  tl_csv_end_row (csv);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          Cell cell = columns[j].get (row);
          g_autofree char *text = cell.text;

          if (text != NULL)
            tl_csv_append_text (csv, text);
          else
            tl_csv_append_number (csv, cell.number);
        }
      tl_csv_end_row (csv);
    }
  return g_string_free_to_bytes (csv);
}

static void
add_cell (JsonBuilder *builder,
          const char  *name,
          Cell         cell)
{
  g_autofree char *text = cell.text;

  if (text == NULL && !isfinite (cell.number))
    return;
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else if (fabs (cell.number) < 1e15 && cell.number == floor (cell.number))
    json_builder_add_int_value (builder, (gint64) cell.number);
  else
    json_builder_add_double_value (builder, cell.number);
}

/**
 * tl_chart_make_json:
 * @chart: a chart
 *
 * Returns: (transfer full): its rows as a JSON array of objects with the members that the columns
 *   of tl_chart_make_csv() are, without those that have nothing to say
 */
GBytes *
tl_chart_make_json (TlChart *chart)
{
  g_autoptr(GListModel) rows = tl_chart_list_rows (chart);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  char *json;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);

      json_builder_begin_object (builder);
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        add_cell (builder, columns[j].name, columns[j].get (row));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  return g_bytes_new_take (json, strlen (json));
}
