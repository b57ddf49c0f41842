/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-reports.h"
#include "tl-chart-scene-private.h"

/* What holds of every scene, whatever it shows. */

static inline TlSeries *
make_series (const char *const *lines)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);

  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

static inline guint
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

static inline const TlPoint *
get_point (TlChartScene *scene,
           const TlMark *mark)
{
  return tl_series_get_point (tl_chart_get_nth_series (tl_chart_scene_get_chart (scene),
                                                       mark->subject.series), mark->subject.index);
}

/* ---- rectangles ---- */

static inline gboolean
is_inside (TlRect outer,
           TlRect inner)
{
  return inner.x >= outer.x - 0.01 && inner.y >= outer.y - 0.01 &&
         inner.x + inner.width <= outer.x + outer.width + 0.01 &&
         inner.y + inner.height <= outer.y + outer.height + 0.01;
}

static inline gboolean
overlaps (TlRect a,
          TlRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* ---- marks ---- */

static inline gboolean
is_of_kind (const TlMark  *mark,
            TlSubjectKind  kind)
{
  return mark->subject.kind == kind;
}

/* For how many things of a kind there are marks. */
static inline guint
count_subjects (TlChartScene  *scene,
                TlSubjectKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (is_of_kind (tl_chart_scene_get_mark (scene, i), kind))
      n += tl_mark_get_n_subjects (tl_chart_scene_get_mark (scene, i));
  return n;
}

static inline gboolean
is_undated_shape (TlShape shape)
{
  return shape == TL_SHAPE_UNDATED || shape == TL_SHAPE_BEYOND;
}

/* ---- what holds of every scene ---- */

static inline void
assert_marks (TlChartScene *scene)
{
  TlRect plot = tl_chart_scene_get_plot (scene);
  TlRect canvas = { 0, 0, tl_chart_scene_get_width (scene), tl_chart_scene_get_height (scene) };
  TlSeries *series = tl_chart_scene_get_series (scene);
  guint n = tl_chart_scene_get_n_marks (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, tl_series_get_n_points (series) + 1);
  double scale = 0;

  g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_POINT), ==, tl_series_get_n_points (series));
  g_assert_true (is_inside (canvas, plot));

  for (guint i = 0; i < n; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlPoint *point;
      double height = plot.y + plot.height - mark->y;

      if (!is_of_kind (mark, TL_SUBJECT_POINT))
        continue;
      point = get_point (scene, mark);
      for (guint k = 0; k < tl_mark_get_n_subjects (mark); k++)
        {
          TlSubject subject = tl_mark_get_subject (mark, k);

          g_assert_false (seen[subject.index]);
          seen[subject.index] = TRUE;
        }
      g_assert_cmpint (mark->kind, ==, point->kind);
      g_assert_true (is_inside (plot, mark->bounds));
      g_assert_cmpuint (point->reports->len, >, 0);
      g_assert_nonnull (strstr (mark->description, ": "));

      /* "Less than" points down to zero, and not below. */
      if (g_array_index (scene->glyphs, TlGlyph, i).bound == TL_BOUND_BELOW)
        {
          TlRect arrow = g_array_index (scene->glyphs, TlGlyph, i).arrow;

          g_assert_cmpfloat (arrow.y + arrow.height, <=, plot.y + plot.height + 0.01);
        }

      /* Every height is its value in the same scale, from zero. */
      g_assert_cmpfloat (height, >=, 0);
      scale = MAX (scale, height / point->value);
    }
  for (guint i = 0; i < n; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      if (is_of_kind (mark, TL_SUBJECT_POINT))
        g_assert_cmpfloat_with_epsilon (plot.y + plot.height - mark->y,
                                        get_point (scene, mark)->value * scale, 0.01);
    }
}

/* What is joined is of one kind and year, has its number, and reaches from the lowest value to the
 * highest, but for the rim that it shares with what stands next to it. */
