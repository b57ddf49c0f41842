/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

/*
 * A figure in the making: an amount, a change or both, and the flow that governs them.
 * Private to this folder.
 */
typedef struct
{
  TlTokenRun      anchor;       /* the amount's tokens, else the change's */
  const TlAmount *amount;       /* NULL when only a change is stated */
  const TlChange *change;       /* NULL when no change in per cent or in words is stated */
  const TlCue    *cue;          /* NULL when the sentence names no flow and goes on about the one before */
  TlChangeKind    direction;    /* in which an amount went ("rose by $149bn"), else TL_CHANGE_NONE */
  TlSpan          step;         /* the words for that */
  gboolean        is_step;      /* how much more or less it became, and not how much it was */
  gboolean        is_base;      /* what another of them rose or fell from */
  gboolean        is_paired;    /* its flow was told by its place in a row of amounts */
  const TlCue    *both;         /* what makes it exports and imports together, a turnover; else NULL */
  guint           party_index;  /* which of the partners of a list it is of, where it is said of each */
  guint           n_parties;    /* how many these are; 0 and 1 where there is no such list */
  int             from;         /* index of the draft that it rose or fell from, or -1 */

  /* Set by tl_draft_places_set(): where it stands among the others. */
  TlTokenRun      extent;       /* the amount with the change beside it */
  guint32         before_end;   /* where what stands before it ends, else the sentence's start */
  guint32         behind_first; /* where what stands behind it begins, else the sentence's end */
  guint32         list_first;   /* where the first one of its flow begins */
  guint           row_index;    /* its place in a row with nothing but commas between, "5%, 7% and 9%" */
  guint           row_length;   /* how many stand in the row */
} TlTradeDraft;

/*
 * Whether a sentence that names no flow may speak of the one before.
 */
typedef enum
{
  TL_CONTINUES_NO,
  TL_CONTINUES_IF_SAID,         /* where it begins as such a sentence does ("It", "The total") */
  TL_CONTINUES_YES,
} TlContinues;

GArray *tl_trade_drafts_find (const TlTradeView *view,
                              TlContinues        continues);
void    tl_draft_places_set  (const TlTradeView *view,
                              GArray            *drafts);

G_END_DECLS
