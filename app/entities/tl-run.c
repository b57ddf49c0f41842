/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Runs of capitalised words: where one starts, how far it goes, and of what class each
 * of its words is.  Small words ("of", "and", "de") go along where the words on both
 * sides make them a part of one name.
 */

#include "tl-candidates-private.h"

/* How many words an "and" looks ahead for the head word of the name that it stands in. */
#define MAX_LOOKAHEAD 7

static gboolean
is_hyphen (const TlReading *reading,
           guint            token)
{
  return tl_reading_touches (reading, token) && tl_reading_touches (reading, token + 1) &&
         (tl_reading_is (reading, token, "-") || tl_reading_is (reading, token, "‑") ||
          tl_reading_is (reading, token, "–"));
}

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

/* Returns the class of the word, TL_WORD_NONE where it cannot be part of a name. */
TlWordClass
tl_word_classify (const TlReading *reading,
                  guint            token)
{
  gboolean is_acronym;

  if (!tl_reading_is_capital (reading, token) || tl_reading_has (reading, token, TL_CUE_MUTE))
    return TL_WORD_NONE;
  is_acronym = tl_reading_is_acronym (reading, token);
  if (tl_reading_has (reading, token, TL_CUE_PLACE))
    return TL_WORD_GAZETTEER;
  if (tl_reading_has (reading, token, TL_CUE_CALENDAR))
    return TL_WORD_NONE;
  if (tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_HONORIFIC) && !is_acronym)
    return TL_WORD_NONE;
  if (tl_reading_has (reading, token, TL_CUE_ADJECTIVE))
    return TL_WORD_ADJECTIVE;
  if (tl_reading_has (reading, token, TL_CUE_ORG_SUFFIX))
    return TL_WORD_SUFFIX;
  if (tl_reading_has (reading, token, TL_CUE_ORG_HEAD | TL_CUE_ORG_ALONE))
    return TL_WORD_ORG;
  if (tl_reading_has (reading, token, TL_CUE_EVENT_HEAD))
    return TL_WORD_EVENT;
  if (tl_reading_has (reading, token, TL_CUE_PLACE_HEAD))
    return TL_WORD_PLACE_HEAD;
  return classify_unknown (reading, token);
}

static gboolean
is_head_class (TlWordClass class)
{
  return class == TL_WORD_ORG || class == TL_WORD_EVENT || class == TL_WORD_PLACE_HEAD || class == TL_WORD_SUFFIX;
}

/* A title with a capital is a word of an organisation's name before a head: "Executive Committee". */
static gboolean
is_title_of_person (const TlReading *reading,
                    guint            token)
{
  guint next = token + 1;

  if (!tl_reading_has (reading, token, TL_CUE_TITLE))
    return FALSE;
  while (tl_reading_has (reading, next, TL_CUE_TITLE) && tl_reading_is_capital (reading, next))
    next++;
  if (tl_reading_is_possessive (reading, next))
    next++;
  return !(tl_reading_is_capital (reading, next) && tl_word_classify (reading, next) == TL_WORD_ORG);
}

/* Whether an organisation's head comes among the words that stand together from @token on. */
static gboolean
head_follows (const TlReading *reading,
              guint            token)
{
  for (guint i = token; i < token + MAX_LOOKAHEAD; i++)
    {
      TlWordClass class = tl_word_classify (reading, i);

      if (class == TL_WORD_ORG || class == TL_WORD_SUFFIX || class == TL_WORD_EVENT)
        return TRUE;
      if (class == TL_WORD_NONE && !is_hyphen (reading, i))
        return FALSE;
    }
  return FALSE;
}

static gboolean
ends_in_s (const TlReading *reading,
           guint            token)
{
  return g_ascii_tolower (reading->string[reading->tokens[token].span.end - 1]) == 's';
}

static void
append (TlRun       *run,
        TlWordClass  class,
        gboolean     joins)
{
  run->classes[run->length] = class;
  run->joins[run->length] = joins;
  run->length++;
}

/* "and" between the words of one name: both sides common words, a head before or behind. */
static gboolean
take_and (const TlReading *reading,
          TlRun           *run,
          gboolean         has_head)
{
  guint token = run->first + run->length;
  TlWordClass before = run->classes[run->length - 1], next = tl_word_classify (reading, token + 1);
  gboolean in_complement = FALSE, is_joint;

  if (next != TL_WORD_COMMON && !(next == TL_WORD_ORG && before == TL_WORD_COMMON && ends_in_s (reading, token + 1)))
    return FALSE;
  for (guint i = 0; i < run->length; i++)
    in_complement |= run->classes[i] == TL_WORD_LINK && !run->joins[i];
  is_joint = head_follows (reading, token + 1) &&
             (before == TL_WORD_COMMON || (is_head_class (before) && ends_in_s (reading, token - 1)));
  if (in_complement && has_head && before == TL_WORD_COMMON && !is_head_class (next) && !is_joint)
    {
      append (run, TL_WORD_LINK, FALSE);
      return TRUE;
    }
  if (is_joint && !in_complement)
    {
      append (run, TL_WORD_LINK, TRUE);
      return TRUE;
    }
  return FALSE;
}

