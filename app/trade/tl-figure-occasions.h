/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

/* Private to this folder. */
gboolean tl_figure_amount_between  (const TlTradeView *view,
                                    TlTokenRun         anchor,
                                    const TlPeriod    *period);
gboolean tl_figure_period_is_since (const TlTradeView *view,
                                    const TlPeriod    *period);
gboolean tl_figure_period_is_occasion (const TlTradeView *view,
                                    TlTokenRun         anchor,
                                    const TlPeriod    *period);

G_END_DECLS
