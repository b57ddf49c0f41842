/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Titles: where one is read ("First Deputy Prime Minister of Chile"), how far it goes,
 * and whose it is: the person's named right behind it, or the one before a comma.  Here
 * a title tells that a name is a person's; what role the person has is read by tl-roles.c
 * when all names are known.
 */

#include "tl-candidates-private.h"

/* A title's complement in lower case ("of the regional executive committee") is no longer. */
#define MAX_LOWER_COMPLEMENT 6

/* A title is no longer than this, in tokens. */
#define MAX_TITLE_TOKENS 40

static TlCandidate *
last_candidate (const TlWalk *walk)
{
  GArray *candidates = walk->reading->candidates;

  return candidates->len > 0 ? &g_array_index (candidates, TlCandidate, candidates->len - 1) : NULL;
}

static gboolean
is_title_part (const TlReading *reading,
               guint            token)
{
  TlWordClass class;

  if (tl_reading_has (reading, token, TL_CUE_TITLE | TL_CUE_TITLE_WORD))
    return TRUE;
  class = tl_word_get_class (reading, token);
  return class == TL_WORD_COMMON || class == TL_WORD_ADJECTIVE;
}

static gboolean
same_sentence (const TlReading *reading,
               guint            a,
               guint            b)
{
  return a < reading->n_tokens && b < reading->n_tokens &&
         reading->tokens[a].sentence == reading->tokens[b].sentence;
}

/* Goes back from the title over the words before it that belong to it. */
static guint
title_start (const TlWalk *walk,
             guint         token)
{
  const TlReading *reading = walk->reading;
  const TlCandidate *last = last_candidate (walk);
  guint first = token, stop = reading->sentences[reading->tokens[token].sentence].first_token;

  while (first > stop)
    {
      guint before = first - 1;

      if (last != NULL && last->end == first && last->shape != TL_CANDIDATE_PLAIN)
        return last->first;     /* "European Commission President" */
      if (last != NULL && last->end == before && tl_reading_is_possessive (reading, before) &&
          before > stop)
        return last->first;     /* "Chile's president" */
      if (tl_reading_is_possessive (reading, before) && before > stop &&
          tl_reading_has (reading, before - 1, TL_CUE_TITLE))
        return before - 1;      /* "president's lawyer" */
      if (tl_reading_has (reading, before, TL_CUE_ADJECTIVE) ||
          (tl_reading_has (reading, before, TL_CUE_TITLE_WORD | TL_CUE_TITLE) &&
           !tl_reading_has (reading, before, TL_CUE_TITLE_ASIDE)) ||
          (tl_word_get_class (reading, before) == TL_WORD_COMMON &&
           tl_reading_is_capital (reading, first) &&
           before > stop))
        first--;
      else if (tl_reading_is (reading, before, "-") && tl_reading_touches (reading, first) &&
               before > stop)
        first -= 2;
      else
        break;
    }
  return first;
}

/* The end of the title's own words: "Deputy Foreign Minister", "Prime Minister and Minister". */
static guint
title_end (const TlReading *reading,
           guint            token)
{
  guint end = token + 1;

  for (;;)
    {
      guint next = end;

      while (tl_reading_has (reading, end, TL_CUE_TITLE | TL_CUE_TITLE_TAIL) &&
             same_sentence (reading, token, end) &&
             !(tl_reading_has (reading, end, TL_CUE_TITLE_NAME) &&
               tl_word_get_class (reading, end + 1) == TL_WORD_INITIAL))
        end++;
      next = end;
      if (tl_reading_is (reading, next, "and") || tl_reading_is (reading, next, "&") ||
          tl_reading_is (reading, next, "-"))
        next++;
      for (guint n = 0; n < 3 && is_title_part (reading, next) &&
           !tl_reading_has (reading, next, TL_CUE_TITLE); n++)
        next++;
      if (next == end || !tl_reading_has (reading, next, TL_CUE_TITLE) ||
          !same_sentence (reading, token, next))
        return end;
      end = next + 1;
    }
}

/* "Ana Silva, a former", "Ana Silva is the" */
static gboolean
links_to_title (const TlReading *reading,
                guint            token)
{
  return tl_reading_is (reading, token, ",") || tl_reading_has (reading, token, TL_CUE_TITLE_VERB);
}

