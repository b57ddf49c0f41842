/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart from its picture: the same again from an honest one, nothing from a broken one, and
 * a warning from one that lies. */

#include <glib/gstdio.h>
#include <locale.h>

#include "test-reports.h"
#include "tl-chart-export-private.h"
#include "tl-series-rules.h"
#include "tl-chart-read.h"
#include "tl-chart-scene-private.h"
#include "tl-png-writer.h"

static const TlChartPicture picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_DARK, 640, 420, 1.5 };

static TlReport *
make_report (gint64      article,
             int         year,
             double      value,
             TlPrecision precision,
             const char *quote)
{
  g_autofree char *sentence = g_strdup_printf ("Trade <made> %s that \"year\", & grew.", quote);
  g_autoptr(TlFigure) figure = NULL;
  TlFigureData data;

  tl_figure_data_init (&data);
  data.quote = (TlSpan) { 500, 500 + (guint32) strlen (quote) };
  data.sentence = (TlSpan) { 487, 487 + (guint32) strlen (sentence) };
  g_strlcpy (data.partners[0], "BY", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  data.start = (TlDate) { year, 1, 0 };
  data.end = (TlDate) { year, 12, 0 };
  data.value = value;
  g_strlcpy (data.currency, "USD", sizeof data.currency);
  data.precision = precision;
  data.change_kind = year == 2016 ? TL_CHANGE_PERCENT : TL_CHANGE_NONE;
  data.change = year == 2016 ? -30 : NAN;
  figure = tl_figure_new (&data, quote, sentence, "a minister");
  return tl_report_new (figure, article, "Title „of“ an article", "The Herald",
                        (TlDate) { 2017, 3, 16 }, "https://example.org/a?b=c&d");
}

static TlSeries *
make_series (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlReport) copy = make_report (901, 2014, 1.1e9, TL_PRECISION_EXACT, "$1.1 billion");
  g_autoptr(TlReport) origin = make_report (12, 2014, 1.1e9, TL_PRECISION_EXACT, "$1.1 billion");

  g_ptr_array_add (reports, make_report (7, 2014, 1e9, TL_PRECISION_ABOUT, "about $1 billion"));
  g_ptr_array_add (reports, tl_report_new_in_story (origin, 33));
  g_ptr_array_add (reports, make_report (20, 2016, 419.1e6, TL_PRECISION_EXACT, "$419.1 million"));
  g_ptr_array_add (reports, tl_report_new_in_story (copy, 33));
  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

/* What both sides declare, one of it reconciled. */
static GBytes *
export (void)
{
  static const TlOfficialValue values[] = {
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", FALSE, 2014, 879.4e6 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", TRUE, 2014, 87.2e6 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", FALSE, 2016, 364.7e6 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", TRUE, 2016, 51.4e6 },
    { TL_OFFICIAL_BACI, "BY", "KZ", FALSE, 2015, 500.5e6 },
    { TL_OFFICIAL_BACI, "KZ", "BY", FALSE, 2015, 50.25e6 },
  };
  g_autoptr(TlSeries) series = make_series ();
  g_autoptr(GPtrArray) officials =
    tl_official_series_list (values, G_N_ELEMENTS (values), "BY", "KZ", TL_FLOW_TURNOVER);
  g_autoptr(TlChart) chart = tl_chart_new (series, officials);

  return tl_chart_export_to_bytes (chart, &picture, NULL);
}

static void
test_same_again (void)
{
  g_autoptr(GBytes) png = export ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TlChartReading) reading = tl_chart_read (png, &error);
  g_autoptr(GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_true (reading->is_as_drawn);
  g_assert_cmpuint (reading->n_unproven, ==, 0);
  g_assert_cmpint (reading->picture.style, ==, TL_CHART_STYLE_DARK);
  g_assert_cmpstr (tl_series_get_partner (tl_chart_get_series (reading->chart), 1), ==, "KZ");
  again = tl_chart_export_to_bytes (reading->chart, &reading->picture, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (png, again));
}

