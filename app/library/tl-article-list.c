/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-list.h"

#include <gio/gio.h>

/* Knows the order of all articles by their keys, and a row is read when it is asked for:
 * a large library opens as fast as a small one. */
struct _TlArticleList
{
  GObject        parent_instance;

  TlDatabase    *database;      /* owned */
  TlArticleRows *rows;          /* owned */
  GArray        *keys;          /* owned: TlArticleKey, ascending */
};

enum
{
  ALTERED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlArticleList, tl_article_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* ---- order ---- */

static TlArticleKey *
get_keys (TlArticleList *self)
{
  return (TlArticleKey *) (void *) self->keys->data;
}

/* The position of a key, or where it would stand. */
static guint
find_position (TlArticleList *self,
               TlArticleKey   key)
{
  const TlArticleKey *keys = get_keys (self);
  guint low = 0, high = self->keys->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (keys[middle] < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_key (TlArticleList *self,
         guint          position,
         TlArticleKey   key)
{
  return position < self->keys->len && get_keys (self)[position] == key;
}

static gboolean
load_keys (TlArticleList  *self,
           GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_prepare (self->database,
                         "SELECT id, published FROM article INDEXED BY article_by_date"
                         " WHERE removed_at IS NULL ORDER BY published DESC, id",
                         error);

  if (statement == NULL)
    return FALSE;

  while (tl_database_step (self->database, statement, &local_error))
    {
      TlArticleKey key = tl_article_key (sqlite3_column_int64 (statement, 0),
                                         tl_date_pack (tl_statement_get_date (statement, 1)));

      g_array_append_val (self->keys, key);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ---- the list model ---- */

static GType
list_model_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return TL_TYPE_ARTICLE_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return TL_ARTICLE_LIST (model)->keys->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TlArticleList *self = TL_ARTICLE_LIST (model);

  if (position >= self->keys->len)
    return NULL;
  return tl_article_rows_get (self->rows, tl_article_key_get_id (get_keys (self)[position]));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
tl_article_list_finalize (GObject *object)
{
  TlArticleList *self = TL_ARTICLE_LIST (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->database, tl_database_unref);

  G_OBJECT_CLASS (tl_article_list_parent_class)->finalize (object);
}

static void
tl_article_list_class_init (TlArticleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_article_list_finalize;

  /**
   * TlArticleList::altered:
   * @id: an article
   *
   * An article's row is another one now.
   */
  signals[ALTERED] =
    g_signal_new ("altered", TL_TYPE_ARTICLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * TlArticleList::left:
   * @ids: (element-type gint64) (type GArray): articles
   *
   * Articles are not in the list any more.
   */
  signals[LEFT] =
    g_signal_new ("left", TL_TYPE_ARTICLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tl_article_list_init (TlArticleList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
}

/**
 * tl_article_list_new:
 * @database: a library's connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the articles that are in the library now; whoever
 *   changes the library tells the list
 */
TlArticleList *
tl_article_list_new (TlDatabase  *database,
                     GError     **error)
{
  g_autoptr(TlArticleList) self = g_object_new (TL_TYPE_ARTICLE_LIST, NULL);

  self->database = tl_database_ref (database);
  self->rows = tl_article_rows_new (database);
  if (!load_keys (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_article_list_get_rows:
 * @self: a list
 *
 * Returns: (transfer none): where its rows come from
 */
TlArticleRows *
tl_article_list_get_rows (TlArticleList *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_LIST (self), NULL);

  return self->rows;
}

/**
 * tl_article_list_get_keys:
 * @self: a list
 *
 * Returns: (transfer none) (element-type TlArticleKey): all of it, in order
 */
GArray *
tl_article_list_get_keys (TlArticleList *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_LIST (self), NULL);

  return self->keys;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  TlArticleKey first = *(const TlArticleKey *) a;
  TlArticleKey second = *(const TlArticleKey *) b;

  return first < second ? -1 : first > second;
}

/**
 * tl_article_list_insert:
 * @self: a list
 * @keys: (array length=n_keys): articles that came, in any order
 * @n_keys: how many
 *
 * Puts articles where they belong.  Those that stand side by side are told of at once.
 */
void
tl_article_list_insert (TlArticleList      *self,
                        const TlArticleKey *keys,
                        guint               n_keys)
{
  g_autofree TlArticleKey *sorted = NULL;

  g_return_if_fail (TL_IS_ARTICLE_LIST (self));

  if (n_keys == 0)
    return;

  sorted = g_memdup2 (keys, n_keys * sizeof (TlArticleKey));
  qsort (sorted, n_keys, sizeof (TlArticleKey), compare_keys);

  for (guint i = 0; i < n_keys;)
    {
      guint position = find_position (self, sorted[i]);
      guint end = i + 1;

      if (has_key (self, position, sorted[i]))
        {
          i++;
          continue;
        }
      while (end < n_keys && sorted[end] > sorted[end - 1] &&
             (position == self->keys->len || sorted[end] < get_keys (self)[position]))
        end++;
      g_array_insert_vals (self->keys, position, &sorted[i], end - i);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, end - i);
      i = end;
    }
}

/* Those that stand side by side are told of at once. */
static void
take_out (TlArticleList      *self,
          const TlArticleKey *keys,
          guint               n_keys)
{
  g_autofree TlArticleKey *sorted = g_memdup2 (keys, n_keys * sizeof (TlArticleKey));

  qsort (sorted, n_keys, sizeof (TlArticleKey), compare_keys);
  for (guint i = 0; i < n_keys;)
    {
      guint position = find_position (self, sorted[i]);
      guint n = 0;

      while (i + n < n_keys && has_key (self, position + n, sorted[i + n]))
        n++;
      if (n > 0)
        {
          g_array_remove_range (self->keys, position, n);
          g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
        }
      i += MAX (n, 1);
    }
}

/**
 * tl_article_list_remove:
 * @self: a list
 * @key: an article that went
 */
void
tl_article_list_remove (TlArticleList *self,
                        TlArticleKey   key)
{
  tl_article_list_remove_many (self, &key, 1);
}

/**
 * tl_article_list_remove_many:
 * @self: a list
 * @keys: (array length=n_keys): articles that went, in any order
 * @n_keys: how many
 *
 * Takes articles out.  Those that stand side by side are told of at once.
 */
void
tl_article_list_remove_many (TlArticleList      *self,
                             const TlArticleKey *keys,
                             guint               n_keys)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (TL_IS_ARTICLE_LIST (self));

  if (n_keys == 0)
    return;
  take_out (self, keys, n_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      gint64 id = tl_article_key_get_id (keys[i]);

      g_array_append_val (ids, id);
    }
  g_signal_emit (self, signals[LEFT], 0, ids);
}

/**
 * tl_article_list_replace:
 * @self: a list
 * @from: where an article stood
 * @to: where it stands now; may be the same
 *
 * Says that an article is another one now: its row is read again.
 */
void
tl_article_list_replace (TlArticleList *self,
                         TlArticleKey   from,
                         TlArticleKey   to)
{
  guint position;

  g_return_if_fail (TL_IS_ARTICLE_LIST (self));

  tl_article_rows_forget (self->rows, tl_article_key_get_id (from));
  position = find_position (self, from);
  if (to == 0)
    tl_article_list_remove (self, from);
  else if (from == to && has_key (self, position, from))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  else
    {
      take_out (self, &from, 1);
      tl_article_list_insert (self, &to, 1);
    }
  if (to != 0)
    g_signal_emit (self, signals[ALTERED], 0, tl_article_key_get_id (to));
}
