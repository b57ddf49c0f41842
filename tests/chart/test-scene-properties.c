/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds of every chart, over generated ones: reports and official figures of any size,
 * in pictures of any size, in both directions of writing.  GLib prints the seed. */

#include <cairo.h>
#include <locale.h>

#include "test-charts.h"
#include "test-scene-checks.h"
#include "tl-chart-export.h"
#include "tl-chart-painter.h"

#define N_CHARTS 1500

/* Of so many charts the pixels are compared too. */
#define PIXELS_OF 50

/* ---- what holds ---- */

/* Where zero is drawn. */
static double
find_zero (TlChartScene *scene)
{
  for (guint i = 0; i < scene->lines->len; i++)
    {
      const TlChartLine *line = &g_array_index (scene->lines, TlChartLine, i);

      if (line->role == TL_LINE_AXIS)
        return line->y1;
    }
  g_assert_not_reached ();
}

/* Heights are values, of reports and of official figures on the same scale. */
static void
assert_scale (TlChartScene *scene)
{
  TlSeries *series = tl_chart_scene_get_series (scene);
  double zero = find_zero (scene);
  double scale = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlPoint *point;

      if (!is_of_kind (mark, TL_SUBJECT_POINT))
        continue;
      point = tl_series_get_point (series, mark->subject.index);
      g_assert_true (is_inside (scene->plot, mark->bounds));
      g_assert_cmpuint (point->reports->len, >, 0);
      g_assert_cmpfloat (mark->y, <=, zero);
      scale = MAX (scale, (zero - mark->y) / point->value);
    }
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlFigureData *claim;

      if (is_of_kind (mark, TL_SUBJECT_POINT))
        {
          double value = tl_series_get_point (series, mark->subject.index)->value;

          g_assert_cmpfloat_with_epsilon (zero - mark->y, value * scale, 0.02);
        }
      if (!is_of_kind (mark, TL_SUBJECT_UNDATED) || scene->tray.width <= 0 ||
          g_array_index (scene->glyphs, TlGlyph, i).shape == TL_SHAPE_BEYOND)
        continue;
      claim = tl_figure_get_data (tl_report_get_figure (tl_series_get_undated (series)->pdata[mark->subject.index]));
      g_assert_cmpfloat_with_epsilon (zero - mark->y, claim->value * scale, 0.02);
    }
}

/* Every grey line is in the plot or in the legend, and has a name there. */
static void
assert_officials (TlChartScene *scene)
{
  TlRect canvas = { 0, 0, scene->width, scene->height };
  gboolean is_drawn[TL_N_LINE_PATTERNS] = { FALSE };
  gboolean is_named[TL_N_LINE_PATTERNS] = { FALSE };

  for (guint i = 0; i < scene->lines->len; i++)
    {
      const TlChartLine *line = &g_array_index (scene->lines, TlChartLine, i);
      TlRect rect = { line->x1, MIN (line->y1, line->y2), line->x2 - line->x1,
                      fabs (line->y2 - line->y1) };

      if (line->role != TL_LINE_OFFICIAL)
        continue;
      g_assert_cmpuint (line->pattern, <, TL_N_LINE_PATTERNS);
      g_assert_true (is_inside (canvas, rect));
      if (line->y1 < scene->plot.y - 0.01)
        is_named[line->pattern] = TRUE;
      else
        {
          g_assert_true (is_inside (scene->plot, rect));
          is_drawn[line->pattern] = TRUE;
        }
    }
  for (guint i = 0; i < TL_N_LINE_PATTERNS; i++)
    g_assert_true (!is_drawn[i] || is_named[i]);
}

/* Somewhere along its step an official value can be hit, unless others cover all of it. */
static gboolean
can_be_hit (TlChartScene *scene,
            const TlMark *mark)
{
  double y = mark->bounds.y + mark->bounds.height / 2;
  gboolean is_covered = TRUE;

  for (int i = 0; i <= 40; i++)
    {
      double x = mark->bounds.x + mark->bounds.width * i / 40;
      int picked = tl_chart_scene_pick (scene, x, y);
      const TlMark *hit;

      g_assert_cmpint (picked, >=, 0);
      hit = tl_chart_scene_get_mark (scene, (guint) picked);
      if (is_of_kind (hit, TL_SUBJECT_OFFICIAL))
        return is_inside (hit->bounds, (TlRect) { x, y, 0, 0 });
      is_covered = is_covered && is_inside (hit->bounds, (TlRect) { x, y, 0, 0 });
    }
  return is_covered;
}

/* Every official value that is drawn has one mark, in the plot, at its height and in words; both
 * sides' declarations stay apart. */
