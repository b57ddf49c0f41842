/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-amount.h"
#include "tl-currency.h"
#include "tl-lexicon.h"
#include "tl-number.h"
#include "tl-phrase-marks.h"
#include "tl-phrase-table.h"

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

/**
 * AmountGroups:
 *
 * What the lexicon knows of amounts; its groups say what each is for.
 */
typedef struct
{
  TlPhrases     *precision;
  TlPhrases     *precision_after;
  TlPhrases     *verbs;
  TlPhrases     *reach;
  TlPhrases     *determiners;
  TlPhrases     *levels;
  TlPhrases     *up_to_verbs;
  TlPhrases     *behind;
  TlPhrases     *not_behind;
  TlPhrases     *year_cues;
  TlPhrases     *odd;
  TlPhrases     *minus;
  TlPhrases     *alone;
  TlPhrases     *rate_before;
  TlPhrases     *weight_units;
  TlPhrases     *weight_before;
  TlPhrases     *money_nouns;
  TlPhrases     *of;
  TlPhraseMarks *beginnings;    /* whether an amount or words of precision may begin with a word */
} AmountGroups;

/**
 * AmountCue:
 * @start: index of its first token
 * @end: index after its last token, 0 where there is none
 * @precision: what it says
 *
 * Words that an amount may stand behind.
 */
typedef struct
{
  guint       start;
  guint       end;
  TlPrecision precision;
} AmountCue;

/**
 * AmountScanner:
 * @text: the text
 * @tokens: its tokens
 * @n_tokens: their number
 * @groups: the lexicon's
 * @signs: of currencies
 * @word: "nearly": belongs to the amount
 * @verb: "exceeded", "nearly reached": does not
 * @unit: of a table: "USD mln"
 * @countries: from tl_currency_find_countries(), made where they are needed first
 * @may_be_unit: a sign or a magnitude was found at the token that was read last
 * @last_end: index after the candidate before, 0 where there is none
 * @last_currency: its currency
 *
 * The first pass over a text.
 */
typedef struct
{
  TlText              *text;
  const TlToken       *tokens;
  guint                n_tokens;
  const AmountGroups  *groups;
  const TlPhraseTable *signs;
  AmountCue            word;
  AmountCue            verb;
  AmountUnit           unit;
  GArray              *countries;
  gboolean             may_be_unit;
  guint                last_end;
  const char          *last_currency;
} AmountScanner;

/* Whether a dash stands at a token that may be a minus. */
static inline gboolean
tl_amount_is_dash (const AmountScanner *self,
                   guint                token)
{
  return tl_text_token_is (self->text, token, "-") || tl_text_token_is (self->text, token, "−");
}

guint    tl_amount_read_cue        (AmountScanner       *self,
                                    guint                token);
gboolean tl_amount_ends            (const AmountScanner *self,
                                    guint                token);
void     tl_amount_apply_precision (const AmountScanner *self,
                                    AmountCandidate     *candidate);
gboolean tl_amount_counts          (const AmountScanner   *self,
                                    const TlCurrencyMatch *match,
                                    const TlNumber        *number,
                                    guint                  after);
void     tl_amount_resolve         (AmountScanner       *self,
                                    guint                token,
                                    TlCurrencyMatch     *match);
gboolean tl_amount_match_behind    (AmountScanner       *self,
                                    guint                first,
                                    const TlNumber      *number,
                                    TlCurrencyMatch     *match);
gboolean tl_amount_read            (AmountScanner       *self,
                                    guint                token,
                                    AmountCandidate     *candidate);
gboolean tl_amount_is_joint        (TlText              *text,
                                    guint                token);
void     tl_amount_link            (TlText              *text,
                                    GArray              *candidates);
void     tl_amount_read_unit       (TlText              *text,
                                    guint                token,
                                    AmountUnit          *unit);
gboolean tl_amount_read_cell       (TlText              *text,
                                    guint                token,
                                    AmountUnit          *unit,
                                    AmountCandidate     *candidate);

G_END_DECLS
