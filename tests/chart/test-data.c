/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as data: every report of it is in the table once, and says there what it says. */

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "test-reports.h"
#include "tl-chart-export.h"
#include "tl-chart-row.h"
#include "tl-csv-reader.h"

static const char *const lines[] = {
  "2014 1b below article=1", "2014 1.1b article=2", "2014 1.1b article=3", "2015-01..2015-06 500m about article=4",
  "2016 2b target article=5", "2017 1b forecast high=1.3b article=6", "700m article=7",
  "2018 exports first=KZ second=BY 300m article=8", "2018 exports 100m article=9", NULL
};

static TlChart *
make_chart (void)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  const TlOfficialYear years[] = { { 2014, 950e6 }, { 2015, 400e6 } };
  g_autoptr(GPtrArray) officials = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (officials, tl_official_series_new (TL_OFFICIAL_COMTRADE, "BY", "BY", "KZ", TL_FLOW_TURNOVER,
                                                      years, G_N_ELEMENTS (years)));
  return tl_chart_new (series, officials);
}

static char *
export (TlChart       *chart,
        TlChartFormat  format)
{
  const TlChartPicture picture = { format, TL_CHART_STYLE_LIGHT, 0, 0, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tl_chart_export_to_bytes (chart, &picture, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* "2014 year 1000000000" and so on, one a line. */
static void
test_rows (void)
{
  static const char *const expected[] = {
    "2014 year", "2014 year", "2014 year", "Jan–Jun 2015 partial", "2016 target", "2017 forecast",
    "2018 calculated", "2018 calculated", "undated undated", "2014 official", "2015 official",
  };
  g_autoptr(TlChart) chart = make_chart ();
  g_autoptr(GListModel) rows = tl_chart_list_rows (chart);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_hash_table_add (seen, (gpointer) expected[i]);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);
      g_autofree char *period = tl_chart_row_dup_period (row);
      g_autofree char *text = g_strdup_printf ("%s %s", period,
                                               tl_chart_row_kind_to_string (tl_chart_row_get_kind (row)));

      g_test_message ("%s", text);
      g_assert_true (g_hash_table_contains (seen, text));
    }
}

typedef struct
{
  guint n_rows;
  guint n_columns;
  guint n_values;
} Table;

static gboolean
row_cb (const TlCsvRow  *row,
        gpointer         user_data,
        GError         **error G_GNUC_UNUSED)
{
  Table *table = user_data;

  if (row->number == 0)
    {
      table->n_columns = row->n_fields;
      g_assert_cmpstr (row->fields[7], ==, "value");
      return TRUE;
    }
  g_assert_cmpuint (row->n_fields, ==, table->n_columns);
  table->n_rows++;
  table->n_values += g_ascii_strtod (row->fields[7], NULL) > 0 ? 1 : 0;
  return TRUE;
}

static void
test_csv (void)
{
  g_autoptr(TlChart) chart = make_chart ();
  g_autofree char *csv = export (chart, TL_CHART_FORMAT_CSV);
  g_autofree char *again = export (chart, TL_CHART_FORMAT_CSV);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (csv, (gssize) strlen (csv), NULL);
  g_autoptr(GError) error = NULL;
  Table table = { 0 };

  g_assert_cmpstr (csv, ==, again);
  tl_csv_read (stream, row_cb, &table, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table.n_rows, ==, 11);
  g_assert_cmpuint (table.n_values, ==, 11);
  g_assert_nonnull (strstr (csv, "UN Comtrade"));
}

static void
test_json (void)
{
  g_autoptr(TlChart) chart = make_chart ();
  g_autofree char *json = export (chart, TL_CHART_FORMAT_JSON);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *rows;
  JsonObject *range = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows), ==, 11);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      g_assert_true (json_object_has_member (row, "value"));
      g_assert_cmpint (json_object_has_member (row, "sentence"), !=, json_object_has_member (row, "reporter"));
      if (g_str_equal (json_object_get_string_member (row, "kind"), "forecast"))
        range = row;
    }
  g_assert_nonnull (range);
  g_assert_cmpfloat (json_object_get_double_member (range, "high"), ==, 1.3e9);
  g_assert_cmpstr (json_object_get_string_member (range, "start"), ==, "2017-01");
}

/* What stands in an article must not be run by a spreadsheet program, nor break the table. */
static void
test_hostile (void)
{
  static const char *const titles[] = { "=HYPERLINK(\"x\")", "@SUM(1)", "a \"quoted\",\r\nbroken title" };
  g_autoptr(GPtrArray) reports = make_test_reports (lines);
  g_autoptr(GPtrArray) hostile = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChart) chart = NULL;
  g_autofree char *csv = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  Table table = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TlReport *report = reports->pdata[i];

      g_ptr_array_add (hostile, tl_report_new (tl_report_get_figure (report), tl_report_get_article_id (report),
                                               titles[i], "-1+1", tl_report_get_published (report), NULL));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, hostile);
  chart = tl_chart_new (series, NULL);
  csv = export (chart, TL_CHART_FORMAT_CSV);
  stream = g_memory_input_stream_new_from_data (csv, (gssize) strlen (csv), NULL);
  tl_csv_read (stream, row_cb, &table, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table.n_rows, ==, 3);
  g_assert_nonnull (strstr (csv, "'=HYPERLINK"));
  g_assert_nonnull (strstr (csv, ",'@SUM"));
  g_assert_nonnull (strstr (csv, ",'-1+1"));
  g_assert_null (strstr (csv, ",="));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chart-data/rows", test_rows);
  g_test_add_func ("/chart-data/csv", test_csv);
  g_test_add_func ("/chart-data/json", test_json);
  g_test_add_func ("/chart-data/hostile", test_hostile);

  return g_test_run ();
}
