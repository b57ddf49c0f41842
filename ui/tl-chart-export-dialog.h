/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-chart-export.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_EXPORT_DIALOG (tl_chart_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlChartExportDialog, tl_chart_export_dialog, TL, CHART_EXPORT_DIALOG, AdwWindow)

TlChartExportDialog *tl_chart_export_dialog_new  (GtkWindow            *parent,
                                                  TlChart              *chart,
                                                  GtkWidget            *view,
                                                  const TlChartPicture *drawn);
void                 tl_chart_export_dialog_save (TlChartExportDialog  *self,
                                                  GFile                *file);

G_END_DECLS
