/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A text that is longer than any article, such as a book or a year's archive in one file,
 * is recognised part by part, so that what is held of it at a time stays small.  What has
 * the same name in several parts is one entity.
 */

#include "tl-long-text.h"

#include <gio/gio.h>

/* An entity, as far as the parts before named it. */
typedef struct
{
  TlEntityType      type;
  char             *name;
  char             *role;       /* NULL when no part gives one */
  TlEntityIdentity  identity;
  GArray           *spans;      /* of TlSpan, in the whole text */
  GByteArray       *confidences;
} Joined;

static void
joined_free (gpointer data)
{
  Joined *self = data;

  g_free (self->name);
  g_free (self->role);
  g_array_unref (self->spans);
  g_byte_array_unref (self->confidences);
  g_free (self);
}

static Joined *
joined_new (TlEntity *entity)
{
  Joined *self = g_new0 (Joined, 1);

  self->type = tl_entity_get_entity_type (entity);
  self->name = g_strdup (tl_entity_get_name (entity));
  self->identity = *tl_entity_get_identity (entity);
  self->spans = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  self->confidences = g_byte_array_new ();
  return self;
}

static void
joined_add (Joined   *self,
            TlEntity *entity,
            guint32   offset)
{
  guint n_mentions;
  const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

  if (self->role == NULL)
    self->role = g_strdup (tl_entity_get_role (entity));
  for (guint i = 0; i < n_mentions; i++)
    {
      TlSpan span = { mentions[i].start + offset, mentions[i].end + offset };
      guint8 confidence = (guint8) tl_entity_get_confidence (entity, i);

      g_array_append_val (self->spans, span);
      g_byte_array_append (self->confidences, &confidence, 1);
    }
}

static guint
hash_joined (gconstpointer data)
{
  const Joined *self = data;

  return g_str_hash (self->name) ^ self->type;
}

static gboolean
equal_joined (gconstpointer a,
              gconstpointer b)
{
  const Joined *first = a, *second = b;

  return first->type == second->type && g_str_equal (first->name, second->name);
}

static void
add_entity (GHashTable *known,
            GPtrArray  *order,
            TlEntity   *entity,
            guint32     offset)
{
  const Joined like = { .type = tl_entity_get_entity_type (entity),
                        .name = (char *) tl_entity_get_name (entity) };
  Joined *joined = g_hash_table_lookup (known, &like);

  if (joined == NULL)
    {
      joined = joined_new (entity);
      g_hash_table_add (known, joined);
      g_ptr_array_add (order, joined);
    }
  joined_add (joined, entity, offset);
}

/* The end of the part that begins at the token: where a sentence begins, if there is one. */
static guint
find_part_end (const TlToken *tokens,
               guint          n_tokens,
               guint          first,
               guint          part_tokens)
{
  guint end = first + part_tokens;

  if (end >= n_tokens)
    return n_tokens;
  for (guint i = end; i > end - part_tokens / 2; i--)
    if ((tokens[i].flags & TL_TOKEN_SENTENCE_START) != 0)
      return i;
  return end;
}

static GPtrArray *
make_entities (GPtrArray *order)
{
  GPtrArray *entities = g_ptr_array_new_full (order->len, g_object_unref);

  for (guint i = 0; i < order->len; i++)
    {
      const Joined *joined = order->pdata[i];
      TlEntity *entity = tl_entity_new_identified (joined->type, joined->name, joined->role, &joined->identity,
                                                   (const TlSpan *) (gconstpointer) joined->spans->data,
                                                   joined->spans->len);

      tl_entity_set_confidences (entity, joined->confidences->data);
      g_ptr_array_add (entities, entity);
    }
  return entities;
}

/*
 * tl_long_text_find:
 * @text: a text
 * @part_tokens: how many tokens a part has at most
 * @find_in_part: what recognises a part
 *
 * Returns: (transfer full) (element-type TlEntity): what the text names, in order of first
 *   mention
 */
GPtrArray *
tl_long_text_find (TlText     *text,
                   guint       part_tokens,
                   TlPartFunc  find_in_part)
{
  g_autoptr(GHashTable) known = g_hash_table_new (hash_joined, equal_joined);
  g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func (joined_free);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  /* Who cancels the reading of a long text need not wait for all of its parts. */
  for (guint first = 0, end; first < n_tokens && !g_cancellable_is_cancelled (g_cancellable_get_current ());
       first = end)
    {
      guint32 start = tokens[first].span.start;
      g_autoptr(TlText) part = NULL;
      g_autoptr(GPtrArray) entities = NULL;

      end = find_part_end (tokens, n_tokens, first, part_tokens);
      part = tl_text_new_part (text, first, end);
      entities = find_in_part (part);
      for (guint i = 0; i < entities->len; i++)
        add_entity (known, order, entities->pdata[i], start);
    }
  return make_entities (order);
}
