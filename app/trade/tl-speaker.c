/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * To whom a sentence is attributed.  One pass over the text finds, for each sentence,
 * the verb of speech and the person or body beside it; a sentence inside a quotation
 * takes the speaker of the sentence that closes it, a pronoun the one named before.
 */

#include "tl-speaker.h"

#include "tl-entity.h"
#include "tl-lexicon.h"

#include <string.h>

/* How far a name may stand before or behind its verb of speech. */
#define REACH_BEFORE 25
#define REACH_BEHIND 9

/* More tokens than a name has. */
#define LONGEST_NAME 40

typedef struct
{
  guint32   first_token;
  guint32   end_token;
  TlSpan    span;
  TlEntity *entity;
} Named;

/* Who says something, and the words that tell it. */
typedef struct
{
  const char *name;             /* in full; NULL where nobody does */
  TlSpan      span;             /* where it is named */
  TlSpan      reference;        /* the words that stand for the name, "he", "the ambassador"; else empty */
} Said;

/* Who of those named so far holds an office. */
typedef struct
{
  guint        n_seen;
  const Named *last;
} OfficeSearch;

struct _TlSpeakers
{
  const TlReading *reading;
  GArray          *named;       /* of Named: mentions of people and bodies, in order */
  Said            *by_sentence; /* what each sentence itself says, or takes from its quotation */
  guint            n_sentences;
  GHashTable      *offices;     /* word of the lexicon → OfficeSearch */
  guint            subject_of;  /* index of the sentence that @subject was looked for, 0 at first */
  Said             subject;

  TlPhrases       *speech;
  TlPhrases       *passive;
  TlPhrases       *to;
  TlPhrases       *according;
  TlPhrases       *reference;
  TlPhrases       *office;
};

#define NOBODY ((Said) { NULL })

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  const Named *first = a, *second = b;

  return first->first_token < second->first_token ? -1 : first->first_token > second->first_token;
}

static GArray *
list_named (const TlReading *reading)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Named));

  for (guint i = 0; reading->entities != NULL && i < reading->entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (reading->entities, i);
      TlEntityType type = tl_entity_get_entity_type (entity);
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

      if (type != TL_ENTITY_PERSON && type != TL_ENTITY_ORGANIZATION)
        continue;
      for (guint k = 0; k < n_mentions; k++)
        {
          Named named = {
            tl_text_find_token (reading->text, mentions[k].start),
            tl_text_find_token (reading->text, mentions[k].end),
            mentions[k],
            entity,
          };

          g_array_append_val (list, named);
        }
    }
  g_array_sort (list, compare_named);
  return list;
}

/* The first mention at or behind @token. */
static guint
first_named_at (TlSpeakers *self,
                guint       token)
{
  guint low = 0, high = self->named->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->named, Named, middle).first_token >= token)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static gboolean
is_person (const Named *named)
{
  return tl_entity_get_entity_type (named->entity) == TL_ENTITY_PERSON;
}

static TlSpan
span_of (TlSpeakers *self,
         guint       first,
         guint       end)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (self->reading->text, &n_tokens);

  return (TlSpan) { tokens[first].span.start, tokens[end - 1].span.end };
}

/* What a mention tells; nobody where there is none. */
static Said
said_by (const Named *named)
{
  if (named == NULL)
    return NOBODY;
  return (Said) { tl_entity_get_name (named->entity), named->span, { 0, 0 } };
}

/* How far a name stands from the verb at [first, end); G_MAXUINT where it is none of its speakers. */
static guint
name_gap (const Named *named,
          guint        first,
          guint        end,
          gboolean     has_addressee)
{
  guint gap;

  if (named->end_token <= first)
    {
      gap = first - named->end_token;
      /* A body speaks where it stands right before the verb. */
      if (gap > (is_person (named) ? REACH_BEFORE : 1))
        return G_MAXUINT;
      return gap;
    }
  if (named->first_token < end || has_addressee)
    return G_MAXUINT;
  gap = named->first_token - end;
  if (gap > (is_person (named) ? REACH_BEHIND : 1))
    return G_MAXUINT;
  return gap + 3;
}

/* The person or body nearest to the verb at [first, end): before it, or behind it. */
static Said
name_beside (TlSpeakers       *self,
             const TlSentence *sentence,
             guint             first,
             guint             end)
{
  gboolean has_addressee = tl_phrases_match_at (self->to, self->reading->text, first, NULL);
  guint from = first > REACH_BEFORE + LONGEST_NAME ? first - REACH_BEFORE - LONGEST_NAME : 0;
  const Named *best = NULL;
  guint best_gap = G_MAXUINT;

  for (guint i = first_named_at (self, MAX (sentence->first_token, from)); i < self->named->len; i++)
    {
      const Named *named = &g_array_index (self->named, Named, i);
      guint gap = name_gap (named, first, end, has_addressee);

      if (named->first_token >= sentence->end_token || named->first_token > end + REACH_BEHIND)
        break;
      if (gap < best_gap)
        {
          best = named;
          best_gap = gap;
        }
    }
  return said_by (best);
}