/* What was not to be seen is not seen again. */
static void
test_kinds (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChart) chart = NULL;
  g_autoptr(GBytes) png = NULL;
  g_autoptr(TlChartReading) reading = NULL;
  TlSeriesRules rules;

  g_ptr_array_add (reports, make_report (20, 2016, 419.1e6, TL_PRECISION_EXACT, "$419.1 million"));
  tl_series_rules_init (&rules);
  rules.kinds = TL_POINT_BIT (TL_POINT_YEAR);
  series = tl_series_new_by_rules ("BY", "KZ", TL_FLOW_TURNOVER, reports, &rules);
  chart = tl_chart_new (series, NULL);
  png = tl_chart_export_to_bytes (chart, &picture, NULL);
  reading = tl_chart_read (png, NULL);
  g_assert_nonnull (reading);
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_get_series (reading->chart)), ==, 1);
  g_assert_true (reading->is_as_drawn);
}

/* What stands behind the reports comes back, too. */
static void
test_officials (void)
{
  g_autoptr(GBytes) png = export ();
  g_autoptr(TlChartReading) reading = tl_chart_read (png, NULL);
  GPtrArray *officials = tl_chart_get_officials (reading->chart);

  g_assert_cmpuint (officials->len, ==, 2);
  g_assert_cmpstr (tl_official_series_get_reporter (officials->pdata[0]), ==, "BY");
  g_assert_cmpuint (tl_official_series_get_n_years (officials->pdata[0]), ==, 2);
  g_assert_null (tl_official_series_get_reporter (officials->pdata[1]));
  g_assert_cmpfloat (tl_official_series_get_year (officials->pdata[1], 0)->value, ==, 550.75e6);
}

/* What a point leads to is all there: copies of its story, sentence, speaker, article. */
/* So do official figures that stand alone. */
static void
test_officials_alone (void)
{
  static const TlOfficialValue values[] = {
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", FALSE, 2014, 879.4e6 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", FALSE, 2015, 523.8e6 },
  };
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", TL_FLOW_EXPORTS, none);
  g_autoptr(GPtrArray) officials =
    tl_official_series_list (values, G_N_ELEMENTS (values), "BY", "KZ", TL_FLOW_EXPORTS);
  g_autoptr(TlChart) chart = tl_chart_new (series, officials);
  g_autoptr(GBytes) png = tl_chart_export_to_bytes (chart, &picture, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlChartReading) reading = tl_chart_read (png, &error);

  g_assert_no_error (error);
  g_assert_true (reading->is_as_drawn);
  g_assert_cmpuint (tl_chart_get_officials (reading->chart)->len, ==, 1);
}

static void
test_reports (void)
{
  g_autoptr(GBytes) png = export ();
  g_autoptr(TlChartReading) reading = tl_chart_read (png, NULL);
  TlSeries *series = tl_chart_get_series (reading->chart);
  const TlPoint *point = tl_series_get_point (series, tl_series_get_n_points (series) - 1);
  TlReport *report = point->reports->pdata[0];

  g_assert_cmpint (point->start.year, ==, 2016);
  g_assert_cmpstr (tl_figure_get_quote (tl_report_get_figure (report)), ==, "$419.1 million");
  g_assert_cmpstr (tl_figure_get_speaker (tl_report_get_figure (report)), ==, "a minister");
  g_assert_nonnull (strstr (tl_figure_get_sentence (tl_report_get_figure (report)), "<made>"));
  g_assert_cmpstr (tl_report_get_url (report), ==, "https://example.org/a?b=c&d");
  g_assert_cmpint (tl_report_get_published (report).day, ==, 16);
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      point = tl_series_get_point (series, i);
      if (point->value > 1.05e9)
        g_assert_cmpuint (tl_report_get_n_carriers (point->reports->pdata[0]), ==, 2);
    }
}

/* ---- pictures that lie ---- */

/* A picture of the right size, but of nothing, with some figures. */
static GBytes *
make_lie (const char *figures)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 960, 630);
  GBytes *png = tl_png_write (surface, 1.5,
                              (const TlPngText[]) { { TL_PNG_KEYWORD_FIGURES, figures, TRUE } }, 1);

  cairo_surface_destroy (surface);
  return png;
}

#define HEAD "{\"format\":\"tradelines-chart\",\"version\":1,\"partners\":[\"BY\",\"KZ\"]," \
             "\"flow\":\"turnover\",\"picture\":{\"style\":\"light\",\"width\":640,\"height\":420,\"scale\":1}"
