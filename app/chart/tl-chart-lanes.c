/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things stand along the time axis.  Every year has a slot of the same width; what
 * is known of a year shares its slot side by side in lanes, one for each kind and period. */

#include "tl-chart-scene-private.h"

#include <math.h>

/* The part of a slot that lanes may take; the rest keeps years apart. */
#define SLOT_USE 0.84

/* A lane narrower than this shows nothing: then a kind's periods share one lane. */
#define MIN_PITCH 9.0

typedef struct
{
  const TlPoint *point;
  guint          series;        /* of the chart */
  guint          index;
} Item;

static gboolean
is_span (const TlPoint *point)
{
  return point->start.year != point->end.year;
}

/* From left to right: what was known first, then what came of it, then hopes. */
static int
get_rank (TlPointKind kind)
{
  static const int ranks[TL_N_POINT_KINDS] = {
    [TL_POINT_PARTIAL] = 0,
    [TL_POINT_YEAR] = 1,
    [TL_POINT_CALCULATED] = 2,
    [TL_POINT_FORECAST] = 3,
    [TL_POINT_TARGET] = 4,
  };

  return ranks[kind];
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TlPoint *first = ((const Item *) a)->point;
  const TlPoint *second = ((const Item *) b)->point;

  if (first->start.year != second->start.year)
    return first->start.year - second->start.year;
  if (is_span (first) != is_span (second))
    return is_span (first) ? -1 : 1;
  if (((const Item *) a)->series != ((const Item *) b)->series)
    return ((const Item *) a)->series < ((const Item *) b)->series ? -1 : 1;
  if (first->kind != second->kind)
    return get_rank (first->kind) - get_rank (second->kind);
  if (tl_date_compare (first->end, second->end) != 0)
    return tl_date_compare (first->end, second->end);
  if (tl_date_compare (first->start, second->start) != 0)
    return tl_date_compare (first->start, second->start);
  if (first->value < second->value || first->value > second->value)
    return first->value < second->value ? -1 : 1;
  return (int) ((const Item *) a)->index - (int) ((const Item *) b)->index;
}

static TlSeries *
get_series (TlChartDraft *self,
            guint         index)
{
  return tl_chart_get_nth_series (self->scene->chart, self->series[index]);
}

/**
 * tl_chart_draft_find_range:
 * @self: a draft
 *
 * Finds the years and the largest value of its series.
 */
void
tl_chart_draft_find_range (TlChartDraft *self)
{
  int first = G_MAXINT;
  int last = G_MININT;

  for (guint k = 0; k < self->n_series; k++)
    for (guint i = 0; i < tl_series_get_n_points (get_series (self, k)); i++)
      {
        const TlPoint *point = tl_series_get_point (get_series (self, k), i);

        first = MIN (first, point->start.year);
        last = MAX (last, point->end.year);
        self->max = MAX (self->max, point->value);
        if (isfinite (point->high))
          self->max = MAX (self->max, point->high);
      }

  if (first <= last)
    {
      self->first_year = first;
      self->n_years = last - first + 1;
    }
}

static gboolean
is_same_period (const TlPoint *a,
                const TlPoint *b)
{
  return tl_date_compare (a->start, b->start) == 0 && tl_date_compare (a->end, b->end) == 0;
}

/* Adds groups for the items of one slot, each as many items as belong together. */
static void
add_groups (TlChartDraft *self,
            const Item   *items,
            guint         first,
            guint         end,
            gboolean      by_period)
{
  for (guint i = first; i < end; )
    {
      const TlPoint *point = items[i].point;
      TlGroup group = { .first = self->first_mark + i, .n = 1, .series = items[i].series,
                        .kind = point->kind, .is_one_period = TRUE };

      group.year = point->start.year - self->first_year;
      group.is_span = is_span (point);
      while (!group.is_span && i + group.n < end &&
             items[i + group.n].series == group.series &&
             items[i + group.n].point->kind == point->kind)
        {
          gboolean is_same = is_same_period (items[i + group.n].point, point);

          if (by_period && !is_same)
            break;
          group.is_one_period &= is_same;
          group.n++;
        }
      i += group.n;
      g_array_append_val (self->groups, group);
    }
}

/* Between the lanes of two series, in the width of a lane. */
#define SERIES_GAP 0.35

static guint
get_series_of (TlChartDraft *self,
               guint         group)
{
  return g_array_index (self->groups, TlGroup, group).series;
}

static guint
count_series (TlChartDraft *self,
              guint         first_group)
{
  guint n = self->groups->len > first_group;

  for (guint i = first_group + 1; i < self->groups->len; i++)
    n += get_series_of (self, i) != get_series_of (self, i - 1);
  return n;
}

