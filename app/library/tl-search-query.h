/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-span.h"

G_BEGIN_DECLS

/**
 * TlSearchQuery:
 *
 * What a person typed into the search field: words, "phrases", and -words that must not be
 * there.  Immutable; knows no library, so any thread may use it.
 */
typedef struct _TlSearchQuery TlSearchQuery;

TlSearchQuery *tl_search_query_new          (const char    *words);
TlSearchQuery *tl_search_query_ref          (TlSearchQuery *self);
void           tl_search_query_unref        (TlSearchQuery *self);
gboolean       tl_search_query_is_empty     (TlSearchQuery *self);
gboolean       tl_search_query_equal        (TlSearchQuery *self,
                                             TlSearchQuery *other);
GArray        *tl_search_query_find_in_text (TlSearchQuery *self,
                                             const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearchQuery, tl_search_query_unref)

G_END_DECLS
