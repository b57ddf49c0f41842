/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Numbers as people write them: "1,181", "22 201,5", or in words (tl-number-words.c), with
 * "million", "bn" or "crore" behind.
 */

#include "tl-number-private.h"

#include "tl-lexicon.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* More digits than this are no quantity that anybody reports. */
#define MAX_DIGITS 24

/* Whether the groups of digits behind each @separator are those of thousands, or of lakhs and crores. */
static gboolean
is_grouped (const char *digits,
            gsize       length,
            char        separator)
{
  guint n_groups = 0, n_digits = 0, first = 0, n_short = 0;

  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && digits[i] != separator)
        {
          n_digits++;
          continue;
        }
      if (n_groups == 0)
        first = n_digits;
      else if (i < length && n_digits == 2)
        n_short++;
      else if (n_digits != 3)
        return FALSE;
      n_groups++;
      n_digits = 0;
    }
  if (first < 1 || first > 3 || (first > 1 && digits[0] == '0') || (first == 1 && digits[0] == '0'))
    return FALSE;
  return n_short == 0 || (n_short == n_groups - 2 && first <= 2);
}

static guint
count_char (const char *digits,
            gsize       length,
            char        c)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += digits[i] == c;
  return n;
}

/* Which of the two separators stands before the decimals, and which between thousands. */
static gboolean
find_separators (const char *digits,
                 gsize       length,
                 char       *decimal,
                 char       *thousands)
{
  guint n_commas = count_char (digits, length, ',');
  guint n_points = count_char (digits, length, '.');
  gsize last = length;

  *decimal = '\0';
  *thousands = '\0';
  if (n_commas == 0 && n_points <= 1)
    {
      *decimal = '.';
      return TRUE;
    }
  if (n_commas == 0 || n_points == 0)
    {
      char separator = n_commas > 0 ? ',' : '.';

      if (is_grouped (digits, length, separator))
        *thousands = separator;
      else if (n_commas == 1)
        *decimal = ',';
      else
        return FALSE;
      return TRUE;
    }

  while (digits[last - 1] != ',' && digits[last - 1] != '.')
    last--;
  *decimal = digits[last - 1];
  *thousands = *decimal == '.' ? ',' : '.';
  return (*decimal == '.' ? n_points : n_commas) == 1 && is_grouped (digits, last - 1, *thousands);
}

/*
 * The value of digits with one point at most.  Numbers are short: their digits and a power of
 * ten are whole numbers that a double holds, so that the quotient of both is the double that
 * g_ascii_strtod() finds, too, at some thirty times the cost.
 */
static double
read_plain (const char *plain)
{
  static const double powers[] = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  };
  const char *point = NULL;
  guint64 digits = 0;
  gsize n = 0;

  for (; g_ascii_isdigit (plain[n]) || (plain[n] == '.' && point == NULL); n++)
    {
      if (plain[n] == '.')
        point = plain + n;
      else
        digits = digits * 10 + (guint64) (plain[n] - '0');
      if (n >= G_N_ELEMENTS (powers))
        break;
    }
  if (plain[n] != '\0' || n == 0 || FLT_EVAL_METHOD != 0)
    return g_ascii_strtod (plain, NULL);
  return (double) digits / powers[point != NULL ? plain + n - point - 1 : 0];
}

/**
 * tl_number_parse_digits:
 * @digits: digits with points and commas between them
 * @length: their length in bytes
 * @value: (out): the number
 *
 * Reads a number in digits: "1,181" and "1.181.500" have thousands, "12,34,567" lakhs,
 * "419.1" and "419,1" decimals.
 *
 * Returns: whether it is one; "25.10.2019" is not
 */
