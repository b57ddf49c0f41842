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
  const TlChange *change;
  const TlCue    *cue;          /* NULL when the sentence names no flow and goes on about the one before */
  int             from;         /* index of the draft that it rose or fell from, or -1 */
} TlTradeDraft;

GArray *tl_trade_drafts_find (const TlTradeView *view,
                              gboolean           may_continue);

G_END_DECLS
