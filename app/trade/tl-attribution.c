/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a sentence says of whom it is from.  The last source counts: of "the report said,
 * citing the customs service", the customs service; then what it is "according to"; then the
 * verb of speech and whom the words beside it mean; then data that show something.
 */

#include "tl-attribution.h"

#include "tl-gazetteer.h"

#include "tl-trade-marks.h"
#include "tl-trade-view.h"

#include <string.h>

/* So far behind "according to" the source may be named, and before "show" whose data they are. */
#define SOURCE_REACH 14
#define DATA_REACH 24

/* How far behind "showed" the "by" of "the figures released by" may stand. */
#define BEHIND_REACH 8

/* How many words of a headline may stand behind its last dash: "- central bank". */
#define HEADLINE_REACH 4

typedef enum
{
  RANK_NONE,
  RANK_DATA,
  RANK_SPEECH,
  RANK_SOURCE,
  RANK_CITED,
} Rank;

/*
 * tl_attribution_words:
 *
 * Returns: (transfer none): the groups that tell who speaks
 */
const TlAttributionWords *
tl_attribution_words (void)
{
  static TlAttributionWords *words = NULL;

  if (g_once_init_enter (&words))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      TlAttributionWords *read = g_new0 (TlAttributionWords, 1);

      read->speech = tl_lexicon_get_group (lexicon, "trade-speech");
      read->speech_near = tl_lexicon_get_group (lexicon, "trade-speech-near");
      read->speech_to = tl_lexicon_get_group (lexicon, "trade-speech-to");
      read->passive = tl_lexicon_get_group (lexicon, "trade-speech-passive");
      read->according = tl_lexicon_get_group (lexicon, "trade-according");
      read->shows = tl_lexicon_get_group (lexicon, "trade-data-shows");
      read->pronouns = tl_lexicon_get_group (lexicon, "trade-speaker-pronoun");
      read->body_pronouns = tl_lexicon_get_group (lexicon, "trade-speaker-body-pronoun");
      read->offices = tl_lexicon_get_group (lexicon, "trade-speaker-office");
      read->bodies = tl_lexicon_get_group (lexicon, "trade-speaker-body");
      read->documents = tl_lexicon_get_group (lexicon, "trade-speaker-document");
      read->links = tl_lexicon_get_group (lexicon, "trade-speaker-link");
      read->stops = tl_lexicon_get_group (lexicon, "trade-speaker-stop");
      read->plain = tl_lexicon_get_group (lexicon, "trade-speaker-plain");
      read->asides = tl_lexicon_get_group (lexicon, "trade-speaker-aside");
      read->questions = tl_lexicon_get_group (lexicon, "trade-speaker-question");
      read->periods = tl_lexicon_get_group (lexicon, "period-words");
      read->again = tl_lexicon_get_group (lexicon, "trade-speaker-body-again");
      read->of_places = tl_lexicon_get_group (lexicon, "trade-speaker-of-place");
      read->flows = tl_lexicon_get_group (lexicon, "trade-speaker-no-member");
      g_once_init_leave (&words, read);
    }
  return words;
}

/* "it was noted": by nobody who is named. */
static gboolean
is_passive (const TlAttribution *self,
            const TlSentence    *sentence,
            guint                token)
{
  return token > sentence->first_token &&
         tl_phrases_match_at (self->words->passive, self->reading->text, token - 1, NULL);
}

/* A word with a capital that is neither a place nor a day. */
static gboolean
is_name_word (const TlAttribution *self,
              guint                token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (self->reading->text, &n_tokens);

  return tokens[token].kind == TL_TOKEN_WORD && (tokens[token].flags & TL_TOKEN_CAPITALISED) != 0 &&
         !tl_phrases_match_at (self->words->stops, self->reading->text, token, NULL) &&
         ((tokens[token].flags & TL_TOKEN_SENTENCE_START) == 0 ||
          !tl_phrases_match_at (self->words->plain, self->reading->text, token, NULL)) &&
         !tl_phrases_match_at (self->words->periods, self->reading->text, token, NULL);
}

/* "Belarusian" of "Belarusian statistics": that is a country's name alone. */
static gboolean
is_place_only (const TlAttribution *self,
               guint                first,
               guint                end)
{
  for (guint i = tl_attribution_first_place (self, first); i < self->reading->places->len; i++)
    {
      const TlPlaceMatch *place = &g_array_index (self->reading->places, TlPlaceMatch, i);

      if (place->first_token > first)
        break;
      if (place->end_token >= end)
        return TRUE;
    }
  return FALSE;
}

/* One word alone: not the first of a sentence, but for "MOEA", and not "The". */
static gboolean
may_be_a_name (const TlAttribution *self,
               guint                token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (self->reading->text, &n_tokens);
  guint8 flags = tokens[token].flags & (TL_TOKEN_SENTENCE_START | TL_TOKEN_ALL_CAPS);

  return flags != TL_TOKEN_SENTENCE_START &&
         !tl_phrases_match_at (self->words->plain, self->reading->text, token, NULL);
}

