/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

TlStatus tl_figure_status_find (const TlTradeView *view,
                                TlTokenRun         anchor,
                                TlSpan            *why);

G_END_DECLS
