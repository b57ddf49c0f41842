/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "test-reports.h"
#include "tl-chart-export.h"

static TlSeries *
make_series (const char *const *lines)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);

  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

static const TlChartPicture small = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 500, 400, 1 };

static GBytes *
export_png (TlSeries  *series,
            double     width,
            double     height,
            double     scale,
            GError   **error)
{
  const TlChartPicture picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, width, height, scale };
  g_autoptr(TlChart) chart = tl_chart_new (series, NULL);

  return tl_chart_export_to_bytes (chart, &picture, error);
}

/* ---- the painter ---- */

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guint8 *data;
  guint32 pixel;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  memcpy (&pixel, data + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4, 4);
  return pixel & 0xffffff;
}

static cairo_surface_t *
paint (TlChartScene *scene,
       TlChartStyle  style,
       int           focused,
       int           hovered)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) tl_chart_scene_get_width (scene),
                                                         (int) tl_chart_scene_get_height (scene));
  cairo_t *cr = cairo_create (surface);

  cairo_set_line_width (cr, 7);
  tl_chart_paint (scene, cr, style, focused, hovered);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
  cairo_destroy (cr);
  return surface;
}

static double
get_luminance (guint32 pixel)
{
  double channels[3];

  for (int i = 0; i < 3; i++)
    {
      double value = ((pixel >> (16 - 8 * i)) & 0xff) / 255.0;

      channels[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  double first = get_luminance (a) + 0.05;
  double second = get_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

/* A full year is solid, and stands out from the ground in both styles. */
static void
test_paint (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 560, TRUE);
  TlRect bar = tl_chart_scene_get_mark (scene, 3)->bounds;
  TlRect hollow = tl_chart_scene_get_mark (scene, 2)->bounds;

  for (int style = TL_CHART_STYLE_LIGHT; style <= TL_CHART_STYLE_DARK_CONTRAST; style++)
    {
      cairo_surface_t *surface = paint (scene, (TlChartStyle) style, -1, -1);
      guint32 ground = get_pixel (surface, 1, 1);
      guint32 solid = get_pixel (surface, bar.x + bar.width / 2, bar.y + bar.height / 2);

      g_assert_cmpfloat (get_contrast (ground, solid), >=, 3);
      g_assert_cmphex (get_pixel (surface, bar.x + 3, bar.y + bar.height - 5), ==, solid);
      g_assert_cmphex (get_pixel (surface, hollow.x + hollow.width / 2, hollow.y + 30), ==, ground);
      cairo_surface_destroy (surface);
    }
}

static gboolean
is_same_picture (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) *
               (gsize) cairo_image_surface_get_height (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

static void
test_states (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 640, 400, FALSE);
  cairo_surface_t *plain = paint (scene, TL_CHART_STYLE_LIGHT, -1, -1);
  static const struct
  {
    int      focused;
    int      hovered;
    gboolean is_plain;
  } cases[] = {
    { -1, -1, TRUE }, { 0, -1, FALSE }, { -1, 3, FALSE }, { 99, 99, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *surface = paint (scene, TL_CHART_STYLE_LIGHT, cases[i].focused,
                                        cases[i].hovered);

      g_assert_cmpint (is_same_picture (plain, surface), ==, cases[i].is_plain);
      cairo_surface_destroy (surface);
    }
  cairo_surface_destroy (plain);
}

static void
test_paint_any (void)
{
  static const char *const lines[] = {
    "2014 1b below", "2014 1.1b above", "2015 1b high=1.2b", "2015-01..2015-06 500m about",
    "2016 2b target", "2016 2.5b target", "2016 1b forecast high=1.5b", "2016 1b forecast above",
    "2017..2018 4b below", "2018 1b below forecast", "2018-01..2018-03 1b", "2018-01..2018-03 2b",
    "2013 1m change=10", "2013 1m change=12 article=3", NULL
  };
  static const struct { double width, height; } sizes[] = { { 160, 120 }, { 360, 300 }, { 2000, 900 } };
  g_autoptr(TlSeries) series = make_series (lines);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[i].width,
                                                          sizes[i].height, TRUE);

      cairo_surface_destroy (paint (scene, TL_CHART_STYLE_DARK, 1, 2));
      cairo_surface_destroy (paint (scene, TL_CHART_STYLE_LIGHT_CONTRAST, 1, 2));
    }
}

/* Along a line through its middle, at the rim at least. */
static gboolean
has_ink (cairo_surface_t *surface,
         const TlMark    *mark)
{
  double y = mark->bounds.y + mark->bounds.height / 2;

  for (double x = floor (mark->bounds.x); x <= mark->bounds.x + mark->bounds.width; x++)
    if (get_contrast (get_pixel (surface, x, y), 0xffffff) >= 3)
      return TRUE;
  return FALSE;
}

/* Of thousands of reports, every one is in a mark that has its ink where it stands. */
static void
test_crowd (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChartScene) scene = NULL;
  cairo_surface_t *surface;
  guint n_subjects = 0;

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u %um article=%u", 2000 + i % 10, 100 + i / 10 * 2, i);

      g_ptr_array_add (reports, make_test_report (line));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  scene = tl_chart_scene_new (series, 900, 560, FALSE);
  surface = paint (scene, TL_CHART_STYLE_LIGHT, -1, -1);
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      n_subjects += tl_mark_get_n_subjects (mark);
      g_assert_true (has_ink (surface, mark));
    }
  g_assert_cmpuint (n_subjects, ==, 6000);
  cairo_surface_destroy (surface);
}