/* "Statistics New Zealand", "Directorate of Trade": words with capitals that are no entity. */
static TlSaid
written_name (const TlAttribution *self,
              guint                token,
              guint                limit)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (self->reading->text, &n_tokens);
  guint end = token, last = token;
  const TlNamed *named;

  while (end < limit &&
         (is_name_word (self, end) ||
          (end > token && tl_attribution_is_in (self, self->words->links, end, NULL))))
    {
      end++;
      if (is_name_word (self, end - 1))
        last = end;
    }
  named = tl_speaker_names_next (self->names, token, limit);
  if (last == token || (named != NULL && named->first_token == token && named->end_token >= last) ||
      (last < limit && tokens[last].kind == TL_TOKEN_NUMBER) ||
      (last == token + 1 && !may_be_a_name (self, token)) ||
      is_place_only (self, token, last))
    return TL_SAID_NOBODY;
  return tl_speaker_names_write (self->names, token, last, FALSE);
}

/* "According to customs department data": the body whose they are. */
static TlSaid
body_of_data (const TlAttribution *self,
              guint                index,
              guint                first,
              guint                end)
{
  for (guint i = first + 1; i < end; i++)
    if (tl_phrases_match_at (self->words->documents, self->reading->text, i, NULL))
      {
        guint owner = i - tl_text_token_is (self->reading->text, i - 1, "'s");

        return tl_attribution_is_in (self, self->words->bodies, owner - 1, NULL)
                 ? tl_attribution_describe (self, index, first, owner) : TL_SAID_NOBODY;
      }
  return TL_SAID_NOBODY;
}

/* The source behind "according to" and the like. */
static TlSaid
source_behind (const TlAttribution *self,
               guint                index,
               guint                token)
{
  const TlSentence *sentence = tl_attribution_sentence (self, index);
  guint limit = MIN (token + SOURCE_REACH, sentence->end_token), end = token;
  const TlNamed *named, *body = NULL;
  TlSaid said;

  while (end < limit && !tl_text_token_is (self->reading->text, end, ","))
    end++;
  for (guint next = token; (named = tl_speaker_names_next (self->names, next, limit)) != NULL;
       next = named->first_token + 1)
    {
      if (named->type == TL_ENTITY_PERSON && named->first_token <= end + 2)
        return named->said;
      if (named->type == TL_ENTITY_ORGANIZATION && body == NULL && named->first_token < end)
        body = named;
    }
  if (body != NULL)
    return body->said;
  said = tl_attribution_behind (self, index, token);
  if (said.name == NULL)
    said = body_of_data (self, index, token, end);
  for (guint i = token; i < end && said.name == NULL; i++)
    if (is_name_word (self, i))
      {
        said = written_name (self, i, end);
        break;
      }
  return said;
}

/* Where the words begin that tell whose data the ones before @verb are; @data is that word. */
static guint
find_data (const TlAttribution *self,
           const TlSentence    *sentence,
           guint                verb,
           guint               *data)
{
  guint floor = verb;

  *data = G_MAXUINT;
  while (floor > sentence->first_token && verb - floor < DATA_REACH && !self->quoted[floor - 1] &&
         (floor == verb || !tl_text_token_is (self->reading->text, floor - 1, ",")))
    {
      floor--;
      if (*data == G_MAXUINT &&
          tl_phrases_match_at (self->words->documents, self->reading->text, floor, NULL))
        *data = floor;
    }
  return floor;
}

static TlSaid
named_body (const TlAttribution *self,
            guint                first,
            guint                end)
{
  const TlNamed *named;

  for (guint next = first; (named = tl_speaker_names_next (self->names, next, end)) != NULL;
       next = named->first_token + 1)
    if (named->type == TL_ENTITY_ORGANIZATION)
      return named->said;
  return TL_SAID_NOBODY;
}

/* "Finance Ministry figures show", "data given to us by the customs service show": whose they
 * are. */
static TlSaid
owner_of_data (const TlAttribution *self,
               guint                index,
               guint                verb)
{
  guint data, floor = find_data (self, tl_attribution_sentence (self, index), verb, &data);
  TlSaid said = TL_SAID_NOBODY;

  if (data == G_MAXUINT)
    return said;
  for (guint i = data; i < verb && said.name == NULL; i++)
    if (tl_text_token_is (self->reading->text, i, "by"))
      said = named_body (self, i, verb);
  if (said.name == NULL)
    said = named_body (self, floor, verb);
  for (guint i = floor; i < data && said.name == NULL; i++)
    if (is_name_word (self, i))
      said = written_name (self, i, data);
  if (said.name == NULL)
    said = tl_attribution_describe (self, index, floor, verb);
  if (data > floor && tl_text_token_is (self->reading->text, data - 1, "'s"))
    data--;
  /* "central bank figures", "the ministry's data"; no "official figures" */
  if (said.name == NULL && data > floor &&
      tl_attribution_is_in (self, self->words->bodies, data - 1, NULL))
    said = tl_attribution_describe (self, index, floor, data);
  return said;
}

