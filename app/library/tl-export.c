/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-export.h"

/* How often the main thread looks at how far it is, in milliseconds. */
#define PROGRESS_INTERVAL 50

struct _TlExport
{
  GObject        parent_instance;

  char          *path;          /* owned: of the library */
  TlExportFormat format;
  GArray        *ids;           /* owned, nullable */
  char          *partners[2];   /* owned, nullable */
  gboolean       with_mark;
  GFile         *file;          /* owned, once it runs */
  GSource       *timer;         /* owned, while it runs */
  double         fraction;
};

/* What the thread works with; it lets go of it some time after the result. */
typedef struct
{
  char           *path;         /* owned */
  GFile          *file;         /* owned */
  TlExportChoice  choice;       /* owned */
  char           *partners[2];  /* owned */
  TlExportResult  outcome;
  gint            n_done;       /* atomic */
  gint            n_articles;   /* atomic */
} Job;

typedef enum
{
  PROP_FRACTION = 1,
} TlExportProperty;

static GParamSpec *properties[PROP_FRACTION + 1];

/* Its address tells whose task a result is. */
static char run_tag;

G_DEFINE_FINAL_TYPE (TlExport, tl_export, G_TYPE_OBJECT)

static void
tl_export_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlExport *self = TL_EXPORT (object);

  switch ((TlExportProperty) prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_export_finalize (GObject *object)
{
  TlExport *self = TL_EXPORT (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->path);
  g_free (self->partners[0]);
  g_free (self->partners[1]);

  G_OBJECT_CLASS (tl_export_parent_class)->finalize (object);
}

static void
tl_export_class_init (TlExportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_export_get_property;
  object_class->finalize = tl_export_finalize;
  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_export_init (TlExport *self G_GNUC_UNUSED)
{
}

/**
 * tl_export_new:
 * @library: a library
 * @choice: what leaves it
 *
 * Returns: (transfer full): an export that does not run yet
 */
TlExport *
tl_export_new (TlLibrary            *library,
               const TlExportChoice *choice)
{
  TlExport *self;

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  self = g_object_new (TL_TYPE_EXPORT, NULL);
  self->path = g_strdup (tl_library_get_path (library));
  self->format = choice->format;
  self->ids = choice->ids != NULL ? g_array_copy (choice->ids) : NULL;
  self->partners[0] = g_strdup (choice->partners[0]);
  self->partners[1] = g_strdup (choice->partners[1]);
  self->with_mark = choice->with_mark;
  return self;
}

/* ---- in its thread ---- */

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_object_unref (job->file);
  g_clear_pointer (&job->choice.ids, g_array_unref);
  g_free (job->partners[0]);
  g_free (job->partners[1]);
  g_free (job);
}

static void
progress_cb (guint    n_done,
             guint    n_articles,
             gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->n_articles, (gint) n_articles);
  g_atomic_int_set (&job->n_done, (gint) n_done);
}

static void
export_thread (GTask        *task,
               gpointer      source_object G_GNUC_UNUSED,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (tl_export_save (job->path, &job->choice, job->file, progress_cb, job, cancellable, &job->outcome,
                      &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ---- in the main thread ---- */

static gboolean
timer_cb (gpointer user_data)
{
  GTask *task = user_data;
  TlExport *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  int n_articles = g_atomic_int_get (&job->n_articles);
  double fraction = n_articles > 0 ? (double) g_atomic_int_get (&job->n_done) / n_articles : 0;

  if (fraction > self->fraction)
    {
      self->fraction = MIN (fraction, 1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
  return G_SOURCE_CONTINUE;
}

static Job *
make_job (TlExport *self)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (self->path);
  job->file = g_object_ref (self->file);
  for (guint i = 0; i < 2; i++)
    job->choice.partners[i] = job->partners[i] = g_strdup (self->partners[i]);
  job->choice.format = self->format;
  job->choice.ids = self->ids != NULL ? g_array_ref (self->ids) : NULL;
  job->choice.with_mark = self->with_mark;
  return job;
}

static void
thread_done_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  TlExport *self = TL_EXPORT (source_object);
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, g_memdup2 (&job->outcome, sizeof job->outcome), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_export_run_async:
 * @self: an export that has not run
 * @file: where to; a file that is there is replaced, as a whole or not at all
 * @cancellable: (nullable): to stop soon, and leave nothing behind
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the file, in a thread.
 */
void
tl_export_run_async (TlExport            *self,
                     GFile               *file,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) thread_task = NULL;
  GTask *task;

  g_return_if_fail (TL_IS_EXPORT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->file == NULL);

  self->file = g_object_ref (file);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, &run_tag);
  g_task_set_check_cancellable (task, FALSE);

  thread_task = g_task_new (self, cancellable, thread_done_cb, task);
  g_task_set_check_cancellable (thread_task, FALSE);
  g_task_set_task_data (thread_task, make_job (self), job_free);
  self->timer = g_timeout_source_new (PROGRESS_INTERVAL);
  g_source_set_callback (self->timer, timer_cb, g_object_ref (thread_task), g_object_unref);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  g_task_run_in_thread (thread_task, export_thread);
}

/**
 * tl_export_run_finish:
 * @self: an export
 * @result: what the callback was given
 * @outcome: (out) (optional): what was done
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
tl_export_run_finish (TlExport        *self,
                      GAsyncResult    *result,
                      TlExportResult  *outcome,
                      GError         **error)
{
  g_autofree TlExportResult *done = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &run_tag), FALSE);

  done = g_task_propagate_pointer (G_TASK (result), error);
  if (done != NULL && outcome != NULL)
    *outcome = *done;
  return done != NULL;
}

/**
 * tl_export_get_fraction:
 * @self: an export
 *
 * Returns: which part of it is done, 0 to 1
 */
double
tl_export_get_fraction (TlExport *self)
{
  g_return_val_if_fail (TL_IS_EXPORT (self), 0);

  return self->fraction;
}

/**
 * tl_export_get_file:
 * @self: an export
 *
 * Returns: (transfer none) (nullable): where to, once it runs
 */
GFile *
tl_export_get_file (TlExport *self)
{
  g_return_val_if_fail (TL_IS_EXPORT (self), NULL);

  return self->file;
}
