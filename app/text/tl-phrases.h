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

typedef struct _TlPhraseSlot TlPhraseSlot;

/* Only for tl_phrases_match_at(): a reading asks it some ten thousand times. */
struct _TlPhrases
{
  guint64      *filter;         /* a bit for the hash of each first word */
  guint32       filter_mask;
  guint32       n_slots;        /* a power of two */
  TlPhraseSlot *slots;
  guint32       n_used;
};

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

/**
 * TlPhraseBeginning:
 * @first: hash of the first word, see tl_token_hash()
 * @second: hash of the second word, 0 where there is none
 */
typedef struct
{
  guint32 first;
  guint32 second;
} TlPhraseBeginning;

TlPhrases *tl_phrases_new      (void);
void       tl_phrases_free     (TlPhrases     *self);
void       tl_phrases_add      (TlPhrases     *self,
                                const char    *phrase,
                                gpointer       value);
void       tl_phrases_foreach  (TlPhrases     *self,
                                GFunc          func,
                                gpointer       user_data);
GArray    *tl_phrases_list_beginnings (TlPhrases *self);
gboolean   tl_phrases_look_up  (TlPhrases     *self,
                                TlText        *text,
                                guint          token,
                                TlPhraseMatch *match);
GArray    *tl_phrases_find     (TlPhrases     *self,
                                TlText        *text);

/**
 * tl_phrases_may_begin:
 * @self: a table
 * @token: a token
 *
 * Returns: %FALSE where surely no phrase begins with the token
 */
static inline gboolean
tl_phrases_may_begin (const TlPhrases *self,
                      const TlToken   *token)
{
  guint32 bit = token->hash & self->filter_mask;

  return (self->filter[bit / 64] >> (bit % 64) & 1) != 0;
}

/**
 * tl_phrases_match_at:
 * @self: a table
 * @text: a text
 * @token: index of a token of it
 * @match: (out) (optional): the match
 *
 * Finds the longest phrase that begins with the token.  Nearly all tokens begin none, and
 * cost one look at a bit.
 *
 * Returns: whether there is one
 */
static inline gboolean
tl_phrases_match_at (TlPhrases     *self,
                     TlText        *text,
                     guint          token,
                     TlPhraseMatch *match)
{
  return token < text->n_tokens && tl_phrases_may_begin (self, &text->tokens[token]) &&
         tl_phrases_look_up (self, text, token, match);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPhrases, tl_phrases_free)

G_END_DECLS
