/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a name is follows from the longer names that the document has: a surname is the
 * person's, an abbreviation in brackets is of what it stands behind, a company's name
 * without "Ltd" is the company's.  This holds for what was found by whatever means.
 */

#include "tl-key-table.h"
#include "tl-recognizer-private.h"

typedef struct
{
  TlReading  *reading;
  GArray     *mentions;         /* of TlMention */
  TlHashSet   surnames;         /* hashes of the last words of people's full names */
  TlKeyTable  kinds;            /* key → 1 + type, of abbreviations and companies */
} Kinds;

static gboolean
is_single (const TlMention *mention)
{
  return mention->end == mention->first + 1;
}

static void
note_kind (Kinds        *self,
           guint64       key,
           TlEntityType  type)
{
  tl_key_table_set (&self->kinds, key, type + 1);
}

static void
note_surname (Kinds           *self,
              const TlMention *person)
{
  guint last = person->end - 1;

  if (!is_single (person) && tl_reading_is_capital (self->reading, last) &&
      tl_reading_length_of (self->reading, last) > 2 && self->reading->place_at[last] == 0 &&
      !tl_reading_has (self->reading, last, TL_CUE_COMMON | TL_CUE_ORG_HEAD | TL_CUE_ORG_SUFFIX))
    tl_hash_set_add (&self->surnames, self->reading->tokens[last].hash);
}

/*
 * "Turan Steel | Ltd", "Turan Steel | Group"; a person has given the name to "Ana Silva |
 * Group".
 */
static void
note_company (Kinds           *self,
              const TlMention *company)
{
  const TlReading *reading = self->reading;
  guint end = company->end;

  while (end > company->first + 2 &&
         ((tl_reading_has (reading, end - 1, TL_CUE_ORG_SUFFIX) &&
           !tl_reading_has (reading, end - 1, TL_CUE_ORG_HEAD | TL_CUE_COMMON)) ||
          (tl_reading_has (reading, end - 1, TL_CUE_ORG_KIND) &&
           tl_reading_has (reading, end - 2, TL_CUE_COMMON))))
    end--;
  if (end < company->end)
    note_kind (self, tl_reading_get_key (self->reading, company->first, end), TL_ENTITY_ORGANIZATION);
}

static gunichar
letter_of (const TlReading *reading,
           guint            token)
{
  return g_unichar_tolower (g_utf8_get_char (reading->string + reading->tokens[token].span.start));
}

/* "Turan Steel Union | (TSU)", "Turan Steel Union | (Tursteel)" */
static void
note_abbreviation (Kinds           *self,
                   const TlMention *full,
                   const TlMention *mention)
{
  const TlReading *reading = self->reading;
  guint first = full->first + tl_reading_is (reading, full->first, "the");

  if (full->type == TL_ENTITY_PERSON || is_single (full) || !is_single (mention) ||
      full->end + 1 != mention->first || !tl_reading_is (reading, full->end, "(") ||
      !tl_reading_is (reading, mention->end, ")") || reading->place_at[mention->first] != 0)
    return;
  if (letter_of (reading, first) == letter_of (reading, mention->first) &&
      !tl_reading_has (reading, mention->first, TL_CUE_COMMON))
    note_kind (self, mention->key, full->type);
}

static void
settle (Kinds     *self,
        TlMention *mention)
{
  guint kind = tl_key_table_get (&self->kinds, mention->key);

  if (kind != 0)
    mention->type = (TlEntityType) (kind - 1);
  else if (is_single (mention) && self->reading->place_at[mention->first] == 0 &&
           tl_hash_set_contains (&self->surnames, self->reading->tokens[mention->first].hash))
    mention->type = TL_ENTITY_PERSON;
}

/*
 * tl_kinds_settle:
 * @reading: a reading
 * @mentions: (element-type TlMention): where its names stand, in order
 *
 * Sets the types of the mentions whose names are parts of longer ones.
 */
void
tl_kinds_settle (TlReading *reading,
                 GArray    *mentions)
{
  Kinds self = { .reading = reading, .mentions = mentions };

  for (guint i = 0; i < mentions->len; i++)
    {
      const TlMention *mention = &g_array_index (mentions, TlMention, i);

      if (mention->type == TL_ENTITY_PERSON)
        note_surname (&self, mention);
      else if (mention->type == TL_ENTITY_ORGANIZATION)
        note_company (&self, mention);
      if (i > 0)
        note_abbreviation (&self, mention - 1, mention);
    }
  for (guint i = 0; i < mentions->len; i++)
    settle (&self, &g_array_index (mentions, TlMention, i));
  tl_key_table_clear (&self.kinds);
  tl_hash_set_clear (&self.surnames);
}
