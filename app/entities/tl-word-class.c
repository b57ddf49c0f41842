/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The class of each word of a text, by which runs of capitalised words are read and cut.
 */

#include "tl-candidates-private.h"

static TlWordClass
classify_unknown (const TlReading *reading,
                  guint            token)
{
  glong length = g_utf8_strlen (reading->string + reading->tokens[token].span.start,
                                (gssize) tl_reading_length_of (reading, token));

  if (length == 1)
    return TL_WORD_INITIAL;
  if (tl_reading_has (reading, token, TL_CUE_NOT_NAME))
    return TL_WORD_COMMON;
  if (tl_reading_is_acronym (reading, token) && length <= 7)
    return TL_WORD_ACRONYM;
  return tl_reading_has (reading, token, TL_CUE_COMMON) ? TL_WORD_COMMON : TL_WORD_NAME;
}

/* The "A." of "A. Silva" is no article, and the "I." of "I. Silva" no one who speaks. */
static gboolean
is_initial_of_name (const TlReading *reading,
                    guint            token)
{
  return tl_reading_length_of (reading, token) == 1 && tl_reading_is (reading, token + 1, ".") &&
         tl_reading_touches (reading, token + 1) && tl_reading_is_capital (reading, token + 2) &&
         reading->tokens[token].sentence == reading->tokens[token + 2].sentence &&
         !tl_reading_has (reading, token + 2, TL_CUE_FUNCTION | TL_CUE_COMMON);
}

/* "Jan Kross", "Ana May": a month's name between or behind the words of a person's. */
static gboolean
is_month_as_name (const TlReading *reading,
                  guint            token)
{
  guint next = token + 1;

  if (!tl_reading_has (reading, token, TL_CUE_MONTH_NAME) || tl_reading_is_acronym (reading, token) ||
      (next < reading->n_tokens && reading->tokens[next].kind == TL_TOKEN_NUMBER))
    return FALSE;
  if (token > 0 && reading->tokens[token - 1].sentence == reading->tokens[token].sentence)
    {
      if (reading->classes[token - 1] == TL_WORD_NAME)
        return TRUE;
      if (tl_reading_has (reading, token - 1, TL_CUE_FUNCTION) ||
          reading->tokens[token - 1].kind == TL_TOKEN_NUMBER)
        return FALSE;
    }
  return tl_reading_is_capital (reading, next) && reading->tokens[next].sentence == reading->tokens[token].sentence &&
         !tl_reading_has (reading, next, TL_CUE_CALENDAR | TL_CUE_FUNCTION | TL_CUE_COMMON | TL_CUE_PLACE |
                                         TL_CUE_ADJECTIVE);
}

static TlWordClass
classify (const TlReading *reading,
          guint            token)
{
  gboolean is_place = tl_reading_has (reading, token, TL_CUE_PLACE);

  if ((!is_place && !tl_reading_is_capital (reading, token)) || tl_reading_has (reading, token, TL_CUE_MUTE))
    return TL_WORD_NONE;
  if (is_place)
    return TL_WORD_GAZETTEER;   /* the "of" and the hyphens in it too */
  if (tl_reading_has (reading, token, TL_CUE_CALENDAR))
    return is_month_as_name (reading, token) ? TL_WORD_NAME : TL_WORD_NONE;
  if (is_initial_of_name (reading, token))
    return TL_WORD_INITIAL;
  if (tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_HONORIFIC) &&
      !tl_reading_has (reading, token, TL_CUE_TITLE_NAME) && !tl_reading_is_acronym (reading, token))
    return TL_WORD_NONE;
  if (tl_reading_has (reading, token, TL_CUE_ADJECTIVE))
    return TL_WORD_ADJECTIVE;
  if (tl_reading_has (reading, token, TL_CUE_ORG_SUFFIX))
    return TL_WORD_SUFFIX;
  if (tl_reading_has (reading, token, TL_CUE_ORG_HEAD | TL_CUE_ORG_ALONE))
    return TL_WORD_ORG;
  if (tl_reading_has (reading, token, TL_CUE_EVENT_HEAD | TL_CUE_EVENT_OPENER))
    return TL_WORD_EVENT;
  if (tl_reading_has (reading, token, TL_CUE_PLACE_HEAD))
    return TL_WORD_PLACE_HEAD;
  return classify_unknown (reading, token);
}

/* Sets the classes of all words. */
void
tl_words_classify (TlReading *reading)
{
  reading->classes = g_new (guint8, reading->n_tokens + 1);
  for (guint i = 0; i < reading->n_tokens; i++)
    reading->classes[i] = (guint8) classify (reading, i);
}

/* Returns whether the class is that of a word which tells what the whole name names. */
gboolean
tl_word_class_is_head (TlWordClass class)
{
  return class == TL_WORD_ORG || class == TL_WORD_EVENT || class == TL_WORD_PLACE_HEAD ||
         class == TL_WORD_SUFFIX;
}
