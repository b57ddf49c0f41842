/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-library.h"

#include <glib/gi18n-lib.h>

#include "tl-article-choice.h"
#include "tl-article-list.h"
#include "tl-check.h"
#include "tl-copy-desk.h"
#include "tl-copy-rows.h"
#include "tl-entity-overlay.h"
#include "tl-history.h"
#include "tl-library-private.h"
#include "tl-purge.h"
#include "tl-stand-in.h"
#include "tl-store.h"

struct _TlLibrary
{
  GObject        parent_instance;

  TlDatabase    *database;      /* owned */
  TlArticleList *articles;      /* owned */
  gboolean       is_damaged;
  char          *stand_in;      /* owned: a file that is read in its place; or NULL */
};

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENTITIES_CHANGED,
  SIGNAL_FIGURES_CHANGED,
  SIGNAL_STATE_CHANGED,
  SIGNAL_HISTORY_CHANGED,
} TlLibrarySignal;

static guint signals[SIGNAL_HISTORY_CHANGED + 1];

G_DEFINE_FINAL_TYPE (TlLibrary, tl_library, G_TYPE_OBJECT)

G_DEFINE_QUARK (tl-library-error-quark, tl_library_error)

static void
tl_library_finalize (GObject *object)
{
  TlLibrary *self = TL_LIBRARY (object);

  g_clear_object (&self->articles);
  g_clear_pointer (&self->database, tl_database_unref);
  if (self->stand_in != NULL)
    tl_stand_in_remove (self->stand_in);
  g_clear_pointer (&self->stand_in, g_free);

  G_OBJECT_CLASS (tl_library_parent_class)->finalize (object);
}

