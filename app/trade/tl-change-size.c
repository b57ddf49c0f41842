/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much something changed: "9.3%", "nine pct", "5-7 per cent", "1.5 times", "five-fold",
 * "doubled", "by a third", "107.5% of the level of 2020".
 */

#include "tl-change-private.h"

#include "tl-lexicon.h"
#include "tl-number.h"

#include <string.h>

/* What something may have grown to, as a multiple: what is larger is no change in trade. */
#define MAX_FACTOR 1000

/* How far behind "107.5% of" the time may stand that it is a ratio to. */
#define RATIO_REACH 6

/* A per cent that several numbers share: how large these may be, and how many. */
#define MAX_PERCENT 1000
#define MAX_SHARED  6

/* How far behind a change another may stand whose verb is left out. */
#define ELIDED_REACH 16

/* What has more digits than this is no size, whatever the rest of them are. */
#define MAX_DIGITS 60

/* The most words of a name that stands before such a size. */
#define MAX_NAME_WORDS 3

typedef struct
{
  TlPhrases *percent;
  TlPhrases *points;
  TlPhrases *times;
  TlPhrases *times_not;
  TlPhrases *factor;
  TlPhrases *factor_not;
  TlPhrases *part;
  TlPhrases *ratio;
  TlPhrases *ratio_base;
  TlPhrases *precision;
  TlPhrases *elided;
  TlPhrases *occasions;
} Words;

static const Words *
get_words (void)
{
  static Words *words = NULL;

  if (g_once_init_enter (&words))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      Words *read = g_new0 (Words, 1);

      read->percent = tl_lexicon_get_group (lexicon, "percent");
      read->points = tl_lexicon_get_group (lexicon, "change-points");
      read->times = tl_lexicon_get_group (lexicon, "change-times");
      read->times_not = tl_lexicon_get_group (lexicon, "change-times-not");
      read->factor = tl_lexicon_get_group (lexicon, "change-factor");
      read->factor_not = tl_lexicon_get_group (lexicon, "change-factor-not");
      read->part = tl_lexicon_get_group (lexicon, "change-part");
      read->ratio = tl_lexicon_get_group (lexicon, "change-ratio");
      read->ratio_base = tl_lexicon_get_group (lexicon, "change-ratio-base");
      read->precision = tl_lexicon_get_group (lexicon, "amount-precision");
      read->occasions = tl_lexicon_get_group (lexicon, "change-occasions");
      read->elided = tl_lexicon_get_group (lexicon, "change-elided");
      g_once_init_leave (&words, read);
    }
  return words;
}

