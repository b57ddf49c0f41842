/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart promises, tested on its scene: no pixels. */

#include <locale.h>

#include "test-scene-checks.h"

/* ---- tests ---- */

static void
test_story (void)
{
  static const struct
  {
    TlPointKind  kind;
    int          year;
    const char  *label;
    const char  *description;
    guint        n_reports;
  } expected[] = {
    { TL_POINT_YEAR, 2014, "almost $1 billion",
      "2014: almost $1 billion, reported for the full year. Belta, 23 November 2017. "
      "One of 2 values that differ", 1 },
    { TL_POINT_YEAR, 2014, "$1.1 billion",
      "2014: $1.1 billion, reported for the full year. The Herald, 8 December 2016. "
      "One of 2 values that differ", 1 },
    { TL_POINT_CALCULATED, 2015, "≈ $599 million",
      "2015: about $599 million, calculated: $419.1 million ÷ (1 − 30%). "
      "Trade Daily, 16 March 2017 and 1 other report", 2 },
    { TL_POINT_YEAR, 2016, "$419.1 million",
      "2016: $419.1 million, reported for the full year. Trade Daily, 16 March 2017", 1 },
    { TL_POINT_PARTIAL, 2017, "≈ $500 million",
      "Jan–Sep 2017: about $500 million, reported for a part of the year. "
      "Belta, 23 November 2017", 1 },
    { TL_POINT_FORECAST, 2018, "almost $1 billion",
      "2018: almost $1 billion, a forecast. Belta, 23 November 2017", 1 },
  };
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  TlChartScene *scene = tl_chart_scene_new (series, 900, 560, TRUE);

  assert_scene (scene);
  g_assert_true (tl_chart_scene_get_series (scene) == series);
  g_assert_nonnull (strstr (tl_chart_scene_get_title (scene), "Belarus"));
  g_assert_nonnull (strstr (tl_chart_scene_get_title (scene), "Kazakhstan"));
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlPoint *point = get_point (scene, mark);

      g_assert_cmpint (mark->kind, ==, expected[i].kind);
      g_assert_cmpint (point->start.year, ==, expected[i].year);
      g_assert_cmpuint (point->reports->len, ==, expected[i].n_reports);
      g_assert_cmpstr (mark->label, ==, expected[i].label);
      g_assert_cmpstr (mark->description, ==, expected[i].description);
    }
  g_assert_finalize_object (scene);
}

static void
test_description (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 560, FALSE);
  static const char *const parts[] = {
    "Bar chart. ", ", in US dollars, 2014 to 2018. ",
    "From almost $1 billion or $1.1 billion in 2014 to $419.1 million in 2016. ",
    "Reports differ for 2014: almost $1 billion or $1.1 billion. ",
    "Calculated: 2015 about $599 million. ",
    "Known in part: Jan–Sep 2017 about $500 million. ",
    "Forecasts: 2018 almost $1 billion.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (tl_chart_scene_get_description (scene), parts[i]));
    }
}

static void
test_flows (void)
{
  static const struct
  {
    TlFlow      flow;
    const char *line;
    const char *first, *second;
    const char *part;
  } cases[] = {
    { TL_FLOW_EXPORTS, "2016 1b exports first=KZ second=BY", "KZ", "BY", "Exports from K" },
    { TL_FLOW_BALANCE, "2016 1b balance", "BY", "KZ", "surplus of B" },
    { TL_FLOW_TURNOVER, "2016 1b", "KZ", "BY", "between K" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) reports = make_test_reports ((const char *[]) { cases[i].line, NULL });
      g_autoptr(TlSeries) series = tl_series_new (cases[i].first, cases[i].second,
                                                  cases[i].flow, reports);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 600, 400, FALSE);

      assert_scene (scene);
      g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 1);
      g_assert_nonnull (strstr (tl_chart_scene_get_title (scene), cases[i].part));
      g_assert_nonnull (strstr (tl_chart_scene_get_description (scene),
                                "One full year is reported: $1 billion in 2016."));
    }
}

static void
test_empty (void)
{
  static const char *const lines[] = { "2016 change=-30", "1b currency=", NULL };
  g_autoptr(TlSeries) series = make_series (lines);
  TlChartScene *scene = tl_chart_scene_new (series, 640, 400, TRUE);

  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 0);
  g_assert_cmpint (tl_chart_scene_pick (scene, 320, 200), ==, -1);
  g_assert_cmpuint (scene->keys->len, ==, 0);
  g_assert_true (*tl_chart_scene_get_title (scene) != '\0');
  g_assert_nonnull (strstr (tl_chart_scene_get_description (scene), "nothing to draw"));
  g_assert_finalize_object (scene);
}

static guint
count_lines (TlChartScene *scene,
             TlLineRole    role)
{
  guint n = 0;

  for (guint i = 0; i < scene->lines->len; i++)
    if (g_array_index (scene->lines, TlChartLine, i).role == role)
      n++;
  return n;
}

