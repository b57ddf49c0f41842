/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The years of a chart's axis as places that something can be put onto. */

#include "tl-chart-years.h"

#include <math.h>

#include "tl-chart-painter-private.h"

/* The years' names below the plot belong to them, too; in the chart's units at zoom 1. */
#define NAMES_HEIGHT 30

/* What has a tray has one series, and what is undated goes into its plot. */
static const TlPanel *
get_panel (TlChartScene *self)
{
  return self->panels->len > 0 ? &g_array_index (self->panels, TlPanel, 0) : NULL;
}

/**
 * tl_chart_scene_get_years:
 * @self: a scene
 * @first: (out): the first year of the axis of its first plot
 * @last: (out): the last
 *
 * Returns: whether there are any
 */
gboolean
tl_chart_scene_get_years (TlChartScene *self,
                          int          *first,
                          int          *last)
{
  const TlPanel *panel;

  g_return_val_if_fail (TL_IS_CHART_SCENE (self), FALSE);
  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  panel = get_panel (self);
  if (panel == NULL || panel->n_years <= 0)
    return FALSE;
  *first = panel->first_year;
  *last = panel->first_year + panel->n_years - 1;
  return TRUE;
}

/**
 * tl_chart_scene_find_year:
 * @self: a scene
 * @x: a place in it
 * @y: its height
 *
 * Returns: the year whose lane of the first plot, or whose name below it, is there; 0 for none
 */
int
tl_chart_scene_find_year (TlChartScene *self,
                          double        x,
                          double        y)
{
  int first, last;

  if (!tl_chart_scene_get_years (self, &first, &last))
    return 0;
  for (int year = first; year <= last; year++)
    {
      TlRect area = tl_chart_scene_get_year_area (self, year);

      if (x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height)
        return year;
    }
  return 0;
}

/**
 * tl_chart_scene_get_year_area:
 * @self: a scene
 * @year: a year of the axis of its first plot
 *
 * Returns: the lane of the year with its name; empty where the axis has no such year
 */
TlRect
tl_chart_scene_get_year_area (TlChartScene *self,
                              int           year)
{
  TlRect area = { 0, 0, 0, 0 };
  const TlPanel *panel;
  int first, last;

  if (!tl_chart_scene_get_years (self, &first, &last) || year < first || year > last)
    return area;
  panel = get_panel (self);
  area.width = panel->plot.width / panel->n_years;
  area.x = panel->plot.x + (year - first) * area.width;
  area.y = panel->plot.y;
  area.height = MIN (panel->plot.height + NAMES_HEIGHT * self->zoom, self->height - area.y);
  return area;
}

/**
 * tl_chart_paint_year:
 * @scene: a scene
 * @cr: where to draw, as for tl_chart_paint()
 * @style: the colours
 * @year: a year of the axis of its first plot
 *
 * Draws over a scene that something would be put onto this year, and leaves @cr as it was.
 */
void
tl_chart_paint_year (TlChartScene *scene,
                     cairo_t      *cr,
                     TlChartStyle  style,
                     int           year)
{
  TlRect area = tl_chart_scene_get_year_area (scene, year);
  TlPainter self;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (tl_chart_style_is_known (style));

  if (area.width <= 0)
    return;
  self = (TlPainter) { .cr = cr, .scene = scene, .palette = tl_palette_get (style), .zoom = scene->zoom };
  area = (TlRect) { area.x + 1, area.y + 1, area.width - 2, area.height - 2 };
  cairo_save (cr);
  cairo_new_path (cr);
  tl_painter_add_rounded_rect (&self, area, MIN (6 * self.zoom, area.width / 2));
  tl_painter_set_colour (&self, self.palette->fact, 0.14);
  cairo_fill_preserve (cr);
  tl_painter_set_colour (&self, self.palette->fact, 1);
  cairo_set_line_width (cr, 1.6 * self.zoom);
  cairo_stroke (cr);
  cairo_restore (cr);
}
