/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Articles and entities by words, for who asks from outside and keeps no library open: the search
 * of the desktop.  Each question opens the file anew, for reading only: nothing is made where there
 * is no library, and an older one waits for its window.
 */

#include "tl-lookup.h"

#include "tl-database.h"
#include "tl-entity-facts.h"
#include "tl-entity-finder.h"
#include "tl-search.h"

/* Who types a name mostly wants what has it; the desktop shows a handful, and a way to all. */
#define MAX_ENTITIES 3
#define MAX_ARTICLES 12

#define ARTICLE "article:"
#define ENTITY  "entity:"

typedef struct
{
  char  *path;                  /* owned */
  char  *words;                 /* owned */
  char **ids;                   /* owned, NULL where they are looked for */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_free (question->words);
  g_strfreev (question->ids);
  g_free (question);
}

static void
item_free (gpointer data)
{
  TlLookupItem *item = data;

  g_free (item->id);
  g_free (item->name);
  g_free (item->passage);
  g_free (item->publisher);
  g_free (item);
}

/**
 * tl_lookup_parse_id:
 * @id: an id, perhaps from somebody who made it up
 * @is_entity: (out): whether it is an entity's
 * @number: (out): by what the library knows it
 *
 * Returns: whether it is an id
 */
gboolean
tl_lookup_parse_id (const char *id,
                    gboolean   *is_entity,
                    gint64     *number)
{
  guint64 parsed;

  g_return_val_if_fail (id != NULL, FALSE);

  *is_entity = g_str_has_prefix (id, ENTITY);
  if (!*is_entity && !g_str_has_prefix (id, ARTICLE))
    return FALSE;
  if (!g_ascii_string_to_unsigned (strchr (id, ':') + 1, 10, 1, G_MAXINT64, &parsed, NULL))
    return FALSE;
  *number = (gint64) parsed;
  return TRUE;
}

/* ---- in the thread ---- */

static void
append_ids (GStrvBuilder *ids,
            const char   *prefix,
            const GArray *numbers,
            guint         limit)
{
  for (guint i = 0; i < MIN (numbers->len, limit); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%" G_GINT64_FORMAT, prefix,
                                             g_array_index (numbers, gint64, i));

      g_strv_builder_add (ids, id);
    }
}

static void
find_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Question *question = task_data;
  g_autoptr(TlSearchQuery) query = tl_search_query_new (question->words);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_auto(TlEntityOrders) orders = { { NULL } };
  g_autoptr(GArray) entities = NULL;
  g_autoptr(TlSearchHits) hits = NULL;
  g_autoptr(TlDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  if (!tl_search_query_is_empty (query))
    {
      database = tl_database_open_for_reading (question->path, &error);
      if (database != NULL)
        entities = tl_entities_find (database, question->words, 0, TL_ENTITY_ORDER_ARTICLES, &orders,
                                     cancellable, &error);
      if (entities != NULL)
        hits = tl_search_run (database, query, MAX_ARTICLES, cancellable, &error);
      if (hits == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      append_ids (ids, ENTITY, entities, MAX_ENTITIES);
      append_ids (ids, ARTICLE, tl_search_hits_get_ids (hits), MAX_ARTICLES);
    }
  g_task_return_pointer (task, g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
}

static gboolean
load_entity (TlDatabase    *database,
             gint64         number,
             TlLookupItem  *item,
             GError       **error)
{
  g_auto(TlEntityFacts) facts = { 0 };

  if (!tl_entity_facts_load (database, number, &facts, error))
    return FALSE;
  if (facts.id != 0)
    item->name = g_steal_pointer (&facts.name);
  item->type = facts.type;
  item->n_articles = facts.n_articles;
  return TRUE;
}

static gboolean
load_article (TlDatabase     *database,
              TlSearchQuery  *query,
              gint64          number,
              TlLookupItem   *item,
              GError        **error)
{
  GError *local_error = NULL;
  g_autoptr(TlSnippet) snippet = tl_search_load_snippet (database, query, number, &local_error);
  g_autoptr(TlStatement) row = NULL;

  if (snippet != NULL)
    row = tl_database_query (database, &local_error,
                             "SELECT title, publisher, published FROM article WHERE id = ?",
                             "i", number);
  if (row != NULL && tl_database_step (database, row, &local_error))
    {
      item->name = tl_statement_dup_string (row, 0);
      item->publisher = tl_statement_dup_string (row, 1);
      item->published = tl_statement_get_date (row, 2);
      item->passage = g_strdup (snippet->text);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* What is gone meanwhile is left out. */
static gboolean
load_all (TlDatabase      *database,
          const Question  *question,
          GPtrArray       *items,
          GCancellable    *cancellable,
          GError         **error)
{
  g_autoptr(TlSearchQuery) query = tl_search_query_new (question->words);

  for (guint i = 0; question->ids[i] != NULL; i++)
    {
      TlLookupItem *item = g_new0 (TlLookupItem, 1);
      gint64 number;

      g_ptr_array_add (items, item);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (tl_lookup_parse_id (question->ids[i], &item->is_entity, &number) &&
          !(item->is_entity ? load_entity (database, number, item, error)
                            : load_article (database, query, number, item, error)))
        return FALSE;
      item->id = g_strdup (question->ids[i]);
      if (item->name == NULL)
        g_ptr_array_set_size (items, (int) items->len - 1);
    }
  return TRUE;
}

static void
load_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Question *question = task_data;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_for_reading (question->path, &error);

  if (database != NULL && load_all (database, question, items, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- in the main thread ---- */

static void
ask (const char          *path,
     const char          *words,
     const char *const   *ids,
     GTaskThreadFunc      thread,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new (Question, 1);

  *question = (Question) { g_strdup (path), g_strdup (words), g_strdupv ((char **) ids) };
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, thread);
}

/**
 * tl_lookup_find_async:
 * @path: a library's file
 * @words: what is looked for
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up entities that are called so, and articles that have the words.
 */
void
tl_lookup_find_async (const char          *path,
                      const char          *words,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (path != NULL && words != NULL);

  ask (path, words, NULL, find_thread, cancellable, callback, user_data);
}

/**
 * tl_lookup_find_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): ids of what was found, those of entities first
 */
char **
tl_lookup_find_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_lookup_load_async:
 * @path: a library's file
 * @words: what was looked for
 * @ids: what was found
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads what is to be said of what was found.
 */
void
tl_lookup_load_async (const char          *path,
                      const char          *words,
                      const char *const   *ids,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (path != NULL && words != NULL && ids != NULL);

  ask (path, words, ids, load_thread, cancellable, callback, user_data);
}

/**
 * tl_lookup_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlLookupItem): what is there of it, in order
 */
GPtrArray *
tl_lookup_load_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
