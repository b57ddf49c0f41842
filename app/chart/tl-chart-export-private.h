/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-export.h"

G_BEGIN_DECLS

/* tl-chart-export-png.c */
GBytes *tl_chart_make_png (TlChartScene          *scene,
                           const TlChartPicture  *picture,
                           GError               **error);

/* tl-chart-export-paper.c */
GBytes *tl_chart_make_svg (TlChartScene          *scene,
                           const TlChartPicture  *picture);
GBytes *tl_chart_make_pdf (TlChartScene          *scene,
                           const TlChartPicture  *picture,
                           GError               **error);

G_END_DECLS