/* "of", "for", "on", "in", "under", each perhaps with "the" behind it. */
static gboolean
take_link (const TlReading *reading,
           TlRun           *run,
           gboolean         has_head)
{
  guint token = run->first + run->length, next = token + 1;
  gboolean is_of = tl_reading_is (reading, token, "of");
  gboolean has_the = tl_reading_is (reading, next, "the");
  TlWordClass before = run->classes[run->length - 1], class;

  next += has_the;
  class = tl_word_classify (reading, next);
  if (class == TL_WORD_NONE || run->length + 3 > TL_MAX_NAME_TOKENS)
    return FALSE;
  if (!has_head && !(is_of && before == TL_WORD_COMMON))
    return FALSE;
  if (tl_reading_is (reading, token, "in") && (class != TL_WORD_GAZETTEER || before != TL_WORD_COMMON))
    return FALSE;
  if (tl_reading_is (reading, token, "to") || (tl_reading_is (reading, token, "on") && class != TL_WORD_COMMON))
    return FALSE;
  if (tl_reading_is (reading, token, "for") && class == TL_WORD_GAZETTEER)
    return FALSE;
  append (run, TL_WORD_LINK, FALSE);
  if (has_the)
    append (run, TL_WORD_LINK, FALSE);
  return TRUE;
}

static gboolean
take_small_word (const TlReading *reading,
                 TlRun           *run)
{
  guint token = run->first + run->length;
  gboolean has_head = FALSE;

  if (token >= reading->n_tokens || tl_reading_is_capital (reading, token) ||
      reading->tokens[token].sentence != reading->tokens[run->first].sentence)
    return FALSE;
  for (guint i = 0; i < run->length; i++)
    has_head |= is_head_class (run->classes[i]);
  if (tl_reading_is (reading, token, "and"))
    return take_and (reading, run, has_head);
  if (tl_reading_has (reading, token, TL_CUE_LINK))
    return take_link (reading, run, has_head);
  if (tl_reading_has (reading, token, TL_CUE_PARTICLE) && tl_word_classify (reading, token + 1) == TL_WORD_NAME &&
      run->classes[run->length - 1] == TL_WORD_NAME)
    {
      append (run, TL_WORD_JOINER, FALSE);
      return TRUE;
    }
  return FALSE;
}

/* "al-Khoury" in lower case inside a run or at its start. */
static gboolean
is_initial_particle (const TlReading *reading,
                     guint            token)
{
  return tl_reading_has (reading, token, TL_CUE_PARTICLE_1ST) && is_hyphen (reading, token + 1) &&
         tl_word_classify (reading, token + 2) != TL_WORD_NONE && !tl_reading_touches (reading, token);
}

/* Signs between the words of a name: hyphens, "&", an initial's point, some possessives. */
static gboolean
take_sign (const TlReading *reading,
           TlRun           *run)
{
  guint token = run->first + run->length;
  TlWordClass before = run->classes[run->length - 1];

  if (token >= reading->n_tokens)
    return FALSE;
  if (is_hyphen (reading, token) && tl_word_classify (reading, token + 1) != TL_WORD_NONE)
    {
      /* "Belarus-Kazakhstan trade" names two; "Belarus-Kazakhstan Council" one. */
      if (before == TL_WORD_GAZETTEER && tl_word_classify (reading, token + 1) == TL_WORD_GAZETTEER &&
          reading->place_at[token - 1] != reading->place_at[token + 1] && !head_follows (reading, token + 1))
        return FALSE;
      append (run, TL_WORD_JOINER, FALSE);
      return TRUE;
    }
  if (tl_reading_is (reading, token, "&") && tl_word_classify (reading, token + 1) != TL_WORD_NONE)
    {
      append (run, TL_WORD_JOINER, FALSE);
      return TRUE;
    }
  if (before == TL_WORD_INITIAL && tl_reading_touches (reading, token) && tl_reading_is (reading, token, ".") &&
      tl_word_classify (reading, token + 1) != TL_WORD_NONE &&
      reading->tokens[token + 1].sentence == reading->tokens[token].sentence)
    {
      append (run, TL_WORD_JOINER, FALSE);
      return TRUE;
    }
  if (tl_reading_is_possessive (reading, token) && before == TL_WORD_COMMON && head_follows (reading, token + 1))
    {
      append (run, TL_WORD_JOINER, FALSE);
      return TRUE;
    }
  return is_initial_particle (reading, token) ? (append (run, TL_WORD_JOINER, FALSE), TRUE) : FALSE;
}

/* A title ends a run, unless it stands in the complement of a head ("under the President"). */
static gboolean
title_ends (const TlReading *reading,
            const TlRun     *run,
            guint            token)
{
  if (!is_title_of_person (reading, token))
    return FALSE;
  if (run->length == 0)
    return TRUE;
  return run->classes[run->length - 1] != TL_WORD_LINK &&
         !(run->length > 1 && run->classes[run->length - 2] == TL_WORD_LINK);
}

/* Returns whether a name may begin with the token. */
gboolean
tl_run_starts (const TlReading *reading,
               guint            token)
{
  if (is_initial_particle (reading, token))
    return TRUE;
  return tl_word_classify (reading, token) != TL_WORD_NONE && !is_title_of_person (reading, token);
}

/*
 * tl_run_read:
 * @reading: a reading
 * @token: index of a token that a run starts with
 * @run: (out): the run
 */
void
tl_run_read (const TlReading *reading,
             guint            token,
             TlRun           *run)
{
  run->first = token;
  run->length = 0;
  if (is_initial_particle (reading, token))
    append (run, TL_WORD_NAME, FALSE);
  while (run->length + 3 < TL_MAX_NAME_TOKENS)
    {
      guint here = token + run->length;
      TlWordClass class = tl_word_classify (reading, here);

      if (here >= reading->n_tokens || reading->tokens[here].sentence != reading->tokens[token].sentence)
        break;
      if (class != TL_WORD_NONE && (run->length == 0 || !title_ends (reading, run, here)))
        append (run, class, FALSE);
      else if (run->length == 0 || !(take_sign (reading, run) || take_small_word (reading, run)))
        break;
    }
  while (run->length > 1 && (run->classes[run->length - 1] == TL_WORD_LINK ||
                             run->classes[run->length - 1] == TL_WORD_JOINER))
    run->length--;
}
