/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-search-query.h"

G_BEGIN_DECLS

/**
 * TlSnippet:
 * @text: a passage of an article's text in one line, with "…" where it was cut
 * @marks: (element-type TlSpan): which bytes of @text are hits
 * @title_marks: (element-type TlSpan): which bytes of the title are
 * @place: where the passage's first hit stands in the article's text; empty where there is
 *   none, and @text is how the article begins
 *
 * Hits in context.
 */
typedef struct
{
  char   *text;
  GArray *marks;
  GArray *title_marks;
  TlSpan  place;
} TlSnippet;

TlSnippet *tl_snippet_new  (TlSearchQuery *query,
                            const char    *title,
                            const char    *text);
void       tl_snippet_free (TlSnippet     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSnippet, tl_snippet_free)

G_END_DECLS
