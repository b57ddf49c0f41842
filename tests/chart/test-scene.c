/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart promises, tested on its scene: no pixels. */

#include <locale.h>

#include "test-reports.h"
#include "tl-chart-scene-private.h"

static TlSeries *
make_series (const char *const *lines)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);

  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

static const TlPoint *
get_point (TlChartScene *scene,
           const TlMark *mark)
{
  return tl_series_get_point (tl_chart_scene_get_series (scene), mark->point);
}

/* ---- rectangles ---- */

static gboolean
is_inside (TlRect outer,
           TlRect inner)
{
  return inner.x >= outer.x - 0.01 && inner.y >= outer.y - 0.01 &&
         inner.x + inner.width <= outer.x + outer.width + 0.01 &&
         inner.y + inner.height <= outer.y + outer.height + 0.01;
}

static gboolean
overlaps (TlRect a,
          TlRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* ---- what holds of every scene ---- */

static void
assert_marks (TlChartScene *scene)
{
  TlRect plot = tl_chart_scene_get_plot (scene);
  TlRect canvas = { 0, 0, tl_chart_scene_get_width (scene), tl_chart_scene_get_height (scene) };
  TlSeries *series = tl_chart_scene_get_series (scene);
  guint n = tl_chart_scene_get_n_marks (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  double scale = 0;

  g_assert_cmpuint (n, ==, tl_series_get_n_points (series));
  g_assert_true (is_inside (canvas, plot));

  for (guint i = 0; i < n; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlPoint *point = get_point (scene, mark);
      double height = plot.y + plot.height - mark->y;

      g_assert_false (seen[mark->point]);
      seen[mark->point] = TRUE;
      g_assert_cmpint (mark->kind, ==, point->kind);
      g_assert_true (is_inside (plot, mark->bounds));
      g_assert_cmpuint (point->reports->len, >, 0);
      g_assert_nonnull (strstr (mark->description, ": "));

      /* Every height is its value in the same scale, from zero. */
      g_assert_cmpfloat (height, >=, 0);
      scale = MAX (scale, height / point->value);
    }
  for (guint i = 0; i < n; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      double expected = get_point (scene, mark)->value * scale;

      g_assert_cmpfloat_with_epsilon (plot.y + plot.height - mark->y, expected, 0.01);
    }
}

/* The least size of a mark, which may reach out of a slot that is narrower still. */
#define LEAST_SIZE 2.5

/* A year's marks stand in its slot, and years run from left to right. */
static void
assert_slots (TlChartScene *scene)
{
  TlRect plot = tl_chart_scene_get_plot (scene);
  TlSeries *series = tl_chart_scene_get_series (scene);
  int first = G_MAXINT, last = 0;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      first = MIN (first, tl_series_get_point (series, i)->start.year);
      last = MAX (last, tl_series_get_point (series, i)->end.year);
    }
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlPoint *point = get_point (scene, mark);
      double slot_width = plot.width / (last - first + 1);
      double left = plot.x + (point->start.year - first) * slot_width;
      double right = plot.x + (point->end.year - first + 1) * slot_width;

      g_assert_cmpfloat (mark->x, >, left - 0.01);
      g_assert_cmpfloat (mark->x, <, right + 0.01);
      g_assert_cmpfloat (mark->bounds.x, >, left - LEAST_SIZE);
      g_assert_cmpfloat (mark->bounds.x + mark->bounds.width, <, right + LEAST_SIZE);
    }
}

static void
assert_texts (TlChartScene *scene)
{
  TlRect canvas = { 0, 0, tl_chart_scene_get_width (scene), tl_chart_scene_get_height (scene) };
  TlRect plot = tl_chart_scene_get_plot (scene);
  g_autoptr(GArray) labels = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n_labels = 0;

  for (guint i = 0; i < scene->texts->len; i++)
    {
      TlRect rect = g_array_index (scene->texts, TlChartText, i).rect;

      g_assert_true (is_inside (canvas, rect));
      if (is_inside (plot, rect))
        g_array_append_val (labels, rect);
    }
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (tl_chart_scene_get_mark (scene, i)->label != NULL ||
        tl_chart_scene_get_mark (scene, i)->references != NULL)
      n_labels++;
  g_assert_cmpuint (labels->len, ==, n_labels);

  for (guint i = 0; i < labels->len; i++)
    {
      TlRect label = g_array_index (labels, TlRect, i);

      for (guint j = i + 1; j < labels->len; j++)
        g_assert_false (overlaps (label, g_array_index (labels, TlRect, j)));
      for (guint j = 0; j < tl_chart_scene_get_n_marks (scene); j++)
        g_assert_false (overlaps (label, tl_chart_scene_get_mark (scene, j)->bounds));
    }
}

