/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-entity-index.h"
#include "tl-figure-finder.h"
#include "tl-gazetteer.h"
#include "tl-lexicon.h"
#include "tl-trade-cues.h"

G_BEGIN_DECLS

/*
 * A sentence with all that was found in it, as the rules of this folder see it.  The
 * arrays point into those of the reading; an item's tokens are indices of the whole text.
 */
typedef struct
{
  const TlReading    *reading;
  const TlToken      *tokens;
  const TlSentence   *sentence;
  guint               index;
  GArray             *mentions;         /* of TlEntityMention, of the whole text */

  const TlCue        *cues;
  guint               n_cues;
  const TlChange     *changes;
  guint               n_changes;
  const TlAmount     *amounts;
  guint               n_amounts;
  const TlPeriod     *periods;
  guint               n_periods;
  const TlPlaceMatch *places;
  guint               n_places;

  /* For tl_trade_view_next(): what there is in all, and what begins behind this sentence. */
  const GArray       *all_cues;
  const GArray       *all_changes;
  guint               next_cue;
  guint               next_change;
  guint               next_amount;
  guint               next_period;
  guint               next_place;
} TlTradeView;

/* A run of tokens, half-open. */
typedef struct
{
  guint32 first;
  guint32 end;
} TlTokenRun;

void         tl_trade_view_init     (TlTradeView       *view,
                                     const TlReading   *reading,
                                     GArray            *mentions,
                                     const GArray      *cues,
                                     const GArray      *changes);
gboolean     tl_trade_view_next     (TlTradeView       *view);
TlTokenRun   tl_trade_view_clause   (const TlTradeView *view,
                                     guint              token);
gboolean     tl_trade_view_same_clause (const TlTradeView *view,
                                        guint              a,
                                        guint              b);
guint        tl_trade_view_gap      (const TlTradeView *view,
                                     TlTokenRun         a,
                                     TlTokenRun         b);
const TlCue *tl_trade_view_find_cue (const TlTradeView *view,
                                     TlCueKind          kind,
                                     TlTokenRun         run);
gboolean     tl_trade_view_has_cue  (const TlTradeView *view,
                                     TlCueKind          kind,
                                     TlTokenRun         run);
TlSpan       tl_trade_view_span     (const TlTradeView *view,
                                     TlTokenRun         run);
TlSpan       tl_trade_view_cue_span (const TlTradeView *view,
                                     const TlCue       *cue);
gboolean     tl_trade_view_find_in  (const TlTradeView *view,
                                     TlPhrases         *phrases,
                                     TlSpan            *span);
const TlCue *tl_trade_view_next_cue (const TlTradeView *view,
                                     TlCueKind          kind,
                                     guint             *position);

static inline gboolean
tl_token_run_contains (TlTokenRun run,
                       guint      token)
{
  return run.first <= token && token < run.end;
}

static inline gboolean
tl_trade_view_begins (const TlTradeView *view,
                      guint              token,
                      TlPhrases         *phrases,
                      guint             *end)
{
  return view->sentence->first_token <= token && token < view->sentence->end_token &&
         tl_lexicon_match (phrases, view->reading->text, token, end) != NULL;
}

/*
 * tl_trade_view_in_group:
 * @view: a sentence
 * @token: index of a token; outside the sentence stands nothing
 * @group: a group of the lexicon, a string literal
 * @end: (out) (optional): the token behind the phrase; left alone where there is none
 *
 * Returns: whether a phrase of the group begins at the token
 */
#define tl_trade_view_in_group(view, token, group, end) \
  tl_trade_view_begins ((view), (token), TL_LEXICON_GROUP (group), (end))

/*
 * tl_trade_view_find_phrase:
 * @view: a sentence
 * @group: a group of the lexicon, a string literal
 * @span: (out) (optional): the words of the phrase; left alone where there is none
 *
 * Finds the first phrase of the group in the sentence; one whose value is "no" does not
 * count.
 *
 * Returns: whether there is one
 */
#define tl_trade_view_find_phrase(view, group, span) \
  tl_trade_view_find_in ((view), TL_LEXICON_GROUP (group), (span))

/* Whether a phrase of the group stands in the sentence, as tl_trade_view_find_phrase(). */
#define tl_trade_view_has_phrase(view, group) tl_trade_view_find_phrase ((view), group, NULL)

/*
 * tl_trade_view_is_word:
 * @view: a sentence
 * @token: index of a token; one outside the sentence equals nothing
 * @word: a word in lower case, or a sign
 *
 * Returns: whether the token is @word
 */
static inline G_ALWAYS_INLINE gboolean
tl_trade_view_is_word (const TlTradeView *view,
                       guint              token,
                       const char        *word)
{
  return token >= view->sentence->first_token && token < view->sentence->end_token &&
         tl_text_token_is (view->reading->text, token, word);
}

G_END_DECLS
