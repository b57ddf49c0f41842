/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LongArticles LongArticles;

LongArticles *long_articles_new   (const char * const *folders);
void          long_articles_free  (LongArticles       *self);
char         *long_articles_make  (LongArticles       *self,
                                   gsize               length,
                                   guint32             seed);

guint         hostile_get_n       (void);
const char   *hostile_get_name    (guint               shape);
char         *hostile_make        (LongArticles       *articles,
                                   guint               shape,
                                   gsize               length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LongArticles, long_articles_free)

G_END_DECLS
