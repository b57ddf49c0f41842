/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-correction.h"
#include "tl-figure-decision.h"

G_BEGIN_DECLS

gboolean tl_figure_decide (TlDatabase  *database,
                           gint64       article_id,
                           TlVerdict    verdict,
                           GPtrArray   *on,
                           TlFigure    *figure,
                           gint64      *act,
                           TlMove      *move,
                           GError     **error);

G_END_DECLS
