/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which way something went: the word of direction beside a size.
 */

#include "tl-change-private.h"

#include "tl-lexicon.h"

#include <string.h>

/* How many tokens away from a size its direction may stand. */
#define REACH        7
#define REACH_BEHIND 3

static TlPhrases *
get_directions (void)
{
  static TlPhrases *words = NULL;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, tl_lexicon_get_group (tl_lexicon_get_default (), "change-direction"));
  return words;
}

/* "negative growth of 4.2%" */
static gboolean
is_negated (TlText *text,
            guint   token)
{
  return token > 0 && tl_phrases_match_at (tl_lexicon_get_group (tl_lexicon_get_default (), "change-negative"),
                                           text, token - 1, NULL);
}

/* The direction that a word at @token tells, 1 or -1; 0 where it tells none. */
static int
direction_at (TlText *text,
              guint   token)
{
  const TlWord *word = tl_lexicon_match (get_directions (), text, token, NULL);
  int direction;

  /* "up to 50%" is a bound. */
  if (word == NULL || (tl_text_token_is (text, token, "up") && tl_text_token_is (text, token + 1, "to")))
    return 0;
  direction = strcmp (word->value, "up") == 0 ? 1 : strcmp (word->value, "down") == 0 ? -1 : 0;
  return is_negated (text, token) ? -direction : direction;
}

/* The words of direction that begin at @token. */
static TlSpan
direction_span (TlText *text,
                guint   token)
{
  guint n_tokens, end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  tl_lexicon_match (get_directions (), text, token, &end);
  return (TlSpan) { tokens[token].span.start, tokens[end - 1].span.end };
}

/*
 * tl_change_direction_of_size:
 * @text: a text
 * @first: the first token of a size
 * @end: the token behind it
 * @span: (out): the words of direction; left alone where there are none
 *
 * Returns: the direction told by the nearest such word in the sentence, 1 or -1; 0 where
 *   there is none
 */
int
tl_change_direction_of_size (TlText *text,
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
      if (distance <= REACH_BEHIND && end + distance - 1 < sentence->end_token)
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
 * @first: the first token of an amount
 * @end: the token behind it
 * @reach: how many tokens away the word may stand
 * @span: (out): the word; left alone where there is none
 *
 * Returns: the direction told by the nearest word of direction, the one before it first;
 *   1, -1, or 0 where there is none
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
