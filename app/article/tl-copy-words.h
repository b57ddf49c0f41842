/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TL_COPY_NUMBER:
 *
 * What stands for every number where only the words around it count.
 */
#define TL_COPY_NUMBER 1u

/**
 * TlCopyWord:
 * @hash: of its letters; %TL_COPY_NUMBER for a number
 * @number: of a number's digits, never 0; 0 for a word
 *
 * A word as all who carry a story write it: without case, accents and punctuation.
 */
typedef struct
{
  guint32 hash;
  guint32 number;
} TlCopyWord;

GArray *tl_copy_words_new (const char *text);

G_END_DECLS