/* Only undisputed full years of adjacent years are joined: a gap stays a gap. */
static void
test_connectors (void)
{
  static const struct
  {
    const char *lines[6];
    guint       n;
  } cases[] = {
    { { "2014 1b", "2015 2b", "2016 3b" }, 2 },
    { { "2014 1b", "2016 3b" }, 0 },
    { { "2014 1b", "2015 2b", "2015 2.5b", "2016 3b" }, 0 },
    { { "2014 1b", "2015-01..2015-09 2b" }, 0 },
    { { "2014 1b", "2015 2b forecast" }, 0 },
    { { "2014 1b change=10" }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlSeries) series = make_series (cases[i].lines);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 800, 500, FALSE);

      g_test_message ("%s, …", cases[i].lines[0]);
      /* The legend has a whisker where reports differ, but no connector. */
      g_assert_cmpuint (count_lines (scene, TL_LINE_CONNECTOR), ==, cases[i].n);
    }
}

static TlShape
get_shape (TlChartScene *scene,
           guint         mark)
{
  return g_array_index (scene->glyphs, TlGlyph, mark).shape;
}

/* A bar only where one thing is said of a period; dots where reports differ. */
static void
test_shapes (void)
{
  static const char *const lines[] = {
    "2014 1b", "2014 1.1b", "2015 1b", "2015-01..2015-06 500m", "2016 2b target",
    "2017..2018 4b", "2018 1b below forecast", NULL
  };
  static const TlShape shapes[] = {
    TL_SHAPE_DOT, TL_SHAPE_DOT, TL_SHAPE_BAR, TL_SHAPE_BAR, TL_SHAPE_STEM, TL_SHAPE_SPAN, TL_SHAPE_BAR,
  };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 500, FALSE);

  assert_scene (scene);
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, G_N_ELEMENTS (shapes));
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_assert_cmpint (get_shape (scene, i), ==, shapes[i]);
  g_assert_cmpint (g_array_index (scene->glyphs, TlGlyph, 6).bound, ==, TL_BOUND_BELOW);
}

/* Reports of nearly the same value must not hide one another. */
static void
test_near_dots (void)
{
  static const char *const lines[] = { "2018 890m above", "2018 896m", "2018 900m", "2019 1b", NULL };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 700, 450, FALSE);

  for (guint i = 0; i < 3; i++)
    for (guint j = i + 1; j < 3; j++)
      {
        const TlMark *a = tl_chart_scene_get_mark (scene, i);
        const TlMark *b = tl_chart_scene_get_mark (scene, j);

        g_assert_cmpfloat (hypot (a->x - b->x, a->y - b->y), >, a->bounds.width * 0.5);
      }
}

/* The counts of reports stand below all years or none, or they would seem to be of others. */
static void
test_counts (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;

  for (int i = 0; i < 80; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d %dm", 1980 + i / 2, 500 + i);

      g_ptr_array_add (reports, make_test_report (line));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  for (int width = 300; width <= 4000; width += 100)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, width, 500, FALSE);
      guint n = count_texts (scene, "2 reports");

      g_assert_true (n == 0 || n == 40);
      g_assert_true (width != 4000 || n == 40);
      g_assert_true (width != 300 || n == 0);
    }
}

/* ---- generated series ---- */

static char *
generate_line (int first_year,
               int n_years)
{
  static const char *const statuses[] = { "reported", "reported", "reported", "target", "forecast", "potential" };
  static const char *const precisions[] = { "exact", "exact", "about", "below", "above" };
  int year = first_year + g_test_rand_int_range (0, n_years);
  double value = pow (10, g_test_rand_double_range (6, 10));
  g_autofree char *period = NULL;
  g_autofree char *high = NULL;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      period = g_strdup_printf ("%d-01..%d-%02d", year, year, g_test_rand_int_range (1, 13));
      break;
    case 1:
      period = g_strdup_printf ("%d-%02d..%d-12", year, g_test_rand_int_range (1, 13), year);
      break;
    case 2:
      period = g_strdup_printf ("%d-07..%d-06", year, MIN (year + 1, first_year + n_years));
      break;
    default:
      period = g_strdup_printf ("%d", year);
      break;
    }
  if (g_test_rand_int_range (0, 10) == 0)
    high = g_strdup_printf (" high=%.0f", value * 1.3);
  return g_strdup_printf ("%s value=%.0f%s %s %s article=%d%s", period, value,
                          high != NULL ? high : "",
                          statuses[g_test_rand_int_range (0, G_N_ELEMENTS (statuses))],
                          precisions[g_test_rand_int_range (0, G_N_ELEMENTS (precisions))],
                          g_test_rand_int_range (0, 40),
                          g_test_rand_int_range (0, 6) == 0 ? " change=20" : "");
}

static TlSeries *
generate_series (int n_years,
                 int n_reports)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_reports; i++)
    {
      g_autofree char *line = generate_line (2026 - n_years, n_years);

      g_ptr_array_add (reports, make_test_report (line));
    }
  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

