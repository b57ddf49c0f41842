/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whether what a sentence says of an amount happened, or is a goal, a forecast, a
 * possibility.
 */

#include "tl-figure-status.h"

/* How many tokens before and behind the amount a word of status may stand. */
#define REACH_BEFORE 22
#define REACH_BEHIND 4

/* "May" in "in May 2020". */
static gboolean
is_in_period (const TlTradeView *view,
              const TlCue       *cue)
{
  for (guint i = 0; i < view->n_periods; i++)
    if (cue->first_token >= view->periods[i].first_token && cue->first_token < view->periods[i].end_token)
      return TRUE;
  return FALSE;
}

/* A verb that says that it happened, and is no infinitive as in "expected to hit". */
static const TlCue *
find_past (const TlTradeView *view,
           TlTokenRun         run)
{
  const TlCue *cue;
  guint position = 0;

  while ((cue = tl_trade_view_next_cue (view, TL_CUE_PAST, &position)) != NULL)
    if (tl_token_run_contains (run, cue->first_token) &&
        !(cue->first_token > view->sentence->first_token &&
          tl_trade_view_is_word (view, cue->first_token - 1, "to")))
      return cue;
  return NULL;
}

/*
 * tl_figure_status_find:
 * @view: the sentence
 * @anchor: the amount or the change
 * @why: (out): the words that say so, empty where nothing does
 *
 * Returns: the status; %TL_STATUS_REPORTED where nothing speaks of what is to come
 */
TlStatus
tl_figure_status_find (const TlTradeView *view,
                       TlTokenRun         anchor,
                       TlSpan            *why)
{
  TlTokenRun clause = tl_trade_view_clause (view, anchor.first);
  const TlCue *cue, *past, *before = NULL;
  TlTokenRun close = { anchor.first - MIN (anchor.first, 3), anchor.first };
  gboolean is_past = find_past (view, close) != NULL;
  guint position = 0;

  *why = (TlSpan) { 0, 0 };
  while ((cue = tl_trade_view_next_cue (view, TL_CUE_STATUS, &position)) != NULL)
    {
      TlTokenRun run = { cue->first_token, cue->end_token };

      if (!tl_token_run_contains (clause, cue->first_token) || is_in_period (view, cue))
        continue;
      if (cue->first_token >= anchor.end)
        {
          /* "will achieve the $1bn target" */
          if (cue->first_token == anchor.end && cue->value == TL_STATUS_TARGET && before != NULL && !is_past)
            {
              *why = tl_trade_view_cue_span (view, cue);
              return TL_STATUS_TARGET;
            }
          /* "trade exceeded $1bn and may go beyond $2bn": the first has happened */
          if (tl_trade_view_gap (view, anchor, run) <= REACH_BEHIND && before == NULL && !is_past)
            {
              *why = tl_trade_view_cue_span (view, cue);
              return (TlStatus) cue->value;
            }
          continue;
        }
      if (tl_trade_view_gap (view, anchor, run) <= REACH_BEFORE)
        before = cue;
    }
  if (before == NULL)
    return TL_STATUS_REPORTED;
  /* "It was expected to … and came to $1 billion": it happened after all; "is set to hit" did not. */
  past = find_past (view, (TlTokenRun) { before->end_token + 1, anchor.first });
  *why = tl_trade_view_cue_span (view, past != NULL ? past : before);
  if (past != NULL)
    return TL_STATUS_REPORTED;
  return (TlStatus) before->value;
}
