/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-item.h"

G_BEGIN_DECLS

/**
 * TlSnippetLoader:
 *
 * Gives rows that are seen the passages in which words stand, read in a thread, some at a time.
 */
typedef struct _TlSnippetLoader TlSnippetLoader;

TlSnippetLoader *tl_snippet_loader_new  (const char      *path,
                                         const char      *words);
void             tl_snippet_loader_free (TlSnippetLoader *self);
void             tl_snippet_loader_ask  (TlSnippetLoader *self,
                                         TlArticleItem   *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSnippetLoader, tl_snippet_loader_free)

G_END_DECLS
