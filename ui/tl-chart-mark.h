/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_CHART_MARK (tl_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (TlChartMark, tl_chart_mark, TL, CHART_MARK, GtkWidget)

GtkWidget *tl_chart_mark_new             (guint        index);
guint      tl_chart_mark_get_index       (TlChartMark *self);
void       tl_chart_mark_set_description (TlChartMark *self,
                                          const char  *description);

G_END_DECLS