#define FIGURE(quote, value, rest) \
  "{\"article\":1,\"flow\":\"turnover\",\"partners\":[\"BY\",\"KZ\"],\"scope\":\"national\"," \
  "\"start\":\"2016-01\",\"end\":\"2016-12\",\"value\":" value ",\"currency\":\"USD\"," \
  "\"precision\":\"exact\",\"status\":\"reported\",\"at\":3,\"quote\":\"" quote "\"," \
  "\"sentence\":\"In $419.1 million.\"" rest "}"
#define GOOD FIGURE ("$419.1 million", "419100000", "")
#define ARTICLES ",\"articles\":[{\"title\":\"A\"}]"

#define OFFICIALS(list) HEAD ARTICLES ",\"figures\":[" GOOD "],\"officials\":" list "}"

static void
test_refused (void)
{
  static const char *const cases[] = {
    "", "[]", "null", "{}", "figures",
    HEAD "}",
    HEAD ",\"articles\":[]" ",\"figures\":[" GOOD "]}",
    HEAD ARTICLES ",\"figures\":[7]}",
    HEAD ARTICLES ",\"figures\":{}}",
    HEAD ARTICLES ",\"figures\":[" FIGURE ("$500 million", "419100000", "") "]}",
    HEAD ARTICLES ",\"figures\":[" FIGURE ("$419.1 million", "-1", "") "]}",
    HEAD ARTICLES ",\"figures\":[" FIGURE ("$419.1 million", "1e300", "") "]}",
    HEAD ARTICLES ",\"figures\":[" FIGURE ("$419.1 million", "419100000", ",\"change\":\"x\"") "]}",
    HEAD ",\"articles\":[{\"url\":\"file:///etc/passwd\"}],\"figures\":[" GOOD "]}",
    HEAD ",\"articles\":[{\"url\":\"javascript:alert(1)\"}],\"figures\":[" GOOD "]}",
    HEAD ",\"articles\":[{\"published\":\"2016-13-77\"}],\"figures\":[" GOOD "]}",
    HEAD ",\"articles\":[{\"story\":-4}],\"figures\":[" GOOD "]}",
    OFFICIALS ("7"),
    OFFICIALS ("[7]"),
    OFFICIALS ("[{\"source\":\"hearsay\",\"reporter\":\"BY\",\"years\":[[2016,1]]}]"),
    OFFICIALS ("[{\"source\":\"comtrade\",\"years\":[[2016,1]]}]"),
    OFFICIALS ("[{\"source\":\"comtrade\",\"reporter\":\"PL\",\"years\":[[2016,1]]}]"),
    OFFICIALS ("[{\"source\":\"comtrade\",\"reporter\":\"BY\",\"years\":[]}]"),
    OFFICIALS ("[{\"source\":\"comtrade\",\"reporter\":\"BY\",\"years\":[[2016]]}]"),
    OFFICIALS ("[{\"source\":\"comtrade\",\"reporter\":\"BY\",\"years\":[[2016,1],[2016,2]]}]"),
    OFFICIALS ("[{\"source\":\"comtrade\",\"reporter\":\"BY\",\"years\":[[99999999,1]]}]"),
    OFFICIALS ("[{\"source\":\"comtrade\",\"reporter\":\"BY\",\"years\":[[2016,1e300]]}]"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) png = make_lie (cases[i]);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (tl_chart_read (png, &error));
      g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN);
    }
}

static void
test_unverified (void)
{
  static const struct { const char *figures; guint n_unproven; } cases[] = {
    { HEAD ARTICLES ",\"figures\":[" GOOD "]}", 0 },
    { HEAD ARTICLES ",\"figures\":[" FIGURE ("$419.1 million", "819100000", "") "]}", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) png = make_lie (cases[i].figures);
      g_autoptr(GError) error = NULL;
      g_autoptr(TlChartReading) reading = tl_chart_read (png, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (tl_series_get_n_points (tl_chart_get_series (reading->chart)), ==, 1);
      g_assert_false (reading->is_as_drawn);
      g_assert_cmpuint (reading->n_unproven, ==, cases[i].n_unproven);
      g_assert_cmpuint (reading->n_figures, ==, 1);
    }
}

/* Nesting that would exhaust the stack, and a text that would fill the memory. */
static void
test_bombs (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autofree char *large = g_strnfill (40 * 1000 * 1000, ' ');
  const char *const figures[] = { deep, large };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr(GBytes) png = make_lie (figures[i]);
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (g_bytes_get_size (png), <, 100000);
      g_assert_null (tl_chart_read (png, &error));
      g_assert_nonnull (error);
    }
}