static void
assert_no_text_over_text (TlChartScene *scene)
{
  for (guint i = 0; i < scene->texts->len; i++)
    for (guint j = i + 1; j < scene->texts->len; j++)
      {
        const TlChartText *a = &g_array_index (scene->texts, TlChartText, i);
        const TlChartText *b = &g_array_index (scene->texts, TlChartText, j);

        if (overlaps (a->rect, b->rect))
          g_test_message ("“%s” and “%s”", pango_layout_get_text (a->layout),
                          pango_layout_get_text (b->layout));
        g_assert_false (overlaps (a->rect, b->rect));
      }
}

static void
assert_legend (TlChartScene *scene)
{
  gboolean is_drawn[TL_N_POINT_KINDS] = { FALSE };
  gboolean is_explained[TL_N_POINT_KINDS] = { FALSE };

  for (guint i = 0; i < scene->glyphs->len; i++)
    {
      const TlGlyph *glyph = &g_array_index (scene->glyphs, TlGlyph, i);

      /* A band over several years has a key of its own, for all kinds. */
      if (glyph->shape != TL_SHAPE_SPAN)
        is_drawn[glyph->kind] = TRUE;
    }
  for (guint i = 0; i < scene->keys->len; i++)
    {
      const TlGlyph *glyph = &g_array_index (scene->keys, TlGlyph, i);

      if (glyph->shape != TL_SHAPE_ARROW && glyph->shape != TL_SHAPE_SPAN)
        is_explained[glyph->kind] = TRUE;
    }
  for (guint kind = 0; kind < TL_N_POINT_KINDS; kind++)
    if (is_drawn[kind])
      g_assert_true (is_explained[kind]);
    else if (kind == TL_POINT_YEAR || kind == TL_POINT_PARTIAL || kind == TL_POINT_CALCULATED)
      g_assert_false (is_explained[kind]);
}

static void
assert_picking (TlChartScene *scene)
{
  for (guint i = 0; i < MIN (tl_chart_scene_get_n_marks (scene), 100); i++)
    {
      TlRect bounds = tl_chart_scene_get_mark (scene, i)->bounds;
      double x = bounds.x + bounds.width / 2;
      double y = bounds.y + bounds.height / 2;
      int picked = tl_chart_scene_pick (scene, x, y);
      TlRect hit;

      g_assert_cmpint (picked, >=, 0);
      hit = tl_chart_scene_get_mark (scene, (guint) picked)->bounds;
      g_assert_true (is_inside (hit, (TlRect) { x, y, 0, 0 }));
      g_assert_cmpfloat (hit.width * hit.height, <=, bounds.width * bounds.height + 0.01);
    }
  g_assert_cmpint (tl_chart_scene_pick (scene, -50, -50), ==, -1);
}

static void
assert_scene_of_height (TlChartScene *scene,
                        double        height)
{
  assert_marks (scene);
  assert_slots (scene);
  assert_texts (scene);
  assert_no_text_over_text (scene);
  /* In the lowest charts the legend yields to the plot. */
  if (height >= 400)
    assert_legend (scene);
  assert_picking (scene);
}

static void
assert_scene (TlChartScene *scene)
{
  assert_scene_of_height (scene, tl_chart_scene_get_height (scene));
}

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

static guint
count_texts (TlChartScene *scene,
             const char   *part)
{
  guint n = 0;

  for (guint i = 0; i < scene->texts->len; i++)
    {
      PangoLayout *layout = g_array_index (scene->texts, TlChartText, i).layout;

      if (strstr (pango_layout_get_text (layout), part) != NULL)
        n++;
    }
  return n;
}

static void
test_sources (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChartScene) with = tl_chart_scene_new (series, 900, 600, TRUE);
  g_autoptr(TlChartScene) without = tl_chart_scene_new (series, 900, 600, FALSE);

  g_assert_cmpuint (count_texts (with, "https://example.org/articles/"), ==, 3);
  g_assert_cmpuint (count_texts (with, "Belta, 23 November 2017: "), ==, 1);
  g_assert_cmpuint (count_texts (with, "$419.1 million ÷ (1 − 30%)"), ==, 1);
  g_assert_cmpuint (count_texts (without, "https://"), ==, 0);
  g_assert_cmpuint (count_texts (without, "$419.1 million ÷ (1 − 30%)"), ==, 1);
  assert_no_text_over_text (with);
}

