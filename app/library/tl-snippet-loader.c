/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-snippet-loader.h"

#include <gio/gio.h>
#include <string.h>

#include "tl-database.h"
#include "tl-search.h"

/* What is read at a time: about what a window shows. */
#define MAX_BATCH 24

/* Rows that were asked for and scrolled away are not read: the latest are. */
#define MAX_WAITING 96

struct _TlSnippetLoader
{
  char         *path;           /* owned */
  char         *words;          /* owned */
  TlDatabase   *reader;         /* owned, of the thread while that runs; or NULL */
  GHashTable   *shown;          /* owned: TlArticleItem, whose snippet is of these words */
  GQueue        waiting;        /* (element-type TlArticleItem), owned: the latest last */
  GCancellable *cancellable;    /* owned */
  gboolean      is_running;
};

/* ---- in the thread ---- */

typedef struct
{
  char       *path;             /* owned */
  char       *words;            /* owned */
  TlDatabase *reader;           /* owned */
  GPtrArray  *items;            /* owned: TlArticleItem, for the main thread only */
  GArray     *ids;              /* owned: gint64 */
  GPtrArray  *markups;          /* owned: char, NULL where there is none */
} Batch;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_free (batch->path);
  g_free (batch->words);
  g_clear_pointer (&batch->reader, tl_database_unref);
  g_clear_pointer (&batch->items, g_ptr_array_unref);
  g_array_unref (batch->ids);
  g_ptr_array_unref (batch->markups);
  g_free (batch);
}

static void
append_escaped (GString    *markup,
                const char *text,
                guint       start,
                guint       end)
{
  g_autofree char *escaped = g_markup_escape_text (text + start, (gssize) (end - start));

  g_string_append (markup, escaped);
}

static char *
dup_markup (const TlSnippet *snippet)
{
  GString *markup = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < snippet->marks->len; i++)
    {
      TlSpan mark = g_array_index (snippet->marks, TlSpan, i);

      append_escaped (markup, snippet->text, at, mark.start);
      g_string_append (markup, "<b>");
      append_escaped (markup, snippet->text, mark.start, mark.end);
      g_string_append (markup, "</b>");
      at = mark.end;
    }
  append_escaped (markup, snippet->text, at, (guint) strlen (snippet->text));
  return g_string_free (markup, FALSE);
}

static void
load_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Batch *batch = task_data;
  g_autoptr(TlSearchQuery) query = tl_search_query_new (batch->words);

  if (batch->reader == NULL)
    batch->reader = tl_database_open_again (batch->path, NULL);
  for (guint i = 0; i < batch->ids->len; i++)
    {
      g_autoptr(TlSnippet) snippet = NULL;

      if (batch->reader != NULL && !g_cancellable_is_cancelled (cancellable))
        snippet = tl_search_load_snippet (batch->reader, query,
                                          g_array_index (batch->ids, gint64, i), NULL);
      g_ptr_array_add (batch->markups, snippet != NULL ? dup_markup (snippet) : NULL);
    }
  g_task_return_boolean (task, TRUE);
}

/* ---- in the main thread ---- */

static void load_next (TlSnippetLoader *self);

static void
loaded_cb (GObject      *source_object G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      user_data)
{
  TlSnippetLoader *self = user_data;
  Batch *batch = g_task_get_task_data (G_TASK (result));
  /* The rows belong to this thread, and the other may be the last to let go of the batch. */
  g_autoptr(GPtrArray) items = g_steal_pointer (&batch->items);

  /* Then the loader is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self->is_running = FALSE;
  self->reader = g_steal_pointer (&batch->reader);
  for (guint i = 0; i < items->len; i++)
    {
      TlArticleItem *item = g_ptr_array_index (items, i);

      if (g_hash_table_contains (self->shown, item))
        tl_article_item_set_snippet (item, g_ptr_array_index (batch->markups, i));
    }
  load_next (self);
}

static void
load_next (TlSnippetLoader *self)
{
  g_autoptr(GTask) task = NULL;
  Batch *batch;

  if (self->is_running || g_queue_is_empty (&self->waiting))
    return;
  batch = g_new0 (Batch, 1);
  batch->path = g_strdup (self->path);
  batch->words = g_strdup (self->words);
  batch->reader = g_steal_pointer (&self->reader);
  batch->items = g_ptr_array_new_with_free_func (g_object_unref);
  batch->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  batch->markups = g_ptr_array_new_with_free_func (g_free);
  while (!g_queue_is_empty (&self->waiting) && batch->items->len < MAX_BATCH)
    {
      TlArticleItem *item = g_queue_pop_tail (&self->waiting);
      gint64 id = tl_article_item_get_id (item);

      g_ptr_array_add (batch->items, item);
      g_array_append_val (batch->ids, id);
    }
  self->is_running = TRUE;
  task = g_task_new (NULL, self->cancellable, loaded_cb, self);
  g_task_set_task_data (task, batch, batch_free);
  g_task_run_in_thread (task, load_thread);
}

static void
item_gone_cb (gpointer  data,
              GObject  *item)
{
  g_hash_table_remove (((TlSnippetLoader *) data)->shown, item);
}

/**
 * tl_snippet_loader_new:
 * @path: a library's file
 * @words: what is being looked for
 *
 * Returns: (transfer full): what gives rows their snippets
 */
TlSnippetLoader *
tl_snippet_loader_new (const char *path,
                       const char *words)
{
  TlSnippetLoader *self = g_new0 (TlSnippetLoader, 1);

  self->path = g_strdup (path);
  self->words = g_strdup (words);
  self->shown = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->waiting);
  return self;
}

/**
 * tl_snippet_loader_free:
 * @self: (transfer full): what gives rows their snippets
 *
 * Takes them away again.
 */
void
tl_snippet_loader_free (TlSnippetLoader *self)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_cancellable_cancel (self->cancellable);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      g_object_weak_unref (item, item_gone_cb, self);
      g_ptr_array_add (shown, g_object_ref (item));
    }
  g_hash_table_unref (self->shown);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_pointer (&self->reader, tl_database_unref);
  g_object_unref (self->cancellable);
  g_free (self->words);
  g_free (self->path);
  g_free (self);
  for (guint i = 0; i < shown->len; i++)
    tl_article_item_set_snippet (g_ptr_array_index (shown, i), NULL);
}

/**
 * tl_snippet_loader_ask:
 * @self: what gives rows their snippets
 * @item: a row that is going to be seen
 *
 * Gives a row its snippet, as soon as that is read.
 */
void
tl_snippet_loader_ask (TlSnippetLoader *self,
                       TlArticleItem   *item)
{
  if (!g_hash_table_add (self->shown, item))
    return;
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_queue_push_tail (&self->waiting, g_object_ref (item));
  while (self->waiting.length > MAX_WAITING)
    {
      g_autoptr(TlArticleItem) oldest = g_queue_pop_head (&self->waiting);

      g_object_weak_unref (G_OBJECT (oldest), item_gone_cb, self);
      g_hash_table_remove (self->shown, oldest);
    }
  load_next (self);
}
