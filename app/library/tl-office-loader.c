/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-office-loader.h"

#include <gio/gio.h>

#include "tl-entity-office.h"

/* What is read at a time: about what a window shows, so that its rows get theirs together. */
#define MAX_BATCH 24

/* Views ask for some 200 rows at a time, of which a person sees the first.  What was scrolled away
 * since is not read. */
#define MAX_WAITING 512

struct _TlOfficeLoader
{
  char         *path;           /* owned */
  TlDatabase   *reader;         /* owned, of the thread while that runs; or NULL */
  GQueue        waiting;        /* (element-type TlEntityRow), owned: the latest last */
  GCancellable *cancellable;    /* owned */
  gboolean      is_running;
};

/* Whether an office was asked for: then it is there, or on its way. */
#define ASKED "tl-office-loader-asked"

/* ---- in the thread ---- */

typedef struct
{
  char       *path;             /* owned */
  TlDatabase *reader;           /* owned */
  GPtrArray  *rows;             /* owned: TlEntityRow, for the main thread only */
  GArray     *ids;              /* owned: gint64 */
  GPtrArray  *offices;          /* owned: char, NULL where there is none */
} Batch;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_free (batch->path);
  g_clear_pointer (&batch->reader, tl_database_unref);
  g_clear_pointer (&batch->rows, g_ptr_array_unref);
  g_array_unref (batch->ids);
  g_ptr_array_unref (batch->offices);
  g_free (batch);
}

static void
load_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Batch *batch = task_data;

  if (batch->reader == NULL)
    batch->reader = tl_database_open_again (batch->path, NULL);
  for (guint i = 0; i < batch->ids->len; i++)
    {
      char *office = NULL;

      if (batch->reader != NULL && !g_cancellable_is_cancelled (cancellable))
        office = tl_entity_office_load (batch->reader, g_array_index (batch->ids, gint64, i),
                                        cancellable, NULL);
      g_ptr_array_add (batch->offices, office);
    }
  g_task_return_boolean (task, TRUE);
}

/* ---- in the main thread ---- */

static void load_next (TlOfficeLoader *self);

static void
loaded_cb (GObject      *source_object G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      user_data)
{
  TlOfficeLoader *self = user_data;
  Batch *batch = g_task_get_task_data (G_TASK (result));
  /* The rows belong to this thread, and the other may be the last to let go of the batch. */
  g_autoptr(GPtrArray) rows = g_steal_pointer (&batch->rows);

  /* Then the loader is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self->is_running = FALSE;
  self->reader = g_steal_pointer (&batch->reader);
  load_next (self);
  for (guint i = 0; i < rows->len; i++)
    tl_entity_row_set_office (g_ptr_array_index (rows, i), g_ptr_array_index (batch->offices, i));
}

static void
load_next (TlOfficeLoader *self)
{
  g_autoptr(GTask) task = NULL;
  Batch *batch;

  if (self->is_running || g_queue_is_empty (&self->waiting))
    return;
  batch = g_new0 (Batch, 1);
  batch->path = g_strdup (self->path);
  batch->reader = g_steal_pointer (&self->reader);
  batch->rows = g_ptr_array_new_with_free_func (g_object_unref);
  batch->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  batch->offices = g_ptr_array_new_with_free_func (g_free);
  while (!g_queue_is_empty (&self->waiting) && batch->rows->len < MAX_BATCH)
    {
      TlEntityRow *row = g_queue_pop_head (&self->waiting);
      gint64 id = tl_entity_row_get_id (row);

      g_ptr_array_add (batch->rows, row);
      g_array_append_val (batch->ids, id);
    }
  self->is_running = TRUE;
  task = g_task_new (NULL, self->cancellable, loaded_cb, self);
  g_task_set_task_data (task, batch, batch_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * tl_office_loader_new:
 * @path: a library's file
 *
 * Returns: (transfer full): what gives rows their offices
 */
TlOfficeLoader *
tl_office_loader_new (const char *path)
{
  TlOfficeLoader *self = g_new0 (TlOfficeLoader, 1);

  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->waiting);
  return self;
}

/**
 * tl_office_loader_free:
 * @self: (transfer full): what gives rows their offices
 *
 * Gives up what is still being read.
 */
void
tl_office_loader_free (TlOfficeLoader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_pointer (&self->reader, tl_database_unref);
  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_office_loader_ask:
 * @self: what gives rows their offices
 * @row: a row that is going to be seen
 *
 * Gives a person's row its office, as soon as that is read; once.
 */
void
tl_office_loader_ask (TlOfficeLoader *self,
                      TlEntityRow    *row)
{
  if (tl_entity_row_get_entity_type (row) != TL_ENTITY_PERSON ||
      g_object_get_data (G_OBJECT (row), ASKED) != NULL)
    return;
  g_object_set_data (G_OBJECT (row), ASKED, self);
  g_queue_push_tail (&self->waiting, g_object_ref (row));
  while (self->waiting.length > MAX_WAITING)
    {
      g_autoptr(TlEntityRow) oldest = g_queue_pop_head (&self->waiting);

      g_object_set_data (G_OBJECT (oldest), ASKED, NULL);
    }
  load_next (self);
}

/**
 * tl_office_loader_ask_again:
 * @self: what gives rows their offices
 * @row: a row that was asked for, of an entity of which other things are known now
 *
 * Has the office read again; the one before stays until then.
 */
void
tl_office_loader_ask_again (TlOfficeLoader *self,
                            TlEntityRow    *row)
{
  if (tl_entity_row_get_entity_type (row) != TL_ENTITY_PERSON)
    tl_entity_row_set_office (row, NULL);
  if (g_queue_find (&self->waiting, row) != NULL)
    return;
  g_object_set_data (G_OBJECT (row), ASKED, NULL);
  tl_office_loader_ask (self, row);
}
