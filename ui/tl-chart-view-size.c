/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a chart is drawn on the screen.  Where a person wants large text, it is laid out for less
 * room and drawn larger: so its texts grow, and marks and lines with them. */

#include "tl-chart-view-private.h"

#include <math.h>

#include "tl-chart-years.h"
#include "tl-text-scale.h"

/* A chart of several series is higher the larger its texts are, and these are larger in a higher
 * chart; but they do not grow without end, so a few times are enough. */
#define MAX_TIMES 4

/**
 * tl_chart_view_choose_scale:
 * @self: the view
 * @width: its width
 * @height: its height
 *
 * Returns: how many pixels a unit of the scene should have: as large as text is to be, as long as
 *   that leaves room for a chart that can be read
 */
double
tl_chart_view_choose_scale (TlChartView *self,
                            int          width,
                            int          height)
{
  double room = MIN ((double) width / TL_CHART_VIEW_MIN_WIDTH, (double) height / TL_CHART_VIEW_MIN_HEIGHT);

  return CLAMP (tl_text_scale_get (GTK_WIDGET (self)), 1, MAX (1, room));
}

static int
find_least_height (TlChartView *self,
                   int          width,
                   double       scale)
{
  double height = TL_CHART_VIEW_MIN_HEIGHT;

  for (int i = 0; i < MAX_TIMES; i++)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (self->chart, width / scale, height, FALSE);
      double needed = ceil (tl_chart_scene_get_height (scene));

      if (needed <= height)
        break;
      height = needed;
    }
  return (int) ceil (height * scale);
}

/**
 * tl_chart_view_get_least_height:
 * @self: the view
 * @width: its width
 *
 * Returns: the height that the chart needs; several series may need more than there is
 */
int
tl_chart_view_get_least_height (TlChartView *self,
                                int          width)
{
  double scale;

  if (self->chart == NULL || tl_chart_get_n_series (self->chart) == 1)
    return TL_CHART_VIEW_MIN_HEIGHT;
  width = MAX (width, TL_CHART_VIEW_MIN_WIDTH);
  scale = tl_chart_view_choose_scale (self, width, G_MAXINT);
  if (self->least_height > 0 && self->least_width == width && self->least_scale == scale)
    return self->least_height;
  self->least_width = width;
  self->least_scale = scale;
  self->least_height = find_least_height (self, width, scale);
  return self->least_height;
}

/**
 * tl_chart_view_pick:
 * @self: the view
 * @x: a place in it
 * @y: its height
 *
 * Returns: the mark of the scene that is there, -1 for none
 */
int
tl_chart_view_pick (TlChartView *self,
                    double       x,
                    double       y)
{
  return self->scene != NULL ? tl_chart_scene_pick (self->scene, x / self->scale, y / self->scale) : -1;
}

/**
 * tl_chart_view_find_year:
 * @self: the view
 * @x: a place in it
 * @y: its height
 *
 * Returns: the year whose lane is there, 0 for none
 */
int
tl_chart_view_find_year (TlChartView *self,
                         double       x,
                         double       y)
{
  return self->scene != NULL ? tl_chart_scene_find_year (self->scene, x / self->scale, y / self->scale) : 0;
}

/**
 * tl_chart_view_get_area:
 * @self: the view
 * @rect: a place in the scene
 *
 * Returns: the whole pixels of the view that it takes, at least one
 */
GdkRectangle
tl_chart_view_get_area (TlChartView  *self,
                        const TlRect *rect)
{
  return (GdkRectangle) { (int) floor (rect->x * self->scale), (int) floor (rect->y * self->scale),
                          MAX (1, (int) ceil (rect->width * self->scale)),
                          MAX (1, (int) ceil (rect->height * self->scale)) };
}