static gboolean
is_glued (TlText *text,
          guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  return token < n_tokens && (tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

static gboolean
is_hyphen (TlText *text,
           guint   token)
{
  return tl_text_token_is (text, token, "-") || tl_text_token_is (text, token, "‑");
}

static gboolean
is_dash (TlText *text,
         guint   token)
{
  return is_hyphen (text, token) || tl_text_token_is (text, token, "–") || tl_text_token_is (text, token, "—");
}

/* "9,3" is a decimal comma; "1,200" are thousands. */
static double
read_digits (TlText *text,
             guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  TlSpan span = tokens[token].span;
  gsize length = MIN (span.end - span.start, MAX_DIGITS);
  char number[MAX_DIGITS + 1], *comma;
  double value;

  memcpy (number, tl_text_get_string (text) + span.start, length);
  number[length] = '\0';
  comma = strchr (number, ',');
  if (comma != NULL && strlen (comma) != 4 && strchr (number, '.') == NULL)
    *comma = '.';
  return tl_number_parse_digits (number, length, &value) ? value : g_ascii_strtod (number, NULL);
}

/* "-1/2" behind "5": wire copy writes fractions so. */
static double
read_fraction (TlText *text,
               guint  *end)
{
  guint n_tokens, token = *end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  double below;

  if (is_hyphen (text, token))
    token++;
  if (token + 2 >= n_tokens || tokens[token].kind != TL_TOKEN_NUMBER || tokens[token + 2].kind != TL_TOKEN_NUMBER ||
      !tl_text_token_is (text, token + 1, "/") || !is_glued (text, token + 1) || !is_glued (text, token + 2))
    return 0;
  below = read_digits (text, token + 2);
  if (below < 2 || below > 16)
    return 0;
  *end = token + 3;
  return read_digits (text, token) / below;
}

/* A number below a thousand or so, in digits or in words, without a magnitude. */
static gboolean
read_number (TlText *text,
             guint   token,
             double *value,
             guint  *end)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  TlNumber number;

  if (token >= n_tokens)
    return FALSE;
  if (tokens[token].kind == TL_TOKEN_NUMBER)
    {
      *value = read_digits (text, token);
      *end = token + 1;
      *value += read_fraction (text, end);
      return TRUE;
    }
  if (tokens[token].kind != TL_TOKEN_WORD || !tl_number_parse (text, token, FALSE, &number) || number.has_magnitude)
    return FALSE;
  *value = number.value;
  *end = number.end_token;
  return !number.is_article;
}

/* "10-15", "10 to 15", "between 10 and 15": to the range's end; its low end is the value. */
static void
read_range (TlText *text,
            guint   first,
            double *value,
            guint  *end)
{
  guint n_tokens, high_end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  gboolean is_between = first > 0 && tl_text_token_is (text, first - 1, "between");
  double high;

  if (*end + 1 >= n_tokens || tokens[*end + 1].sentence != tokens[first].sentence)
    return;
  if (!is_dash (text, *end) && !tl_text_token_is (text, *end, "to") && !tl_text_token_is (text, *end, "or") &&
      !(is_between && tl_text_token_is (text, *end, "and")))
    return;
  if (!read_number (text, *end + 1, &high, &high_end) || high <= *value)
    return;
  *end = high_end;
}

/* The end of the unit behind a number, with or without a hyphen; 0 where it has none. */
static guint
unit_end (TlText    *text,
          guint      token,
          TlPhrases *group)
{
  guint end;

  if (is_hyphen (text, token))
    token++;
  return tl_lexicon_match (group, text, token, &end) != NULL ? end : 0;
}

/* Takes the word of precision that stands before the change into it. */
static void
take_precision (TlText   *text,
                TlChange *change)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint n = 3; n >= 1; n--)
    {
      guint end;
      const TlWord *word;
      TlPrecision precision;

      if (change->first_token < n ||
          tokens[change->first_token - n].sentence != tokens[change->first_token].sentence)
        continue;
      word = tl_lexicon_match (get_words ()->precision, text, change->first_token - n, &end);
      if (word == NULL || end != change->first_token || !tl_precision_from_string (word->value, &precision))
        continue;
      change->precision = precision;
      change->first_token -= n;
      return;
    }
}

/* Which way it went; the "more" of "fell more than 5%" tells none. */
static int
direction_of (TlText   *text,
              TlChange *change)
{
  TlChange with_precision = *change;

  take_precision (text, &with_precision);
  return tl_change_direction_of_size (text, with_precision.first_token, change->end_token,
                                      &change->direction);
}

/* "107.5% of 2020's", "96% of the level of last year", "103% against 2016": a ratio to an earlier period. */
static gboolean
is_ratio (TlText *text,
          guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlWord *word = tl_lexicon_match (get_words ()->ratio, text, token, NULL);
  guint32 sentence;
  gboolean is_of;

  if (word == NULL)
    return FALSE;
  is_of = strcmp (word->value, "level") == 0;
  sentence = tokens[token].sentence;
  for (guint i = token + 1; i < n_tokens && i <= token + RATIO_REACH && tokens[i].sentence == sentence; i++)
    {
      if (tl_phrases_match_at (get_words ()->ratio_base, text, i, NULL))
        return TRUE;
      if (tokens[i].kind == TL_TOKEN_PUNCTUATION)
        break;
      /* "of 2020", "of the 2020 level": of a year, and not of the exports in a year */
      if (tokens[i].kind == TL_TOKEN_NUMBER && tokens[i].span.end - tokens[i].span.start == 4 &&
          (!is_of || i <= token + 2))
        return TRUE;
    }
  return FALSE;
}

/* Whether "+", "-" or the like before a number is its sign; the dash of "10-15%" is none. */
static int
sign_before (TlText *text,
             guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  if (token == 0 || !is_glued (text, token) || tokens[token - 1].sentence != tokens[token].sentence)
    return 0;
  if (tl_text_token_is (text, token - 1, "+"))
    return 1;
  if (!is_dash (text, token - 1) && !tl_text_token_is (text, token - 1, "−"))
    return 0;
  return token > 1 && is_glued (text, token - 1) && tokens[token - 2].kind != TL_TOKEN_PUNCTUATION ? 0 : -1;
}

/* Gives the change its direction; FALSE where no word tells one. */
static gboolean
set_direction (TlText   *text,
               double    percent,
               TlChange *change)
{
  guint number = change->first_token;
  int direction = sign_before (text, number);

  if (direction != 0)
    change->first_token--;
  else
    direction = direction_of (text, change);
  change->percent = direction * percent;
  return direction != 0;
}