static inline void
assert_joined (TlChartScene *scene,
               const TlMark *mark)
{
  guint n = tl_mark_get_n_subjects (mark);
  const TlPoint *lowest = get_point (scene, mark);
  g_autofree char *words = g_strdup_printf (", %u value", n);
  double last = lowest->value;

  for (guint k = 1; k < n; k++)
    {
      const TlPoint *point = tl_series_get_point (scene->series, tl_mark_get_subject (mark, k).index);

      g_assert_cmpint (point->kind, ==, lowest->kind);
      g_assert_cmpint (point->start.year, ==, lowest->start.year);
      g_assert_cmpfloat (point->value, >=, last);
      last = point->value;
    }
  g_assert_nonnull (strstr (mark->description, words));
  g_assert_cmpfloat (mark->bounds.y + mark->bounds.height, >=, mark->y - 6);
}

/* The least size of a mark, which may reach out of a slot that is narrower still. */
#define LEAST_SIZE 2.5

/* A year's marks stand in its slot, and years run from left to right. */
static inline void
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
      double slot_width = plot.width / (last - first + 1);
      const TlPoint *point;
      double left, right;

      if (!is_of_kind (mark, TL_SUBJECT_POINT))
        continue;
      point = get_point (scene, mark);
      left = plot.x + (point->start.year - first) * slot_width;
      right = plot.x + (point->end.year - first + 1) * slot_width;
      g_assert_cmpfloat (mark->x, >, left - 0.01);
      g_assert_cmpfloat (mark->x, <, right + 0.01);
      g_assert_cmpfloat (mark->bounds.x, >, left - LEAST_SIZE);
      g_assert_cmpfloat (mark->bounds.x + mark->bounds.width, <, right + LEAST_SIZE);
    }
}

/* Whether a text is the number that stands in a mark of several. */
static inline gboolean
is_count_of (TlRect        text,
             const TlMark *mark)
{
  return tl_mark_get_n_subjects (mark) > 1 && is_inside (mark->bounds, text);
}

/* Such a number may stand on a band over several years, which its mark covers. */
static inline gboolean
is_count (TlChartScene *scene,
          TlRect        text)
{
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (is_count_of (text, tl_chart_scene_get_mark (scene, i)))
      return TRUE;
  return FALSE;
}

static inline const char *
get_text_at (TlChartScene *scene,
             TlRect        rect)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (memcmp (&g_array_index (scene->texts, TlChartText, i).rect, &rect, sizeof rect) == 0)
      return pango_layout_get_text (g_array_index (scene->texts, TlChartText, i).layout);
  return "";
}

static inline gboolean
has_count_inside (TlChartScene *scene,
                  const TlMark *mark)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (is_count_of (g_array_index (scene->texts, TlChartText, i).rect, mark))
      return TRUE;
  return FALSE;
}

static inline void
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
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      if (!is_of_kind (mark, TL_SUBJECT_POINT))
        continue;
      if (tl_mark_get_n_subjects (mark) > 1)
        assert_joined (scene, mark);
      n_labels += mark->label != NULL || mark->references != NULL;
      /* A number in its mark, and the sources' beside it. */
      if (tl_mark_get_n_subjects (mark) > 1 && mark->label != NULL && mark->references != NULL &&
          has_count_inside (scene, mark))
        n_labels++;
    }
  g_assert_cmpuint (labels->len, ==, n_labels);

  for (guint i = 0; i < labels->len; i++)
    {
      TlRect label = g_array_index (labels, TlRect, i);

      for (guint j = i + 1; j < labels->len; j++)
        g_assert_false (overlaps (label, g_array_index (labels, TlRect, j)));
      for (guint j = 0; j < tl_chart_scene_get_n_marks (scene); j++)
        {
          const TlMark *mark = tl_chart_scene_get_mark (scene, j);

          if (overlaps (label, mark->bounds) && !is_count (scene, label))
            g_error ("“%s” is overlapped by “%s”", get_text_at (scene, label), mark->description);
        }
    }
}

static inline void
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

