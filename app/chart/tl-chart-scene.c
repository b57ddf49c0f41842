/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-scene.h"

#include <math.h>

#include "tl-chart-scene-private.h"

/* Below this nothing can be read; a scene is made as if it were so large. */
#define MIN_WIDTH  160.0
#define MIN_HEIGHT 120.0

/* Pixels around a mark that still count as on it. */
#define PICK_TOLERANCE 6.0

G_DEFINE_FINAL_TYPE (TlChartScene, tl_chart_scene, G_TYPE_OBJECT)

static void
clear_text (gpointer data)
{
  g_clear_object (&((TlChartText *) data)->layout);
}

static void
tl_chart_scene_finalize (GObject *object)
{
  TlChartScene *self = TL_CHART_SCENE (object);

  g_clear_object (&self->chart);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->panels, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->texts, g_array_unref);

  G_OBJECT_CLASS (tl_chart_scene_parent_class)->finalize (object);
}

static void
tl_chart_scene_class_init (TlChartSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_chart_scene_finalize;
}

static void
tl_chart_scene_init (TlChartScene *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->panels = g_array_new (FALSE, TRUE, sizeof (TlPanel));
  self->marks = tl_marks_new ();
  self->glyphs = g_array_new (FALSE, TRUE, sizeof (TlGlyph));
  self->keys = g_array_new (FALSE, TRUE, sizeof (TlGlyph));
  self->columns = g_array_new (FALSE, TRUE, sizeof (TlChartColumn));
  self->lines = g_array_new (FALSE, TRUE, sizeof (TlChartLine));
  self->texts = g_array_new (FALSE, TRUE, sizeof (TlChartText));
  g_array_set_clear_func (self->texts, clear_text);
}

/* ---- public ---- */

static TlChartScene *
make_scene (TlChart *chart,
            double   width,
            double   height)
{
  TlChartScene *self = g_object_new (TL_TYPE_CHART_SCENE, NULL);

  self->chart = g_object_ref (chart);
  self->series = tl_chart_get_series (chart);
  self->width = MAX (width, MIN_WIDTH);
  self->height = MAX (height, MIN_HEIGHT);
  self->zoom = CLAMP (MIN (self->width / 900, self->height / 540), 0.9, 1.25);
  self->title = tl_chart_dup_chart_title (chart);
  self->arrangement = tl_chart_get_arrangement (chart);
  return self;
}

static void
draw_up (TlChartScene *self,
         gboolean      with_sources)
{
  tl_chart_draft_draw_up (self, with_sources);
  self->description = tl_chart_dup_chart_description (self->chart, self->arrangement, self->title);
}

/**
 * tl_chart_scene_new_for_chart:
 * @chart: a chart, whose series may be empty
 * @width: width in the chart's units; below 160 counts as 160
 * @height: height; below 120 counts as 120
 * @with_sources: whether the numbered sources stand below the plot; where they are more
 *   than a few, the scene becomes higher than @height
 *
 * Decides every position of a chart.  Its texts belong to Pango's font map of the calling
 * thread, so a scene is made, painted and freed in one thread.
 *
 * Returns: (transfer full): a scene
 */
TlChartScene *
tl_chart_scene_new_for_chart (TlChart  *chart,
                              double    width,
                              double    height,
                              gboolean  with_sources)
{
  TlChartScene *self;

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);
  g_return_val_if_fail (isfinite (width) && isfinite (height), NULL);

  self = make_scene (chart, width, height);
  draw_up (self, with_sources);
  return self;
}

/**
 * tl_chart_scene_new_for_paper:
 * @chart: a chart
 * @width: width
 * @height: height
 *
 * Decides every position of a chart that is a part of a paper.  The paper has the title above it,
 * and the sources below: their numbers stand at the marks, see tl_chart_scene_get_sources().
 *
 * Returns: (transfer full): a scene
 */
TlChartScene *
tl_chart_scene_new_for_paper (TlChart *chart,
                              double   width,
                              double   height)
{
  TlChartScene *self;

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);
  g_return_val_if_fail (isfinite (width) && isfinite (height), NULL);

  self = make_scene (chart, width, height);
  self->is_part = TRUE;
  draw_up (self, FALSE);
  return self;
}

/**
 * tl_chart_scene_new:
 * @series: a series, which may be empty
 * @width: width in the chart's units
 * @height: height
 * @with_sources: whether the numbered sources stand below the plot
 *
 * Decides every position of a chart of reports alone; see tl_chart_scene_new_for_chart().
 *
 * Returns: (transfer full): a scene
 */
TlChartScene *
tl_chart_scene_new (TlSeries *series,
                    double    width,
                    double    height,
                    gboolean  with_sources)
{
  g_autoptr(TlChart) chart = NULL;

  g_return_val_if_fail (TL_IS_SERIES (series), NULL);

  chart = tl_chart_new (series, NULL);
  return tl_chart_scene_new_for_chart (chart, width, height, with_sources);
}

/**
 * tl_chart_scene_get_chart:
 * @self: a scene
 *
 * Returns: (transfer none): the chart that it shows
 */
TlChart *
tl_chart_scene_get_chart (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), NULL);

  return self->chart;
}