static void
tl_library_class_init (TlLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_library_finalize;

  /**
   * TlLibrary::changed:
   *
   * Articles came or went, or other ones carry the same story: the list, the pairs and the
   * reports are others now.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlLibrary::entities-changed:
   *
   * Entities were joined, set apart or named otherwise: articles are to be loaded again.
   */
  signals[SIGNAL_ENTITIES_CHANGED] =
    g_signal_new ("entities-changed", TL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlLibrary::figures-changed:
   * @article_id: an article
   *
   * A person said something of its figures: it is to be loaded again.
   */
  signals[SIGNAL_FIGURES_CHANGED] =
    g_signal_new ("figures-changed", TL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * TlLibrary::state-changed:
   *
   * It was found damaged: from here on it is only read.
   */
  signals[SIGNAL_STATE_CHANGED] =
    g_signal_new ("state-changed", TL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlLibrary::history-changed:
   *
   * Something else can be undone or redone next, see tl_library_dup_undo().
   */
  signals[SIGNAL_HISTORY_CHANGED] =
    g_signal_new ("history-changed", TL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tl_library_init (TlLibrary *self G_GNUC_UNUSED)
{
}

static gboolean
open_database (TlLibrary   *self,
               const char  *path,
               GError     **error)
{
  self->database = tl_database_open (path, error);
  if (self->database == NULL || (!self->is_damaged && !tl_check_roots (self->database, error)))
    return FALSE;
  if (!tl_database_is_read_only (self->database))
    tl_purge_removed (self->database);
  self->articles = tl_article_list_new (self->database, error);
  return self->articles != NULL;
}

/* Of a damaged file the list may be whole, and many articles: so it is opened for reading.
 * That of an older version which cannot be written is brought up to date elsewhere. */
static gboolean
open_otherwise (TlLibrary     *self,
                const char    *path,
                const GError  *reason)
{
  g_clear_object (&self->articles);
  g_clear_pointer (&self->database, tl_database_unref);
  if (g_error_matches (reason, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_OLDER))
    {
      self->stand_in = tl_stand_in_new (path);
      return self->stand_in != NULL && open_database (self, self->stand_in, NULL);
    }
  if (!g_error_matches (reason, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    return FALSE;
  tl_database_protect (path, TRUE);
  self->is_damaged = TRUE;
  return open_database (self, path, NULL);
}

/**
 * tl_library_open:
 * @path: (nullable): the file, made with its folder where it is not there yet; %NULL for
 *   tl_library_dup_default_path()
 * @error: return location for an error
 *
 * Opens a library.  A file that is something else or was written by a newer version is
 * refused and left as it is; one that is damaged, or cannot be written, is opened for reading,
 * see tl_library_get_state().
 *
 * Returns: (transfer full) (nullable): the library, or %NULL with a #TlLibraryError
 */
TlLibrary *
tl_library_open (const char  *path,
                 GError     **error)
{
  g_autoptr(TlLibrary) self = g_object_new (TL_TYPE_LIBRARY, NULL);
  g_autofree char *default_path = path == NULL ? tl_library_dup_default_path () : NULL;

  g_autoptr(GError) local_error = NULL;

  if (path == NULL)
    path = default_path;
  if (!open_database (self, path, &local_error) && !open_otherwise (self, path, local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * tl_library_get_state:
 * @self: a library
 *
 * Returns: what can be done with it
 */
TlLibraryState
tl_library_get_state (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), TL_LIBRARY_READ_ONLY);

  if (self->is_damaged)
    return TL_LIBRARY_DAMAGED;
  return tl_database_is_read_only (self->database) ? TL_LIBRARY_READ_ONLY : TL_LIBRARY_WRITABLE;
}

/**
 * tl_library_set_damaged:
 * @self: a library
 *
 * Says that its file was found damaged: nothing is written into it any more.
 */
void
tl_library_set_damaged (TlLibrary *self)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  if (self->is_damaged)
    return;
  self->is_damaged = TRUE;
  tl_database_protect (tl_library_get_path (self), TRUE);
  tl_database_execute (self->database, "PRAGMA query_only = ON", NULL);
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

/**
 * tl_library_dup_default_path:
 *
 * Returns: (transfer full): where a person's library is
 */
char *
tl_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tradelines", "library.sqlite", NULL);
}

/**
 * tl_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its file
 */
const char *
tl_library_get_path (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return tl_database_get_path (self->database);
}

/**
 * tl_library_get_n_articles:
 * @self: a library
 *
 * Returns: how many articles there are, without the removed
 */
guint
tl_library_get_n_articles (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->articles));
}

/**
 * tl_library_get_articles:
 * @self: a library
 *
 * Returns: (transfer none): its articles as #TlArticleItem, newest first, those without a
 *   date last; it follows every change
 */
GListModel *
tl_library_get_articles (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->articles);
}

/**
 * tl_library_list_articles:
 * @self: a library
 * @ids: (element-type gint64): articles, removed or not
 *
 * Returns: (transfer full): these as #TlArticleItem, in this order; a row is read when it
 *   is asked for
 */
GListModel *
tl_library_list_articles (TlLibrary *self,
                          GArray    *ids)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  return tl_article_choice_new (self->articles, ids);
}

/**
 * tl_library_load_article:
 * @self: a library
 * @id: an article, or a removed one that can still be restored
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article with all that was read from it, and its
 *   entities as the library knows them
 */
TlArticle *
tl_library_load_article (TlLibrary  *self,
                         gint64      id,
                         GError    **error)
{
  g_autoptr(TlArticle) article = NULL;

  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  article = tl_store_load (self->database, id, error);
  return article != NULL ? tl_entity_overlay_lay (self->database, id, article, error) : NULL;
}

/**
 * tl_library_get_database:
 * @self: a library
 *
 * Returns: (transfer none): its connection, for its own thread
 */
TlDatabase *
tl_library_get_database (TlLibrary *self)
{
  return self->database;
}

/**
 * tl_library_history_changed:
 * @self: a library
 *
 * Says that something was done, undone or redone, by this program or another.
 */
void
tl_library_history_changed (TlLibrary *self)
{
  g_signal_emit (self, signals[SIGNAL_HISTORY_CHANGED], 0);
}

/**
 * tl_library_entities_changed:
 * @self: a library
 *
 * Says that another connection changed entities.
 */
void
tl_library_entities_changed (TlLibrary *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTITIES_CHANGED], 0);
}

/**
 * tl_library_figures_changed:
 * @self: a library
 * @article_id: an article
 *
 * Says that another connection stored what a person said of its figures.
 */
void
tl_library_figures_changed (TlLibrary *self,
                            gint64     article_id)
{
  g_signal_emit (self, signals[SIGNAL_FIGURES_CHANGED], 0, article_id);
}

/**
 * tl_library_copies_changed:
 * @self: a library
 *
 * Says that another connection put articles together that carry one story, or set them apart.
 */
void
tl_library_copies_changed (TlLibrary *self)
{
  tl_article_rows_count_carriers (tl_article_list_get_rows (self->articles));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_library_official_changed:
 * @self: a library
 *
 * Says that another connection stored official figures.
 */
void
tl_library_official_changed (TlLibrary *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_library_follow:
 * @self: a library
 * @keys: (element-type TlArticleKey): the articles that it has now, ascending
 * @anyway: whether more than the list is another now
 *
 * Shows what another program, or another window, changed.
 */
void
tl_library_follow (TlLibrary *self,
                   GArray    *keys,
                   gboolean   anyway)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (keys != NULL);

  if (!tl_article_list_follow (self->articles, keys) && !anyway)
    return;
  tl_article_rows_count_carriers (tl_article_list_get_rows (self->articles));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Ends a transaction of one change: the list follows what was stored, and only that. */
static gboolean
commit_change (TlLibrary  *self,
               gboolean    succeeded,
               GError    **error)
{
  if (succeeded)
    return tl_database_commit (self->database, error);
  tl_database_rollback (self->database);
  return FALSE;
}

/**
 * tl_library_take_in:
 * @self: a library
 * @keys: (array length=n_keys): articles that another connection stored
 * @n_keys: how many
 *
 * Shows what an import has stored.
 */
void
tl_library_take_in (TlLibrary          *self,
                    const TlArticleKey *keys,
                    guint               n_keys)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  tl_article_list_insert (self->articles, keys, n_keys);
  tl_article_rows_count_carriers (tl_article_list_get_rows (self->articles));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_library_move_many:
 * @self: a library
 * @moves: (array length=n_moves): where articles stood in the list, and stand now
 * @n_moves: how many
 *
 * Shows that another connection changed articles.
 */
void
tl_library_move_many (TlLibrary    *self,
                      const TlMove *moves,
                      guint         n_moves)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  for (guint i = 0; i < n_moves; i++)
    tl_article_list_replace (self->articles, moves[i].from, moves[i].to);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_library_take_out:
 * @self: a library
 * @keys: (array length=n_keys): articles that another connection removed
 * @n_keys: how many
 *
 * Shows that articles are gone.
 */
void
tl_library_take_out (TlLibrary          *self,
                     const TlArticleKey *keys,
                     guint               n_keys)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  tl_article_list_remove_many (self->articles, keys, n_keys);
  tl_article_rows_count_carriers (tl_article_list_get_rows (self->articles));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
remove_one (TlDatabase    *database,
            gint64         id,
            TlArticleKey  *key,
            GError       **error)
{
  g_autoptr(GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) tables = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (articles, id);
  return tl_store_remove (database, id, key, error) &&
         tl_history_add_removal (database, articles, tables, error);
}

static gboolean
restore_one (TlDatabase    *database,
             gint64         id,
             TlArticleKey  *key,
             GError       **error)
{
  return tl_store_restore (database, id, key, error) &&
         tl_history_mark (database, TL_UNDO_REMOVAL, id, TRUE, error);
}

static gboolean
store_one (TlDatabase    *database,
           TlArticle     *article,
           TlArticleKey  *key,
           GError       **error)
{
  g_autoptr(TlEntityDesk) desk = tl_entity_desk_new (database, error);
  g_autoptr(TlCopyDesk) copies = tl_copy_desk_new (database);
  g_autoptr(TlCopyPrint) print = tl_copy_print_new (tl_article_get_text (article));

  return desk != NULL && tl_store_add (database, desk, article, NULL, NULL, key, error) &&
         tl_copy_desk_add (copies, tl_article_key_get_id (*key), print, error) &&
         tl_entity_desk_store (desk, error);
}

/**
 * tl_library_add:
 * @self: a library
 * @article: an article
 * @error: return location for an error
 *
 * Stores an article.  Where one with the same text was removed, that one is restored.
 * For more than a few there is #TlImport.
 *
 * Returns: its id, or 0 with an error, %TL_LIBRARY_ERROR_DUPLICATE where an article with
 *   the same text is there already
 */
gint64
tl_library_add (TlLibrary  *self,
                TlArticle  *article,
                GError    **error)
{
  TlArticleKey key = 0;

  g_return_val_if_fail (TL_IS_LIBRARY (self), 0);
  g_return_val_if_fail (TL_IS_ARTICLE (article), 0);

  if (!tl_database_begin (self->database, error) ||
      !commit_change (self, store_one (self->database, article, &key, error), error))
    return 0;
  tl_library_take_in (self, &key, 1);
  return tl_article_key_get_id (key);
}

/**
 * tl_library_remove:
 * @self: a library
 * @id: an article
 * @error: return location for an error
 *
 * Takes an article out of the list and the charts.  tl_library_restore() undoes it
 * until the library is opened a day later.
 *
 * Returns: whether it was there
 */
gboolean
tl_library_remove (TlLibrary  *self,
                   gint64      id,
                   GError    **error)
{
  TlArticleKey key = 0;

  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  if (!tl_database_begin (self->database, error) ||
      !commit_change (self, remove_one (self->database, id, &key, error), error))
    return FALSE;
  tl_article_list_remove (self->articles, key);
  tl_article_rows_count_carriers (tl_article_list_get_rows (self->articles));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  tl_library_history_changed (self);
  return TRUE;
}

/**
 * tl_library_restore:
 * @self: a library
 * @id: a removed article
 * @error: return location for an error
 *
 * Puts a removed article back; one that is there stays.
 *
 * Returns: whether it is there now
 */
gboolean
tl_library_restore (TlLibrary  *self,
                    gint64      id,
                    GError    **error)
{
  TlArticleKey key = 0;

  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  if (!tl_database_begin (self->database, error) ||
      !commit_change (self, restore_one (self->database, id, &key, error), error))
    return FALSE;
  tl_library_take_in (self, &key, 1);
  tl_library_history_changed (self);
  return TRUE;
}

/**
 * tl_library_get_carriers:
 * @self: a library
 * @id: an article
 *
 * Returns: (transfer full) (element-type TlArticleItem): the articles that carry the same
 *   story, itself among them: the one that was published first, then the others, those without
 *   a date last.  Empty where no other does
 */
GPtrArray *
tl_library_get_carriers (TlLibrary *self,
                         gint64     id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TL_IS_LIBRARY (self), items);

  if (!tl_copy_rows_get_carriers (self->database, id, ids, &error))
    g_message ("%s", error->message);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (items, tl_article_rows_get (tl_article_list_get_rows (self->articles),
                                                 g_array_index (ids, gint64, i)));
  return items;
}
