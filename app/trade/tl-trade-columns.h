/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

/* Private to this folder. */
const TlCue    *tl_trade_columns_find_flow   (const TlTradeView *view,
                                              guint              amount);
const TlPeriod *tl_trade_columns_find_period (const TlTradeView *view,
                                              guint              token);
const TlPeriod *tl_trade_columns_find_row_period (const TlTradeView *view,
                                                  guint              index,
                                                  guint              length);

const TlCue *tl_trade_columns_find_flow_of_change (const TlTradeView *view,
                                                   guint              change);

G_END_DECLS
