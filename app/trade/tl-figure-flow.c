/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which flow a figure is of, and between whom: what its sentence says, or else what was
 * said before.
 */

#include "tl-figure-flow.h"

#include "tl-figure-status.h"
#include "tl-lexicon.h"
#include "tl-partners-list.h"
#include "tl-party.h"

#include <string.h>

/* How far behind "the balance" it may be said that it is negative. */
#define BALANCE_REACH 12

/* Puts the two in the order that the flow wants, see TlFlow. */
static void
set_partners (const TlTradeView *view,
              int                flow_word,
              const TlSide      *owner,
              const TlSide      *other,
              TlFigureData      *data)
{
  gboolean swap = FALSE;

  switch ((TlFlowWord) flow_word)
    {
    case TL_FLOW_WORD_TURNOVER:
      data->flow = TL_FLOW_TURNOVER;
      swap = strcmp (owner->code, other->code) > 0;
      break;
    case TL_FLOW_WORD_EXPORTS:
    case TL_FLOW_WORD_REVERSE:
      data->flow = TL_FLOW_EXPORTS;
      break;
    case TL_FLOW_WORD_IMPORTS:
      data->flow = TL_FLOW_EXPORTS;
      swap = TRUE;
      break;
    case TL_FLOW_WORD_SURPLUS:
      data->flow = TL_FLOW_BALANCE;
      break;
    case TL_FLOW_WORD_DEFICIT:
      data->flow = TL_FLOW_BALANCE;
      swap = TRUE;
      break;
    default:
      g_assert_not_reached ();
    }
  g_strlcpy (data->partners[swap ? 1 : 0], owner->code, TL_PARTNER_SIZE);
  g_strlcpy (data->partners[swap ? 0 : 1], other->code, TL_PARTNER_SIZE);
  tl_side_explain (owner, view->sentence->span, swap ? TL_FIELD_SECOND_PARTNER : TL_FIELD_FIRST_PARTNER, &data->why);
  tl_side_explain (other, view->sentence->span, swap ? TL_FIELD_FIRST_PARTNER : TL_FIELD_SECOND_PARTNER, &data->why);
}

/* In a sentence that names no flow: both directions together. */
static gboolean
says_total (const TlTradeView *view,
            TlSpan            *span)
{
  return tl_trade_view_find_phrase (view, "trade-total", span);
}

/*
 * "Vojvodina's trade with Slovenia", "Lukoil's exports": a place that the gazetteer does not
 * know owns its trade in its own name; what a company or a person sells is no country's.
 */
static gboolean
put_named_owner (TlPartnersContext *partners,
                 const TlTradeView *view,
                 const TlCue       *cue,
                 TlSide            *owner)
{
  TlSpan span;
  TlEntity *entity = tl_party_find_named_owner (view, cue, &span);

  if (tl_party_is_company (view, cue))
    return FALSE;
  if (entity == NULL)
    return TRUE;
  if (tl_entity_get_entity_type (entity) != TL_ENTITY_PLACE)
    return FALSE;
  tl_side_set (owner, tl_entity_get_name (entity), TL_HOW_STATED, span);
  partners->last[0] = *owner;
  return TRUE;
}

/* Whether an adjective says whose goods they are. */
static gboolean
is_owned (const TlTradeView *view,
          const TlCue       *cue)
{
  for (guint i = 0; i < view->n_places; i++)
    if (view->places[i].end_token == cue->first_token && view->places[i].place->form == TL_NAME_ADJECTIVE)
      return TRUE;
  return FALSE;
}

/*
 * tl_figure_flow_take:
 * @other: a figure
 * @view: the sentence
 * @data: (inout): another one
 *
 * Gives a figure the flow and the partners of another that it goes on about, or is compared with.
 */
void
tl_figure_flow_take (const TlFigureData *other,
                     const TlTradeView  *view,
                     TlFigureData       *data)
{
  static const TlField fields[] = { TL_FIELD_FLOW, TL_FIELD_FIRST_PARTNER, TL_FIELD_SECOND_PARTNER };

  data->flow = other->flow;
  memcpy (data->partners, other->partners, sizeof data->partners);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tl_why_carry (&data->why, fields[i], &other->why, fields[i], view->sentence->span);
}

/* "In the opposite direction": the exports before, the other way; FALSE where there are none. */
static gboolean
reverse_last (const TlDiscourse *discourse,
              const TlTradeView *view,
              const TlCue       *cue,
              TlFigureData      *data)
{
  const TlFigureData *last = &discourse->last;
  TlSpan sentence = view->sentence->span;

  if (!discourse->has_last || last->flow != TL_FLOW_EXPORTS)
    return FALSE;
  data->flow = TL_FLOW_EXPORTS;
  memcpy (data->partners[0], last->partners[1], TL_PARTNER_SIZE);
  memcpy (data->partners[1], last->partners[0], TL_PARTNER_SIZE);
  tl_why_add (&data->why, TL_FIELD_FLOW, TL_HOW_STATED, tl_trade_view_cue_span (view, cue));
  tl_why_carry (&data->why, TL_FIELD_FIRST_PARTNER, &last->why, TL_FIELD_SECOND_PARTNER, sentence);
  tl_why_carry (&data->why, TL_FIELD_SECOND_PARTNER, &last->why, TL_FIELD_FIRST_PARTNER, sentence);
  return TRUE;
}

