/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What speaks for each candidate's being a person, an organisation, a place or an event
 * where it stands: its own words, and the words beside it.  Points are added up over the
 * document by tl-names.c, so that one telling place decides for the others.
 */

#include "tl-recognizer-private.h"

#include <string.h>

enum
{
  PERSON = TL_ENTITY_PERSON,
  ORG = TL_ENTITY_ORGANIZATION,
  PLACE = TL_ENTITY_PLACE,
  EVENT = TL_ENTITY_EVENT,
};

/* A word that tells a company by what it makes has as many letters. */
#define MIN_THING 4

/* A person's name has no more words. */
#define MAX_PERSON_WORDS 5

static void
add (TlCandidate *candidate,
     guint        type,
     int          points)
{
  candidate->scores[type] = (gint8) CLAMP (candidate->scores[type] + points, -60, 60);
}

/* "BelTA", "AfCFTA": capitals inside a word, but not of "McKinley" or "DeLuca". */
static gboolean
has_inner_capitals (const TlReading *reading,
                    guint            token)
{
  const char *p = reading->string + reading->tokens[token].span.start;
  const char *end = reading->string + reading->tokens[token].span.end;
  guint n_upper = 0, n_lower = 0;
  gboolean last_upper = FALSE;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      last_upper = g_unichar_isupper (c);
      n_upper += last_upper;
      n_lower += g_unichar_islower (c);
    }
  return n_lower > 0 && (n_upper >= 3 || (n_upper >= 2 && last_upper));
}

/* "Turan Steel": a thing's word ends companies' names rather than people's. */
static gboolean
ends_in_common_word (const TlReading   *reading,
                     const TlCandidate *candidate)
{
  guint last = candidate->end - 1;

  return !tl_reading_has (reading, candidate->first, TL_CUE_GIVEN_NAME) &&
         tl_reading_has (reading, last, TL_CUE_COMMON) && !tl_reading_touches (reading, last) &&
         tl_reading_length_of (reading, last) >= MIN_THING;
}

/* "the Danube", but not "Danube Wire" */
static gboolean
is_place_alone (const TlReading   *reading,
                const TlCandidate *candidate)
{
  for (guint i = candidate->first; i < candidate->end; i++)
    if (!tl_reading_has (reading, i, TL_CUE_PLACE_ALONE))
      return FALSE;
  return TRUE;
}

static void
weigh_plain (const TlReading *reading,
             TlCandidate     *candidate)
{
  guint n_words = 0, n_initials = 0, n_particles = 0, n_acronyms = 0;

  for (guint i = candidate->first; i < candidate->end; i++)
    {
      if (tl_reading_is (reading, i, "&"))
        add (candidate, ORG, 9);
      if (reading->tokens[i].kind != TL_TOKEN_WORD)
        continue;
      n_particles += tl_reading_has (reading, i, TL_CUE_PARTICLE);
      n_words += !tl_reading_touches (reading, i);
      n_initials += tl_reading_length_of (reading, i) == 1;
      n_acronyms += tl_reading_is_acronym (reading, i) &&
                    (tl_reading_length_of (reading, i) > 2 ||
                     candidate->end == candidate->first + 1);
      if (has_inner_capitals (reading, i))
        add (candidate, ORG, 4);
    }
  if (is_place_alone (reading, candidate))
    add (candidate, PLACE, 12);
  if (n_acronyms > 0)
    add (candidate, ORG, (candidate->flags & TL_CANDIDATE_WEAK) != 0 ? 0 : 3);
  else if (n_words >= 2 && (candidate->flags & TL_CANDIDATE_WEAK) == 0 && n_initials == 0 &&
           ends_in_common_word (reading, candidate))
    {
      /* "Turan Declaration", "Turan Deal" */
      if (!tl_reading_has (reading, candidate->end - 1, TL_CUE_NOT_NAME | TL_CUE_THING_BEHIND))
        add (candidate, ORG, 3);
    }
  else if (n_words >= 2 && n_words <= MAX_PERSON_WORDS &&
           (candidate->flags & TL_CANDIDATE_WEAK) == 0)
    add (candidate, PERSON, 3 + MIN (n_initials, 1) * 3 + MIN (n_particles, 1));
  if (n_words > MAX_PERSON_WORDS)
    add (candidate, ORG, 2);
}

static void
weigh_shape (const TlReading *reading,
             TlCandidate     *candidate)
{
  gboolean is_known = (candidate->flags & TL_CANDIDATE_KNOWN) != 0;

  if ((candidate->flags & TL_CANDIDATE_WEAK) != 0 && candidate->shape != TL_CANDIDATE_PLAIN)
    {
      if (candidate->end == candidate->first + 1 &&
          tl_reading_has (reading, candidate->first, TL_CUE_ORG_ALONE))
        add (candidate, ORG, 8);
      else if (is_place_alone (reading, candidate))
        add (candidate, PLACE, 12);
      return;
    }
  switch ((TlCandidateShape) candidate->shape)
    {
    case TL_CANDIDATE_ORGANIZATION:
      add (candidate, ORG, is_known ? 20 : 8);
      break;
    case TL_CANDIDATE_PLACE:
      add (candidate, PLACE, is_known ? 20 : 8);
      break;
    case TL_CANDIDATE_EVENT:
      add (candidate, EVENT, 8);
      break;
    case TL_CANDIDATE_PLAIN:
    default:
      weigh_plain (reading, candidate);
      break;
    }
}

