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

/* The most tokens in brackets that are passed over. */
#define BRACKETS_REACH 12

static TlPhrases *
get_directions (void)
{
  return TL_LEXICON_GROUP ("change-direction");
}

/* "negative growth of 4.2%" */
static gboolean
is_negated (TlText *text,
            guint   token)
{
  return token > 0 && tl_phrases_match_at (TL_LEXICON_GROUP ("change-negative"), text, token - 1, NULL);
}

/* "made up $2bn": the word is a part of others that tell none. */
static gboolean
is_part_of_none (TlText *text,
                 guint   token)
{
  for (guint n = 1; n <= 2 && n <= token; n++)
    {
      guint end;
      const TlWord *word = tl_lexicon_match (get_directions (), text, token - n, &end);

      if (word != NULL && end > token && strcmp (word->value, "none") == 0)
        return TRUE;
    }
  return FALSE;
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
  if (is_part_of_none (text, token))
    return 0;
  direction = strcmp (word->value, "up") == 0 ? 1 : strcmp (word->value, "down") == 0 ? -1 : 0;
  return is_negated (text, token) ? -direction : direction;
}

/* The words of direction that begin at @token. */
static TlSpan
direction_span (TlText *text,
                guint   token)
{
  guint n_tokens, end = token + 1;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  tl_lexicon_match (get_directions (), text, token, &end);
  return (TlSpan) { tokens[token].span.start, tokens[end - 1].span.end };
}

/* "rose 5%, wheat fell 7%", "rose 5% but fell in May": what stands behind is another matter. */
static gboolean
begins_other (TlText *text,
              guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  return (tokens[token].kind == TL_TOKEN_PUNCTUATION && !tl_text_token_is (text, token, "-")) ||
         tl_phrases_match_at (TL_LEXICON_GROUP ("change-other"), text, token, NULL);
}

/* The token before, passing over what stands in brackets; G_MAXUINT at the sentence's start. */
static guint
token_before (TlText *text,
              guint   token,
              guint   first)
{
  if (token == G_MAXUINT || token <= first)
    return G_MAXUINT;
  token--;
  if (!tl_text_token_is (text, token, ")"))
    return token;
  for (guint n = 1; n <= BRACKETS_REACH && token >= first + n; n++)
    if (tl_text_token_is (text, token - n, "("))
      return token > first + n ? token - n - 1 : G_MAXUINT;
  return token;
}

/* The token behind "year-on-year" and the like at @token; @token where there is none. */
static guint
skip_rate (TlText *text,
           guint   token)
{
  TlPhrases *rates = TL_LEXICON_GROUP ("trade-period-rate");
  guint end = token;

  return tl_lexicon_match (rates, text, token, &end) != NULL ? end : token;
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
  gboolean is_open = TRUE;
  guint back = first;

  end = skip_rate (text, end);  /* "a 45% year-on-year increase" */
  for (guint distance = 1; distance <= REACH; distance++)
    {
      is_open = is_open && end + distance - 1 < sentence->end_token && !begins_other (text, end + distance - 1);
      /* Behind first: "12% more"; a word before may belong to the figure before it. */
      if (distance <= REACH_BEHIND && is_open)
        {
          int direction = direction_at (text, end + distance - 1);

          if (direction != 0)
            {
              *span = direction_span (text, end + distance - 1);
              return direction;
            }
        }
      back = token_before (text, back, sentence->first_token);
      if (back != G_MAXUINT)
        {
          int direction = direction_at (text, back);

          if (tl_text_token_is (text, back, ";"))
            break;
          if (direction != 0)
            {
              *span = direction_span (text, back);
              return direction;
            }
        }
    }
  return 0;
}

/*
 * tl_change_direction_at:
 * @text: a text
 * @token: where a word of direction may begin
 * @end: (out): the token behind it; left alone where there is none
 *
 * Returns: which way it says, 1 or -1; 0 where there is none
 */
int
tl_change_direction_at (TlText *text,
                        guint   token,
                        guint  *end)
{
  int direction = direction_at (text, token);

  if (direction != 0)
    tl_lexicon_match (get_directions (), text, token, end);
  return direction;
}
