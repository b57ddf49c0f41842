/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Joins the mentions of one thing: the same words in any case, a surname with the full
 * name before it, an abbreviation with the words it stands for, two names of one country.
 */

#include "tl-recognizer-private.h"

#include <string.h>

typedef struct
{
  TlEntityType  type;
  guint         longest;        /* index of the mention that names it most fully */
  guint         parent;         /* index of the group that it has been joined to, or its own */
  GArray       *mentions;       /* of guint, indices */
} Group;

typedef struct
{
  TlReading  *reading;
  GArray     *mentions;         /* of TlMention */
  GArray     *groups;           /* of Group, in order of first mention */
} Joiner;

static const TlMention *
mention_at (const Joiner *self,
            guint         index)
{
  return &g_array_index (self->mentions, TlMention, index);
}

static Group *
group_at (const Joiner *self,
          guint         index)
{
  return &g_array_index (self->groups, Group, index);
}

static guint
root_of (const Joiner *self,
         guint         index)
{
  while (group_at (self, index)->parent != index)
    {
      Group *group = group_at (self, index);

      group->parent = group_at (self, group->parent)->parent;
      index = group->parent;
    }
  return index;
}

static void
join (Joiner *self,
      guint   child,
      guint   parent)
{
  child = root_of (self, child);
  parent = root_of (self, parent);
  if (child != parent)
    group_at (self, child)->parent = parent;
}

static void
group_clear (gpointer data)
{
  g_array_unref (((Group *) data)->mentions);
}

static void
group_same_words (Joiner *self)
{
  g_autoptr(GHashTable) by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const TlMention *mention = mention_at (self, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, &mention->key));

      if (index == 0)
        {
          Group group = {
            .type = mention->type,
            .longest = i,
            .parent = self->groups->len,
            .mentions = g_array_new (FALSE, FALSE, sizeof (guint)),
          };

          g_array_append_val (self->groups, group);
          index = self->groups->len;
          g_hash_table_insert (by_key, g_memdup2 (&mention->key, sizeof mention->key),
                               GUINT_TO_POINTER (index));
        }
      g_array_append_val (group_at (self, index - 1)->mentions, i);
    }
}

static guint
n_words (const Joiner *self,
         guint         group)
{
  const TlMention *mention = mention_at (self, group_at (self, group)->longest);

  return mention->end - mention->first;
}

/* What was inserted for the word, 1 + an index, or 0. */
static guint
look_up (GHashTable    *by_word,
         const TlToken *token)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (by_word, GUINT_TO_POINTER (token->hash)));
}

/*
 * A person named by fewer words is the one named with all of them; of several, the one
 * named first in the text.  Words are looked up by themselves, so this stays linear.
 */
static void
join_persons (Joiner *self)
{
  g_autoptr(GHashTable) by_word = g_hash_table_new (NULL, NULL);
  TlReading *reading = self->reading;

  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlMention *mention = mention_at (self, group_at (self, g)->longest);

      if (group_at (self, g)->type != TL_ENTITY_PERSON || n_words (self, g) < 2)
        continue;
      for (guint i = mention->first; i < mention->end; i++)
        {
          guint known = look_up (by_word, &reading->tokens[i]);

          if (known == 0 || n_words (self, known - 1) < n_words (self, g))
            g_hash_table_insert (by_word, GUINT_TO_POINTER (reading->tokens[i].hash), GUINT_TO_POINTER (g + 1));
        }
    }
  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlMention *mention = mention_at (self, group_at (self, g)->longest);
      guint full = look_up (by_word, &reading->tokens[mention->end - 1]);
      gboolean all = full != 0;

      if (group_at (self, g)->type != TL_ENTITY_PERSON || full == 0 ||
          n_words (self, full - 1) <= n_words (self, g))
        continue;
      for (guint i = mention->first; i < mention->end; i++)
        all &= tl_reading_has (reading, i, TL_CUE_PARTICLE) ||
               reading->tokens[i].kind != TL_TOKEN_WORD || look_up (by_word, &reading->tokens[i]) == full;
      if (all)
        join (self, g, full - 1);
    }
}

static gboolean
is_acronym_group (const Joiner *self,
                  guint         group)
{
  const TlMention *mention = mention_at (self, group_at (self, group)->longest);

  return mention->end == mention->first + 1 &&
         tl_reading_is_acronym (self->reading, mention->first);
}

