/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-discourse.h"
#include "tl-partners.h"

G_BEGIN_DECLS

/* Private to this folder. */
void     tl_figure_flow_take (const TlFigureData *other,
                              const TlTradeView  *view,
                              TlFigureData       *data);
gboolean tl_figure_flow_set (TlPartnersContext  *partners,
                             const TlDiscourse  *discourse,
                             const TlTradeView  *view,
                             const TlTradeDraft *draft,
                             TlCue              *cue,
                             TlFigureData       *data);

G_END_DECLS
