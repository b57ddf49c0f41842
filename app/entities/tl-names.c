/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the document as a whole says of each string: one string, one kind.  A surname
 * counts with the full name, an abbreviation with what it abbreviates; then every
 * occurrence of a name is found, also in headlines, where capitals had said nothing.
 */

#include "tl-key-table.h"
#include "tl-recognizer-private.h"

#include <string.h>

/* So many points make a name of capitalised words, and of common words with capitals. */
#define ENOUGH      3
#define ENOUGH_WEAK 9

/* What stands where a place would ("across Turan") and is nothing else is a place. */
#define ENOUGH_PLACE 2

typedef struct
{
  TlReading  *reading;
  GArray     *names;            /* of TlName */
  TlKeyTable  by_key;           /* key → 1 + index in names */
} Decider;

static TlCandidate *
candidate_at (const Decider *self,
              guint          index)
{
  return &g_array_index (self->reading->candidates, TlCandidate, index);
}

static TlName *
name_at (const Decider *self,
         guint          index)
{
  return &g_array_index (self->names, TlName, index);
}

static TlName *
get_name (Decider *self,
          guint64  key)
{
  guint index = tl_key_table_get (&self->by_key, key);

  return index != 0 ? name_at (self, index - 1) : NULL;
}

static void
collect_names (Decider *self)
{
  for (guint i = 0; i < self->reading->candidates->len; i++)
    {
      TlCandidate *candidate = candidate_at (self, i);
      TlName *name = get_name (self, candidate->key);

      if (name == NULL)
        {
          TlName new_name = { .key = candidate->key, .example = i };

          g_array_append_val (self->names, new_name);
          tl_key_table_set (&self->by_key, candidate->key, self->names->len);
          name = name_at (self, self->names->len - 1);
        }
      candidate->name = (guint32) (name - (const TlName *) (gpointer) self->names->data);
      for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
        name->scores[type] = CLAMP (name->scores[type] + candidate->scores[type], -1000, 1000);
    }
}

static void
decide_by_points (Decider *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      TlName *name = name_at (self, i);
      const TlCandidate *example = candidate_at (self, name->example);
      gboolean is_weak = (example->flags & TL_CANDIDATE_WEAK) != 0 && example->shape == TL_CANDIDATE_PLAIN;

      name->type = TL_ENTITY_PERSON;
      for (guint type = 1; type < TL_N_ENTITY_TYPES; type++)
        if (name->scores[type] >= name->scores[name->type])
          name->type = (TlEntityType) type;
      name->known = name->scores[name->type] >= (is_weak ? ENOUGH_WEAK : ENOUGH) ||
                    (!is_weak && name->type == TL_ENTITY_PLACE && name->scores[name->type] >= ENOUGH_PLACE);
    }
}

static gboolean
is_person_word (const TlReading *reading,
                guint            token)
{
  return tl_reading_is_capital (reading, token) && tl_reading_length_of (reading, token) > 2;
}

/* A single word that is a word of a person's full name is that person. */
static void
decide_surnames (Decider *self)
{
  g_auto(TlHashSet) words = { NULL, 0, 0 };
  TlReading *reading = self->reading;

  for (guint i = 0; i < self->names->len; i++)
    {
      const TlName *name = name_at (self, i);
      const TlCandidate *example = candidate_at (self, name->example);

      if (!name->known || name->type != TL_ENTITY_PERSON || example->end < example->first + 2)
        continue;
      for (guint k = example->first; k < example->end; k++)
        if (is_person_word (reading, k))
          tl_hash_set_add (&words, reading->tokens[k].hash);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      TlName *name = name_at (self, i);
      const TlCandidate *example = candidate_at (self, name->example);

      if (example->end != example->first + 1 || (example->flags & TL_CANDIDATE_KNOWN) != 0 ||
          example->shape != TL_CANDIDATE_PLAIN || name->scores[TL_ENTITY_PERSON] < -4 ||
          !tl_hash_set_contains (&words, reading->tokens[example->first].hash))
        continue;
      name->known = TRUE;
      name->type = TL_ENTITY_PERSON;
    }
}

static gboolean
is_undecided (const Decider *self,
              const TlName  *name)
{
  const TlCandidate *example = candidate_at (self, name->example);

  if (name->known || example->shape != TL_CANDIDATE_PLAIN ||
      (example->flags & TL_CANDIDATE_WEAK) != 0)
    return FALSE;
  for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
    if (name->scores[type] < 0)
      return FALSE;
  return TRUE;
}

