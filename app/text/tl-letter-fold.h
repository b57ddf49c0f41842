/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlLetterKind:
 * @TL_LETTER_NONE: ends a word
 * @TL_LETTER_INVISIBLE: inside a word as if it were not there: an accent, a soft hyphen
 * @TL_LETTER_LETTER: a letter
 * @TL_LETTER_DIGIT: a digit
 * @TL_LETTER_ALONE: a word by itself, in writing without spaces between words
 *
 * What a character is for those who look for words.
 */
typedef enum
{
  TL_LETTER_NONE,
  TL_LETTER_INVISIBLE,
  TL_LETTER_LETTER,
  TL_LETTER_DIGIT,
  TL_LETTER_ALONE,
} TlLetterKind;

/* Room for what one character is folded to. */
#define TL_FOLDED_SIZE 22

/**
 * TlFoldedLetter:
 * @kind: a #TlLetterKind
 * @length: of @bytes
 * @bytes: the same letters without case and marks, in UTF-8
 */
typedef struct
{
  guint8 kind;
  guint8 length;
  char   bytes[TL_FOLDED_SIZE];
} TlFoldedLetter;

const char *tl_letter_get_plain (gunichar        letter);
void        tl_letter_fold      (gunichar        letter,
                                 TlFoldedLetter *folded);

G_END_DECLS