static Said
name_behind (TlSpeakers       *self,
             const TlSentence *sentence,
             guint             token)
{
  guint i = first_named_at (self, token);
  const Named *found = NULL;

  for (; i < self->named->len; i++)
    {
      const Named *named = &g_array_index (self->named, Named, i);

      if (named->first_token >= sentence->end_token || named->first_token - token > 14)
        break;
      if (found == NULL)
        found = named;
      if (is_person (named))
        {
          found = named;
          break;
        }
    }
  return said_by (found);
}

static gboolean
holds_office (const Named *named,
              const char  *office)
{
  const char *role = tl_entity_get_role (named->entity);
  g_autofree char *lower = NULL;

  if (!is_person (named) || role == NULL)
    return FALSE;
  lower = g_utf8_strdown (role, -1);
  return strstr (lower, office) != NULL;
}

/*
 * The person of that office who was named last before @token.  Sentences are asked about
 * in their order, so for each office the search goes on where it ended.
 */
static Said
name_by_office (TlSpeakers *self,
                guint       token,
                const char *office)
{
  OfficeSearch *search = g_hash_table_lookup (self->offices, office);
  guint end = first_named_at (self, token);

  if (search == NULL)
    {
      search = g_new0 (OfficeSearch, 1);
      g_hash_table_insert (self->offices, (gpointer) office, search);
    }
  for (; search->n_seen < end; search->n_seen++)
    if (holds_office (&g_array_index (self->named, Named, search->n_seen), office))
      search->last = &g_array_index (self->named, Named, search->n_seen);
  return said_by (search->last);
}

static Said
first_person_in (TlSpeakers       *self,
                 const TlSentence *sentence)
{
  for (guint i = first_named_at (self, sentence->first_token); i < self->named->len; i++)
    {
      const Named *named = &g_array_index (self->named, Named, i);

      if (named->first_token >= sentence->end_token)
        break;
      if (is_person (named))
        return said_by (named);
    }
  return NOBODY;
}

/* The first person named in the sentence before, in the same paragraph: its subject, as a rule. */
static Said
subject_before (TlSpeakers       *self,
                const TlSentence *sentence,
                guint             index)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);

  if (index == 0 || sentences[index - 1].paragraph != sentence->paragraph)
    return NOBODY;
  if (self->subject_of != index)
    self->subject = first_person_in (self, &sentences[index - 1]);
  self->subject_of = index;
  return self->subject;
}

/*
 * A pronoun or a bare office close before the verb, or right behind it, means somebody
 * named before; nobody where there is none.
 */
static Said
refer_back (TlSpeakers       *self,
            const TlSentence *sentence,
            guint             index,
            guint             first,
            guint             end,
            const Said       *last)
{
  guint found = G_MAXUINT, name_end = first;
  const TlWord *office;
  TlPhraseMatch match;
  Said said = NOBODY;

  for (guint n = 1; n <= 3 && found == G_MAXUINT && first >= sentence->first_token + n; n++)
    if (tl_phrases_match_at (self->reference, self->reading->text, first - n, &match))
      found = first - n;
  if (found == G_MAXUINT && tl_phrases_match_at (self->reference, self->reading->text, end, &match))
    found = name_end = end;
  if (found == G_MAXUINT)
    return NOBODY;

  office = tl_lexicon_match (self->office, self->reading->text, found, &name_end);
  /* "the president of Kazakhstan said", "the ambassador, Ivan Petrov, said": not bare */
  if (office != NULL)
    said = name_by_office (self, found, office->value);
  if (said.name == NULL)
    said = subject_before (self, sentence, index);
  if (said.name == NULL)
    said = *last;
  said.reference = span_of (self, found, match.end_token);
  return said;
}

/* "it was noted": by nobody who is named. */
static gboolean
is_passive (TlSpeakers       *self,
            const TlSentence *sentence,
            guint             token)
{
  return token > sentence->first_token && tl_phrases_match_at (self->passive, self->reading->text, token - 1, NULL);
}

/* What the sentence itself says of its speaker; @last is the speaker before. */
static Said
read_attribution (TlSpeakers       *self,
                  const TlSentence *sentence,
                  guint             index,
                  const Said       *last)
{
  Said found = NOBODY;

  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    {
      TlPhraseMatch match;

      if (tl_phrases_match_at (self->according, self->reading->text, i, &match))
        {
          found = name_behind (self, sentence, match.end_token);
          if (found.name != NULL)
            return found;
        }
      else if (found.name == NULL && tl_phrases_match_at (self->speech, self->reading->text, i, &match) &&
               !is_passive (self, sentence, i))
        {
          found = refer_back (self, sentence, index, i, match.end_token, last);
          if (found.name == NULL)
            found = name_beside (self, sentence, i, match.end_token);
        }
    }
  return found;
}

