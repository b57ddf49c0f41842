/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * To whom a sentence is attributed.  One pass over the text finds, for each sentence,
 * the verb of speech and the person or body beside it; a sentence inside a quotation
 * takes the speaker of the sentence that closes it, a pronoun the one named before.
 */

#include "tl-speaker.h"

#include "tl-entity.h"
#include "tl-lexicon.h"

/* How far a name may stand before or behind its verb of speech. */
#define REACH_BEFORE 25
#define REACH_BEHIND 9

typedef struct
{
  guint32   first_token;
  guint32   end_token;
  TlEntity *entity;
} Named;

struct _TlSpeakers
{
  const TlReading *reading;
  GArray          *named;       /* of Named: mentions of people and bodies, in order */
  const char     **by_sentence; /* what each sentence itself says, or takes from its quotation */
  guint            n_sentences;
};

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

/* The person nearest to the verb at [first, end): before it, or right behind it. */
static const char *
name_beside (TlSpeakers       *self,
             const TlSentence *sentence,
             guint             first,
             guint             end)
{
  const Named *best = NULL;
  guint best_gap = G_MAXUINT;

  for (guint i = first_named_at (self, sentence->first_token); i < self->named->len; i++)
    {
      const Named *named = &g_array_index (self->named, Named, i);
      guint gap;

      if (named->first_token >= sentence->end_token)
        break;
      if (named->end_token <= first)
        gap = first - named->end_token;
      else if (named->first_token >= end)
        gap = named->first_token - end + (named->first_token - end > 1 ? 3 : 0);
      else
        continue;
      if (gap > (named->end_token <= first ? REACH_BEFORE : REACH_BEHIND))
        continue;
      if (!is_person (named))
        gap += 12;
      if (gap < best_gap)
        {
          best = named;
          best_gap = gap;
        }
    }
  return best != NULL ? tl_entity_get_name (best->entity) : NULL;
}

static const char *
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
  return found != NULL ? tl_entity_get_name (found->entity) : NULL;
}

/* A pronoun or a bare office close before or behind the verb: the speaker named before. */
static gboolean
refers_back (TlSpeakers       *self,
             const TlSentence *sentence,
             guint             first,
             guint             end)
{
  TlPhrases *references = tl_lexicon_get_group (tl_lexicon_get_default (), "trade-speaker-reference");

  for (guint n = 1; n <= 3; n++)
    if (first >= sentence->first_token + n &&
        tl_phrases_match_at (references, self->reading->text, first - n, NULL))
      return TRUE;
  return tl_phrases_match_at (references, self->reading->text, end, NULL);
}

/* What the sentence itself says of its speaker; @before is the one named last. */
static const char *
read_attribution (TlSpeakers       *self,
                  const TlSentence *sentence,
                  const char       *before)
{
  TlLexicon *lexicon = tl_lexicon_get_default ();
  TlPhrases *speech = tl_lexicon_get_group (lexicon, "trade-speech");
  TlPhrases *according = tl_lexicon_get_group (lexicon, "trade-according");
  const char *found = NULL;

  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    {
      TlPhraseMatch match;

      if (tl_phrases_match_at (according, self->reading->text, i, &match))
        {
          found = name_behind (self, sentence, match.end_token);
          if (found != NULL)
            return found;
        }
      else if (found == NULL && tl_phrases_match_at (speech, self->reading->text, i, &match))
        {
          if (refers_back (self, sentence, i, match.end_token) && before != NULL)
            found = before;
          else
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

/* Gives the sentences of each quotation the speaker that one of its paragraph names. */
static void
attribute (TlSpeakers *self)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);
  const char *last = NULL;
  gboolean is_open = FALSE;
  guint unattributed = G_MAXUINT;       /* the first sentence of a quotation that still lacks its speaker */

  for (guint i = 0; i < n_sentences; i++)
    {
      gboolean has_quotation, begins = i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph;
      const char *own;

      if (begins)
        {
          is_open = FALSE;
          unattributed = G_MAXUINT;
        }
      own = read_attribution (self, &sentences[i], last);
      is_open = quotation_after (self->reading, &sentences[i], is_open, &has_quotation);
      if (own != NULL)
        {
          for (guint k = unattributed; k < i; k++)
            self->by_sentence[k] = own;
          unattributed = G_MAXUINT;
          last = own;
        }
      else if (has_quotation && !begins && self->by_sentence[i - 1] != NULL)
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
  TlSpeakers *self = g_new0 (TlSpeakers, 1);

  self->reading = reading;
  self->named = list_named (reading);
  tl_text_get_sentences (reading->text, &self->n_sentences);
  self->by_sentence = g_new0 (const char *, self->n_sentences + 1);
  attribute (self);
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
  g_free (self->by_sentence);
  g_free (self);
}

/*
 * tl_speakers_find:
 * @self: who speaks where
 * @view: a sentence
 *
 * Returns: (nullable) (transfer none): the full name of whom the sentence is attributed to
 */
const char *
tl_speakers_find (TlSpeakers        *self,
                  const TlTradeView *view)
{
  return self->by_sentence[view->index];
}