static void
test_generated (void)
{
  static const int n_years[] = { 1, 2, 3, 5, 12, 25, 60 };
  static const int n_reports[] = { 1, 3, 8, 30, 120 };
  static const struct { double width, height; } sizes[] = {
    { 300, 240 }, { 360, 300 }, { 640, 400 }, { 900, 560 }, { 1280, 720 }, { 4000, 1200 }, { 700, 1600 },
  };

  for (guint y = 0; y < G_N_ELEMENTS (n_years); y++)
    for (guint n = 0; n < G_N_ELEMENTS (n_reports); n++)
      {
        g_autoptr(TlSeries) series = generate_series (n_years[y], n_reports[n]);

        for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
          {
            g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[s].width,
                                                                sizes[s].height, s % 2 == 0);

            g_test_message ("%d years, %d reports, %g × %g", n_years[y], n_reports[n],
                            sizes[s].width, sizes[s].height);
            assert_scene_of_height (scene, sizes[s].height);
          }
      }
}

static void
test_many_marks (void)
{
  g_autoptr(TlSeries) series = generate_series (60, 2000);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1000, 600, TRUE);

  g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_POINT), >, 1500);
  assert_scene (scene);
}

static void
test_extreme_values (void)
{
  static const char *const lines[][3] = {
    { "2016 value=1.7e308", "2017 value=1", NULL },
    { "2016 value=1e-300", "2017 value=2e-300", NULL },
    { "1900 1b", "2100 2b", NULL },
    { "2016 1b high=1.7e308", "2017 1b", NULL },
    { "1900..2100 1b", "2016 1b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(TlSeries) series = make_series (lines[i]);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 500, 400, TRUE);

      g_test_message ("%s", lines[i][0]);
      g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 2);
      for (guint m = 0; m < 2; m++)
        g_assert_true (is_inside (tl_chart_scene_get_plot (scene),
                                  tl_chart_scene_get_mark (scene, m)->bounds));
    }
}

/* Next to nothing, and less: an arrow down has no room below the value. */
static void
test_small_bounds (void)
{
  static const char *const lines[] = { "2014 1b article=1", "2015 1m below article=2", "2016 2m below article=3",
                                       "2016 3m below article=4", "2017 5m target below article=5", NULL };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 560, TRUE);

  assert_scene (scene);
}

/* A widget asks for a scene before it has a size. */
static void
test_tiny (void)
{
  static const struct { double width, height; } sizes[] = {
    { 0, 0 }, { 1, 1 }, { -5, 20 }, { 160, 120 }, { 2000, 1 }, { 1, 2000 },
  };
  g_autoptr(TlSeries) series = generate_series (10, 30);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[i].width,
                                                          sizes[i].height, TRUE);

      g_assert_cmpfloat (tl_chart_scene_get_width (scene), >=, 160);
      g_assert_cmpfloat (tl_chart_scene_get_height (scene), >=, 120);
      assert_marks (scene);
    }
}

/* Hostile or foreign texts come from any file. */
static void
test_odd_texts (void)
{
  TlFigureData data;
  g_autoptr(TlFigure) figure = NULL;
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChartScene) scene = NULL;
  g_autofree char *longest = g_strnfill (100000, 'x');

  tl_figure_data_init (&data);
  data.start = (TlDate) { 2016, 1, 0 };
  data.end = (TlDate) { 2016, 12, 0 };
  data.value = 1e9;
  g_strlcpy (data.currency, "XYZ", sizeof data.currency);
  g_strlcpy (data.partners[0], "BY", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  figure = tl_figure_new (&data, "", "", NULL);
  g_ptr_array_add (reports, tl_report_new (figure, 1, longest, "<b>&amp;", TL_DATE_NONE, longest));
  g_ptr_array_add (reports, tl_report_new (figure, 2, "\xff\xfe", "تجارة", TL_DATE_NONE, "\n\n"));
  g_ptr_array_add (reports, tl_report_new (figure, 3, NULL, NULL, TL_DATE_NONE, NULL));
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  scene = tl_chart_scene_new (series, 640, 480, TRUE);

  assert_scene (scene);
  g_assert_cmpuint (count_texts (scene, "<b>&amp;"), ==, 1);
  g_assert_cmpstr (tl_chart_scene_get_mark (scene, 0)->label, ==, "XYZ 1 billion");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/scene/story", test_story);
  g_test_add_func ("/scene/description", test_description);
  g_test_add_func ("/scene/flows", test_flows);
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/connectors", test_connectors);
  g_test_add_func ("/scene/shapes", test_shapes);
  g_test_add_func ("/scene/near-dots", test_near_dots);
  g_test_add_func ("/scene/counts", test_counts);
  g_test_add_func ("/scene/generated", test_generated);
  g_test_add_func ("/scene/many-marks", test_many_marks);
  g_test_add_func ("/scene/extreme-values", test_extreme_values);
  g_test_add_func ("/scene/small-bounds", test_small_bounds);
  g_test_add_func ("/scene/tiny", test_tiny);
  g_test_add_func ("/scene/odd-texts", test_odd_texts);

  return g_test_run ();
}
