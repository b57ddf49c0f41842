/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-entity-index.h"
#include "tl-figure-finder.h"
#include "tl-gazetteer.h"
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
                                     GArray            *cues,
                                     GArray            *changes,
                                     guint              sentence);
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
gboolean     tl_trade_view_find_phrase (const TlTradeView *view,
                                        const char        *group,
                                        TlSpan            *span);
gboolean     tl_trade_view_has_phrase (const TlTradeView *view,
                                       const char        *group);
gboolean     tl_trade_view_is_word  (const TlTradeView *view,
                                     guint              token,
                                     const char        *word);
gboolean     tl_trade_view_in_group (const TlTradeView *view,
                                     guint              token,
                                     const char        *group,
                                     guint             *end);
const TlCue *tl_trade_view_next_cue (const TlTradeView *view,
                                     TlCueKind          kind,
                                     guint             *position);

static inline gboolean
tl_token_run_contains (TlTokenRun run,
                       guint      token)
{
  return run.first <= token && token < run.end;
}

G_END_DECLS