static inline void
assert_legend (TlChartScene *scene)
{
  gboolean is_drawn[TL_N_POINT_KINDS] = { FALSE };
  gboolean is_explained[TL_N_POINT_KINDS] = { FALSE };
  gboolean draws_undated = FALSE, explains_undated = FALSE;
  gboolean draws_joined = FALSE, explains_joined = FALSE;

  for (guint i = 0; i < scene->glyphs->len; i++)
    {
      const TlGlyph *glyph = &g_array_index (scene->glyphs, TlGlyph, i);

      draws_joined |= glyph->n_joined > 1;
      /* A band over several years has a key of its own, for all kinds. */
      if (is_undated_shape (glyph->shape))
        draws_undated = TRUE;
      else if (glyph->shape != TL_SHAPE_SPAN && glyph->shape != TL_SHAPE_NONE)
        is_drawn[glyph->kind] = TRUE;
    }
  for (guint i = 0; i < scene->keys->len; i++)
    {
      const TlGlyph *glyph = &g_array_index (scene->keys, TlGlyph, i);

      if (is_undated_shape (glyph->shape))
        explains_undated = TRUE;
      else if (glyph->shape == TL_SHAPE_CROWD)
        explains_joined = TRUE;
      else if (glyph->tone < TL_TONE_OF_SERIES (0) && glyph->shape != TL_SHAPE_ARROW &&
               glyph->shape != TL_SHAPE_SPAN)
        is_explained[glyph->kind] = TRUE;
    }
  g_assert_cmpint (draws_undated, ==, explains_undated);
  g_assert_cmpint (draws_joined, ==, explains_joined);
  for (guint kind = 0; kind < TL_N_POINT_KINDS; kind++)
    if (is_drawn[kind])
      g_assert_true (is_explained[kind]);
    else if (kind == TL_POINT_YEAR || kind == TL_POINT_PARTIAL || kind == TL_POINT_CALCULATED)
      g_assert_false (is_explained[kind]);
}

static inline void
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
      if (!is_of_kind (tl_chart_scene_get_mark (scene, i), TL_SUBJECT_OFFICIAL))
        g_assert_cmpfloat (hit.width * hit.height, <=, bounds.width * bounds.height + 0.01);
    }
  g_assert_cmpint (tl_chart_scene_pick (scene, -50, -50), ==, -1);
}

/* What is said without a period is in the tray, once, at its height or pointing beyond; or it is
 * counted in the note below. */
static inline void
assert_tray (TlChartScene *scene)
{
  TlRect canvas = { 0, 0, tl_chart_scene_get_width (scene), tl_chart_scene_get_height (scene) };
  TlRect plot = tl_chart_scene_get_plot (scene);
  GPtrArray *undated = tl_series_get_undated (scene->series);
  g_autofree gboolean *seen = g_new0 (gboolean, undated->len + 1);

  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      if (!is_of_kind (mark, TL_SUBJECT_UNDATED))
        continue;
      if (scene->tray.width > 0)
        g_assert_true (is_inside (scene->tray, mark->bounds));
      else
        g_assert_cmpfloat (mark->bounds.y, >, plot.y + plot.height);
      g_assert_true (is_inside (canvas, mark->bounds));
      g_assert_nonnull (mark->description);
      for (guint k = 0; k < tl_mark_get_n_subjects (mark); k++)
        {
          guint index = tl_mark_get_subject (mark, k).index;

          g_assert_cmpuint (index, <, undated->len);
          g_assert_false (seen[index]);
          seen[index] = TRUE;
        }
    }
  if (scene->tray.width <= 0)
    return;
  g_assert_cmpfloat (scene->tray.x, >, plot.x + plot.width);
  g_assert_cmpfloat (scene->tray.width, <=, canvas.width / 4);
  for (guint i = 0; i < undated->len; i++)
    if (g_str_equal (tl_figure_get_data (tl_report_get_figure (undated->pdata[i]))->currency,
                     tl_series_get_currency (scene->series)))
      g_assert_true (seen[i]);
}

static inline void
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
  assert_tray (scene);
}

static inline void
assert_scene (TlChartScene *scene)
{
  assert_scene_of_height (scene, tl_chart_scene_get_height (scene));
}
