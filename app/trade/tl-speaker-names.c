/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Those who may speak: the people and bodies that a text names, by where it names them, and
 * by what it may call them instead, "the ambassador", "the Kazakh president", "the ministry".
 */

#include "tl-speaker-names.h"

#include "tl-entity-index.h"
#include "tl-gazetteer.h"
#include "tl-lexicon.h"

#include <string.h>

/* So far before and behind a name stands the country whose office the person holds. */
#define PLACE_BEFORE 5
#define PLACE_BEHIND 6

struct _TlSpeakerNames
{
  const TlReading *reading;
  GArray          *named;       /* of TlNamed, in order */
  guint            n_known;     /* so many of them stand before where the reader is */

  /* What they may be called; made when a text first calls somebody so, as many never do. */
  guint            n_entered;   /* so many of the known are in the table */
  GHashTable      *callings;    /* (nullable): TlEntity → GArray of guint32: what the entity may be called */
  GHashTable      *known;       /* (nullable): calling → TlSaid: who was called so last */
  GHashTable      *first;       /* (nullable): calling → TlSaid: the first in the text */

  GPtrArray       *written;     /* of TlSaid: bodies that are no entities */
  GStringChunk    *strings;
};

static guint32
mix (guint32 a,
     guint32 b)
{
  return b == 0 ? a : (a * 31 + 7) ^ (b << 3 | b >> 29);
}

/* "president": the offices in a person's role. */
static void
add_offices (GArray     *callings,
             const char *role)
{
  TlPhrases *offices = TL_LEXICON_GROUP ("trade-speaker-office");
  g_autoptr(TlText) text = tl_text_new (role, -1);
  guint n_tokens;

  tl_text_get_tokens (text, &n_tokens);
  for (guint i = 0; i < n_tokens;)
    {
      guint end = i + 1;
      const TlWord *word = tl_lexicon_match (offices, text, i, &end);

      if (word != NULL)
        {
          guint32 calling = g_str_hash (word->value);

          g_array_append_val (callings, calling);
        }
      i = end;
    }
}

/* "ministry", and that with each other word of the name: "trade ministry". */
static void
add_bodies (GArray     *callings,
            const char *name)
{
  TlPhrases *bodies = TL_LEXICON_GROUP ("trade-speaker-body");
  g_autoptr(TlText) text = tl_text_new (name, -1);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens && n_tokens <= 20; i++)
    {
      if (!tl_phrases_match_at (bodies, text, i, NULL))
        continue;
      g_array_append_val (callings, tokens[i].hash);
      for (guint k = 0; k < n_tokens; k++)
        {
          guint32 calling = mix (tokens[i].hash, tokens[k].hash);

          if (k != i)
            g_array_append_val (callings, calling);
        }
    }
}

static GArray *
callings_of (TlSpeakerNames *self,
             TlEntity       *entity)
{
  GArray *callings = g_hash_table_lookup (self->callings, entity);

  if (callings != NULL)
    return callings;
  callings = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (tl_entity_get_entity_type (entity) == TL_ENTITY_ORGANIZATION)
    add_bodies (callings, tl_entity_get_name (entity));
  else if (tl_entity_get_role (entity) != NULL)
    add_offices (callings, tl_entity_get_role (entity));
  g_hash_table_insert (self->callings, entity, callings);
  return callings;
}

/* The first place whose name ends behind @token. */
static guint
first_place_at (const TlReading *reading,
                guint            token)
{
  guint low = 0, high = reading->places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (reading->places, TlPlaceMatch, middle).end_token > token)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* Enters a mention under all that it may be called, for the countries beside it, too. */
static void
enter (TlSpeakerNames *self,
       GHashTable     *table,
       const TlNamed  *named)
{
  GArray *callings = callings_of (self, named->entity);
  GArray *places = self->reading->places;
  guint floor = named->first_token > PLACE_BEFORE ? named->first_token - PLACE_BEFORE : 0;
  gpointer said = (gpointer) &named->said;

  for (guint i = 0; i < callings->len; i++)
    {
      guint32 calling = g_array_index (callings, guint32, i);

      g_hash_table_insert (table, GUINT_TO_POINTER (calling), said);
      for (guint k = first_place_at (self->reading, floor); k < places->len; k++)
        {
          const TlPlaceMatch *place = &g_array_index (places, TlPlaceMatch, k);

          if (place->first_token >= named->end_token + PLACE_BEHIND)
            break;
          calling = mix (g_array_index (callings, guint32, i), g_str_hash (place->place->code));
          g_hash_table_insert (table, GUINT_TO_POINTER (calling), said);
        }
    }
}

