/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds what may be a name: one walk over the tokens that cuts runs of capitalised words
 * into names, and keeps the title that was read last, so that the person it belongs to
 * gets it as a role ("Chairman of the Committee Ana Silva", "Ana Silva, chairman of …").
 *
 * A run is cut where its words change their class: "the Committee | Ana Silva" behind an
 * organisation's head word, "Foreign Affairs | Ana Silva" where common words end.
 */

#include "tl-candidates-private.h"

/* Words before the country in a name such as "Air Vanuatu". */
#define MAX_NATIONAL 2

/* Adds what stands from @first on as a candidate, and gives it the title before it. */
void
tl_walk_add (TlWalk           *walk,
             guint             first,
             guint             end,
             TlCandidateShape  shape,
             guint             flags)
{
  TlReading *reading = walk->reading;
  TlCandidate candidate = {
    .first = first,
    .end = end,
    .shape = (guint8) shape,
    .flags = (guint8) flags,
    .key = tl_reading_get_key (reading, first, end),
  };

  if ((reading->tokens[first].flags & TL_TOKEN_SENTENCE_START) != 0)
    candidate.flags |= TL_CANDIDATE_START;
  if (end == first + 1 && tl_reading_is_acronym (reading, first))
    candidate.flags |= TL_CANDIDATE_ACRONYM;
  tl_walk_take_title (walk, &candidate);
  g_array_append_val (reading->candidates, candidate);
}

/* Whether the token and the one before belong to one name of the gazetteer. */
static gboolean
is_inside_place (const TlReading *reading,
                 guint            token)
{
  return token > 0 && token < reading->n_tokens && reading->place_at[token] != 0 &&
         reading->place_at[token] == reading->place_at[token - 1];
}

static TlCandidateShape
shape_of_head (TlWordClass class)
{
  if (class == TL_WORD_PLACE_HEAD)
    return TL_CANDIDATE_PLACE;
  if (class == TL_WORD_EVENT)
    return TL_CANDIDATE_EVENT;
  return TL_CANDIDATE_ORGANIZATION;
}

/* Whether a new person's name begins at @token, behind words that are no person's. */
static gboolean
turns_to_person (const TlRun *run,
                 guint        at)
{
  TlWordClass before = run->classes[at - 1], here = run->classes[at];

  if (here != TL_WORD_NAME && here != TL_WORD_INITIAL)
    return FALSE;
  return before != TL_WORD_NAME && before != TL_WORD_INITIAL && before != TL_WORD_JOINER &&
         before != TL_WORD_LINK &&
         before != TL_WORD_ACRONYM;
}

/* Index of the next head in the words from @at on that stand together, or @at's run's length. */
static guint
find_head (const TlRun *run,
           guint        at)
{
  for (guint i = at; i < run->length; i++)
    {
      if (tl_word_class_is_head (run->classes[i]))
        return i;
      if (run->classes[i] == TL_WORD_LINK && !run->joins[i])
        break;
    }
  return run->length;
}

/* The end of an organisation's words behind its first head: "Oblast | Executive Committee". */
static guint
extend_heads (const TlRun *run,
              guint        head,
              guint       *last_head)
{
  guint end = head + 1;

  *last_head = head;
  for (guint i = head + 1; i < run->length; i++)
    {
      TlWordClass class = run->classes[i];

      if (tl_word_class_is_head (class))
        {
          *last_head = i;
          end = i + 1;
        }
      else if (class != TL_WORD_COMMON && class != TL_WORD_JOINER && class != TL_WORD_ADJECTIVE &&
               !(class == TL_WORD_LINK && run->joins[i]))
        break;
    }
  return end;
}

/* "Radio Turan", "Lake Turan": the head stands first, the name behind it. */
static guint
extend_behind_opener (const TlRun *run,
                      guint        end)
{
  while (end < run->length &&
         (run->classes[end] == TL_WORD_NAME || run->classes[end] == TL_WORD_JOINER ||
                               run->classes[end] == TL_WORD_GAZETTEER))
    end++;
  return end;
}

/* "of Foreign Affairs", "for Reconstruction and Development", one after the other. */
static guint
extend_complements (const TlRun *run,
                    guint        end)
{
  while (end < run->length && run->classes[end] == TL_WORD_LINK)
    {
      guint i = end + 1;

      while (i < run->length && run->classes[i] == TL_WORD_LINK)
        i++;
      if (i >= run->length)
        break;
      for (end = ++i; i < run->length && run->classes[i] != TL_WORD_LINK; i++)
        {
          if (turns_to_person (run, i))
            return end;
          end = i + 1;
        }
    }
  return end;
}

/* Whether the word has its capital from where it stands: behind a dateline's dash, a quotation mark. */
static gboolean
is_opening (const TlReading *reading,
            guint            token)
{
  return (reading->tokens[token].flags & (TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START)) != 0 ||
         (reading->tokens[token - 1].kind == TL_TOKEN_PUNCTUATION && !tl_reading_is (reading, token - 1, ",") &&
          !tl_reading_is (reading, token - 1, "(") && !tl_reading_is (reading, token - 1, "["));
}

