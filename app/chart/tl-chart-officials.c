/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What countries declare to the publishers of statistics, as grey steps behind the reports:
 * one for each source and declaring side, told apart by their dashes and named in the legend. */

#include "tl-chart-scene-private.h"

#include <math.h>

/* Years around the reports' that are shown too, as a claim is judged by its surroundings;
 * further years would press the reports together. */
#define MAX_YEARS_AROUND 3

/* How far above and below its line an official value can be hit. */
#define REACH 3.5

/**
 * tl_chart_has_officials_alone:
 * @chart: a chart
 *
 * Returns: whether it has official figures of one trade of which no article reports a point
 */
gboolean
tl_chart_has_officials_alone (TlChart *chart)
{
  GPtrArray *officials = tl_chart_get_officials (chart);

  if (tl_chart_get_n_series (chart) > 1 || tl_chart_has_points (chart) || officials == NULL)
    return FALSE;
  for (guint i = 0; i < officials->len; i++)
    if (tl_official_series_get_n_years (officials->pdata[i]) > 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_chart_has_plot:
 * @chart: a chart
 *
 * Returns: whether there is anything to draw
 */
gboolean
tl_chart_has_plot (TlChart *chart)
{
  return tl_chart_has_points (chart) || tl_chart_has_officials_alone (chart);
}

/* Behind several series in one plot nobody could say whose they are. */
static GPtrArray *
get_officials (TlChartDraft *self)
{
  return self->n_series == 1 ? tl_chart_get_nth_officials (self->scene->chart, self->series[0]) : NULL;
}

static gboolean
can_be_drawn (TlChartDraft     *self,
              TlOfficialSeries *official)
{
  return tl_official_series_get_n_years (official) > 0 &&
         g_strcmp0 (tl_official_series_get_currency (official), self->currency) == 0;
}

/* The pattern of a source and declaring side, the same in all panels; -1 for none. */
static int
find_pattern (TlChartDraft     *self,
              TlOfficialSeries *official)
{
  for (guint i = 0; i < self->officials->len; i++)
    if (tl_official_series_get_source (self->officials->pdata[i]) ==
          tl_official_series_get_source (official) &&
        g_strcmp0 (tl_official_series_get_reporter (self->officials->pdata[i]),
                   tl_official_series_get_reporter (official)) == 0)
      return (int) i;
  return -1;
}

/**
 * tl_chart_draft_choose_officials:
 * @self: a draft
 *
 * Chooses the official series that can be drawn: in the axis' currency, and as many as there
 * are kinds of dashes.  The description names the others.
 */
void
tl_chart_draft_choose_officials (TlChartDraft *self)
{
  GPtrArray *officials = get_officials (self);

  for (guint i = 0; officials != NULL && i < officials->len; i++)
    if (self->officials->len < TL_N_LINE_PATTERNS && can_be_drawn (self, officials->pdata[i]) &&
        find_pattern (self, officials->pdata[i]) < 0)
      g_ptr_array_add (self->officials, officials->pdata[i]);
}

/**
 * tl_chart_draft_range_officials:
 * @self: a draft without reports
 *
 * Finds the years and the values of its official series, which then stand alone.
 */
void
tl_chart_draft_range_officials (TlChartDraft *self)
{
  int first = G_MAXINT, last = G_MININT;
  GPtrArray *officials = get_officials (self);

  for (guint i = 0; officials != NULL && i < officials->len; i++)
    for (guint k = 0; k < tl_official_series_get_n_years (officials->pdata[i]); k++)
      {
        const TlOfficialYear *year = tl_official_series_get_year (officials->pdata[i], k);

        if (!can_be_drawn (self, officials->pdata[i]) || !isfinite (year->value))
          continue;
        first = MIN (first, year->year);
        last = MAX (last, year->year);
        self->max = MAX (self->max, year->value);
        self->min = MIN (self->min, year->value);
      }
  if (first > last)
    return;
  /* Where all is zero there has to be a scale all the same. */
  if (self->max <= self->min)
    self->max = 1;
  self->first_year = first;
  self->n_years = last - first + 1;
}

/**
 * tl_chart_draft_widen_range:
 * @self: a draft that knows the reports' years and values
 *
 * Makes room for the official values of these years and of a few around them.
 */
void
tl_chart_draft_widen_range (TlChartDraft *self)
{
  int earliest = self->first_year - MAX_YEARS_AROUND;
  int latest = self->first_year + self->n_years - 1 + MAX_YEARS_AROUND;
  int first = self->first_year;
  int last = first + self->n_years - 1;
  GPtrArray *officials = get_officials (self);

  for (guint i = 0; officials != NULL && i < officials->len; i++)
    for (guint k = 0; k < tl_official_series_get_n_years (officials->pdata[i]); k++)
      {
        const TlOfficialYear *year = tl_official_series_get_year (officials->pdata[i], k);

        if (!can_be_drawn (self, officials->pdata[i]) ||
            find_pattern (self, officials->pdata[i]) < 0)
          break;
        if (year->year < earliest || year->year > latest || !isfinite (year->value))
          continue;
        first = MIN (first, year->year);
        last = MAX (last, year->year);
        self->max = MAX (self->max, year->value);
        self->min = MIN (self->min, year->value);
      }
  self->first_year = first;
  self->n_years = last - first + 1;
}

/* The pattern in which it is drawn, -1 where it is not. */
static int
get_drawn_pattern (TlChartDraft     *self,
                   TlOfficialSeries *official)
{
  return can_be_drawn (self, official) ? find_pattern (self, official) : -1;
}

/* The slot of its year, -1 where it is out of the plot. */
static int
get_slot (TlChartDraft         *self,
          const TlOfficialYear *year)
{
  int slot = year->year - self->first_year;

  return slot >= 0 && slot < self->n_years && isfinite (year->value) ? slot : -1;
}

static void
add_step (TlChartDraft *self,
          guint         pattern,
          double        x1,
          double        y1,
          double        x2,
          double        y2)
{
  TlChartLine line = { TL_LINE_OFFICIAL, x1, y1, x2, y2, pattern, TL_TONE_OF_KIND };

  g_array_append_val (self->scene->lines, line);
}

/* Steps, as a year's value holds for all of it; a year that is missing leaves a gap. */
static void
add_official (TlChartDraft     *self,
              TlOfficialSeries *official,
              guint             pattern)
{
  TlRect plot = self->plot;
  double slot_width = plot.width / self->n_years;
  double last_y = NAN;
  int last_year = 0;

  for (guint i = 0; i < tl_official_series_get_n_years (official); i++)
    {
      const TlOfficialYear *year = tl_official_series_get_year (official, i);
      int slot = get_slot (self, year);
      double x = plot.x + slot * slot_width;
      double y;

      if (slot < 0)
        continue;
      y = tl_chart_draft_get_y (self, year->value);
      if (isfinite (last_y) && year->year == last_year + 1)
        add_step (self, pattern, x, last_y, x, y);
      add_step (self, pattern, x, y, x + slot_width, y);
      last_y = y;
      last_year = year->year;
    }
}

/**
 * tl_chart_draft_add_officials:
 * @self: a draft whose plot is placed, and whose legend names the official series
 *
 * Adds the lines of the official series.
 */
void
tl_chart_draft_add_officials (TlChartDraft *self)
{
  GPtrArray *officials = get_officials (self);

  for (guint i = 0; officials != NULL && i < officials->len; i++)
    {
      int pattern = get_drawn_pattern (self, officials->pdata[i]);

      if (pattern >= 0)
        add_official (self, officials->pdata[i], (guint) pattern);
    }
}

/* ---- marks ---- */

static void
add_mark (TlChartDraft     *self,
          TlOfficialSeries *official,
          guint             index,
          guint             year)
{
  const TlOfficialYear *data = tl_official_series_get_year (official, year);
  TlRect plot = self->plot;
  double slot_width = plot.width / self->n_years;
  int slot = get_slot (self, data);
  double reach = REACH * self->scene->zoom;
  TlMark mark = { .subject = tl_subject_for_official (self->series[0], index, year) };
  TlGlyph glyph = { .shape = TL_SHAPE_NONE, .y_high = NAN };
  double top, bottom;

  if (slot < 0)
    return;
  mark.y = tl_chart_draft_get_y (self, data->value);
  mark.x = plot.x + (slot + 0.5) * slot_width;
  top = CLAMP (mark.y - reach, plot.y, plot.y + plot.height);
  bottom = CLAMP (mark.y + reach, plot.y, plot.y + plot.height);
  mark.bounds = (TlRect) { mark.x - slot_width / 2, top, slot_width, bottom - top };
  mark.description = tl_chart_dup_official_description (self->scene->chart, mark.subject);
  glyph.rect = mark.bounds;
  g_array_append_val (self->scene->marks, mark);
  g_array_append_val (self->scene->glyphs, glyph);
}

/**
 * tl_chart_draft_add_official_marks:
 * @self: a draft; all panels of the scene have their other marks
 *
 * Adds a mark for each official value that is drawn, so that it can be picked and spoken: its
 * step over the year.
 */
void
tl_chart_draft_add_official_marks (TlChartDraft *self)
{
  GPtrArray *officials = get_officials (self);

  for (guint i = 0; officials != NULL && i < officials->len; i++)
    for (guint k = 0; k < tl_official_series_get_n_years (officials->pdata[i]); k++)
      if (get_drawn_pattern (self, officials->pdata[i]) >= 0)
        add_mark (self, officials->pdata[i], i, k);
}
