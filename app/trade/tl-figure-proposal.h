/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure-finder.h"

G_BEGIN_DECLS

TlFigure *tl_figure_propose (const TlReading *reading,
                             GPtrArray       *figures,
                             GPtrArray       *dismissed,
                             TlSpan           selection);

G_END_DECLS
