/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-wishes.h"
#include "tl-library.h"
#include "tl-series.h"

G_BEGIN_DECLS

GPtrArray *tl_flow_choices_new     (TlLibrary     *library,
                                    const TlPair  *pair,
                                    TlChartWishes *wishes);
guint      tl_flow_choices_find    (GPtrArray    *choices,
                                    TlSeries     *series);
void       tl_flow_choices_fill    (GPtrArray     *choices,
                                    GtkStringList *names);
char      *tl_flow_choices_dup_name (TlSeries    *series);
gboolean   tl_flow_choices_is_same (TlSeries     *a,
                                    TlSeries     *b);

G_END_DECLS
