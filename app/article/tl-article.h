/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-amount.h"
#include "tl-document.h"
#include "tl-fetch.h"
#include "tl-entity.h"
#include "tl-figure.h"
#include "tl-period.h"

G_BEGIN_DECLS

/**
 * TlArticleError:
 * @TL_ARTICLE_ERROR_JSON: it is no JSON, or not that of an article with its text
 */
typedef enum
{
  TL_ARTICLE_ERROR_JSON,
} TlArticleError;

#define TL_ARTICLE_ERROR (tl_article_error_quark ())

GQuark tl_article_error_quark (void);

/**
 * TlJsonFlags:
 * @TL_JSON_PLAIN: what was read, and no more
 * @TL_JSON_WITH_TEXT: the text, too, that the offsets count in
 * @TL_JSON_EXPLAINED: of each figure, too, why it was read so
 *
 * What the JSON of an article holds.
 */
typedef enum
{
  TL_JSON_PLAIN = 0,
  TL_JSON_WITH_TEXT = 1 << 0,
  TL_JSON_EXPLAINED = 1 << 1,
} TlJsonFlags;

/**
 * TlArticle:
 *
 * An article with all that was read from it.  Immutable, so that a worker may make
 * it and a widget may bind it.
 */
#define TL_TYPE_ARTICLE (tl_article_get_type ())
G_DECLARE_FINAL_TYPE (TlArticle, tl_article, TL, ARTICLE, GObject)

/**
 * TlArticleNews:
 * @article: (nullable): an article, where one was read
 * @part: (nullable): which part of the file it is about; %NULL for the file itself
 * @failure: (nullable): why this part could not be read, where it could not
 * @progress: which part of the file was read by now, 0 to 1, where its reader knows
 * @official: (nullable) (element-type TlOfficialValue): what a table of trade statistics says,
 *   where it is one; only of tl_articles_load_with_tables()
 *
 * What tl_articles_load() tells while it reads.
 */
typedef struct
{
  TlArticle    *article;
  const char   *part;
  const GError *failure;
  double        progress;
  GArray       *official;
} TlArticleNews;

/**
 * TlArticleFunc:
 * @news: what was read, or could not be; the caller's
 * @user_data: what was given
 *
 * Returns: whether to go on
 */
typedef gboolean (*TlArticleFunc) (const TlArticleNews *news,
                                   gpointer             user_data);

gboolean       tl_articles_load           (GFile         *file,
                                           TlDate         published,
                                           GCancellable  *cancellable,
                                           TlArticleFunc  func,
                                           gpointer       user_data,
                                           GError       **error);
int            tl_articles_serve          (void);
gboolean       tl_articles_load_with_tables (GFile         *file,
                                             TlDate         published,
                                             GCancellable  *cancellable,
                                             TlArticleFunc  func,
                                             gpointer       user_data,
                                             GError       **error);
gboolean       tl_articles_fetch          (const char           *uri,
                                           const TlFetchRules   *rules,
                                           TlFetchProgressFunc   progress,
                                           gpointer              progress_data,
                                           GCancellable         *cancellable,
                                           TlArticleFunc         func,
                                           gpointer              user_data,
                                           GError              **error);
TlArticle     *tl_article_read            (TlDocument    *document,
                                           TlDate         published);
TlArticle     *tl_article_load            (GFile         *file,
                                           TlDate         published,
                                           GCancellable  *cancellable,
                                           GError       **error);
TlArticle     *tl_article_read_again      (TlArticle     *self,
                                           const char *const *corrections);
TlArticle     *tl_article_new_with_entities (TlArticle     *self,
                                             GPtrArray     *entities);
TlArticle     *tl_article_new_with_figures (TlArticle      *self,
                                             GPtrArray      *figures,
                                             GPtrArray      *dismissed);
const char    *tl_article_get_uri         (TlArticle     *self);
const char    *tl_article_get_part        (TlArticle     *self);
const char    *tl_article_get_text        (TlArticle     *self);
gsize          tl_article_get_story       (TlArticle     *self);
const char    *tl_article_get_title       (TlArticle     *self);
char          *tl_article_dup_display_title (TlArticle   *self);
const char    *tl_article_get_publisher   (TlArticle     *self);
const char    *tl_article_get_author      (TlArticle     *self);
const char    *tl_article_get_url         (TlArticle     *self);
const char    *tl_article_get_language    (TlArticle     *self);
TlDate         tl_article_get_published   (TlArticle     *self);
TlProvenance   tl_article_get_provenance  (TlArticle     *self,
                                           TlFact         fact);
GPtrArray     *tl_article_get_figures     (TlArticle     *self);
GPtrArray     *tl_article_get_dismissed   (TlArticle     *self);
GPtrArray     *tl_article_get_entities    (TlArticle     *self);
GArray        *tl_article_get_amounts     (TlArticle     *self);
GArray        *tl_article_get_dates       (TlArticle     *self);

/* tl-article-json.c: what `tradelines extract` prints, and what the library keeps */
void           tl_article_append_json     (TlArticle     *self,
                                           const char    *file,
                                           TlJsonFlags    flags,
                                           GString       *json);
TlArticle     *tl_article_new_from_json   (const char    *json,
                                           GError       **error);

G_END_DECLS
