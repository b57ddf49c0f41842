/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/* Private to the finding of drafts. */
const TlCue *tl_trade_flow_find           (const TlTradeView *view,
                                           TlTokenRun         anchor,
                                           guint              reach,
                                           TlContinues        continues,
                                           gboolean          *is_blocked);
const TlCue *tl_trade_flow_find_both_ways (const TlTradeView *view,
                                           const TlCue       *cue);

G_END_DECLS
