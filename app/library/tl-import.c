/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-import.h"

#include "tl-import-job.h"
#include "tl-library-private.h"
#include "tl-pace.h"
#include "tl-spare-memory.h"

/* How often the main thread looks at what the threads did, in milliseconds: often enough
 * for a progress bar, seldom enough for a list and a chart to follow. */
#define PROGRESS_INTERVAL 50

/* Everything here belongs to the main thread; what works in threads is a #TlImportJob. */
struct _TlImport
{
  GObject      parent_instance;

  TlLibrary   *library;         /* owned */
  GPtrArray   *files;           /* owned: GFile */
  TlImportJob *job;             /* the running task's */
  GSource     *timer;           /* owned, while it runs */

  GArray      *added;           /* owned: gint64 */
  GPtrArray   *failures;        /* owned: TlImportFailure */
  guint        n_failures;
  guint        n_found;
  TlPace       pace;
  guint        n_decisions;
  guint        n_official;
  GArray      *tables;          /* owned: gint64 */
  gint64       act;             /* by what the history knows it; or 0 */
  double       fraction;
  const TlFetchRules *rules;    /* NULL where links are not followed */
  char        *site;            /* owned; NULL while nothing is fetched */
  guint64      n_bytes;
};

typedef enum
{
  PROP_FRACTION = 1,
  PROP_N_FOUND,
  PROP_N_DONE,
  PROP_N_ADDED,
  PROP_SITE,
  PROP_N_BYTES,
} TlImportProperty;

static GParamSpec *properties[PROP_N_BYTES + 1];

/* Its address marks our tasks; that of a function is no void pointer in ISO C. */
static char run_tag;

G_DEFINE_FINAL_TYPE (TlImport, tl_import, G_TYPE_OBJECT)

static void
tl_import_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlImport *self = TL_IMPORT (object);

  switch ((TlImportProperty) prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, tl_import_get_fraction (self));
      break;
    case PROP_N_FOUND:
      g_value_set_uint (value, tl_import_get_n_found (self));
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, tl_import_get_n_done (self));
      break;
    case PROP_N_ADDED:
      g_value_set_uint (value, tl_import_get_n_added (self));
      break;
    case PROP_SITE:
      g_value_set_string (value, self->site);
      break;
    case PROP_N_BYTES:
      g_value_set_uint64 (value, self->n_bytes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_import_finalize (GObject *object)
{
  TlImport *self = TL_IMPORT (object);

  g_clear_pointer (&self->added, g_array_unref);
  g_clear_pointer (&self->tables, g_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->site, g_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_import_parent_class)->finalize (object);
}

static void
tl_import_class_init (TlImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tl_import_get_property;
  object_class->finalize = tl_import_finalize;

  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_N_FOUND] =
    g_param_spec_uint ("n-found", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] =
    g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ADDED] =
    g_param_spec_uint ("n-added", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SITE] =
    g_param_spec_string ("site", NULL, NULL, NULL, flags);
  properties[PROP_N_BYTES] =
    g_param_spec_uint64 ("n-bytes", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_import_init (TlImport *self)
{
  self->added = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->tables = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_failure_free);
}

/* ---- progress ---- */

static void
take_failures (TlImport  *self,
               GPtrArray *failures)
{
  guint room = TL_IMPORT_MAX_FAILURES - self->failures->len;

  if (failures->len > room)
    g_ptr_array_set_size (failures, (int) room);
  g_ptr_array_extend_and_steal (self->failures, g_ptr_array_ref (failures));
}

static void
take_site (TlImport               *self,
           const TlImportProgress *progress)
{
  if (g_strcmp0 (self->site, progress->site) != 0)
    {
      g_free (self->site);
      self->site = g_strdup (progress->site);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SITE]);
    }
  if (self->n_bytes != progress->n_bytes)
    {
      self->n_bytes = progress->n_bytes;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_BYTES]);
    }
}

static void
notify_progress (TlImport               *self,
                 const TlImportProgress *progress)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if (self->n_found != progress->n_found)
    g_object_notify_by_pspec (object, properties[PROP_N_FOUND]);
  if (progress->added->len > 0)
    g_object_notify_by_pspec (object, properties[PROP_N_ADDED]);
  g_object_notify_by_pspec (object, properties[PROP_N_DONE]);
  if (self->fraction < progress->fraction)
    g_object_notify_by_pspec (object, properties[PROP_FRACTION]);
  self->n_found = progress->n_found;
  self->fraction = MAX (self->fraction, progress->fraction);
  self->n_failures += progress->n_failures;
  take_site (self, progress);
  g_object_thaw_notify (object);
}

