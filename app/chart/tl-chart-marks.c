/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks' shapes.  One report of a period is a bar from zero, as its length is its
 * value; several that differ are dots, which need no zero and find room in one lane. */

#include "tl-chart-scene-private.h"

#include <math.h>

#define MAX_BAR_WIDTH  72.0
#define BAR_OF_SLOT    0.58
#define BAR_OF_PITCH   0.84
#define DOT_RADIUS     6.0
#define DIAMOND_RADIUS 6.5
#define SPAN_HEIGHT    9.0
#define ARROW_WIDTH    8.0
#define ARROW_HEIGHT   9.0
#define CROWD_WIDTH    27.0

/**
 * tl_chart_draft_get_headroom:
 * @self: a draft
 *
 * Returns: how much room the tallest mark needs above its value for its shape and label
 */
double
tl_chart_draft_get_headroom (TlChartDraft *self)
{
  return (DIAMOND_RADIUS + ARROW_HEIGHT) * self->scene->zoom + 1.7 * self->text_size;
}

static TlBound
get_bound (TlPrecision precision)
{
  if (precision == TL_PRECISION_BELOW)
    return TL_BOUND_BELOW;
  if (precision == TL_PRECISION_ABOVE)
    return TL_BOUND_ABOVE;
  return TL_BOUND_NONE;
}

/**
 * tl_chart_draft_place_arrow:
 * @self: a draft
 * @glyph: (inout): a mark's shape, in its place
 *
 * Places the arrow of its bound.  An arrow starts at the value: upwards from a mark's top;
 * downwards inside a bar, but below a shape that has no inside.  Where that would cross the axis
 * it stands beside, and ends at zero.
 */
void
tl_chart_draft_place_arrow (TlChartDraft *self,
                            TlGlyph      *glyph)
{
  double height = ARROW_HEIGHT * self->scene->zoom;
  double width = MIN (ARROW_WIDTH * self->scene->zoom, MAX (glyph->rect.width, 5));
  double x = glyph->rect.x + glyph->rect.width / 2;
  double gap = 1.5 * self->scene->zoom;
  double zero = tl_chart_draft_get_y (self, 0);
  double y;

  if (glyph->bound == TL_BOUND_NONE)
    return;

  if (glyph->bound == TL_BOUND_ABOVE)
    y = glyph->rect.y - gap - height;
  else if (glyph->shape == TL_SHAPE_BAR)
    y = glyph->rect.y + 2 * gap;
  else
    y = glyph->rect.y + glyph->rect.height + gap;
  if (glyph->bound == TL_BOUND_BELOW && y + height > zero)
    {
      x = glyph->rect.x + glyph->rect.width + gap + width / 2;
      y = zero - height;
    }
  glyph->arrow = (TlRect) { x - width / 2, y, width, height };
}

static TlRect
make_square (double x,
             double y,
             double radius)
{
  return (TlRect) { x - radius, y - radius, 2 * radius, 2 * radius };
}

static double
get_bar_width (TlChartDraft  *self,
               const TlGroup *group)
{
  double slot_width = self->plot.width / self->n_years;

  return MIN (MIN (group->pitch * BAR_OF_PITCH, slot_width * BAR_OF_SLOT),
              MAX_BAR_WIDTH * self->scene->zoom);
}

/**
 * tl_chart_draft_get_radius:
 * @self: a draft whose plot is placed
 * @group: marks of one lane
 *
 * Returns: the radius of a dot in it that has room to both sides
 */
double
tl_chart_draft_get_radius (TlChartDraft  *self,
                           const TlGroup *group)
{
  if (group->kind == TL_POINT_TARGET)
    return CLAMP (group->pitch * 0.42, 2, DIAMOND_RADIUS * self->scene->zoom);
  return CLAMP (group->pitch * 0.35, 1.5, DOT_RADIUS * self->scene->zoom);
}

static TlGlyph
make_glyph (TlChartDraft  *self,
            const TlGroup *group,
            const TlPoint *point,
            double         x,
            double         radius)
{
  TlChartScene *scene = self->scene;
  double y = tl_chart_draft_get_y (self, point->value);
  double foot = tl_chart_draft_get_y (self, 0);
  double width = get_bar_width (self, group);
  TlGlyph glyph = { .shape = TL_SHAPE_BAR, .kind = point->kind, .foot = foot, .y_high = NAN };

  glyph.tone = tl_chart_draft_get_tone (self, group->series);
  glyph.bound = get_bound (point->precision);
  if (isfinite (point->high))
    glyph.y_high = tl_chart_draft_get_y (self, point->high);

  if (group->is_span)
    {
      double height = SPAN_HEIGHT * scene->zoom;

      glyph.shape = TL_SHAPE_SPAN;
      glyph.rect = (TlRect) { group->x - group->pitch / 2, y - height / 2, group->pitch, height };
    }
  else if (group->n > 1 || point->kind == TL_POINT_TARGET)
    {
      glyph.shape = group->n > 1 ? TL_SHAPE_DOT : TL_SHAPE_STEM;
      glyph.rect = make_square (x, y, radius);
    }
  else
    {
      glyph.rect = (TlRect) { x - width / 2, y, width, foot - y };
    }
  tl_chart_draft_place_arrow (self, &glyph);
  return glyph;
}