/* The candidate before ", a former" and the like, or TL_NO_OWNER. */
static guint
find_owner (const TlWalk *walk,
            guint         first)
{
  const TlReading *reading = walk->reading;
  const TlCandidate *last = last_candidate (walk);
  guint index = reading->candidates->len, i = first;

  while (i > 0 && (tl_reading_is (reading, i - 1, "a") || tl_reading_is (reading, i - 1, "an") ||
                   tl_reading_is (reading, i - 1, "the") ||
                   tl_reading_has (reading, i - 1, TL_CUE_TITLE_ASIDE)))
    i--;
  if (last == NULL || i == 0 || !links_to_title (reading, i - 1))
    return TL_NO_OWNER;
  /* "Chile's president" has made Chile the last candidate. */
  while (index > 0 && g_array_index (reading->candidates, TlCandidate, index - 1).first >= first)
    index--;
  if (index == 0)
    return TL_NO_OWNER;
  last = &g_array_index (reading->candidates, TlCandidate, index - 1);
  if (last->end != i - 1 || last->shape != TL_CANDIDATE_PLAIN ||
      !same_sentence (reading, last->first, first))
    return TL_NO_OWNER;
  /* "Separately, a spokesman" */
  if ((last->flags & TL_CANDIDATE_WEAK) != 0 && (last->flags & TL_CANDIDATE_START) != 0)
    return TL_NO_OWNER;
  return index - 1;
}

/* Returns the index behind the title that begins at the token, or the token where none does. */
guint
tl_walk_read_title (TlWalk *walk,
                    guint   token)
{
  const TlReading *reading = walk->reading;

  if (!tl_reading_has (reading, token, TL_CUE_TITLE))
    return token;
  if (tl_reading_is_capital (reading, token) && tl_run_starts (reading, token))
    return token;
  tl_walk_drop_title (walk);
  walk->title_first = title_start (walk, token);
  walk->title_end = title_end (reading, token);
  walk->opened_at = 0;
  walk->is_behind_comma = FALSE;
  walk->is_title_pending = TRUE;
  walk->owner = find_owner (walk, walk->title_first);
  return walk->title_end;
}

/* "of the regional executive committee", "of commerce": lower case up to what ends it. */
static guint
lower_complement_end (const TlReading *reading,
                      guint            token)
{
  guint end = token;

  while (end < token + MAX_LOWER_COMPLEMENT && end < reading->n_tokens &&
         same_sentence (reading, token, end) &&
         reading->tokens[end].kind == TL_TOKEN_WORD && !tl_reading_is_capital (reading, end) &&
         !tl_reading_has (reading, end, TL_CUE_SPEECH | TL_CUE_FUNCTION))
    end++;
  return end;
}

static gboolean
is_title_link (const TlReading *reading,
               guint            token)
{
  return tl_reading_is (reading, token, "of") || tl_reading_is (reading, token, "for") ||
         tl_reading_is (reading, token, "to") || tl_reading_is (reading, token, "in") ||
         tl_reading_is (reading, token, "at") || tl_reading_is (reading, token, "on") ||
         (tl_reading_is (reading, token, "and") &&
          tl_word_get_class (reading, token + 1) == TL_WORD_COMMON);
}

/* The index behind "Dr.", "H E" and the like from the token on, or the token. */
static guint
skip_honorifics (const TlReading *reading,
                 guint            token)
{
  guint end = token;

  while (tl_reading_has (reading, end, TL_CUE_HONORIFIC) ||
         (end > token && tl_reading_is (reading, end, ".") && tl_reading_touches (reading, end)))
    end++;
  return end;
}

/* "(BGMEA)" behind an organisation's name in a title. */
static guint
skip_brackets (const TlReading *reading,
               guint            token)
{
  return tl_reading_is (reading, token, "(") && tl_reading_is_acronym (reading, token + 1) &&
         tl_reading_is (reading, token + 2, ")") ? token + 3 : token;
}

/* "of the regional executive committee": grows the title; returns where to go on. */
static guint
take_lower_complement (TlWalk *walk,
                       guint   link,
                       guint   token)
{
  guint end = lower_complement_end (walk->reading, token);

  if (!tl_reading_is (walk->reading, link, "of") && walk->owner == TL_NO_OWNER)
    return token;
  if (end > token)
    walk->title_end = end;
  return MAX (end, token);
}

