/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of marks and of the legend's keys.
 *
 * A kind is told by shape and fill: solid for a full year, hatched for a part of one, a
 * dashed outline for a calculation, dotted for a forecast, a diamond for a target.  Colour
 * only repeats it: blue for facts, orange for hopes, which colour-blind people tell apart; of
 * several series in one plot it repeats the letter. */

#include "tl-chart-painter-private.h"

#include <math.h>

static TlColour
get_colour (TlPainter     *self,
            const TlGlyph *glyph)
{
  gboolean is_hope = glyph->kind == TL_POINT_FORECAST || glyph->kind == TL_POINT_TARGET;

  return tl_painter_get_tone (self, glyph->tone, is_hope ? self->palette->hope : self->palette->fact);
}

static TlRect
inset (TlRect rect,
       double by)
{
  by = MIN (by, MIN (rect.width, rect.height) / 2);
  return (TlRect) { rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by };
}

/* ---- fills ---- */

/* Lines at 45°, cut to the rectangle by arithmetic: a clip for every bar would cost more. */
static void
hatch (TlPainter *self,
       TlRect     rect,
       double     step)
{
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;
  int n_segments = 0;

  /* A line is where x + y is constant, on one lattice for all bars. */
  for (double sum = ceil ((rect.x + rect.y) / step) * step; sum < right + bottom; sum += step)
    {
      double x1 = MAX (rect.x, sum - bottom);
      double x2 = MIN (right, sum - rect.y);

      cairo_move_to (self->cr, x1, sum - x1);
      cairo_line_to (self->cr, x2, sum - x2);
      if (++n_segments % TL_MAX_SEGMENTS == 0)
        tl_painter_stroke (self);
    }
  tl_painter_stroke (self);
}

static void
stipple (TlPainter *self,
         TlRect     rect,
         double     step)
{
  int n_columns = MAX ((int) (rect.width / step), 1);
  int n_rows = MAX ((int) (rect.height / step), 1);
  double left = rect.x + (rect.width - (n_columns - 1) * step) / 2;
  double foot = rect.y + rect.height - step / 2;
  int n_segments = 0;

  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  for (int row = 0; row < n_rows; row++)
    for (int column = 0; column < n_columns; column++)
      {
        cairo_move_to (self->cr, left + column * step, foot - row * step);
        cairo_close_path (self->cr);
        if (++n_segments % TL_MAX_SEGMENTS == 0)
          tl_painter_stroke (self);
      }
  tl_painter_stroke (self);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
}