/* "traders | such as Turan": the noun that the names are examples of. */
static guint
skip_example_words (const TlReading *reading,
                    guint            token)
{
  guint noun = token;

  while (noun > 0 && tl_reading_has (reading, noun, TL_CUE_EXAMPLE))
    noun--;
  if (noun < token && tl_reading_is (reading, noun, ",") && noun > 0)
    noun--;
  return noun < token && tl_reading_has (reading, noun, TL_CUE_ORG_NOUN | TL_CUE_PLACE_NOUN) &&
         reading->tokens[noun].sentence == reading->tokens[token].sentence ? noun : token;
}

/* "named Ana Silva | as general director" */
static gboolean
is_before_title (const TlReading *reading,
                 guint            token)
{
  if (tl_reading_has (reading, token, TL_CUE_COMPARISON))
    token++;
  return tl_reading_has (reading, token, TL_CUE_TITLE | TL_CUE_TITLE_WORD);
}

static void
weigh_before (const TlReading *reading,
              TlCandidate     *candidate)
{
  guint before = candidate->first - 1;
  gboolean is_plain = candidate->shape == TL_CANDIDATE_PLAIN;

  if (candidate->first == 0 ||
      reading->tokens[before].sentence != reading->tokens[candidate->first].sentence)
    return;
  if (tl_reading_is (reading, before, ":") && before > 0 &&
      tl_reading_has (reading, before - 1, TL_CUE_SOURCE_LINE) && is_plain)
    add (candidate, ORG, 10);
  if (tl_reading_has (reading, before, TL_CUE_HONORIFIC) ||
      (before > 0 && tl_reading_is (reading, before, ".") &&
       tl_reading_has (reading, before - 1, TL_CUE_HONORIFIC)))
    add (candidate, PERSON, 12);
  if (!is_plain)
    return;
  add (candidate, PLACE, reading->place_weight[before]);
  before = skip_example_words (reading, before);
  if (tl_reading_has (reading, before, TL_CUE_PLACE_NOUN))
    add (candidate, PLACE, 6);
  else if (tl_reading_has (reading, before, TL_CUE_ORG_NOUN))
    add (candidate, ORG, 5);
  if (tl_reading_has (reading, before, TL_CUE_MEDIA_SOURCE))
    add (candidate, ORG, 4);
  else if (tl_reading_has (reading, before, TL_CUE_APPOINTMENT) && is_before_title (reading, candidate->end))
    add (candidate, PERSON, 6);
  else if (tl_reading_has (reading, before, TL_CUE_SPEECH))
    add (candidate, PERSON, 2);
  if (tl_reading_is (reading, before, "the"))
    {
      add (candidate, PERSON, -4);
      add (candidate, ORG, 2);
    }
}

/* Where the name of a publisher stands: before the page's address. */
static gboolean
is_before_address (const TlReading *reading,
                   guint            token)
{
  for (guint i = token; i < token + 3 && i < reading->n_tokens; i++)
    {
      if (reading->tokens[i].kind == TL_TOKEN_ADDRESS)
        return i > token;
      if (reading->tokens[i].kind != TL_TOKEN_PUNCTUATION)
        return FALSE;
    }
  return FALSE;
}

/* "AN-24", "FY25", "US$": letters that go with a number or a currency sign name no one. */
static gboolean
is_code (const TlReading *reading,
         guint            behind)
{
  if (!tl_reading_touches (reading, behind))
    return FALSE;
  if (tl_reading_is (reading, behind, "-"))
    behind++;
  return tl_reading_touches (reading, behind) &&
         (reading->tokens[behind].kind == TL_TOKEN_NUMBER || reading->tokens[behind].kind == TL_TOKEN_SYMBOL);
}

/* "Turan, the country's largest bank": what an apposition says. */
static void
weigh_apposition (const TlReading *reading,
                  TlCandidate     *candidate)
{
  guint token = candidate->end + 1;

  if (!tl_reading_is (reading, candidate->end, ",") ||
      !(tl_reading_is (reading, token, "the") || tl_reading_is (reading, token, "a") ||
        tl_reading_is (reading, token, "an")))
    return;
  for (guint i = token + 1; i < token + 9 && i < reading->n_tokens; i++)
    {
      if (tl_reading_is (reading, i, ",") ||
          reading->tokens[i].sentence != reading->tokens[token].sentence)
        return;
      if (tl_reading_is_capital (reading, i))
        continue;
      if (tl_reading_has (reading, i, TL_CUE_TITLE_BESIDE))
        return;                 /* "a member of the board" */
      if (tl_reading_has (reading, i, TL_CUE_ORG_NOUN | TL_CUE_ORG_HEAD))
        add (candidate, ORG, 4);
      else if (tl_reading_has (reading, i, TL_CUE_PLACE_NOUN | TL_CUE_PLACE_HEAD))
        add (candidate, PLACE, 4);
      else
        continue;
      return;
    }
}

