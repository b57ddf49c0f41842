/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-chart-painter.h"

G_BEGIN_DECLS

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
