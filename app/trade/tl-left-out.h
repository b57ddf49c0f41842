/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-series.h"

G_BEGIN_DECLS

/**
 * TlLeftOut:
 * @TL_LEFT_OUT_OTHER_TRADE: it is of the trade of others
 * @TL_LEFT_OUT_SCOPE: it is of a region, of a group of countries or of some goods only
 * @TL_LEFT_OUT_FLOW: it is of another flow
 * @TL_LEFT_OUT_NO_AMOUNT: it says how much more or less it was, but not how much
 * @TL_LEFT_OUT_NO_CURRENCY: it names no currency
 * @TL_LEFT_OUT_NO_PERIOD: it says of no period that it was then
 * @TL_LEFT_OUT_IMPOSSIBLE: its amount or period is none that can be drawn
 * @TL_LEFT_OUT_UNCONFIRMED: nobody has checked it, and only what is checked is wanted
 * @TL_LEFT_OUT_CURRENCY: it is in another currency, for which there is no rate
 * @TL_LEFT_OUT_KIND: it is of a kind that is not shown
 * @TL_LEFT_OUT_YEARS: it is of years that are not shown
 *
 * Why a report is in no point of a series.
 */
typedef enum
{
  TL_LEFT_OUT_OTHER_TRADE,
  TL_LEFT_OUT_SCOPE,
  TL_LEFT_OUT_FLOW,
  TL_LEFT_OUT_NO_AMOUNT,
  TL_LEFT_OUT_NO_CURRENCY,
  TL_LEFT_OUT_NO_PERIOD,
  TL_LEFT_OUT_IMPOSSIBLE,
  TL_LEFT_OUT_UNCONFIRMED,
  TL_LEFT_OUT_CURRENCY,
  TL_LEFT_OUT_KIND,
  TL_LEFT_OUT_YEARS,
} TlLeftOut;

TlLeftOut tl_series_find_left_out (TlSeries *series,
                                   TlReport *report);
char     *tl_left_out_dup_label   (TlLeftOut reason,
                                   TlReport *report);

G_END_DECLS
