/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines under words: Pango knows too few of them to tell six kinds apart, and has no dots. */

#include "tl-mark-line.h"

#define DOT 2.0f
#define DOT_STEP 5.0f
#define DASH 6.0f
#define DASH_STEP 9.0f
#define WAVE 6.0f

static void
append_box (GtkSnapshot   *snapshot,
            float          x,
            float          y,
            float          width,
            float          height,
            const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
append_pieces (GtkSnapshot   *snapshot,
               float          x,
               float          y,
               float          width,
               float          length,
               float          step,
               const GdkRGBA *colour)
{
  for (float at = 0; at < width; at += step)
    append_box (snapshot, x + at, y, MIN (length, width - at), 2, colour);
}

static void
append_wave (GtkSnapshot   *snapshot,
             float          x,
             float          y,
             float          width,
             const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (x, y, width, TL_MARK_LINE_HEIGHT));

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.3);
  cairo_rectangle (cr, x, y, width, TL_MARK_LINE_HEIGHT);
  cairo_clip (cr);
  cairo_move_to (cr, x, y + 2);
  for (float at = 0; at < width; at += WAVE)
    {
      cairo_rel_curve_to (cr, WAVE / 6, -2, WAVE / 3, -2, WAVE / 2, 0);
      cairo_rel_curve_to (cr, WAVE / 6, 2, WAVE / 3, 2, WAVE / 2, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * tl_mark_line_snapshot:
 * @line: a line
 * @snapshot: what to draw to
 * @x: its left end
 * @y: its upper edge; it takes %TL_MARK_LINE_HEIGHT below that
 * @width: its length
 * @colour: its colour
 *
 * Draws a line under words.
 */
void
tl_mark_line_snapshot (TlMarkLine     line,
                       GtkSnapshot   *snapshot,
                       float          x,
                       float          y,
                       float          width,
                       const GdkRGBA *colour)
{
  switch (line)
    {
    case TL_MARK_LINE_SOLID:
      append_box (snapshot, x, y + 1, width, 1.5f, colour);
      break;
    case TL_MARK_LINE_DOUBLE:
      append_box (snapshot, x, y, width, 1, colour);
      append_box (snapshot, x, y + 3, width, 1, colour);
      break;
    case TL_MARK_LINE_DOTTED:
      append_pieces (snapshot, x, y + 1, width, DOT, DOT_STEP, colour);
      break;
    case TL_MARK_LINE_DASHED:
      append_pieces (snapshot, x, y + 1, width, DASH, DASH_STEP, colour);
      break;
    case TL_MARK_LINE_THICK:
      append_box (snapshot, x, y, width, 3, colour);
      break;
    case TL_MARK_LINE_WAVY:
      append_wave (snapshot, x, y, width, colour);
      break;
    case TL_MARK_LINE_NONE:
    default:
      break;
    }
}
