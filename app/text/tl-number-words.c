/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers in words ("two hundred and fifty", "three point five") and fractions ("2 1/2"). */

#include "tl-number-private.h"

#include "tl-lexicon.h"

#include <math.h>
#include <string.h>

/* How many digits may be read out behind "point". */
#define MAX_DECIMALS 6

/*
 * tl_number_get_groups:
 *
 * Returns: (transfer none): what the lexicon knows of numbers
 */
const NumberGroups *
tl_number_get_groups (void)
{
  static NumberGroups *groups = NULL;

  if (g_once_init_enter (&groups))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      NumberGroups *made = g_new (NumberGroups, 1);

      made->words = tl_lexicon_get_group (lexicon, "number-words");
      made->magnitudes = tl_lexicon_get_group (lexicon, "number-magnitudes");
      made->parts_behind = tl_lexicon_get_group (lexicon, "number-parts-behind");
      made->point = tl_lexicon_get_group (lexicon, "number-point");
      made->odd = tl_lexicon_get_group (lexicon, "number-odd");
      g_once_init_leave (&groups, made);
    }
  return groups;
}

static gboolean
is_attached (const TlToken *tokens,
             guint          n_tokens,
             guint          token)
{
  return token < n_tokens && (tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

/*
 * tl_number_is_hyphen:
 * @text: a text
 * @token: index of a token
 *
 * Returns: whether it is a hyphen between two words or numbers, without spaces
 */
gboolean
tl_number_is_hyphen (TlText *text,
                     guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  return token + 1 < n_tokens && tokens[token].kind == TL_TOKEN_PUNCTUATION &&
         is_attached (tokens, n_tokens, token) && is_attached (tokens, n_tokens, token + 1) &&
         (tl_text_token_is (text, token, "-") || tl_text_token_is (text, token, "\xe2\x80\x91"));
}

static guint
skip_hyphen (TlText *text,
             guint   token)
{
  return tl_number_is_hyphen (text, token) ? token + 1 : token;
}

static gboolean
is_hundred (TlText *text,
            guint   token)
{
  const TlWord *word = tl_lexicon_match (tl_number_get_groups ()->magnitudes, text, token, NULL);

  return word != NULL && word->number == 100;
}

/* "seven", "twenty-five": what is below a hundred. */
static gboolean
parse_tens (TlText   *text,
            guint     token,
            TlNumber *number,
            guint    *end)
{
  TlPhrases *words = tl_number_get_groups ()->words;
  const TlWord *word = tl_lexicon_match (words, text, token, end);
  const TlWord *unit;
  guint next, unit_end;

  if (word == NULL)
    return FALSE;
  number->value = word->number;
  if (strstr (word->value, "about") != NULL)
    number->precision = TL_PRECISION_ABOUT;
  if (word->number < 20 || word->number > 90)
    return TRUE;
  next = skip_hyphen (text, *end);
  unit = tl_lexicon_match (words, text, next, &unit_end);
  if (unit != NULL && unit->number >= 1 && unit->number < 10 && !tl_text_token_is (text, next, "a"))
    {
      number->value += unit->number;
      *end = unit_end;
    }
  return TRUE;
}

/* "Three point seven five". */
static void
add_decimals (TlText   *text,
              TlNumber *number)
{
  double place = 0.1;
  guint next = number->end_token + 1, end;

  if (number->value < 1 || tl_lexicon_match (tl_number_get_groups ()->point, text, number->end_token, NULL) == NULL)
    return;
  for (guint n = 0; n < MAX_DECIMALS; n++, place /= 10)
    {
      const TlWord *digit = tl_lexicon_match (tl_number_get_groups ()->words, text, next, &end);

      if (digit == NULL || digit->number >= 10 || digit->number != (int) digit->number ||
          tl_text_token_is (text, next, "a"))
        return;
      number->value += digit->number * place;
      number->end_token = end;
      next = end;
    }
}

/*
 * tl_number_parse_words:
 * @text: a text
 * @token: index of a token of it
 * @number: (inout): the number
 *
 * Reads a number below ten thousand in words.
 *
 * Returns: whether there is one
 */
gboolean
tl_number_parse_words (TlText   *text,
                       guint     token,
                       TlNumber *number)
{
  TlNumber rest = { 0 };
  guint end, next;

  if (!parse_tens (text, token, number, &end))
    return FALSE;
  number->is_word = TRUE;
  number->is_article = end == token + 1 &&
                       (tl_text_token_is (text, token, "a") || tl_text_token_is (text, token, "an"));
  number->end_token = end;
  next = skip_hyphen (text, end);
  if (!is_hundred (text, next) || number->value < 1 || number->value > 99)
    {
      add_decimals (text, number);
      return TRUE;
    }

  number->value *= 100;
  number->is_article = FALSE;
  number->end_token = next + 1;
  next = tl_text_token_is (text, next + 1, "and") ? next + 2 : next + 1;
  if (parse_tens (text, next, &rest, &end) && rest.value >= 1 && rest.value < 100 &&
      !tl_text_token_is (text, next, "a"))
    {
      number->value += rest.value;
      number->end_token = end;
    }
  return TRUE;
}

static gboolean
parse_short (TlText *text,
             guint   token,
             double *value)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  TlSpan span = tokens[token].span;

  return tokens[token].kind == TL_TOKEN_NUMBER && span.end - span.start <= 2 &&
         tl_number_parse_digits (tl_text_get_string (text) + span.start, span.end - span.start, value);
}

/* "1/2 million": the number itself is the upper part. */
static void
parse_ratio (TlText   *text,
             TlNumber *number)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint slash = number->end_token;
  double below;

  if (slash + 2 >= n_tokens || !is_attached (tokens, n_tokens, slash) ||
      !is_attached (tokens, n_tokens, slash + 1) || !tl_text_token_is (text, slash, "/") ||
      number->value < 1 || number->value != floor (number->value) || !parse_short (text, slash + 1, &below) ||
      number->value >= below ||
      tl_lexicon_match (tl_number_get_groups ()->magnitudes, text, slash + 2, NULL) == NULL)
    return;
  number->value /= below;
  number->end_token = slash + 2;
}

