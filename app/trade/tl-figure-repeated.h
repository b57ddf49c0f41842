/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"

G_BEGIN_DECLS

/* Private to this folder. */
void tl_figures_time_repeated (GPtrArray *figures);
void tl_figures_drop_leads    (GPtrArray *figures);

G_END_DECLS
