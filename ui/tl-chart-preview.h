/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-export.h"

G_BEGIN_DECLS

/**
 * TlChartPreview:
 * @texture: the picture, small
 * @title: what the chart shows
 * @width: the picture's width in the chart's units
 * @height: its height, which may be more than was asked for
 *
 * What a picture of a chart will look like.
 */
typedef struct
{
  GdkTexture *texture;
  char       *title;
  double      width;
  double      height;
} TlChartPreview;

void            tl_chart_preview_async  (TlChart              *chart,
                                         const TlChartPicture *picture,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
TlChartPreview *tl_chart_preview_finish (GAsyncResult         *result,
                                         GError              **error);
void            tl_chart_preview_free   (TlChartPreview       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChartPreview, tl_chart_preview_free)

G_END_DECLS