static void
weigh_behind (const TlReading *reading,
              TlCandidate     *candidate)
{
  guint behind = candidate->end;
  gboolean is_owner = tl_reading_is_possessive (reading, behind);

  if (candidate->shape != TL_CANDIDATE_PLAIN || behind >= reading->n_tokens ||
      reading->tokens[behind].sentence != reading->tokens[candidate->first].sentence)
    return;
  if (is_before_address (reading, behind))
    add (candidate, ORG, 10);
  if ((candidate->flags & TL_CANDIDATE_ACRONYM) != 0 && !tl_reading_is_capital (reading, behind) &&
      tl_reading_has (reading, behind, TL_CUE_THING_BEHIND | TL_CUE_NOT_NAME))
    add (candidate, ORG, -6);
  if ((candidate->flags & TL_CANDIDATE_ACRONYM) != 0 && is_code (reading, behind))
    add (candidate, ORG, -20);
  weigh_apposition (reading, candidate);
  if (is_owner)
    behind++;
  if (tl_reading_has (reading, behind, TL_CUE_ORG_BEHIND) &&
      !tl_reading_is_capital (reading, behind))
    add (candidate, ORG, 3);
  else if (!is_owner && tl_reading_has (reading, behind, TL_CUE_PLACE_HEAD) &&
           !tl_reading_is_capital (reading, behind))
    add (candidate, PLACE, 4);  /* "the Turan crossing" */
  if (is_owner && tl_reading_has (reading, behind, TL_CUE_TITLE))
    add (candidate, ORG, 3);
  if (is_owner)
    return;
  if (tl_reading_has (reading, behind, TL_CUE_MEDIA_VERB))
    add (candidate, ORG, 3);
  else if (tl_reading_has (reading, behind, TL_CUE_SPEECH))
    add (candidate, PERSON, 4);
  else if (tl_reading_is (reading, behind, ",") && tl_reading_is (reading, behind + 1, "who"))
    add (candidate, PERSON, 5);
  else if (tl_reading_is (reading, behind, ",") &&
           tl_reading_has (reading, behind + 1, TL_CUE_SPEECH))
    add (candidate, PERSON, candidate->end > candidate->first + 1 ? 4 : 2);
  if (tl_reading_is (reading, behind, "-") && tl_reading_touches (reading, behind) &&
      tl_reading_has (reading, behind + 1, TL_CUE_RESIDENCE))
    add (candidate, PLACE, 6);
}

/* "a memorandum of understanding (MoU)": the letters are those of plain words. */
static gboolean
abbreviates_plain_words (const TlReading   *reading,
                         const TlCandidate *candidate)
{
  const TlSpan span = reading->tokens[candidate->first].span;
  guint token = candidate->first - 1;
  gboolean has_lower = FALSE;

  for (const char *p = reading->string + span.end; p > reading->string + span.start;)
    {
      const char *word;

      p = g_utf8_prev_char (p);
      if (g_unichar_islower (g_utf8_get_char (p)))
        continue;
      do
        {
          if (token == 0)
            return FALSE;
          token--;
        }
      while (reading->tokens[token].kind != TL_TOKEN_WORD ||
             tl_reading_has (reading, token, TL_CUE_LINK));
      word = reading->string + reading->tokens[token].span.start;
      if (g_unichar_tolower (g_utf8_get_char (word)) != g_unichar_tolower (g_utf8_get_char (p)))
        return FALSE;
      has_lower |= !tl_reading_is_capital (reading, token);
    }
  return has_lower;
}

static void
weigh_brackets (const TlReading *reading,
                TlCandidate     *candidate)
{
  if (candidate->first < 2 || candidate->end != candidate->first + 1 ||
      !tl_reading_is (reading, candidate->first - 1, "(") ||
      !tl_reading_is (reading, candidate->end, ")"))
    return;
  if (abbreviates_plain_words (reading, candidate))
    for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
      add (candidate, type, -40);
}

/*
 * tl_evidence_weigh:
 * @reading: a reading with its candidates
 *
 * Sets the scores of every candidate.
 */
void
tl_evidence_weigh (TlReading *reading)
{
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      TlCandidate *candidate = &g_array_index (reading->candidates, TlCandidate, i);

      weigh_shape (reading, candidate);
      if ((candidate->flags & TL_CANDIDATE_PERSON) != 0)
        add (candidate, PERSON, 12);
      weigh_before (reading, candidate);
      weigh_behind (reading, candidate);
      weigh_brackets (reading, candidate);
    }
}
