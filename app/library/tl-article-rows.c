/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-rows.h"

#include "tl-article-key.h"
#include "tl-copy-rows.h"

/* So many rows are kept, whether or not they are on screen: scrolling back and forth
 * reads nothing, and a list of any length costs no more. */
#define N_RECENT 1024

struct _TlArticleRows
{
  GObject        parent_instance;

  TlDatabase    *database;                /* owned */
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
  TlArticleRows *rows;
  TlArticleItem *item;          /* not owned: the slot goes with it */
} Slot;

G_DEFINE_FINAL_TYPE (TlArticleRows, tl_article_rows, G_TYPE_OBJECT)

static TlArticleItem *
read_item (TlArticleRows *self,
           gint64         id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_prepare (self->database,
                         "SELECT title, publisher, published, n_figures, is_reviewed"
                         " FROM article WHERE id = ?",
                         &error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  if (statement != NULL && tl_database_step (self->database, statement, &error))
    {
      g_autofree char *title = tl_statement_dup_string (statement, 0);
      g_autofree char *publisher = tl_statement_dup_string (statement, 1);

      guint n_figures = (guint) sqlite3_column_int64 (statement, 3);
      TlArticleItem *item = tl_article_item_new (id, title, publisher,
                                                 tl_statement_get_date (statement, 2), n_figures);

      tl_article_item_set_to_review (item, n_figures > 0 && !sqlite3_column_int (statement, 4));
      return item;
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

  g_hash_table_remove (slot->rows->slots, &slot->id);
}

static TlArticleItem *
get_item (TlArticleRows *self,
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

static void
tl_article_rows_finalize (GObject *object)
{
  TlArticleRows *self = TL_ARTICLE_ROWS (object);
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
  g_clear_pointer (&self->slots, g_hash_table_unref);
  g_clear_pointer (&self->database, tl_database_unref);

  G_OBJECT_CLASS (tl_article_rows_parent_class)->finalize (object);
}

static void
tl_article_rows_class_init (TlArticleRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_article_rows_finalize;
}

static void
tl_article_rows_init (TlArticleRows *self)
{
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

/**
 * tl_article_rows_new:
 * @database: a library's connection
 *
 * Returns: (transfer full): its rows, none of them read yet
 */
TlArticleRows *
tl_article_rows_new (TlDatabase *database)
{
  TlArticleRows *self = g_object_new (TL_TYPE_ARTICLE_ROWS, NULL);

  self->database = tl_database_ref (database);
  return self;
}

/**
 * tl_article_rows_get:
 * @self: a library's rows
 * @id: an article, in the library or removed from it
 *
 * Returns: (transfer full): its row
 */
TlArticleItem *
tl_article_rows_get (TlArticleRows *self,
                     gint64         id)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ROWS (self), NULL);

  return get_item (self, id);
}

/**
 * tl_article_rows_forget:
 * @self: a library's rows
 * @id: an article that is another one now
 *
 * Has the next who asks for the row read it again.
 */
void
tl_article_rows_forget (TlArticleRows *self,
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
 * tl_article_rows_count_carriers:
 * @self: a library's rows
 *
 * Has the rows that somebody holds tell anew how many articles carry their story.
 */
void
tl_article_rows_count_carriers (TlArticleRows *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (TL_IS_ARTICLE_ROWS (self));

  /* Whoever hears of a row may ask for others. */
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (items, g_object_ref (((Slot *) value)->item));
  for (guint i = 0; i < items->len; i++)
    tl_article_item_set_n_carriers (items->pdata[i],
                                    tl_copy_rows_count (self->database,
                                                        tl_article_item_get_id (items->pdata[i])));
}

/**
 * tl_article_rows_find_stale:
 * @self: rows
 *
 * Returns: (transfer full) (element-type TlArticleKey): of the rows that somebody holds those
 *   that the file has otherwise by now, by where they stand in the list
 */
GArray *
tl_article_rows_find_stale (TlArticleRows *self)
{
  GArray *stale = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (TL_IS_ARTICLE_ROWS (self), stale);

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TlArticleItem *item = ((Slot *) value)->item;
      gint64 id = tl_article_item_get_id (item);
      g_autoptr(TlArticleItem) now = read_item (self, id);
      TlArticleKey key = tl_article_key (id, tl_date_pack (tl_article_item_get_published (now)));

      if (g_strcmp0 (tl_article_item_get_title (item), tl_article_item_get_title (now)) != 0 ||
          g_strcmp0 (tl_article_item_get_publisher (item), tl_article_item_get_publisher (now)) != 0 ||
          tl_article_item_get_n_figures (item) != tl_article_item_get_n_figures (now))
        g_array_append_val (stale, key);
    }
  return stale;
}
