/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which of the periods in a sentence an amount or a change belongs to.
 */

#include "tl-figure-period.h"

#include "tl-figure-occasions.h"
#include "tl-lexicon.h"
#include "tl-trade-join.h"

#include <string.h>

/* What it costs, in tokens, when another amount stands between an amount and a period. */
#define AMOUNT_COST 10

/* What it costs that a period stands right behind another amount, and how near that is. */
#define TAKEN_COST 4
#define TAKEN_GAP  2

/* How near, at the most, a period at the sentence's beginning counts: it governs what follows. */
#define LEADING_GAP 8

/* No phrase for that has more words: "in comparison with". */
#define PHRASE_LENGTH 3

/* How far before an amount stands what compares it: "from a downwardly revised 6.5 billion". */
#define COMPARED_REACH 6

/* How far behind "last year's" stands the amount that it owns. */
#define OWNED_REACH 6

/* How far behind an amount "a year earlier" stands, with nothing but words like "recorded" between. */
#define REFERENCE_REACH 5

/* How many words lead to a period behind a comma, and from it to the amount: ", although in 2020 it was $2bn". */
#define NEXT_LEAD  4
#define NEXT_REACH 4

/* Further than this, before and behind, no period in the same sentence is meant. */
#define MAX_GAP        45
#define MAX_GAP_BEHIND 22

/*
 * tl_figure_period_is_trade:
 * @period: a period
 *
 * Returns: whether trade is reported for such periods: known ones of a month or longer
 */
gboolean
tl_figure_period_is_trade (const TlPeriod *period)
{
  return period->unit != TL_PERIOD_DAY && !period->is_vague &&
         tl_date_is_set (period->start) && period->start.month != 0 &&
         tl_date_is_set (period->end) && period->end.month != 0;
}

/* In which way words of the sentence, or of a table's heading above it, tell a period. */
static TlHow
how_told (const TlTradeView *view,
          const TlPeriod    *period)
{
  if (!tl_span_overlaps (period->span, view->sentence->span))
    return TL_HOW_COLUMN;
  if (period->unit == TL_PERIOD_REFERENCE || !tl_span_is_empty (period->anchor))
    return TL_HOW_COUNTERPART;
  if (period->is_fiscal)
    return TL_HOW_FISCAL;
  return period->is_relative ? TL_HOW_RELATIVE : TL_HOW_STATED;
}

/*
 * tl_figure_period_explain:
 * @view: a sentence
 * @period: the period that it, or the heading of a table above it, states
 * @why: the reasons of a figure for that period
 *
 * Adds why it is that period: the words that name it, and those that name the one that it is
 * counted from.
 */
void
tl_figure_period_explain (const TlTradeView *view,
                          const TlPeriod    *period,
                          TlWhy             *why)
{
  gboolean has_anchor = !tl_span_is_empty (period->anchor);
  /* A month that has its year from another period is not counted from the article's date. */
  gboolean is_relative = period->is_relative && (!has_anchor || period->unit == TL_PERIOD_REFERENCE);
  TlDate from = is_relative ? view->reading->published : TL_DATE_NONE;

  tl_why_add_from (why, TL_FIELD_PERIOD, how_told (view, period), period->span, from);
  if (has_anchor)
    tl_why_add_from (why, TL_FIELD_PERIOD,
                     tl_how_within (TL_HOW_COUNTERPART, period->anchor, view->sentence->span), period->anchor, from);
}

/* The token behind the nearest change or amount that ends before @token, or the sentence's first. */
static guint
quantity_end_before (const TlTradeView *view,
                     guint              token,
                     gboolean          *is_change)
{
  guint end = view->sentence->first_token;

  *is_change = FALSE;
  for (guint i = 0; i < view->n_changes; i++)
    if (view->changes[i].end_token <= token && view->changes[i].end_token > end)
      {
        end = view->changes[i].end_token;
        *is_change = TRUE;
      }
  for (guint i = 0; i < view->n_amounts; i++)
    if (view->amounts[i].end_token <= token && view->amounts[i].end_token > end)
      {
        end = view->amounts[i].end_token;
        *is_change = FALSE;
      }
  return end;
}

/* "rose 5% year on year last month": what rate it is, and no base. */
static gboolean
is_rate (const TlTradeView *view,
         guint              token)
{
  TlPhrases *rates = TL_LEXICON_GROUP ("trade-period-rate");
  TlPhraseMatch match;

  return token > view->sentence->first_token &&
         tl_phrases_match_at (rates, view->reading->text, token - 1, &match) && match.end_token > token + 1;
}

