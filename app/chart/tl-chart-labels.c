/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values written beside their marks.  A label stands above its mark, or beside it, or
 * below; where none of that is free it is written shorter, then smaller.  Where that does
 * not help either, a picture with sources still has the numbers of the mark's sources, and
 * in a window the label is left out: the mark's description says everything in any case. */

#include "tl-chart-scene-private.h"

#include <math.h>

#include "tl-chart-grid.h"

/* Beyond this number a chart is a cloud of dots, where the remaining labels would tell
 * nothing but cost their shaping.  The numbers of sources tell something everywhere. */
#define MAX_TRIED            240
#define MAX_TRIED_REFERENCES 2000

/* Up to so many marks each may have its value, wherever there is room. */
#define FEW_MARKS 80

/* Of a label that found no room in the size of small text, with how much of the usual gap. */
static const struct
{
  double size, gap;
} smaller[] = {
  { 0.86, 0.3 },
  { 0.78, 0.12 },
};

/* A value is tried in the better places, where it is plain whose it is. */
#define N_VALUE_PLACES 9

/* Of the usual gap, around numbers alone. */
#define TIGHT 0.3

#define MANY_RUNS 12
#define FEW_RUNS  2

/* How often the labels are placed anew, so that marks that were left without a number get
 * theirs before their neighbours get values; and of how many marks at most, as in a cloud
 * nothing helps and values are worth more than some numbers. */
#define MAX_ROUNDS     4
#define MAX_STARVED_OF 4

typedef struct
{
  guint          mark;
  const TlGroup *group;
  int            rank;          /* lower is placed first */
  gboolean       is_starved;    /* found no place in an earlier round */
} Candidate;

typedef struct
{
  TlChartDraft *draft;
  TlChartGrid  *grid;
  TlLabelStyle  style;
  double        gap;
} Labels;

static const TlPoint *
get_point (TlChartDraft *self,
           guint         mark)
{
  return tl_chart_draft_get_point (self, &g_array_index (self->scene->marks, TlMark, mark));
}

/* ---- one label ---- */

