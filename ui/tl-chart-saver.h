/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-export.h"

G_BEGIN_DECLS

void   tl_chart_save_async  (GtkWindow            *parent,
                             TlChart              *chart,
                             const TlChartPicture *picture,
                             const char           *name,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
void   tl_chart_save_to_async (TlChart              *chart,
                               const TlChartPicture *picture,
                               GFile                *file,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
GFile *tl_chart_save_finish (GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