/* "Grew 3% over the first ten months of 2020", said in 2020 of no other time: in that time. */
static gboolean
is_over_months (const TlTradeView *view,
                const TlWord      *base,
                const TlPeriod    *period)
{
  return strcmp (base->value, "lasting") == 0 && view->n_periods == 1 &&
         (period->unit == TL_PERIOD_MONTHS || period->unit == TL_PERIOD_HALF) &&
         period->start.month != period->end.month &&
         period->start.year == view->reading->published.year;
}

/* "… 56% more than in 2016", "30% over 2017", "107.5% of 2020": what is compared with. */
static gboolean
is_base (const TlTradeView *view,
         const TlPeriod    *period)
{
  TlPhrases *bases = TL_LEXICON_GROUP ("trade-period-base");
  TlText *text = view->reading->text;
  TlPhrases *own = TL_LEXICON_GROUP ("trade-period-own");
  gboolean after_change, is_own;
  guint end = quantity_end_before (view, period->first_token, &after_change);

  is_own = period->first_token > end && tl_phrases_match_at (own, text, period->first_token - 1, NULL);
  for (guint n = 1; n <= (is_own ? 2 : 4) && period->first_token >= end + n; n++)
    {
      guint token = period->first_token - n;

      const TlWord *word = tl_lexicon_match (bases, text, token, NULL);

      if (word == NULL || is_rate (view, token) || is_over_months (view, word, period))
        continue;
      /* "from 2016 to 2018", "of 2016": a base only behind a change. */
      return strcmp (word->value, "always") == 0 || (!is_own && after_change && period->first_token - end <= 9);
    }
  return FALSE;
}

/*
 * tl_figure_period_is_base:
 * @view: the sentence
 * @period: a period of it
 *
 * Returns: whether it is what a change is counted from: "compared with July 2023"
 */
gboolean
tl_figure_period_is_base (const TlTradeView *view,
                          const TlPeriod    *period)
{
  return is_base (view, period);
}

/* "from last year's $8 billion": whose amount it is stands between. */
static gboolean
is_in_owner (const TlTradeView *view,
             guint              token)
{
  for (guint i = 0; i < view->n_periods; i++)
    {
      const TlPeriod *period = &view->periods[i];

      if (token >= period->first_token && token <= period->end_token &&
          (tl_trade_view_is_word (view, period->end_token, "'s") ||
           tl_trade_view_is_word (view, period->end_token, "'")))
        return TRUE;
    }
  return FALSE;
}

/* How many words of a phrase of @group end before @token; 0 where there is none. */
static guint
words_before (const TlTradeView *view,
              TlPhrases         *group,
              guint              token)
{
  TlPhraseMatch match;

  for (guint n = PHRASE_LENGTH; n >= 1; n--)
    if (token >= view->sentence->first_token + n &&
        tl_phrases_match_at (group, view->reading->text, token - n, &match) &&
        match.end_token == token)
      return n;
  return 0;
}

/*
 * tl_figure_period_is_compared:
 * @view: the sentence
 * @token: the first token of an amount
 *
 * Returns: whether it is what another amount is compared with: "… against 55 million in 2021",
 *   "… from a revised 7.2 billion"
 */
gboolean
tl_figure_period_is_compared (const TlTradeView *view,
                              guint              token)
{
  TlPhrases *bases = TL_LEXICON_GROUP ("trade-amount-base");
  TlPhrases *between = TL_LEXICON_GROUP ("trade-amount-base-between");
  guint first = view->sentence->first_token, at = token;

  while (at > first && token - at < COMPARED_REACH)
    {
      guint n_words;

      if (words_before (view, bases, at) > 0)
        return TRUE;
      n_words = words_before (view, between, at);
      if (n_words == 0 && !is_in_owner (view, at - 1))
        return FALSE;
      at -= MAX (n_words, 1);
    }
  return FALSE;
}

/* "61 million, against 55 million in 2021": the period behind is that of the other amount. */
static gboolean
is_of_compared (const TlTradeView *view,
                TlTokenRun         anchor,
                const TlPeriod    *period)
{
  for (guint i = 0; i < view->n_amounts; i++)
    {
      const TlAmount *amount = &view->amounts[i];

      if (amount->first_token >= anchor.end && amount->end_token <= period->first_token &&
          !amount->in_brackets && tl_figure_period_is_compared (view, amount->first_token))
        return TRUE;
    }
  return FALSE;
}

