/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-discourse.h"

G_BEGIN_DECLS

/* Private to this folder. */
void tl_figure_months_set        (const TlTradeView *view,
                                  const TlPeriod    *period,
                                  TlFigureData      *data);
void tl_figure_months_end        (const TlDiscourse *discourse,
                                  const TlTradeView *view,
                                  const TlPeriod    *period,
                                  TlFigureData      *data);
void tl_figure_months_add_listed (const TlTradeView *view,
                                  const TlPeriod    *period,
                                  TlFigureData      *data);

G_END_DECLS
