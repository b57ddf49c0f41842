/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-number.h"
#include "tl-phrases.h"

G_BEGIN_DECLS

/**
 * NumberGroups:
 * @words: numbers below a hundred, and parts
 * @magnitudes: what multiplies the number before it
 * @parts_behind: what a half or a quarter is added with
 * @point: what the decimals are read out behind
 * @odd: what makes a number before a magnitude a round one
 *
 * What the lexicon knows of numbers.
 */
typedef struct
{
  TlPhrases *words;
  TlPhrases *magnitudes;
  TlPhrases *parts_behind;
  TlPhrases *point;
  TlPhrases *odd;
} NumberGroups;

const NumberGroups *tl_number_get_groups   (void);
gboolean            tl_number_is_hyphen    (TlText   *text,
                                            guint     token);
gboolean            tl_number_parse_words  (TlText   *text,
                                            guint     token,
                                            TlNumber *number);
void                tl_number_add_fraction (TlText   *text,
                                            TlNumber *number);

G_END_DECLS
