/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-chart-export-private.h"

G_BEGIN_DECLS

/* The parts of the JSON that a picture carries. */

/* tl-chart-figures-official.c */
void       tl_chart_add_officials   (GPtrArray   *officials,
                                     JsonBuilder *builder);
GPtrArray *tl_chart_parse_officials (JsonObject *object,
                                     TlSeries   *series);

G_END_DECLS
