/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-list.h"

#include <gio/gio.h>

#include "tl-copy-rows.h"

/* So many rows are kept, whether or not they are on screen: scrolling back and forth
 * reads nothing, and a list of any length costs no more. */
#define N_RECENT 1024

/* Knows the order of all articles by their keys, and reads a row when it is asked for:
 * a large library opens as fast as a small one. */
struct _TlArticleList
{
  GObject        parent_instance;

  TlDatabase    *database;                /* owned */
  GArray        *keys;                    /* owned: TlArticleKey, ascending */
  GHashTable    *slots;                   /* owned: id to Slot */
  TlArticleItem *recent[N_RECENT];        /* owned: a ring */
  guint          next_recent;
  gboolean       has_complained;
};

/* An item that somebody holds.  Whoever asks for its row gets the same one again, so
 * that a selection finds what it selected. */
typedef struct
{
  gint64         id;
  TlArticleList *list;
  TlArticleItem *item;          /* not owned: the slot goes with it */
} Slot;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlArticleList, tl_article_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* ---- rows ---- */

static TlArticleItem *
read_item (TlArticleList *self,
           gint64         id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_prepare (self->database,
                         "SELECT title, publisher, published, n_figures FROM article WHERE id = ?",
                         &error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  if (statement != NULL && tl_database_step (self->database, statement, &error))
    {
      g_autofree char *title = tl_statement_dup_string (statement, 0);
      g_autofree char *publisher = tl_statement_dup_string (statement, 1);

      return tl_article_item_new (id, title, publisher,
                                  tl_statement_get_date (statement, 2),
                                  (guint) sqlite3_column_int64 (statement, 3));
    }

  /* A list model has an item at every position, even where the file turns out damaged. */
  if (error != NULL && !self->has_complained)
    g_message ("%s", error->message);
  self->has_complained |= error != NULL;
  return tl_article_item_new (id, NULL, NULL, TL_DATE_NONE, 0);
}

static void
item_gone_cb (gpointer  data,
              GObject  *item G_GNUC_UNUSED)
{
  Slot *slot = data;

  g_hash_table_remove (slot->list->slots, &slot->id);
}

static TlArticleItem *
get_item (TlArticleList *self,
          gint64         id)
{
  Slot *slot = g_hash_table_lookup (self->slots, &id);
  TlArticleItem *item;

  if (slot != NULL)
    return g_object_ref (slot->item);

  item = read_item (self, id);
  tl_article_item_set_n_carriers (item, tl_copy_rows_count (self->database, id));
  slot = g_new (Slot, 1);
  *slot = (Slot) { id, self, item };
  g_hash_table_insert (self->slots, &slot->id, slot);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, slot);

  g_set_object (&self->recent[self->next_recent], item);
  self->next_recent = (self->next_recent + 1) % N_RECENT;
  return item;
}

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
  return get_item (self, tl_article_key_get_id (get_keys (self)[position]));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
forget_items (TlArticleList *self)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < N_RECENT; i++)
    g_clear_object (&self->recent[i]);

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Slot *slot = value;

      g_object_weak_unref (G_OBJECT (slot->item), item_gone_cb, slot);
    }
  g_hash_table_remove_all (self->slots);
}

static void
tl_article_list_finalize (GObject *object)
{
  TlArticleList *self = TL_ARTICLE_LIST (object);

  forget_items (self);
  g_clear_pointer (&self->slots, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->database, tl_database_unref);

  G_OBJECT_CLASS (tl_article_list_parent_class)->finalize (object);
}

static void
tl_article_list_class_init (TlArticleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_article_list_finalize;
}

static void
tl_article_list_init (TlArticleList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
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
  if (!load_keys (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_article_list_get_row:
 * @self: a list
 * @id: an article, in the list or removed from it
 *
 * Returns: (transfer full): its row
 */
TlArticleItem *
tl_article_list_get_row (TlArticleList *self,
                         gint64         id)
{
  g_return_val_if_fail (TL_IS_ARTICLE_LIST (self), NULL);

  return get_item (self, id);
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
  g_autofree TlArticleKey *sorted = NULL;

  g_return_if_fail (TL_IS_ARTICLE_LIST (self));

  if (n_keys == 0)
    return;

  sorted = g_memdup2 (keys, n_keys * sizeof (TlArticleKey));
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

/* The next who asks for the row reads it. */
static void
forget_item (TlArticleList *self,
             gint64         id)
{
  Slot *slot = g_hash_table_lookup (self->slots, &id);

  if (slot == NULL)
    return;
  g_object_weak_unref (G_OBJECT (slot->item), item_gone_cb, slot);
  for (guint i = 0; i < N_RECENT; i++)
    if (self->recent[i] == slot->item)
      g_clear_object (&self->recent[i]);
  g_hash_table_remove (self->slots, &id);
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

  forget_item (self, tl_article_key_get_id (from));
  position = find_position (self, from);
  if (from == to && has_key (self, position, from))
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
      return;
    }
  tl_article_list_remove (self, from);
  if (to != 0)
    tl_article_list_insert (self, &to, 1);
}

/**
 * tl_article_list_count_carriers:
 * @self: a list
 *
 * Has the rows that somebody holds tell anew how many articles carry their story.
 */
void
tl_article_list_count_carriers (TlArticleList *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (TL_IS_ARTICLE_LIST (self));

  /* Whoever hears of a row may ask for others. */
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (items, g_object_ref (((Slot *) value)->item));
  for (guint i = 0; i < items->len; i++)
    tl_article_item_set_n_carriers (items->pdata[i],
                                    tl_copy_rows_count (self->database,
                                                        tl_article_item_get_id (items->pdata[i])));
}
