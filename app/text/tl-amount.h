/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-precision.h"
#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlAmount:
 * @span: the amount with the words of precision beside it ("around $500 million")
 * @first_token: index of its first token
 * @end_token: index after its last token
 * @value: in units of the currency; of a range, its low end
 * @high: the high end of a range, else NAN
 * @currency: ISO 4217, or "" where none is named
 * @precision: from the words beside it; verbs ("exceeded") count but are not in @span
 * @in_brackets: it is a conversion of the amount before it, which stands in brackets right
 *   behind that ("$115m (£97m)") or after a comma ("500 million yuan, or $70 million")
 *
 * An amount of money in a text.
 */
typedef struct
{
  TlSpan      span;
  guint32     first_token;
  guint32     end_token;
  double      value;
  double      high;
  char        currency[4];
  TlPrecision precision;
  gboolean    in_brackets;
} TlAmount;

GArray *tl_amounts_find (TlText *text);

G_END_DECLS