/* Counts the sentence's quotation marks; TRUE when a quotation is open behind it. */
static gboolean
quotation_after (const TlReading  *reading,
                 const TlSentence *sentence,
                 gboolean          is_open,
                 gboolean         *has_quotation)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (reading->text, &n_tokens);

  *has_quotation = is_open;
  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    {
      if (tokens[i].kind != TL_TOKEN_PUNCTUATION)
        continue;
      if (tl_text_token_is (reading->text, i, "\""))
        is_open = !is_open;
      else if (tl_text_token_is (reading->text, i, "“"))
        is_open = TRUE;
      else if (tl_text_token_is (reading->text, i, "”"))
        is_open = FALSE;
      else
        continue;
      *has_quotation = TRUE;
    }
  return is_open;
}

/* A sentence that names nobody between two that are said by one and the same is said by them, too. */
static void
lend (TlSpeakers *self)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);

  for (guint i = 1; i + 1 < n_sentences; i++)
    if (self->by_sentence[i].name == NULL && self->by_sentence[i - 1].name != NULL &&
        g_strcmp0 (self->by_sentence[i - 1].name, self->by_sentence[i + 1].name) == 0 &&
        sentences[i - 1].paragraph == sentences[i + 1].paragraph)
      self->by_sentence[i] = self->by_sentence[i - 1];
}

/* Gives the sentences of each quotation the speaker that one of its paragraph names. */
static void
attribute (TlSpeakers *self)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);
  Said last = NOBODY;
  gboolean is_open = FALSE;
  guint unattributed = G_MAXUINT;       /* the first sentence of a quotation that still lacks its speaker */

  for (guint i = 0; i < n_sentences; i++)
    {
      gboolean has_quotation, begins = i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph;
      Said own;

      if (begins)
        {
          is_open = FALSE;
          unattributed = G_MAXUINT;
        }
      own = read_attribution (self, &sentences[i], i, &last);
      is_open = quotation_after (self->reading, &sentences[i], is_open, &has_quotation);
      if (own.name != NULL)
        {
          for (guint k = unattributed; k < i; k++)
            self->by_sentence[k] = own;
          unattributed = G_MAXUINT;
          last = own;
        }
      else if (has_quotation && !begins && self->by_sentence[i - 1].name != NULL)
        {
          own = self->by_sentence[i - 1];
        }
      else if (has_quotation && unattributed == G_MAXUINT)
        {
          unattributed = i;
        }
      self->by_sentence[i] = own;
    }
}

/*
 * tl_speakers_new:
 * @reading: what was read from the text, its entities among it
 *
 * Returns: (transfer full): who speaks where
 */
TlSpeakers *
tl_speakers_new (const TlReading *reading)
{
  TlLexicon *lexicon = tl_lexicon_get_default ();
  TlSpeakers *self = g_new0 (TlSpeakers, 1);

  self->reading = reading;
  self->named = list_named (reading);
  self->offices = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->speech = tl_lexicon_get_group (lexicon, "trade-speech");
  self->passive = tl_lexicon_get_group (lexicon, "trade-speech-passive");
  self->to = tl_lexicon_get_group (lexicon, "trade-speech-to");
  self->according = tl_lexicon_get_group (lexicon, "trade-according");
  self->reference = tl_lexicon_get_group (lexicon, "trade-speaker-reference");
  self->office = tl_lexicon_get_group (lexicon, "trade-speaker-office");
  tl_text_get_sentences (reading->text, &self->n_sentences);
  self->by_sentence = g_new0 (Said, self->n_sentences + 1);
  attribute (self);
  lend (self);
  return self;
}

/*
 * tl_speakers_free:
 * @self: (transfer full): who speaks where
 */
void
tl_speakers_free (TlSpeakers *self)
{
  g_array_unref (self->named);
  g_hash_table_unref (self->offices);
  g_free (self->by_sentence);
  g_free (self);
}

/*
 * tl_speakers_find:
 * @self: who speaks where
 * @view: a sentence
 * @why: the reasons of a figure of the sentence; those for the speaker are added
 *
 * Returns: (nullable) (transfer none): the full name of whom the sentence is attributed to
 */
const char *
tl_speakers_find (TlSpeakers        *self,
                  const TlTradeView *view,
                  TlWhy             *why)
{
  const Said *said = &self->by_sentence[view->index];

  if (said->name == NULL)
    return NULL;
  if (!tl_span_is_empty (said->reference))
    tl_why_add (why, TL_FIELD_SPEAKER, TL_HOW_REFERENCE, said->reference);
  tl_why_add (why, TL_FIELD_SPEAKER, tl_how_within (TL_HOW_STATED, said->span, view->sentence->span), said->span);
  return said->name;
}
