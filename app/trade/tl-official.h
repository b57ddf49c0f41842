/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"

G_BEGIN_DECLS

/**
 * TlOfficialSource:
 * @TL_OFFICIAL_COMTRADE: UN Comtrade
 * @TL_OFFICIAL_DOTS: IMF, Direction of Trade Statistics
 * @TL_OFFICIAL_BACI: CEPII's BACI, which reconciles what both sides declare
 * @TL_OFFICIAL_WITS: World Integrated Trade Solution of the World Bank
 */
typedef enum
{
  TL_OFFICIAL_COMTRADE,
  TL_OFFICIAL_DOTS,
  TL_OFFICIAL_BACI,
  TL_OFFICIAL_WITS,
} TlOfficialSource;

#define TL_N_OFFICIAL_SOURCES (TL_OFFICIAL_WITS + 1)

/**
 * TlOfficialValue:
 * @source: who publishes it
 * @reporter: code of the country that declares it; of reconciled data the exporter
 * @partner: code of the country that it declares to trade with
 * @is_import: whether goods come from @partner; else they go there
 * @year: which year
 * @value: US dollars
 *
 * What one country declares of its trade with another in a year.
 */
typedef struct
{
  TlOfficialSource source;
  char             reporter[4];
  char             partner[4];
  gboolean         is_import;
  int              year;
  double           value;
} TlOfficialValue;

/**
 * TlOfficialYear:
 * @year: which year
 * @value: US dollars; of a balance, below zero for a deficit of the first partner
 */
typedef struct
{
  int    year;
  double value;
} TlOfficialYear;

/**
 * TlOfficialSeries:
 *
 * One flow between two partners by year, as one side declares it to a publisher of
 * statistics; immutable.  What the two sides declare differs, and is never mixed.
 */
#define TL_TYPE_OFFICIAL_SERIES (tl_official_series_get_type ())
G_DECLARE_FINAL_TYPE (TlOfficialSeries, tl_official_series, TL, OFFICIAL_SERIES, GObject)

GPtrArray            *tl_official_series_list          (const TlOfficialValue *values,
                                                        guint                  n_values,
                                                        const char            *partner,
                                                        const char            *other,
                                                        TlFlow                 flow);
TlOfficialSeries     *tl_official_series_new           (TlOfficialSource      source,
                                                        const char           *reporter,
                                                        const char           *partner,
                                                        const char           *other,
                                                        TlFlow                flow,
                                                        const TlOfficialYear *years,
                                                        guint                 n_years);
TlOfficialSource      tl_official_series_get_source    (TlOfficialSeries *self);
const char           *tl_official_series_get_reporter  (TlOfficialSeries *self);
const char           *tl_official_series_get_partner   (TlOfficialSeries *self,
                                                        guint             index);
TlFlow                tl_official_series_get_flow      (TlOfficialSeries *self);
const char           *tl_official_series_get_currency  (TlOfficialSeries *self);
guint                 tl_official_series_get_n_years   (TlOfficialSeries *self);
const TlOfficialYear *tl_official_series_get_year      (TlOfficialSeries *self,
                                                        guint             index);
char                 *tl_official_series_dup_name      (TlOfficialSeries *self);

const char *tl_official_source_to_string   (TlOfficialSource   source);
gboolean    tl_official_source_from_string (const char        *string,
                                            TlOfficialSource  *source);
const char *tl_official_source_get_name    (TlOfficialSource   source);

G_END_DECLS
