/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-figure.h"

G_BEGIN_DECLS

#define TL_TYPE_REVIEW_BAR (tl_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewBar, tl_review_bar, TL, REVIEW_BAR, AdwBin)

void tl_review_bar_set_figure (TlReviewBar *self,
                               gint64       article_id,
                               TlFigure    *figure);

G_END_DECLS