static void
join_acronyms (Joiner *self)
{
  g_autoptr(GHashTable) by_initials = g_hash_table_new (NULL, NULL);

  for (guint g = 0; g < self->groups->len; g++)
    for (guint small = 0; small < 2; small++)
      {
        const TlMention *mention = mention_at (self, group_at (self, g)->longest);
        guint32 hash =
          tl_reading_hash_initials (self->reading, mention->first, mention->end, small == 1);

        if (hash != 0 && group_at (self, g)->type != TL_ENTITY_PERSON &&
            !g_hash_table_contains (by_initials, GUINT_TO_POINTER (hash)))
          g_hash_table_insert (by_initials, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (g + 1));
      }
  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlMention *mention = mention_at (self, group_at (self, g)->longest);
      guint full = look_up (by_initials, &self->reading->tokens[mention->first]);

      if (is_acronym_group (self, g) && full != 0 &&
          group_at (self, full - 1)->type == group_at (self, g)->type)
        join (self, g, full - 1);
    }
}

/* "the Khural" is the Khural of the Republic that the text names too. */
static void
join_short_forms (Joiner *self)
{
  g_autoptr(GHashTable) by_word = g_hash_table_new (NULL, NULL);
  const TlReading *reading = self->reading;

  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlMention *mention = mention_at (self, group_at (self, g)->longest);
      guint token = tl_reading_find_short_form (reading, mention->first, mention->end, mention->type);

      if (token != TL_NO_TOKEN && look_up (by_word, &reading->tokens[token]) == 0)
        g_hash_table_insert (by_word, GUINT_TO_POINTER (reading->tokens[token].hash), GUINT_TO_POINTER (g + 1));
    }
  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlMention *mention = mention_at (self, group_at (self, g)->longest);
      guint full = look_up (by_word, &reading->tokens[mention->first]);

      if (n_words (self, g) == 1 && full != 0 && group_at (self, full - 1)->type == group_at (self, g)->type)
        join (self, g, full - 1);
    }
}

/* "Shura Council (SC)": what stands in brackets right behind a name is its short form. */
static void
join_brackets (Joiner *self)
{
  g_autoptr(GHashTable) groups = g_hash_table_new (NULL, NULL);

  for (guint g = 0; g < self->groups->len; g++)
    for (guint i = 0; i < group_at (self, g)->mentions->len; i++)
      {
        guint index = g_array_index (group_at (self, g)->mentions, guint, i);

        g_hash_table_insert (groups, GUINT_TO_POINTER (index), GUINT_TO_POINTER (g + 1));
      }
  for (guint i = 1; i < self->mentions->len; i++)
    {
      const TlMention *mention = mention_at (self, i), *before = mention_at (self, i - 1);
      guint child = GPOINTER_TO_UINT (g_hash_table_lookup (groups, GUINT_TO_POINTER (i))) - 1;
      guint parent = GPOINTER_TO_UINT (g_hash_table_lookup (groups, GUINT_TO_POINTER (i - 1))) - 1;

      if (mention->type == before->type && mention->type == TL_ENTITY_ORGANIZATION &&
          before->end + 1 == mention->first &&
          tl_reading_is (self->reading, before->end, "(") &&
          tl_reading_is (self->reading, mention->end, ")") &&
          is_acronym_group (self, child) && n_words (self, parent) > 1)
        join (self, child, parent);
    }
}

