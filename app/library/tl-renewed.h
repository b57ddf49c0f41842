/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlRenewal:
 * @gone: (element-type TlFigure): figures that are no longer read from the article
 * @come: (element-type TlFigure): those that are since
 * @names_gone: (element-type utf8): names that are no longer read
 * @names_come: (element-type utf8): those that are since
 *
 * What another version of the program reads otherwise in an article.  A figure of which
 * any part is another is in both lists.
 */
typedef struct
{
  GPtrArray *gone;
  GPtrArray *come;
  GPtrArray *names_gone;
  GPtrArray *names_come;
} TlRenewal;

gboolean   tl_renewed_begin  (TlDatabase   *database,
                              gint64        article_id,
                              GError      **error);
gboolean   tl_renewed_end    (TlDatabase   *database,
                              gint64        article_id,
                              TlArticle    *before,
                              TlArticle    *after,
                              gboolean     *is_renewed,
                              GError      **error);
TlRenewal *tl_renewal_load   (TlDatabase   *database,
                              gint64        article_id,
                              GError      **error);
void       tl_renewal_free   (TlRenewal    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRenewal, tl_renewal_free)

G_END_DECLS
