/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-export.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_CONTENT (tl_chart_content_get_type ())
G_DECLARE_FINAL_TYPE (TlChartContent, tl_chart_content, TL, CHART_CONTENT, GdkContentProvider)

GdkContentProvider *tl_chart_content_new (TlChart              *chart,
                                          const TlChartPicture *picture);

G_END_DECLS
