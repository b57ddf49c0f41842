/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "news-rand.h"

G_BEGIN_DECLS

/* The words that articles are made of: common ones, and tens of thousands that are made up,
 * each as often as a word of its rank is in a language. */
typedef struct _NewsWords NewsWords;

typedef enum
{
  NEWS_NOUN,
  NEWS_VERB,
  NEWS_ADJECTIVE,
} NewsWordKind;

NewsWords *news_words_new          (const char   *common_path,
                                    guint64       seed);
void       news_words_free         (NewsWords    *self);
void       news_words_append       (NewsWords    *self,
                                    NewsRand     *rand,
                                    guint         topic,
                                    NewsWordKind  kind,
                                    GString      *out);
void       news_words_append_name  (NewsRand     *rand,
                                    guint         style,
                                    GString      *out);
guint      news_words_get_n_styles (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsWords, news_words_free)

G_END_DECLS
