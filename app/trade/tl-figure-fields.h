/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

/* Private to this folder. */
TlScope  tl_figure_scope_find    (const TlFigureData *data,
                                  gboolean            is_sector);
TlSpan   tl_figure_evidence_find (const TlTradeView *view,
                                  TlSpan             quote);
void     tl_figure_amount_set    (const TlAmount *amount,
                                  TlFigureData   *data);
void     tl_figure_status_set    (const TlTradeView *view,
                                  TlTokenRun         anchor,
                                  TlFigureData      *data);
void     tl_figure_future_check  (const TlReading *reading,
                                  TlFigureData    *data);

G_END_DECLS
