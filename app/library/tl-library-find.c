/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library's entities: one, and those with some words in their names. */

#include "tl-library-entities.h"

#include "tl-library-private.h"

/* Its address tells whose task a result is. */
static char find_tag;

/**
 * tl_library_load_entity:
 * @self: a library
 * @id: an entity
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL, perhaps without an error,
 *   where it is not there any more
 */
TlKnownEntity *
tl_library_load_entity (TlLibrary  *self,
                        gint64      id,
                        GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return tl_known_entity_load (tl_library_get_database (self), id, error);
}

/**
 * tl_library_get_entity_articles:
 * @self: a library
 * @id: an entity
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the articles that name it, the
 *   newest first, those without a date last
 */
GArray *
tl_library_get_entity_articles (TlLibrary  *self,
                                gint64      id,
                                GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return tl_known_entity_get_articles (tl_library_get_database (self), id, error);
}

typedef struct
{
  char  *path;                  /* owned */
  int    type;
  char  *words;                 /* owned; NULL for what was dismissed */
  guint  limit;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->path);
  g_free (search->words);
  g_free (search);
}

static void
find_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Search *search = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (search->path, &error);
  GPtrArray *found = NULL;

  if (database != NULL)
    found = search->words != NULL
            ? tl_known_entities_find (database, search->type, search->words, search->limit,
                                      cancellable, &error)
            : tl_known_entities_list_dismissed (database, &error);
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start (TlLibrary           *self,
       int                  type,
       const char          *words,
       guint                limit,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Search *search = g_new (Search, 1);

  *search = (Search) { g_strdup (tl_library_get_path (self)), type, g_strdup (words), limit };
  g_task_set_source_tag (task, &find_tag);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * tl_library_find_entities_async:
 * @self: a library
 * @type: a #TlEntityType, or %TL_ANY_ENTITY_TYPE
 * @words: beginnings of words; "" for all
 * @limit: how many at most
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for entities by their names.  tl_library_find_entities_finish() ends it.
 */
void
tl_library_find_entities_async (TlLibrary           *self,
                                int                  type,
                                const char          *words,
                                guint                limit,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (words != NULL);

  start (self, type, words, limit, cancellable, callback, user_data);
}

/**
 * tl_library_list_dismissed_async:
 * @self: a library
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for what a person said is nothing.  tl_library_find_entities_finish() ends it.
 */
void
tl_library_list_dismissed_async (TlLibrary           *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  start (self, TL_ANY_ENTITY_TYPE, NULL, 0, cancellable, callback, user_data);
}

/**
 * tl_library_find_entities_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlKnownEntity): what has the words in a
 *   name, what most articles name first
 */
GPtrArray *
tl_library_find_entities_finish (TlLibrary     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &find_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
