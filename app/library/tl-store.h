/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-article-key.h"
#include "tl-entity-desk.h"
#include "tl-search-words.h"

G_BEGIN_DECLS

gboolean   tl_store_add     (TlDatabase           *database,
                             TlEntityDesk         *desk,
                             TlArticle            *article,
                             const TlSearchWords  *words,
                             GBytes               *packed,
                             TlArticleKey         *key,
                             GError              **error);
gboolean   tl_store_add_new (TlDatabase           *database,
                             TlEntityDesk         *desk,
                             TlArticle            *article,
                             const TlSearchWords  *words,
                             GBytes               *packed,
                             GBytes               *digest,
                             TlArticleKey         *key,
                             GError              **error);
gboolean   tl_store_update  (TlDatabase    *database,
                             gint64         id,
                             TlArticle     *article,
                             TlArticleKey  *from,
                             TlArticleKey  *to,
                             GError       **error);
gboolean   tl_store_remove  (TlDatabase    *database,
                             gint64         id,
                             TlArticleKey  *key,
                             GError       **error);
gboolean   tl_store_restore (TlDatabase    *database,
                             gint64         id,
                             TlArticleKey  *key,
                             GError       **error);
gboolean   tl_store_purge   (TlDatabase    *database,
                             gint64         before,
                             GError       **error);
TlArticle *tl_store_load_read (TlDatabase  *database,
                               gint64       id,
                               GBytes     **digest,
                               GError     **error);
TlArticle *tl_store_load    (TlDatabase    *database,
                             gint64         id,
                             GError       **error);

G_END_DECLS