/* Steps over a token that begins neither title nor name; lets a pending title grow over it. */
guint
tl_walk_step (TlWalk *walk,
              guint   token)
{
  const TlReading *reading = walk->reading;
  guint next = token + 1;

  if (!walk->is_title_pending || walk->title_end - walk->title_first > MAX_TITLE_TOKENS)
    return next;
  if (token == walk->title_end + 2 && skip_brackets (reading, walk->title_end) == next)
    {
      walk->title_end = next;
      return next;
    }
  if (token != walk->title_end)
    return next;
  if (tl_reading_has (reading, token, TL_CUE_HONORIFIC))
    return walk->opened_at = skip_honorifics (reading, token);
  if (tl_reading_is (reading, token, ",") && walk->owner == TL_NO_OWNER)
    {
      walk->is_behind_comma = TRUE;
      return walk->opened_at = next;
    }
  if (tl_reading_is_possessive (reading, token))
    return walk->opened_at = next;
  if (tl_reading_is (reading, token, "-") && tl_reading_has (reading, next, TL_CUE_RESIDENCE))
    return walk->opened_at = next + 1;
  if (!is_title_link (reading, token))
    return next;
  if (tl_reading_is (reading, next, "the"))
    next++;
  if (tl_run_starts (reading, next))
    return walk->opened_at = next;
  return take_lower_complement (walk, token, next);
}

/* Whether a run of capitalised words could be a person's name. */
static gboolean
could_be_person (const TlReading   *reading,
                 const TlCandidate *candidate)
{
  if (candidate->shape != TL_CANDIDATE_PLAIN || (candidate->flags & TL_CANDIDATE_ACRONYM) != 0 ||
      (tl_reading_is_acronym (reading, candidate->first) &&
       tl_reading_length_of (reading, candidate->first) > 2))
    return FALSE;
  return candidate->end - candidate->first <= 10 &&
         !tl_reading_has (reading, candidate->first, TL_CUE_NOT_NAME);
}

/* "the ambassador, Ana Silva, said": a full name between the title's comma and another sign. */
static gboolean
is_named_behind_comma (const TlReading   *reading,
                       const TlCandidate *candidate)
{
  guint end = candidate->end;

  return could_be_person (reading, candidate) && (candidate->flags & TL_CANDIDATE_WEAK) == 0 &&
         candidate->end > candidate->first + 1 &&
         (tl_reading_has (reading, end, TL_CUE_SPEECH) ||
          (end < reading->n_tokens && reading->tokens[end].kind == TL_TOKEN_PUNCTUATION &&
           !tl_reading_is_possessive (reading, end)));
}

static void
give_title (TlWalk      *walk,
            TlCandidate *candidate)
{
  candidate->flags |= TL_CANDIDATE_PERSON;
  walk->is_title_pending = FALSE;
}

/*
 * tl_walk_take_title:
 * @walk: the walk
 * @candidate: what was just read
 *
 * Gives the candidate the pending title when it stands right behind it, or makes it a
 * part of the title ("Minister of | Foreign Affairs").
 */
void
tl_walk_take_title (TlWalk      *walk,
                    TlCandidate *candidate)
{
  const TlReading *reading = walk->reading;
  gboolean is_opened = walk->is_title_pending && walk->opened_at == candidate->first;
  gboolean is_behind_honorific = is_opened &&
                                 (tl_reading_has (reading, candidate->first - 1,
                                                  TL_CUE_HONORIFIC) ||
                                               tl_reading_is (reading, candidate->first - 1, "."));
  gboolean follows = is_behind_honorific || candidate->first == walk->title_end;

  if (!walk->is_title_pending || !(is_opened || follows))
    return;
  if (is_opened && walk->is_behind_comma)
    {
      if (is_named_behind_comma (reading, candidate))
        give_title (walk, candidate);
      walk->is_title_pending = FALSE;
    }
  else if (follows && could_be_person (reading, candidate))
    give_title (walk, candidate);
  else
    walk->title_end = candidate->end;
}

/* Ends the pending title; what stands before it is a person. */
void
tl_walk_drop_title (TlWalk *walk)
{
  if (walk->is_title_pending && walk->owner != TL_NO_OWNER)
    g_array_index (walk->reading->candidates, TlCandidate, walk->owner).flags |= TL_CANDIDATE_PERSON;
  walk->is_title_pending = FALSE;
  walk->owner = TL_NO_OWNER;
}
