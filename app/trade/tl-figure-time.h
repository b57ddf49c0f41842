/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-discourse.h"

G_BEGIN_DECLS

/* Private to this folder. */
gboolean tl_figure_time_set       (const TlDiscourse  *discourse,
                                   const TlTradeView  *view,
                                   const TlTradeDraft *draft,
                                   GArray             *drafts,
                                   const TlFigureData *read,
                                   TlFigureData       *data);
int      tl_figure_time_find_compared (const TlTradeView  *view,
                                       GArray             *drafts,
                                       const TlTradeDraft *draft);
void     tl_figure_times_complete (TlDiscourse        *discourse,
                                   const TlTradeView  *view,
                                   GArray             *drafts,
                                   TlFigureData       *read);

G_END_DECLS