/* "…, showed the latest figures released by the customs service": whose they are. */
static TlSaid
data_behind (const TlAttribution *self,
             guint                index,
             guint                verb)
{
  const TlSentence *sentence = tl_attribution_sentence (self, index);
  guint limit = MIN (verb + BEHIND_REACH, sentence->end_token), data = 0;

  for (guint i = verb + 1; i < limit; i++)
    {
      if (tl_phrases_match_at (self->words->documents, self->reading->text, i, NULL))
        data = i;
      else if (data != 0 && (tl_text_token_is (self->reading->text, i, "by") ||
                             tl_text_token_is (self->reading->text, i, "from")))
        return source_behind (self, index, i + 1);
    }
  return TL_SAID_NOBODY;
}

typedef struct
{
  TlSaid said;
  Rank   rank;
} Found;

static void
take (Found  *found,
      TlSaid  said,
      Rank    rank)
{
  if ((said.name != NULL || said.is_to_come) && rank > found->rank)
    *found = (Found) { said, rank };
}

/* A verb of speech at [first, end). */
static void
read_verb (const TlAttribution *self,
           guint                index,
           guint                first,
           guint                end,
           Found               *found)
{
  TlText *text = self->reading->text;
  gboolean has_addressee = tl_phrases_match_at (self->words->speech_to, text, first, NULL);
  TlSaid said = tl_attribution_subject (self, index, first, TRUE);

  if (said.name == NULL && !said.is_to_come && !has_addressee)
    said = tl_attribution_behind (self, index, end);
  take (found, said, RANK_SPEECH);
}

/* "according to" and the like, @end is the token behind. */
static void
read_source (const TlAttribution *self,
             guint                index,
             const TlWord        *according,
             guint                end,
             Found               *found)
{
  if (strcmp (according->value, "its") == 0)
    take (found, self->last_body, RANK_SOURCE);
  else if (strcmp (according->value, "cited") == 0)
    take (found, source_behind (self, index, end), RANK_CITED);
  else if (strcmp (according->value, "data") == 0)
    take (found, source_behind (self, index, end), RANK_DATA);
  else
    take (found, source_behind (self, index, end), RANK_SOURCE);
}

static void
read_at (const TlAttribution *self,
         guint                index,
         guint                token,
         Found               *found)
{
  const TlSentence *sentence = tl_attribution_sentence (self, index);
  TlText *text = self->reading->text;
  guint end = token;
  const TlWord *according = tl_lexicon_match (self->words->according, text, token, &end);
  TlPhraseMatch match;

  if (according != NULL)
    read_source (self, index, according, end, found);
  else if (found->rank < RANK_SPEECH && !is_passive (self, sentence, token) &&
           tl_phrases_match_at (self->words->speech, text, token, &match))
    read_verb (self, index, token, match.end_token, found);
  else if (found->rank < RANK_SPEECH &&
           tl_phrases_match_at (self->words->speech_near, text, token, NULL))
    take (found, tl_attribution_subject (self, index, token, FALSE), RANK_SPEECH);
  else if (found->rank < RANK_DATA && tl_phrases_match_at (self->words->shows, text, token, NULL))
    {
      take (found, owner_of_data (self, index, token), RANK_DATA);
      take (found, data_behind (self, index, token), RANK_DATA);
    }
}

/* "Trade with Chile to double: Silva", as headlines are written. */
static TlSaid
name_behind_colon (const TlAttribution *self,
                   const TlSentence    *sentence)
{
  guint first = sentence->first_token;
  const TlNamed *named = tl_speaker_names_ending_at (self->names, sentence->end_token, first);

  if (named == NULL || named->type != TL_ENTITY_PERSON || named->first_token <= first ||
      !tl_text_token_is (self->reading->text, named->first_token - 1, ":"))
    return TL_SAID_NOBODY;
  return named->said;
}

/* "Exports to Chile up 24% - central bank", as headlines are written. */
static TlSaid
body_behind_dash (const TlAttribution *self,
                  guint                index)
{
  const TlSentence *sentence = tl_attribution_sentence (self, index);
  guint end = sentence->end_token;

  for (guint n = 1; n <= HEADLINE_REACH && end > sentence->first_token + n + 1; n++)
    if (tl_attribution_is (self, end - n - 1, "-") || tl_attribution_is (self, end - n - 1, "–") ||
        tl_attribution_is (self, end - n - 1, "—"))
      return tl_attribution_describe (self, index, end - n, end);
  return TL_SAID_NOBODY;
}

/*
 * tl_attribution_read:
 * @self: what is known
 * @index: a sentence
 *
 * Returns: to whom the sentence itself attributes what it says
 */
TlSaid
tl_attribution_read (const TlAttribution *self,
                     guint                index)
{
  const TlSentence *sentence = tl_attribution_sentence (self, index);
  Found found = { TL_SAID_NOBODY, RANK_NONE };

  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    if ((self->marks[i] & TL_MARK_SPEECH) != 0 && !self->quoted[i])
      read_at (self, index, i, &found);
  if (found.rank == RANK_NONE)
    found.said = name_behind_colon (self, sentence);
  if (found.said.name == NULL && found.rank == RANK_NONE)
    found.said = body_behind_dash (self, index);
  found.said.is_cited = found.rank == RANK_CITED;
  return found.said;
}
