/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite counts the commits of others; asking for the count costs microseconds.  What they
 * changed is read in a thread, and compared with what is shown. */

#include "tl-library-watch.h"

#include <errno.h>
#include <sys/stat.h>

#include "tl-article-list.h"
#include "tl-library-private.h"

/* How often it looks, in seconds. */
#define INTERVAL 1

/* What else than the list of articles is shown. */
#define FACTS_SQL \
  "SELECT ifnull((SELECT sum(n_figures) FROM pair), 0) * 31" \
  " + ifnull((SELECT sum(place * 17 + 1) FROM official_table WHERE removed_at IS NULL), 0)" \
  " + ifnull((SELECT count(*) + sum(is_undone) * 7 + max(id) * 13 FROM correction), 0)"
#define HISTORY_SQL \
  "SELECT ifnull((SELECT count(*) + sum(is_undone) * 7 + sum(made % 1000000) * 3 + sum(n) * 5 + max(id) * 13" \
  "  FROM history), 0)"
#define DECISIONS_SQL \
  "SELECT ifnull((SELECT count(*) + sum(is_undone) * 7 + max(id) * 13 FROM decision), 0)"

typedef struct
{
  GArray *keys;                 /* owned: TlArticleKey, ascending */
  gint64  facts;
  gint64  decisions;
  gint64  history;
} Contents;

struct _TlLibraryWatch
{
  GObject       parent_instance;

  TlLibrary    *library;        /* owned */
  GCancellable *cancellable;    /* owned */
  guint         timer;          /* or 0 */
  struct stat   file;
  gint64        version;        /* of the data, as SQLite counts it */
  gint64        facts;
  gint64        decisions;
  gint64        history;
  gboolean      is_reading;
  gboolean      is_stale;       /* this program changed the list since it began to read */
};

static guint vanished_signal;

G_DEFINE_FINAL_TYPE (TlLibraryWatch, tl_library_watch, G_TYPE_OBJECT)

static void
contents_free (gpointer data)
{
  Contents *contents = data;

  g_array_unref (contents->keys);
  g_free (contents);
}

static gboolean
read_keys (TlDatabase  *database,
           GArray      *keys,
           GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_prepare (database,
                         "SELECT id, published FROM article INDEXED BY article_by_date"
                         " WHERE removed_at IS NULL ORDER BY published DESC, id",
                         error);

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      TlArticleKey key = tl_article_key (sqlite3_column_int64 (statement, 0),
                                         sqlite3_column_int (statement, 1));

      g_array_append_val (keys, key);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_contents (TlDatabase  *database,
               Contents    *contents,
               GError     **error)
{
  return tl_database_query_int (database, FACTS_SQL, &contents->facts, error) &&
         tl_database_query_int (database, DECISIONS_SQL, &contents->decisions, error) &&
         tl_database_query_int (database, HISTORY_SQL, &contents->history, error) &&
         read_keys (database, contents->keys, error);
}

static void
read_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      path,
             GCancellable *cancellable G_GNUC_UNUSED)
{
  Contents *contents = g_new0 (Contents, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_for_reading (path, &error);

  contents->keys = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
  if (database != NULL && read_contents (database, contents, &error))
    g_task_return_pointer (task, contents, contents_free);
  else
    {
      contents_free (contents);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/* What this program itself changed, the library has told already. */
static void
take_contents (TlLibraryWatch *self,
               Contents       *contents)
{
  gboolean has_facts = contents->facts != self->facts;
  gboolean has_decisions = contents->decisions != self->decisions;
  gboolean has_history = contents->history != self->history;

  self->facts = contents->facts;
  self->decisions = contents->decisions;
  self->history = contents->history;
  tl_library_follow (self->library, contents->keys, has_facts);
  if (has_decisions)
    tl_library_entities_changed (self->library);
  if (has_history)
    tl_library_history_changed (self->library);
}

static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data G_GNUC_UNUSED)
{
  TlLibraryWatch *self = TL_LIBRARY_WATCH (source_object);
  g_autoptr(GError) error = NULL;
  Contents *contents = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_reading = FALSE;
  if (self->timer == 0)
    ;
  else if (contents == NULL)
    g_message ("%s", error->message);
  else if (self->is_stale)
    self->version = -1;         /* is asked for again */
  else
    take_contents (self, contents);
  self->is_stale = FALSE;
  if (contents != NULL)
    contents_free (contents);
}

static void
begin_to_read (TlLibraryWatch *self)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);

  self->is_reading = TRUE;
  self->is_stale = FALSE;
  g_task_set_task_data (task, g_strdup (tl_library_get_path (self->library)), g_free);
  g_task_run_in_thread (task, read_thread);
}

