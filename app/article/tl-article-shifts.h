/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlArticleShift:
 * @span: the words in the text
 * @is_figure: whether a figure's period is another; else that of a date
 * @what: what it is: "$419.1 million", or the date's words in the text
 * @before: its period for people, as it was; "" where it had none
 * @after: its period as it is now, likewise
 *
 * A figure or a date of an article that has another period than in an earlier reading of the
 * same text.
 */
typedef struct
{
  TlSpan   span;
  gboolean is_figure;
  char    *what;
  char    *before;
  char    *after;
} TlArticleShift;

void       tl_article_shift_free  (TlArticleShift *self);
GPtrArray *tl_article_find_shifts (TlArticle      *before,
                                   TlArticle      *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArticleShift, tl_article_shift_free)

G_END_DECLS