/* "from $1bn in 2010 to $2bn": the year is that of the amount before it; NULL where none stands there. */
static const TlAmount *
amount_before (const TlTradeView *view,
               TlTokenRun         period)
{
  for (guint i = 0; i < view->n_amounts; i++)
    {
      const TlAmount *amount = &view->amounts[i];
      TlTokenRun run = { amount->first_token, amount->end_token };

      if (run.end <= period.first && !amount->in_brackets && tl_trade_view_gap (view, run, period) <= TAKEN_GAP)
        return amount;
    }
  return NULL;
}

/* "10% more ($3bn in May 2022)": the period in brackets is that of the amount there. */
static gboolean
is_of_aside (const TlTradeView *view,
             TlTokenRun         anchor,
             const TlPeriod    *period)
{
  for (guint i = 0; i < view->n_amounts; i++)
    {
      const TlAmount *amount = &view->amounts[i];

      if (amount->first_token > anchor.end && amount->end_token <= period->first_token &&
          period->first_token - amount->end_token < TL_TRADE_ASIDE_REACH &&
          tl_trade_join_is_dated_aside (view, amount))
        return TRUE;
    }
  return FALSE;
}

/* "… from $13 million in April, while that with Iran narrowed to": April is only compared with. */
static gboolean
is_of_counterpart (const TlTradeView *view,
                   TlTokenRun         anchor,
                   const TlPeriod    *period)
{
  TlTokenRun run = { period->first_token, period->end_token };
  const TlAmount *amount = run.end <= anchor.first ? amount_before (view, run) : NULL;

  return amount != NULL && tl_figure_period_is_compared (view, amount->first_token) &&
         tl_trade_view_has_cue (view, TL_CUE_BOUNDARY, (TlTokenRun) { run.end, anchor.first });
}

/* "the previous year's gap of $23.1bn", "last year's $8.2bn": the period of what it owns. */
static gboolean
owns_amount (const TlTradeView *view,
             TlTokenRun         anchor,
             const TlPeriod    *period)
{
  guint token = period->end_token;

  /* "the previous year of $4.8 billion" */
  if (tl_trade_view_is_word (view, token, "of") && token + 1 == anchor.first)
    return TRUE;
  if (!tl_trade_view_is_word (view, token, "'s") && !tl_trade_view_is_word (view, token, "'"))
    return FALSE;
  return token < anchor.first && anchor.first - token <= OWNED_REACH &&
         !tl_figure_amount_between (view, anchor, period);
}

/* "the 8.7% growth in the same month": "in" tells the time of the growth, and no base. */
static gboolean
is_own (const TlTradeView *view,
        const TlPeriod    *period)
{
  TlPhrases *own = TL_LEXICON_GROUP ("trade-period-own");
  guint token = period->first_token;

  while (token > view->sentence->first_token && tl_trade_view_is_word (view, token - 1, "the"))
    token--;
  return token > view->sentence->first_token && tl_phrases_match_at (own, view->reading->text, token - 1, NULL);
}

/* "A year later it came to $3 billion", "…, the following year they fell". */
static gboolean
begins_clause (const TlTradeView *view,
               const TlPeriod    *period)
{
  guint first = period->first_token;

  if (first > view->sentence->first_token && tl_trade_view_is_word (view, first - 1, "the"))
    first--;
  return first == view->sentence->first_token || tl_trade_view_is_word (view, first - 1, ",");
}

/* "In the same period last year, exports stood at $3 billion": of what follows. */
static gboolean
leads_to (const TlTradeView *view,
          TlTokenRun         anchor,
          const TlPeriod    *period)
{
  TlTokenRun run = { period->first_token, period->end_token };
  gboolean is_change;
  guint end = quantity_end_before (view, period->first_token, &is_change);

  if (begins_clause (view, period))
    end = view->sentence->first_token;
  else if (!is_own (view, period))
    return FALSE;
  return !is_base (view, period) &&
         (end == view->sentence->first_token || period->first_token > end + TAKEN_GAP) &&
         !tl_figure_amount_between (view, anchor, period) &&
         !tl_trade_view_has_cue (view, TL_CUE_BOUNDARY, (TlTokenRun) { run.end, anchor.first });
}

