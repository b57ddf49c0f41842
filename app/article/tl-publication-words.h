/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-lexicon.h"

G_BEGIN_DECLS

/**
 * TlPublicationWords:
 *
 * The groups of resources/lexicon/publication.ini.
 */
typedef enum
{
  TL_WORDS_MONTHS,
  TL_WORDS_WEEKDAYS,
  TL_WORDS_TODAY,
  TL_WORDS_SPOKEN,
  TL_WORDS_PUBLISHED,
  TL_WORDS_MASTHEAD,
  TL_WORDS_FILES,
  TL_WORDS_UPDATED,
  TL_WORDS_SAVED,
  TL_WORDS_NOW,
  TL_WORDS_LAST_YEAR,
  TL_WORDS_THIS_YEAR,
  TL_WORDS_BASE,
  TL_WORDS_COMPARED,
  TL_WORDS_SINCE,
  TL_WORDS_LAST_MONTH,
  TL_WORDS_PERFECT,
  TL_WORDS_WITHIN,
  TL_WORDS_SO_FAR,
  TL_WORDS_UNTIL,
  TL_WORDS_PROSPECTIVE,
  TL_WORDS_PERCENT,
  TL_WORDS_OTHER_SIDE,
  TL_WORDS_OFFICES,
  TL_WORDS_RELEASE,
} TlPublicationWords;

#define TL_N_WORDS (TL_WORDS_RELEASE + 1)

const TlWord *tl_publication_words_match (TlPublicationWords  words,
                                          TlText             *text,
                                          guint               token,
                                          guint              *end_token);

G_END_DECLS
