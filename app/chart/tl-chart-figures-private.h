/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-chart-export-private.h"
#include "tl-chart-choice.h"

G_BEGIN_DECLS

/* The parts of the JSON that a picture carries. */

/* tl-chart-figures-official.c */
void       tl_chart_add_officials   (GPtrArray   *officials,
                                     JsonBuilder *builder);
GPtrArray *tl_chart_parse_officials (JsonObject *object,
                                     TlSeries   *series);

/* The rules of a series, with what they point to. */
typedef struct
{
  TlSeriesRules rules;
  char          currency[4];
  TlRates      *rates;          /* owned, or NULL */
} TlChartRules;

/* tl-chart-figures-rules.c */
void       tl_chart_add_rules       (TlSeries      *series,
                                     JsonBuilder   *builder);
gboolean   tl_chart_parse_rules     (JsonObject    *object,
                                     TlChartRules  *self,
                                     GError       **error);
void       tl_chart_rules_clear     (TlChartRules  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlChartRules, tl_chart_rules_clear)

G_END_DECLS
