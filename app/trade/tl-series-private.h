/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-series.h"

G_BEGIN_DECLS

/* Every change times every level of a period could be thousands in a hostile library.
 * So many different calculations of one period show already that nothing is known of it. */
#define TL_MAX_CALCULATIONS 16

/* Which trade a series is of. */
typedef struct
{
  char    partners[2][TL_PARTNER_SIZE];
  TlFlow  flow;
  TlScope scope;
} TlTrade;

/* tl-series-trade.c */
gboolean   tl_partner_is_of_country (const char    *partner,
                                     const char    *country);
gboolean   tl_partners_are_of_pair (const TlFigureData *data,
                                    const char    *partner,
                                    const char    *other);
void       tl_trade_set           (TlTrade       *self,
                                   const char    *partner,
                                   const char    *other,
                                   TlFlow         flow,
                                   TlScope        scope);
gboolean   tl_trade_includes      (const TlTrade *self,
                                   TlReport      *report);

/* tl-point.c */
TlPointKind tl_point_find_kind    (TlFigure      *figure);
TlPoint   *tl_point_new           (TlPointKind    kind,
                                   TlDate         start,
                                   TlDate         end);
TlPoint   *tl_point_new_reported  (TlReport      *report);
TlPoint   *tl_point_new_converted (TlReport      *report,
                                   double         rate);
void       tl_point_free          (TlPoint       *self);
gboolean   tl_point_says_same     (const TlPoint *self,
                                   const TlPoint *other);
void       tl_point_take_reports  (TlPoint       *self,
                                   TlPoint       *other);
void       tl_point_sort_reports  (TlPoint       *self);
int        tl_point_compare       (const TlPoint *a,
                                   const TlPoint *b);
GPtrArray *tl_points_merge        (GPtrArray     *points);

/* tl-series-left-out.c */
GPtrArray *tl_reports_without     (GPtrArray     *reports,
                                   GPtrArray     *points);

/* tl-series-currency.c */
GArray    *tl_currencies_count    (const TlTrade *trade,
                                   GPtrArray     *reports);
GArray    *tl_currencies_join     (GArray        *there,
                                   GArray        *back);

/* tl-series-calculate.c */
gboolean   tl_precision_combine   (TlPrecision    a,
                                   TlPrecision    b,
                                   TlPrecision   *result);
TlPrecision tl_precision_turn     (TlPrecision    precision);
double     tl_calculation_round   (double         value);
gboolean   tl_calculation_add     (GPtrArray     *points,
                                   TlPoint       *point);
GPtrArray *tl_points_calculate    (GPtrArray     *points,
                                   GPtrArray     *changes,
                                   const char    *currency);

/* tl-series-exports.c */
GPtrArray *tl_points_from_exports (GPtrArray     *points,
                                   const TlTrade *trade,
                                   GPtrArray     *there,
                                   GPtrArray     *back,
                                   const char    *currency);

G_END_DECLS