static gboolean
is_there (TlLibraryWatch *self)
{
  struct stat now;

  return stat (tl_library_get_path (self->library), &now) == 0 &&
         now.st_dev == self->file.st_dev && now.st_ino == self->file.st_ino;
}

static gboolean
look_cb (gpointer user_data)
{
  tl_library_watch_look (user_data);
  return G_SOURCE_CONTINUE;
}

static void
list_changed_cb (TlLibraryWatch *self)
{
  self->is_stale = self->is_reading;
}

static void
tl_library_watch_dispose (GObject *object)
{
  TlLibraryWatch *self = TL_LIBRARY_WATCH (object);

  tl_library_watch_stop (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_library_watch_parent_class)->dispose (object);
}

static void
tl_library_watch_class_init (TlLibraryWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_library_watch_dispose;

  /**
   * TlLibraryWatch::vanished:
   *
   * The file is not where it was: nothing is to be written any more.
   */
  vanished_signal = g_signal_new ("vanished", TL_TYPE_LIBRARY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_library_watch_init (TlLibraryWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * tl_library_watch_new:
 * @library: a library
 *
 * Returns: (transfer full): what looks after it from now on, until tl_library_watch_stop()
 */
TlLibraryWatch *
tl_library_watch_new (TlLibrary *library)
{
  TlLibraryWatch *self;
  TlDatabase *database;

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_LIBRARY_WATCH, NULL);
  self->library = g_object_ref (library);
  database = tl_library_get_database (library);
  if (stat (tl_library_get_path (library), &self->file) != 0)
    g_message ("%s", g_strerror (errno));
  tl_database_query_int (database, "PRAGMA data_version", &self->version, NULL);
  tl_database_query_int (database, FACTS_SQL, &self->facts, NULL);
  tl_database_query_int (database, DECISIONS_SQL, &self->decisions, NULL);
  tl_database_query_int (database, HISTORY_SQL, &self->history, NULL);
  g_signal_connect_object (tl_library_get_articles (library), "items-changed",
                           G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  self->timer = g_timeout_add_seconds (INTERVAL, look_cb, self);
  return self;
}

/**
 * tl_library_watch_look:
 * @self: a watch
 *
 * Looks now whether others did something.
 */
void
tl_library_watch_look (TlLibraryWatch *self)
{
  gint64 version = self->version;

  g_return_if_fail (TL_IS_LIBRARY_WATCH (self));

  if (self->is_reading || self->timer == 0)
    return;
  if (!is_there (self))
    {
      tl_library_watch_stop (self);
      g_signal_emit (self, vanished_signal, 0);
      return;
    }
  if (!tl_database_query_int (tl_library_get_database (self->library), "PRAGMA data_version",
                              &version, NULL) ||
      version == self->version)
    return;
  self->version = version;
  begin_to_read (self);
}

/**
 * tl_library_watch_stop:
 * @self: a watch
 *
 * Looks no more.
 */
void
tl_library_watch_stop (TlLibraryWatch *self)
{
  g_return_if_fail (TL_IS_LIBRARY_WATCH (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
}
