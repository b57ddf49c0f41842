/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlSearchWords:
 * @title: of the title
 * @text: of the text
 * @names: of the names and offices in it, of its outlet and author
 * @figures: of its figures, whatever the text calls them
 *
 * What an article is found by: folded words, a space behind each.
 */
typedef struct
{
  char *title;
  char *text;
  char *names;
  char *figures;
} TlSearchWords;

TlSearchWords *tl_search_words_new  (TlArticle     *article);
char          *tl_search_words_fold (const char    *text);
void           tl_search_words_free (TlSearchWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearchWords, tl_search_words_free)

G_END_DECLS
