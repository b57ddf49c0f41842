/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a scene.  Decides nothing: the same scene looks the same on every surface. */

#include "tl-chart-painter.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "tl-chart-painter-private.h"

#define HEX(rgb) { ((rgb) >> 16) / 255.0, (((rgb) >> 8) & 0xff) / 255.0, ((rgb) & 0xff) / 255.0 }

static const TlPalette palettes[] = {
  [TL_CHART_STYLE_LIGHT] = {
    .ground = HEX (0xffffff),
    .text = HEX (0x1f2328),
    .dim = HEX (0x5c636b),
    .grid = HEX (0xe3e5e8),
    .axis = HEX (0x7b828a),
    .fact = HEX (0x1c6bab),
    .hope = HEX (0xc2540a),
    .series = { HEX (0x1c6bab), HEX (0xc2540a), HEX (0x0b4f4a),
                HEX (0xc07088), HEX (0x1b1464), HEX (0x3a2a10) },
  },
  [TL_CHART_STYLE_DARK] = {
    .ground = HEX (0x1e1e1e),
    .text = HEX (0xf2f2f2),
    .dim = HEX (0xb4b7bb),
    .grid = HEX (0x38393b),
    .axis = HEX (0x8b8e92),
    .fact = HEX (0x6bb0ec),
    .hope = HEX (0xff9d5c),
    .series = { HEX (0x6bb0ec), HEX (0xff9d5c), HEX (0xd0d4d8),
                HEX (0xa35cff), HEX (0xf9d6b4), HEX (0xb5658f) },
  },
  [TL_CHART_STYLE_LIGHT_CONTRAST] = {
    .ground = HEX (0xffffff),
    .text = HEX (0x000000),
    .dim = HEX (0x3a3f45),
    .grid = HEX (0xb0b0b0),
    .axis = HEX (0x2b2f33),
    .fact = HEX (0x0d4a80),
    .hope = HEX (0x8a3800),
    .series = { HEX (0x0d4a80), HEX (0x8a3800), HEX (0x100d31),
                HEX (0x865f66), HEX (0x411511), HEX (0x7739d5) },
  },
  [TL_CHART_STYLE_DARK_CONTRAST] = {
    .ground = HEX (0x1e1e1e),
    .text = HEX (0xffffff),
    .dim = HEX (0xdcdee0),
    .grid = HEX (0x5c5c5c),
    .axis = HEX (0xd0d2d4),
    .fact = HEX (0x8cc6ff),
    .hope = HEX (0xffb27a),
    .series = { HEX (0x8cc6ff), HEX (0xffb27a), HEX (0xaf60f3),
                HEX (0xf77b12), HEX (0xe3e5d3), HEX (0x6f8c84) },
  },
};

/* The colours of a style. */
const TlPalette *
tl_palette_get (TlChartStyle style)
{
  return &palettes[style];
}

static gboolean
has_pixels (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF &&
         type != CAIRO_SURFACE_TYPE_SVG &&
         type != CAIRO_SURFACE_TYPE_PS;
}

/* Where reports differ there is no bar.  A pale column up to the lowest keeps the year in
 * line with the others; the dots alone say what was reported. */
static void
paint_columns (TlPainter *self)
{
  for (guint i = 0; i < self->scene->columns->len; i++)
    {
      const TlChartColumn *column = &g_array_index (self->scene->columns, TlChartColumn, i);

      tl_painter_set_colour (self, tl_painter_get_tone (self, column->tone, self->palette->fact), 0.16);
      tl_painter_add_rect (self, column->rect);
      tl_painter_fill (self);
    }
}

/* ---- lines and texts ---- */

