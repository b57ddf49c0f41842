/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-chart-painter.h"

G_BEGIN_DECLS

/**
 * TlChartError:
 * @TL_CHART_ERROR_SIZE: the picture would have no pixels, or more than can be drawn
 * @TL_CHART_ERROR_FAILED: drawing or encoding failed, for want of memory most likely
 */
typedef enum
{
  TL_CHART_ERROR_SIZE,
  TL_CHART_ERROR_FAILED,
} TlChartError;

#define TL_CHART_ERROR (tl_chart_error_quark ())

GQuark   tl_chart_error_quark   (void);
GBytes  *tl_chart_export_to_png (TlSeries      *series,
                                 double         width,
                                 double         height,
                                 double         scale,
                                 GError       **error);
gboolean tl_chart_export_png    (TlSeries      *series,
                                 double         width,
                                 double         height,
                                 double         scale,
                                 GFile         *file,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
