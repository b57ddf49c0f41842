/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables set in columns of spaces or tabs, which name the unit of all their numbers
 * above them: "USD mln".
 */

#include "tl-amount-private.h"

#include "tl-currency.h"
#include "tl-lexicon.h"
#include "tl-number.h"

#include <math.h>
#include <string.h>

/* How many lines may stand between a unit and a row, or between two rows. */
#define MAX_LINES_BETWEEN 2

static TlPhrases *
get_magnitudes (void)
{
  static TlPhrases *magnitudes = NULL;

  if (g_once_init_enter (&magnitudes))
    g_once_init_leave (&magnitudes, tl_lexicon_get_group (tl_lexicon_get_default (), "number-magnitudes"));
  return magnitudes;
}

static guint
line_of (TlText        *text,
         const TlToken *token)
{
  guint n_sentences;

  return tl_text_get_sentences (text, &n_sentences)[token->sentence].paragraph;
}

/*
 * tl_amount_read_unit:
 * @text: a text
 * @token: index of a token that no amount begins at
 * @unit: (inout): the unit that holds from here on, changed where one begins at @token
 *
 * Notes the unit of a table: a currency and a magnitude without a number ("USD mln",
 * "million dollars").
 */
void
tl_amount_read_unit (TlText     *text,
                     guint       token,
                     AmountUnit *unit)
{
  guint n_tokens, end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlWord *magnitude;
  TlCurrencyMatch currency;

  if (tl_currency_match_sign (text, token, &currency))
    {
      magnitude = tl_lexicon_match (get_magnitudes (), text, currency.end_token, &end);
      if (magnitude == NULL || tokens[currency.end_token].sentence != tokens[token].sentence)
        return;
    }
  else
    {
      magnitude = tl_lexicon_match (get_magnitudes (), text, token, &end);
      if (magnitude == NULL)
        return;
      if (tl_text_token_is (text, end, "of"))
        end++;
      if (!tl_currency_match_name (text, end, &currency) && !tl_currency_match_sign (text, end, &currency))
        return;
    }
  unit->currency = currency.code;
  unit->magnitude = magnitude->number * currency.multiplier;
  unit->line = line_of (text, &tokens[token]);
}

/* Whether a token stands in a column: two spaces or a tab part it from what is before it on its line. */
static gboolean
is_in_column (TlText        *text,
              const TlToken *tokens,
              guint          token)
{
  const char *string = tl_text_get_string (text);
  const char *start, *end;

  if (token == 0 || (tokens[token].flags & TL_TOKEN_LINE_START) != 0)
    return FALSE;
  start = string + tokens[token - 1].span.end;
  end = string + tokens[token].span.start;
  return end - start >= 2 || (end - start == 1 && *start == '\t') ||
         (tl_text_token_is (text, token - 1, "|") && end > start);
}

static gboolean
is_year_or_share (TlText        *text,
                  const TlToken *tokens,
                  guint          n_tokens,
                  guint          token,
                  double         value)
{
  gboolean is_plain = tokens[token].span.end - tokens[token].span.start == 4 && value == floor (value);
  guint next = token + 1;

  if (is_plain && value >= 1900 && value < 2100)
    return TRUE;
  return next < n_tokens && (tokens[next].flags & TL_TOKEN_SPACE_BEFORE) == 0 &&
         tokens[next].kind != TL_TOKEN_PUNCTUATION && !tl_text_token_is (text, next, "|");
}

/* "(317)": what is below zero. */
static gboolean
is_bracketed (TlText        *text,
              const TlToken *tokens,
              guint          n_tokens,
              guint          token)
{
  return token + 2 < n_tokens && tokens[token + 1].kind == TL_TOKEN_NUMBER &&
         tl_text_token_is (text, token, "(") && tl_text_token_is (text, token + 2, ")");
}

/*
 * tl_amount_read_cell:
 * @text: a text
 * @token: index of a token
 * @unit: (inout): the unit that stands above
 * @candidate: (out): the amount
 *
 * Reads a number in a column below a unit.
 *
 * Returns: whether there is one
 */
gboolean
tl_amount_read_cell (TlText          *text,
                     guint            token,
                     AmountUnit      *unit,
                     AmountCandidate *candidate)
{
  guint n_tokens, line;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  gboolean is_negative = is_bracketed (text, tokens, n_tokens, token);
  guint first = token, end = is_negative ? token + 3 : token + 1;
  double value;

  if (unit->currency == NULL || !is_in_column (text, tokens, token))
    return FALSE;
  if (is_negative)
    token++;
  if (tokens[token].kind != TL_TOKEN_NUMBER)
    return FALSE;
  line = line_of (text, &tokens[token]);
  if (line > unit->line + MAX_LINES_BETWEEN)
    {
      unit->currency = NULL;
      return FALSE;
    }
  /* A row of years only goes on to the rows below it. */
  unit->line = line;
  if (!tl_number_parse_digits (tl_text_get_string (text) + tokens[token].span.start,
                               tokens[token].span.end - tokens[token].span.start, &value) ||
      is_year_or_share (text, tokens, n_tokens, token, value))
    return FALSE;
  *candidate = (AmountCandidate) {
    .first = first, .number_first = first, .end = end, .value = is_negative ? -value : value,
    .magnitude = unit->magnitude, .high = NAN, .currency = unit->currency, .has_magnitude = TRUE, .is_cell = TRUE,
  };
  return TRUE;
}
