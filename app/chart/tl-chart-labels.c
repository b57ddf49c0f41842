/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values written beside their marks.  A label stands above its mark, or beside it, or
 * below; where none of that is free it is written shorter, and where that does not help
 * either it is left out: the mark's description says everything in any case. */

#include "tl-chart-scene-private.h"

#include <math.h>

#include "tl-chart-grid.h"
#include "tl-labels.h"

/* Beyond this number a chart is a cloud of dots, where the remaining labels would tell
 * nothing but cost their shaping. */
#define MAX_TRIED 240

#define MAX_REFERENCES 3

typedef struct
{
  guint          mark;
  const TlGroup *group;
  int            rank;          /* lower is placed first */
} Candidate;

typedef struct
{
  TlChartDraft *draft;
  TlChartGrid  *grid;
  TlLabelStyle  style;
  double        gap;
} Labels;

/* ---- text ---- */

static const TlPoint *
get_point (TlChartDraft *self,
           guint         mark)
{
  return tl_series_get_point (self->scene->series,
                              g_array_index (self->scene->marks, TlMark, mark).point);
}

static char *
dup_value (TlChartDraft *self,
           guint         mark,
           TlLabelStyle  style)
{
  const TlPoint *point = get_point (self, mark);

  return tl_label_for_amount (point->value, point->high,
                              tl_series_get_currency (self->scene->series),
                              point->precision, style);
}

/* "1,3", the numbers of the sources behind a mark, as far as they are in the picture */
static char *
dup_references (TlChartDraft  *self,
                const TlPoint *point)
{
  g_autoptr(GString) references = g_string_new (NULL);
  guint n = 0;
  guint last = 0;

  for (guint i = 0; i < point->reports->len; i++)
    {
      gint64 id = tl_report_get_article_id (point->reports->pdata[i]);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->source_numbers, &id));

      if (number == last || number > self->n_listed)
        continue;
      last = number;
      if (++n > MAX_REFERENCES)
        {
          g_string_append (references, "…");
          break;
        }
      g_string_append_printf (references, "%s%u", n > 1 ? "," : "", number);
    }
  return g_string_free (g_steal_pointer (&references), FALSE);
}

static void
raise_references (PangoLayout *layout,
                  gsize        start)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PangoAttribute *all[] = {
    pango_attr_scale_new (0.72),
    pango_attr_rise_new (pango_font_description_get_size (font) / 3),
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      all[i]->start_index = (guint) start;
      pango_attr_list_insert (attributes, all[i]);
    }
  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
make_label (TlChartDraft *self,
            guint         mark,
            const char   *value)
{
  const TlPoint *point = get_point (self, mark);
  g_autofree char *references = dup_references (self, point);
  gboolean is_calculated = point->kind == TL_POINT_CALCULATED;
  gboolean is_span = point->start.year != point->end.year;
  g_autofree char *period = is_span ? tl_label_for_period (point->start, point->end) : NULL;
  g_autofree char *text = g_strconcat (value, is_calculated ? "*" : "",
                                       is_span ? ", " : "", is_span ? period : "",
                                       *references != '\0' ? "\u200a" : "", references, NULL);
  PangoLayout *layout = tl_chart_draft_make_label (self, text, self->small_size);

  if (*references != '\0')
    raise_references (layout, strlen (text) - strlen (references));
  return layout;
}

/* ---- places ---- */

#define N_PLACES 4

/* Beside a dot: the highest of several has its free side above, the lowest below, and
 * those between have theirs to the right and left. */
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
  TlRect above = { x, taken.y - gap - height, width, height };
  TlRect below = { x, taken.y + taken.height + gap, width, height };
  TlRect right = { taken.x + taken.width + gap, y, width, height };
  TlRect left = { taken.x - gap - width, y, width, height };

  if (is_last)
    return ((TlRect[N_PLACES]) { above, right, left, is_first ? below : above })[place];
  if (is_first)
    return ((TlRect[N_PLACES]) { below, left, right, below })[place];
  return ((TlRect[N_PLACES]) { right, left, right, left })[place];
}

/* Above a bar: over its middle, from its left or right edge, or a little higher, over the
 * shoulder of a neighbour. */
static TlRect
get_place_of_bar (TlRect taken,
                  guint  place,
                  double gap,
                  double width,
                  double height)
{
  double x = taken.x + taken.width / 2 - width / 2;
  double y = taken.y - gap - height;

  return ((TlRect[N_PLACES]) {
    { x, y, width, height },
    { taken.x, y, width, height },
    { taken.x + taken.width - width, y, width, height },
    { x, y - height * 0.45, width, height },
  })[place];
}

static TlRect
get_place (Labels          *labels,
           const Candidate *candidate,
           guint            place,
           double           width,
           double           height)
{
  const TlGroup *group = candidate->group;
  const TlGlyph *glyph = &g_array_index (labels->draft->scene->glyphs, TlGlyph, candidate->mark);
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

  if (glyph->shape == TL_SHAPE_DOT)
    return get_place_of_dot (taken, candidate->mark == group->first,
                             candidate->mark == group->first + group->n - 1,
                             place, labels->gap, width, height);
  return get_place_of_bar (taken, place, labels->gap, width, height);
}

