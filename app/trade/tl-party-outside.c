/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Places that stand in a sentence on trade and are no partners in it: "non-EU", "US $2
 * billion", "due to a plunge in demand from China", "having overtaken Japan".
 */

#include "tl-party.h"

#include "tl-lexicon.h"

/* How far before a place "due to" may stand that makes a cause of it. */
#define CAUSE_REACH 40

/* "the South American country": one that was named before, not all of the continent. */
static gboolean
is_reference (const TlTradeView  *view,
              const TlPlaceMatch *match)
{
  return match->place->kind == TL_PLACE_BLOC && match->place->form == TL_NAME_ADJECTIVE &&
         tl_phrases_match_at (TL_LEXICON_GROUP ("party-reference"), view->reading->text,
                              match->end_token, NULL);
}

/* "countries other than Japan", "non-EU exports": it is left out. */
static gboolean
is_excepted (const TlTradeView  *view,
             const TlPlaceMatch *match)
{
  guint token = match->first_token;

  while (token > view->sentence->first_token &&
         (tl_trade_view_is_word (view, token - 1, "the") ||
          tl_trade_view_is_word (view, token - 1, "-")))
    token--;
  return token > view->sentence->first_token &&
         tl_phrases_match_at (TL_LEXICON_GROUP ("party-excepted"), view->reading->text, token - 1, NULL);
}

/*
 * tl_party_is_left_out:
 * @view: a sentence
 * @match: a place in it
 *
 * Returns: whether it is named and not meant, as in "non-EU" and "the African country"
 */
gboolean
tl_party_is_left_out (const TlTradeView  *view,
                      const TlPlaceMatch *match)
{
  return is_reference (view, match) || is_excepted (view, match);
}

/*
 * tl_party_is_currency:
 * @view: a sentence
 * @match: a place in it
 *
 * Returns: whether it is an amount's currency, as in "US $2 billion"
 */
gboolean
tl_party_is_currency (const TlTradeView  *view,
                      const TlPlaceMatch *match)
{
  for (guint i = 0; i < view->n_amounts; i++)
    if (tl_span_contains (view->amounts[i].span, match->span))
      return TRUE;
  return FALSE;
}

/*
 * tl_party_is_cause:
 * @view: a sentence
 * @cue: a flow in it
 * @match: a place in it
 *
 * Returns: whether it only tells why the flow rose or fell: "due to a plunge in demand from
 *   China"
 */
gboolean
tl_party_is_cause (const TlTradeView  *view,
                   const TlCue        *cue,
                   const TlPlaceMatch *match)
{
  TlPhrases *causes = TL_LEXICON_GROUP ("trade-cause");
  guint first = MAX (cue->end_token + CAUSE_REACH, match->first_token) - CAUSE_REACH;

  for (guint token = first; token < match->first_token; token++)
    if (tl_phrases_match_at (causes, view->reading->text, token, NULL))
      return TRUE;
  return FALSE;
}

/*
 * tl_party_is_surpassed:
 * @view: a sentence
 * @match: a place in it
 *
 * Returns: whether another is said to come before it: "having overtaken Japan"
 */
gboolean
tl_party_is_surpassed (const TlTradeView  *view,
                       const TlPlaceMatch *match)
{
  TlPhrases *words = TL_LEXICON_GROUP ("party-surpassed");
  guint before = tl_party_word_before (view, match->first_token);

  return before != G_MAXUINT &&
         (tl_phrases_match_at (words, view->reading->text, before, NULL) ||
          (before > view->sentence->first_token &&
           tl_phrases_match_at (words, view->reading->text, before - 1, NULL)));
}
