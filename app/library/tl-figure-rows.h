/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-figure.h"

G_BEGIN_DECLS

gboolean   tl_figure_rows_add      (TlDatabase   *database,
                                    gint64        article_id,
                                    GPtrArray    *figures,
                                    GError      **error);
GPtrArray *tl_figure_rows_get_pair (TlDatabase   *database,
                                    const char   *partner,
                                    const char   *other,
                                    GError      **error);
gboolean   tl_figure_rows_find_articles (TlDatabase  *database,
                                         const char  *partner,
                                         const char  *other,
                                         GArray      *ids,
                                         GError     **error);
GPtrArray *tl_figure_rows_get_article (TlDatabase         *database,
                                       gint64              article_id,
                                       const char *const  *partners,
                                       GError            **error);

G_END_DECLS
