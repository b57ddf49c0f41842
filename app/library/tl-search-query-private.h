/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-search-query.h"

G_BEGIN_DECLS

/**
 * TlSearchTerm:
 * @typed: (owned): as it was typed, without quotation marks
 * @words: (owned): folded, apart by single spaces: what has to follow each other
 * @n_words: how many words these are
 * @is_prefix: whether the last of them is the beginning of a word
 * @is_excluded: whether it must not be there
 *
 * A part of what is searched for.
 */
typedef struct
{
  char     *typed;
  char     *words;
  guint     n_words;
  gboolean  is_prefix;
  gboolean  is_excluded;
} TlSearchTerm;

guint               tl_search_query_get_n_terms (TlSearchQuery *self);
const TlSearchTerm *tl_search_query_get_term    (TlSearchQuery *self,
                                                 guint          n);
char               *tl_search_query_dup_match   (TlSearchQuery *self,
                                                 guint32        terms,
                                                 guint32        whole);
gboolean            tl_search_term_is_short     (const TlSearchTerm *self);
char               *tl_search_query_dup_excluded (TlSearchQuery *self);

/* More terms than these are left out. */
#define TL_SEARCH_MAX_TERMS 32

#define TL_SEARCH_ALL_TERMS G_MAXUINT32

/**
 * TlTextHit:
 * @span: where it stands
 * @term: which term it is
 *
 * A hit in a text.
 */
typedef struct
{
  TlSpan span;
  guint  term;
} TlTextHit;

GArray *tl_search_query_get_hits (TlSearchQuery *self,
                                  const char    *text);

G_END_DECLS