static void
spread_lanes (TlChartDraft *self,
              guint         first_group,
              double        slot_width)
{
  guint n = self->groups->len - first_group;
  double gaps = n > 0 ? SERIES_GAP * (count_series (self, first_group) - 1) : 0;
  double pitch = slot_width * SLOT_USE / (MAX (n, 1) + gaps);
  double slot_x = self->plot.x;
  double place = 0;

  /* Lanes keep together in a wide slot, but leave each other room for a label. */
  if (n > 1)
    pitch = MIN (pitch, 11 * self->text_size);

  for (guint i = 0; i < n; i++)
    {
      TlGroup *group = &g_array_index (self->groups, TlGroup, first_group + i);

      if (i > 0)
        place += group->series == get_series_of (self, first_group + i - 1) ? 1 : 1 + SERIES_GAP;
      group->pitch = pitch;
      group->x = slot_x + (group->year + 0.5) * slot_width +
                 (place - (n + gaps - 1) / 2.0) * pitch;
    }
}

/* One letter for the lanes of each series in a year. */
static void
note_letters (TlChartDraft *self,
              guint         first_group)
{
  for (guint i = first_group; i < self->groups->len; )
    {
      const TlGroup *first = &g_array_index (self->groups, TlGroup, i);
      guint n = 1;
      TlLetter letter;

      while (i + n < self->groups->len && get_series_of (self, i + n) == first->series)
        n++;
      letter = (TlLetter) { first->series, first->x + (n - 1) * first->pitch / 2,
                            (n + SERIES_GAP * 0.8) * first->pitch };
      g_array_append_val (self->letters, letter);
      i += n;
    }
}

static double
get_month_x (TlChartDraft *self,
             TlDate        date,
             guint         month,
             double        slot_width)
{
  return self->plot.x + (date.year - self->first_year + month / 12.0) * slot_width;
}

static void
place_span (TlChartDraft  *self,
            TlGroup       *group,
            const TlPoint *point,
            double         slot_width)
{
  double from = get_month_x (self, point->start, point->start.month - 1, slot_width);
  double to = get_month_x (self, point->end, point->end.month, slot_width);

  group->x = (from + to) / 2;
  group->pitch = to - from;
}

static void
arrange_slot (TlChartDraft *self,
              const Item   *items,
              guint         first,
              guint         end)
{
  double slot_width = self->plot.width / self->n_years;
  guint first_lane = first;
  guint first_group = self->groups->len;

  while (first_lane < end && is_span (items[first_lane].point))
    first_lane++;
  add_groups (self, items, first, first_lane, TRUE);
  for (guint i = first_group; i < self->groups->len; i++)
    {
      TlGroup *group = &g_array_index (self->groups, TlGroup, i);

      place_span (self, group, items[group->first - self->first_mark].point, slot_width);
    }

  first_group = self->groups->len;
  add_groups (self, items, first_lane, end, TRUE);
  if (slot_width * SLOT_USE / MAX (self->groups->len - first_group, 1) < MIN_PITCH)
    {
      g_array_set_size (self->groups, first_group);
      add_groups (self, items, first_lane, end, FALSE);
    }
  spread_lanes (self, first_group, slot_width);
  if (tl_chart_draft_has_letters (self))
    note_letters (self, first_group);
}

/* The points of all its series, in order. */
static GArray *
list_items (TlChartDraft *self)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint k = 0; k < self->n_series; k++)
    for (guint i = 0; i < tl_series_get_n_points (get_series (self, k)); i++)
      {
        Item item = { tl_series_get_point (get_series (self, k), i), self->series[k], i };

        g_array_append_val (items, item);
      }
  if (items->len > 0)
    qsort (items->data, items->len, sizeof (Item), compare_items);
  return items;
}

/**
 * tl_chart_draft_arrange:
 * @self: a draft whose plot has a left edge and a width
 *
 * Puts the points of its series into the order of their marks, and into groups with a place on
 * the time axis.  The marks follow those of the panels before.
 */
void
tl_chart_draft_arrange (TlChartDraft *self)
{
  g_autoptr(GArray) array = list_items (self);
  const Item *items = (const Item *) (const void *) array->data;

  self->first_mark = self->scene->marks->len;
  self->n_marks = array->len;
  for (guint i = 0; i < array->len; i++)
    {
      TlMark mark = { .kind = items[i].point->kind,
                      .subject = tl_subject_for_point (items[i].series, items[i].index) };

      g_array_append_val (self->scene->marks, mark);
    }

  for (guint first = 0; first < array->len; )
    {
      guint end = first + 1;

      while (end < array->len && items[end].point->start.year == items[first].point->start.year)
        end++;
      arrange_slot (self, items, first, end);
      first = end;
    }
}
