/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/* Private to the finding of drafts. */
void tl_trade_directions_add (const TlTradeView *view,
                              TlContinues        continues,
                              GArray            *drafts);

G_END_DECLS
