/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-change.h"

#include "tl-lexicon.h"

#include <string.h>

/* How many tokens away from a per cent its direction may stand. */
#define REACH 7

typedef struct
{
  TlPhrases *direction;
  TlPhrases *alone;
  TlPhrases *transitive;
  TlPhrases *extent;
  TlPhrases *factor;
  TlPhrases *degree;
  TlPhrases *percent;
  TlPhrases *precision;
} Words;

static const Words *
get_words (void)
{
  static Words *words = NULL;

  if (g_once_init_enter (&words))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      Words *read = g_new0 (Words, 1);

      read->direction = tl_lexicon_get_group (lexicon, "change-direction");
      read->alone = tl_lexicon_get_group (lexicon, "change-alone");
      read->transitive = tl_lexicon_get_group (lexicon, "change-transitive");
      read->extent = tl_lexicon_get_group (lexicon, "change-extent");
      read->factor = tl_lexicon_get_group (lexicon, "change-factor");
      read->degree = tl_lexicon_get_group (lexicon, "change-small");
      read->percent = tl_lexicon_get_group (lexicon, "percent");
      read->precision = tl_lexicon_get_group (lexicon, "amount-precision");
      g_once_init_leave (&words, read);
    }
  return words;
}

static double
read_number (TlText *text,
             guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  g_autofree char *number = tl_text_dup_span (text, tokens[token].span);
  char *comma = strchr (number, ',');

  /* "9,3%" is a decimal comma: no per cent has thousands grouped by one. */
  if (comma != NULL && strchr (number, '.') == NULL)
    *comma = '.';
  return g_ascii_strtod (number, NULL);
}

/* Takes the word of precision that stands before @first into the change. */
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

/* The direction that a word at @token tells, 1 or -1; 0 where it tells none. */
static int
direction_at (TlText *text,
              guint   token)
{
  const TlWord *word = tl_lexicon_match (get_words ()->direction, text, token, NULL);

  /* "up to 50%" is a bound. */
  if (word == NULL || (tl_text_token_is (text, token, "up") && tl_text_token_is (text, token + 1, "to")))
    return 0;
  return strcmp (word->value, "up") == 0 ? 1 : -1;
}

/* The words of direction that begin at @token. */
static TlSpan
direction_span (TlText *text,
                guint   token)
{
  guint n_tokens, end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  tl_lexicon_match (get_words ()->direction, text, token, &end);
  return (TlSpan) { tokens[token].span.start, tokens[end - 1].span.end };
}

/* Finds the nearest word of direction around [first, end) in its sentence; 0 where there is none. */
static int
find_direction (TlText *text,
                guint   first,
                guint   end,
                TlSpan *span)
{
  guint n_tokens, n_sentences;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlSentence *sentence = &tl_text_get_sentences (text, &n_sentences)[tokens[first].sentence];

  for (guint distance = 1; distance <= REACH; distance++)
    {
      /* Behind first: "12% more"; a word before may belong to the figure before it. */
      if (distance <= 3 && end + distance - 1 < sentence->end_token)
        {
          int direction = direction_at (text, end + distance - 1);

          if (direction != 0)
            {
              *span = direction_span (text, end + distance - 1);
              return direction;
            }
        }
      if (first >= sentence->first_token + distance)
        {
          int direction = direction_at (text, first - distance);

          if (tokens[first - distance].kind == TL_TOKEN_PUNCTUATION &&
              tl_text_token_is (text, first - distance, ";"))
            break;
          if (direction != 0)
            {
              *span = direction_span (text, first - distance);
              return direction;
            }
        }
    }
  return 0;
}

/*
 * tl_change_direction_find:
 * @text: a text
 * @first: a token
 * @end: the token behind the last
 * @reach: how many tokens away
 * @span: (out): the word; left alone where there is none
 *
 * Returns: 1 or -1 for the nearest word of direction before @first or behind @end, else 0
 */
int
tl_change_direction_find (TlText *text,
                          guint   first,
                          guint   end,
                          guint   reach,
                          TlSpan *span)
{
  for (guint distance = 1; distance <= reach; distance++)
    {
      guint token = first >= distance ? first - distance : G_MAXUINT;
      int direction = token != G_MAXUINT ? direction_at (text, token) : 0;

      if (direction == 0)
        {
          token = end + distance - 1;
          direction = direction_at (text, token);
        }
      if (direction != 0)
        {
          *span = direction_span (text, token);
          return direction;
        }
    }
  return 0;
}

/* "107.5% of 2020's", "137.2% of the 2020 level": a ratio to an earlier period. */
static gboolean
is_ratio (TlText *text,
          guint   end)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint token = end + 1;

  if (!tl_text_token_is (text, end, "of"))
    return FALSE;
  if (tl_text_token_is (text, token, "the"))
    token++;
  if (token >= n_tokens || tokens[token].kind != TL_TOKEN_NUMBER)
    return FALSE;
  return tokens[token].span.end - tokens[token].span.start == 4;
}