/* Enters all who are known where the reader is, and all in the text the first time. */
static void
enter_known (TlSpeakerNames *self)
{
  if (self->known == NULL)
    {
      self->callings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
      self->known = g_hash_table_new (NULL, NULL);
      self->first = g_hash_table_new (NULL, NULL);
      for (guint i = self->named->len; i-- > 0;)
        enter (self, self->first, &g_array_index (self->named, TlNamed, i));
    }
  for (; self->n_entered < self->n_known; self->n_entered++)
    enter (self, self->known, &g_array_index (self->named, TlNamed, self->n_entered));
}

static const char *
last_word (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL ? space + 1 : name;
}

/* "J. Ergashev", "H.E. Ergashev": the surname with an initial or a title only. */
static gboolean
is_short (const char *name)
{
  const char *point = strchr (name, '.');

  return point != NULL && point - name <= 3 && strchr (name, ' ') != NULL;
}

/* Surname → the full name of the one who bears it. */
static GHashTable *
list_surnames (GPtrArray *entities)
{
  GHashTable *surnames = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      const char *name = tl_entity_get_name (entity);

      if (tl_entity_get_entity_type (entity) == TL_ENTITY_PERSON && !is_short (name) &&
          strchr (name, ' ') != NULL && !g_hash_table_contains (surnames, last_word (name)))
        g_hash_table_insert (surnames, (gpointer) last_word (name), (gpointer) name);
    }
  return surnames;
}

/* "Statistics Office" → "Federal Statistics Office": the end of a body's name → the name. */
static GHashTable *
list_name_ends (GPtrArray *entities)
{
  GHashTable *ends = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      const char *name = tl_entity_get_name (entity);

      if (tl_entity_get_entity_type (entity) != TL_ENTITY_ORGANIZATION || strlen (name) > 200)
        continue;
      for (const char *space = strchr (name, ' '); space != NULL; space = strchr (space + 1, ' '))
        if (!g_hash_table_contains (ends, space + 1))
          g_hash_table_insert (ends, (gpointer) (space + 1), (gpointer) name);
    }
  return ends;
}

/* The fullest name that the text has for an entity. */
static const char *
full_name (TlEntity   *entity,
           GHashTable *surnames,
           GHashTable *name_ends)
{
  const char *name = tl_entity_get_name (entity);
  const char *full = NULL;

  if (tl_entity_get_entity_type (entity) == TL_ENTITY_ORGANIZATION)
    full = g_hash_table_lookup (name_ends, name);
  else if (is_short (name))
    full = g_hash_table_lookup (surnames, last_word (name));
  return full != NULL ? full : name;
}

/* Lists those who may speak where they are mentioned, in order. */
static void
list_named (TlSpeakerNames *self,
            GArray         *mentions)
{
  g_autoptr(GHashTable) surnames = list_surnames (self->reading->entities);
  g_autoptr(GHashTable) name_ends = list_name_ends (self->reading->entities);
  guint n_tokens, token = 0;
  const TlToken *tokens = tl_text_get_tokens (self->reading->text, &n_tokens);

  for (guint i = 0; i < mentions->len; i++)
    {
      const TlEntityMention *mention = &g_array_index (mentions, TlEntityMention, i);
      TlNamed named = { .entity = mention->entity, .type = tl_entity_get_entity_type (mention->entity) };

      if (named.type == TL_ENTITY_EVENT)
        continue;
      while (token < n_tokens && tokens[token].span.end <= mention->span.start)
        token++;
      named.first_token = named.end_token = token;
      while (named.end_token < n_tokens && tokens[named.end_token].span.end <= mention->span.end)
        named.end_token++;
      named.said = (TlSaid) {
        .name = full_name (mention->entity, surnames, name_ends),
        .span = mention->span,
        .is_person = named.type == TL_ENTITY_PERSON,
      };
      g_array_append_val (self->named, named);
    }
}

/*
 * tl_speaker_names_new:
 * @reading: what was read from the text, its entities among it
 * @mentions: (element-type TlEntityMention): from tl_entity_index_new()
 *
 * Returns: (transfer full): those who may speak in it
 */
TlSpeakerNames *
tl_speaker_names_new (const TlReading *reading,
                      GArray          *mentions)
{
  TlSpeakerNames *self = g_new0 (TlSpeakerNames, 1);

  self->reading = reading;
  self->named = g_array_sized_new (FALSE, FALSE, sizeof (TlNamed), mentions->len);
  self->written = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (256);
  list_named (self, mentions);
  return self;
}

