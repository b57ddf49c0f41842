/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tl-chart-painter.h"
#include "tl-chart-scene-private.h"

G_BEGIN_DECLS

/* Cairo's time for a stroke grows faster than its path: strokes are made in pieces. */
#define TL_MAX_SEGMENTS 32

typedef struct
{
  double red, green, blue;
} TlColour;

typedef struct
{
  TlColour ground;
  TlColour text;
  TlColour dim;                 /* 4.5:1 and more on the ground */
  TlColour grid;
  TlColour axis;
  TlColour fact;                /* 3:1 and more on the ground */
  TlColour hope;
  TlColour series[TL_N_SERIES_TONES]; /* 3:1 and more on the ground, told apart by colour-blind people */
} TlPalette;

typedef struct
{
  cairo_t         *cr;
  TlChartScene    *scene;
  const TlPalette *palette;
  double           zoom;
  gboolean         has_pixels;  /* of the surface: not PDF and the like */
  GString         *svg;         /* in place of a surface, else NULL */
} TlPainter;

static inline gboolean
tl_chart_style_is_known (TlChartStyle style)
{
  return style >= TL_CHART_STYLE_LIGHT && style <= TL_CHART_STYLE_DARK_CONTRAST;
}

static inline void
tl_painter_set_colour (TlPainter *self,
                       TlColour   colour,
                       double     alpha)
{
  cairo_set_source_rgba (self->cr, colour.red, colour.green, colour.blue, alpha);
}

/* The colour of a tone; @of_kind is that of %TL_TONE_OF_KIND. */
static inline TlColour
tl_painter_get_tone (TlPainter *self,
                     guint      tone,
                     TlColour   of_kind)
{
  if (tone == TL_TONE_OF_KIND)
    return of_kind;
  if (tone == TL_TONE_NEUTRAL)
    return self->palette->dim;
  return self->palette->series[(tone - TL_TONE_OF_SERIES (0)) % TL_N_SERIES_TONES];
}

static inline void
tl_painter_add_rect (TlPainter *self,
                     TlRect     rect)
{
  cairo_rectangle (self->cr, rect.x, rect.y, rect.width, rect.height);
}

/* A rectangle as a path. */
static inline void
tl_painter_add_rounded_rect (TlPainter *self,
                             TlRect     rect,
                             double     radius)
{
  double right = rect.x + rect.width, bottom = rect.y + rect.height;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, right - radius, rect.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (self->cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (self->cr, rect.x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (self->cr, rect.x + radius, rect.y + radius, radius, G_PI, G_PI * 1.5);
  cairo_close_path (self->cr);
}

/* tl-chart-painter.c */
const TlPalette *tl_palette_get (TlChartStyle style);

/* tl-chart-svg.c */
void tl_svg_add_fill   (GString     *svg,
                        cairo_t     *cr);
void tl_svg_add_stroke (GString     *svg,
                        cairo_t     *cr);
void tl_svg_add_text   (GString     *svg,
                        cairo_t     *cr,
                        PangoLayout *layout,
                        double       x,
                        double       y);

/* Everything is filled and stroked by these, so that all formats get the same paths. */

static inline void
tl_painter_fill_preserve (TlPainter *self)
{
  if (self->svg != NULL)
    tl_svg_add_fill (self->svg, self->cr);
  else
    cairo_fill_preserve (self->cr);
}

static inline void
tl_painter_stroke_preserve (TlPainter *self)
{
  if (self->svg != NULL)
    tl_svg_add_stroke (self->svg, self->cr);
  else
    cairo_stroke_preserve (self->cr);
}

static inline void
tl_painter_fill (TlPainter *self)
{
  tl_painter_fill_preserve (self);
  cairo_new_path (self->cr);
}

static inline void
tl_painter_stroke (TlPainter *self)
{
  tl_painter_stroke_preserve (self);
  cairo_new_path (self->cr);
}

/* tl-chart-glyphs.c */
void tl_painter_paint_glyph (TlPainter     *self,
                             const TlGlyph *glyph);

G_END_DECLS
