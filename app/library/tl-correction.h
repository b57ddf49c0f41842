/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-key.h"
#include "tl-database.h"

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlMove:
 * @from: where an article stood in the list
 * @to: where it stands now; 0 where it is not in the list
 *
 * What a correction does to the list.
 */
typedef struct
{
  TlArticleKey from;
  TlArticleKey to;
} TlMove;

/* What is said of figures: the value is what tl_figure_decisions_to_json() makes. */
#define TL_CORRECTION_FIGURES "figures"

#define TL_CORRECTION_LATEST_OF(what, facts, digest) \
  "(SELECT " what " FROM correction WHERE correction.text_sha256 = " digest \
  " AND fact IN (" facts ") AND NOT is_undone ORDER BY made DESC, id DESC LIMIT 1)"

/**
 * TL_CORRECTION_IS_REVIEWED:
 * @digest: an expression in SQL: SHA-256 of a text
 * @is_decided: an expression in SQL: 1 where a person has said something of all of its figures
 *
 * An expression in SQL: 1 where a person marked the article with this text as reviewed, or has
 * gone through its figures since it was marked as one that is to be, else 0.
 */
#define TL_CORRECTION_IS_REVIEWED(digest, is_decided) \
  "(coalesce(" TL_CORRECTION_LATEST_OF ("value = '1'", "'reviewed'", digest) ", 0)" \
  " OR (" is_decided " AND " \
  TL_CORRECTION_LATEST_OF ("fact = 'figures'", "'reviewed', 'figures'", digest) "))"

gboolean   tl_correction_add        (TlDatabase    *database,
                                     gint64         article_id,
                                     TlFact         fact,
                                     const char    *value,
                                     gint64        *act,
                                     TlMove        *move,
                                     GError       **error);
gboolean   tl_correction_set_reviewed (TlDatabase  *database,
                                       gint64       article_id,
                                       gboolean     is_reviewed,
                                       gint64      *act,
                                       TlMove      *move,
                                       GError     **error);
gboolean   tl_correction_set_undone (TlDatabase    *database,
                                     gint64         act,
                                     gboolean       is_undone,
                                     gint64        *article_id,
                                     TlMove        *move,
                                     GError       **error);
gboolean   tl_correction_refresh    (TlDatabase    *database,
                                     gint64         article_id,
                                     TlMove        *move,
                                     GError       **error);
gboolean   tl_correction_keep       (TlDatabase    *database,
                                     gint64         article_id,
                                     const char    *fact,
                                     const char    *value,
                                     gint64        *act,
                                     GError       **error);
GPtrArray *tl_correction_load_figures (TlDatabase  *database,
                                       GBytes      *digest,
                                       TlArticle   *article,
                                       TlArticle  **corrected,
                                       GError     **error);
TlArticle *tl_correction_lay        (TlDatabase    *database,
                                     GBytes        *digest,
                                     TlArticle     *article,
                                     GError       **error);

G_END_DECLS