static TlSeries *
make_series_of_source (int         n,
                       const char *title,
                       const char *url)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d 1b", 2000 + i);
      g_autoptr(TlReport) report = make_test_report (line);
      /* One source alone has a short address. */
      const char *address = i == 0 ? "https://example.org/" : url;

      g_ptr_array_add (reports, tl_report_new (tl_report_get_figure (report), i, title,
                                               "The Daily Example", (TlDate) { 2016, 3, 1 },
                                               address));
    }
  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

/* Addresses are whole in every source of a picture or in none, and a title that is too
 * long gives way to its beginning before a site does. */
static void
test_addresses (void)
{
  static const char long_url[] = "https://www.example.org/a/very/long/address/indeed/that/"
                                 "goes/on/and/on/until/it/needs/a/line/of/its/own/at/least";
  static const char short_title[] = "A headline that is not long";
  g_autofree char *long_title = g_strnfill (600, 'x');
  const struct
  {
    int         n;
    double      width;
    const char *title;
    const char *url;
    gboolean    is_whole;
    gboolean    is_cut;
  } cases[] = {
    { 3, 900, short_title, long_url, TRUE, FALSE },
    { 12, 900, short_title, long_url, FALSE, FALSE },
    { 12, 900, short_title, "https://example.org/a", TRUE, FALSE },
    { 3, 320, short_title, long_url, FALSE, FALSE },
    { 12, 1400, short_title, long_url, TRUE, FALSE },
    { 14, 1400, short_title, long_url, FALSE, FALSE },
    { 5, 900, long_title, long_url, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = (guint) cases[i].n;
      g_autoptr(TlSeries) series = make_series_of_source (cases[i].n, cases[i].title, cases[i].url);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, cases[i].width, 600, TRUE);

      g_test_message ("%d sources, %g wide", cases[i].n, cases[i].width);
      assert_scene (scene);
      g_assert_cmpuint (count_texts (scene, "example.org"), ==, n);
      g_assert_cmpuint (count_texts (scene, "https://"), ==, cases[i].is_whole ? n : 0);
      g_assert_cmpuint (count_texts (scene, "…, example.org"), ==, cases[i].is_cut ? n : 0);
    }
}

static TlSeries *
make_series_of_sources (int n)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);
  TlSeries *series;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d %d.%dm article=%d", 2000 + i % 10, i + 1, i % 10, i);

      g_ptr_array_add (reports, make_test_report (line));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  g_ptr_array_unref (reports);
  return series;
}

/* All sources stand in the picture, which grows for them and leaves the plot its height. */
static void
test_many_sources (void)
{
  static const struct { double width, height; } sizes[] = {
    { 300, 240 }, { 640, 400 }, { 960, 600 }, { 1200, 700 }, { 1920, 1200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double usual = 0;

      for (int n = 10; n <= 250; n += 40)
        {
          g_autoptr(TlSeries) series = make_series_of_sources (n);
          g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[i].width,
                                                              sizes[i].height, TRUE);
          double plot = tl_chart_scene_get_plot (scene).height;

          g_test_message ("%g × %g, %d sources", sizes[i].width, sizes[i].height, n);
          assert_scene_of_height (scene, sizes[i].height);
          g_assert_cmpuint (count_texts (scene, "example.org"), ==, (guint) MIN (n, 200));
          g_assert_cmpuint (count_texts (scene, "and 50 more"), ==, n == 250 ? 1 : 0);
          g_assert_cmpfloat (tl_chart_scene_get_height (scene), >=, sizes[i].height);
          g_assert_cmpfloat (plot, >, 0.28 * sizes[i].height);
          if (n == 50)
            usual = plot;
          else if (n > 50)
            g_assert_cmpfloat_with_epsilon (plot, usual, 1);
        }
    }
}

/* A few sources find room in the height that was asked for. */
static void
test_usual_height (void)
{
  static const struct { double width, height; } sizes[] = {
    { 640, 400 }, { 900, 560 }, { 960, 600 }, { 1920, 1200 },
  };
  g_autoptr(TlSeries) series = make_series (test_story_lines);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[i].width,
                                                          sizes[i].height, TRUE);

      g_assert_cmpfloat (tl_chart_scene_get_height (scene), ==, sizes[i].height);
    }
}