static void
assert_official_marks (TlChartScene *scene)
{
  GPtrArray *officials = tl_chart_get_officials (tl_chart_scene_get_chart (scene));
  const TlPanel *panel = tl_chart_scene_get_panel (scene, 0);
  const TlMark *last = NULL;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlOfficialYear *year;
      g_autofree char *when = NULL;

      if (!is_of_kind (mark, TL_SUBJECT_OFFICIAL))
        {
          g_assert_null (last);         /* they come after all others */
          continue;
        }
      year = tl_official_series_get_year (officials->pdata[mark->subject.index], mark->subject.year);
      when = g_strdup_printf ("in %d: ", year->year);
      g_assert_true (is_inside (scene->plot, mark->bounds));
      g_assert_cmpfloat_with_epsilon (panel->zero - mark->y, year->value * panel->unit, 0.02);
      g_assert_nonnull (strstr (mark->description, when));
      g_assert_true (can_be_hit (scene, mark));
      g_assert_true (last == NULL || !tl_subject_equal (last->subject, mark->subject));
      last = mark;
    }
}

static void
assert_labels (TlChartScene *scene)
{
  TlRect canvas = { 0, 0, scene->width, scene->height };

  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlChartText *text = &g_array_index (scene->texts, TlChartText, i);

      if (!is_inside (canvas, text->rect))
        g_test_message ("“%s” leaves the picture", pango_layout_get_text (text->layout));
      g_assert_true (is_inside (canvas, text->rect));
    }
  assert_no_text_over_text (scene);
}

static gboolean
is_same_rect (TlRect a,
              TlRect b)
{
  return memcmp (&a, &b, sizeof a) == 0;
}

static void
assert_same (TlChartScene *a,
             TlChartScene *b)
{
  g_assert_cmpuint (a->marks->len, ==, b->marks->len);
  g_assert_cmpuint (a->texts->len, ==, b->texts->len);
  g_assert_cmpuint (a->lines->len, ==, b->lines->len);
  g_assert_cmpstr (a->description, ==, b->description);
  for (guint i = 0; i < a->marks->len; i++)
    g_assert_true (is_same_rect (tl_chart_scene_get_mark (a, i)->bounds,
                                 tl_chart_scene_get_mark (b, i)->bounds));
  for (guint i = 0; i < a->texts->len; i++)
    g_assert_true (is_same_rect (g_array_index (a->texts, TlChartText, i).rect,
                                 g_array_index (b->texts, TlChartText, i).rect));
}

static GBytes *
paint (TlChartScene *scene,
       TlChartStyle  style)
{
  int width = (int) ceil (scene->width), height = (int) ceil (scene->height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GBytes *pixels;

  tl_chart_paint (scene, cr, style, -1, -1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  cairo_surface_destroy (surface);
  return pixels;
}

static void
test_properties (void)
{
  for (int i = 0; i < N_CHARTS; i++)
    {
      g_autoptr(TlChart) chart = make_chart ();
      double width = 240 * pow (4000.0 / 240, pow (g_test_rand_double (), 2));
      double height = 200 * pow (3000.0 / 200, pow (g_test_rand_double (), 2));
      gboolean with_sources = i % 2 == 0;
      g_autoptr(TlChartScene) scene =
        tl_chart_scene_new_for_chart (chart, width, height, with_sources);
      g_autoptr(TlChartScene) again = NULL;

      if (tl_series_get_n_points (tl_chart_get_series (chart)) == 0)
        continue;
      g_test_message ("%d: %g × %g, %u points, %u officials", i, width, height,
                      tl_series_get_n_points (tl_chart_get_series (chart)),
                      tl_chart_get_officials (chart)->len);
      g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_POINT), ==,
                        tl_series_get_n_points (scene->series));
      assert_scale (scene);
      assert_officials (scene);
      assert_official_marks (scene);
      assert_labels (scene);
      if (height >= 400)
        assert_legend (scene);
      assert_picking (scene);
      assert_tray (scene);
      if (i % 10 != 0)
        continue;
      again = tl_chart_scene_new_for_chart (chart, width, height, with_sources);
      assert_same (scene, again);
      if (i % (N_CHARTS / PIXELS_OF) == 0 && width * height < 1e6)
        {
          g_autoptr(GBytes) first = paint (scene, TL_CHART_STYLE_LIGHT);
          g_autoptr(GBytes) second = paint (again, TL_CHART_STYLE_LIGHT);

          g_assert_true (g_bytes_equal (first, second));
        }
    }
}

