/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-query.h"
#include "tl-database.h"

G_BEGIN_DECLS

void    tl_articles_find_async  (const char            *path,
                                 TlDatabase            *reader,
                                 const TlArticleQuery  *query,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data);
GArray *tl_articles_find_finish (GAsyncResult          *result,
                                 TlDatabase           **reader,
                                 gint64                *duration,
                                 GError               **error);

G_END_DECLS
