/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure-rows.h"

G_BEGIN_DECLS

/* What a row says of a figure itself; parameters and columns are in the order of
 * #TlFigureField in all statements.  Why it was read so, its article's reading says. */
#define TL_FIGURE_FIELDS \
  "flow, partner, other, scope, status, start, end, value, high, currency, precision, " \
  "change, change_against, quote, quote_start, quote_end, " \
  "sentence, sentence_start, sentence_end, speaker"

typedef enum
{
  FLOW,
  PARTNER,
  OTHER,
  SCOPE,
  STATUS,
  START,
  END,
  VALUE,
  HIGH,
  CURRENCY,
  PRECISION,
  CHANGE,
  CHANGE_AGAINST,
  QUOTE,
  QUOTE_START,
  QUOTE_END,
  SENTENCE,
  SENTENCE_START,
  SENTENCE_END,
  SPEAKER,
  N_FIELDS
} TlFigureField;

TlFigure *tl_figure_rows_read (TlStatement *statement);

G_END_DECLS
