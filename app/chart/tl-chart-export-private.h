/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-export.h"

G_BEGIN_DECLS

/* tl-chart-export-png.c */
GBytes *tl_chart_make_png (TlChartScene          *scene,
                           const TlChartPicture  *picture,
                           GError               **error);

/* tl-chart-export-data.c */
GBytes *tl_chart_make_csv (TlChart               *chart);
GBytes *tl_chart_make_json (TlChart              *chart);

/* tl-chart-figures.c */
#define TL_FIGURES_FORMAT  "tradelines-chart"
#define TL_FIGURES_VERSION 1
#define TL_FIGURES_VERSION_SEVERAL 2
char   *tl_chart_dup_figures (TlChart              *chart,
                              const TlChartPicture *picture);

/* tl-chart-figures-read.c */
TlChart *tl_chart_parse_figures (const char      *json,
                                 TlChartPicture  *picture,
                                 GError         **error);

/* tl-chart-xmp.c */
char   *tl_chart_dup_xmp     (TlChartScene         *scene,
                              const char           *sources);

/* tl-chart-export-paper.c */
char   *tl_chart_dup_newest_date (GPtrArray *reports);
GBytes *tl_chart_make_svg (TlChartScene          *scene,
                           const TlChartPicture  *picture);
GBytes *tl_chart_make_pdf (TlChartScene          *scene,
                           const TlChartPicture  *picture,
                           GError               **error);

G_END_DECLS