/* "US" and "United States", "EU" and "European Union": the gazetteer knows that they are one. */
static void
join_places (Joiner *self)
{
  g_autoptr(GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  const TlReading *reading = self->reading;

  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlMention *mention = mention_at (self, group_at (self, g)->longest);
      const TlPlaceMatch *match;
      guint known;

      if (reading->place_at[mention->first] == 0)
        continue;
      match = &g_array_index (reading->places, TlPlaceMatch, reading->place_at[mention->first] - 1);
      if (match->place->form != TL_NAME_PROPER || match->place->kind == TL_PLACE_CITY ||
          match->first_token != mention->first || match->end_token != mention->end)
        continue;
      known = GPOINTER_TO_UINT (g_hash_table_lookup (by_code, match->place->code));
      if (known == 0)
        g_hash_table_insert (by_code, (gpointer) match->place->code, GUINT_TO_POINTER (g + 1));
      else
        join (self, g, known - 1);
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* Moves the mentions of joined groups to the group that they were joined to. */
static void
gather (Joiner *self)
{
  for (guint g = 0; g < self->groups->len; g++)
    {
      guint root = root_of (self, g);
      Group *group = group_at (self, g), *parent = group_at (self, root);

      if (root == g)
        continue;
      g_array_append_vals (parent->mentions, group->mentions->data, group->mentions->len);
      g_array_set_size (group->mentions, 0);
    }
  for (guint g = 0; g < self->groups->len; g++)
    g_array_sort (group_at (self, g)->mentions, compare_mentions);
}

static char *
dup_tokens (const Joiner *self,
            guint         first,
            guint         end)
{
  const TlToken *tokens = self->reading->tokens;
  TlSpan span = { tokens[first].span.start, tokens[end - 1].span.end };
  g_autofree char *text = tl_text_dup_span (self->reading->text, span);
  GString *squashed = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        space = TRUE;
      else
        {
          if (space)
            g_string_append_c (squashed, ' ');
          g_string_append_unichar (squashed, c);
          space = FALSE;
        }
    }
  return g_string_free (squashed, FALSE);
}

static gboolean
is_all_caps (const Joiner    *self,
             const TlMention *mention)
{
  for (guint i = mention->first; i < mention->end; i++)
    if (self->reading->tokens[i].kind == TL_TOKEN_WORD && !tl_reading_is_acronym (self->reading, i))
      return FALSE;
  return TRUE;
}

/* The fullest name, not in a headline's capitals where the text has it otherwise. */
static char *
choose_name (const Joiner *self,
             const Group  *group)
{
  const TlMention *best = mention_at (self, g_array_index (group->mentions, guint, 0));

  for (guint i = 1; i < group->mentions->len; i++)
    {
      const TlMention *mention = mention_at (self, g_array_index (group->mentions, guint, i));
      guint length = mention->end - mention->first, best_length = best->end - best->first;

      if (length > best_length ||
          (length == best_length && is_all_caps (self, best) && !is_all_caps (self, mention)))
        best = mention;
    }
  return dup_tokens (self, best->first, best->end);
}

/* "Prime Ministers", "co-chairmen", "secretaries": as one of them is called. */
static char *
dup_singular (char *plural)
{
  g_autofree char *text = plural;
  gsize length = strlen (text);

  if (g_str_has_suffix (text, "men"))
    return g_strdup_printf ("%.*san", (int) length - 2, text);
  if (g_str_has_suffix (text, "ies"))
    return g_strdup_printf ("%.*sy", (int) length - 3, text);
  if (g_str_has_suffix (text, "s"))
    text[length - 1] = '\0';
  return g_steal_pointer (&text);
}

static char *
dup_role (const Joiner    *self,
          const TlMention *mention)
{
  g_autofree char *noun = NULL;
  g_autofree char *rest = NULL;
  guint behind = mention->role_plural;

  if (mention->role_plural == 0)
    return dup_tokens (self, mention->role_first, mention->role_end);
  noun = dup_singular (dup_tokens (self, mention->role_first, behind));
  if (behind == mention->role_end)
    return g_steal_pointer (&noun);
  rest = dup_tokens (self, behind, mention->role_end);
  return g_strconcat (noun, " ", rest, NULL);
}

/* The first title, unless a later one says the same and more. */
static char *
choose_role (const Joiner *self,
             const Group  *group)
{
  const TlToken *tokens = self->reading->tokens;
  const TlMention *best = NULL;

  for (guint i = 0; i < group->mentions->len; i++)
    {
      const TlMention *mention = mention_at (self, g_array_index (group->mentions, guint, i));

      if (mention->role_end <= mention->role_first)
        continue;
      if (best == NULL ||
          (mention->role_end - mention->role_first > best->role_end - best->role_first &&
           tokens[mention->role_first].hash == tokens[best->role_first].hash))
        best = mention;
    }
  return best != NULL ? dup_role (self, best) : NULL;
}

static TlEntity *
make_entity (const Joiner *self,
             const Group  *group)
{
  g_autoptr(GArray) spans = g_array_sized_new (FALSE, FALSE, sizeof (TlSpan), group->mentions->len);
  g_autofree char *name = choose_name (self, group);
  g_autofree char *role = choose_role (self, group);
  const TlToken *tokens = self->reading->tokens;

  for (guint i = 0; i < group->mentions->len; i++)
    {
      const TlMention *mention = mention_at (self, g_array_index (group->mentions, guint, i));
      TlSpan span = { tokens[mention->first].span.start, tokens[mention->end - 1].span.end };

      g_array_append_val (spans, span);
    }
  return tl_entity_new (group->type, name, role, (const TlSpan *) (gpointer) spans->data,
                        spans->len);
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
  Joiner self = { reading, mentions, g_array_new (FALSE, FALSE, sizeof (Group)) };

  g_array_set_clear_func (self.groups, group_clear);
  group_same_words (&self);
  join_persons (&self);
  join_places (&self);
  join_acronyms (&self);
  join_brackets (&self);
  join_short_forms (&self);
  gather (&self);
  for (guint g = 0; g < self.groups->len; g++)
    if (group_at (&self, g)->mentions->len > 0)
      g_ptr_array_add (entities, make_entity (&self, group_at (&self, g)));
  g_ptr_array_sort (entities, compare_entities);
  g_array_unref (self.groups);
  return entities;
}
