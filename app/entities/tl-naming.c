/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entity is called and which role it has, of all that its mentions say. */

#include "tl-joining-private.h"

#include <string.h>

/* The tokens' words, with one space where there is a break of a line or other white space. */
static char *
dup_tokens (const TlJoiner *self,
            guint         first,
            guint         end)
{
  const TlToken *tokens = self->reading->tokens;
  const char *string = self->reading->string, *stop = string + tokens[end - 1].span.end;
  char *squashed = g_malloc (tokens[end - 1].span.end - tokens[first].span.start + 1), *out = squashed;
  gboolean space = FALSE;

  for (const char *p = string + tokens[first].span.start; p < stop;)
    {
      const char *next = (guchar) *p < 0x80 ? p + 1 : g_utf8_next_char (p);

      if ((guchar) *p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p)))
        {
          space = TRUE;
          p = next;
          continue;
        }
      if (space)
        *out++ = ' ';
      space = FALSE;
      do
        *out++ = *p++;
      while (p < next);
    }
  *out = '\0';
  return squashed;
}

static gboolean
is_all_caps (const TlJoiner  *self,
             const TlMention *mention)
{
  for (guint i = mention->first; i < mention->end; i++)
    if (self->reading->tokens[i].kind == TL_TOKEN_WORD && !tl_reading_is_acronym (self->reading, i))
      return FALSE;
  return TRUE;
}

/* Words of the name, without a sentence's "The" before it and a person's initials. */
static guint
count_words (const TlJoiner  *self,
             const TlMention *mention)
{
  guint n_words = 0;

  for (guint i = mention->first; i < mention->end; i++)
    n_words += self->reading->tokens[i].kind != TL_TOKEN_PUNCTUATION && tl_reading_length_of (self->reading, i) > 1;
  return n_words - tl_reading_is (self->reading, mention->first, "the");
}

/* By key: how often the name is written with these words. */
static void
count_mentions (const TlJoiner *self,
                const TlGroup  *group,
                TlKeyTable     *counts)
{
  for (guint i = 0; i < group->n_mentions; i++)
    {
      guint64 key = tl_joiner_get_nth (self, group, i)->key;

      tl_key_table_set (counts, key, tl_key_table_get (counts, key) + 1);
    }
}

/*
 * Whether the mention names it better: by more words, or more often, or not in capitals only.
 * Mostly the words tell; only where they do not are the mentions counted.
 */
static gboolean
is_better (const TlJoiner  *self,
           const TlGroup   *group,
           TlKeyTable      *counts,
           const TlMention *mention,
           const TlMention *best)
{
  guint length = count_words (self, mention), best_length = count_words (self, best);

  if (length != best_length)
    return length > best_length;
  if (mention->key == best->key)
    return is_all_caps (self, best) && !is_all_caps (self, mention);
  if (counts->n_keys == 0)
    count_mentions (self, group, counts);
  return tl_key_table_get (counts, mention->key) > tl_key_table_get (counts, best->key);
}

/* The fullest name, not in a headline's capitals where the text has it otherwise. */
static char *
choose_name (const TlJoiner *self,
             const TlGroup  *group)
{
  const TlMention *best = tl_joiner_get_nth (self, group, 0);
  g_auto(TlKeyTable) counts = { NULL, 0, 0 };

  for (guint i = 1; i < group->n_mentions; i++)
    {
      const TlMention *mention = tl_joiner_get_nth (self, group, i);

      if (is_better (self, group, &counts, mention, best))
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
dup_role (const TlJoiner    *self,
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
choose_role (const TlJoiner *self,
             const TlGroup  *group)
{
  const TlToken *tokens = self->reading->tokens;
  const TlMention *best = NULL;

  for (guint i = 0; i < group->n_mentions; i++)
    {
      const TlMention *mention = tl_joiner_get_nth (self, group, i);

      if (mention->role_end <= mention->role_first)
        continue;
      if (best == NULL ||
          (mention->role_end - mention->role_first > best->role_end - best->role_first &&
           tokens[mention->role_first].hash == tokens[best->role_first].hash))
        best = mention;
    }
  return best != NULL ? dup_role (self, best) : NULL;
}

/* By any of its names: the gazetteer may know one and not the other. */
static void
identify (const TlJoiner     *self,
          const TlIdentifier *identifier,
          const TlGroup      *group,
          TlEntityIdentity   *identity)
{
  for (guint i = 0; i < group->n_mentions; i++)
    if (tl_identifier_find (identifier, tl_joiner_get_nth (self, group, i), identity))
      return;
}

/*
 * tl_joiner_make_entity:
 * @self: the document's names, joined
 * @identifier: what tells which places they are
 * @group: what names the same
 *
 * Returns: (transfer full): the entity
 */
TlEntity *
tl_joiner_make_entity (const TlJoiner     *self,
                       const TlIdentifier *identifier,
                       const TlGroup      *group)
{
  g_autofree TlSpan *spans = g_new (TlSpan, group->n_mentions);
  g_autofree guint8 *confidences = g_new (guint8, group->n_mentions);
  g_autofree char *name = choose_name (self, group);
  g_autofree char *role = choose_role (self, group);
  const TlToken *tokens = self->reading->tokens;
  TlEntityIdentity identity = { 0 };
  TlEntity *entity;

  for (guint i = 0; i < group->n_mentions; i++)
    {
      const TlMention *mention = tl_joiner_get_nth (self, group, i);

      spans[i] = (TlSpan) { tokens[mention->first].span.start, tokens[mention->end - 1].span.end };
      confidences[i] = mention->confidence;
    }
  identify (self, identifier, group, &identity);
  entity = tl_entity_new_identified (group->type, name, role, &identity, spans, group->n_mentions);
  tl_entity_set_confidences (entity, confidences);
  return entity;
}
