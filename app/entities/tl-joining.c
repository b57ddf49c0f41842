/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Joins the mentions of one thing: the same words in any case and with or without accents,
 * a surname with the full name, an abbreviation with the words it stands for, a short form
 * with the long one, two names of one country.
 */

#include "tl-joining-private.h"

#include "tl-name-fold.h"

/* Returns the mention. */
const TlMention *
tl_joiner_get_mention (const TlJoiner *self,
                       guint           index)
{
  return &g_array_index (self->mentions, TlMention, index);
}

/* Returns the @n-th of the group's mentions in the text's order, once all are joined. */
const TlMention *
tl_joiner_get_nth (const TlJoiner *self,
                   const TlGroup  *group,
                   guint           n)
{
  return tl_joiner_get_mention (self, self->order[group->first + n]);
}

/* Returns the group. */
TlGroup *
tl_joiner_get_group (const TlJoiner *self,
                     guint           index)
{
  return &g_array_index (self->groups, TlGroup, index);
}

/* Returns one of the group's mentions; the others have the same words. */
const TlMention *
tl_joiner_get_example (const TlJoiner *self,
                       guint           group)
{
  return tl_joiner_get_mention (self, tl_joiner_get_group (self, group)->example);
}

static guint
root_of (const TlJoiner *self,
         guint           index)
{
  while (tl_joiner_get_group (self, index)->parent != index)
    {
      TlGroup *group = tl_joiner_get_group (self, index);

      group->parent = tl_joiner_get_group (self, group->parent)->parent;
      index = group->parent;
    }
  return index;
}

/* Makes one of what the two groups name. */
void
tl_joiner_join (TlJoiner *self,
                guint     child,
                guint     parent)
{
  child = root_of (self, child);
  parent = root_of (self, parent);
  if (child != parent)
    tl_joiner_get_group (self, child)->parent = parent;
}

/* Returns whether the group has been joined to another. */
gboolean
tl_joiner_is_joined (const TlJoiner *self,
                     guint           group)
{
  return tl_joiner_get_group (self, group)->parent != group;
}

/* Returns the word in lower case and without accents, until the next call. */
const char *
tl_joiner_fold_word (TlJoiner *self,
                     guint     token)
{
  const TlSpan span = self->reading->tokens[token].span;

  g_string_truncate (self->scratch, 0);
  tl_name_fold_append (self->scratch, self->reading->string + span.start, span.end - span.start, TL_FOLD_WORDS);
  return self->scratch->str;
}

/* Returns a hash of the word that is the same with and without accents. */
guint32
tl_joiner_hash_word (TlJoiner *self,
                     guint     token)
{
  const TlSpan span = self->reading->tokens[token].span;

  for (gsize i = span.start; i < span.end; i++)
    if ((guchar) self->reading->string[i] >= 0x80)
      {
        const char *folded = tl_joiner_fold_word (self, token);

        return tl_token_hash (folded, self->scratch->len);
      }
  return self->reading->tokens[token].hash;
}

/* Returns a number that is the same for the same words, whatever their case, accents and hyphens. */
guint64
tl_joiner_get_key (TlJoiner *self,
                   guint     first,
                   guint     end)
{
  guint64 key = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = first; i < end; i++)
    if (self->reading->tokens[i].kind != TL_TOKEN_PUNCTUATION)
      key = (key ^ tl_joiner_hash_word (self, i)) * G_GUINT64_CONSTANT (1099511628211);
  return key;
}

/* Puts the group before the others that have the key; added from the last on, they are in order. */
void
tl_group_lists_add (TlGroupLists *self,
                    guint64       key,
                    guint         group)
{
  self->next[group] = tl_key_table_get (&self->heads, key);
  tl_key_table_set (&self->heads, key, group + 1);
}

/* Frees what the lists hold. */
void
tl_group_lists_clear (TlGroupLists *self)
{
  tl_key_table_clear (&self->heads);
  g_clear_pointer (&self->next, g_free);
}

