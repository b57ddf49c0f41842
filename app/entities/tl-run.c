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

static gboolean
is_same_sentence (const TlReading *reading,
                  guint            a,
                  guint            b)
{
  return b < reading->n_tokens && reading->tokens[a].sentence == reading->tokens[b].sentence;
}

/* With a capital, before a head, it is a word of an organisation's name: "President's Council". */
static gboolean
is_title_of_person (const TlReading *reading,
                    guint            token)
{
  guint next = token + 1;
  TlWordClass class;

  if (tl_reading_has (reading, token, TL_CUE_TITLES))
    return tl_word_get_class (reading, next) == TL_WORD_NAME;
  if (!tl_reading_has (reading, token, TL_CUE_TITLE) ||
      tl_reading_has (reading, token, TL_CUE_PLACE))
    return FALSE;
  /* "Sultan B. Khoury", "Sultan bin Khoury" */
  if (tl_reading_has (reading, token, TL_CUE_TITLE_NAME) &&
      (tl_word_get_class (reading, next) == TL_WORD_INITIAL ||
       (tl_reading_has (reading, next, TL_CUE_PARTICLE) && tl_word_get_class (reading, next + 1) == TL_WORD_NAME)))
    return FALSE;
  while (tl_reading_has (reading, next, TL_CUE_TITLE) && tl_reading_is_capital (reading, next))
    next++;
  if (tl_reading_is_possessive (reading, next))
    next++;
  class = tl_word_get_class (reading, next);
  return class != TL_WORD_ORG && class != TL_WORD_SUFFIX;
}

/* "Hassan Sheikh Omar": a title between a person's names is one of them. */
static gboolean
is_title_as_name (const TlReading *reading,
                  const TlRun     *run,
                  guint            token)
{
  if (!tl_reading_has (reading, token, TL_CUE_TITLE_NAME) || run->length == 0)
    return FALSE;
  return run->classes[run->length - 1] == TL_WORD_NAME ||
         run->classes[run->length - 1] == TL_WORD_JOINER;
}

