/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-query.h"

G_BEGIN_DECLS

char *tl_filter_words_for_number    (guint                 number);
char *tl_filter_words_for_articles  (guint                 number);
char *tl_filter_words_for_publisher (const char           *publisher);
char *tl_filter_words_for_language  (const char           *language);
char *tl_filter_words_for_pair      (const char           *partner,
                                     const char           *other);
char *tl_filter_words_for_period    (const TlArticleQuery *query);

G_END_DECLS