/* Takes in what stands before: "The Turan Times" inside a sentence, "the | 2022 Turan Games". */
static guint
name_start (const TlReading *reading,
            guint            first,
            TlWordClass      head)
{
  guint before = first - 1;

  if (first == 0 || reading->tokens[before].sentence != reading->tokens[first].sentence)
    return first;
  if (head == TL_WORD_ORG && tl_reading_is (reading, before, "the") &&
      tl_reading_is_capital (reading, before) && !is_opening (reading, before))
    return before;
  return head == TL_WORD_EVENT ? tl_event_get_start (reading, first) : first;
}

/* Adds the organisation, place or event that begins at @at; returns the index behind it, or @at. */
static guint
take_headed (TlWalk      *walk,
             const TlRun *run,
             guint        at)
{
  guint head = find_head (run, at), last_head, end, first;
  guint flags = 0;

  if (head >= run->length)
    return at;
  end = extend_heads (run, head, &last_head);
  if (head == at && end == head + 1 && end < run->length && run->classes[end] != TL_WORD_LINK)
    {
      /* "Park Jin" is no park. */
      if (!tl_reading_has (walk->reading, run->first + at,
                           TL_CUE_ORG_OPENER | TL_CUE_PLACE_OPENER | TL_CUE_EVENT_OPENER))
        return at;
      end = extend_behind_opener (run, end);
    }
  end = extend_complements (run, end);
  if (end == at + 1)
    flags = TL_CANDIDATE_WEAK;
  first = name_start (walk->reading, run->first + at, run->classes[last_head]);
  if (run->classes[last_head] == TL_WORD_EVENT && flags == 0 && end == run->length)
    end = tl_event_get_end (walk->reading, run->first + end) - run->first;
  tl_walk_add (walk, first, run->first + end, shape_of_head (run->classes[last_head]), flags);
  return end;
}

/* Adds the gazetteer's name that the token stands in; returns the index behind it. */
static guint
take_place (TlWalk *walk,
            guint   token)
{
  TlReading *reading = walk->reading;
  guint first = token, end = first + 1;
  const TlPlaceMatch *match =
    &g_array_index (reading->places, TlPlaceMatch, reading->place_at[first] - 1);
  TlPhrases *geographic = tl_lexicon_get_group (tl_entity_lexicon_get (), "geographic-blocs");
  TlCandidateShape shape = TL_CANDIDATE_PLACE;

  while (is_inside_place (reading, end))
    end++;
  if (match->place->kind == TL_PLACE_BLOC)
    {
      g_autoptr(TlText) code = tl_text_new (match->place->code, -1);

      if (tl_lexicon_match (geographic, code, 0, NULL) == NULL)
        shape = TL_CANDIDATE_ORGANIZATION;
    }
  if (first > 0 && tl_word_get_class (reading, first - 1) == TL_WORD_COMMON &&
      tl_reading_has (reading, first - 1, TL_CUE_DIRECTION))
    first--;
  tl_walk_add (walk, first, end, shape, TL_CANDIDATE_KNOWN);
  return end;
}

/* The end of the capitalised words from @at on, up to the next place. */
static guint
plain_end (const TlWalk *walk,
           const TlRun  *run,
           guint         at,
           guint        *n_names)
{
  /* "Minister of Foreign Affairs | Ana Silva" */
  gboolean in_title = walk->is_title_pending && walk->opened_at == run->first + at &&
                      run->classes[at] == TL_WORD_COMMON;
  guint end;

  *n_names = 0;
  for (end = at; end < run->length; end++)
    {
      TlWordClass class = run->classes[end];

      if (class == TL_WORD_GAZETTEER || class == TL_WORD_LINK ||
          (class == TL_WORD_ADJECTIVE && *n_names == 0) ||
          (in_title && class == TL_WORD_NAME))
        break;
      *n_names += class == TL_WORD_NAME || class == TL_WORD_ACRONYM;
    }
  return end;
}

/* Adds capitalised words up to the next place: "Ana Silva", "Reuters". */
static guint
take_plain (TlWalk      *walk,
            const TlRun *run,
            guint        at)
{
  guint n_names, end = plain_end (walk, run, at, &n_names), first = at, last = end;
  gboolean is_start = (walk->reading->tokens[run->first + at].flags & TL_TOKEN_SENTENCE_START) != 0;

  if (end == at)
    return at + 1;
  while (last > first && run->classes[last - 1] == TL_WORD_JOINER)
    last--;
  /* "Ana Silva | MP" */
  while (last > first + 2 && n_names > 0 && run->classes[last - 1] == TL_WORD_COMMON &&
         run->classes[last - 2] != TL_WORD_JOINER &&
         tl_reading_has (walk->reading, run->first + last - 1, TL_CUE_NOT_NAME) &&
         tl_reading_is_acronym (walk->reading, run->first + last - 1))
    last--;
  /* A sentence's first word has its capital from there; "Kin Phea" has it in both. */
  while (is_start && n_names > 0 && first + 1 < last && run->classes[first] == TL_WORD_COMMON &&
         run->classes[first + 1] != TL_WORD_JOINER &&
         (n_names > 1 || last - first > 2 ||
          tl_reading_is_seen_lower (walk->reading, run->first + first)))
    first++;
  while (first < last && run->classes[first] == TL_WORD_JOINER)
    first++;
  if (last > first)
    tl_walk_add (walk, run->first + first, run->first + last, TL_CANDIDATE_PLAIN,
                   n_names == 0 ? TL_CANDIDATE_WEAK : 0);
  return end;
}

