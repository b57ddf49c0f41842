/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlPhrases:
 *
 * A table of phrases of one or more words, found in a text by a hash of their
 * first word.  The lexicon and the gazetteers are such tables.
 *
 * A phrase written in lower case is found in any case ("more than"); one with a
 * capital letter is found as written or all in capitals ("May", "US", "Kazakhstan").
 */
typedef struct _TlPhrases TlPhrases;

/**
 * TlPhraseMatch:
 * @first_token: index of its first token
 * @end_token: index after its last token
 * @value: what was given for the phrase to tl_phrases_add()
 */
typedef struct
{
  guint32  first_token;
  guint32  end_token;
  gpointer value;
} TlPhraseMatch;

TlPhrases *tl_phrases_new      (void);
void       tl_phrases_free     (TlPhrases     *self);
void       tl_phrases_add      (TlPhrases     *self,
                                const char    *phrase,
                                gpointer       value);
gboolean   tl_phrases_match_at (TlPhrases     *self,
                                TlText        *text,
                                guint          token,
                                TlPhraseMatch *match);
GArray    *tl_phrases_find     (TlPhrases     *self,
                                TlText        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPhrases, tl_phrases_free)

G_END_DECLS
