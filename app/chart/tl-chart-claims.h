/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-scene.h"
#include "tl-labels.h"

G_BEGIN_DECLS

/*
 * TlClaim:
 * @kind: %TL_POINT_YEAR for what is reported of whatever period; else target or forecast
 * @value: in @currency
 * @high: the high end of a range, else NAN
 * @precision: how exact
 * @currency: ISO 4217 code
 * @series: index of its series in the chart
 * @indices: (element-type guint): of the reports that say so, in tl_series_get_undated()
 * @reports: (element-type TlReport): these, borrowed from the series
 *
 * An amount of which nobody says when it was.
 */
typedef struct
{
  TlPointKind kind;
  double      value;
  double      high;
  TlPrecision precision;
  const char *currency;
  guint       series;
  GArray     *indices;
  GPtrArray  *reports;
} TlClaim;

GPtrArray *tl_claims_list             (TlChart       *chart);
void       tl_claim_add_to_mark       (const TlClaim *self,
                                       TlMark        *mark);
char      *tl_claim_dup_value         (const TlClaim *self,
                                       TlLabelStyle   style);
char      *tl_claim_dup_description   (const TlClaim *self);
GPtrArray *tl_claims_list_reports     (GPtrArray     *claims,
                                       guint          first,
                                       guint          n);
char      *tl_claims_dup_joined       (GPtrArray     *claims,
                                       guint          first,
                                       guint          n);
char      *tl_claims_dup_note         (GPtrArray     *claims);
char      *tl_claims_dup_description  (TlSeries      *series);

G_END_DECLS
