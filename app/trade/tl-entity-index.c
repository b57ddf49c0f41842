/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which entity a word belongs to.  Asked for many words of a text that has many entities,
 * so the mentions lie in order.
 */

#include "tl-entity-index.h"

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const TlEntityMention *first = a, *second = b;

  return first->span.start < second->span.start ? -1 : first->span.start > second->span.start;
}

/*
 * tl_entity_index_new:
 * @entities: (nullable) (element-type TlEntity): the entities of a text
 *
 * Returns: (transfer full) (element-type TlEntityMention): their mentions in order; valid as
 *   long as @entities
 */
GArray *
tl_entity_index_new (GPtrArray *entities)
{
  GArray *index = g_array_new (FALSE, FALSE, sizeof (TlEntityMention));

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

      for (guint k = 0; k < n_mentions; k++)
        {
          TlEntityMention mention = { mentions[k], entity };

          g_array_append_val (index, mention);
        }
    }
  g_array_sort (index, compare_mentions);
  return index;
}

/*
 * tl_entity_index_find:
 * @index: from tl_entity_index_new()
 * @span: a word
 *
 * Returns: (transfer none) (nullable): the mention that holds it
 */
const TlEntityMention *
tl_entity_index_find (GArray *index,
                      TlSpan  span)
{
  const TlEntityMention *mention;
  guint low = 0, high = index->len;

  /* The last that begins at or before the word: mentions do not overlap. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (index, TlEntityMention, middle).span.start > span.start)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == 0)
    return NULL;
  mention = &g_array_index (index, TlEntityMention, low - 1);
  return tl_span_contains (mention->span, span) ? mention : NULL;
}