static gboolean
is_inside (TlRect outer,
           TlRect inner)
{
  return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width &&
         inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

/* A patch of the ground behind a label would cut a hole into a column. */
static TlInk
get_ink (TlChartDraft *self,
         TlRect        rect)
{
  TlChartScene *scene = self->scene;

  for (guint i = self->first_column; i < scene->columns->len; i++)
    {
      const TlRect *column = &g_array_index (scene->columns, TlChartColumn, i).rect;

      if (rect.x < column->x + column->width && column->x < rect.x + rect.width &&
          rect.y + rect.height > column->y)
        return TL_INK_TEXT;
    }
  return TL_INK_VALUE;
}

static TlRect
grow (TlRect rect,
      double by)
{
  return (TlRect) { rect.x - by, rect.y, rect.width + 2 * by, rect.height };
}

/* Returns whether the label found a place; then the layout is the scene's. */
static gboolean
place_label (Labels          *labels,
             const Candidate *candidate,
             PangoLayout     *layout,
             guint            n_places,
             double           gap)
{
  TlRect plot = labels->draft->plot;
  double width, height;

  tl_chart_measure (layout, &width, &height);
  for (guint place = 0; place < n_places; place++)
    {
      TlRect rect = tl_chart_draft_get_label_place (labels->draft, candidate->group,
                                                    candidate->mark, place, gap, width, height);

      /* At the plot's edges a label may move a little to stay inside. */
      if (rect.x < plot.x && rect.x > plot.x - width / 2)
        rect.x = plot.x;
      if (rect.x + width > plot.x + plot.width && rect.x + width / 2 < plot.x + plot.width)
        rect.x = plot.x + plot.width - width;

      if (is_inside (plot, rect) && tl_chart_grid_is_free (labels->grid, grow (rect, gap)))
        {
          tl_chart_grid_take (labels->grid, rect);
          tl_chart_draft_take_text (labels->draft, g_object_ref (layout), rect.x, rect.y,
                                    get_ink (labels->draft, rect));
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
add_value (Labels          *labels,
           const Candidate *candidate,
           TlLabelStyle     style,
           double           size,
           double           gap)
{
  TlChartDraft *draft = labels->draft;
  TlMark *mark = &g_array_index (draft->scene->marks, TlMark, candidate->mark);
  g_autofree char *value = tl_chart_draft_dup_value (draft, candidate->mark, style);
  g_autofree char *references = tl_chart_draft_dup_references (draft, candidate->mark, MANY_RUNS);
  g_autoptr(PangoLayout) layout = tl_chart_draft_make_value_label (draft, candidate->mark, value,
                                                                   references, size);

  if (!place_label (labels, candidate, layout, N_VALUE_PLACES, gap))
    return FALSE;
  mark->label = g_steal_pointer (&value);
  if (*references != '\0')
    mark->references = g_steal_pointer (&references);
  return TRUE;
}

/* The numbers alone stand closer to their mark and to others than a value may. */
static gboolean
add_references (Labels          *labels,
                const Candidate *candidate,
                guint            max_runs)
{
  TlChartDraft *draft = labels->draft;
  TlMark *mark = &g_array_index (draft->scene->marks, TlMark, candidate->mark);
  g_autofree char *references = tl_chart_draft_dup_references (draft, candidate->mark, max_runs);
  g_autoptr(PangoLayout) layout = tl_chart_draft_make_references_label (draft, references);

  if (*references == '\0' ||
      !place_label (labels, candidate, layout, TL_N_LABEL_PLACES, labels->gap * TIGHT))
    return FALSE;
  mark->references = g_steal_pointer (&references);
  return TRUE;
}

/* What has its number in it says the rest in its description. */
static gboolean
is_counted (Labels          *labels,
            const Candidate *candidate)
{
  const TlMark *mark = &g_array_index (labels->draft->scene->marks, TlMark, candidate->mark);

  return tl_mark_get_n_subjects (mark) > 1 && tl_chart_draft_has_count_inside (labels->draft, mark);
}

static gboolean
add_any_value (Labels          *labels,
               const Candidate *candidate)
{
  double size = labels->draft->small_size;

  if (is_counted (labels, candidate))
    return FALSE;

  for (TlLabelStyle style = labels->style; style <= TL_LABEL_STYLE_COMPACT; style++)
    if (add_value (labels, candidate, style, size, labels->gap))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    if (add_value (labels, candidate, TL_LABEL_STYLE_COMPACT, size * smaller[i].size,
                   labels->gap * smaller[i].gap))
      return TRUE;
  return FALSE;
}

/* ---- which ---- */

/* Everyone looks first at the ends of a series, at its highest and lowest year and at
 * where reports differ; then at what is not a full year.  All else is not of note. */
#define NOT_OF_NOTE 9

/* More than so many other kinds are no exceptions any more. */
#define MAX_EXCEPTIONS 12

static int
get_rank (TlChartDraft  *self,
          const TlGroup *group,
          guint          mark,
          guint          highest,
          guint          lowest)
{
  if (mark == highest || mark == lowest)
    return 0;
  if (group == &g_array_index (self->groups, TlGroup, 0) ||
      group == &g_array_index (self->groups, TlGroup, self->groups->len - 1))
    return 1;
  if (group->n > 1 && (mark == group->first || mark == group->first + group->n - 1))
    return 2;
  if (group->kind != TL_POINT_YEAR && group->n == 1)
    return 3;
  return NOT_OF_NOTE;
}

static void
find_extremes (TlChartDraft *self,
               guint        *highest,
               guint        *lowest)
{
  double max = 0, min = G_MAXDOUBLE;

  *highest = *lowest = G_MAXUINT;
  for (guint i = self->first_mark; i < self->first_mark + self->n_marks; i++)
    {
      const TlPoint *point = get_point (self, i);

      if (point->kind != TL_POINT_YEAR)
        continue;
      if (point->value > max)
        {
          max = point->value;
          *highest = i;
        }
      if (point->value < min)
        {
          min = point->value;
          *lowest = i;
        }
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->is_starved != second->is_starved)
    return first->is_starved ? -1 : 1;
  if (first->rank != second->rank)
    return first->rank - second->rank;
  return (first->mark > second->mark) - (first->mark < second->mark);
}

static GArray *
list_candidates (TlChartDraft *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint highest, lowest;

  find_extremes (self, &highest, &lowest);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (self->groups, TlGroup, i);

      for (guint mark = group->first; mark < group->first + group->n; mark++)
        {
          Candidate candidate = {
            mark, group, get_rank (self, group, mark, highest, lowest), FALSE
          };

          g_array_append_val (candidates, candidate);
        }
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static guint
count_exceptions (TlChartDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n += g_array_index (self->groups, TlGroup, i).kind != TL_POINT_YEAR;
  return n;
}

/* The widest label of a sample in a style, as a measure of how labels will fit. */
static double
measure_style (TlChartDraft *self,
               TlLabelStyle  style)
{
  guint step = MAX (1, self->n_marks / 24);
  double widest = 0;

  for (guint i = self->first_mark; i < self->first_mark + self->n_marks; i += step)
    {
      g_autofree char *value = tl_chart_draft_dup_value (self, i, style);
      g_autofree char *references = tl_chart_draft_dup_references (self, i, MANY_RUNS);
      g_autoptr(PangoLayout) layout = tl_chart_draft_make_value_label (self, i, value, references,
                                                                       self->small_size);
      double width;

      tl_chart_measure (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

static double
find_median_room (TlChartDraft *self)
{
  double slot_width = self->plot.width / self->n_years;
  double total = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (self->groups, TlGroup, i);

      total += group->pitch < slot_width * 0.6 ? group->pitch : slot_width;
    }
  return total / self->groups->len;
}

static void
take_marks (Labels *labels)
{
  TlChartDraft *draft = labels->draft;
  TlChartScene *scene = draft->scene;

  for (guint i = draft->first_mark; i < draft->first_mark + draft->n_marks; i++)
    {
      const TlGlyph *glyph = &g_array_index (scene->glyphs, TlGlyph, i);

      tl_chart_grid_take (labels->grid, g_array_index (scene->marks, TlMark, i).bounds);
      if (glyph->bound != TL_BOUND_NONE)
        tl_chart_grid_take (labels->grid, glyph->arrow);
    }
  for (guint i = 0; i < draft->taken->len; i++)
    tl_chart_grid_take (labels->grid, g_array_index (draft->taken, TlRect, i));
  for (guint i = draft->first_line; i < scene->lines->len; i++)
    {
      const TlChartLine *line = &g_array_index (scene->lines, TlChartLine, i);

      TlRect rect = { line->x1 - 1, line->y2, 2, line->y1 - line->y2 };

      if (line->role == TL_LINE_WHISKER)
        tl_chart_grid_take (labels->grid, rect);
    }
}

/* How much is worth a value, by rank: everything but where labels would stand in a cloud. */
static int
choose_max_rank (TlChartDraft *self,
                 TlLabelStyle  style,
                 double        room)
{
  if (style != TL_LABEL_STYLE_COMPACT || self->n_marks <= FEW_MARKS ||
      measure_style (self, style) <= room * 1.1)
    return NOT_OF_NOTE;
  return count_exceptions (self) > MAX_EXCEPTIONS ? 2 : 3;
}

/* ---- all labels ---- */

/* One round over all candidates.  Returns how many were left without a number. */
static guint
place_all (Labels *labels,
           GArray *candidates,
           int     max_rank)
{
  gboolean has_references = labels->draft->sources->n_listed > 0;
  guint n_starved = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!candidate->is_starved && i < MAX_TRIED && candidate->rank <= max_rank &&
          add_any_value (labels, candidate))
        continue;
      if (!has_references || i >= MAX_TRIED_REFERENCES ||
          add_references (labels, candidate, MANY_RUNS) ||
          add_references (labels, candidate, FEW_RUNS))
        continue;
      candidate->is_starved = TRUE;
      n_starved++;
    }
  return n_starved;
}

static void
forget_labels (TlChartDraft *self,
               guint         n_texts)
{
  g_array_set_size (self->scene->texts, n_texts);
  for (guint i = self->first_mark; i < self->first_mark + self->n_marks; i++)
    {
      TlMark *mark = &g_array_index (self->scene->marks, TlMark, i);

      g_clear_pointer (&mark->label, g_free);
      g_clear_pointer (&mark->references, g_free);
    }
}

/**
 * tl_chart_draft_add_labels:
 * @self: a draft with marks
 *
 * Adds the labels that find room, and writes them into their marks.
 */
void
tl_chart_draft_add_labels (TlChartDraft *self)
{
  Labels labels = { .draft = self, .style = TL_LABEL_STYLE_SIGNS, .gap = 4 * self->scene->zoom };
  g_autoptr(GArray) candidates = NULL;
  guint n_texts = self->scene->texts->len;
  gboolean is_last = FALSE;
  int max_rank;
  double room;

  if (self->n_marks == 0)
    return;

  room = find_median_room (self);
  if (measure_style (self, TL_LABEL_STYLE_SIGNS) > room)
    labels.style = TL_LABEL_STYLE_COMPACT;
  max_rank = choose_max_rank (self, labels.style, room);

  candidates = list_candidates (self);
  for (int round = 0; round < MAX_ROUNDS && !is_last; round++)
    {
      guint n_starved;

      forget_labels (self, n_texts);
      g_array_sort (candidates, compare_candidates);
      labels.grid = tl_chart_grid_new (self->plot);
      take_marks (&labels);
      n_starved = place_all (&labels, candidates, max_rank);
      tl_chart_grid_free (labels.grid);
      is_last = n_starved == 0 || n_starved > candidates->len / MAX_STARVED_OF;
    }
}
