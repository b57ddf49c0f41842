/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Names with a pattern of their own: "Chile-Peru business forum", "the Silva
 * administration", an article's line of sources.
 */

#include "tl-candidates-private.h"

#include <string.h>

/* Words between two countries and what they belong to. */
#define MAX_BETWEEN 3

static gboolean
is_same_sentence (const TlReading *reading,
                  guint            a,
                  guint            b)
{
  return b < reading->n_tokens && reading->tokens[a].sentence == reading->tokens[b].sentence;
}

/* "Chile-Peru intergovernmental commission", "Chilean-Peruvian business forum". */
static guint
read_bilateral_body (TlWalk *walk,
                     guint   token)
{
  const TlReading *reading = walk->reading;
  guint64 wanted = reading->cues[token] & (TL_CUE_ADJECTIVE | TL_CUE_PLACE);
  TlPhrases *words, *bodies;
  guint hyphen = token, i, end;

  if (wanted == 0)
    return token;
  while (hyphen < token + 6 && tl_reading_has (reading, hyphen, wanted) &&
         !tl_reading_is (reading, hyphen, "-"))
    hyphen++;
  if (!tl_reading_is (reading, hyphen, "-") && !tl_reading_is (reading, hyphen, "–"))
    return token;
  for (i = hyphen + 1; i < hyphen + 6 && tl_reading_has (reading, i, wanted); i++)
    ;
  if (i == hyphen + 1)
    return token;
  words = tl_lexicon_get_group (tl_entity_lexicon_get (), "bilateral-words");
  bodies = tl_lexicon_get_group (tl_entity_lexicon_get (), "bilateral-bodies");
  for (guint n = 0; n <= MAX_BETWEEN; n++)
    {
      const TlWord *body = tl_lexicon_match (bodies, reading->text, i, &end);

      if (body != NULL && is_same_sentence (reading, token, i))
        {
          gboolean is_event = g_str_has_prefix (body->value, "event");

          /* "Chile-Peru trade war" is a manner of speaking. */
          if (n > 0 && strcmp (body->value, "event-alone") == 0)
            return token;
          tl_walk_add (walk, token, end, is_event ? TL_CANDIDATE_EVENT : TL_CANDIDATE_ORGANIZATION,
                       TL_CANDIDATE_PATTERN);
          return end;
        }
      if (tl_lexicon_match (words, reading->text, i, &end) == NULL)
        break;
      i = end;
    }
  return token;
}

/* "the Silva administration". */
static guint
read_led_body (TlWalk *walk,
               guint   token)
{
  const TlReading *reading = walk->reading;
  TlWordClass class;
  guint end;

  class = tl_word_get_class (reading, token);
  if ((class != TL_WORD_NAME && class != TL_WORD_COMMON) ||
      tl_reading_is_capital (reading, token + 1) ||
      (reading->tokens[token].flags & TL_TOKEN_SENTENCE_START) != 0 ||
      (token > 0 && tl_word_get_class (reading, token - 1) != TL_WORD_NONE &&
       !tl_reading_is (reading, token - 1, "the")) ||
      !tl_reading_has (reading, token + 1, TL_CUE_LED_BODY) ||
      !is_same_sentence (reading, token, token + 1))
    return token;
  for (end = token + 1; tl_reading_has (reading, end, TL_CUE_LED_BODY); end++)
    ;
  tl_walk_add (walk, token, end, TL_CANDIDATE_ORGANIZATION, TL_CANDIDATE_PATTERN);
  return end;
}

static gboolean
is_dash (const TlReading *reading,
         guint            token)
{
  return token < reading->n_tokens && reading->tokens[token].kind != TL_TOKEN_WORD &&
         (tl_reading_is (reading, token, "-") || tl_reading_is (reading, token, "–") ||
          tl_reading_is (reading, token, "—"));
}

/* "— SPA" at a paragraph's end: the agency that the text is from. */
static guint
read_agency_at_end (TlWalk *walk,
                    guint   token)
{
  const TlReading *reading = walk->reading;
  TlWordClass class;

  if (!is_dash (reading, token) || tl_reading_touches (reading, token) ||
      tl_reading_touches (reading, token + 1) ||
      (token + 2 < reading->n_tokens &&
       (reading->tokens[token + 2].flags & TL_TOKEN_LINE_START) == 0))
    return token;
  class = tl_word_get_class (reading, token + 1);
  if (class != TL_WORD_NAME &&
      (class == TL_WORD_NONE || !tl_reading_is_acronym (reading, token + 1)))
    return token;
  tl_walk_add (walk, token + 1, token + 2, TL_CANDIDATE_ORGANIZATION, TL_CANDIDATE_PATTERN);
  return token + 2;
}

/* "Source: News.example, https://…": a publisher that is named by its address. */
static guint
read_publisher (TlWalk *walk,
                guint   token)
{
  const TlReading *reading = walk->reading;
  TlSpan span = reading->tokens[token].span;
  gboolean is_source;

  if (reading->tokens[token].kind != TL_TOKEN_ADDRESS ||
      memchr (reading->string + span.start, '/', span.end - span.start) != NULL ||
      memchr (reading->string + span.start, '@', span.end - span.start) != NULL)
    return token;
  is_source = token > 1 && tl_reading_is (reading, token - 1, ":") &&
              tl_reading_has (reading, token - 2, TL_CUE_SOURCE_LINE);
  if (!is_source && !(tl_reading_is (reading, token + 1, ",") && token + 2 < reading->n_tokens &&
                      reading->tokens[token + 2].kind == TL_TOKEN_ADDRESS))
    return token;
  tl_walk_add (walk, token, token + 1, TL_CANDIDATE_ORGANIZATION, TL_CANDIDATE_PATTERN);
  return token + 1;
}

/* Whether a pattern may begin with the token: with no word in lower case but a few, inside a line. */
static gboolean
may_begin (const TlReading *reading,
           guint            token)
{
  const TlToken *here = &reading->tokens[token];

  return here->kind != TL_TOKEN_WORD || (here->flags & (TL_TOKEN_CAPITALISED | TL_TOKEN_LINE_START)) != 0 ||
         tl_reading_has (reading, token, TL_CUE_ORDINAL | TL_CUE_TENS | TL_CUE_ADJECTIVE | TL_CUE_PLACE);
}

/* Returns the index behind the name that a pattern finds at the token, or the token where none. */
guint
tl_pattern_read (TlWalk *walk,
                 guint   token)
{
  guint end;

  if (!may_begin (walk->reading, token))
    return token;
  end = tl_dateline_read (walk, token);
  if (end == token)
    end = tl_byline_read (walk, token);
  if (end == token)
    end = tl_event_read (walk, token);
  if (end == token)
    end = read_bilateral_body (walk, token);
  if (end == token)
    end = read_led_body (walk, token);
  if (end == token)
    end = read_publisher (walk, token);
  if (end == token)
    end = read_agency_at_end (walk, token);
  return end;
}
