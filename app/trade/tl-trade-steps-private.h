/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-steps.h"

G_BEGIN_DECLS

/* Private to the readers of steps. */
int          tl_trade_step_direction_at (const TlTradeView  *view,
                                         guint               token,
                                         guint              *end);
TlChangeKind tl_trade_step_kind         (int                 direction);
guint        tl_trade_step_governor     (const TlTradeView  *view,
                                         const TlTradeDraft *draft);
void         tl_trade_step_read         (const TlTradeView  *view,
                                         const TlTradeDraft *before,
                                         TlTradeDraft       *draft);

G_END_DECLS
