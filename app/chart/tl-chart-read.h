/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-export.h"

G_BEGIN_DECLS

/**
 * TlChartReading:
 * @chart: what the picture's figures say
 * @picture: how it was drawn
 * @is_as_drawn: whether these figures, drawn so, give this very file.  If not it was changed,
 *   or drawn with other fonts, in another language or by another version
 * @n_figures: how many figures it shows, in the plot and beside it
 * @n_unproven: how many of them have a number that their own sentence does not have
 *
 * A chart that was read from its picture.  It is as trustworthy as who sent it: quotes may be
 * invented.
 */
typedef struct
{
  TlChart       *chart;
  TlChartPicture picture;
  gboolean       is_as_drawn;
  guint          n_figures;
  guint          n_unproven;
} TlChartReading;

gboolean        tl_chart_is_picture   (GFile           *file);
gboolean        tl_chart_is_in_picture (GFile          *file);
TlChartReading *tl_chart_read         (GBytes          *png,
                                       GError         **error);
TlChartReading *tl_chart_read_file    (GFile           *file,
                                       GCancellable    *cancellable,
                                       GError         **error);
void            tl_chart_reading_free (TlChartReading  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChartReading, tl_chart_reading_free)

G_END_DECLS
