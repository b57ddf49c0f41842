/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlReviewStop:
 * @article_id: an article
 * @n_open: how many of its figures nobody has said anything of
 *
 * An article with figures to review.
 */
typedef struct
{
  gint64 article_id;
  guint  n_open;
} TlReviewStop;

void       tl_review_find_async   (TlLibrary            *library,
                                   GArray               *article_ids,
                                   const char *const    *partners,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GArray    *tl_review_find_finish  (TlLibrary            *library,
                                   GAsyncResult         *result,
                                   GError              **error);
void       tl_review_load_async   (TlLibrary            *library,
                                   gint64                article_id,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
TlArticle *tl_review_load_finish  (TlLibrary            *library,
                                   GAsyncResult         *result,
                                   gint64               *article_id,
                                   GError              **error);

G_END_DECLS