/* "2 1/2" and "2-1/2", but not the date in "2 1/2/2020". */
static void
add_ratio (TlText   *text,
           TlNumber *number)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint next = skip_hyphen (text, number->end_token);
  double above, below;

  if (next + 2 >= n_tokens || tokens[next].kind != TL_TOKEN_NUMBER ||
      !is_attached (tokens, n_tokens, next + 1) || !is_attached (tokens, n_tokens, next + 2) ||
      !tl_text_token_is (text, next + 1, "/") || !parse_short (text, next, &above) ||
      !parse_short (text, next + 2, &below) || above < 1 || above >= below ||
      (is_attached (tokens, n_tokens, next + 3) && tl_text_token_is (text, next + 3, "/")))
    return;
  number->value += above / below;
  number->end_token = next + 3;
}

/*
 * tl_number_add_fraction:
 * @text: a text
 * @number: (inout): a number without its magnitude
 *
 * Adds the fraction that stands behind a number: "and a half", "1/2".
 */
void
tl_number_add_fraction (TlText   *text,
                        TlNumber *number)
{
  const NumberGroups *groups = tl_number_get_groups ();
  guint end;
  const TlWord *fraction = tl_lexicon_match (groups->parts_behind, text, number->end_token, &end);

  if (fraction == NULL)
    {
      if (!number->is_word)
        {
          add_ratio (text, number);
          parse_ratio (text, number);
        }
      return;
    }
  /* "$1 and a half share" */
  if (!number->is_word &&
      tl_lexicon_match (groups->magnitudes, text, skip_hyphen (text, end), NULL) == NULL)
    return;
  number->value += fraction->number;
  number->is_article = FALSE;
  number->end_token = end;
}