static gboolean
read_percent (TlText   *text,
              guint     token,
              TlChange *change)
{
  guint n_tokens, end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  double percent;
  int direction;

  if (tokens[token].kind != TL_TOKEN_NUMBER ||
      tl_lexicon_match (get_words ()->percent, text, token + 1, &end) == NULL ||
      tokens[end - 1].sentence != tokens[token].sentence)
    return FALSE;
  if (tl_text_token_is (text, end, "points") || tl_text_token_is (text, end, "point"))
    return FALSE;
  /* "30% of exports" is a share. */
  if (tl_text_token_is (text, end, "of") && !is_ratio (text, end))
    return FALSE;

  percent = read_number (text, token);
  *change = (TlChange) { .first_token = token, .end_token = end, .kind = TL_CHANGE_PERCENT };
  if (token > 0 && (tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0 &&
      tokens[token - 1].sentence == tokens[token].sentence &&
      (tl_text_token_is (text, token - 1, "+") || tl_text_token_is (text, token - 1, "-") ||
       tl_text_token_is (text, token - 1, "−") || tl_text_token_is (text, token - 1, "–")))
    {
      direction = tl_text_token_is (text, token - 1, "+") ? 1 : -1;
      change->first_token--;
    }
  else if (is_ratio (text, end))
    {
      change->percent = percent - 100;
      take_precision (text, change);
      return TRUE;
    }
  else
    {
      direction = find_direction (text, token, end, &change->direction);
    }
  if (direction == 0)
    return FALSE;               /* a share, a rate: no change */
  change->percent = direction * percent;
  take_precision (text, change);
  return TRUE;
}

/* "1.5 times", "4.8 times": a factor. */
static gboolean
read_times (TlText   *text,
            guint     token,
            TlChange *change)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  double factor;

  if (tokens[token].kind != TL_TOKEN_NUMBER || token + 1 >= n_tokens ||
      tokens[token + 1].sentence != tokens[token].sentence)
    return FALSE;
  if (!tl_text_token_is (text, token + 1, "times") &&
      !(tl_text_token_is (text, token + 1, "-") && tl_text_token_is (text, token + 2, "fold")))
    return FALSE;
  factor = read_number (text, token);
  if (factor <= 0 || factor > 1000)
    return FALSE;
  *change = (TlChange) {
    .first_token = token,
    .end_token = token + (tl_text_token_is (text, token + 1, "times") ? 2 : 3),
    .kind = TL_CHANGE_PERCENT,
  };
  if (find_direction (text, token, change->end_token, &change->direction) < 0)
    change->percent = 100 / factor - 100;
  else
    change->percent = (factor - 1) * 100;
  take_precision (text, change);
  return TRUE;
}

static gboolean
read_factor (TlText   *text,
             guint     token,
             TlChange *change)
{
  guint end;
  const TlWord *precision;
  const TlWord *word = tl_lexicon_match (get_words ()->factor, text, token, &end);

  if (word == NULL)
    return FALSE;
  *change = (TlChange) {
    .first_token = token,
    .end_token = end,
    .kind = TL_CHANGE_PERCENT,
    .percent = word->number,
  };
  /* "by half" and "more than half" are changes only where something shrank. */
  if (word->number < 0 && !tl_text_token_is (text, token, "halved") &&
      find_direction (text, token, end, &change->direction) >= 0)
    return FALSE;
  take_precision (text, change);
  /* "more than half" is one phrase, as "half" alone says too little */
  precision = tl_lexicon_match (get_words ()->precision, text, token, NULL);
  if (precision != NULL)
    tl_precision_from_string (precision->value, &change->precision);
  return TRUE;
}

static void
take_degree (TlText   *text,
             TlChange *change)
{
  guint n_tokens, end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint32 sentence = tokens[change->first_token].sentence;

  while (change->first_token > 0 && tokens[change->first_token - 1].sentence == sentence)
    {
      if (tl_lexicon_match (get_words ()->degree, text, change->first_token - 1, &end) == NULL ||
          end != change->first_token)
        break;
      change->first_token--;
    }
  if (change->end_token < n_tokens && tokens[change->end_token].sentence == sentence &&
      tl_lexicon_match (get_words ()->degree, text, change->end_token, &end) != NULL &&
      !tl_text_token_is (text, change->end_token, "to") && !tl_text_token_is (text, change->end_token, "will"))
    change->end_token = end;
}

/* "increased deliveries of … by a considerable margin": that is how much. */
static void
take_extent (TlText   *text,
             TlChange *change)
{
  guint n_tokens, n_sentences;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlSentence *sentence = &tl_text_get_sentences (text, &n_sentences)[tokens[change->first_token].sentence];

  for (guint i = change->end_token; i < sentence->end_token && i < change->end_token + 2 * REACH; i++)
    {
      TlPhraseMatch match;

      if (!tl_phrases_match_at (get_words ()->extent, text, i, &match))
        continue;
      change->span = (TlSpan) { tokens[i].span.start, tokens[match.end_token - 1].span.end };
      return;
    }
}

static gboolean
read_alone (TlText   *text,
            guint     token,
            TlChange *change)
{
  guint end;
  const TlWord *word = tl_lexicon_match (get_words ()->alone, text, token, &end);

  if (word == NULL)
    return FALSE;
  *change = (TlChange) { .first_token = token, .end_token = end };
  change->kind = strcmp (word->value, "up") == 0 ? TL_CHANGE_UP
               : strcmp (word->value, "down") == 0 ? TL_CHANGE_DOWN : TL_CHANGE_FLAT;
  change->is_transitive = tl_phrases_match_at (get_words ()->transitive, text, token, NULL);
  take_degree (text, change);
  take_extent (text, change);
  return TRUE;
}

/*
 * tl_changes_find:
 * @text: a text
 *
 * Returns: (transfer full) (element-type TlChange): the changes that the text states, of
 *   whatever it may be, in order
 */
GArray *
tl_changes_find (TlText *text)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TlChange));
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      TlChange change;

      if (!read_percent (text, i, &change) && !read_times (text, i, &change) &&
          !read_factor (text, i, &change) && !read_alone (text, i, &change))
        continue;
      if (tl_span_is_empty (change.span))
        change.span = (TlSpan) { tokens[change.first_token].span.start, tokens[change.end_token - 1].span.end };
      g_array_append_val (changes, change);
      i = MAX (i, change.end_token - 1);
    }
  return changes;
}
