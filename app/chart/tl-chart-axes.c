/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axes: round values up the left side, years along the bottom, and below the years
 * what is to be said of a lane: the months of a part of a year, how many reports differ. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-labels.h"

#define MAX_NOTE_ROWS 2

/* ---- values ---- */

/**
 * tl_chart_draft_choose_ticks:
 * @self: a draft that knows its largest value
 *
 * Chooses the ticks of the value axis and the unit that it counts in.
 */
void
tl_chart_draft_choose_ticks (TlChartDraft *self)
{
  double spacing = 3.6 * self->text_size;
  guint max_n = (guint) CLAMP (self->share * 0.55 / spacing, 3, 8);

  double largest = MAX (self->max, -self->min);

  /* Above and below zero the ticks have one step, and share the height. */
  max_n = (guint) CLAMP (max_n * largest / (self->max - self->min), 2, max_n);
  self->ticks = tl_ticks_choose (largest, max_n);
  self->unit_exponent = 0;
  for (int exponent = 3; exponent <= 12 && largest >= pow (10, exponent); exponent += 3)
    self->unit_exponent = exponent;
  if (largest < 1e4)
    self->unit_exponent = 0;
}

/* The label of a tick above or below zero. */
static PangoLayout *
make_tick_label (TlChartDraft *self,
                 guint         index,
                 gboolean      is_below)
{
  g_autofree char *label = tl_ticks_dup_label (self->ticks, index, self->unit_exponent);
  g_autofree char *negative = g_strconcat ("−", label, NULL);

  return tl_chart_draft_make_label (self, is_below ? negative : label, self->text_size);
}

/**
 * tl_chart_draft_get_gutter:
 * @self: a draft with ticks
 *
 * Returns: the width that the value axis' labels need, with their distance from the plot
 */
double
tl_chart_draft_get_gutter (TlChartDraft *self)
{
  double widest = 0;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      g_autoptr(PangoLayout) layout = make_tick_label (self, i, i > 0 && self->min < 0);
      double width;

      tl_chart_measure (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest + self->text_size * 0.6;
}

static void
add_tick (TlChartDraft *self,
          guint         index,
          gboolean      is_below,
          gboolean      has_label)
{
  TlRect plot = self->plot;
  double value = tl_ticks_get_value (self->ticks, index);
  double y = tl_chart_draft_get_y (self, is_below ? -value : value);
  PangoLayout *layout;
  double width, height;

  tl_chart_draft_add_line (self, index == 0 ? TL_LINE_AXIS : TL_LINE_GRID,
                           plot.x, y, plot.x + plot.width, y);
  if (!has_label)
    return;
  layout = make_tick_label (self, index, is_below);
  tl_chart_measure (layout, &width, &height);
  tl_chart_draft_take_text (self, layout, plot.x - self->text_size * 0.6 - width,
                            y - height / 2, TL_INK_DIM);
}

/**
 * tl_chart_draft_add_y_axis:
 * @self: a draft whose plot is placed
 *
 * Adds gridlines and their values.
 */
void
tl_chart_draft_add_y_axis (TlChartDraft *self)
{
  double spacing = tl_chart_draft_get_y (self, 0) -
                   tl_chart_draft_get_y (self, tl_ticks_get_value (self->ticks, 1));
  guint step = 1;

  /* In a low plot every second line has its value, or fewer. */
  while (step < self->ticks.n && step * spacing < 1.5 * self->text_size)
    step++;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      double value = tl_ticks_get_value (self->ticks, i);

      if (i == 0 || value <= self->max)
        add_tick (self, i, FALSE, i % step == 0);
      if (i > 0 && -value >= self->floor)
        add_tick (self, i, TRUE, i % step == 0);
    }
}

/* ---- years ---- */

static int
choose_year_step (TlChartDraft *self,
                  double        label_width)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  double slot_width = self->plot.width / self->n_years;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (slot_width * steps[i] >= label_width + self->text_size * 0.5)
      return steps[i];
  return 200;
}

static double
add_years (TlChartDraft *self,
           double        y)
{
  TlRect plot = self->plot;
  double slot_width = plot.width / self->n_years;
  g_autoptr(PangoLayout) sample = tl_chart_draft_make_label (self, "2000", self->text_size);
  double width, height;
  /* Beside others it keeps to its own half of the gap. */
  double min_x = self->panels->len > 1 ? MAX (self->left - TL_PANEL_GAP / 2 * self->text_size, 0) : 0;
  double max_x = self->panels->len > 1 ? self->right + TL_PANEL_GAP / 2 * self->text_size : G_MAXDOUBLE;
  int step;

  max_x = MIN (max_x, self->scene->width);
  tl_chart_measure (sample, &width, &height);
  step = choose_year_step (self, width);

  for (int i = 0; i < self->n_years; i++)
    {
      int year = self->first_year + i;
      double x = plot.x + (i + 0.5) * slot_width;
      g_autofree char *label = NULL;
      PangoLayout *layout;

      if (year % step != 0)
        continue;
      label = g_strdup_printf ("%d", year);
      layout = tl_chart_draft_make_label (self, label, self->text_size);
      tl_chart_measure (layout, &width, NULL);
      tl_chart_draft_take_text (self, layout, CLAMP (x - width / 2, min_x, max_x - width),
                                y, TL_INK_TEXT);
      if (step > 1)
        tl_chart_draft_add_line (self, TL_LINE_TICK, x, y - self->text_size * 0.75,
                                 x, y - self->text_size * 0.35);
    }
  return height;
}

