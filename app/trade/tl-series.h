/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-series-rules.h"

G_BEGIN_DECLS

/**
 * TlCurrencyCount:
 * @currency: ISO 4217
 * @n_reports: how many reports of a series are in it
 *
 * How often a currency occurs.
 */
typedef struct
{
  char  currency[4];
  guint n_reports;
} TlCurrencyCount;

/**
 * TlSeries:
 *
 * What a set of reports says of one flow between two partners in one currency, by
 * period; immutable, ordered by period.  ARCHITECTURE.md has the rules.
 */
#define TL_TYPE_SERIES (tl_series_get_type ())
G_DECLARE_FINAL_TYPE (TlSeries, tl_series, TL, SERIES, GObject)

TlSeries      *tl_series_new             (const char          *partner,
                                          const char          *other,
                                          TlFlow               flow,
                                          GPtrArray           *reports);
TlSeries      *tl_series_new_by_rules    (const char          *partner,
                                          const char          *other,
                                          TlFlow               flow,
                                          GPtrArray           *reports,
                                          const TlSeriesRules *rules);
GPtrArray     *tl_series_list_apart      (const char          *partner,
                                          const char          *other,
                                          GPtrArray           *reports,
                                          const TlSeriesRules *rules);
const char    *tl_series_get_partner     (TlSeries            *self,
                                          guint                index);
TlFlow         tl_series_get_flow        (TlSeries            *self);
TlScope        tl_series_get_scope       (TlSeries            *self);
guint          tl_series_get_kinds       (TlSeries            *self);
const TlSeriesRules *tl_series_get_rules (TlSeries            *self);
char          *tl_series_dup_scope_label (TlSeries            *self);
const char    *tl_series_get_currency    (TlSeries            *self);
GArray        *tl_series_get_currencies  (TlSeries            *self);
guint          tl_series_get_n_points    (TlSeries            *self);
const TlPoint *tl_series_get_point       (TlSeries            *self,
                                          guint                index);
GPtrArray     *tl_series_get_left_out    (TlSeries            *self);
GPtrArray     *tl_series_get_undated     (TlSeries            *self);
GPtrArray     *tl_series_get_heeded      (TlSeries            *self);

G_END_DECLS
