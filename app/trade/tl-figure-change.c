/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a sentence says of a figure's change: how much, which way, against which year.
 */

#include "tl-figure-change.h"

#include "tl-figure-period.h"
#include "tl-lexicon.h"

#include <math.h>

/* The most words of what stands before a year that something is counted against: "in comparison with". */
#define MAX_BASE_WORDS 3

/* Which way an amount went that rose or fell from another. */
static TlChangeKind
direction_between (double before,
                   double after)
{
  if (isnan (before) || isnan (after) || before == after)
    return TL_CHANGE_FLAT;
  return after > before ? TL_CHANGE_UP : TL_CHANGE_DOWN;
}

/* "Down 3% when compared to $498m": that is not what went down. */
static gboolean
is_compared (const TlTradeView  *view,
             const TlTradeDraft *draft)
{
  return draft->amount != NULL && !draft->is_step && draft->from < 0 &&
         tl_figure_period_is_compared (view, draft->anchor.first);
}

/* "on 2019", "than in 2019" */
static gboolean
is_base (TlPhrases         *bases,
         const TlTradeView *view,
         const TlPeriod    *period)
{
  for (guint n = 1; n <= MAX_BASE_WORDS && period->first_token >= view->sentence->first_token + n; n++)
    {
      TlPhraseMatch match;

      if (tl_phrases_match_at (bases, view->reading->text, period->first_token - n, &match) &&
          match.end_token == period->first_token)
        return TRUE;
    }
  return FALSE;
}

/* What a change is counted against: a year that is named behind it and is not the one before. */
static int
find_base (const TlTradeView *view,
           const TlChange    *change,
           TlFigureData      *data)
{
  TlPhrases *bases = TL_LEXICON_GROUP ("trade-period-base");
  TlDate own = tl_date_is_set (data->start) ? data->start : view->reading->published;

  for (guint i = 0; i < view->n_periods; i++)
    {
      const TlPeriod *period = &view->periods[i];

      if (period->first_token < change->end_token || period->first_token - change->end_token > 6 ||
          period->unit != TL_PERIOD_YEAR || !tl_date_is_set (period->start))
        continue;
      if (!is_base (bases, view, period))
        continue;
      if (tl_date_is_set (own) && period->start.year < own.year - 1)
        {
          tl_why_add (&data->why, TL_FIELD_CHANGE, TL_HOW_STATED, period->span);
          return period->start.year;
        }
    }
  return TL_AGAINST_PREVIOUS_YEAR;
}

/*
 * tl_figure_change_set:
 * @view: the sentence
 * @draft: the figure in the making
 * @drafts: (element-type TlTradeDraft): all of its sentence
 * @base: (nullable): the figure that it rose or fell from
 * @data: (inout): the figure, its period and value already set
 *
 * Sets what the sentence says of a change, and against what.
 */
void
tl_figure_change_set (const TlTradeView  *view,
                      const TlTradeDraft *draft,
                      GArray             *drafts,
                      const TlFigureData *base,
                      TlFigureData       *data)
{
  if (draft->change != NULL)
    {
      data->change_kind = draft->change->kind;
      data->change = draft->change->percent;
      tl_why_add (&data->why, TL_FIELD_CHANGE, TL_HOW_STATED, draft->change->span);
      if (!tl_span_is_empty (draft->change->direction))
        tl_why_add (&data->why, TL_FIELD_CHANGE, TL_HOW_STATED, draft->change->direction);
      if (data->change_against == TL_AGAINST_PREVIOUS_YEAR)
        data->change_against = find_base (view, draft->change, data);
      if (draft->amount == NULL)
        data->precision = draft->change->precision;
    }
  else if (draft->direction != TL_CHANGE_NONE && !is_compared (view, draft))
    {
      data->change_kind = draft->direction;
      tl_why_add (&data->why, TL_FIELD_CHANGE, TL_HOW_STATED, draft->step);
    }
  else if (draft->from >= 0)
    {
      const TlAmount *from = g_array_index (drafts, TlTradeDraft, draft->from).amount;

      data->change_kind = direction_between (from->value, data->value);
      tl_why_add (&data->why, TL_FIELD_CHANGE, TL_HOW_COMPARED, from->span);
      tl_why_add (&data->why, TL_FIELD_CHANGE, TL_HOW_COMPARED, draft->amount->span);
    }
  if (draft->from >= 0 && base != NULL && tl_date_is_set (base->start) && tl_date_is_set (data->start) &&
      base->start.year < data->start.year - 1)
    {
      data->change_against = base->start.year;
      tl_why_carry (&data->why, TL_FIELD_CHANGE, &base->why, TL_FIELD_PERIOD, view->sentence->span);
    }
}