/* "$3.9 billion a year earlier", "$1.8 billion recorded during the same period": it is of another time. */
static gboolean
is_of_reference (const TlTradeView *view,
                 TlTokenRun         anchor,
                 const TlPeriod    *period)
{
  TlTokenRun between = { anchor.end, period->first_token };

  if (period->end_token <= anchor.first)
    return leads_to (view, anchor, period);
  if (period->first_token < anchor.end || period->first_token - anchor.end > REFERENCE_REACH)
    return FALSE;
  for (guint i = anchor.end; i < period->first_token; i++)
    if (view->tokens[i].kind != TL_TOKEN_WORD)
      return FALSE;
  if (tl_trade_view_has_cue (view, TL_CUE_BOUNDARY, between) || tl_trade_view_has_cue (view, TL_CUE_FLOW, between))
    return FALSE;               /* of what is said next */
  return !is_base (view, period);
}

/* "In 2020, with … , exports fell to": it stands at the beginning of the clause. */
static gboolean
leads_clause (const TlTradeView *view,
              TlTokenRun         anchor,
              const TlPeriod    *period)
{
  TlTokenRun clause = tl_trade_view_clause (view, anchor.first);

  return period->first_token <= view->sentence->first_token + 2 && period->end_token <= anchor.first &&
         clause.first <= period->first_token;
}

/* "… was $3bn, in 2020 $2bn": the period behind leads to the next amount. */
static gboolean
leads_to_next (const TlTradeView *view,
               TlTokenRun         anchor,
               const TlPeriod    *period)
{
  guint first = period->first_token;

  if (first <= anchor.end)
    return FALSE;
  while (first > anchor.end && view->tokens[first - 1].kind == TL_TOKEN_WORD &&
         !tl_trade_view_is_word (view, first - 1, "and"))
    first--;
  if (period->first_token - first > NEXT_LEAD || first == anchor.end)
    return FALSE;
  for (guint token = period->end_token; token < MIN (period->end_token + NEXT_REACH, view->sentence->end_token);
       token++)
    {
      if (view->tokens[token].kind == TL_TOKEN_NUMBER || view->tokens[token].kind == TL_TOKEN_SYMBOL)
        return !tl_trade_view_in_group (view, token + 1, "percent", NULL);
      if (view->tokens[token].kind != TL_TOKEN_WORD && !tl_trade_view_is_word (view, token, "–"))
        return FALSE;
    }
  return FALSE;
}

/*
 * tl_figure_period_find:
 * @view: the sentence
 * @anchor: the amount or the change
 * @is_amount: whether it is an amount
 *
 * Returns: (nullable): the period in the sentence that it is stated for
 */
const TlPeriod *
tl_figure_period_find (const TlTradeView *view,
                       TlTokenRun         anchor,
                       gboolean           is_amount)
{
  const TlPeriod *best = NULL;
  guint best_gap = MAX_GAP;

  for (guint i = 0; i < view->n_periods; i++)
    {
      const TlPeriod *period = &view->periods[i];
      TlTokenRun run = { period->first_token, period->end_token };
      guint gap = tl_trade_view_gap (view, anchor, run);

      if (!tl_figure_period_is_trade (period) || is_of_compared (view, anchor, period) ||
          is_of_counterpart (view, anchor, period) || is_of_aside (view, anchor, period) ||
          tl_figure_period_is_occasion (view, anchor, period) || leads_to_next (view, anchor, period) ||
          (!is_amount && tl_figure_period_is_since (view, period)))
        continue;
      if (owns_amount (view, anchor, period))
        return period;
      if (period->unit == TL_PERIOD_REFERENCE
            ? !is_of_reference (view, anchor, period) || (!is_amount && !is_own (view, period))
            : is_base (view, period))
        continue;
      if (leads_clause (view, anchor, period))
        gap = MIN (gap, LEADING_GAP);
      if (tl_figure_amount_between (view, anchor, period))
        gap += AMOUNT_COST;
      else if (run.end <= anchor.first && amount_before (view, run) != NULL)
        gap += TAKEN_COST;
      if (run.first >= anchor.end && gap > 0)
        gap--;                  /* as near before as behind: behind it is */
      if (gap < best_gap && (run.first < anchor.end || gap <= MAX_GAP_BEHIND))
        {
          best = period;
          best_gap = gap;
        }
    }
  return best;
}
