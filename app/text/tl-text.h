/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

#include "tl-span.h"

G_BEGIN_DECLS

/**
 * TlTokenKind:
 * @TL_TOKEN_WORD: letters, perhaps with digits behind them ("Minsk", "Q1", "U.S.")
 * @TL_TOKEN_NUMBER: digits with points or commas between them ("419.1", "1,181", "25.10.2019")
 * @TL_TOKEN_SYMBOL: a currency sign or another symbol ("$", "€", "%", "+")
 * @TL_TOKEN_PUNCTUATION: anything else that is not space, one character each; "'s" is one token
 * @TL_TOKEN_ADDRESS: a web or mail address, whole; nothing inside it is read
 */
typedef enum
{
  TL_TOKEN_WORD,
  TL_TOKEN_NUMBER,
  TL_TOKEN_SYMBOL,
  TL_TOKEN_PUNCTUATION,
  TL_TOKEN_ADDRESS,
} TlTokenKind;

/**
 * TlTokenFlags:
 * @TL_TOKEN_SPACE_BEFORE: white space, a line's start or the text's start stands before it
 * @TL_TOKEN_CAPITALISED: its first letter is upper case
 * @TL_TOKEN_ALL_CAPS: it has two letters or more and all are upper case
 * @TL_TOKEN_SENTENCE_START: it is the first of its sentence
 * @TL_TOKEN_LINE_START: it is the first of its line
 */
typedef enum
{
  TL_TOKEN_SPACE_BEFORE   = 1 << 0,
  TL_TOKEN_CAPITALISED    = 1 << 1,
  TL_TOKEN_ALL_CAPS       = 1 << 2,
  TL_TOKEN_SENTENCE_START = 1 << 3,
  TL_TOKEN_LINE_START     = 1 << 4,
} TlTokenFlags;

/* Of FNV-1a, by which tl_token_hash() goes. */
#define TL_TOKEN_HASH_START  2166136261u
#define TL_TOKEN_HASH_FACTOR 16777619u

/**
 * TlToken:
 * @span: where it stands
 * @hash: hash of its lower-case form, see tl_token_hash()
 * @sentence: index of its sentence
 * @kind: a #TlTokenKind
 * @flags: #TlTokenFlags
 */
typedef struct
{
  TlSpan  span;
  guint32 hash;
  guint32 sentence;
  guint8  kind;
  guint8  flags;
} TlToken;

/**
 * TlSentence:
 * @span: from its first token to its last, white space trimmed
 * @first_token: index of its first token
 * @end_token: index after its last token
 * @paragraph: index of the paragraph; lines apart by a blank line, or list items, start one
 */
typedef struct
{
  TlSpan  span;
  guint32 first_token;
  guint32 end_token;
  guint32 paragraph;
} TlSentence;

/**
 * TlText:
 *
 * A text, its tokens and its sentences.  Immutable, so that threads may share it.
 */
typedef struct _TlText TlText;

/* Only for the functions below: a reading asks thousands of small questions of each text. */
struct _TlText
{
  char       *string;
  gsize       length;
  TlToken    *tokens;
  TlSentence *sentences;
  guint       n_tokens;
  guint       n_sentences;
};

TlText           *tl_text_new             (const char *text,
                                           gssize      length);
TlText           *tl_text_new_part        (TlText     *self,
                                           guint       first_token,
                                           guint       end_token);
TlText           *tl_text_ref             (TlText     *self);
void              tl_text_unref           (TlText     *self);
guint             tl_text_find_token      (TlText     *self,
                                           gsize       offset);
guint             tl_text_find_sentence   (TlText     *self,
                                           gsize       offset);
char             *tl_text_dup_span        (TlText     *self,
                                           TlSpan      span);
gboolean          tl_text_token_has_word  (TlText     *self,
                                           guint       token,
                                           const char *lower);
guint32           tl_token_hash           (const char *bytes,
                                           gsize       length);

/**
 * tl_text_get_string:
 * @self: a text
 *
 * Returns: (transfer none): the whole text, valid UTF-8
 */
static inline const char *
tl_text_get_string (TlText *self)
{
  return self->string;
}

/**
 * tl_text_get_length:
 * @self: a text
 *
 * Returns: its length in bytes
 */
static inline gsize
tl_text_get_length (TlText *self)
{
  return self->length;
}

/**
 * tl_text_get_tokens:
 * @self: a text
 * @n_tokens: (out): how many
 *
 * Returns: (transfer none) (array length=n_tokens): its tokens in order
 */
static inline const TlToken *
tl_text_get_tokens (TlText *self,
                    guint  *n_tokens)
{
  *n_tokens = self->n_tokens;
  return self->tokens;
}

/**
 * tl_text_get_sentences:
 * @self: a text
 * @n_sentences: (out): how many
 *
 * Returns: (transfer none) (array length=n_sentences): its sentences in order
 */
static inline const TlSentence *
tl_text_get_sentences (TlText *self,
                       guint  *n_sentences)
{
  *n_sentences = self->n_sentences;
  return self->sentences;
}

/* Words up to this long are hashed by the compiler where they stand in the code. */
#define TL_TOKEN_MAX_LITERAL 12

/* The hash of a dash or another sign of three bytes, and 0 of an apostrophe, which has two. */
static inline G_ALWAYS_INLINE guint32
tl_token_hash_sign (const char *sign)
{
  guint32 c = ((guchar) sign[0] & 0x0fu) << 12 | ((guchar) sign[1] & 0x3fu) << 6 | ((guchar) sign[2] & 0x3fu);
  guint32 hash = (TL_TOKEN_HASH_START ^ (c & 0xff)) * TL_TOKEN_HASH_FACTOR;

  return c == 0x2019 ? 0 : (hash ^ c >> 8) * TL_TOKEN_HASH_FACTOR;
}

/**
 * tl_text_token_is:
 * @self: a text
 * @token: index of a token; one that there is not equals nothing
 * @lower: a word in lower case, or a sign
 *
 * A question of a word that stands in the code, "and" or ",", is one comparison of numbers:
 * the loop over its letters is gone once it is compiled.
 *
 * Returns: whether the token is @lower, in any case of letters
 */
static inline G_ALWAYS_INLINE gboolean
tl_text_token_is (TlText     *self,
                  guint       token,
                  const char *lower)
{
  gsize length = strlen (lower);

  if (__builtin_constant_p (length) && length <= TL_TOKEN_MAX_LITERAL)
    {
      guint32 hash = TL_TOKEN_HASH_START;
      guchar all = 0;

#pragma GCC unroll 12
      for (gsize i = 0; i < length; i++)
        {
          hash = (hash ^ (guchar) lower[i]) * TL_TOKEN_HASH_FACTOR;
          all |= (guchar) lower[i];
        }
      if (length == 3 && ((guchar) lower[0] & 0xf0) == 0xe0)
        hash = tl_token_hash_sign (lower);
      else if (all >= 0x80)
        hash = 0;
      if (hash != 0)
        return token < self->n_tokens && self->tokens[token].hash == hash;
    }
  return tl_text_token_has_word (self, token, lower);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlText, tl_text_unref)

G_END_DECLS