/*
 * tl_speaker_names_free:
 * @self: (transfer full): those who may speak
 */
void
tl_speaker_names_free (TlSpeakerNames *self)
{
  g_array_unref (self->named);
  g_clear_pointer (&self->callings, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->first, g_hash_table_unref);
  g_ptr_array_unref (self->written);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/*
 * tl_speaker_names_advance:
 * @self: those who may speak
 * @token: where the reader is; never before where it was
 *
 * Makes those known who are named before @token.
 */
void
tl_speaker_names_advance (TlSpeakerNames *self,
                          guint           token)
{
  while (self->n_known < self->named->len &&
         g_array_index (self->named, TlNamed, self->n_known).first_token < token)
    self->n_known++;
}

/* The first mention at or behind @token. */
static guint
first_at (TlSpeakerNames *self,
          guint           token)
{
  guint low = 0, high = self->named->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->named, TlNamed, middle).first_token >= token)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/*
 * tl_speaker_names_next:
 * @self: those who may speak
 * @token: where to begin
 * @limit: where to end
 *
 * Returns: (nullable): the first mention that begins from @token on and before @limit
 */
const TlNamed *
tl_speaker_names_next (TlSpeakerNames *self,
                       guint           token,
                       guint           limit)
{
  guint i = first_at (self, token);
  const TlNamed *named = i < self->named->len ? &g_array_index (self->named, TlNamed, i) : NULL;

  return named != NULL && named->first_token < limit ? named : NULL;
}

/*
 * tl_speaker_names_ending_at:
 * @self: those who may speak
 * @token: a token
 * @floor: where the mention may begin at the earliest
 *
 * Returns: (nullable): the longest mention that ends right before @token
 */
const TlNamed *
tl_speaker_names_ending_at (TlSpeakerNames *self,
                            guint           token,
                            guint           floor)
{
  const TlNamed *found = NULL;

  for (guint i = first_at (self, token); i-- > 0;)
    {
      const TlNamed *named = &g_array_index (self->named, TlNamed, i);

      if (named->first_token < floor || named->first_token + 15 < token)
        break;
      if (named->end_token == token)
        found = named;
    }
  return found;
}

static TlSaid
look_up (TlSpeakerNames *self,
         guint32         calling)
{
  const TlSaid *said;

  enter_known (self);
  said = g_hash_table_lookup (self->known, GUINT_TO_POINTER (calling));
  if (said == NULL)
    said = g_hash_table_lookup (self->first, GUINT_TO_POINTER (calling));
  return said != NULL ? *said : TL_SAID_NOBODY;
}

/*
 * tl_speaker_names_by_office:
 * @self: those who may speak
 * @office: "president"
 * @place: (nullable): the code of whose
 *
 * Returns: the person of that office who was named last, else who is named next
 */
TlSaid
tl_speaker_names_by_office (TlSpeakerNames *self,
                            const char     *office,
                            const char     *place)
{
  guint32 calling = g_str_hash (office);
  TlSaid said = TL_SAID_NOBODY;

  if (place != NULL)
    said = look_up (self, mix (calling, g_str_hash (place)));
  return said.name != NULL ? said : look_up (self, calling);
}

/*
 * tl_speaker_names_by_body:
 * @self: those who may speak
 * @head: hash of "ministry"
 * @modifier: hash of "trade", 0 where nothing stands before the head
 *
 * Returns: the body that is called so and was named last, else the one that is named next
 */
TlSaid
tl_speaker_names_by_body (TlSpeakerNames *self,
                          guint32         head,
                          guint32         modifier)
{
  return look_up (self, mix (head, modifier));
}

/*
 * tl_speaker_names_write:
 * @self: those who may speak
 * @first: first token of a body's name that is no entity, "customs office"
 * @end: index after its last
 * @is_body: whether its last word is a body's, by which it may be called from here on
 *
 * Returns: the body
 */
TlSaid
tl_speaker_names_write (TlSpeakerNames *self,
                        guint           first,
                        guint           end,
                        gboolean        is_body)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (self->reading->text, &n_tokens);
  TlSpan span = { tokens[first].span.start, tokens[end - 1].span.end };
  g_autofree char *name = tl_text_dup_span (self->reading->text, span);
  TlSaid *said = g_new0 (TlSaid, 1);

  *said = (TlSaid) { .name = g_string_chunk_insert_const (self->strings, name), .span = span };
  g_ptr_array_add (self->written, said);
  if (is_body)
    {
      enter_known (self);
      g_hash_table_insert (self->known, GUINT_TO_POINTER (tokens[end - 1].hash), said);
    }
  return *said;
}
