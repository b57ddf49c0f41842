/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart.h"

G_BEGIN_DECLS

TlChart *tl_guide_example_new (void);

G_END_DECLS