static void
set_line_style (TlPainter  *self,
                TlLineRole  role,
                guint       tone)
{
  TlColour fact = tl_painter_get_tone (self, tone, self->palette->fact);

  switch (role)
    {
    case TL_LINE_AXIS:
      tl_painter_set_colour (self, self->palette->axis, 1);
      cairo_set_line_width (self->cr, 1.2);
      break;
    case TL_LINE_TICK:
      tl_painter_set_colour (self, self->palette->axis, 1);
      cairo_set_line_width (self->cr, 1);
      break;
    case TL_LINE_CONNECTOR:
      tl_painter_set_colour (self, fact, 0.55);
      cairo_set_line_width (self->cr, 1.2 * self->zoom);
      break;
    case TL_LINE_WHISKER:
      tl_painter_set_colour (self, fact, 1);
      cairo_set_line_width (self->cr, 1.2 * self->zoom);
      break;
    case TL_LINE_OFFICIAL:            /* see paint_officials() */
    case TL_LINE_GRID:
    default:
      tl_painter_set_colour (self, self->palette->grid, 1);
      cairo_set_line_width (self->cr, 1);
      break;
    }
}

static void
paint_lines (TlPainter  *self,
             TlLineRole  role)
{
  int n_segments = 0;
  guint tone = TL_TONE_OF_KIND;

  set_line_style (self, role, tone);
  for (guint i = 0; i < self->scene->lines->len; i++)
    {
      const TlChartLine *line = &g_array_index (self->scene->lines, TlChartLine, i);

      if (line->role != role)
        continue;
      if (line->tone != tone)
        {
          tl_painter_stroke (self);
          tone = line->tone;
          set_line_style (self, role, tone);
        }
      cairo_move_to (self->cr, line->x1, line->y1);
      cairo_line_to (self->cr, line->x2, line->y2);
      if (++n_segments % TL_MAX_SEGMENTS == 0)
        tl_painter_stroke (self);
    }
  tl_painter_stroke (self);
}