/* ---- a rich series ---- */

/* What a collection of some dozen articles tells of one pair. */
#define DOZEN_ARTICLES \
  "2014 1b below article=1", "2014 1.1b article=2", \
  "2016 below change=-30 article=3", "2016 419.1m article=3", \
  "2017-01..2017-07 313.7m article=3", "2017-01..2017-09 441m article=1", \
  "2017 604.1m article=4", "2017 690m article=5", \
  "2018 890m above article=6", "2018 896m article=7", "2018 900m article=8", \
  "2018 1b about target article=4", "2018 1b below forecast article=2", \
  "2019-01..2019-06 481.7m article=7", "2019-04..2019-06 257m article=6", \
  "2019 1b forecast article=6", "2020 1b target article=3", "2020 1b above target article=1", \
  "2021-01..2021-03 215m article=9", "2021 1b above article=10", "2021 1b target article=10", \
  "2021 1b about forecast article=11", "2022 1b above article=12"

static const char *const dozen_lines[] = { DOZEN_ARTICLES, NULL };

static const char *const rich_lines[] = {
  DOZEN_ARTICLES,
  "2013 843m article=13", "2013-01..2013-06 402m article=14", "2022-01..2022-06 465m article=15",
  "2023 1.05b article=16", "2023 1.1b target article=12", "2024 1.12b article=17",
  "2024-01..2024-03 240m article=16", "2025 1.2b forecast article=17", NULL
};

/* Every mark of a picture leads to its sources. */
static void
test_references (void)
{
  static const struct { double width, height; } sizes[] = {
    { 960, 600 }, { 1200, 700 }, { 1280, 800 }, { 1600, 900 }, { 1920, 1200 },
  };
  g_autoptr(TlSeries) series = make_series (rich_lines);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlChartScene) with = tl_chart_scene_new (series, sizes[i].width,
                                                         sizes[i].height, TRUE);
      g_autoptr(TlChartScene) without = tl_chart_scene_new (series, sizes[i].width,
                                                            sizes[i].height, FALSE);

      g_test_message ("%g × %g", sizes[i].width, sizes[i].height);
      assert_scene (with);
      assert_scene (without);
      g_assert_cmpuint (tl_chart_scene_get_n_marks (with), >=, 30);
      for (guint m = 0; m < tl_chart_scene_get_n_marks (with); m++)
        {
          g_test_message ("%s", tl_chart_scene_get_mark (with, m)->description);
          g_assert_nonnull (tl_chart_scene_get_mark (with, m)->references);
          g_assert_null (tl_chart_scene_get_mark (without, m)->references);
        }
    }
}

/* Several sources of one mark are written as runs of numbers. */
static void
test_runs (void)
{
  static const struct
  {
    const char *lines[9];
    const char *references;
  } cases[] = {
    { { "2016 1b article=1" }, "1" },
    { { "2016 1b article=1", "2016 1b article=2" }, "1,2" },
    { { "2016 1b article=1", "2016 1b article=2", "2016 1b article=3" }, "1–3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlSeries) series = make_series (cases[i].lines);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 560, TRUE);

      g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 1);
      g_assert_cmpstr (tl_chart_scene_get_mark (scene, 0)->references, ==, cases[i].references);
    }
}

/* A bar with room above it has its value, be it in smaller letters. */
static void
test_values_of_parts (void)
{
  g_autoptr(TlSeries) series = make_series (dozen_lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1280, 800, FALSE);

  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      g_test_message ("%s", mark->description);
      if (mark->kind == TL_POINT_PARTIAL)
        g_assert_nonnull (mark->label);
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

  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), >, 1500);
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
  g_test_add_func ("/scene/sources", test_sources);
  g_test_add_func ("/scene/addresses", test_addresses);
  g_test_add_func ("/scene/many-sources", test_many_sources);
  g_test_add_func ("/scene/usual-height", test_usual_height);
  g_test_add_func ("/scene/references", test_references);
  g_test_add_func ("/scene/runs", test_runs);
  g_test_add_func ("/scene/values-of-parts", test_values_of_parts);
  g_test_add_func ("/scene/generated", test_generated);
  g_test_add_func ("/scene/many-marks", test_many_marks);
  g_test_add_func ("/scene/extreme-values", test_extreme_values);
  g_test_add_func ("/scene/tiny", test_tiny);
  g_test_add_func ("/scene/odd-texts", test_odd_texts);

  return g_test_run ();
}
