/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-chart-wishes.h"
#include "tl-series.h"

G_BEGIN_DECLS

#define TL_TYPE_WISH_POPOVER (tl_wish_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlWishPopover, tl_wish_popover, TL, WISH_POPOVER, GtkPopover)

void tl_wish_popover_set_wishes (TlWishPopover *self,
                                 TlChartWishes *wishes);
void tl_wish_popover_set_series (TlWishPopover *self,
                                 TlSeries      *series);

G_END_DECLS
