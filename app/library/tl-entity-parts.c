/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which mentions of an article are of which entity of the library: by the names that the
 * article gives, by what a person set apart, and by what a person added. */

#include "tl-entity-parts.h"

#include <string.h>

#include "tl-added-names.h"
#include "tl-decision.h"
#include "tl-entity-key.h"
#include "tl-entity-named.h"
#include "tl-entity-names.h"

typedef struct
{
  TlDatabase    *database;
  TlEntityJoins *joins;
  gint64         article_id;
  const char    *text;
  GBytes        *digest;        /* owned, NULL until it is asked for */
  GPtrArray     *parts;         /* owned */
  GHashTable    *by_id;         /* gint64 in the part to the part, both not owned */
  GArray        *added;         /* owned: TlAddedName, what a person added; or NULL */
  GHashTable    *gone;          /* owned: where a mention begins that is none any more, plus one; or NULL */
} Finding;

static void
finding_clear (Finding *self)
{
  g_clear_pointer (&self->digest, g_bytes_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_array_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, finding_clear)

/**
 * tl_entity_part_free:
 * @self: (transfer full): the mentions of an entity
 */
void
tl_entity_part_free (TlEntityPart *self)
{
  g_free (self->key);
  g_array_unref (self->spans);
  g_free (self);
}

/* Two entities of an article may be one in the library. */
static gboolean
add_mentions_of (Finding       *self,
                 TlEntityType   type,
                 const char    *key,
                 gint64         article_id,
                 gboolean       is_split,
                 const TlSpan  *spans,
                 guint          n_spans,
                 GError       **error)
{
  TlEntityPart *part;
  gint64 id;

  if (!tl_entity_joins_have (self->joins, type, key, article_id, is_split, &id, error))
    return FALSE;
  part = g_hash_table_lookup (self->by_id, &id);
  if (part == NULL)
    {
      part = g_new (TlEntityPart, 1);
      *part = (TlEntityPart) {
        id, type, g_strdup (key), g_array_new (FALSE, FALSE, sizeof (TlSpan)),
      };
      g_ptr_array_add (self->parts, part);
      g_hash_table_insert (self->by_id, &part->entity_id, part);
    }
  g_array_append_vals (part->spans, spans, n_spans);
  return TRUE;
}

static gboolean
add_mentions (Finding            *self,
              const TlEntityKey  *key,
              gboolean            is_split,
              const TlSpan       *spans,
              guint               n_spans,
              GError            **error)
{
  return add_mentions_of (self, key->type, key->key, key->is_local || is_split ? self->article_id : 0,
                          is_split, spans, n_spans, error);
}

static GBytes *
have_digest (Finding *self)
{
  if (self->digest == NULL)
    self->digest = tl_decision_load_digest (self->database, self->article_id);
  return self->digest;
}

/* The decisions that set mentions in this article apart from an entity; NULL if none does. */
static gboolean
find_splits (Finding            *self,
             const TlEntityKey  *key,
             GPtrArray         **splits,
             GError            **error)
{
  g_autoptr(GPtrArray) decisions = NULL;

  *splits = NULL;
  if (!tl_entity_joins_has_decisions (self->joins))
    return TRUE;
  decisions = tl_decision_get_on (self->database, key->type, key->key, error);
  if (decisions == NULL)
    return FALSE;
  for (guint i = decisions->len; i > 0; i--)
    {
      const TlDecision *decision = g_ptr_array_index (decisions, i - 1);
      gboolean is_here = tl_decision_is_split (decision->kind);

      if (is_here && decision->on.digest != NULL)
        is_here = have_digest (self) != NULL && g_bytes_equal (self->digest, decision->on.digest);
      if (!is_here)
        g_ptr_array_remove_index (decisions, i - 1);
    }
  if (decisions->len > 0)
    *splits = g_steal_pointer (&decisions);
  return TRUE;
}

/* The last split by this name, else the one by the article. */
static const TlDecision *
find_split_of (GPtrArray    *splits,
               TlEntityType  type,
               const char   *name)
{
  g_autofree char *key = tl_entity_name_dup_key (type, name);
  const TlDecision *found = NULL;

  for (guint i = 0; i < splits->len; i++)
    {
      const TlDecision *decision = g_ptr_array_index (splits, i);

      if (decision->kind == TL_DECISION_SPLIT_NAME && decision->to.key != NULL &&
          strcmp (decision->to.key, key) == 0)
        return decision;
      if (decision->kind == TL_DECISION_SPLIT_ARTICLE)
        found = decision;
    }
  return found;
}

static gboolean
add_split (Finding            *self,
           const TlEntityKey  *key,
           GPtrArray          *splits,
           TlSpan              span,
           GError            **error)
{
  g_autofree char *name = tl_entity_name_dup_text (self->text, span);
  const TlDecision *split = find_split_of (splits, key->type, name);
  g_auto(TlEntityKey) own = { 0 };

  if (split == NULL || split->kind == TL_DECISION_SPLIT_ARTICLE)
    return add_mentions (self, key, split != NULL, &span, 1, error);
  tl_entity_key_init (&own, key->type, name);
  return add_mentions (self, &own, FALSE, &span, 1, error);
}

static gboolean
add_spans (Finding            *self,
           const TlEntityKey  *key,
           const TlSpan       *spans,
           guint               n_spans,
           GError            **error)
{
  g_autoptr(GPtrArray) splits = NULL;

  if (!find_splits (self, key, &splits, error))
    return FALSE;
  if (splits == NULL)
    return add_mentions (self, key, FALSE, spans, n_spans, error);
  for (guint i = 0; i < n_spans; i++)
    if (!add_split (self, key, splits, spans[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_entity (Finding   *self,
            TlEntity  *entity,
            GError   **error)
{
  TlEntityIds *ids = tl_entity_joins_get_ids (self->joins);
  g_autoptr(GArray) left = NULL;
  guint n_spans;
  const TlSpan *spans = tl_entity_get_mentions (entity, &n_spans);

  if (self->gone != NULL && g_hash_table_size (self->gone) > 0)
    {
      left = g_array_new (FALSE, FALSE, sizeof (TlSpan));
      for (guint i = 0; i < n_spans; i++)
        if (!g_hash_table_contains (self->gone, GSIZE_TO_POINTER ((gsize) spans[i].start + 1)))
          g_array_append_val (left, spans[i]);
      spans = (const TlSpan *) (void *) left->data;
      n_spans = left->len;
    }
  return n_spans == 0 || add_spans (self, tl_entity_ids_get_key (ids, entity), spans, n_spans, error);
}

/* ---- what a person added ---- */

static gboolean
find_added (Finding    *self,
            TlArticle  *article,
            GError    **error)
{
  TlAddedNames *names;

  if (!tl_entity_joins_get_added (self->joins, &names, error))
    return FALSE;
  if (names == NULL)
    return TRUE;
  self->added = tl_added_names_find (names, self->text,
                                     tl_added_names_has_places (names) ? have_digest (self) : NULL);
  if (self->added->len == 0)
    return TRUE;
  self->gone = g_hash_table_new (NULL, NULL);
  return tl_entity_named_settle (self->database, self->joins, self->article_id, article, self->added,
                                 self->gone, error);
}

/* One that is at home in an article only may be named in another by what a person says. */
static gboolean
add_added (Finding            *self,
           const TlAddedName  *added,
           GError            **error)
{
  const TlDecision *decision = added->decision;
  const TlEntityKey key = { decision->on.type, decision->on.key, FALSE };
  gint64 article_id = 0;

  if (added->is_here && decision->to.digest != NULL &&
      !tl_decision_find_article (self->database, decision->to.digest, &article_id, error))
    return FALSE;
  if (article_id != 0)
    return add_mentions_of (self, key.type, key.key, article_id, FALSE, &added->span, 1, error);
  return add_spans (self, &key, &added->span, 1, error);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const TlSpan *span = a, *other = b;

  return span->start != other->start ? (span->start < other->start ? -1 : 1)
                                     : (span->end > other->end) - (span->end < other->end);
}

/**
 * tl_entity_parts_find:
 * @database: a connection that is writing
 * @joins: its work
 * @article_id: an article
 * @article: what was read from it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlEntityPart): for each entity of the
 *   library, made where it is not there yet, where the article names it
 */
GPtrArray *
tl_entity_parts_find (TlDatabase     *database,
                      TlEntityJoins  *joins,
                      gint64          article_id,
                      TlArticle      *article,
                      GError        **error)
{
  GPtrArray *entities = tl_article_get_entities (article);
  g_auto(Finding) finding = {
    .database = database,
    .joins = joins,
    .article_id = article_id,
    .text = tl_article_get_text (article),
    .parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_entity_part_free),
    .by_id = g_hash_table_new (g_int64_hash, g_int64_equal),
  };

  if (!find_added (&finding, article, error))
    return NULL;
  for (guint i = 0; i < entities->len; i++)
    if (!add_entity (&finding, g_ptr_array_index (entities, i), error))
      return NULL;
  for (guint i = 0; finding.added != NULL && i < finding.added->len; i++)
    if (!add_added (&finding, &g_array_index (finding.added, TlAddedName, i), error))
      return NULL;
  for (guint i = 0; i < finding.parts->len; i++)
    g_array_sort (((TlEntityPart *) g_ptr_array_index (finding.parts, i))->spans, compare_spans);
  return g_steal_pointer (&finding.parts);
}
