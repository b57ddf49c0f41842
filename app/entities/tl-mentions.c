/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds every occurrence of the document's names: the candidates that turned out to be
 * names, and the same words wherever else they stand, such as in a headline.
 */

#include "tl-recognizer-private.h"

typedef struct
{
  TlReading  *reading;
  GHashTable *names;            /* key → TlName, those that are names */
  GHashTable *beginnings;       /* keys of their first tokens, so that a search ends early */
  guint       next;             /* index of the first candidate that is not before the token */
} Spreader;

static void
insert_key (GHashTable *table,
            guint64     key,
            gpointer    value)
{
  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), value);
}

static void
index_names (Spreader *self,
             GArray   *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      TlName *name = &g_array_index (names, TlName, i);
      const TlCandidate *example =
        &g_array_index (self->reading->candidates, TlCandidate, name->example);

      if (!name->known)
        continue;
      insert_key (self->names, name->key, name);
      for (guint end = example->first + 1; end < example->end; end++)
        insert_key (self->beginnings, tl_reading_get_key (self->reading, example->first, end), NULL);
    }
}

/* Whether a name may be found here: not where a common word has its capital by chance. */
static gboolean
may_stand_here (const TlReading *reading,
                guint            first,
                guint            end)
{
  if (!tl_reading_is_capital (reading, end - 1) && reading->tokens[end - 1].kind == TL_TOKEN_WORD &&
      tl_reading_is_capital (reading, first))
    return FALSE;
  if (end == first + 1 && tl_reading_has (reading, first, TL_CUE_COMMON) &&
      (reading->tokens[first].flags & TL_TOKEN_SENTENCE_START) != 0)
    return tl_reading_has (reading, end, TL_CUE_SPEECH) || tl_reading_is_possessive (reading, end);
  return TRUE;
}

/* The longest name that begins at the token, or NULL. */
static const TlName *
find_name (const Spreader *self,
           guint           token,
           guint          *end_token)
{
  const TlReading *reading = self->reading;
  const TlName *found = NULL;

  if (!tl_reading_is_capital (reading, token) || tl_reading_has (reading, token, TL_CUE_CLUTTER))
    return NULL;
  for (guint end = token + 1; end <= reading->n_tokens && end <= token + TL_MAX_NAME_TOKENS; end++)
    {
      guint64 key;
      const TlName *name;

      if (reading->tokens[end - 1].sentence != reading->tokens[token].sentence)
        break;
      key = tl_reading_get_key (reading, token, end);
      name = g_hash_table_lookup (self->names, &key);
      if (name != NULL && may_stand_here (reading, token, end))
        {
          found = name;
          *end_token = end;
        }
      if (!g_hash_table_contains (self->beginnings, &key))
        break;
    }
  return found;
}

static void
add_mention (GArray       *mentions,
             const TlName *name,
             guint         first,
             guint         end)
{
  TlMention mention = { .first = first, .end = end, .key = name->key, .type = name->type };

  g_array_append_val (mentions, mention);
}

/* The candidate that begins at the token, of several the last; or NULL. */
static const TlCandidate *
find_candidate (Spreader *self,
                guint     token)
{
  const GArray *candidates = self->reading->candidates;
  const TlCandidate *found = NULL;

  for (; self->next < candidates->len; self->next++)
    {
      const TlCandidate *candidate = &g_array_index (candidates, TlCandidate, self->next);

      if (candidate->first > token)
        break;
      if (candidate->first == token)
        found = candidate;
    }
  return found;
}

/* Adds the name that begins at the token, if any; returns where to go on. */
static guint
take_mention (Spreader *self,
              guint     token,
              GArray   *mentions)
{
  const TlCandidate *candidate = find_candidate (self, token);
  const TlName *name = NULL;
  guint end = token + 1;

  if (candidate != NULL)
    name = g_hash_table_lookup (self->names, &candidate->key);
  if (name != NULL)
    {
      add_mention (mentions, name, token, candidate->end);
      return candidate->end;
    }
  name = find_name (self, token, &end);
  if (name != NULL)
    add_mention (mentions, name, token, end);
  return end;
}

/*
 * tl_mentions_spread:
 * @reading: a reading
 * @names: (element-type TlName): what its strings are
 *
 * Returns: (transfer full) (element-type TlMention): where the names stand, in order
 */
GArray *
tl_mentions_spread (TlReading *reading,
                    GArray    *names)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (TlMention));
  Spreader self = {
    .reading = reading,
    .names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .beginnings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };

  index_names (&self, names);
  for (guint i = 0; i < reading->n_tokens;)
    i = take_mention (&self, i, mentions);
  g_hash_table_unref (self.beginnings);
  g_hash_table_unref (self.names);
  return mentions;
}
