/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which months a figure is of whose period is known: "as of November", "this year" and
 * "July, August and September" mean more or fewer than they name.
 */

#include "tl-figure-months.h"

#include "tl-figure-period.h"
#include "tl-lexicon.h"

#include <math.h>

/*
 * What is reported of December in an article of which only the year is known was a year
 * before: that December has yet to end.
 */
static gboolean
is_year_too_late (const TlTradeView  *view,
                  const TlPeriod     *period,
                  const TlFigureData *data)
{
  TlDate published = view->reading->published;

  return data->status == TL_STATUS_REPORTED && tl_date_is_set (published) && published.month == 0 &&
         period->is_relative && period->unit != TL_PERIOD_YEAR && period->unit != TL_PERIOD_YEARS &&
         period->end.year == published.year && period->end.month == 12;
}

/* "the end of November", of which no more than the last days are meant. */
static gboolean
ends_a_month (const TlPeriod *period)
{
  return tl_date_is_set (period->whole_start) && tl_date_compare (period->whole_start, period->start) < 0 &&
         tl_date_compare (period->whole_end, period->end) == 0;
}

/* "as at November 2019", "up to September": the months until then. */
static gboolean
is_up_to (const TlTradeView *view,
          const TlPeriod    *period)
{
  TlPhrases *words = TL_LEXICON_GROUP ("trade-period-until");
  TlPhraseMatch match;

  if (period->unit == TL_PERIOD_DAY)
    return FALSE;
  for (guint n = 0; n <= 2 && period->first_token >= view->sentence->first_token + n; n++)
    if (tl_phrases_match_at (words, view->reading->text, period->first_token - n, &match) &&
        match.end_token >= period->first_token)
      return TRUE;
  return FALSE;
}

/* "In the last two months", said in the middle of a month: that month is not over. */
static gboolean
ends_within_month (const TlPeriod *period)
{
  return period->unit == TL_PERIOD_MONTHS && period->is_relative && !period->is_prospective &&
         period->end.day != 0 && period->end.day < tl_date_days_in_month (period->end.year, period->end.month) &&
         period->start.day == period->end.day + 1;
}

/*
 * tl_figure_months_set:
 * @view: the sentence
 * @period: a period of it
 * @data: (inout): the figure
 *
 * Sets the period of a figure, and why.
 */
void
tl_figure_months_set (const TlTradeView *view,
                      const TlPeriod    *period,
                      TlFigureData      *data)
{
  tl_period_get_months (period, &data->start, &data->end);
  if (is_year_too_late (view, period, data))
    {
      data->start.year--;
      data->end.year--;
    }
  if (ends_within_month (period))
    data->end = tl_date_add_months (data->end, -1);
  /* "$5 billion as of the end of November": since the year began. */
  if (data->status == TL_STATUS_REPORTED &&
      ((!isnan (data->value) && ends_a_month (period)) || is_up_to (view, period)) &&
      data->start.month == data->end.month && data->start.year == data->end.year)
    data->start.month = 1;
  /* A change "between 2021 and 2022" is that of 2022. */
  if (isnan (data->value) && period->unit == TL_PERIOD_YEARS && data->end.year == data->start.year + 1 &&
      !period->is_relative)
    data->start.year = data->end.year;
  tl_figure_period_explain (view, period, &data->why);
}

/* "This year", "in the current fiscal year", "so far this year". */
static gboolean
is_current_year (const TlTradeView *view,
                 const TlPeriod    *period)
{
  TlDate published = view->reading->published;

  if (!period->is_relative || !tl_date_is_set (published) || !tl_date_is_set (period->end))
    return FALSE;
  if (published.month == 0)
    return period->unit == TL_PERIOD_YEAR && period->end.year == published.year;
  return (period->start.year * 12 + period->start.month <= published.year * 12 + published.month) &&
         (period->end.year * 12 + period->end.month >= published.year * 12 + published.month);
}

/*
 * tl_figure_months_end:
 * @discourse: what the sentences before leave to this one
 * @view: the sentence
 * @period: a period of it
 * @data: (inout): a figure of that period
 *
 * Ends what is reported of a year that is not over where the rest of what is reported ends.
 */
void
tl_figure_months_end (const TlDiscourse *discourse,
                      const TlTradeView *view,
                      const TlPeriod    *period,
                      TlFigureData      *data)
{
  TlDate reached = discourse->reached;

  if (data->status != TL_STATUS_REPORTED || !tl_date_is_set (reached) ||
      !is_current_year (view, period) ||
      tl_date_compare (reached, data->start) < 0 || tl_date_compare (reached, data->end) >= 0)
    return;
  data->end = reached;
  tl_why_carry (&data->why, TL_FIELD_PERIOD, &discourse->reached_why, TL_FIELD_PERIOD,
                view->sentence->span);
}

/* The month that @period stands in a list with, next to it: "July, August and September". */
static const TlPeriod *
find_listed (const TlTradeView *view,
             const TlPeriod    *period,
             int                step)
{
  const TlPeriod *other = period + step;
  const TlPeriod *first = step < 0 ? other : period;

  if (period->unit != TL_PERIOD_MONTHS ||
      other < view->periods || other >= view->periods + view->n_periods ||
      other->unit != TL_PERIOD_MONTHS ||
      tl_date_compare (tl_date_add_months (period->start, step), other->start) != 0)
    return NULL;
  for (guint token = first->end_token; token < first[1].first_token; token++)
    if (!tl_trade_view_is_word (view, token, ",") && !tl_trade_view_is_word (view, token, "and"))
      return NULL;
  return other;
}

/*
 * tl_figure_months_add_listed:
 * @view: the sentence
 * @period: a period of it
 * @data: (inout): a figure of that period
 *
 * Adds the months that follow each other in a list with @period: one amount for several is
 * that of all of them.
 */
void
tl_figure_months_add_listed (const TlTradeView *view,
                             const TlPeriod    *period,
                             TlFigureData      *data)
{
  const TlPeriod *other;

  if (period < view->periods || period >= view->periods + view->n_periods)
    return;
  for (const TlPeriod *at = period; (other = find_listed (view, at, -1)) != NULL; at = other)
    {
      data->start = tl_date_add_months (data->start, -1);
      tl_figure_period_explain (view, other, &data->why);
    }
  for (const TlPeriod *at = period; (other = find_listed (view, at, 1)) != NULL; at = other)
    {
      data->end = tl_date_add_months (data->end, 1);
      tl_figure_period_explain (view, other, &data->why);
    }
}
