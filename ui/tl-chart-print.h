/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart.h"

G_BEGIN_DECLS

GtkPrintOperation *tl_chart_print_new (TlChart *chart);

G_END_DECLS
