/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library's entities, looked up in a thread, and what the rows say that are shown already. */

#include "tl-entity-find-task.h"

#include "tl-entity-facts.h"

static void
search_free (gpointer data)
{
  TlEntitySearch *search = data;

  g_free (search->path);
  g_free (search->words);
  tl_entity_orders_clear (&search->orders);
  g_clear_pointer (&search->reader, tl_database_unref);
  g_clear_pointer (&search->held, g_array_unref);
  g_clear_pointer (&search->ids, g_array_unref);
  g_clear_pointer (&search->facts, g_array_unref);
  g_free (search);
}

static void
facts_clear (gpointer facts)
{
  tl_entity_facts_clear (facts);
}

static gboolean
load_facts (TlEntitySearch  *search,
            GError         **error)
{
  search->facts = g_array_sized_new (FALSE, FALSE, sizeof (TlEntityFacts), search->held->len);
  g_array_set_clear_func (search->facts, facts_clear);
  for (guint i = 0; i < search->held->len; i++)
    {
      TlEntityFacts facts;

      if (!tl_entity_facts_load (search->reader, g_array_index (search->held, gint64, i), &facts, error))
        return FALSE;
      if (facts.id != 0)
        g_array_append_val (search->facts, facts);
    }
  return TRUE;
}

static void
find_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  TlEntitySearch *search = task_data;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (search->reader == NULL)
    search->reader = tl_database_open_again (search->path, &error);
  if (search->reader != NULL)
    search->ids = tl_entities_find (search->reader, search->words, search->types, search->order,
                                    &search->orders, cancellable, &error);
  if (search->ids != NULL && !load_facts (search, &error))
    g_clear_pointer (&search->ids, g_array_unref);
  search->duration = g_get_monotonic_time () - start;
  if (search->ids != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_entity_search_async:
 * @search: (transfer full): what to look for
 * @cancellable: to give up
 * @callback: called when it is done, or given up
 * @user_data: for @callback, which has to look first whether it was given up
 *
 * Looks entities up.  tl_entity_search_finish() ends it.  The thread lets go of its task some time
 * after the result, so the task does not keep who asks.
 */
void
tl_entity_search_async (TlEntitySearch      *search,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * tl_entity_search_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer none): the search, of which anything may be taken; where it failed its @ids
 *   are %NULL and @error is set
 */
TlEntitySearch *
tl_entity_search_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_task_propagate_boolean (G_TASK (result), error);
  return g_task_get_task_data (G_TASK (result));
}