static void
outline (TlPainter *self,
         TlRect     rect,
         double     dash,
         double     gap)
{
  const double dashes[] = { dash, gap };

  if (gap > 0)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  tl_painter_add_rect (self, inset (rect, cairo_get_line_width (self->cr) / 2));
  tl_painter_stroke (self);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/* ---- shapes ---- */

/* A bar's or band's area, filled as its kind is. */
static void
paint_area (TlPainter     *self,
            const TlGlyph *glyph)
{
  TlRect rect = glyph->rect;
  double zoom = self->zoom;
  double line = MIN (1.5 * zoom, rect.width / 4);
  TlColour colour = get_colour (self, glyph);

  tl_painter_set_colour (self, colour, 1);
  cairo_set_line_width (self->cr, line);
  switch (glyph->kind)
    {
    case TL_POINT_PARTIAL:
      tl_painter_set_colour (self, colour, 0.10);
      tl_painter_add_rect (self, rect);
      tl_painter_fill (self);
      tl_painter_set_colour (self, colour, 1);
      hatch (self, inset (rect, line / 2), 6 * zoom);
      outline (self, rect, 0, 0);
      break;
    case TL_POINT_CALCULATED:
      outline (self, rect, 5 * zoom, 3 * zoom);
      break;
    case TL_POINT_TARGET:
      outline (self, rect, 0, 0);
      break;
    case TL_POINT_FORECAST:
      outline (self, rect, 1.6 * zoom, 2.2 * zoom);
      cairo_set_line_width (self->cr, 1.8 * zoom);
      stipple (self, inset (rect, 2.5 * zoom), 6 * zoom);
      break;
    case TL_POINT_YEAR:
    default:
      tl_painter_add_rect (self, rect);
      tl_painter_fill (self);
      break;
    }
}

static void
add_diamond (TlPainter *self,
             TlRect     rect)
{
  double x = rect.x + rect.width / 2;
  double y = rect.y + rect.height / 2;

  cairo_move_to (self->cr, x, rect.y);
  cairo_line_to (self->cr, rect.x + rect.width, y);
  cairo_line_to (self->cr, x, rect.y + rect.height);
  cairo_line_to (self->cr, rect.x, y);
  cairo_close_path (self->cr);
}

/* A hollow shape covers what lies behind it. */
static void
fill_ground_and_stroke (TlPainter *self,
                        TlColour   colour)
{
  tl_painter_set_colour (self, self->palette->ground, 1);
  tl_painter_fill_preserve (self);
  tl_painter_set_colour (self, colour, 1);
  tl_painter_stroke (self);
}

static void
paint_stem (TlPainter     *self,
            const TlGlyph *glyph)
{
  const double dashes[] = { 4 * self->zoom, 3 * self->zoom };
  TlColour colour = get_colour (self, glyph);
  double x = glyph->rect.x + glyph->rect.width / 2;

  tl_painter_set_colour (self, colour, 1);
  cairo_set_line_width (self->cr, 1.5 * self->zoom);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (self->cr, x, glyph->rect.y + glyph->rect.height);
  cairo_line_to (self->cr, x, glyph->foot);
  tl_painter_stroke (self);
  cairo_set_dash (self->cr, NULL, 0, 0);

  cairo_set_line_width (self->cr, 1.8 * self->zoom);
  add_diamond (self, inset (glyph->rect, self->zoom));
  fill_ground_and_stroke (self, colour);
}

static void
paint_dot (TlPainter     *self,
           const TlGlyph *glyph)
{
  const double dashes[] = { 2.5 * self->zoom, 1.8 * self->zoom };
  TlColour colour = get_colour (self, glyph);
  double x = glyph->rect.x + glyph->rect.width / 2;
  double y = glyph->rect.y + glyph->rect.height / 2;
  double radius = glyph->rect.width / 2;

  cairo_set_line_width (self->cr, MIN (1.6 * self->zoom, radius * 0.7));
  if (glyph->kind == TL_POINT_TARGET)
    {
      add_diamond (self, inset (glyph->rect, cairo_get_line_width (self->cr) / 2));
      fill_ground_and_stroke (self, colour);
      return;
    }

  if (glyph->kind == TL_POINT_YEAR)
    {
      /* A thin rim of the ground keeps dots apart that touch. */
      cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
      tl_painter_set_colour (self, self->palette->ground, 1);
      tl_painter_fill (self);
      cairo_arc (self->cr, x, y, MAX (radius - 0.8 * self->zoom, radius * 0.7), 0, 2 * G_PI);
      tl_painter_set_colour (self, colour, 1);
      tl_painter_fill (self);
      return;
    }

  if (glyph->kind == TL_POINT_CALCULATED)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_arc (self->cr, x, y, radius - cairo_get_line_width (self->cr) / 2, 0, 2 * G_PI);
  fill_ground_and_stroke (self, colour);
  cairo_set_dash (self->cr, NULL, 0, 0);

  if (glyph->kind == TL_POINT_PARTIAL)
    cairo_arc (self->cr, x, y, radius * 0.8, G_PI * 0.75, G_PI * 1.75);     /* one half filled */
  else if (glyph->kind == TL_POINT_FORECAST)
    cairo_arc (self->cr, x, y, radius * 0.3, 0, 2 * G_PI);
  tl_painter_fill (self);
}

/* Pale, as a crowd is no value: its number stands in it.  Its rim is its kind's.  With straight
 * edges, which Cairo draws many times faster than round ones. */
static void
paint_crowd (TlPainter     *self,
             const TlGlyph *glyph)
{
  TlColour colour = get_colour (self, glyph);
  TlColour ground = self->palette->ground;
  TlColour pale = { 0.75 * ground.red + 0.25 * colour.red,
                    0.75 * ground.green + 0.25 * colour.green,
                    0.75 * ground.blue + 0.25 * colour.blue };
  gboolean is_dashed = glyph->kind == TL_POINT_CALCULATED || glyph->kind == TL_POINT_FORECAST;

  tl_painter_add_rect (self, glyph->rect);
  tl_painter_set_colour (self, pale, 1);
  tl_painter_fill (self);
  tl_painter_set_colour (self, colour, 1);
  cairo_set_line_width (self->cr, MIN (1.2 * self->zoom, glyph->rect.height / 4));
  outline (self, glyph->rect, 2.5 * self->zoom, is_dashed ? 1.8 * self->zoom : 0);
}

/* A question mark of the height of the square; the shape is what asks, so it is no text. */
static void
paint_question (TlPainter *self,
                double     x,
                double     y,
                double     radius)
{
  double size = radius * 0.32;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y - radius * 0.28, size, G_PI, G_PI * 2.35);
  cairo_line_to (self->cr, x, y + radius * 0.22);
  tl_painter_stroke (self);
  cairo_arc (self->cr, x, y + radius * 0.55, radius * 0.13, 0, 2 * G_PI);
  tl_painter_fill (self);
}

/* Hollow, as nobody knows where it belongs, and dashed where it is only hoped for.  A mark of
 * several has their number in it. */
