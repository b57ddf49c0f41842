/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

TlText           *tl_text_new             (const char *text,
                                           gssize      length);
TlText           *tl_text_new_part        (TlText     *self,
                                           guint       first_token,
                                           guint       end_token);
TlText           *tl_text_ref             (TlText     *self);
void              tl_text_unref           (TlText     *self);
const char       *tl_text_get_string      (TlText     *self);
gsize             tl_text_get_length      (TlText     *self);
const TlToken    *tl_text_get_tokens      (TlText     *self,
                                           guint      *n_tokens);
const TlSentence *tl_text_get_sentences   (TlText     *self,
                                           guint      *n_sentences);
guint             tl_text_find_token      (TlText     *self,
                                           gsize       offset);
guint             tl_text_find_sentence   (TlText     *self,
                                           gsize       offset);
char             *tl_text_dup_span        (TlText     *self,
                                           TlSpan      span);
gboolean          tl_text_token_is        (TlText     *self,
                                           guint       token,
                                           const char *lower);
guint32           tl_token_hash           (const char *bytes,
                                           gsize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlText, tl_text_unref)

G_END_DECLS