/* A series of steps is one path, so that its dashes run on; a pattern is in units of the zoom. */
static void
paint_officials (TlPainter *self)
{
  static const struct
  {
    double dashes[4];
    int    n_dashes;
    double width;
  } patterns[TL_N_LINE_PATTERNS] = {
    { { 0 }, 0, 2.4 },
    { { 7, 3 }, 2, 2.4 },
    { { 2, 2.5 }, 2, 2.4 },
    { { 8, 2.5, 2, 2.5 }, 4, 2.4 },
    { { 0 }, 0, 1.1 },
    { { 7, 3 }, 2, 1.1 },
    { { 2, 2.5 }, 2, 1.1 },
    { { 8, 2.5, 2, 2.5 }, 4, 1.1 },
  };
  const TlChartLine *last = NULL;
  int n_segments = 0;

  tl_painter_set_colour (self, self->palette->axis, 1);
  for (guint i = 0; i < self->scene->lines->len; i++)
    {
      const TlChartLine *line = &g_array_index (self->scene->lines, TlChartLine, i);
      double dashes[4];

      if (line->role != TL_LINE_OFFICIAL)
        continue;
      if (last == NULL || last->pattern != line->pattern || n_segments >= TL_MAX_SEGMENTS ||
          fabs (last->x2 - line->x1) + fabs (last->y2 - line->y1) > 0.01)
        {
          tl_painter_stroke (self);
          n_segments = 0;
          for (int k = 0; k < 4; k++)
            dashes[k] = patterns[line->pattern].dashes[k] * self->zoom;
          cairo_set_dash (self->cr, dashes, patterns[line->pattern].n_dashes, 0);
          cairo_set_line_width (self->cr, patterns[line->pattern].width * self->zoom);
          cairo_move_to (self->cr, line->x1, line->y1);
        }
      cairo_line_to (self->cr, line->x2, line->y2);
      n_segments++;
      last = line;
    }
  tl_painter_stroke (self);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
paint_text (TlPainter         *self,
            const TlChartText *text)
{
  if (text->ink == TL_INK_VALUE)
    {
      tl_painter_set_colour (self, self->palette->ground, 0.85);
      tl_painter_add_rect (self, text->rect);
      tl_painter_fill (self);
    }
  tl_painter_set_colour (self, text->ink == TL_INK_DIM ? self->palette->dim : self->palette->text, 1);
  cairo_move_to (self->cr, text->rect.x, text->rect.y);
  if (self->svg != NULL)
    {
      tl_svg_add_text (self->svg, self->cr, text->layout, text->rect.x, text->rect.y);
    }
  else if (self->has_pixels)
    {
      /* Cairo would move every glyph to a whole pixel, which tears words apart. */
      pango_cairo_layout_path (self->cr, text->layout);
      tl_painter_fill (self);
    }
  else
    {
      /* In PDF a text stays a text, to be found and copied. */
      pango_cairo_show_layout (self->cr, text->layout);
    }
  cairo_new_path (self->cr);    /* or the next path would start where the text ended */
}

/* ---- states ---- */

static TlRect
get_halo (TlPainter *self,
          int        index)
{
  TlRect bounds = g_array_index (self->scene->marks, TlMark, index).bounds;
  double by = 3 * self->zoom;

  return (TlRect) { bounds.x - by, bounds.y - by, bounds.width + 2 * by, bounds.height + 2 * by };
}

static gboolean
is_mark (TlPainter *self,
         int        index)
{
  return index >= 0 && (guint) index < self->scene->marks->len;
}

static void
paint_hovered (TlPainter *self,
               int        index)
{
  if (!is_mark (self, index))
    return;
  tl_painter_add_rounded_rect (self, get_halo (self, index), 4 * self->zoom);
  tl_painter_set_colour (self, self->palette->text, 0.12);
  tl_painter_fill (self);
}

static void
paint_focused (TlPainter *self,
               int        index)
{
  if (!is_mark (self, index))
    return;
  tl_painter_add_rounded_rect (self, get_halo (self, index), 4 * self->zoom);
  tl_painter_set_colour (self, self->palette->text, 1);
  cairo_set_line_width (self->cr, 2 * self->zoom);
  tl_painter_stroke (self);
}

static void
paint_scene (TlPainter *self)
{
  TlChartScene *scene = self->scene;

  tl_painter_set_colour (self, self->palette->ground, 1);
  cairo_rectangle (self->cr, 0, 0, scene->width, scene->height);
  tl_painter_fill (self);

  paint_lines (self, TL_LINE_GRID);
  paint_officials (self);
  paint_columns (self);
  paint_lines (self, TL_LINE_CONNECTOR);
  paint_lines (self, TL_LINE_WHISKER);
  for (guint i = 0; i < scene->glyphs->len; i++)
    tl_painter_paint_glyph (self, &g_array_index (scene->glyphs, TlGlyph, i));
  for (guint i = 0; i < scene->keys->len; i++)
    tl_painter_paint_glyph (self, &g_array_index (scene->keys, TlGlyph, i));
  paint_lines (self, TL_LINE_AXIS);
  paint_lines (self, TL_LINE_TICK);
  for (guint i = 0; i < scene->texts->len; i++)
    paint_text (self, &g_array_index (scene->texts, TlChartText, i));
}

/* ---- public ---- */

/**
 * tl_chart_style_to_string:
 * @style: a style
 *
 * Returns: (transfer none): its name, "light"
 */
const char *
tl_chart_style_to_string (TlChartStyle style)
{
  return style == TL_CHART_STYLE_DARK || style == TL_CHART_STYLE_DARK_CONTRAST ? "dark" : "light";
}

/**
 * tl_chart_style_from_string:
 * @string: (nullable): a name, "light"
 * @style: (out): its style
 *
 * Returns: whether there is such a style
 */
gboolean
tl_chart_style_from_string (const char   *string,
                            TlChartStyle *style)
{
  g_return_val_if_fail (style != NULL, FALSE);

  for (int i = TL_CHART_STYLE_LIGHT; i <= TL_CHART_STYLE_DARK; i++)
    if (g_strcmp0 (string, tl_chart_style_to_string ((TlChartStyle) i)) == 0)
      {
        *style = (TlChartStyle) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_chart_paint:
 * @scene: a scene
 * @cr: where to draw: the scene's upper left corner is at the origin, one of its units is
 *   one of the surface's
 * @style: the colours
 * @focused: index of the mark that has the keyboard's focus, or -1
 * @hovered: index of the mark under the pointer, or -1
 *
 * Draws a scene, with its ground, and leaves @cr as it was.
 */
void
tl_chart_paint (TlChartScene *scene,
                cairo_t      *cr,
                TlChartStyle  style,
                int           focused,
                int           hovered)
{
  TlPainter self;

  g_return_if_fail (TL_IS_CHART_SCENE (scene));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (tl_chart_style_is_known (style));

  self = (TlPainter) { cr, scene, &palettes[style], scene->zoom, has_pixels (cr), NULL };
  cairo_save (cr);
  cairo_new_path (cr);
  paint_scene (&self);
  cairo_restore (cr);
  tl_chart_paint_states (scene, cr, style, focused, hovered);
}

/**
 * tl_chart_paint_states:
 * @scene: a scene
 * @cr: where to draw, as for tl_chart_paint()
 * @style: the colours
 * @focused: index of the mark that has the keyboard's focus, or -1
 * @hovered: index of the mark under the pointer, or -1
 *
 * Draws what changes with the pointer and the keyboard over a scene that was painted without,
 * and leaves @cr as it was.
 */
void
tl_chart_paint_states (TlChartScene *scene,
                       cairo_t      *cr,
                       TlChartStyle  style,
                       int           focused,
                       int           hovered)
{
  TlPainter self;

  g_return_if_fail (TL_IS_CHART_SCENE (scene));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (tl_chart_style_is_known (style));

  self = (TlPainter) { cr, scene, &palettes[style], scene->zoom, has_pixels (cr), NULL };
  cairo_save (cr);
  cairo_new_path (cr);
  paint_hovered (&self, hovered);
  paint_focused (&self, focused);
  cairo_restore (cr);
}

/**
 * tl_chart_get_state_bounds:
 * @scene: a scene
 * @mark: index of a mark
 *
 * Returns: the area that tl_chart_paint_states() draws in for it
 */
TlRect
tl_chart_get_state_bounds (TlChartScene *scene,
                           int           mark)
{
  TlPainter self = { .scene = scene };
  TlRect halo;

  g_return_val_if_fail (TL_IS_CHART_SCENE (scene), ((TlRect) { 0, 0, 0, 0 }));

  self.zoom = scene->zoom;
  if (!is_mark (&self, mark))
    return (TlRect) { 0, 0, 0, 0 };
  halo = get_halo (&self, mark);
  return (TlRect) { halo.x - self.zoom, halo.y - self.zoom,
                    halo.width + 2 * self.zoom, halo.height + 2 * self.zoom };
}

/**
 * tl_chart_paint_svg:
 * @scene: a scene
 * @style: the colours
 * @svg: an SVG image whose units are the scene's, up to where its content begins
 *
 * Draws a scene, with its ground, as SVG elements.  Cairo's own SVG makes outlines of texts,
 * and numbers its surfaces as they come.
 */
void
tl_chart_paint_svg (TlChartScene *scene,
                    TlChartStyle  style,
                    GString      *svg)
{
  const cairo_rectangle_t extents = { 0, 0, 1, 1 };
  cairo_surface_t *surface;
  TlPainter self;

  g_return_if_fail (TL_IS_CHART_SCENE (scene));
  g_return_if_fail (tl_chart_style_is_known (style));
  g_return_if_fail (svg != NULL);

  /* Nothing is drawn on it: it keeps the path, the pen and the colour. */
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, &extents);
  self = (TlPainter) { cairo_create (surface), scene, &palettes[style], scene->zoom, FALSE, svg };
  paint_scene (&self);
  cairo_destroy (self.cr);
  cairo_surface_destroy (surface);
}
