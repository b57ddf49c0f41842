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
#define MAX_COLUMNS    5

/* Of two dots in one column, in radiuses: they may overlap, but not hide each other. */
#define MIN_DISTANCE 1.2

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
 * downwards inside a bar, but below a shape that has no inside.
 */
void
tl_chart_draft_place_arrow (TlChartDraft *self,
                            TlGlyph      *glyph)
{
  double height = ARROW_HEIGHT * self->scene->zoom;
  double width = MIN (ARROW_WIDTH * self->scene->zoom, MAX (glyph->rect.width, 5));
  double x = glyph->rect.x + glyph->rect.width / 2;
  double gap = 1.5 * self->scene->zoom;
  double y;

  if (glyph->bound == TL_BOUND_NONE)
    return;

  if (glyph->bound == TL_BOUND_ABOVE)
    y = glyph->rect.y - gap - height;
  else if (glyph->shape == TL_SHAPE_BAR)
    y = glyph->rect.y + 2 * gap;
  else
    y = glyph->rect.y + glyph->rect.height + gap;
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

static double
get_radius (TlChartDraft  *self,
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

/* Dots of nearly the same value stand side by side, in as few columns as that takes and
 * the lane has room for.  Returns how many columns it took; column numbers go to @columns. */
static guint
find_columns (TlChartDraft  *self,
              const TlGroup *group,
              double         radius,
              guint         *columns)
{
  double last_y[MAX_COLUMNS];
  guint n_columns = 0;

  for (guint i = 0; i < group->n; i++)
    {
      const TlMark *mark = &g_array_index (self->scene->marks, TlMark, group->first + i);
      double y = tl_chart_draft_get_y (self, tl_chart_draft_get_point (self, mark)->value);
      guint column = 0;

      while (column < n_columns && last_y[column] - y < MIN_DISTANCE * radius)
        column++;
      if (column == MAX_COLUMNS)
        column = i % MAX_COLUMNS;
      n_columns = MAX (n_columns, column + 1);
      last_y[column] = y;
      columns[i] = column;
    }
  return n_columns;
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

/* The whisker spans what is said of one period; the column ties it to the ground. */
static void
add_whisker (TlChartDraft  *self,
             const TlGroup *group)
{
  TlChartScene *scene = self->scene;
  const TlMark *lowest = &g_array_index (scene->marks, TlMark, group->first);
  const TlMark *highest = &g_array_index (scene->marks, TlMark, group->first + group->n - 1);

  if (group->is_one_period)
    tl_chart_draft_add_line (self, TL_LINE_WHISKER, group->x, lowest->y, group->x, highest->y);
  if (group->kind == TL_POINT_YEAR)
    {
      double width = get_bar_width (self, group);
      TlRect column = { group->x - width / 2, lowest->y, width,
                        tl_chart_draft_get_y (self, 0) - lowest->y };

      g_array_append_val (scene->columns, column);
    }
}

static void
add_group (TlChartDraft  *self,
           const TlGroup *group)
{
  TlChartScene *scene = self->scene;
  guint n_differing = group->is_one_period ? group->n : 1;
  double radius = get_radius (self, group);
  g_autofree guint *columns = g_new0 (guint, group->n);
  guint n_columns = find_columns (self, group, radius, columns);
  double step = MIN (2 * radius, group->pitch / MAX (n_columns, 1));

  /* Smaller dots where they are many, but never too small to be told apart. */
  radius = CLAMP (step / 2, MIN (radius, 3 * scene->zoom), radius);
  step = MIN (2 * radius, step);
  for (guint i = 0; i < group->n; i++)
    {
      TlMark *mark = &g_array_index (scene->marks, TlMark, group->first + i);
      const TlPoint *point = tl_chart_draft_get_point (self, mark);
      double x = group->x + (columns[i] - (n_columns - 1) / 2.0) * step;
      TlGlyph glyph = make_glyph (self, group, point, x, radius);

      mark->bounds = get_bounds (self->plot, &glyph);
      mark->x = x;
      mark->y = tl_chart_draft_get_y (self, point->value);
      mark->description = tl_chart_dup_subject_description (scene->chart, mark->subject, n_differing);
      g_array_append_val (scene->glyphs, glyph);
    }
  if (group->n > 1)
    add_whisker (self, group);
}

static gboolean
is_single_year (const TlGroup *group)
{
  return group->kind == TL_POINT_YEAR && group->n == 1;
}

/* A line from full year to full year, where both are adjacent and undisputed, and nothing
 * stands between: anything else would tell of a movement that nobody reported. */
static void
add_connectors (TlChartDraft *self)
{
  for (guint i = 0; i + 1 < self->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (self->groups, TlGroup, i);
      const TlGroup *next = &g_array_index (self->groups, TlGroup, i + 1);

      if (is_single_year (group) && is_single_year (next) && next->year == group->year + 1 &&
          next->series == group->series)
        {
          TlRect from = g_array_index (self->scene->glyphs, TlGlyph, group->first).rect;
          TlRect to = g_array_index (self->scene->glyphs, TlGlyph, next->first).rect;

          tl_chart_draft_add_line (self, TL_LINE_CONNECTOR, from.x + from.width, from.y, to.x, to.y);
        }
    }
}

/**
 * tl_chart_draft_add_marks:
 * @self: a draft whose groups are arranged and whose plot is placed
 *
 * Gives every mark its shape and place.
 */
void
tl_chart_draft_add_marks (TlChartDraft *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    add_group (self, &g_array_index (self->groups, TlGroup, i));
  add_connectors (self);
}
