/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-precision.h"
#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlNumber:
 * @value: what is written, without the magnitude: 419.1 of "419.1 million"
 * @magnitude: what it is to be multiplied with; 1 where no magnitude stands behind it
 * @end_token: index after its last token
 * @precision: from what stands inside it: "500-odd million", "a couple of million"
 * @has_magnitude: a magnitude stands behind it
 * @is_article: only "a" or "an" stands for one
 * @is_word: it is written in words
 *
 * A number in a text, in digits or in words, with the magnitudes behind it.
 */
typedef struct
{
  double      value;
  double      magnitude;
  guint32     end_token;
  TlPrecision precision;
  gboolean    has_magnitude;
  gboolean    is_article;
  gboolean    is_word;
} TlNumber;

gboolean tl_number_parse          (TlText     *text,
                                   guint       token,
                                   gboolean    behind_sign,
                                   TlNumber   *number);
gboolean tl_number_parse_glued    (TlText     *text,
                                   guint       token,
                                   guint       n_letters,
                                   TlNumber   *number);
void     tl_number_add_magnitudes (TlText     *text,
                                   TlNumber   *number);
gboolean tl_number_parse_digits   (const char *digits,
                                   gsize       length,
                                   double     *value);
double   tl_number_multiply       (double      value,
                                   double      magnitude);

G_END_DECLS