/* Any byte of the texts that is changed, and any end that is missing, is noticed. */
static void
test_damaged (void)
{
  g_autoptr(GBytes) png = export ();
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);

  for (gsize at = 0; at < length; at += at < 6000 ? 197 : 15013)
    {
      g_autofree guint8 *changed = g_memdup2 (data, length);
      g_autoptr(GBytes) short_one = g_bytes_new (data, at);
      g_autoptr(GBytes) damaged = NULL;
      g_autoptr(TlChartReading) whole = NULL;
      g_autoptr(TlChartReading) cut = tl_chart_read (short_one, NULL);

      changed[at] ^= 0x10;
      damaged = g_bytes_new (changed, length);
      whole = tl_chart_read (damaged, NULL);
      g_assert_true (whole == NULL || !whole->is_as_drawn);
      g_assert_true (cut == NULL || !cut->is_as_drawn);
    }
}

static void
test_no_figures (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 9, 9);
  g_autoptr(GBytes) png = tl_png_write (surface, 1, NULL, 0);
  g_autoptr(GBytes) none = g_bytes_new_static ("GIF89a, not a PNG", 17);
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_chart_read (png, &error));
  g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_NO_FIGURES);
  g_clear_error (&error);
  g_assert_null (tl_chart_read (none, &error));
  g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN);
  cairo_surface_destroy (surface);
}

/* ---- words ---- */

static void
test_alt_text (void)
{
  g_autoptr(TlSeries) series = make_series ();
  g_autofree char *alt = tl_chart_dup_alt_text (series, "Trade between Belarus and Kazakhstan");

  g_assert_cmpint (g_utf8_strlen (alt, -1), <=, TL_MAX_ALT_TEXT);
  g_assert_nonnull (strstr (alt, "Bar chart. Trade between Belarus and Kazakhstan, in US dollars, 2014 to 2016."));
  g_assert_nonnull (strstr (alt, "to $419.1 million in 2016."));
  g_assert_nonnull (strstr (alt, "Reports differ for 2014"));
}

static void
collect_cb (GMarkupParseContext *context,
            const char          *text,
            gsize                length,
            gpointer             user_data,
            GError             **error G_GNUC_UNUSED)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  const char *name = g_slist_length ((GSList *) stack) > 5 ? g_slist_nth_data ((GSList *) stack, 2)
                                                           : stack->data;

  if (length > 1)
    g_hash_table_insert (user_data, g_strdup (name), g_strndup (text, length));
}

static void
test_xmp (void)
{
  const GMarkupParser parser = { .text = collect_cb };
  g_autoptr(TlSeries) series = make_series ();
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 640, 420, TRUE);
  g_autofree char *xmp = tl_chart_dup_xmp (scene, "A <source> & more");
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, texts, NULL);
  g_autoptr(GError) error = NULL;

  g_markup_parse_context_parse (context, xmp, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_cmpstr (g_hash_table_lookup (texts, "dc:source"), ==, "A <source> & more");
  g_assert_cmpstr (g_hash_table_lookup (texts, "dc:title"), ==, tl_chart_scene_get_title (scene));
  g_assert_nonnull (g_hash_table_lookup (texts, "Iptc4xmpCore:AltTextAccessibility"));
  g_assert_cmpstr (g_hash_table_lookup (texts, "Iptc4xmpCore:ExtDescrAccessibility"), ==,
                   tl_chart_scene_get_description (scene));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/read/same-again", test_same_again);
  g_test_add_func ("/read/kinds", test_kinds);
  g_test_add_func ("/read/officials", test_officials);
  g_test_add_func ("/read/officials-alone", test_officials_alone);
  g_test_add_func ("/read/reports", test_reports);
  g_test_add_func ("/read/refused", test_refused);
  g_test_add_func ("/read/unverified", test_unverified);
  g_test_add_func ("/read/bombs", test_bombs);
  g_test_add_func ("/read/damaged", test_damaged);
  g_test_add_func ("/read/no-figures", test_no_figures);
  g_test_add_func ("/read/alt-text", test_alt_text);
  g_test_add_func ("/read/xmp", test_xmp);

  return g_test_run ();
}
