/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds every occurrence of the document's names: the candidates that turned out to be
 * names, and the same words wherever else they stand, such as in a headline.
 */

#include "tl-key-table.h"
#include "tl-recognizer-private.h"

typedef struct
{
  TlReading  *reading;
  GArray     *names;            /* of TlName */
  TlKeyTable  known;            /* key → 1 + index in @names, of those that are names */
  TlKeyTable  beginnings;       /* keys of their first tokens, so that a search ends early */
  guint       next;             /* index of the first candidate that is not before the token */
} Spreader;

static void
index_names (Spreader *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const TlName *name = &g_array_index (self->names, TlName, i);
      const TlCandidate *example =
        &g_array_index (self->reading->candidates, TlCandidate, name->example);

      if (!name->known)
        continue;
      tl_key_table_set (&self->known, name->key, i + 1);
      for (guint end = example->first + 1; end < example->end; end++)
        tl_key_table_set (&self->beginnings, tl_reading_get_key (self->reading, example->first, end), 1);
    }
}

/* The name, where the key is that of one, or NULL. */
static const TlName *
look_up (const Spreader *self,
         guint64         key)
{
  guint index = tl_key_table_get (&self->known, key);

  return index != 0 ? &g_array_index (self->names, TlName, index - 1) : NULL;
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
      name = look_up (self, key);
      if (name != NULL && may_stand_here (reading, token, end))
        {
          found = name;
          *end_token = end;
        }
      if (tl_key_table_get (&self->beginnings, key) == 0)
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

/* Whether a name may begin at the token: a candidate does, or it has a capital. */
static gboolean
may_begin (const Spreader *self,
           guint           token)
{
  const GArray *candidates = self->reading->candidates;

  return tl_reading_is_capital (self->reading, token) ||
         (self->next < candidates->len && g_array_index (candidates, TlCandidate, self->next).first <= token);
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
    name = look_up (self, candidate->key);
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
  GArray *mentions = g_array_sized_new (FALSE, FALSE, sizeof (TlMention), tl_reading_expect_names (reading));
  Spreader self = { .reading = reading, .names = names };

  index_names (&self);
  for (guint i = 0; i < reading->n_tokens;)
    i = may_begin (&self, i) ? take_mention (&self, i, mentions) : i + 1;
  tl_key_table_clear (&self.beginnings);
  tl_key_table_clear (&self.known);
  return mentions;
}
