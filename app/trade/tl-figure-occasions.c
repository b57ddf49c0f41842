/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Periods of a sentence that are none of its figures': when it was said, how long something
 * lasted, when something else happened, until when a goal is to be reached.
 */

#include "tl-figure-occasions.h"

#include "tl-lexicon.h"

/* How far before "in five months" stands "the first increase". */
#define DURATION_REACH 8

/* How far before its time an event is named: "after the pact was signed in February". */
#define EVENT_REACH 8

/*
 * tl_figure_amount_between:
 * @view: the sentence
 * @anchor: an amount or another place
 * @period: a period of the sentence
 *
 * Returns: whether an amount stands between them, to which the period may as well belong
 */
gboolean
tl_figure_amount_between (const TlTradeView *view,
                          TlTokenRun         anchor,
                          const TlPeriod    *period)
{
  TlTokenRun between = anchor.end <= period->first_token
                         ? (TlTokenRun) { anchor.end, period->first_token }
                         : (TlTokenRun) { period->end_token, anchor.first };

  for (guint i = 0; i < view->n_amounts; i++)
    if (!view->amounts[i].in_brackets && tl_token_run_contains (between, view->amounts[i].first_token))
      return TRUE;
  return FALSE;
}

/*
 * tl_figure_period_is_since:
 * @view: the sentence
 * @period: a period of it
 *
 * Returns: whether it is the time from a year on: "since 2014"
 */
gboolean
tl_figure_period_is_since (const TlTradeView *view,
                           const TlPeriod    *period)
{
  /* "Since January": of the year so far. */
  if (!tl_date_is_set (period->start) ||
      (tl_date_is_set (period->end) &&
       tl_date_compare (tl_date_add_months (period->start, 12), period->end) > 0))
    return FALSE;
  return tl_trade_view_is_word (view, period->first_token, "since") ||
         (period->first_token > view->sentence->first_token &&
          tl_trade_view_is_word (view, period->first_token - 1, "since"));
}

/* "In June 2024, when the ministers met, it was noted that …": when it was said. */
static gboolean
is_occasion (const TlTradeView *view,
             TlTokenRun         anchor,
             const TlPeriod    *period)
{
  TlPhrases *speech = TL_LEXICON_GROUP ("trade-speech");
  TlPhrases *occasion = TL_LEXICON_GROUP ("trade-occasion");
  TlText *text = view->reading->text;

  if (!tl_text_token_is (text, period->end_token, ",") ||
      !tl_phrases_match_at (occasion, text, period->end_token + 1, NULL))
    return FALSE;
  for (guint i = period->end_token; i < anchor.first; i++)
    if (tl_phrases_match_at (speech, text, i, NULL))
      return TRUE;
  return FALSE;
}

/* "the first increase in five months", "five straight months": how long, and not when. */
static gboolean
is_duration (const TlTradeView *view,
             const TlPeriod    *period)
{
  TlPhrases *straight = TL_LEXICON_GROUP ("trade-period-straight");
  TlPhrases *superlatives = TL_LEXICON_GROUP ("trade-period-duration");
  TlPhrases *numbers = TL_LEXICON_GROUP ("number-words");
  TlPhrases *since = TL_LEXICON_GROUP ("trade-period-since");
  TlText *text = view->reading->text;
  gboolean is_since;

  for (guint i = period->first_token; i < period->end_token; i++)
    if (tl_phrases_match_at (straight, text, i, NULL))
      return TRUE;
  /* "its lowest level since December 1996" */
  is_since = tl_phrases_match_at (since, text, period->first_token, NULL) ||
             (period->first_token > view->sentence->first_token &&
              tl_phrases_match_at (since, text, period->first_token - 1, NULL));
  if (!is_since &&
      (!tl_trade_view_is_word (view, period->first_token - 1, "in") ||
       (view->tokens[period->first_token].kind != TL_TOKEN_NUMBER &&
        !tl_phrases_match_at (numbers, text, period->first_token, NULL)) ||
       period->unit == TL_PERIOD_DAY || !period->is_relative))
    return FALSE;
  for (guint n = is_since ? 1 : 2; n <= DURATION_REACH && period->first_token >= view->sentence->first_token + n; n++)
    {
      guint token = period->first_token - n;

      if (tl_trade_view_is_word (view, token, ","))
        break;
      if (tl_phrases_match_at (superlatives, text, token, NULL))
        return TRUE;
    }
  return FALSE;
}

/* "Ever since the pact was signed in February", "after a gain in July": when something else happened. */
static gboolean
is_of_event (const TlTradeView *view,
             TlTokenRun         anchor,
             const TlPeriod    *period)
{
  TlPhrases *words = TL_LEXICON_GROUP ("trade-period-event");
  TlPhrases *not_events = TL_LEXICON_GROUP ("trade-period-event-not");
  guint first = view->sentence->first_token;

  if (period->first_token >= anchor.end)
    first = MAX (first, anchor.end);
  for (guint n = 2; n <= EVENT_REACH && period->first_token >= first + n; n++)
    {
      guint token = period->first_token - n;
      TlPhraseMatch match;

      if (view->tokens[token].kind == TL_TOKEN_PUNCTUATION && tl_text_token_is (view->reading->text, token, ","))
        return FALSE;
      if (tl_phrases_match_at (words, view->reading->text, token, &match) &&
          !tl_phrases_match_at (not_events, view->reading->text, token, NULL) &&
          match.end_token + 1 < period->first_token)
        return !tl_figure_amount_between (view, (TlTokenRun) { token, token }, period);
    }
  return FALSE;
}

/* "within the next five years": a goal's time limit, and not the time of its amount. */
static gboolean
is_time_limit (const TlTradeView *view,
               const TlPeriod    *period)
{
  return period->unit == TL_PERIOD_YEARS && period->is_relative && tl_date_is_set (view->reading->published) &&
         tl_date_compare (period->end, view->reading->published) > 0 &&
         period->start.year >= view->reading->published.year;
}

/* "“… $84 billion,” he told a crowd in June 2016": outside the quotation stands when it was said. */
static gboolean
is_outside_quotation (const TlTradeView *view,
                      TlTokenRun         anchor,
                      const TlPeriod    *period)
{
  TlText *text = view->reading->text;

  if (period->first_token < anchor.end)
    return FALSE;
  for (guint i = anchor.end; i < period->first_token; i++)
    if (view->tokens[i].kind == TL_TOKEN_PUNCTUATION && (view->tokens[i].flags & TL_TOKEN_SPACE_BEFORE) == 0 &&
        (tl_text_token_is (text, i, "\"") || tl_text_token_is (text, i, "”")))
      return TRUE;
  return FALSE;
}

/*
 * tl_figure_period_is_occasion:
 * @view: the sentence
 * @anchor: an amount or a change
 * @period: a period of the sentence
 *
 * Returns: whether the period is of something else than what is stated
 */
gboolean
tl_figure_period_is_occasion (const TlTradeView *view,
                           TlTokenRun         anchor,
                           const TlPeriod    *period)
{
  return is_occasion (view, anchor, period) || is_duration (view, period) ||
         is_of_event (view, anchor, period) || is_time_limit (view, period) ||
         is_outside_quotation (view, anchor, period);
}