static gboolean
is_inside (TlRect outer,
           TlRect inner)
{
  return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width &&
         inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

/* A patch of the ground behind a label would cut a hole into a column. */
static TlInk
get_ink (TlChartScene *scene,
         TlRect        rect)
{
  for (guint i = 0; i < scene->columns->len; i++)
    {
      const TlRect *column = &g_array_index (scene->columns, TlRect, i);

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
             PangoLayout     *layout)
{
  TlChartScene *scene = labels->draft->scene;
  TlRect plot = scene->plot;
  double width, height;

  tl_chart_measure (layout, &width, &height);
  for (guint place = 0; place < N_PLACES; place++)
    {
      TlRect rect = get_place (labels, candidate, place, width, height);

      /* At the plot's edges a label may move a little to stay inside. */
      if (rect.x < plot.x && rect.x > plot.x - width / 2)
        rect.x = plot.x;
      if (rect.x + width > plot.x + plot.width && rect.x + width / 2 < plot.x + plot.width)
        rect.x = plot.x + plot.width - width;

      if (is_inside (plot, rect) && tl_chart_grid_is_free (labels->grid, grow (rect, labels->gap)))
        {
          tl_chart_grid_take (labels->grid, rect);
          tl_chart_draft_take_text (labels->draft, g_object_ref (layout), rect.x, rect.y,
                                    get_ink (scene, rect));
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_label (Labels          *labels,
           const Candidate *candidate)
{
  TlMark *mark = &g_array_index (labels->draft->scene->marks, TlMark, candidate->mark);

  for (TlLabelStyle style = labels->style; style <= TL_LABEL_STYLE_COMPACT; style++)
    {
      g_autofree char *value = dup_value (labels->draft, candidate->mark, style);
      g_autoptr(PangoLayout) layout = make_label (labels->draft, candidate->mark, value);

      if (place_label (labels, candidate, layout))
        {
          mark->label = g_steal_pointer (&value);
          return;
        }
    }
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
  for (guint i = 0; i < self->scene->marks->len; i++)
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

  if (first->rank != second->rank)
    return first->rank - second->rank;
  return (first->mark > second->mark) - (first->mark < second->mark);
}

static guint
count_exceptions (TlChartDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n += g_array_index (self->groups, TlGroup, i).kind != TL_POINT_YEAR;
  return n;
}

static GArray *
list_candidates (TlChartDraft *self,
                 gboolean      only_of_note)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  int max_rank = count_exceptions (self) > MAX_EXCEPTIONS ? 2 : 3;
  guint highest, lowest;

  find_extremes (self, &highest, &lowest);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (self->groups, TlGroup, i);

      for (guint mark = group->first; mark < group->first + group->n; mark++)
        {
          Candidate candidate = { mark, group, get_rank (self, group, mark, highest, lowest) };

          if (!only_of_note || candidate.rank <= max_rank)
            g_array_append_val (candidates, candidate);
        }
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* The widest label of a sample in a style, as a measure of how labels will fit. */
static double
measure_style (TlChartDraft *self,
               TlLabelStyle  style)
{
  guint n = self->scene->marks->len;
  guint step = MAX (1, n / 24);
  double widest = 0;

  for (guint i = 0; i < n; i += step)
    {
      g_autofree char *value = dup_value (self, i, style);
      g_autoptr(PangoLayout) layout = make_label (self, i, value);
      double width;

      tl_chart_measure (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

static double
find_median_room (TlChartDraft *self)
{
  double slot_width = self->scene->plot.width / self->n_years;
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
  TlChartScene *scene = labels->draft->scene;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const TlGlyph *glyph = &g_array_index (scene->glyphs, TlGlyph, i);

      tl_chart_grid_take (labels->grid, g_array_index (scene->marks, TlMark, i).bounds);
      if (glyph->bound != TL_BOUND_NONE)
        tl_chart_grid_take (labels->grid, glyph->arrow);
    }
  for (guint i = 0; i < scene->lines->len; i++)
    {
      const TlChartLine *line = &g_array_index (scene->lines, TlChartLine, i);

      TlRect rect = { line->x1 - 1, line->y2, 2, line->y1 - line->y2 };

      if (line->role == TL_LINE_WHISKER)
        tl_chart_grid_take (labels->grid, rect);
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
  gboolean only_of_note;
  double room;

  if (self->scene->marks->len == 0)
    return;

  room = find_median_room (self);
  if (measure_style (self, TL_LABEL_STYLE_SIGNS) > room)
    labels.style = TL_LABEL_STYLE_COMPACT;
  only_of_note = labels.style == TL_LABEL_STYLE_COMPACT &&
                 measure_style (self, TL_LABEL_STYLE_COMPACT) > room * 1.1;

  labels.grid = tl_chart_grid_new (self->scene->plot);
  take_marks (&labels);
  candidates = list_candidates (self, only_of_note);
  for (guint i = 0; i < MIN (candidates->len, MAX_TRIED); i++)
    add_label (&labels, &g_array_index (candidates, Candidate, i));
  tl_chart_grid_free (labels.grid);
}