/* Takes over what the threads did since the last time, and shows it. */
static void
take_progress (TlImport *self)
{
  g_auto(TlImportProgress) progress = { NULL };
  g_autoptr(TlImport) alive = g_object_ref (self);
  const TlArticleKey *keys;

  if (!tl_import_job_take_progress (self->job, &progress))
    return;

  keys = (const TlArticleKey *) (const void *) progress.added->data;
  for (guint i = 0; i < progress.added->len; i++)
    {
      gint64 id = tl_article_key_get_id (keys[i]);

      g_array_append_val (self->added, id);
    }
  take_failures (self, progress.failures);
  if (progress.added->len > 0)
    tl_library_take_in (self->library, keys, progress.added->len);
  if (progress.moves->len > 0)
    tl_library_move_many (self->library, (const TlMove *) (const void *) progress.moves->data,
                          progress.moves->len);
  self->n_decisions += progress.n_decisions;
  self->n_official += progress.n_official;
  g_array_append_vals (self->tables, progress.tables->data, progress.tables->len);
  self->act = progress.act;
  if (progress.added->len > 0 || progress.tables->len > 0)
    tl_library_history_changed (self->library);
  notify_progress (self, &progress);
}

static gboolean
progress_timer_cb (gpointer user_data)
{
  TlImport *self = user_data;

  take_progress (self);
  if (self->timer != NULL)
    tl_pace_look (&self->pace, g_get_monotonic_time (), tl_import_get_n_done (self), tl_import_get_n_expected (self));
  return G_SOURCE_CONTINUE;
}

/* ---- running ---- */

static GPtrArray *
copy_files (GListModel *files)
{
  guint n_files = g_list_model_get_n_items (files);
  GPtrArray *copy = g_ptr_array_new_full (n_files, g_object_unref);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(GObject) file = g_list_model_get_item (files, i);

      if (G_IS_FILE (file))
        g_ptr_array_add (copy, g_steal_pointer (&file));
    }
  return copy;
}

/**
 * tl_import_new:
 * @library: where to store what is read
 * @files: a list of #GFile: files, and folders with all that is in them
 *
 * Returns: (transfer full): an import that does not run yet
 */
TlImport *
tl_import_new (TlLibrary  *library,
               GListModel *files)
{
  TlImport *self;

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (files), NULL);

  self = g_object_new (TL_TYPE_IMPORT, NULL);
  self->library = g_object_ref (library);
  self->files = copy_files (files);
  return self;
}

/**
 * tl_import_follow_links:
 * @self: an import that has not run
 * @rules: what may be fetched: &tl_fetch_rules
 *
 * Lets it fetch the pages of links, files with an address of the web, among its files:
 * where a person brought these.  Without this they are failures.
 */
void
tl_import_follow_links (TlImport           *self,
                        const TlFetchRules *rules)
{
  g_return_if_fail (TL_IS_IMPORT (self));
  g_return_if_fail (self->files != NULL);
  g_return_if_fail (rules != NULL);

  self->rules = rules;
}

static void
import_thread (GTask        *task,
               gpointer      source_object G_GNUC_UNUSED,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean succeeded = tl_import_job_run (task_data, cancellable, &error);

  tl_spare_memory_return ();
  if (succeeded)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
import_thread_done_cb (GObject      *source_object G_GNUC_UNUSED,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TlImport *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  gboolean succeeded = g_task_propagate_boolean (G_TASK (result), &error);

  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  take_progress (self);
  self->job = NULL;
  if (self->n_decisions > 0)
    {
      tl_library_entities_changed (self->library);
      tl_library_copies_changed (self->library);
    }
  if (self->n_official > 0)
    tl_library_official_changed (self->library);
  if (succeeded && self->fraction < 1)
    {
      self->fraction = 1;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }

  if (succeeded)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_import_run_async:
 * @self: an import that has not run
 * @cancellable: (nullable): to stop soon; what was read until then is kept
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the files and stores what it read, in threads.  A file that cannot be read is
 * among tl_import_get_failures(), and the others go on.
 */
void
tl_import_run_async (TlImport            *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) thread_task = NULL;
  GTask *task;

  g_return_if_fail (TL_IS_IMPORT (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));
  g_return_if_fail (self->files != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, &run_tag);
  /* Cancelled or not, the result is told by the thread, after it stored what it had. */
  g_task_set_check_cancellable (task, FALSE);

  self->job = tl_import_job_new (tl_library_get_path (self->library), self->files, self->rules);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->timer = g_timeout_source_new (PROGRESS_INTERVAL);
  g_source_set_callback (self->timer, progress_timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());

  /* The thread lets go of its task some time after the result: it must not be what
   * keeps the import. */
  thread_task = g_task_new (NULL, cancellable, import_thread_done_cb, task);
  g_task_set_check_cancellable (thread_task, FALSE);
  g_task_set_task_data (thread_task, self->job, (GDestroyNotify) tl_import_job_free);
  g_task_run_in_thread (thread_task, import_thread);
}

/**
 * tl_import_run_finish:
 * @self: an import
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it ran to its end, with or without failures of single files; %FALSE
 *   with %G_IO_ERROR_CANCELLED, or with a #TlLibraryError when the library could not be
 *   written.  What was added until then is there in any case.
 */
gboolean
tl_import_run_finish (TlImport      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &run_tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tl_import_get_fraction:
 * @self: an import
 *
 * Returns: which part of it is done, 0 to 1; never goes back
 */
double
tl_import_get_fraction (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->fraction;
}

/**
 * tl_import_get_site:
 * @self: an import
 *
 * Returns: (nullable): the site that a page is being fetched from
 */
const char *
tl_import_get_site (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), NULL);

  return self->site;
}

