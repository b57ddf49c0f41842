/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/* Private to the finding of drafts. */
guint tl_trade_join_gap (const TlTradeView  *view,
                         const TlTradeDraft *draft,
                         const TlChange     *change);

void  tl_trade_join_rows (const TlTradeView  *view,
                          GArray             *drafts);

G_END_DECLS
