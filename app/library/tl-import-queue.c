/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-import-queue.h"

/* What may wait to be stored: so many results, and so many bytes of text beside the
 * next.  As many as are stored in one go: while that lasts, the readers go on. */
#define MAX_RESULTS 512
#define MAX_BYTES   (4 * 1024 * 1024)

/* Who takes them is woken when so many wait.  Fewer are seen when it looks again by itself: to be
 * woken for each article costs more than to put it aside. */
#define WAKING_RESULTS 16

struct _TlImportQueue
{
  GMutex    lock;               /* guards all below */
  GCond     filled;             /* there is a reason to take results */
  GCond     emptied;            /* results were taken, or will not be any more */
  GQueue    results;            /* owned: TlImportResult, by number */
  guint64   next;               /* number of the file whose results are taken next */
  gsize     n_bytes;
  guint     n_readers;          /* that have not finished */
  guint     n_waiting;          /* of them, for room */
  gboolean  is_closed;
};

/**
 * tl_import_result_free:
 * @result: (transfer full): a result
 */
void
tl_import_result_free (TlImportResult *result)
{
  g_clear_object (&result->file);
  g_clear_object (&result->article);
  g_clear_pointer (&result->print, tl_copy_print_free);
  g_clear_pointer (&result->line, tl_export_line_free);
  g_clear_pointer (&result->acts, g_ptr_array_unref);
  g_clear_pointer (&result->official, g_array_unref);
  g_clear_pointer (&result->official_name, g_free);
  g_clear_pointer (&result->words, tl_search_words_free);
  g_clear_pointer (&result->packed, g_bytes_unref);
  g_clear_pointer (&result->part, g_free);
  g_clear_pointer (&result->message, g_free);
  g_free (result);
}

/**
 * tl_import_result_get_size:
 * @result: a result
 *
 * Returns: about how many bytes it holds, as bounds of memory count them
 */
gsize
tl_import_result_get_size (TlImportResult *result)
{
  gsize size = result->article != NULL ? strlen (tl_article_get_text (result->article)) : 0;

  return result->official != NULL ? size + result->official->len * sizeof (TlOfficialValue) : size;
}

/**
 * tl_import_queue_new:
 * @n_readers: how many threads will push, and call tl_import_queue_finish()
 *
 * Returns: (transfer full): an empty queue
 */
TlImportQueue *
tl_import_queue_new (guint n_readers)
{
  TlImportQueue *self = g_new0 (TlImportQueue, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->filled);
  g_cond_init (&self->emptied);
  g_queue_init (&self->results);
  self->n_readers = n_readers;
  return self;
}

/**
 * tl_import_queue_free:
 * @self: (transfer full): a queue that no thread uses any more
 */
void
tl_import_queue_free (TlImportQueue *self)
{
  g_queue_clear_full (&self->results, (GDestroyNotify) tl_import_result_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->filled);
  g_cond_clear (&self->emptied);
  g_free (self);
}

static gboolean
has_next (TlImportQueue *self)
{
  TlImportResult *first = g_queue_peek_head (&self->results);

  return first != NULL && first->number == self->next;
}

/* The next result always has room, if none is there to be taken: without it nothing would
 * move. */
static gboolean
has_room (TlImportQueue  *self,
          TlImportResult *result)
{
  return (result->number == self->next && !has_next (self)) ||
         (self->results.length < MAX_RESULTS &&
          self->n_bytes + tl_import_result_get_size (result) <= MAX_BYTES);
}

/* Behind those of its own file, too.  Few wait, most of them before it. */
static void
insert (TlImportQueue  *self,
        TlImportResult *result)
{
  GList *sibling = g_queue_peek_tail_link (&self->results);

  while (sibling != NULL && ((TlImportResult *) sibling->data)->number > result->number)
    sibling = sibling->prev;
  g_queue_insert_after (&self->results, sibling, result);
}

/**
 * tl_import_queue_push:
 * @self: a queue
 * @result: (transfer full): a result
 *
 * Waits until there is room.  Every file has to bring a last result, also one whose
 * reading was given up: others wait for it.
 *
 * Returns: %FALSE when the queue was closed, and there is nothing more to read for
 */
gboolean
tl_import_queue_push (TlImportQueue  *self,
                      TlImportResult *result)
{
  g_autoptr(TlImportResult) owned = result;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->is_closed && !has_room (self, result))
    {
      g_cond_signal (&self->filled);
      self->n_waiting++;
      g_cond_wait (&self->emptied, &self->lock);
      self->n_waiting--;
    }
  if (self->is_closed)
    return FALSE;

  self->n_bytes += tl_import_result_get_size (result);
  insert (self, g_steal_pointer (&owned));
  if (self->results.length % WAKING_RESULTS == 0)
    g_cond_signal (&self->filled);
  return TRUE;
}

/**
 * tl_import_queue_finish:
 * @self: a queue
 *
 * Says that one reader has read its last.
 */
void
tl_import_queue_finish (TlImportQueue *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->n_readers--;
  g_cond_signal (&self->filled);
}

/**
 * tl_import_queue_close:
 * @self: a queue
 *
 * Says that nothing more will be taken.
 */
void
tl_import_queue_close (TlImportQueue *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->is_closed = TRUE;
  g_cond_broadcast (&self->emptied);
}

/**
 * tl_import_queue_pop:
 * @self: a queue
 * @deadline: the monotonic time to wait until, not long from now: it is not told of each result
 * @at_end: (out): whether all readers have finished and nothing is left
 *
 * Returns: (transfer full) (nullable): the next result, or %NULL at the deadline and at
 *   the end
 */
TlImportResult *
tl_import_queue_pop (TlImportQueue *self,
                     gint64         deadline,
                     gboolean      *at_end)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  TlImportResult *result = NULL;

  while (!has_next (self) && self->n_readers > 0 && g_cond_wait_until (&self->filled, &self->lock, deadline))
    ;

  if (has_next (self))
    result = g_queue_pop_head (&self->results);
  *at_end = result == NULL && self->n_readers == 0;
  if (result != NULL)
    {
      self->next += result->is_last ? 1 : 0;
      self->n_bytes -= tl_import_result_get_size (result);
      if (self->n_waiting > 0)
        g_cond_broadcast (&self->emptied);
    }
  return result;
}