gboolean
tl_number_parse_digits (const char *digits,
                        gsize       length,
                        double     *value)
{
  char plain[MAX_DIGITS + 1];
  char decimal, thousands;
  gsize n = 0;

  if (length == 0 || length > MAX_DIGITS || !find_separators (digits, length, &decimal, &thousands))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (digits[i] == decimal && decimal != '\0')
        plain[n++] = '.';
      else if (digits[i] != thousands)
        plain[n++] = digits[i];
    }
  plain[n] = '\0';
  *value = read_plain (plain);
  return isfinite (*value);
}

/**
 * tl_number_multiply:
 * @value: a number of at most a dozen digits
 * @magnitude: a power of ten
 *
 * Returns: the product without the dust of binary fractions: 419.1 million is 419100000
 */
double
tl_number_multiply (double value,
                    double magnitude)
{
  double product = value * magnitude;

  if (fabs (product) < 1e3)
    return rint (product * 1e6) / 1e6;  /* parts of a cent, too */
  return fabs (product) < 1e15 ? rint (product * 100) / 100 : rint (product);
}

static gboolean
token_is_attached (const TlToken *tokens,
                   guint          n_tokens,
                   guint          token)
{
  return token < n_tokens && (tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

static gboolean
is_three_digits (const char    *string,
                 const TlToken *token)
{
  gsize length = token->span.end - token->span.start;
  const char *digits = string + token->span.start;

  return token->kind == TL_TOKEN_NUMBER && length >= 3 && g_ascii_isdigit (digits[0]) &&
         g_ascii_isdigit (digits[1]) && g_ascii_isdigit (digits[2]) &&
         (length == 3 || !g_ascii_isdigit (digits[3]));
}

/* Whether what stands between two tokens is one space that does not break a line. */
static gboolean
is_thin_space (const char *string,
               TlSpan      before,
               TlSpan      after)
{
  gunichar c = g_utf8_get_char (string + before.end);

  return g_utf8_next_char (string + before.end) == string + after.start &&
         (c == 0xa0 || c == 0x2009 || c == 0x202f || c == 0x2007);
}

/* Where the group of thousands behind @token begins ("1 181", "1'181"), or 0. */
static guint
next_thousands (TlText   *text,
                guint     token,
                gboolean  plain_space)
{
  const char *string = tl_text_get_string (text);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint next = token + 1;

  if (next + 1 < n_tokens && tl_text_token_is (text, next, "'") &&
      token_is_attached (tokens, n_tokens, next) &&
      token_is_attached (tokens, n_tokens, next + 1) && is_three_digits (string, &tokens[next + 1]))
    return next + 1;
  if (next < n_tokens && is_three_digits (string, &tokens[next]) &&
      (is_thin_space (string, tokens[token].span, tokens[next].span) ||
       (plain_space && tokens[next].span.start == tokens[token].span.end + 1 &&
        string[tokens[token].span.end] == ' ')))
    return next;
  return 0;
}

static gboolean
parse_digit_tokens (TlText   *text,
                    guint     token,
                    gboolean  behind_sign,
                    TlNumber *number)
{
  const char *string = tl_text_get_string (text);
  guint n_tokens, next;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  TlSpan span = tokens[token].span;
  char digits[MAX_DIGITS + 1];
  gsize length = span.end - span.start;
  const TlWord *fraction;
  guint end;

  if (length > MAX_DIGITS)
    return FALSE;
  memcpy (digits, string + span.start, length);
  while (span.end - span.start <= 3 && length <= MAX_DIGITS &&
         (next = next_thousands (text, token, behind_sign)) != 0)
    {
      gsize n = tokens[next].span.end - tokens[next].span.start;

      if (length + n > MAX_DIGITS)
        return FALSE;
      memcpy (digits + length, string + tokens[next].span.start, n);
      length += n;
      token = next;
      if (n != 3)
        break;
    }
  if (!tl_number_parse_digits (digits, length, &number->value))
    return FALSE;
  number->end_token = token + 1;

  fraction = token_is_attached (tokens, n_tokens, token + 1)
    ? tl_lexicon_match (tl_number_get_groups ()->words, text, token + 1, &end) : NULL;
  if (fraction != NULL && fraction->number < 1)
    {
      number->value += fraction->number;
      number->end_token = end;
    }
  return TRUE;
}

/* A magnitude of one letter belongs to the number only where it cannot be a word of its own. */
static gboolean
is_magnitude_here (TlText *text,
                   guint   token,
                   guint   end)
{
  const char *string = tl_text_get_string (text);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  TlSpan span = tokens[token].span;

  if (span.end - span.start > 1 || end > token + 1 || (tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0)
    return TRUE;
  if (token_is_attached (tokens, n_tokens, end) && end < n_tokens && tokens[end].kind == TL_TOKEN_WORD)
    return FALSE;
  /* "US$ 121 M", "EUR 3 B" */
  if ((string[span.start] == 'M' || string[span.start] == 'B') && token >= 2)
    return tokens[token - 2].kind == TL_TOKEN_SYMBOL || (tokens[token - 2].flags & TL_TOKEN_ALL_CAPS) != 0;
  return string[span.start] == 'm' && !token_is_attached (tokens, n_tokens, end);
}

/* A full stop of an abbreviation that the sentence goes on behind. */
static gboolean
is_inner_stop (TlText *text,
               guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  return token + 1 < n_tokens && tokens[token].sentence == tokens[token + 1].sentence &&
         token_is_attached (tokens, n_tokens, token) && !token_is_attached (tokens, n_tokens, token + 1) &&
         tl_text_token_is (text, token, ".");
}

/**
 * tl_number_add_magnitudes:
 * @text: a text
 * @number: (inout): a number
 *
 * Multiplies a number with the magnitudes that stand at its end.
 */
void
tl_number_add_magnitudes (TlText   *text,
                          TlNumber *number)
{
  for (;;)
    {
      guint next = tl_number_is_hyphen (text, number->end_token) ? number->end_token + 1 : number->end_token;
      guint end;
      const TlWord *word = tl_lexicon_match (tl_number_get_groups ()->magnitudes, text, next, &end);

      if (word == NULL || number->magnitude * word->number > 1e18 || !is_magnitude_here (text, next, end))
        return;
      number->magnitude *= word->number;
      number->has_magnitude = TRUE;
      number->end_token = end;
      /* "5 mln. dollars" */
      if (is_inner_stop (text, end))
        number->end_token++;
    }
}

/* "500-odd million", "100+ million": what makes a round number of it stands before its magnitude. */
static void
parse_odd (TlText   *text,
           TlNumber *number)
{
  const NumberGroups *groups = tl_number_get_groups ();
  guint end;
  const TlWord *odd = tl_lexicon_match (groups->odd, text, number->end_token, &end);

  if (odd == NULL || tl_lexicon_match (groups->magnitudes, text, end, NULL) == NULL)
    return;
  tl_precision_from_string (odd->value, &number->precision);
  number->end_token = end;
}

/* The next smaller part, in digits with a magnitude, or in words with or without. */
static gboolean
parse_part (TlText   *text,
            guint     token,
            gboolean  is_word,
            gboolean  has_and,
            TlNumber *part)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  if (token >= n_tokens)
    return FALSE;
  if (tokens[token].kind == TL_TOKEN_NUMBER)
    {
      if (has_and || !parse_digit_tokens (text, token, FALSE, part))
        return FALSE;
      tl_number_add_magnitudes (text, part);
      return part->has_magnitude;
    }
  if (!is_word || tokens[token].kind != TL_TOKEN_WORD || !tl_number_parse_words (text, token, part) ||
      part->is_article || part->value < 1)
    return FALSE;
  tl_number_add_magnitudes (text, part);
  /* "a billion two years ago" */
  return part->has_magnitude ? !has_and : has_and || part->value >= 100;
}

/* "1 billion 317 million 400 thousand", "one million two hundred": adds the next smaller part. */
static gboolean
add_smaller_part (TlText   *text,
                  TlNumber *number,
                  double   *magnitude)
{
  gboolean has_and = number->is_word && tl_text_token_is (text, number->end_token, "and");
  TlNumber part = { .magnitude = 1 };

  if (!parse_part (text, has_and ? number->end_token + 1 : number->end_token, number->is_word, has_and, &part) ||
      part.magnitude >= *magnitude || part.value * part.magnitude >= *magnitude)
    return FALSE;
  number->value = tl_number_multiply (number->value, number->magnitude) +
                  tl_number_multiply (part.value, part.magnitude);
  number->magnitude = 1;
  number->end_token = part.end_token;
  *magnitude = part.magnitude;
  return TRUE;
}

static void
parse_rest (TlText   *text,
            TlNumber *number)
{
  double magnitude = number->magnitude;
  const TlWord *fraction;
  guint end;

  if (!number->has_magnitude)
    return;
  /* "a billion and a half" */
  fraction = tl_lexicon_match (tl_number_get_groups ()->parts_behind, text, number->end_token, &end);
  if (fraction != NULL)
    {
      number->value += fraction->number;
      number->end_token = end;
      return;
    }
  while (magnitude > 1 && add_smaller_part (text, number, &magnitude))
    ;
}

/* "$.75" */
static gboolean
parse_decimals (TlText   *text,
                guint     token,
                TlNumber *number)
{
  const char *string = tl_text_get_string (text);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  char digits[MAX_DIGITS + 2] = ".";
  gsize length;

  if (!token_is_attached (tokens, n_tokens, token + 1) || tokens[token + 1].kind != TL_TOKEN_NUMBER)
    return FALSE;
  length = tokens[token + 1].span.end - tokens[token + 1].span.start;
  if (length > MAX_DIGITS)
    return FALSE;
  memcpy (digits + 1, string + tokens[token + 1].span.start, length);
  number->end_token = token + 2;
  return tl_number_parse_digits (digits, length + 1, &number->value);
}

/**
 * tl_number_parse_glued:
 * @text: a text
 * @token: index of a word that ends in digits, "RM500"
 * @n_letters: how many bytes stand before the digits
 * @number: (out): the number
 *
 * Reads a number that is one token with the letters before it, and the magnitudes behind.
 *
 * Returns: whether there is one
 */
gboolean
tl_number_parse_glued (TlText   *text,
                       guint     token,
                       guint     n_letters,
                       TlNumber *number)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  TlSpan span = tokens[token].span;

  *number = (TlNumber) { .magnitude = 1, .end_token = token + 1 };
  if (!tl_number_parse_digits (tl_text_get_string (text) + span.start + n_letters,
                               span.end - span.start - n_letters, &number->value))
    return FALSE;
  tl_number_add_magnitudes (text, number);
  return TRUE;
}

/**
 * tl_number_parse:
 * @text: a text
 * @token: index of a token of it
 * @behind_sign: a currency sign stands before it, so that a plain space may part thousands
 * @number: (out): the number
 *
 * Reads the number that begins at a token, with the magnitudes behind it.
 *
 * Returns: whether there is one
 */
gboolean
tl_number_parse (TlText   *text,
                 guint     token,
                 gboolean  behind_sign,
                 TlNumber *number)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  *number = (TlNumber) { .magnitude = 1 };
  if (token >= n_tokens)
    return FALSE;
  if (tokens[token].kind == TL_TOKEN_NUMBER)
    {
      if (!parse_digit_tokens (text, token, behind_sign, number))
        return FALSE;
    }
  else if (behind_sign && tl_text_token_is (text, token, "."))
    {
      if (!parse_decimals (text, token, number))
        return FALSE;
    }
  else if (tokens[token].kind == TL_TOKEN_ADDRESS || !tl_number_parse_words (text, token, number))
    {
      return FALSE;
    }
  tl_number_add_fraction (text, number);
  parse_odd (text, number);
  tl_number_add_magnitudes (text, number);
  parse_rest (text, number);
  return TRUE;
}