/* Marks that are joined reach from the lowest value to the highest; those above and below them
 * come as near as dots of a column may. */
static TlGlyph
make_crowd (TlChartDraft  *self,
            const TlGroup *group,
            const TlMark  *mark,
            double         radius)
{
  double lowest = tl_chart_draft_get_y (self, tl_chart_draft_get_point (self, mark)->value);
  double width = MIN (MAX (CROWD_WIDTH * self->scene->zoom, 4 * radius), BAR_OF_PITCH * group->pitch);
  double top = lowest;
  TlGlyph glyph = { .shape = TL_SHAPE_CROWD, .kind = mark->kind, .y_high = NAN,
                    .tone = tl_chart_draft_get_tone (self, group->series),
                    .n_joined = tl_mark_get_n_subjects (mark) };

  for (guint i = 0; i < tl_mark_get_n_subjects (mark); i++)
    {
      TlSubject subject = tl_mark_get_subject (mark, i);
      TlSeries *series = tl_chart_get_nth_series (self->scene->chart, subject.series);
      const TlPoint *point = tl_series_get_point (series, subject.index);

      top = MIN (top, tl_chart_draft_get_y (self, isfinite (point->high) ? MAX (point->high, point->value)
                                                                         : point->value));
    }
  glyph.rect = (TlRect) { group->x - width / 2, top - 0.6 * radius, width,
                          lowest - top + 1.2 * radius };
  glyph.foot = tl_chart_draft_get_y (self, 0);
  return glyph;
}