/**
 * tl_import_get_n_bytes:
 * @self: an import
 *
 * Returns: how many bytes have come of the page that is being fetched
 */
guint64
tl_import_get_n_bytes (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->n_bytes;
}

/**
 * tl_import_get_n_found:
 * @self: an import
 *
 * Returns: how many files were found so far; each of the articles in one file counts
 */
guint
tl_import_get_n_found (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->n_found;
}

/**
 * tl_import_get_n_done:
 * @self: an import
 *
 * Returns: how many files were read and stored, or refused
 */
guint
tl_import_get_n_done (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->added->len + self->n_failures + self->tables->len;
}

/**
 * tl_import_get_n_expected:
 * @self: an import
 *
 * Returns: how many files there will be: as many as were found, or about how many the part that
 *   is done tells; folders and archives are looked into one after the other
 */
guint
tl_import_get_n_expected (TlImport *self)
{
  double told;

  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  told = self->fraction > 0 ? tl_import_get_n_done (self) / self->fraction : 0;
  return told > self->n_found ? (guint) MIN (told + 0.5, G_MAXUINT) : self->n_found;
}

/**
 * tl_import_get_rate:
 * @self: an import
 *
 * Returns: how many are done in a second, rounded; 0 while that is not known
 */
guint
tl_import_get_rate (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return tl_pace_get_rate (&self->pace);
}

/**
 * tl_import_get_seconds_left:
 * @self: an import
 *
 * Returns: about how long it will take still, rounded; -1 while that is not known
 */
gint64
tl_import_get_seconds_left (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), -1);

  return tl_pace_get_seconds_left (&self->pace);
}

/**
 * tl_import_get_n_added:
 * @self: an import
 *
 * Returns: how many articles were stored; they survive a crash
 */
guint
tl_import_get_n_added (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->added->len;
}

/**
 * tl_import_get_n_official:
 * @self: an import
 *
 * Returns: how many official figures of tables of trade statistics were stored
 */
guint
tl_import_get_n_official (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->n_official;
}

/**
 * tl_import_get_tables:
 * @self: an import
 *
 * Returns: (transfer none) (element-type gint64): the ids of the tables of official figures that
 *   were stored so far
 */
GArray *
tl_import_get_tables (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), NULL);

  return self->tables;
}

/**
 * tl_import_get_act:
 * @self: an import
 *
 * Returns: by what it can be undone, see tl_library_undo_act_async(); 0 while it brought nothing
 */
gint64
tl_import_get_act (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->act;
}

/**
 * tl_import_get_n_decisions:
 * @self: an import
 *
 * Returns: how many acts of decisions were taken over from exported libraries
 */
guint
tl_import_get_n_decisions (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->n_decisions;
}

/**
 * tl_import_get_added:
 * @self: an import
 *
 * Returns: (transfer none) (element-type gint64): the ids of the articles that were
 *   stored so far, in the order of their files
 */
GArray *
tl_import_get_added (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), NULL);

  return self->added;
}

/**
 * tl_import_get_n_failures:
 * @self: an import
 *
 * Returns: how many files were not stored so far, also where tl_import_get_failures()
 *   does not name them all
 */
guint
tl_import_get_n_failures (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->n_failures;
}

/**
 * tl_import_get_failures:
 * @self: an import
 *
 * Returns: (transfer none) (element-type TlImportFailure): the files that were not stored
 *   so far, with the reason; the first ten thousand
 */
GPtrArray *
tl_import_get_failures (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), NULL);

  return self->failures;
}
