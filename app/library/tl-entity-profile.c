/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-entity-profile.h"

#include <string.h>

#include "tl-entity-names.h"
#include "tl-entity-office.h"
#include "tl-mention-blob.h"
#include "tl-store.h"

/* Names are counted with the removed articles, which are there for a day.  So many of them are read
 * to take them off; who removed more sees numbers that are too high until then. */
#define MAX_REMOVED 200

static void
name_free (gpointer data)
{
  TlProfileName *name = data;

  g_free (name->text);
  g_free (name);
}

/**
 * tl_entity_profile_free:
 * @self: (transfer full): what is known of an entity
 */
void
tl_entity_profile_free (TlEntityProfile *self)
{
  g_clear_pointer (&self->known, tl_known_entity_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_free (self->office);
  g_free (self);
}

/* ---- names ---- */

static gboolean
load_names (TlDatabase       *database,
            TlEntityProfile  *self,
            GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, text, max(name.n_articles) FROM entity JOIN name ON entity_id = id"
                       " WHERE (id = ?1 OR (main = ?1 AND main != id)) AND text != ''"
                       " GROUP BY id, text", "i", self->known->id);

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      TlProfileName *name = g_new (TlProfileName, 1);

      *name = (TlProfileName) {
        tl_statement_dup_string (statement, 1), sqlite3_column_int64 (statement, 0),
        (guint) sqlite3_column_int64 (statement, 2),
      };
      if (name->text == NULL)
        name->text = g_strdup ("");
      g_ptr_array_add (self->names, name);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
take_off (TlEntityProfile *self,
          gint64           part_id,
          const char      *text)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      TlProfileName *name = g_ptr_array_index (self->names, i);

      if (name->part_id == part_id && strcmp (name->text, text) == 0 && name->n_articles > 0)
        name->n_articles--;
    }
}

/* Takes off what an article calls the part; what can't be read of it stays. */
static void
take_off_article (TlDatabase      *database,
                  TlEntityProfile *self,
                  gint64           part_id,
                  gint64           article_id,
                  GBytes          *blob)
{
  g_autoptr(GBytes) digest = NULL;
  g_autoptr(TlArticle) article = tl_store_load_read (database, article_id, &digest, NULL);
  const char *text = article != NULL ? tl_article_get_text (article) : "";
  g_autoptr(GArray) spans = tl_mentions_unpack (blob, strlen (text));
  g_autoptr(GPtrArray) names = NULL;

  /* The key only says which shorter names come with it, and those are not shown. */
  names = tl_entity_names_find (self->known->type, "", text, (const TlSpan *) (void *) spans->data,
                                spans->len);
  for (guint i = 0; i < names->len; i++)
    take_off (self, part_id, ((TlEntityName *) g_ptr_array_index (names, i))->text);
}

static gboolean
take_off_removed (TlDatabase       *database,
                  TlEntityProfile  *self,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT entity.id, article.id, spans FROM article"
                       " CROSS JOIN mention ON mention.article_id = article.id"
                       " CROSS JOIN entity ON entity.id = entity_id"
                       " WHERE removed_at IS NOT NULL AND main = ? LIMIT ?",
                       "ii", self->known->id, (gint64) MAX_REMOVED);

  if (statement == NULL)
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local_error) &&
         tl_database_step (database, statement, &local_error))
    {
      g_autoptr(GBytes) blob = tl_statement_dup_bytes (statement, 2);

      take_off_article (database, self, sqlite3_column_int64 (statement, 0),
                        sqlite3_column_int64 (statement, 1), blob);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const TlProfileName *name = *(const TlProfileName *const *) a;
  const TlProfileName *other = *(const TlProfileName *const *) b;

  if (name->n_articles != other->n_articles)
    return name->n_articles < other->n_articles ? 1 : -1;
  return strcmp (name->text, other->text);
}

/* What only removed articles say is not said. */
static void
order_names (TlEntityProfile *self)
{
  for (guint i = self->names->len; i > 0; i--)
    if (((TlProfileName *) g_ptr_array_index (self->names, i - 1))->n_articles == 0)
      g_ptr_array_remove_index (self->names, i - 1);
  g_ptr_array_sort (self->names, compare_names);
}

/* ---- all of it ---- */

static gboolean
load_rest (TlDatabase       *database,
           TlEntityProfile  *self,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!load_names (database, self, error) || !take_off_removed (database, self, cancellable, error) ||
      !tl_database_select_ids (database, self->parts, error,
                               "SELECT id FROM entity WHERE main = ? AND main != id ORDER BY id", "i",
                               self->known->id))
    return FALSE;
  order_names (self);
  self->office = tl_entity_office_load (database, self->known->id, cancellable, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_entity_profile_load:
 * @database: a connection
 * @id: an entity, or one that is a part of it
 * @cancellable: (nullable): to give up, from another thread
 * @error: return location for an error
 *
 * Reads some articles, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL, perhaps without an error,
 *   where it is not there any more
 */
TlEntityProfile *
tl_entity_profile_load (TlDatabase    *database,
                        gint64         id,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(TlEntityProfile) self = g_new0 (TlEntityProfile, 1);

  self->names = g_ptr_array_new_with_free_func (name_free);
  self->parts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->known = tl_known_entity_load (database, id, error);
  if (self->known == NULL || !load_rest (database, self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