/* Whether only "," or "and" stands between the two. */
static gboolean
are_listed (const Decider *self,
            guint          before,
            guint          behind)
{
  const TlReading *reading = self->reading;
  guint first = candidate_at (self, before)->end, end = candidate_at (self, behind)->first;

  if (end <= first || end > first + 2 ||
      reading->tokens[first].sentence != reading->tokens[end].sentence)
    return FALSE;
  for (guint i = first; i < end; i++)
    if (!tl_reading_is (reading, i, ",") && !tl_reading_is (reading, i, "and") &&
        !tl_reading_is (reading, i, "or"))
      return FALSE;
  return TRUE;
}

static void
take_type_of_neighbour (Decider *self,
                        guint    candidate,
                        guint    neighbour)
{
  TlName *name = get_name (self, candidate_at (self, candidate)->key);
  const TlName *other = get_name (self, candidate_at (self, neighbour)->key);

  if (!is_undecided (self, name) || !other->known || other->type == TL_ENTITY_EVENT)
    return;
  name->known = TRUE;
  name->type = other->type;
}

/* In a list, one that nothing tells is what its neighbours are. */
static void
decide_lists (Decider *self)
{
  guint n = self->reading->candidates->len;

  for (guint i = 1; i < n; i++)
    if (are_listed (self, i - 1, i))
      take_type_of_neighbour (self, i, i - 1);
  for (guint i = n; i > 1; i--)
    if (are_listed (self, i - 2, i - 1))
      take_type_of_neighbour (self, i - 2, i - 1);
}

/* An abbreviation is of the kind of what it abbreviates: a dam's is a place. */
static void
decide_acronyms (Decider *self)
{
  g_auto(TlKeyTable) types = { NULL, 0, 0 };
  TlReading *reading = self->reading;

  for (guint i = 0; i < self->names->len; i++)
    {
      const TlName *name = name_at (self, i);
      const TlCandidate *example = candidate_at (self, name->example);

      for (guint small = 0; small < 2 && name->known && example->end > example->first + 1; small++)
        {
          guint32 hash =
            tl_reading_hash_initials (reading, example->first, example->end, small == 1);

          if (hash != 0 && name->type != TL_ENTITY_PERSON)
            tl_key_table_set (&types, hash, name->type + 1);
        }
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      TlName *name = name_at (self, i);
      const TlCandidate *example = candidate_at (self, name->example);
      guint type;

      if ((example->flags & TL_CANDIDATE_ACRONYM) == 0 ||
          (example->flags & TL_CANDIDATE_KNOWN) != 0)
        continue;
      type = tl_key_table_get (&types, reading->tokens[example->first].hash);
      if (type == 0)
        continue;
      name->known = TRUE;
      name->type = (TlEntityType) (type - 1);
    }
}

/* A long name's first word, or a place's without its opener, is a name of the same kind. */
static void
decide_short_forms (Decider *self)
{
  g_auto(TlKeyTable) types = { NULL, 0, 0 };
  TlReading *reading = self->reading;

  for (guint i = 0; i < self->names->len; i++)
    {
      const TlName *name = name_at (self, i);
      const TlCandidate *example = candidate_at (self, name->example);
      guint token = name->known ? tl_reading_find_short_form (reading, example->first, example->end, name->type)
                                : TL_NO_TOKEN;

      if (token != TL_NO_TOKEN)
        tl_key_table_set (&types, reading->tokens[token].hash, name->type + 1);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      TlName *name = name_at (self, i);
      const TlCandidate *example = candidate_at (self, name->example);
      guint type = tl_key_table_get (&types, reading->tokens[example->first].hash);

      if (name->known || type == 0 || example->end != example->first + 1)
        continue;
      name->known = TRUE;
      name->type = (TlEntityType) (type - 1);
    }
}

/*
 * tl_names_decide:
 * @reading: a reading with weighed candidates
 *
 * Returns: (transfer full) (element-type TlName): what each string is
 */
GArray *
tl_names_decide (TlReading *reading)
{
  Decider self = {
    .reading = reading,
    .names = g_array_sized_new (FALSE, TRUE, sizeof (TlName), reading->candidates->len),
  };

  collect_names (&self);
  decide_by_points (&self);
  decide_lists (&self);
  decide_acronyms (&self);
  decide_short_forms (&self);
  decide_surnames (&self);
  tl_key_table_clear (&self.by_key);
  return self.names;
}
