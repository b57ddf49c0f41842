/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

const TlPeriod *tl_figure_period_find (const TlTradeView *view,
                                       TlTokenRun         anchor,
                                       gboolean           is_amount);
gboolean        tl_figure_period_is_trade (const TlPeriod *period);
gboolean        tl_figure_period_is_base     (const TlTradeView *view,
                                              const TlPeriod    *period);
gboolean        tl_figure_period_is_compared (const TlTradeView *view,
                                              guint              token);

void            tl_figure_period_explain (const TlTradeView *view,
                                          const TlPeriod    *period,
                                          TlWhy             *why);

G_END_DECLS
