/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-review-queue.h"

G_BEGIN_DECLS

#define TL_TYPE_REVIEW_PAGE (tl_review_page_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewPage, tl_review_page, TL, REVIEW_PAGE, AdwBin)

void           tl_review_page_set_queue (TlReviewPage  *self,
                                         TlReviewQueue *queue);
TlReviewQueue *tl_review_page_get_queue (TlReviewPage  *self);

G_END_DECLS
