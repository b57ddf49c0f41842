/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a label may stand at its mark: the places that are tried, the best first. */

#include "tl-chart-scene-private.h"

#include <math.h>

/* Beside a dot: the highest of several has its free side above, the lowest below, and
 * those between have theirs to the right and left; then the corners, and last over and under
 * other dots. */
static TlRect
get_place_of_dot (TlRect   taken,
                  gboolean is_first,
                  gboolean is_last,
                  guint    place,
                  double   gap,
                  double   width,
                  double   height)
{
  double x = taken.x + taken.width / 2 - width / 2;
  double y = taken.y + taken.height / 2 - height / 2;
  double x_right = taken.x + taken.width + gap;
  double x_left = taken.x - gap - width;
  double x_end = taken.x + taken.width - width;
  TlRect above = { x, taken.y - gap - height, width, height };
  TlRect below = { x, taken.y + taken.height + gap, width, height };
  TlRect right = { x_right, y, width, height };
  TlRect left = { x_left, y, width, height };

  switch (place)
    {
    case 0:
      return is_last ? above : is_first ? below : right;
    case 1:
      return is_last ? right : left;
    case 2:
      return is_last ? left : right;
    case 3:
      return is_first ? below : right;
    case 4:
      return (TlRect) { x_right, y - height * 0.6, width, height };
    case 5:
      return (TlRect) { x_left, y - height * 0.6, width, height };
    case 6:
      return (TlRect) { x_right, y + height * 0.6, width, height };
    case 7:
      return (TlRect) { x_left, y + height * 0.6, width, height };
    case 8:
      return above;
    case 9:
      return below;
    case 10:
      return (TlRect) { x_end, above.y, width, height };
    case 11:
      return (TlRect) { x_end, below.y, width, height };
    default:
      return (TlRect) { x_end, above.y - height * 0.9, width, height };
    }
}

/* Above a bar: over its middle, from its left or right edge, a little aside of a taller
 * neighbour, to the left or right of its middle, or a little higher, over the shoulder of
 * a neighbour; then farther up, over the label of a neighbour. */
static TlRect
get_place_of_bar (TlRect taken,
                  guint  place,
                  double gap,
                  double width,
                  double height)
{
  double x = taken.x + taken.width / 2 - width / 2;
  double x_end = taken.x + taken.width - width;
  double y = taken.y - gap - height;

  return ((TlRect[TL_N_LABEL_PLACES]) {
    { x, y, width, height },
    { taken.x, y, width, height },
    { x_end, y, width, height },
    { taken.x + gap, y, width, height },
    { x_end - gap, y, width, height },
    { x - width / 2, y, width, height },
    { x + width / 2, y, width, height },
    { x, y - height * 0.45, width, height },
    { x, y - height * 0.75, width, height },
    { x, y - height * 1.1, width, height },
    { taken.x, y - height * 1.1, width, height },
    { x_end, y - height * 1.1, width, height },
    { x, y - height * 1.6, width, height },
  })[place];
}

/**
 * tl_chart_draft_get_label_place:
 * @self: a draft with marks
 * @group: the group of the mark
 * @mark: index of a mark
 * @place: below %TL_N_LABEL_PLACES; the first is the best
 * @gap: how far a label stands from its mark
 * @width: of the label
 * @height: of the label
 *
 * Returns: a place for the label, which may be taken
 */
TlRect
tl_chart_draft_get_label_place (TlChartDraft  *self,
                                const TlGroup *group,
                                guint          mark,
                                guint          place,
                                double         gap,
                                double         width,
                                double         height)
{
  const TlGlyph *glyph = &g_array_index (self->scene->glyphs, TlGlyph, mark);
  double top = glyph->rect.y;
  double bottom = glyph->rect.y + glyph->rect.height;
  TlRect taken = glyph->rect;

  if (isfinite (glyph->y_high))
    top = MIN (top, glyph->y_high);
  if (glyph->bound != TL_BOUND_NONE)
    {
      top = MIN (top, glyph->arrow.y);
      bottom = MAX (bottom, glyph->arrow.y + glyph->arrow.height);
    }
  taken.y = top;
  taken.height = bottom - top;

  if (glyph->shape == TL_SHAPE_DOT || glyph->shape == TL_SHAPE_STEM ||
      glyph->shape == TL_SHAPE_CROWD)
    return get_place_of_dot (taken, mark == group->first, mark == group->first + group->n - 1,
                             place, gap, width, height);
  return get_place_of_bar (taken, place, gap, width, height);
}
