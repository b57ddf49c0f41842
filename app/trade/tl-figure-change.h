/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

void tl_figure_change_set (const TlTradeView  *view,
                           const TlTradeDraft *draft,
                           GArray             *drafts,
                           const TlFigureData *base,
                           TlFigureData       *data);

G_END_DECLS
