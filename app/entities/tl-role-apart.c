/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Titles that stand apart from the name: "…, says the Chilean ambassador to Peru.  Ana
 * Silva noted", "Ana Silva came to Lima.  In March, the president of Chile told her host".
 * They are given only where nobody else comes into question.
 */

#include "tl-roles-private.h"

/* A shorter title, "the minister", is too little to go by. */
#define MIN_TITLE_TOKENS 2

typedef struct
{
  const TlRoles *roles;
  TlHashSet      named;         /* hashes of the last words of people that have a role */
  TlHashSet      given;         /* hashes of the nouns of the roles that they have */
  TlHashSet      seen;          /* hashes of the last words of the people named so far */
  guint          next;          /* index of the first mention behind the title */
} Apart;

static guint32
last_word (const Apart     *self,
           const TlMention *mention)
{
  return self->roles->reading->tokens[mention->end - 1].hash;
}

static gboolean
has_role (const Apart     *self,
          const TlMention *mention)
{
  return tl_hash_set_contains (&self->named, last_word (self, mention));
}

static void
note_role (Apart           *self,
           const TlMention *mention)
{
  const TlReading *reading = self->roles->reading;

  tl_hash_set_add (&self->named, last_word (self, mention));
  for (guint i = mention->role_first; i < mention->role_end; i++)
    if (tl_reading_has (reading, i, TL_CUE_TITLE))
      tl_hash_set_add (&self->given, reading->tokens[i].hash);
}

static TlMention *
mention_at (const Apart *self,
            guint        index)
{
  return &g_array_index (self->roles->mentions, TlMention, index);
}

static guint
sentence_of (const Apart *self,
             guint        token)
{
  return self->roles->reading->tokens[token].sentence;
}

/* Whether "the … president | said" or "…”, said the … president" stands there. */
static gboolean
is_speaking (const TlReading *reading,
             const TlTitle   *title)
{
  guint verb = title->first;

  if (tl_reading_has (reading, title->end, TL_CUE_SPEECH))
    return TRUE;
  if (verb > 0 && tl_reading_has (reading, verb - 1, TL_CUE_DETERMINER))
    verb--;
  return verb > 1 && tl_reading_has (reading, verb - 1, TL_CUE_SPEECH) &&
         reading->tokens[verb - 2].kind == TL_TOKEN_PUNCTUATION;
}

/* The person who is named first, and for the first time, right behind the title's sentence. */
static TlMention *
find_named_next (const Apart   *self,
                 const TlTitle *title)
{
  const TlReading *reading = self->roles->reading;
  guint next = sentence_of (self, title->first) + 1;

  if (next >= reading->n_sentences || !is_speaking (reading, title))
    return NULL;
  for (guint i = self->next; i < self->roles->mentions->len; i++)
    {
      TlMention *mention = mention_at (self, i);
      guint sentence = sentence_of (self, mention->first);

      if (sentence < next && mention->type == TL_ENTITY_PERSON)
        return NULL;
      if (sentence < next || (sentence == next && mention->type != TL_ENTITY_PERSON))
        continue;
      if (sentence > next || mention->end < mention->first + 2 || has_role (self, mention) ||
          tl_hash_set_contains (&self->seen, last_word (self, mention)))
        return NULL;
      return tl_reading_has (reading, mention->end, TL_CUE_SPEECH) ||
             (mention->first == reading->sentences[next].first_token &&
              !tl_reading_is (reading, mention->end, "of")) ? mention : NULL;
    }
  return NULL;
}

/* Whether the title is what its clause is about: ", the president of Chile told". */
static gboolean
is_subject (const TlReading *reading,
            const TlTitle   *title)
{
  guint the = title->first - 1;

  if (title->first == 0 || !tl_reading_is (reading, the, "the") || title->end >= reading->n_tokens ||
      reading->tokens[title->end].kind != TL_TOKEN_WORD || tl_reading_is_capital (reading, title->end) ||
      (tl_reading_has (reading, title->end, TL_CUE_FUNCTION) && !tl_reading_has (reading, title->end, TL_CUE_SPEECH)))
    return FALSE;
  return (reading->tokens[the].flags & TL_TOKEN_SENTENCE_START) != 0 ||
         reading->tokens[the - 1].kind == TL_TOKEN_PUNCTUATION ||
         tl_reading_has (reading, the - 1, TL_CUE_COMPARISON);
}

/* The only person of this sentence and the one before that has no role. */
static TlMention *
find_named_before (const Apart   *self,
                   const TlTitle *title)
{
  const TlReading *reading = self->roles->reading;
  guint sentence = sentence_of (self, title->first);
  TlMention *found = NULL;

  if (!is_subject (reading, title))
    return NULL;
  for (guint i = title->first; i < title->end; i++)
    if (tl_hash_set_contains (&self->given, reading->tokens[i].hash))
      return NULL;
  for (guint i = self->next; i > 0; i--)
    {
      TlMention *mention = mention_at (self, i - 1);

      if (sentence_of (self, mention->first) + 1 < sentence)
        break;
      if (mention->type != TL_ENTITY_PERSON || has_role (self, mention))
        continue;
      if (found != NULL && last_word (self, found) != last_word (self, mention))
        return NULL;
      found = mention;
    }
  return found;
}

static void
give (Apart         *self,
      const TlTitle *title)
{
  TlMention *person = find_named_next (self, title);

  if (person == NULL)
    person = find_named_before (self, title);
  if (person == NULL)
    return;
  person->role_first = title->first;
  person->role_end = title->end;
  note_role (self, person);
}

/*
 * tl_roles_give_apart:
 * @self: a text whose people have the roles that stand beside them
 * @titles: (element-type TlTitle): the titles that no one has got, in order
 *
 * Gives these to the people that are named in the sentences beside theirs.
 */
void
tl_roles_give_apart (const TlRoles *self,
                     GArray        *titles)
{
  Apart apart = { .roles = self };

  for (guint i = 0; i < self->mentions->len; i++)
    if (mention_at (&apart, i)->role_end > mention_at (&apart, i)->role_first)
      note_role (&apart, mention_at (&apart, i));
  for (guint i = 0; i < titles->len; i++)
    {
      const TlTitle *title = &g_array_index (titles, TlTitle, i);

      for (; apart.next < self->mentions->len && mention_at (&apart, apart.next)->first < title->end; apart.next++)
        tl_hash_set_add (&apart.seen, last_word (&apart, mention_at (&apart, apart.next)));
      if (title->end >= title->first + MIN_TITLE_TOKENS)
        give (&apart, title);
    }
  tl_hash_set_clear (&apart.seen);
  tl_hash_set_clear (&apart.given);
  tl_hash_set_clear (&apart.named);
}
