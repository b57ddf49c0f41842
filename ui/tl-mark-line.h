/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMarkLine:
 * @TL_MARK_LINE_NONE: no line
 * @TL_MARK_LINE_SOLID: a thin one
 * @TL_MARK_LINE_DOUBLE: two
 * @TL_MARK_LINE_DOTTED: dots
 * @TL_MARK_LINE_DASHED: dashes
 * @TL_MARK_LINE_THICK: a thick one
 * @TL_MARK_LINE_WAVY: a wave
 *
 * The line under words, by which they are told apart without colour.
 */
typedef enum
{
  TL_MARK_LINE_NONE,
  TL_MARK_LINE_SOLID,
  TL_MARK_LINE_DOUBLE,
  TL_MARK_LINE_DOTTED,
  TL_MARK_LINE_DASHED,
  TL_MARK_LINE_THICK,
  TL_MARK_LINE_WAVY,
} TlMarkLine;

/* So much room is needed below the words, in pixels. */
#define TL_MARK_LINE_HEIGHT 4

void tl_mark_line_snapshot (TlMarkLine     line,
                            GtkSnapshot   *snapshot,
                            float          x,
                            float          y,
                            float          width,
                            const GdkRGBA *colour);

G_END_DECLS