/* A deficit hangs below zero, and the reports stand on zero all the same. */
static void
test_deficit (void)
{
  static const TlOfficialValue values[] = {
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", FALSE, 2015, 1e9 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", TRUE, 2015, 3e9 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", FALSE, 2016, 4e9 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", TRUE, 2016, 1e9 },
  };
  static const char *const lines[] = { "2016 3b balance first=BY second=KZ", NULL };
  g_autoptr(GPtrArray) reports = make_test_reports (lines);
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", TL_FLOW_BALANCE, reports);
  g_autoptr(GPtrArray) officials =
    tl_official_series_list (values, G_N_ELEMENTS (values), "BY", "KZ", TL_FLOW_BALANCE);
  g_autoptr(TlChart) chart = tl_chart_new (series, officials);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (chart, 700, 450, TRUE);
  const TlMark *mark = tl_chart_scene_get_mark (scene, 0);
  double zero = find_zero (scene);
  double lowest = 0;
  guint n_steps = 0;

  g_assert_true (tl_chart_scene_get_chart (scene) == chart);
  g_assert_nonnull (strstr (tl_chart_scene_get_description (scene),
                            "UN Comtrade, declared by Belarus: −$2 billion in 2015, $3 billion in 2016"));
  for (guint i = 0; i < scene->lines->len; i++)
    {
      const TlChartLine *line = &g_array_index (scene->lines, TlChartLine, i);

      if (line->role != TL_LINE_OFFICIAL || line->y1 < scene->plot.y)
        continue;
      n_steps++;
      lowest = MAX (lowest, line->y1);
    }
  /* 2015, the step to 2016, and 2016. */
  g_assert_cmpuint (n_steps, ==, 3);
  g_assert_cmpfloat_with_epsilon ((lowest - zero) * 3, (zero - mark->y) * 2, 0.01);
  g_assert_cmpfloat_with_epsilon (mark->bounds.y + mark->bounds.height, zero, 0.01);
  g_assert_cmpuint (count_texts (scene, "−2"), ==, 1);
  g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_OFFICIAL), ==, 2);
  mark = tl_chart_scene_get_mark (scene, 1);
  g_assert_cmpstr (mark->description, ==, "Officially −$2 billion in 2015: balance of Belarus with "
                   "Kazakhstan, declared by Belarus. Source: UN Comtrade");
  assert_official_marks (scene);
}

/* Official figures of which no article reports anything are a chart, too. */
static void
test_officials_alone (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  static const TlFlow flows[] = { TL_FLOW_TURNOVER, TL_FLOW_EXPORTS, TL_FLOW_BALANCE };

  for (int i = 0; i < 60; i++)
    {
      Plan plan = { "BY", "KZ", flows[i % 3], 0, g_test_rand_int_range (1, 40) };
      g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", plan.flow, none);
      g_autoptr(GPtrArray) officials = NULL;
      g_autoptr(TlChart) chart = NULL;
      g_autoptr(TlChartScene) scene = NULL;
      double width = g_test_rand_double_range (240, 1600);
      double height = g_test_rand_double_range (200, 1000);

      plan.first_year = 2020 - plan.n_years;
      officials = make_officials (&plan);
      if (officials->len == 0)
        continue;
      chart = tl_chart_new (series, officials);
      scene = tl_chart_scene_new_for_chart (chart, width, height, i % 2 == 0);
      g_test_message ("%g × %g, %u officials", width, height, officials->len);
      assert_officials (scene);
      assert_official_marks (scene);
      assert_labels (scene);
      assert_picking (scene);
      g_assert_cmpuint (count_texts (scene, "as countries declare"), <=, 1);
      g_assert_cmpuint (count_texts (scene, "Nothing to draw"), ==, 0);
      if (height >= 400)
        g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_OFFICIAL), >, 0);
      g_assert_true (g_str_has_prefix (tl_chart_scene_get_description (scene),
                                       "Step chart of official figures, without reports."));
    }
}

/* Right to left, texts still keep apart and inside. */
static void
test_right_to_left (void)
{

  for (int i = 0; i < 20; i++)
    {
      TlFigureData data;
      g_autoptr(TlFigure) figure = NULL;
      g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(TlSeries) series = NULL;
      g_autoptr(TlChartScene) scene = NULL;

      tl_figure_data_init (&data);
      data.start = (TlDate) { 2000 + i, 1, 0 };
      data.end = (TlDate) { 2000 + i, 12, 0 };
      data.value = pick_value ();
      g_strlcpy (data.currency, "EGP", sizeof data.currency);
      g_strlcpy (data.partners[0], "EG", TL_PARTNER_SIZE);
      g_strlcpy (data.partners[1], "SA", TL_PARTNER_SIZE);
      figure = tl_figure_new (&data, "بلغت التجارة", "", NULL);
      g_ptr_array_add (reports, tl_report_new (figure, 1, "التجارة بين البلدين", "الأخبار",
                                               TL_DATE_NONE, NULL));
      series = tl_series_new ("EG", "SA", TL_FLOW_TURNOVER, reports);
      scene = tl_chart_scene_new (series, 240 + 60 * i, 200 + 30 * i, TRUE);
      g_assert_cmpuint (scene->marks->len, ==, 1);
      assert_scale (scene);
      assert_labels (scene);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/scene-properties/deficit", test_deficit);
  g_test_add_func ("/scene-properties/officials-alone", test_officials_alone);
  g_test_add_func ("/scene-properties/right-to-left", test_right_to_left);
  g_test_add_func ("/scene-properties/generated", test_properties);

  return g_test_run ();
}
