/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Numbers as people write them: "1,181", "22 201,5", "twenty-five", "half a", with
 * "million", "bn" or "crore" behind.
 */

#include "tl-number.h"

#include "tl-lexicon.h"

#include <math.h>
#include <string.h>

/* More digits than this are no quantity that anybody reports. */
#define MAX_DIGITS 24

typedef struct
{
  TlPhrases *words;
  TlPhrases *magnitudes;
  TlPhrases *parts_behind;
} Groups;

static const Groups *
get_groups (void)
{
  static Groups *groups = NULL;

  if (g_once_init_enter (&groups))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      Groups *made = g_new (Groups, 1);

      made->words = tl_lexicon_get_group (lexicon, "number-words");
      made->magnitudes = tl_lexicon_get_group (lexicon, "number-magnitudes");
      made->parts_behind = tl_lexicon_get_group (lexicon, "number-parts-behind");
      g_once_init_leave (&groups, made);
    }
  return groups;
}

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
  *value = g_ascii_strtod (plain, NULL);
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
    ? tl_lexicon_match (get_groups ()->words, text, token + 1, &end) : NULL;
  if (fraction != NULL && fraction->number < 1)
    {
      number->value += fraction->number;
      number->end_token = end;
    }
  return TRUE;
}

/* A hyphen between two words or numbers, without spaces. */
static gboolean
is_hyphen (TlText *text,
           guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  return token + 1 < n_tokens && token_is_attached (tokens, n_tokens, token) &&
         token_is_attached (tokens, n_tokens, token + 1) &&
         (tl_text_token_is (text, token, "-") || tl_text_token_is (text, token, "\xe2\x80\x91"));
}

static gboolean
is_hundred (TlText *text,
            guint   token)
{
  const TlWord *word = tl_lexicon_match (get_groups ()->magnitudes, text, token, NULL);

  return word != NULL && word->number == 100;
}

/* "seven", "twenty-five": what is below a hundred. */
static gboolean
parse_tens (TlText *text,
            guint   token,
            double *value,
            guint  *end)
{
  TlPhrases *words = get_groups ()->words;
  const TlWord *word = tl_lexicon_match (words, text, token, end);
  const TlWord *unit;
  guint next, unit_end;

  if (word == NULL)
    return FALSE;
  *value = word->number;
  if (*value < 20 || *value > 90)
    return TRUE;
  next = is_hyphen (text, *end) ? *end + 1 : *end;
  unit = tl_lexicon_match (words, text, next, &unit_end);
  if (unit != NULL && unit->number >= 1 && unit->number < 10 && !tl_text_token_is (text, next, "a"))
    {
      *value += unit->number;
      *end = unit_end;
    }
  return TRUE;
}

static gboolean
parse_word_tokens (TlText   *text,
                   guint     token,
                   TlNumber *number)
{
  double rest;
  guint end, next;

  if (!parse_tens (text, token, &number->value, &end))
    return FALSE;
  number->is_word = TRUE;
  number->is_article = end == token + 1 &&
                       (tl_text_token_is (text, token, "a") || tl_text_token_is (text, token, "an"));
  number->end_token = end;
  next = is_hyphen (text, end) ? end + 1 : end;
  if (!is_hundred (text, next) || number->value < 1 || number->value > 99)
    return TRUE;

  number->value *= 100;
  number->is_article = FALSE;
  number->end_token = next + 1;
  next = tl_text_token_is (text, next + 1, "and") ? next + 2 : next + 1;
  if (parse_tens (text, next, &rest, &end) && rest >= 1 && rest < 100 &&
      !tl_text_token_is (text, next, "a"))
    {
      number->value += rest;
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

static void
parse_magnitudes (TlText   *text,
                  TlNumber *number)
{
  for (;;)
    {
      guint next = is_hyphen (text, number->end_token) ? number->end_token + 1 : number->end_token;
      guint end;
      const TlWord *word = tl_lexicon_match (get_groups ()->magnitudes, text, next, &end);

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

/* "1 billion 317 million 400 thousand": adds the next smaller part, where there is one. */
static gboolean
add_smaller_part (TlText   *text,
                  TlNumber *number,
                  double   *magnitude)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint next = number->end_token;
  TlNumber part = { .magnitude = 1 };

  if (next >= n_tokens || tokens[next].kind != TL_TOKEN_NUMBER ||
      !parse_digit_tokens (text, next, FALSE, &part))
    return FALSE;
  parse_magnitudes (text, &part);
  if (!part.has_magnitude || part.magnitude >= *magnitude || part.value * part.magnitude >= *magnitude)
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
  guint next = number->end_token, end;
  const TlWord *part;

  if (!number->has_magnitude)
    return;
  part = tl_lexicon_match (get_groups ()->parts_behind, text, next, &end);
  if (part != NULL)
    {
      number->value += part->number;    /* "a billion and a half" */
      number->end_token = end;
      return;
    }
  while (add_smaller_part (text, number, &magnitude))
    ;
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
  parse_magnitudes (text, number);
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
  else if (tokens[token].kind == TL_TOKEN_ADDRESS || !parse_word_tokens (text, token, number))
    {
      return FALSE;
    }
  parse_magnitudes (text, number);
  parse_rest (text, number);
  return TRUE;
}
