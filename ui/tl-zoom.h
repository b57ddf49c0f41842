/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_ZOOM_LEAST 50
#define TL_ZOOM_MOST 300

int  tl_zoom_step     (int        percent,
                       int        step);
int  tl_zoom_nearest  (double     percent);
void tl_zoom_set      (GtkWidget *widget,
                       int        percent);
void tl_zoom_add_to   (GtkWidget *widget,
                       GObject   *zoomed);

G_END_DECLS
