/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-claim.h"
#include "tl-offsets.h"

G_BEGIN_DECLS

/**
 * TlArticleParts:
 * @uri: (nullable): the file that it was read from
 * @part: (nullable): which part of that file
 * @text: the text
 * @story: the byte of @text that the story begins at
 * @title: (nullable): the headline
 * @publisher: (nullable): who published it
 * @author: (nullable): who wrote it
 * @url: (nullable): its address in the web
 * @language: (nullable): ISO 639-1 code
 * @published: the day it was published, or as much of it as is known
 * @provenance: for each fact where it comes from
 * @figures: (element-type TlFigure): its trade figures
 * @dismissed: (nullable) (element-type TlFigure): those that a person dismissed
 * @entities: (element-type TlEntity): its people, organisations, places and events
 * @amounts: (element-type TlAmount): its amounts of money
 * @dates: (element-type TlPeriod): its dates and periods
 *
 * What an article is made of; everything is owned.
 */
typedef struct
{
  char         *uri;
  char         *part;
  char         *text;
  gsize         story;
  char         *title;
  char         *publisher;
  char         *author;
  char         *url;
  char         *language;
  TlDate        published;
  TlProvenance  provenance[TL_N_FACTS];
  GPtrArray    *figures;
  GPtrArray    *dismissed;
  GPtrArray    *entities;
  GArray       *amounts;
  GArray       *dates;
} TlArticleParts;

/**
 * TlArticleReader:
 * @published: as for tl_article_read()
 * @func: whom the articles go to
 * @user_data: for @func
 * @cancellable: (nullable): to give up
 *
 * Reads documents as they come.
 */
typedef struct
{
  TlDate        published;
  TlArticleFunc func;
  gpointer      user_data;
  GCancellable *cancellable;
} TlArticleReader;

gboolean   tl_article_reader_read (const TlDocumentNews *news,
                                   gpointer              user_data);
gboolean   tl_article_reader_load (GFile                *file,
                                   const TlClaim        *claim,
                                   TlDate                published,
                                   GCancellable         *cancellable,
                                   TlArticleFunc         func,
                                   gpointer              user_data,
                                   GError              **error);
void       tl_article_parts_clear (TlArticleParts *parts);
TlArticle *tl_article_new         (TlArticleParts *parts);

/* tl-article-json.c */
void       tl_article_append_figure (GString            *json,
                                   const char           *text,
                                   TlOffsets            *offsets,
                                   TlFigure             *figure,
                                   gboolean              is_explained);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlArticleParts, tl_article_parts_clear)

G_END_DECLS
