/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What belongs together by its order: "imports and exports stood at $5 bln and $6 bln", and
 * the rows of a table under a line of years.
 */

#include "tl-trade-columns.h"

/* The most amounts that one sentence says in the order of their flows, or a row in that of its years. */
#define MAX_COLUMNS 24

/* How many lines above a row the line of years may stand. */
#define MAX_ROWS 40

static gboolean
follows_directly (const TlTradeView *view,
                  TlTokenRun         before,
                  TlTokenRun         run)
{
  if (before.end >= run.first)
    return FALSE;
  for (guint token = before.end; token < run.first; token++)
    if (!tl_trade_view_is_word (view, token, "and") && !tl_trade_view_is_word (view, token, ",") &&
        !tl_trade_view_is_word (view, token, "by"))
      return FALSE;
  return TRUE;
}

/* The flow at the same place in its row as @index among the runs. */
static const TlCue *
find_in_row (const TlTradeView *view,
             const TlTokenRun  *runs,
             guint              n_runs,
             guint              index)
{
  const TlCue *flows[MAX_COLUMNS];
  guint first = index, end = index + 1, n_flows = 0, position = 0, behind;
  const TlCue *cue;

  while (first > 0 && follows_directly (view, runs[first - 1], runs[first]))
    first--;
  while (end < n_runs && follows_directly (view, runs[end - 1], runs[end]))
    end++;
  if (end - first < 2 || end - first > MAX_COLUMNS)
    return NULL;

  behind = first > 0 ? runs[first - 1].end : view->sentence->first_token;
  while ((cue = tl_trade_view_next_cue (view, TL_CUE_FLOW, &position)) != NULL)
    {
      if (cue->first_token < behind || cue->end_token > runs[first].first || cue->is_weak)
        continue;
      for (guint i = 0; i < n_flows; i++)
        if (flows[i]->value == cue->value)
          return NULL;
      if (n_flows == end - first)
        return NULL;
      flows[n_flows++] = cue;
    }
  return n_flows == end - first ? flows[index - first] : NULL;
}

/*
 * tl_trade_columns_find_flow:
 * @view: a sentence
 * @amount: index of an amount in it
 *
 * Finds the flow of an amount that stands in a row of amounts, where as many different
 * flows are named before them.
 *
 * Returns: (nullable): the flow at the same place of their row
 */
const TlCue *
tl_trade_columns_find_flow (const TlTradeView *view,
                            guint              amount)
{
  g_autofree TlTokenRun *runs = g_new (TlTokenRun, view->n_amounts);

  for (guint i = 0; i < view->n_amounts; i++)
    runs[i] = (TlTokenRun) { view->amounts[i].first_token, view->amounts[i].end_token };
  return find_in_row (view, runs, view->n_amounts, amount);
}

/*
 * tl_trade_columns_find_flow_of_change:
 * @view: a sentence
 * @change: index of a change in per cent in it
 *
 * Finds the flow of a per cent that stands in a row of them, as
 * tl_trade_columns_find_flow() does; what stands between them and their flows is nothing
 * in per cent.
 *
 * Returns: (nullable): the flow at the same place of their row
 */
const TlCue *
tl_trade_columns_find_flow_of_change (const TlTradeView *view,
                                      guint              change)
{
  g_autofree TlTokenRun *runs = g_new (TlTokenRun, view->n_changes);
  guint n_runs = 0, index = 0;

  for (guint i = 0; i < view->n_changes; i++)
    {
      if (view->changes[i].kind != TL_CHANGE_PERCENT)
        continue;
      if (i == change)
        index = n_runs;
      runs[n_runs++] = (TlTokenRun) { view->changes[i].first_token, view->changes[i].end_token };
    }
  return n_runs > 1 ? find_in_row (view, runs, n_runs, index) : NULL;
}

/* The first of the reading's periods in the sentence; @n_periods tells how many there are. */
static const TlPeriod *
periods_of (const TlReading  *reading,
            const TlSentence *sentence,
            guint            *n_periods)
{
  const TlPeriod *periods = (const TlPeriod *) (gpointer) reading->periods->data;
  guint low = 0, high = reading->periods->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (periods[middle].first_token >= sentence->first_token)
        high = middle;
      else
        low = middle + 1;
    }
  for (*n_periods = 0; low + *n_periods < reading->periods->len; (*n_periods)++)
    if (periods[low + *n_periods].first_token >= sentence->end_token || *n_periods == MAX_COLUMNS)
      break;
  return periods + low;
}

static gboolean
is_row (const TlTradeView *view,
        guint              sentence)
{
  guint n_sentences;
  const TlSentence *s = &tl_text_get_sentences (view->reading->text, &n_sentences)[sentence];

  return (view->tokens[s->first_token].flags & TL_TOKEN_LINE_START) != 0 &&
         view->tokens[s->end_token - 1].kind != TL_TOKEN_PUNCTUATION;
}

/*
 * tl_trade_columns_find_period:
 * @view: a sentence that names no period
 * @token: the first token of an amount in it
 *
 * Finds the period of an amount in a row of a table: the one at its place in the line of
 * years above.
 *
 * Returns: (nullable): that period
 */
const TlPeriod *
tl_trade_columns_find_period (const TlTradeView *view,
                              guint              token)
{
  guint n_sentences, column = 0;
  const TlSentence *sentences = tl_text_get_sentences (view->reading->text, &n_sentences);

  while (column < view->n_amounts && view->amounts[column].first_token != token)
    column++;
  if (column == view->n_amounts || view->n_periods > 0 || view->n_amounts < 2 || !is_row (view, view->index))
    return NULL;
  for (guint i = view->index; i > 0 && view->index - i < MAX_ROWS && is_row (view, i - 1); i--)
    {
      const TlSentence *line = &sentences[i - 1];
      guint n_periods;
      const TlPeriod *periods = periods_of (view->reading, line, &n_periods);

      /* The years, and at most a word or two at the side of them. */
      if (n_periods >= view->n_amounts && line->end_token - line->first_token <= 2 * n_periods + 3)
        return &periods[column];
    }
  return NULL;
}

static gboolean
is_one_of_row (const TlTradeView *view,
               guint              period)
{
  const TlPeriod *before = &view->periods[period - 1], *here = &view->periods[period];

  if (before->unit != here->unit || here->first_token - before->end_token > 2)
    return FALSE;
  for (guint token = before->end_token; token < here->first_token; token++)
    if (!tl_trade_view_is_word (view, token, ",") && !tl_trade_view_is_word (view, token, "and"))
      return FALSE;
  return TRUE;
}

/*
 * tl_trade_columns_find_row_period:
 * @view: a sentence
 * @index: the place of a figure in a row of figures
 * @length: how many stand in the row
 *
 * Finds the period of "$5 bln, $6 bln and $7 bln in 2016, 2017 and 2018".
 *
 * Returns: (nullable): the period at the same place of a row of as many
 */
const TlPeriod *
tl_trade_columns_find_row_period (const TlTradeView *view,
                                  guint              index,
                                  guint              length)
{
  guint first = 0;

  if (length < 2)
    return NULL;
  for (guint i = 1; i <= view->n_periods; i++)
    {
      if (i < view->n_periods && is_one_of_row (view, i))
        continue;
      if (i - first == length)
        return &view->periods[first + index];
      first = i;
    }
  return NULL;
}
