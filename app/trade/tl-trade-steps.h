/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/* Private to the finding of drafts. */
void     tl_trade_steps_resolve    (const TlTradeView  *view,
                                    GArray             *drafts);
gboolean tl_trade_steps_is_reached (const TlTradeView  *view,
                                    const TlTradeDraft *draft);

G_END_DECLS
