/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-chart-read.h"

G_BEGIN_DECLS

#define TL_TYPE_PICTURE_WINDOW (tl_picture_window_get_type ())
G_DECLARE_FINAL_TYPE (TlPictureWindow, tl_picture_window, TL, PICTURE_WINDOW, AdwApplicationWindow)

TlPictureWindow *tl_picture_window_new (GtkApplication       *application,
                                        GFile                *file,
                                        const TlChartReading *reading);

G_END_DECLS