/*
 * "Air Vanuatu", "Statistics Canada": a country's name behind one or two words that are no
 * direction and no title, in the middle of a sentence.  Returns the index behind it, or @at.
 */
static guint
take_national (TlWalk      *walk,
               const TlRun *run,
               guint        at)
{
  const TlReading *reading = walk->reading;
  guint first = run->first + at, end = at, place;

  if (walk->is_title_pending || first == 0 || at > 0 ||
      (reading->tokens[first].flags & (TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START)) != 0 ||
      reading->tokens[first - 1].kind != TL_TOKEN_WORD)
    return at;
  while (end < run->length && end < at + MAX_NATIONAL &&
         (run->classes[end] == TL_WORD_COMMON || run->classes[end] == TL_WORD_NAME) &&
         !tl_reading_has (reading, run->first + end,
                          TL_CUE_DIRECTION | TL_CUE_TITLE | TL_CUE_TITLE_WORD | TL_CUE_NOT_NAME | TL_CUE_GIVEN_NAME))
    end++;
  if (end == at || end >= run->length || run->classes[end] != TL_WORD_GAZETTEER)
    return at;
  place = reading->place_at[run->first + end];
  if (place == 0 ||
      g_array_index (reading->places, TlPlaceMatch, place - 1).place->kind != TL_PLACE_COUNTRY)
    return at;
  while (end < run->length && reading->place_at[run->first + end] == place)
    end++;
  if (end < run->length)
    return at;
  tl_walk_add (walk, first, run->first + end, TL_CANDIDATE_ORGANIZATION, 0);
  return end;
}

static void
cut_run (TlWalk      *walk,
         const TlRun *run)
{
  for (guint at = 0; at < run->length;)
    {
      guint end = at;

      if (run->classes[at] == TL_WORD_LINK || run->classes[at] == TL_WORD_JOINER)
        {
          at++;
          continue;
        }
      end = take_headed (walk, run, at);
      if (end == at)
        end = take_national (walk, run, at);
      if (end == at && run->classes[at] == TL_WORD_GAZETTEER)
        end = take_place (walk, run->first + at) - run->first;
      else if (end == at)
        end = take_plain (walk, run, at);
      at = end;
    }
}

static guint
take_run (TlWalk *walk,
          guint   token)
{
  TlRun run;

  tl_run_read (walk->reading, token, &run);
  if (!run.is_of_title)
    cut_run (walk, &run);
  return run.first + run.length;
}

/* In a headline, what is known beforehand can be told from common words. */
static gboolean
is_place_in_headline (const TlReading *reading,
                      guint            token)
{
  return tl_reading_has (reading, token, TL_CUE_PLACE) && !tl_reading_has (reading, token, TL_CUE_CLUTTER);
}

/*
 * Whether the token is one of the many words in lower case that begin nothing, where no title
 * goes on either: of these, a look at their cues is all that is needed.
 */
static gboolean
is_filler (const TlWalk *walk,
           guint         token)
{
  const TlToken *here = &walk->reading->tokens[token];

  return here->kind == TL_TOKEN_WORD && (here->flags & (TL_TOKEN_CAPITALISED | TL_TOKEN_LINE_START)) == 0 &&
         (walk->reading->cues[token] & (TL_CUE_MUTE | TL_CUE_PLACE | TL_CUE_ADJECTIVE | TL_CUE_TITLE |
                                        TL_CUE_ORDINAL | TL_CUE_TENS | TL_CUE_PARTICLE_1ST)) == 0 &&
         (!walk->is_title_pending || token > walk->title_end + 2);
}

/*
 * tl_candidates_find:
 * @reading: a reading whose layout is marked
 *
 * Fills the reading's candidates.
 */
void
tl_candidates_find (TlReading *reading)
{
  TlWalk walk = { .reading = reading, .owner = TL_NO_OWNER };
  guint next = 0;

  tl_words_classify (reading);
  for (guint s = 0; s < reading->n_sentences; s++)
    {
      guint end = reading->sentences[s].end_token;

      tl_walk_drop_title (&walk);
      /* A dateline goes on behind the points in it. */
      for (guint i = MAX (reading->sentences[s].first_token, next); i < end;)
        {
          if (is_filler (&walk, i))
            next = i + 1;
          else if (tl_reading_has (reading, i, TL_CUE_MUTE))
            next = is_place_in_headline (reading, i) ? take_place (&walk, i) : i + 1;
          else if ((next = tl_pattern_read (&walk, i)) > i ||
                   (next = tl_walk_read_title (&walk, i)) > i)
            ;
          else if (tl_run_starts (reading, i))
            next = take_run (&walk, i);
          else
            next = tl_walk_step (&walk, i);
          i = next;
        }
    }
  tl_walk_drop_title (&walk);
}