/* ---- below the years ---- */

static char *
dup_note (TlChartDraft  *self,
          const TlGroup *group,
          gboolean       with_counts)
{
  const TlMark *mark = &g_array_index (self->scene->marks, TlMark, group->first);
  const TlPoint *point = tl_chart_draft_get_point (self, mark);
  gboolean is_part = !(point->start.month == 1 && point->end.month == 12);

  if (group->is_span || !group->is_one_period)
    return NULL;
  if (is_part)
    return tl_label_for_months (point->start, point->end);
  if (with_counts && group->kind == TL_POINT_YEAR && group->n > 1)
    {
      guint n_reports = 0;

      for (guint i = 0; i < group->n; i++)
        {
          mark = &g_array_index (self->scene->marks, TlMark, group->first + i);
          n_reports += tl_chart_draft_get_point (self, mark)->reports->len;
        }
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u report", "%u reports", n_reports),
                              n_reports);
    }
  return NULL;
}

/* Where each row of notes ends so far. */
typedef double RowEnds[MAX_NOTE_ROWS];

/* Where series stand side by side, one note does for all in a year that it says the same of. */
static gboolean
is_said (TlChartDraft  *self,
         const TlGroup *group,
         const char    *text)
{
  double slot_width = self->plot.width / self->n_years;
  double left = self->plot.x + group->year * slot_width;

  for (guint i = self->notes->len; i > 0 && tl_chart_draft_has_letters (self); i--)
    {
      const TlChartText *note = &g_array_index (self->notes, TlChartText, i - 1);

      if (note->rect.x + note->rect.width / 2 < left)
        return FALSE;
      if (g_str_equal (pango_layout_get_text (note->layout), text))
        return TRUE;
    }
  return FALSE;
}

/* Returns whether there was nothing to add, or room for it. */
static gboolean
add_note (TlChartDraft  *self,
          const TlGroup *group,
          gboolean       with_counts,
          RowEnds        row_ends)
{
  TlRect plot = self->plot;
  g_autofree char *text = dup_note (self, group, with_counts);
  g_autoptr(PangoLayout) layout = NULL;
  double width, x;

  if (text == NULL || is_said (self, group, text))
    return TRUE;

  layout = tl_chart_draft_make_label (self, text, self->small_size);
  tl_chart_measure (layout, &width, &self->note_height);
  x = CLAMP (group->x - width / 2, plot.x, MAX (plot.x, plot.x + plot.width - width));

  /* Out of its lane by more than a little, it would seem to speak of another. */
  if (fabs (x + width / 2 - group->x) > MAX (group->pitch, width / 2))
    return FALSE;

  for (int row = 0; row < MAX_NOTE_ROWS; row++)
    if (x >= row_ends[row])
      {
        TlChartText note = { g_steal_pointer (&layout), { x, row, width, 0 }, TL_INK_DIM };

        g_array_append_val (self->notes, note);
        row_ends[row] = x + width + self->small_size * 0.5;
        self->n_note_rows = MAX (self->n_note_rows, row + 1);
        return TRUE;
      }
  return FALSE;
}

static void
forget_notes (TlChartDraft *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    g_clear_object (&g_array_index (self->notes, TlChartText, i).layout);
  g_array_set_size (self->notes, 0);
  self->n_note_rows = 0;
  self->note_height = 0;
}

/* Returns whether all found room. */
static gboolean
add_notes (TlChartDraft *self,
           gboolean      with_counts)
{
  RowEnds row_ends = { -1e9, -1e9 };
  gboolean has_all = TRUE;

  forget_notes (self);
  for (guint i = 0; i < self->groups->len; i++)
    has_all &= add_note (self, &g_array_index (self->groups, TlGroup, i), with_counts, row_ends);
  return has_all;
}

/**
 * tl_chart_draft_plan_notes:
 * @self: a draft whose groups are arranged
 *
 * Lays out what stands below the years.  Where not every note finds room the counts yield to
 * the months: a few of them would be taken for their neighbours'.
 */
void
tl_chart_draft_plan_notes (TlChartDraft *self)
{
  if (!add_notes (self, TRUE))
    add_notes (self, FALSE);
}

/**
 * tl_chart_draft_add_x_axis:
 * @self: a draft whose notes are planned
 * @bottom: where the axis' texts must end
 *
 * Adds the years and the notes below them.
 *
 * Returns: where the plot must end
 */
double
tl_chart_draft_add_x_axis (TlChartDraft *self,
                           double        bottom)
{
  double gap = self->text_size * TL_YEARS_GAP + tl_chart_draft_get_letters_height (self);
  double years_height, years_y;
  g_autoptr(PangoLayout) sample = tl_chart_draft_make_label (self, "2000", self->text_size);

  tl_chart_measure (sample, NULL, &years_height);
  years_y = bottom - self->n_note_rows * self->note_height - years_height;
  add_years (self, years_y);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const TlChartText *note = &g_array_index (self->notes, TlChartText, i);

      tl_chart_draft_take_text (self, g_object_ref (note->layout), note->rect.x,
                                years_y + years_height + note->rect.y * self->note_height, note->ink);
    }
  tl_chart_draft_add_letters (self, years_y - gap + 0.05 * self->text_size);
  return years_y - gap;
}
