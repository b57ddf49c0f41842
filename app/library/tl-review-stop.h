/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

/* What a person said of a figure of the queue. */
typedef enum
{
  TL_SAID_NOTHING,
  TL_SAID_CONFIRMED,
  TL_SAID_EDITED,
  TL_SAID_DISMISSED,
} TlSaid;

/* A figure of the queue. */
typedef struct
{
  TlFigure *figure;             /* owned, as it is now */
  TlSaid    said;
} TlReviewEntry;

/* An article of the queue. */
typedef struct
{
  gint64     id;
  guint      n_open;            /* as long as entries are not known */
  TlArticle *article;           /* owned; NULL while it is not loaded */
  GArray    *entries;           /* owned (element-type TlReviewEntry); NULL until it was loaded once */
  gboolean   is_loading;
  gboolean   is_stale;          /* it changed while it was loaded */
  guint      n_pending;         /* what was said and is not kept yet */
} TlReviewArticle;

void   tl_review_article_clear  (gpointer            article);
guint  tl_review_article_count  (const TlReviewArticle *self);
void   tl_review_article_list   (TlReviewArticle    *self,
                                 char *const        *partners);
int    tl_review_article_follow (TlReviewArticle    *self);
TlSaid tl_review_get_said       (TlFigure           *figure);

G_END_DECLS
