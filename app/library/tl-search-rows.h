/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-search-words.h"

G_BEGIN_DECLS

gboolean tl_search_rows_add      (TlDatabase           *database,
                                  gint64                article_id,
                                  const TlSearchWords  *words,
                                  GError              **error);
gboolean tl_search_rows_update   (TlDatabase           *database,
                                  gint64                article_id,
                                  TlArticle            *article,
                                  GError              **error);
gboolean tl_search_rows_remove   (TlDatabase           *database,
                                  gint64                article_id,
                                  const char           *text,
                                  GError              **error);
gboolean tl_search_rows_make_again (TlDatabase         *database,
                                    GError            **error);
gboolean tl_search_rows_catch_up (TlDatabase           *database,
                                  guint                 n_articles,
                                  gboolean             *at_end,
                                  GError              **error);

G_END_DECLS