static void
paint_undated (TlPainter     *self,
               const TlGlyph *glyph)
{
  double line = MIN (1.5 * self->zoom, glyph->rect.width / 6);
  TlRect rect = inset (glyph->rect, line / 2);
  TlColour colour = get_colour (self, glyph);
  const double dashes[] = { 2.5 * self->zoom, 1.8 * self->zoom };
  double roof = glyph->shape == TL_SHAPE_BEYOND ? MIN (rect.height * 0.35, rect.width * 0.4) : 0;
  double x = rect.x + rect.width / 2;

  cairo_set_line_width (self->cr, line);
  cairo_move_to (self->cr, rect.x, rect.y + rect.height);
  cairo_line_to (self->cr, rect.x, rect.y + roof);
  if (roof > 0)
    cairo_line_to (self->cr, x, rect.y);
  cairo_line_to (self->cr, rect.x + rect.width, rect.y + roof);
  cairo_line_to (self->cr, rect.x + rect.width, rect.y + rect.height);
  cairo_close_path (self->cr);
  if (glyph->kind != TL_POINT_YEAR)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  fill_ground_and_stroke (self, colour);
  cairo_set_dash (self->cr, NULL, 0, 0);
  if (glyph->n_joined < 2)
    paint_question (self, x, rect.y + (rect.height + roof) / 2, (rect.height - roof * 0.6) / 2);
}

/* The part of a range above its low end: open, as nothing says how far it goes. */
static void
paint_range (TlPainter     *self,
             const TlGlyph *glyph)
{
  gboolean is_bar = glyph->shape == TL_SHAPE_BAR;
  double bottom = is_bar ? glyph->rect.y : glyph->rect.y + glyph->rect.height / 2;
  double width = is_bar ? glyph->rect.width : MIN (glyph->rect.width, 6 * self->zoom);
  double x = glyph->rect.x + (glyph->rect.width - width) / 2;
  TlRect rect = { x, glyph->y_high, width, bottom - glyph->y_high };
  TlColour colour = get_colour (self, glyph);

  if (rect.height <= 0)
    return;
  tl_painter_set_colour (self, colour, 0.28);
  tl_painter_add_rect (self, rect);
  tl_painter_fill (self);
  tl_painter_set_colour (self, colour, 1);
  cairo_set_line_width (self->cr, 1.2 * self->zoom);
  cairo_move_to (self->cr, rect.x, rect.y);
  cairo_line_to (self->cr, rect.x + rect.width, rect.y);
  tl_painter_stroke (self);
}

static void
paint_arrow (TlPainter     *self,
             const TlGlyph *glyph)
{
  TlRect rect = glyph->arrow;
  double x = rect.x + rect.width / 2;
  double from = glyph->bound == TL_BOUND_ABOVE ? rect.y + rect.height : rect.y;
  double to = glyph->bound == TL_BOUND_ABOVE ? rect.y : rect.y + rect.height;
  double head = (from - to) * 0.5;
  gboolean on_solid = glyph->shape == TL_SHAPE_BAR && glyph->kind == TL_POINT_YEAR &&
                      glyph->bound == TL_BOUND_BELOW;

  cairo_new_path (self->cr);
  cairo_move_to (self->cr, x, from);
  cairo_line_to (self->cr, x, to + head * 0.3);
  cairo_move_to (self->cr, rect.x + rect.width * 0.1, to + head);
  cairo_line_to (self->cr, x, to);
  cairo_line_to (self->cr, rect.x + rect.width * 0.9, to + head);

  if (glyph->shape == TL_SHAPE_BAR && glyph->bound == TL_BOUND_BELOW && !on_solid)
    {
      /* Over a fill the arrow needs a clear rim. */
      cairo_set_line_width (self->cr, 5 * self->zoom);
      tl_painter_set_colour (self, self->palette->ground, 1);
      tl_painter_stroke_preserve (self);
    }
  if (glyph->shape == TL_SHAPE_ARROW)
    tl_painter_set_colour (self, self->palette->text, 1);
  else if (on_solid)
    tl_painter_set_colour (self, self->palette->ground, 1);
  else
    tl_painter_set_colour (self, get_colour (self, glyph), 1);
  cairo_set_line_width (self->cr, 1.6 * self->zoom);
  tl_painter_stroke (self);
}

/**
 * tl_painter_paint_glyph:
 * @self: a painter
 * @glyph: a mark's shape, or a legend's
 *
 * Draws a shape.
 */
void
tl_painter_paint_glyph (TlPainter     *self,
                        const TlGlyph *glyph)
{
  if (isfinite (glyph->y_high))
    paint_range (self, glyph);

  switch (glyph->shape)
    {
    case TL_SHAPE_DOT:
      paint_dot (self, glyph);
      break;
    case TL_SHAPE_STEM:
      paint_stem (self, glyph);
      break;
    case TL_SHAPE_CROWD:
      paint_crowd (self, glyph);
      break;
    case TL_SHAPE_UNDATED:
    case TL_SHAPE_BEYOND:
      paint_undated (self, glyph);
      break;
    case TL_SHAPE_ARROW:
    case TL_SHAPE_NONE:
      break;
    case TL_SHAPE_BAR:
    case TL_SHAPE_SPAN:
    default:
      paint_area (self, glyph);
      break;
    }
  if (glyph->bound != TL_BOUND_NONE)
    paint_arrow (self, glyph);
}