static void
group_same_words (TlJoiner *self)
{
  g_auto(TlKeyTable) by_key = { NULL, 0, 0 };

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const TlMention *mention = tl_joiner_get_mention (self, i);
      guint64 key = tl_joiner_get_key (self, mention->first, mention->end) * TL_N_ENTITY_TYPES + mention->type;
      guint index = tl_key_table_get (&by_key, key);

      if (index == 0)
        {
          TlGroup group = { .type = mention->type, .example = i, .parent = self->groups->len };

          g_array_append_val (self->groups, group);
          index = self->groups->len;
          tl_key_table_set (&by_key, key, index);
        }
      self->group_of[i] = index - 1;
    }
}

/*
 * "US" and "United States", "EU" and "European Union", "Astana" and "Nur-Sultan": the
 * gazetteer knows that they are one.
 */
static void
join_places (TlJoiner *self)
{
  g_autoptr(GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) by_id = g_hash_table_new (NULL, NULL);

  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlPlaceName *place = tl_mention_get_place (self->reading, tl_joiner_get_example (self, g));
      gboolean is_city = place != NULL && place->kind == TL_PLACE_CITY;
      GHashTable *table = is_city ? by_id : by_code;
      gconstpointer key;
      guint known;

      if (place == NULL || (is_city && place->geoname_id == 0))
        continue;
      key = is_city ? GUINT_TO_POINTER (place->geoname_id) : (gconstpointer) place->code;
      known = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
      if (known != 0)
        tl_joiner_join (self, g, known - 1);
      else
        g_hash_table_insert (table, (gpointer) key, GUINT_TO_POINTER (g + 1));
    }
}

/* Puts the mentions of what was joined together, in the text's order. */
static void
gather (TlJoiner *self)
{
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      self->group_of[i] = root_of (self, self->group_of[i]);
      tl_joiner_get_group (self, self->group_of[i])->n_mentions++;
    }
  for (guint g = 0; g < self->groups->len; g++)
    {
      TlGroup *group = tl_joiner_get_group (self, g);

      group->first = n;
      n += group->n_mentions;
      group->n_mentions = 0;
    }
  for (guint i = 0; i < self->mentions->len; i++)
    {
      TlGroup *group = tl_joiner_get_group (self, self->group_of[i]);

      self->order[group->first + group->n_mentions++] = i;
    }
}

static int
compare_entities (gconstpointer a,
                  gconstpointer b)
{
  guint n;
  TlSpan first = *tl_entity_get_mentions (*(TlEntity *const *) a, &n);
  TlSpan second = *tl_entity_get_mentions (*(TlEntity *const *) b, &n);

  return (first.start > second.start) - (first.start < second.start);
}

/*
 * tl_mentions_join:
 * @reading: a reading
 * @mentions: (element-type TlMention): where names stand, in order
 *
 * Returns: (transfer full) (element-type TlEntity): what they name, in order of first mention
 */
GPtrArray *
tl_mentions_join (TlReading *reading,
                  GArray    *mentions)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint *group_of = g_new (guint, mentions->len);
  g_autofree guint *order = g_new (guint, mentions->len);
  TlJoiner self = {
    .reading = reading,
    .mentions = mentions,
    .groups = g_array_sized_new (FALSE, FALSE, sizeof (TlGroup), mentions->len),
    .group_of = group_of,
    .order = order,
    .scratch = g_string_new (NULL),
  };
  TlIdentifier identifier;

  group_same_words (&self);
  tl_join_persons (&self);
  join_places (&self);
  tl_join_brackets (&self);
  tl_join_acronyms (&self);
  tl_join_short_forms (&self);
  gather (&self);
  tl_identifier_init (&identifier, reading);
  for (guint g = 0; g < self.groups->len; g++)
    if (tl_joiner_get_group (&self, g)->n_mentions > 0)
      g_ptr_array_add (entities, tl_joiner_make_entity (&self, &identifier, tl_joiner_get_group (&self, g)));
  g_ptr_array_sort (entities, compare_entities);
  g_array_unref (self.groups);
  g_string_free (self.scratch, TRUE);
  return entities;
}
