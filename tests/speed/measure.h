/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*MeasureFunc) (gpointer data);

double measure_now        (void);
double measure_thread_now (void);
double measure_seconds    (MeasureFunc function,
                           gpointer    data);

G_END_DECLS
