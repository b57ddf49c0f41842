/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/* Private to the finding of drafts. */
/* How far behind an amount in brackets its own time may stand. */
#define TL_TRADE_ASIDE_REACH 6

guint tl_trade_join_gap (const TlTradeView  *view,
                         const TlTradeDraft *draft,
                         const TlChange     *change);

gboolean tl_trade_join_is_dated_aside (const TlTradeView *view,
                                       const TlAmount    *amount);

void  tl_trade_join_rows (const TlTradeView  *view,
                          GArray             *drafts);

G_END_DECLS
