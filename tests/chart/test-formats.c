/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One scene, several formats: they show the same, and their texts are texts. */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <locale.h>
#include <poppler.h>

#include "test-reports.h"
#include "tl-chart-export.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

#define WIDTH 720
#define HEIGHT 460

/* Of a channel: readers smooth the edges of glyphs and hatchings differently. */
#define TOLERANCE 96

static const char *const all_lines[] = {
  "2011 640m", "2012 710m article=1", "2013 820m article=2 above", "2014 1b below article=3",
  "2014 1.1b article=4", "2015-01..2015-06 500m about article=5", "2016 2b target article=6",
  "2017 1b forecast high=1.3b article=7", NULL
};

static TlSeries *
make_series (void)
{
  g_autoptr(GPtrArray) reports = make_test_reports (all_lines);

  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

/* Of articles whose titles are written from the right to the left, with what belongs to no
 * direction at their ends and in their middle. */
static TlSeries *
make_series_of_other_scripts (void)
{
  static const char *const titles[] = {
    "التجارة بين بلدين (تقرير 2014، الجزء الثاني)", "סחר בין שתי מדינות: 1.1 מיליארד (דוח)",
    "«تجارت» دو کشور – BelTA – در سال ۲۰۱۶!", "بلدان، عام، ثلاثة أرقام…",
  };
  g_autoptr(GPtrArray) latin = make_test_reports (all_lines);
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < latin->len; i++)
    {
      TlReport *report = latin->pdata[i];

      g_ptr_array_add (reports, tl_report_new (tl_report_get_figure (report),
                                               tl_report_get_article_id (report),
                                               titles[i % G_N_ELEMENTS (titles)],
                                               tl_report_get_publisher (report),
                                               tl_report_get_published (report),
                                               tl_report_get_url (report)));
    }
  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

static GBytes *
export_series (TlSeries      *series,
               TlChartFormat  format,
               TlChartStyle   style)
{
  const TlChartPicture picture = { format, style, WIDTH, HEIGHT, 1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(TlChart) chart = tl_chart_new (series, NULL);
  GBytes *bytes = tl_chart_export_to_bytes (chart, &picture, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
export (TlChartFormat format,
        TlChartStyle  style)
{
  g_autoptr(TlSeries) series = make_series ();

  return export_series (series, format, style);
}

/* ---- reading ---- */

static cairo_surface_t *
new_surface (int width,
             int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
}

/* As the window draws it. */
static cairo_surface_t *
draw_screen (TlSeries     *series,
             TlChartStyle  style)
{
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, WIDTH, HEIGHT, TRUE);
  cairo_surface_t *surface = new_surface ((int) tl_chart_scene_get_width (scene),
                                          (int) tl_chart_scene_get_height (scene));
  cairo_t *cr = cairo_create (surface);

  tl_chart_paint (scene, cr, style, -1, -1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What PNG and SVG readers of the desktop show; %NULL without such a reader. */
static cairo_surface_t *
draw_picture (GBytes     *bytes,
              const char *format)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (format, NULL);
  GdkPixbuf *pixbuf;
  cairo_surface_t *surface;

  if (loader == NULL)
    return NULL;
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, bytes, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  surface = new_surface (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      {
        const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) +
                             x * gdk_pixbuf_get_n_channels (pixbuf);
        guint32 pixel = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];

        memcpy (cairo_image_surface_get_data (surface) +
                y * cairo_image_surface_get_stride (surface) + x * 4, &pixel, 4);
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
draw_pdf (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_autoptr(PopplerPage) page = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &width, &height);
  surface = new_surface ((int) (width * 96 / 72 + 0.5), (int) (height * 96 / 72 + 0.5));
  cr = cairo_create (surface);
  cairo_scale (cr, 96.0 / 72, 96.0 / 72);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* ---- comparing ---- */

static const guint8 *
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4;
}

static gboolean
is_like (const guint8 *a,
         const guint8 *b)
{
  for (int i = 0; i < 3; i++)
    if (ABS (a[i] - b[i]) > TOLERANCE)
      return FALSE;
  return TRUE;
}

static gboolean
has_near (cairo_surface_t *surface,
          const guint8    *pixel,
          int              x,
          int              y)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (x + dx >= 0 && x + dx < cairo_image_surface_get_width (surface) &&
          y + dy >= 0 && y + dy < cairo_image_surface_get_height (surface) &&
          is_like (pixel, get_pixel (surface, x + dx, y + dy)))
        return TRUE;
  return FALSE;
}

/* Whatever the one shows, the other shows within a pixel of it; but for a few pixels of
 * upright strokes, of which one reader fills two half and another one wholly. */
static void
assert_shows (cairo_surface_t *shown,
              cairo_surface_t *by,
              const char      *name)
{
  int width = cairo_image_surface_get_width (shown);
  int height = cairo_image_surface_get_height (shown);
  int n_missing = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (!has_near (by, get_pixel (shown, x, y), x, y))
        {
          g_test_message ("%s differs at %d, %d", name, x, y);
          n_missing++;
        }
  g_assert_cmpint (n_missing, <=, width * height / 10000);
}

static void
assert_same (cairo_surface_t *a,
             cairo_surface_t *b,
             const char      *name)
{
  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  assert_shows (a, b, name);
  assert_shows (b, a, name);
}

static void
assert_same_picture (TlSeries *series)
{
  for (int style = TL_CHART_STYLE_LIGHT; style <= TL_CHART_STYLE_DARK; style++)
    {
      cairo_surface_t *screen = draw_screen (series, (TlChartStyle) style);

      for (int format = TL_CHART_FORMAT_PNG; format <= TL_CHART_FORMAT_PDF; format++)
        {
          g_autoptr(GBytes) bytes = export_series (series, (TlChartFormat) format,
                                                  (TlChartStyle) style);
          const char *name = tl_chart_format_to_string ((TlChartFormat) format);
          cairo_surface_t *surface = format == TL_CHART_FORMAT_PDF ? draw_pdf (bytes)
                                                                   : draw_picture (bytes, name);

          if (surface == NULL)
            {
              g_test_message ("no reader for %s", name);
              continue;
            }
          assert_same (screen, surface, name);
          cairo_surface_destroy (surface);
        }
      cairo_surface_destroy (screen);
    }
}

static void
test_same_picture (void)
{
  g_autoptr(TlSeries) series = make_series ();

  assert_same_picture (series);
}

static void
test_other_scripts (void)
{
  g_autoptr(TlSeries) series = make_series_of_other_scripts ();

  assert_same_picture (series);
}

static void
test_same_bytes (void)
{
  for (int format = TL_CHART_FORMAT_PNG; format <= TL_CHART_FORMAT_PDF; format++)
    {
      g_autoptr(GBytes) first = export ((TlChartFormat) format, TL_CHART_STYLE_LIGHT);
      g_autoptr(GBytes) second = export ((TlChartFormat) format, TL_CHART_STYLE_LIGHT);

      g_assert_true (g_bytes_equal (first, second));
    }
}

/* ---- texts ---- */

static void
add_text_cb (GMarkupParseContext *context,
             const char          *text,
             gsize                length,
             gpointer             user_data,
             GError             **error G_GNUC_UNUSED)
{
  if (g_strcmp0 (g_markup_parse_context_get_element (context), "text") == 0)
    {
      g_string_append_len (user_data, text, (gssize) length);
      g_string_append_c (user_data, '\n');
    }
}

static void
test_svg_texts (void)
{
  const GMarkupParser parser = { .text = add_text_cb };
  g_autoptr(GBytes) bytes = export (TL_CHART_FORMAT_SVG, TL_CHART_STYLE_LIGHT);
  g_autoptr(GString) texts = g_string_new (NULL);
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, texts, NULL);
  g_autoptr(GError) error = NULL;

  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_nonnull (strstr (texts->str, "Trade between Belarus and Kazakhstan\n"));
  g_assert_nonnull (strstr (texts->str, "2014\n"));
  g_assert_nonnull (strstr (texts->str, "$640 million"));
  g_assert_nonnull (strstr (texts->str, "Sources\n"));
}

static void
test_pdf_texts (void)
{
  g_autoptr(GBytes) bytes = export (TL_CHART_FORMAT_PDF, TL_CHART_STYLE_LIGHT);
  g_autoptr(PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_autoptr(PopplerPage) page = poppler_document_get_page (document, 0);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_cmpstr (title, ==, "Trade between Belarus and Kazakhstan");
  g_assert_nonnull (strstr (text, "Trade between Belarus and Kazakhstan"));
  g_assert_nonnull (strstr (text, "$640 million"));
  g_assert_nonnull (strstr (text, "Sources"));
}

static void
test_names (void)
{
  TlChartFormat format;
  TlChartStyle style;

  g_assert_true (tl_chart_format_from_string ("SVG", &format));
  g_assert_cmpint (format, ==, TL_CHART_FORMAT_SVG);
  g_assert_false (tl_chart_format_from_string ("gif", &format));
  g_assert_false (tl_chart_format_from_string (NULL, &format));
  g_assert_true (tl_chart_style_from_string ("dark", &style));
  g_assert_cmpint (style, ==, TL_CHART_STYLE_DARK);
  g_assert_false (tl_chart_style_from_string ("grey", &style));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/same-picture", test_same_picture);
  g_test_add_func ("/formats/other-scripts", test_other_scripts);
  g_test_add_func ("/formats/same-bytes", test_same_bytes);
  g_test_add_func ("/formats/svg-texts", test_svg_texts);
  g_test_add_func ("/formats/pdf-texts", test_pdf_texts);
  g_test_add_func ("/formats/names", test_names);

  return g_test_run ();
}