/**
 * tl_chart_scene_get_series:
 * @self: a scene
 *
 * Returns: (transfer none): the series that it shows, of several the first
 */
TlSeries *
tl_chart_scene_get_series (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), NULL);

  return self->series;
}

/**
 * tl_chart_scene_get_sources:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type TlReport): the articles that the numbers at the marks
 *   stand for, one report of each; the first is number 1
 */
GPtrArray *
tl_chart_scene_get_sources (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), NULL);

  return self->sources;
}

/**
 * tl_chart_scene_get_width:
 * @self: a scene
 *
 * Returns: its width in the chart's units
 */
double
tl_chart_scene_get_width (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), 0);

  return self->width;
}

/**
 * tl_chart_scene_get_height:
 * @self: a scene
 *
 * Returns: its height in the chart's units, which the sources may have raised
 */
double
tl_chart_scene_get_height (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), 0);

  return self->height;
}

/**
 * tl_chart_scene_get_n_marks:
 * @self: a scene
 *
 * Returns: how many marks it has
 */
guint
tl_chart_scene_get_n_marks (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), 0);

  return self->marks->len;
}

/**
 * tl_chart_scene_get_mark:
 * @self: a scene
 * @index: below tl_chart_scene_get_n_marks(); marks are in reading order, panel by panel, from
 *   left to right and, in one place, from the lowest up; those of undated reports come after
 *   them, and then those of official values
 *
 * Returns: (transfer none): a mark, which lives as long as the scene
 */
const TlMark *
tl_chart_scene_get_mark (TlChartScene *self,
                         guint         index)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), NULL);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, TlMark, index);
}

static double
get_distance (const TlRect *rect,
              double        x,
              double        y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* What articles report is before what stands behind it. */
static int
get_layer (const TlMark *mark)
{
  return mark->subject.kind == TL_SUBJECT_OFFICIAL ? 1 : 0;
}

/**
 * tl_chart_scene_pick:
 * @self: a scene
 * @x: a place, in the chart's units
 * @y: a place
 *
 * Finds the mark at a place, or the nearest within a few units.  Of marks that lie over
 * one another the smallest counts, as the others can be hit beside it; official values lie
 * behind all others, and reach out beside them.
 *
 * Returns: the mark's index, -1 when there is none
 */
int
tl_chart_scene_pick (TlChartScene *self,
                     double        x,
                     double        y)
{
  double best_distance = PICK_TOLERANCE;
  double best_area = G_MAXDOUBLE;
  int best_layer = G_MAXINT;
  int best = -1;

  g_return_val_if_fail (TL_IS_CHART_SCENE (self), -1);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const TlMark *mark = &g_array_index (self->marks, TlMark, i);
      double distance = get_distance (&mark->bounds, x, y);
      double area = mark->bounds.width * mark->bounds.height;
      int layer = get_layer (mark);

      if (distance < best_distance ||
          (distance <= best_distance &&
           (layer < best_layer || (layer == best_layer && area < best_area))))
        {
          best = (int) i;
          best_distance = distance;
          best_area = area;
          best_layer = layer;
        }
    }
  return best;
}

/**
 * tl_chart_scene_get_title:
 * @self: a scene
 *
 * Returns: (transfer none): the chart's title, "Trade between Belarus and Kazakhstan"
 */
const char *
tl_chart_scene_get_title (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), NULL);

  return self->title;
}

/**
 * tl_chart_scene_get_description:
 * @self: a scene
 *
 * Returns: (transfer none): the chart in words: what it shows, the main movement, where
 *   reports differ, and what is not a full year's report
 */
const char *
tl_chart_scene_get_description (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), NULL);

  return self->description;
}

/**
 * tl_chart_scene_get_arrangement:
 * @self: a scene
 *
 * Returns: how the series stand in it: apart, too, where they have no room together
 */
TlChartArrangement
tl_chart_scene_get_arrangement (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), TL_CHART_TOGETHER);

  return self->arrangement;
}

/**
 * tl_chart_scene_get_n_panels:
 * @self: a scene
 *
 * Returns: how many panels it has; 0 where there is nothing to draw
 */
guint
tl_chart_scene_get_n_panels (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), 0);

  return self->panels->len;
}

/**
 * tl_chart_scene_get_panel:
 * @self: a scene
 * @index: below tl_chart_scene_get_n_panels()
 *
 * Returns: (transfer none): a panel, which lives as long as the scene
 */
const TlPanel *
tl_chart_scene_get_panel (TlChartScene *self,
                          guint         index)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), NULL);
  g_return_val_if_fail (index < self->panels->len, NULL);

  return &g_array_index (self->panels, TlPanel, index);
}

/**
 * tl_chart_scene_get_plot:
 * @self: a scene
 *
 * Returns: the area of the marks, of several panels the first one's; zero is at its lower edge, or
 *   above it where an official value is a deficit
 */
TlRect
tl_chart_scene_get_plot (TlChartScene *self)
{
  g_return_val_if_fail (TL_IS_CHART_SCENE (self), ((TlRect) { 0, 0, 0, 0 }));

  return self->plot;
}
