/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"

G_BEGIN_DECLS

#define TL_ENTRY_N_MAGNITUDES 4

/**
 * TlEntryWords:
 * @decimal_point: what stands between the whole part of a number and the rest
 * @magnitudes: how a trillion, a billion, a million and a thousand of something are written, as
 *   formats: "%s млрд"
 *
 * How a person who reads the window in a language writes an amount.
 */
typedef struct
{
  const char *decimal_point;
  const char *magnitudes[TL_ENTRY_N_MAGNITUDES];
} TlEntryWords;

char *tl_entry_words_dup_english (const TlEntryWords *words,
                                  const char         *entered);
char *tl_entry_words_dup_local   (const TlEntryWords *words,
                                  const char         *amount);

char     *tl_entry_words_dup_amount  (TlFigure      *figure);
gboolean  tl_entry_words_read_amount (const char    *entered,
                                      const char    *currency,
                                      TlFigureData  *data,
                                      GError       **error);

G_END_DECLS