/* "to Iraq (5%), Egypt (7%)": a bracket goes on where the change before stands in one, too. */
static gboolean
is_next_in_brackets (TlText         *text,
                     const TlChange *before,
                     guint           word)
{
  return tl_text_token_is (text, word, "(") && before->first_token > 0 &&
         tl_text_token_is (text, before->first_token - 1, "(");
}

/* "rose 5% in May, to Chile 7%": another name stands where the verb would. */
static gboolean
is_next_name (TlText         *text,
              const TlChange *before,
              guint           word)
{
  TlPhrases *prepositions = TL_LEXICON_GROUP ("party-preposition");
  guint n_tokens, first = word;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  while (first > before->end_token && word - first < MAX_NAME_WORDS &&
         (tokens[first].flags & TL_TOKEN_CAPITALISED) != 0)
    first--;
  if (first == word || first <= before->end_token || !tl_phrases_match_at (prepositions, text, first, NULL))
    return FALSE;
  return tl_text_token_is (text, first - 1, ",") || tl_text_token_is (text, first - 1, "and");
}

/* "wheat rose by 5%, rice by 7% and maize - by 9%": what was said of the one before. */
static gboolean
take_direction (TlText         *text,
                const TlChange *before,
                double          percent,
                TlChange       *change)
{
  TlChange with_precision = *change;
  guint n_tokens, word;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  TlSpan span;

  take_precision (text, &with_precision);
  word = with_precision.first_token - 1;
  if (before == NULL || before->kind != TL_CHANGE_PERCENT ||
      tokens[before->first_token].sentence != tokens[change->first_token].sentence ||
      word < before->end_token || word - before->end_token > ELIDED_REACH ||
      (!tl_phrases_match_at (get_words ()->elided, text, word, NULL) && !is_next_in_brackets (text, before, word) &&
       !is_next_name (text, before, word)) ||
      sign_before (text, change->first_token) != 0)
    return FALSE;
  for (guint i = before->end_token; i < change->first_token; i++)
    if (tl_change_direction_at (text, i, &word) != 0)
      return FALSE;
  span = tl_span_is_empty (before->direction) ? before->span : before->direction;
  *change = with_precision;
  change->percent = before->percent < 0 ? -percent : percent;
  change->direction = span;
  return TRUE;
}

/* "between 16% and 20%": to the end of the range; its low end is the change. */
static guint
range_end (TlText *text,
           guint   first,
           guint   end)
{
  guint n_tokens, high_end, unit;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  double high;

  if (end + 1 >= n_tokens || tokens[end + 1].sentence != tokens[first].sentence)
    return end;
  if (!is_dash (text, end) && !(first > 0 && tl_text_token_is (text, first - 1, "between") &&
                                tl_text_token_is (text, end, "and")))
    return end;
  if (!read_number (text, end + 1, &high, &high_end) || high_end >= n_tokens)
    return end;
  unit = unit_end (text, high_end, get_words ()->percent);
  return unit != 0 ? unit : end;
}

static gboolean
read_percent (TlText         *text,
              guint           token,
              double          value,
              guint           end,
              const TlChange *before,
              TlChange       *change)
{
  end = unit_end (text, end, get_words ()->percent);
  if (end == 0)
    return FALSE;
  if (tl_phrases_match_at (get_words ()->points, text, end, NULL))
    return FALSE;
  end = range_end (text, token, end);
  *change = (TlChange) { .first_token = token, .end_token = end, .kind = TL_CHANGE_PERCENT };
  if (tl_text_token_is (text, end, "of") && !is_ratio (text, end))
    return FALSE;               /* "30% of exports" is a share */
  if (take_direction (text, before, value, change))
    return TRUE;
  if (!tl_text_token_is (text, end, "of") && set_direction (text, value, change))
    {
      take_precision (text, change);
      return TRUE;
    }
  if (!is_ratio (text, end))
    return FALSE;               /* a share, a rate: no change */
  change->percent = value - 100;
  take_precision (text, change);
  return TRUE;
}

/* Whether numbers, commas and "and" lead on to a per cent: the "5" of "rose 5, 7 and 9 percent". */
static gboolean
shares_percent (TlText *text,
                guint   end)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint n = 0; n < MAX_SHARED && end + 1 < n_tokens; n++)
    {
      double value;

      if (!tl_text_token_is (text, end, ",") && !tl_text_token_is (text, end, "and"))
        return FALSE;
      end++;
      if (tl_text_token_is (text, end, "and"))
        end++;
      if (end >= n_tokens || tokens[end].sentence != tokens[end - 1].sentence ||
          !read_number (text, end, &value, &end) || value >= MAX_PERCENT)
        return FALSE;
      if (unit_end (text, end, get_words ()->percent) != 0)
        return TRUE;
    }
  return FALSE;
}