static cairo_status_t
count_bytes (void                *closure,
             const unsigned char *data G_GNUC_UNUSED,
             unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* On paper texts stay texts; no line may start where one ended. */
static void
test_paper (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 640, 400, TRUE);
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_bytes, &size, 640, 400);
  cairo_t *cr = cairo_create (surface);

  tl_chart_paint (scene, cr, TL_CHART_STYLE_LIGHT, -1, -1);
  g_assert_false (cairo_has_current_point (cr));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (size, >, 1000);
}

/* ---- PNG ---- */

typedef struct
{
  guint width, height;
  GHashTable *texts;            /* keyword → text */
} Png;

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Reads what a PNG says of itself: its chunks are a length, a name, data and a checksum. */
static void
read_png (GBytes *bytes,
          Png    *png)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *png = (Png) { .texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  g_assert_cmpuint (size, >, 8);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  for (gsize at = 8; at + 12 <= size; )
    {
      guint32 length = read_number (data + at);
      const guint8 *chunk = data + at + 8;

      g_assert_cmpuint (at + 12 + length, <=, size);
      if (memcmp (data + at + 4, "IHDR", 4) == 0)
        {
          png->width = read_number (chunk);
          png->height = read_number (chunk + 4);
        }
      else if (memcmp (data + at + 4, "iTXt", 4) == 0)
        {
          gsize keyword = strlen ((const char *) chunk);
          gsize start = keyword + 5;    /* NUL, two of compression, two empty strings' NULs */

          g_hash_table_insert (png->texts, g_strndup ((const char *) chunk, keyword),
                               g_strndup ((const char *) chunk + start, length - start));
        }
      at += 12 + length;
    }
}

static void
test_png (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = export_png (series, 640, 400, 2, &error);
  const char *sources;
  Png png;

  g_assert_no_error (error);
  read_png (bytes, &png);
  g_assert_cmpuint (png.width, ==, 1280);
  g_assert_cmpuint (png.height, ==, 800);
  g_assert_nonnull (strstr (g_hash_table_lookup (png.texts, "Title"), "Belarus"));
  g_assert_nonnull (strstr (g_hash_table_lookup (png.texts, "Description"), "Reports differ for 2014"));
  g_assert_cmpstr (g_hash_table_lookup (png.texts, "Software"), ==, "Tradelines");
  sources = g_hash_table_lookup (png.texts, "Source");
  g_assert_nonnull (strstr (sources, "Trade Daily, 16 March 2017: "));
  g_assert_nonnull (strstr (sources, "\nThe Herald, 8 December 2016: "));
  g_hash_table_unref (png.texts);
}

/* The picture is as high as its scene, and as wide as was asked for. */
static void
test_many_sources (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChartScene) scene = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Png png;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d 1b article=%d", 1990 + i, i);

      g_ptr_array_add (reports, make_test_report (line));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  scene = tl_chart_scene_new (series, 640, 400, TRUE);
  bytes = export_png (series, 640, 400, 2, NULL);
  read_png (bytes, &png);
  g_assert_cmpuint (png.width, ==, 1280);
  g_assert_cmpuint (png.height, >, 800);
  g_assert_cmpfloat (png.height, ==, 2 * tl_chart_scene_get_height (scene));
  g_hash_table_unref (png.texts);
}

static void
test_same_bytes (void)
{
  g_autoptr(TlSeries) first = make_series (test_story_lines);
  g_autoptr(TlSeries) second = make_series (test_story_lines);
  g_autoptr(GBytes) a = export_png (first, 500, 400, 1.5, NULL);
  g_autoptr(GBytes) b = export_png (second, 500, 400, 1.5, NULL);

  g_assert_true (g_bytes_equal (a, b));
}

static void
test_empty (void)
{
  g_autoptr(TlSeries) series = make_series ((const char *[]) { NULL });
  g_autoptr(GBytes) bytes = export_png (series, 500, 400, 1, NULL);
  Png png;

  read_png (bytes, &png);
  g_assert_cmpuint (png.width, ==, 500);
  g_assert_null (g_hash_table_lookup (png.texts, "Source"));
  g_hash_table_unref (png.texts);
}

static void
test_sizes (void)
{
  static const struct { double width, height, scale; } cases[] = {
    { 0, 400, 1 }, { 400, -1, 1 }, { 400, 400, 0 }, { 1e9, 400, 1 }, { 400, 400, 1e6 },
    { 30000, 30000, 1 }, { NAN, 400, 1 }, { 400, INFINITY, 1 }, { 1, 1, 1e4 },
  };
  g_autoptr(TlSeries) series = make_series (test_story_lines);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (export_png (series, cases[i].width, cases[i].height,
                                 cases[i].scale, &error));
      g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_SIZE);
    }
}

static void
test_file (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChart) chart = tl_chart_new (series, NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "chart.png", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) expected = export_png (series, 500, 400, 1, NULL);
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "an older picture", -1, NULL));
  g_assert_true (tl_chart_export (chart, &small, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
test_file_errors (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChart) chart = tl_chart_new (series, NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "kept.png", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/chart.png");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (tl_chart_export (chart, &small, nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "an older picture", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (tl_chart_export (chart, &small, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "an older picture");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/painter/paint", test_paint);
  g_test_add_func ("/painter/states", test_states);
  g_test_add_func ("/painter/any", test_paint_any);
  g_test_add_func ("/painter/crowd", test_crowd);
  g_test_add_func ("/painter/paper", test_paper);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/many-sources", test_many_sources);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/empty", test_empty);
  g_test_add_func ("/export/sizes", test_sizes);
  g_test_add_func ("/export/file", test_file);
  g_test_add_func ("/export/file-errors", test_file_errors);

  return g_test_run ();
}
