/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlArticleSet:
 *
 * A set of articles by their ids, a bit for each: sets of a hundred thousand are put together
 * in less time than the statements take that find them.
 */
typedef struct _TlArticleSet TlArticleSet;

TlArticleSet *tl_article_set_new       (void);
void          tl_article_set_free      (TlArticleSet       *self);
void          tl_article_set_add       (TlArticleSet       *self,
                                        gint64              id);
gboolean      tl_article_set_has       (const TlArticleSet *self,
                                        gint64              id);
void          tl_article_set_remove    (TlArticleSet       *self,
                                        gint64              id);
void          tl_article_set_intersect (TlArticleSet       *self,
                                        const TlArticleSet *other);
GArray       *tl_article_set_list      (const TlArticleSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArticleSet, tl_article_set_free)

G_END_DECLS