/* Whether a head comes among the words that stand together from @token on. */
static gboolean
head_follows (const TlReading *reading,
              guint            token)
{
  for (guint i = token; i < token + MAX_LOOKAHEAD; i++)
    {
      TlWordClass class = tl_word_get_class (reading, i);

      if (tl_word_class_is_head (class))
        return TRUE;
      if (class == TL_WORD_NONE && !is_hyphen (reading, i) && !tl_reading_is (reading, i, "and") &&
          !tl_reading_is (reading, i, "&"))
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

static gboolean
append (TlRun       *run,
        TlWordClass  class,
        gboolean     joins)
{
  run->classes[run->length] = class;
  run->joins[run->length] = joins;
  run->length++;
  return TRUE;
}

static TlWordClass
last_class (const TlRun *run)
{
  return run->classes[run->length - 1];
}

static gboolean
run_has (const TlRun *run,
         gboolean   (*is_wanted) (TlWordClass))
{
  for (guint i = 0; i < run->length; i++)
    if (is_wanted (run->classes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
run_holds (const TlReading *reading,
           const TlRun     *run,
           const char      *lower)
{
  for (guint i = 0; i < run->length; i++)
    if (tl_reading_is (reading, run->first + i, lower))
      return TRUE;
  return FALSE;
}

static gboolean
run_has_complement (const TlRun *run)
{
  for (guint i = 0; i < run->length; i++)
    if (run->classes[i] == TL_WORD_LINK && !run->joins[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_event_class (TlWordClass class)
{
  return class == TL_WORD_EVENT;
}

/* "and" between the words of one name: both sides common words, a head before or behind. */
static gboolean
take_and (const TlReading *reading,
          TlRun           *run)
{
  guint token = run->first + run->length;
  TlWordClass before = last_class (run), next = tl_word_get_class (reading, token + 1);
  gboolean in_complement = run_has_complement (run), is_joint;

  /* "Forum of Regions of Chile | and Peru" */
  if (in_complement && before == TL_WORD_GAZETTEER && next == TL_WORD_GAZETTEER &&
      run_has (run, is_event_class) && run->length > 1 && run->classes[run->length - 2] == TL_WORD_LINK)
    return append (run, TL_WORD_LINK, FALSE);
  if (next != TL_WORD_COMMON &&
      !(next == TL_WORD_ORG && before == TL_WORD_COMMON && ends_in_s (reading, token + 1)))
    return FALSE;
  is_joint = head_follows (reading, token + 1) &&
             (before == TL_WORD_COMMON ||
              (tl_word_class_is_head (before) && ends_in_s (reading, token - 1)));
  if (in_complement && before == TL_WORD_COMMON && !tl_word_class_is_head (next) &&
      run_has (run, tl_word_class_is_head))
    return append (run, TL_WORD_LINK, FALSE);
  if (is_joint && !in_complement)
    return append (run, TL_WORD_LINK, TRUE);
  return FALSE;
}

/* "Ministry of Trade | , Industry and Mines": common words in a list that "and" ends. */
static gboolean
take_comma (const TlReading *reading,
            TlRun           *run)
{
  guint token = run->first + run->length, i = token;

  if (!tl_reading_is (reading, token, ",") || last_class (run) != TL_WORD_COMMON || !run_has_complement (run) ||
      !run_has (run, tl_word_class_is_head))
    return FALSE;
  while (i < token + MAX_LOOKAHEAD && tl_reading_is (reading, i, ",") &&
         tl_word_get_class (reading, i + 1) == TL_WORD_COMMON)
    for (i++; tl_word_get_class (reading, i) == TL_WORD_COMMON; i++)
      ;
  /* "Mines, and Roads" */
  i += tl_reading_is (reading, i, ",");
  return i > token + 1 && (tl_reading_is (reading, i, "and") || tl_reading_is (reading, i, "&")) &&
         is_same_sentence (reading, token, i + 1) && tl_word_get_class (reading, i + 1) == TL_WORD_COMMON &&
         append (run, TL_WORD_LINK, FALSE);
}

static gboolean
is_part_of_world (const TlReading *reading,
                  guint            token)
{
  guint32 index = token < reading->n_tokens ? reading->place_at[token] : 0;

  return index == 0 ||
         g_array_index (reading->places, TlPlaceMatch, index - 1).place->kind == TL_PLACE_BLOC;
}

/* Whether the preposition at the run's end may hang the word of @class behind it on the name. */
static gboolean
link_holds (const TlReading *reading,
            const TlRun     *run,
            guint            next,
            TlWordClass      class)
{
  guint token = run->first + run->length;
  gboolean is_event = run->classes[0] == TL_WORD_EVENT;

  if (tl_reading_is (reading, token, "of") || tl_reading_is (reading, token, "under"))
    return TRUE;
  if (tl_reading_is (reading, token, "for"))
    return is_event || class != TL_WORD_GAZETTEER || is_part_of_world (reading, next);
  if (tl_reading_is (reading, token, "in"))
    return (is_event && run_has_complement (run)) ||
           (run_holds (reading, run, "for") && last_class (run) == TL_WORD_COMMON &&
            is_part_of_world (reading, next));
  return class == TL_WORD_COMMON || class == TL_WORD_ADJECTIVE;
}

/* "of", "for", "on", "in", "under", each perhaps with "the" behind it. */
static gboolean
take_link (const TlReading *reading,
           TlRun           *run)
{
  guint token = run->first + run->length, next = token + 1;
  gboolean has_the = tl_reading_is (reading, next, "the");
  TlWordClass class;

  next += has_the;
  class = tl_word_get_class (reading, next);
  if (class == TL_WORD_NONE && tl_reading_is_capital (reading, next) &&
      tl_reading_has (reading, next, TL_CUE_FUNCTION) &&
      tl_word_get_class (reading, next + 1) != TL_WORD_NONE)
    class = TL_WORD_COMMON;     /* "of the First President" */
  if (class == TL_WORD_NONE || !link_holds (reading, run, next, class))
    return FALSE;
  if (!run_has (run, tl_word_class_is_head) &&
      !(tl_reading_is (reading, token, "of") && last_class (run) == TL_WORD_COMMON))
    return FALSE;
  append (run, TL_WORD_LINK, FALSE);
  return has_the ? append (run, TL_WORD_LINK, FALSE) : TRUE;
}

/* "Khalid bin Rashed", "Rose da Silva": of the words beside a particle one is no common word. */
static gboolean
joins_by_particle (const TlReading *reading,
                   const TlRun     *run)
{
  guint token = run->first + run->length + 1;
  TlWordClass before = last_class (run), behind;

  /* "von | der Leyen" */
  if (tl_reading_has (reading, token, TL_CUE_PARTICLE) && !tl_reading_is_capital (reading, token))
    token++;
  if (before == TL_WORD_JOINER && run->length > 1 && tl_reading_has (reading, token - 2, TL_CUE_PARTICLE))
    before = run->classes[run->length - 2];
  behind = tl_word_get_class (reading, token);
  return (before == TL_WORD_NAME && (behind == TL_WORD_NAME || behind == TL_WORD_COMMON)) ||
         (before == TL_WORD_COMMON && behind == TL_WORD_NAME);
}

static gboolean
take_small_word (const TlReading *reading,
                 TlRun           *run)
{
  guint token = run->first + run->length;

  if (!is_same_sentence (reading, run->first, token))
    return FALSE;
  if (tl_reading_is_capital (reading, token))
    /* "Turan Is Bankasi": in the middle of a name a capital makes a name's word of any. */
    return tl_reading_has (reading, token, TL_CUE_FUNCTION) &&
           tl_word_get_class (reading, token + 1) != TL_WORD_NONE &&
           is_same_sentence (reading, token, token + 1) && append (run, TL_WORD_COMMON, FALSE);
  if (tl_reading_is (reading, token, "and"))
    return take_and (reading, run);
  if (tl_reading_has (reading, token, TL_CUE_LINK))
    return take_link (reading, run);
  return tl_reading_has (reading, token, TL_CUE_PARTICLE) && joins_by_particle (reading, run) &&
         append (run, TL_WORD_JOINER, FALSE);
}

/* "al-Khoury" in lower case inside a run or at its start. */
static gboolean
is_initial_particle (const TlReading *reading,
                     guint            token)
{
  return tl_reading_has (reading, token, TL_CUE_PARTICLE_1ST) && is_hyphen (reading, token + 1) &&
         tl_word_get_class (reading, token + 2) != TL_WORD_NONE &&
         !tl_reading_touches (reading, token);
}

/* "Geun-hye": the second part of a given name, not the "based" or "born" of a place. */
static gboolean
is_lower_part (const TlReading *reading,
               guint            token)
{
  glong length;

  if (token >= reading->n_tokens || reading->tokens[token].kind != TL_TOKEN_WORD ||
      tl_reading_is_capital (reading, token))
    return FALSE;
  length = g_utf8_strlen (reading->string + reading->tokens[token].span.start,
                          (gssize) tl_reading_length_of (reading, token));
  return length <= 6 && tl_reading_length_of (reading, token - 2) <= 6 &&
         !tl_reading_has (reading, token, TL_CUE_HYPHEN_WORD | TL_CUE_ADJECTIVE);
}

static gboolean
take_hyphen (const TlReading *reading,
             TlRun           *run)
{
  guint token = run->first + run->length, next = token + 1;
  TlWordClass before = last_class (run), class = tl_word_get_class (reading, next);
  gboolean is_particle = tl_reading_has (reading, token - 1, TL_CUE_PARTICLE_1ST);

  if (class == TL_WORD_NONE)
    return before == TL_WORD_NAME && run->length > 1 &&
           run->classes[run->length - 2] != TL_WORD_LINK && is_lower_part (reading, next) &&
           !tl_reading_is (reading, next + 1, "-") &&
           append (run, TL_WORD_JOINER, FALSE) && append (run, TL_WORD_NAME, FALSE);
  /* "Chile-Peru trade" names two; "Chile-Peru Council" one. */
  if (before == TL_WORD_GAZETTEER && class == TL_WORD_GAZETTEER &&
      reading->place_at[token - 1] != reading->place_at[next] &&
      !head_follows (reading, next))
    return FALSE;
  append (run, TL_WORD_JOINER, FALSE);
  return is_particle && class == TL_WORD_GAZETTEER ? append (run, TL_WORD_NAME, FALSE) : TRUE;
}

static gboolean
take_point (const TlReading *reading,
            TlRun           *run)
{
  guint token = run->first + run->length;

  if (!tl_reading_touches (reading, token) || !tl_reading_is (reading, token, ".") ||
      !is_same_sentence (reading, token, token + 1))
    return FALSE;
  if (last_class (run) == TL_WORD_INITIAL)
    return tl_word_get_class (reading, token + 1) != TL_WORD_NONE &&
           append (run, TL_WORD_JOINER, FALSE);
  return last_class (run) == TL_WORD_SUFFIX && run->length > 1 &&
         append (run, TL_WORD_SUFFIX, FALSE);
}

/* Signs between the words of a name: hyphens, "&", an initial's point, some possessives. */
static gboolean
take_sign (const TlReading *reading,
           TlRun           *run)
{
  guint token = run->first + run->length;
  TlWordClass next_class = tl_word_get_class (reading, token + 1);

  if (token >= reading->n_tokens)
    return FALSE;
  if (take_comma (reading, run))
    return TRUE;
  if (is_hyphen (reading, token))
    return take_hyphen (reading, run);
  /* "Al- Khoury" */
  if (tl_reading_is (reading, token, "-") && tl_reading_touches (reading, token) &&
      tl_reading_has (reading, token - 1, TL_CUE_PARTICLE_1ST))
    return next_class == TL_WORD_NAME && append (run, TL_WORD_JOINER, FALSE);
  if (tl_reading_is (reading, token, "&"))
    return next_class != TL_WORD_NONE && append (run, TL_WORD_JOINER, FALSE);
  if (tl_reading_is_possessive (reading, token) && last_class (run) == TL_WORD_COMMON)
    return (run_holds (reading, run, "&") ||
            (head_follows (reading, token + 1) && !run_has (run, tl_word_class_is_head))) &&
           append (run, next_class != TL_WORD_NONE ? TL_WORD_JOINER : TL_WORD_COMMON, FALSE);
  if (is_initial_particle (reading, token))
    return append (run, TL_WORD_JOINER, FALSE);
  return take_point (reading, run);
}

/* Whether the run may hold a title: "Office of the Chilean | President". */
static gboolean
may_hold_title (const TlReading *reading,
                const TlRun     *run)
{
  guint i = run->length;

  while (i > 0 &&
         (run->classes[i - 1] == TL_WORD_ADJECTIVE || run->classes[i - 1] == TL_WORD_GAZETTEER ||
                   run->classes[i - 1] == TL_WORD_COMMON))
    i--;
  if (i == 0 || run->classes[i - 1] != TL_WORD_LINK)
    return FALSE;
  while (i > 0 && run->classes[i - 1] == TL_WORD_LINK)
    i--;
  return i > 0 && tl_reading_has (reading, run->first + i - 1, TL_CUE_ORG_OF_PERSON);
}

static gboolean
title_ends (const TlReading *reading,
            const TlRun     *run,
            guint            token)
{
  /* "Chamber of Deputies | Ana Silva" */
  if (tl_reading_has (reading, token, TL_CUE_TITLES) && run->length > 0 && last_class (run) == TL_WORD_LINK)
    return FALSE;
  return is_title_of_person (reading, token) && !is_title_as_name (reading, run, token) &&
         !may_hold_title (reading, run);
}

/* A title takes the words before it that are its own: "US | Trade Representative". */
static void
give_back_title_words (const TlReading *reading,
                       TlRun           *run)
{
  while (run->length > 1 &&
         (last_class (run) == TL_WORD_COMMON || last_class (run) == TL_WORD_ADJECTIVE ||
                             tl_reading_has (reading, run->first + run->length - 1,
                                             TL_CUE_TITLE_WORD)))
    run->length--;
  run->is_of_title = run->length == 1 &&
                     (last_class (run) == TL_WORD_COMMON || last_class (run) == TL_WORD_ADJECTIVE ||
                                          tl_reading_has (reading, run->first, TL_CUE_TITLE_WORD));
}

/* Returns whether a name may begin with the token. */
gboolean
tl_run_starts (const TlReading *reading,
               guint            token)
{
  if (is_initial_particle (reading, token))
    return TRUE;
  if (tl_reading_has (reading, token, TL_CUE_SOURCE_LINE) &&
      tl_reading_is (reading, token + 1, ":"))
    return FALSE;
  return tl_word_get_class (reading, token) != TL_WORD_NONE && !is_title_of_person (reading, token);
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
  gboolean before_title = FALSE;

  run->first = token;
  run->length = 0;
  if (is_initial_particle (reading, token))
    append (run, TL_WORD_NAME, FALSE);
  while (run->length + 3 < TL_MAX_NAME_TOKENS)
    {
      guint here = token + run->length;
      TlWordClass class = tl_word_get_class (reading, here);

      if (!is_same_sentence (reading, token, here))
        break;
      before_title = class != TL_WORD_NONE && run->length > 0 && title_ends (reading, run, here);
      if (before_title)
        break;
      if (class != TL_WORD_NONE)
        append (run, is_title_as_name (reading, run, here) ? TL_WORD_NAME : class, FALSE);
      else if (run->length == 0 || !(take_sign (reading, run) || take_small_word (reading, run)))
        break;
    }
  while (run->length > 1 &&
         (last_class (run) == TL_WORD_LINK || last_class (run) == TL_WORD_JOINER))
    run->length--;
  /* "Office of the Chilean president" is no office's name. */
  if (run->length > 2 && last_class (run) == TL_WORD_ADJECTIVE &&
      run->classes[run->length - 2] == TL_WORD_LINK)
    while (run->length > 1 &&
           (last_class (run) == TL_WORD_ADJECTIVE || last_class (run) == TL_WORD_LINK))
      run->length--;
  run->is_of_title = FALSE;
  if (before_title)
    give_back_title_words (reading, run);
}