/* Why it is this flow, for a flow that the sentence, or the talk before it, names. */
static void
explain_flow (const TlDiscourse  *discourse,
              const TlTradeView  *view,
              const TlTradeDraft *draft,
              const TlCue        *cue,
              TlSpan              total,
              TlFigureData       *data)
{
  gboolean is_mirrored = cue->value == TL_FLOW_WORD_IMPORTS || cue->value == TL_FLOW_WORD_DEFICIT;

  if (draft->cue != NULL)
    tl_why_add (&data->why, TL_FIELD_FLOW, is_mirrored ? TL_HOW_MIRRORED : TL_HOW_STATED,
                tl_trade_view_cue_span (view, draft->cue));
  else if (!tl_span_is_empty (total))
    tl_why_add (&data->why, TL_FIELD_FLOW, TL_HOW_STATED, total);
  else
    tl_why_add (&data->why, TL_FIELD_FLOW, discourse->topic_how, discourse->topic);
  if (draft->both != NULL)
    tl_why_add (&data->why, TL_FIELD_FLOW, TL_HOW_STATED, tl_trade_view_cue_span (view, draft->both));
}

/* "the trade balance was negative at $3bn", "the balance came to -$3bn": it is a deficit. */
static gboolean
is_below_zero (const TlTradeView  *view,
               const TlTradeDraft *draft,
               const TlCue        *cue)
{
  TlPhrases *words = TL_LEXICON_GROUP ("balance-negative");

  if (draft->cue == NULL || cue->value != TL_FLOW_WORD_SURPLUS || cue->end_token > draft->anchor.first ||
      draft->anchor.first - cue->end_token > BALANCE_REACH)
    return FALSE;
  for (guint i = cue->end_token; i < draft->anchor.end; i++)
    if (tl_phrases_match_at (words, view->reading->text, i, NULL))
      return TRUE;
  /* "stood at $3bn in deficit" */
  if (tl_trade_view_is_word (view, draft->anchor.end, "in") &&
      tl_phrases_match_at (words, view->reading->text, draft->anchor.end + 1, NULL))
    return TRUE;
  return draft->amount != NULL && draft->amount->value < 0;
}

/*
 * "Trade came to $3bn, exports to $2bn.  We will reach $4bn": what is to come and more than both
 * ways together is both ways; NULL where it may be the flow before.
 */
static const TlFigureData *
find_hoped_turnover (const TlDiscourse  *discourse,
                     const TlTradeView  *view,
                     const TlTradeDraft *draft)
{
  const TlFigureData *last = &discourse->last, *turnover = &discourse->turnover;
  TlSpan span;

  if (!discourse->has_turnover || last->flow != TL_FLOW_EXPORTS || draft->amount == NULL ||
      draft->amount->value <= turnover->value || !g_str_equal (draft->amount->currency, turnover->currency) ||
      tl_figure_status_find (view, draft->anchor, &span) == TL_STATUS_REPORTED)
    return NULL;
  for (guint i = 0; i < 2; i++)
    if (!g_str_equal (turnover->partners[i], last->partners[0]) &&
        !g_str_equal (turnover->partners[i], last->partners[1]))
      return NULL;
  return turnover;
}

/*
 * tl_figure_flow_set:
 * @partners: what the article said of partners before; what is found is remembered
 * @discourse: what the sentences before leave to this one
 * @view: the sentence
 * @draft: the figure in the making
 * @cue: (inout): its flow, or the one before where the sentence names none
 * @data: (inout): the figure
 *
 * Sets the flow and the partners.
 *
 * Returns: whether it is somebody's trade
 */
gboolean
tl_figure_flow_set (TlPartnersContext  *partners,
                    const TlDiscourse  *discourse,
                    const TlTradeView  *view,
                    const TlTradeDraft *draft,
                    TlCue              *cue,
                    TlFigureData       *data)
{
  TlSpan total = { 0, 0 };
  gboolean is_total = draft->cue == NULL && says_total (view, &total);
  TlSide owner, other;

  if (draft->both != NULL || is_total)
    cue->value = TL_FLOW_WORD_TURNOVER;
  if (is_below_zero (view, draft, cue))
    cue->value = TL_FLOW_WORD_DEFICIT;
  /* "Chilean goods for $3bn went the other way" */
  if (cue->is_weak && cue->value == TL_FLOW_WORD_TURNOVER && is_owned (view, cue))
    cue->value = TL_FLOW_WORD_EXPORTS;
  if (draft->cue == NULL && tl_partners_find_direction (partners, view, &owner, &other))
    {
      cue->value = TL_FLOW_WORD_EXPORTS;
      total = (TlSpan) { owner.span.start, other.span.end };
    }
  else if (draft->cue == NULL && discourse->has_last && !is_total &&
           tl_partners_list_continue (partners, view, draft, cue, &discourse->last, &owner, &other))
    {
      is_total = FALSE;         /* the flow is that of the sentence before, the partners are new */
    }
  else if (draft->cue == NULL && discourse->has_last && !is_total)
    {
      const TlFigureData *turnover = find_hoped_turnover (discourse, view, draft);

      tl_figure_flow_take (turnover != NULL ? turnover : &discourse->last, view, data);
      return TRUE;
    }
  else if (cue->value == TL_FLOW_WORD_REVERSE)
    {
      return reverse_last (discourse, view, cue, data);
    }
  else if (!tl_partners_resolve (partners, view, cue, draft, &owner, &other) ||
           !put_named_owner (partners, view, cue, &owner))
    {
      return FALSE;
    }
  set_partners (view, cue->value, &owner, &other, data);
  explain_flow (discourse, view, draft, cue, total, data);
  return TRUE;
}