/* What a click on a mark hits: its shape and its range, as far as the plot goes. */
static TlRect
get_bounds (TlRect         plot,
            const TlGlyph *glyph)
{
  double top = glyph->rect.y;
  double bottom = glyph->rect.y + glyph->rect.height;
  double left = MAX (glyph->rect.x, plot.x);
  double right = MIN (glyph->rect.x + glyph->rect.width, plot.x + plot.width);

  if (isfinite (glyph->y_high))
    top = MIN (top, glyph->y_high);
  if (glyph->shape == TL_SHAPE_STEM)
    bottom = glyph->foot;
  top = MAX (top, plot.y);
  bottom = MIN (bottom, plot.y + plot.height);
  return (TlRect) { left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

/* The height of the highest value that a mark stands for. */
static double
get_highest_y (TlChartDraft *self,
               const TlMark *mark)
{
  TlSubject subject = tl_mark_get_subject (mark, tl_mark_get_n_subjects (mark) - 1);
  TlSeries *series = tl_chart_get_nth_series (self->scene->chart, subject.series);

  return tl_chart_draft_get_y (self, tl_series_get_point (series, subject.index)->value);
}

/* The whisker spans what is said of one period; the column ties it to the ground. */
static void
add_whisker (TlChartDraft  *self,
             const TlGroup *group,
             const TlMark  *lowest,
             const TlMark  *highest)
{
  guint tone = tl_chart_draft_get_tone (self, group->series);

  if (group->is_one_period && lowest != highest)
    tl_chart_draft_add_toned_line (self, TL_LINE_WHISKER, tone, group->x, lowest->y, group->x,
                                   get_highest_y (self, highest));
  if (group->kind == TL_POINT_YEAR)
    {
      double width = get_bar_width (self, group);
      TlChartColumn column = { { group->x - width / 2, lowest->y, width,
                                 tl_chart_draft_get_y (self, 0) - lowest->y }, tone };

      g_array_append_val (self->scene->columns, column);
    }
}

/* The mark of a lot, with what stands for it in the picture. */
static void
add_lot (TlChartDraft  *self,
         const TlGroup *group,
         const TlLot   *lot,
         double         x,
         double         radius,
         GArray        *marks)
{
  TlChartScene *scene = self->scene;
  TlMark mark = g_array_index (scene->marks, TlMark, group->first + lot->first);
  const TlPoint *point = tl_chart_draft_get_point (self, &mark);
  guint n_differing = group->is_one_period ? group->n : 1;
  TlGlyph glyph;

  for (guint i = 1; i < lot->n; i++)
    tl_mark_add_subject (&mark, g_array_index (scene->marks, TlMark,
                                               group->first + lot->first + i).subject);
  mark.x = lot->n > 1 ? group->x : x;
  mark.y = tl_chart_draft_get_y (self, point->value);
  glyph = lot->n > 1 ? make_crowd (self, group, &mark, radius)
                     : make_glyph (self, group, point, x, radius);
  mark.bounds = get_bounds (self->plot, &glyph);
  mark.description = lot->n > 1
                       ? tl_chart_dup_joined_description (scene->chart, &mark)
                       : tl_chart_dup_subject_description (scene->chart, mark.subject, n_differing);
  if (lot->n > 1)
    {
      glyph.rect = mark.bounds;
      self->joins->n++;
    }
  g_array_append_val (marks, mark);
  g_array_append_val (scene->glyphs, glyph);
}

/* Takes the rim of a mark of several off where another one stands. */
static void
trim (TlMark  *mark,
      TlGlyph *glyph,
      double   by_top,
      double   by_bottom)
{
  mark->bounds.y += by_top;
  mark->bounds.height = MAX (mark->bounds.height - by_top - by_bottom, 0);
  glyph->rect = mark->bounds;
}

/* Marks of several end where the next begin: at the rim of a dot, and between two of them halfway. */
static void
part_crowds (TlChartDraft *self,
             GArray       *marks,
             guint         first)
{
  for (guint i = first + 1; i < marks->len; i++)
    {
      TlMark *lower = &g_array_index (marks, TlMark, i - 1);
      TlMark *upper = &g_array_index (marks, TlMark, i);
      gboolean is_lower = tl_mark_get_n_subjects (lower) > 1;
      gboolean is_upper = tl_mark_get_n_subjects (upper) > 1;
      double over = upper->bounds.y + upper->bounds.height - lower->bounds.y;
      double share = is_lower && is_upper ? over / 2 : over;

      if (over > 0 && is_lower)
        trim (lower, &g_array_index (self->scene->glyphs, TlGlyph, i - 1), share, 0);
      if (over > 0 && is_upper)
        trim (upper, &g_array_index (self->scene->glyphs, TlGlyph, i), 0, share);
    }
}

static void
add_group (TlChartDraft *self,
           TlGroup      *group,
           GArray       *marks)
{
  double radius = tl_chart_draft_get_radius (self, group);
  guint n_columns;
  g_autoptr(GArray) lots = tl_chart_draft_list_lots (self, group, &radius, &n_columns);
  double step = MIN (2 * radius, group->pitch / n_columns);
  guint first = marks->len;

  for (guint i = 0; i < lots->len; i++)
    {
      const TlLot *lot = &g_array_index (lots, TlLot, i);

      add_lot (self, group, lot, group->x + (lot->column - (n_columns - 1) / 2.0) * step, radius,
               marks);
    }
  part_crowds (self, marks, first);
  if (group->n > 1)
    add_whisker (self, group, &g_array_index (marks, TlMark, first),
                 &g_array_index (marks, TlMark, marks->len - 1));
  group->first = first;
  group->n = lots->len;
}

static gboolean
is_single_year (TlChartDraft  *self,
                const TlGroup *group)
{
  return group->kind == TL_POINT_YEAR && group->n == 1 &&
         g_array_index (self->scene->glyphs, TlGlyph, group->first).shape != TL_SHAPE_CROWD;
}

/* A line from full year to full year, where both are adjacent and undisputed, and nothing
 * stands between: anything else would tell of a movement that nobody reported. */
static void
add_connectors (TlChartDraft *self)
{
  /* Across the lanes of others a line would say nothing of them. */
  if (self->n_series > 1)
    return;
  for (guint i = 0; i + 1 < self->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (self->groups, TlGroup, i);
      const TlGroup *next = &g_array_index (self->groups, TlGroup, i + 1);

      if (is_single_year (self, group) && is_single_year (self, next) && next->year == group->year + 1)
        {
          TlRect from = g_array_index (self->scene->glyphs, TlGlyph, group->first).rect;
          TlRect to = g_array_index (self->scene->glyphs, TlGlyph, next->first).rect;

          tl_chart_draft_add_toned_line (self, TL_LINE_CONNECTOR,
                                         tl_chart_draft_get_tone (self, group->series),
                                         from.x + from.width, from.y, to.x, to.y);
        }
    }
}

/**
 * tl_chart_draft_add_marks:
 * @self: a draft whose groups are arranged and whose plot is placed
 *
 * Gives every mark its shape and place, and joins those that are too near to be told apart.
 */
void
tl_chart_draft_add_marks (TlChartDraft *self)
{
  GArray *marks = tl_marks_new ();

  g_array_append_vals (marks, self->scene->marks->data, self->first_mark);
  for (guint i = 0; i < self->groups->len; i++)
    add_group (self, &g_array_index (self->groups, TlGroup, i), marks);
  tl_chart_draft_take_lots (self, marks);
  add_connectors (self);
}