/* "rose 5 and 7 percent": the first of them has its per cent from the last. */
static gboolean
read_shared_percent (TlText         *text,
                     guint           token,
                     double          value,
                     guint           end,
                     const TlChange *before,
                     TlChange       *change)
{
  gboolean is_next = before != NULL && before->kind == TL_CHANGE_PERCENT && before->end_token + 1 == token;
  guint word;

  if (value >= MAX_PERCENT || token == 0 || !shares_percent (text, end))
    return FALSE;
  if (!is_next && !tl_text_token_is (text, token - 1, "by") && !tl_text_token_is (text, token - 1, "of") &&
      tl_change_direction_at (text, token - 1, &word) == 0)
    return FALSE;
  *change = (TlChange) { .first_token = token, .end_token = end, .kind = TL_CHANGE_PERCENT };
  return take_direction (text, before, value, change) || set_direction (text, value, change);
}

/* "1.5 times", "three times higher", "4.8-fold", "2.5x": a factor. */
static gboolean
read_times (TlText   *text,
            guint     token,
            double    value,
            guint     end,
            TlChange *change)
{
  guint behind = unit_end (text, end, get_words ()->times);

  /* "three times in March" are occasions; "three-fold in March" is none. */
  if (behind == 0 || value <= 0 || value > MAX_FACTOR ||
      (tl_phrases_match_at (get_words ()->occasions, text, behind - 1, NULL) &&
       tl_phrases_match_at (get_words ()->times_not, text, behind, NULL)))
    return FALSE;
  *change = (TlChange) { .first_token = token, .end_token = behind, .kind = TL_CHANGE_PERCENT };
  if (direction_of (text, change) < 0)
    change->percent = 100 / value - 100;
  else
    change->percent = (value - 1) * 100;
  take_precision (text, change);
  return TRUE;
}

/* "doubled", "tenfold", "halved". */
static gboolean
read_factor (TlText   *text,
             guint     token,
             TlChange *change)
{
  guint end;
  const TlWord *word = tl_lexicon_match (get_words ()->factor, text, token, &end);

  if (word == NULL || unit_end (text, end, get_words ()->factor_not) != 0)
    return FALSE;
  *change = (TlChange) {
    .first_token = token,
    .end_token = end,
    .kind = TL_CHANGE_PERCENT,
    .percent = word->number,
  };
  take_precision (text, change);
  return TRUE;
}

/* "by a third", "more than half": a part of it, up or down. */
static gboolean
read_part (TlText   *text,
           guint     token,
           TlChange *change)
{
  guint end;
  const TlWord *precision;
  const TlWord *word = tl_lexicon_match (get_words ()->part, text, token, &end);

  if (word == NULL || tl_text_token_is (text, end, "of"))
    return FALSE;
  *change = (TlChange) { .first_token = token, .end_token = end, .kind = TL_CHANGE_PERCENT };
  change->percent = direction_of (text, change) * word->number;
  if (change->percent == 0)
    return FALSE;
  take_precision (text, change);
  /* "more than half" is one phrase, as "half" alone says too little */
  precision = tl_lexicon_match (get_words ()->precision, text, token, NULL);
  if (precision != NULL)
    tl_precision_from_string (precision->value, &change->precision);
  return TRUE;
}

/*
 * tl_change_read_size:
 * @text: a text
 * @token: where a size may begin
 * @before: (nullable): the change before it
 * @has_unit: whether a unit stands behind it, so that a number may be the size
 * @change: (out): the change
 *
 * Returns: whether a change with a size begins there, of whatever it may be
 */
gboolean
tl_change_read_size (TlText         *text,
                     guint           token,
                     const TlChange *before,
                     gboolean        has_unit,
                     TlChange       *change)
{
  guint n_tokens, end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  double value;

  if (read_factor (text, token, change) || read_part (text, token, change))
    return TRUE;
  if (!has_unit || !read_number (text, token, &value, &end))
    return FALSE;
  if (end < n_tokens && unit_end (text, end, get_words ()->percent) == 0)
    read_range (text, token, &value, &end);
  if (end >= n_tokens || tokens[end].sentence != tokens[token].sentence)
    return FALSE;
  return read_percent (text, token, value, end, before, change) ||
         read_shared_percent (text, token, value, end, before, change) ||
         read_times (text, token, value, end, change);
}
