/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done for a library's file in threads of their own: checking it and making a backup
 * once a day, copying it, saving what can be read of it. */

#include "tl-library-upkeep.h"

#include <string.h>

#include "tl-backup.h"
#include "tl-check.h"
#include "tl-database-save.h"

/* Their addresses tell whose task a result is. */
static char keep_tag, save_tag, rescue_tag;

typedef struct
{
  char     *path;               /* owned */
  char     *to;                 /* owned, nullable */
  gboolean  has_articles;
  TlRescue  rescue;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->to);
  g_free (request);
}

static void
start (gpointer             source,
       char                *tag,
       Request             *request,
       GTaskThreadFunc      thread,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, request_free);
  /* What was made is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, thread);
}

/* ---- the daily backup ---- */

/* A backup is made of what is whole alone, so that the last good ones stay. */
static void
keep_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Request *request = task_data;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GError *error = NULL;
  gboolean is_due = request->has_articles && tl_backup_is_due (request->path, now);

  if (is_due && (!tl_check_file (request->path, cancellable, &error) ||
                 !tl_backup_make (request->path, now, NULL, cancellable, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_int (task, is_due ? 1 : 0);
}

/**
 * tl_library_keep_async:
 * @self: a library
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Checks all of the file and makes a backup, if the last one is older than a day.  Of an empty
 * library none is made, nor of one that is only read.
 */
void
tl_library_keep_async (TlLibrary           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));

  request = g_new0 (Request, 1);
  request->path = g_strdup (tl_library_get_path (self));
  request->has_articles = tl_library_get_n_articles (self) > 0 &&
                          tl_library_get_state (self) == TL_LIBRARY_WRITABLE;
  start (self, &keep_tag, request, keep_thread, cancellable, callback, user_data);
}

/**
 * tl_library_keep_finish:
 * @self: a library
 * @result: what the callback was given
 * @has_backup: (out) (optional): whether a backup was made
 * @error: return location for an error; after %TL_LIBRARY_ERROR_DAMAGED the library is only read
 *
 * Returns: whether all is well
 */
gboolean
tl_library_keep_finish (TlLibrary     *self,
                        GAsyncResult  *result,
                        gboolean      *has_backup,
                        GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  gssize made;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &keep_tag), FALSE);

  made = g_task_propagate_int (G_TASK (result), &local_error);
  if (has_backup != NULL)
    *has_backup = made > 0;
  if (local_error == NULL)
    return TRUE;
  if (g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    tl_library_set_damaged (self);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ---- another file ---- */

static void
save_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;

  if (tl_database_save (request->path, request->to, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_library_save_async:
 * @path: a library's file
 * @to: the file to write, replaced where it is there
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves a copy of a library as it is now.
 */
void
tl_library_save_async (const char          *path,
                       const char          *to,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->to = g_strdup (to);
  start (NULL, &save_tag, request, save_thread, cancellable, callback, user_data);
}

/**
 * tl_library_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the copy is there
 */
gboolean
tl_library_save_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, &save_tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rescue_thread (GTask        *task,
               gpointer      source_object G_GNUC_UNUSED,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;

  if (tl_rescue_run (request->path, request->to, &request->rescue, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_library_rescue_async:
 * @path: a damaged library's file
 * @to: the library to make, replaced where it is there
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves what can be read of a library into a new one.
 */
void
tl_library_rescue_async (const char          *path,
                         const char          *to,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->to = g_strdup (to);
  start (NULL, &rescue_tag, request, rescue_thread, cancellable, callback, user_data);
}

/**
 * tl_library_rescue_finish:
 * @result: what the callback was given
 * @rescue: (out caller-allocates): what could be read
 * @error: return location for an error
 *
 * Returns: whether there is a new library
 */
gboolean
tl_library_rescue_finish (GAsyncResult  *result,
                          TlRescue      *rescue,
                          GError       **error)
{
  const Request *request;

  g_return_val_if_fail (g_async_result_is_tagged (result, &rescue_tag), FALSE);

  request = g_task_get_task_data (G_TASK (result));
  *rescue = request->rescue;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Through SQLite: if this process opened and closed the file by itself, the system would take
 * away the locks that its other connections have on it. */
static gboolean
read_beginning (sqlite3 *handle,
                char    *beginning,
                int      size)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 length = 0;

  return sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
         file != NULL && file->pMethods != NULL &&
         file->pMethods->xFileSize (file, &length) == SQLITE_OK && length >= size &&
         file->pMethods->xRead (file, beginning, size, 0) == SQLITE_OK;
}

/**
 * tl_library_is_file:
 * @path: a file
 *
 * Returns: whether it begins as a library of Tradelines does, be it damaged further on
 */
gboolean
tl_library_is_file (const char *path)
{
  static const guchar application_id[] = { 0x54, 0x72, 0x4c, 0x6e };
  char beginning[72];
  sqlite3 *handle = NULL;
  gboolean is_library;

  /* Opening a pipe would wait for somebody who writes into it. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  is_library = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
               read_beginning (handle, beginning, sizeof beginning) &&
               memcmp (beginning, "SQLite format 3", 16) == 0 &&
               memcmp (beginning + 68, application_id, sizeof application_id) == 0;
  sqlite3_close (handle);
  return is_library;
}
