/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-table-file.h"
#include "tl-text.h"

G_BEGIN_DECLS

/* The sections of a table of phrases, in the order in which they follow each other in its file. */
enum
{
  TL_PHRASE_FILTER,             /* guint64: a bit for each hash of a first word; a power of two */
  TL_PHRASE_BUCKETS,            /* guint32: where each bucket's rows begin; a power of two, and the end */
  TL_PHRASE_ROWS,               /* TlPhraseRow, by bucket; of those with the same hash the longest first */
  TL_PHRASE_WORDS,              /* TlPhraseWord: the words but the first of phrases that have several */
  TL_PHRASE_N_SECTIONS,
};

/**
 * TlPhraseRow:
 * @hash: of its first word, or of its first two: tl_phrase_hash()
 * @phrase: where it stands among the strings
 * @words: index of its second word
 * @value: what it is found for
 * @first_length: bytes of its first word, 0 where it may be written in any case
 * @n_words: how many words it has
 * @marks: what its maker likes, for who finds it
 */
typedef struct
{
  guint32 hash;
  guint32 phrase;
  guint32 words;
  guint32 value;
  guint16 first_length;
  guint8  n_words;
  guint8  marks;
} TlPhraseRow;

/**
 * TlPhraseWord:
 * @hash: of the word
 * @start: where it stands in its phrase
 * @end: where it ends; both are 0 where it may be written in any case
 */
typedef struct
{
  guint32 hash;
  guint16 start;
  guint16 end;
} TlPhraseWord;

/**
 * TlPhraseTable:
 *
 * A table of phrases that are found as they are written or all in capitals, and without a
 * capital of their own in any case, used where it lies in a #TlTableFile.  Like #TlPhrases,
 * but nothing is made of it at start.
 */
typedef struct
{
  const guint64      *filter;
  const guint32      *buckets;
  const TlPhraseRow  *rows;
  const TlPhraseWord *words;
  const char         *strings;
  guint32             filter_mask;
  guint32             bucket_shift;
} TlPhraseTable;

/**
 * TlPhraseFound:
 * @end_token: index after its last token
 * @value: the row's
 * @marks: the row's
 */
typedef struct
{
  guint32 end_token;
  guint32 value;
  guint8  marks;
} TlPhraseFound;

gboolean tl_phrase_table_open     (TlPhraseTable       *self,
                                   const TlTableFile   *file,
                                   guint                first_section,
                                   guint                strings_section,
                                   guint32              n_values,
                                   GError             **error);
gboolean tl_phrase_table_look_up  (const TlPhraseTable *self,
                                   TlText              *text,
                                   guint                token,
                                   TlPhraseFound       *found);

/*
 * What a phrase of several words is looked up by: its first two.  "The" and "San" begin hundreds,
 * one of which goes on with a certain word; and no other hash is its own in all the tables.
 */
static inline guint32
tl_phrase_hash (guint32 first,
                guint32 second)
{
  return (first ^ first >> 15) * 0x85ebca6bu + second;
}

/* Of which bucket a hash is; the highest bits of a product are its best. */
static inline guint32
tl_phrase_bucket (guint32 hash,
                  guint32 bucket_shift)
{
  return (guint32) (((guint64) (guint32) (hash * 0x9e3779b1u)) >> bucket_shift);
}

/**
 * tl_phrase_table_may_begin:
 * @self: a table
 * @token: a token
 *
 * Returns: %FALSE where surely no phrase begins with the token
 */
static inline gboolean
tl_phrase_table_may_begin (const TlPhraseTable *self,
                           const TlToken       *token)
{
  guint32 bit = token->hash & self->filter_mask;

  return (GUINT64_FROM_LE (self->filter[bit / 64]) >> (bit % 64) & 1) != 0;
}

/**
 * tl_phrase_table_match_at:
 * @self: a table
 * @text: a text
 * @token: index of a token of it
 * @found: (out): the phrase
 *
 * Finds the longest phrase that begins with the token.  A token that begins none costs
 * one look at a bit.
 *
 * Returns: whether there is one
 */
static inline gboolean
tl_phrase_table_match_at (const TlPhraseTable *self,
                          TlText              *text,
                          guint                token,
                          TlPhraseFound       *found)
{
  return token < text->n_tokens && tl_phrase_table_may_begin (self, &text->tokens[token]) &&
         tl_phrase_table_look_up (self, text, token, found);
}

G_END_DECLS
