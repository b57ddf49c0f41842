/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-amount.h"

G_BEGIN_DECLS

/**
 * AmountCandidate:
 * @first: index of its first token, words of precision included
 * @number_first: index of the first token of its sign or number
 * @end: index after its last token
 * @level_end: index after the "mark" or "level" behind it
 * @value: without its magnitude
 * @magnitude: what @value is to be multiplied with
 * @high: of a range, its high end, multiplied; else NAN
 * @currency: "" where none stands beside it
 * @precision: from the words beside it
 * @has_sign: its currency stands before it
 * @has_magnitude: a million or the like stands behind it
 * @is_article: its number is an article
 * @is_level: a "mark" or "level" stands behind it
 * @is_bounded: "and more" or the like stands behind it
 * @may_end: what stands behind the number is not what it counts
 * @is_cell: it stands in a table, apart from what is beside it
 * @is_money: found to be an amount
 * @in_brackets: found to be a conversion of the one before
 *
 * What may be an amount of money.
 */
typedef struct
{
  guint       first;
  guint       number_first;
  guint       end;
  guint       level_end;
  double      value;
  double      magnitude;
  double      high;
  const char *currency;
  TlPrecision precision;
  gboolean    has_sign;
  gboolean    has_magnitude;
  gboolean    is_article;
  gboolean    is_level;
  gboolean    is_bounded;
  gboolean    may_end;
  gboolean    is_cell;
  gboolean    is_money;
  gboolean    in_brackets;
} AmountCandidate;

/**
 * AmountUnit:
 * @currency: %NULL where no unit stands
 * @magnitude: what the numbers of the table are to be multiplied with
 * @line: the number of paragraphs up to the unit or to the last row that it was used in
 *
 * The unit of a table, "USD mln", that stands above its columns.
 */
typedef struct
{
  const char *currency;
  double      magnitude;
  guint       line;
} AmountUnit;

gboolean tl_amount_is_joint  (TlText          *text,
                              guint            token);
void     tl_amount_link      (TlText          *text,
                              GArray          *candidates);
void     tl_amount_read_unit (TlText          *text,
                              guint            token,
                              AmountUnit      *unit);
gboolean tl_amount_read_cell (TlText          *text,
                              guint            token,
                              AmountUnit      *unit,
                              AmountCandidate *candidate);

G_END_DECLS
