/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-query-list.h"

#include <gio/gio.h>

#include "tl-article-find-task.h"
#include "tl-article-list.h"
#include "tl-article-set.h"
#include "tl-list-change.h"
#include "tl-library-private.h"
#include "tl-packed-ids.h"
#include "tl-snippet-loader.h"

/* While an import goes on, the list is found out again and again; the thread that does it rests
 * so many times as long as it worked. */
#define REST 4

/* What is asked for in the order of the library's own list is that list: nothing is kept of it
 * then.  Else there are eight bytes an article. */
struct _TlQueryList
{
  GObject          parent_instance;

  TlLibrary       *library;     /* owned */
  TlArticleList   *all;         /* owned */
  TlArticleQuery  *query;       /* owned: what is asked for */
  GArray          *ids;         /* owned: what is shown, as tl_packed_ids_new() makes it; NULL for all */
  TlDatabase      *reader;      /* owned, of the thread while that runs; or NULL */
  TlSnippetLoader *snippets;    /* owned, NULL while no words are looked for */

  GCancellable    *cancellable; /* owned, of the thread that runs; or NULL */
  gboolean         is_stale;    /* what is found does not count any more */
  guint            rest_id;     /* until the thread is to run again; or 0 */
  gint64           rests_until;
};

typedef enum
{
  PROP_PENDING = 1,
} TlQueryListProperty;

static GParamSpec *properties[PROP_PENDING + 1];

enum
{
  FOUND,
  ALTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlQueryList, tl_query_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* ---- the list model ---- */

static guint
get_n_items (TlQueryList *self)
{
  return self->ids != NULL ? self->ids->len : tl_article_list_get_keys (self->all)->len;
}

static GType
list_model_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return TL_TYPE_ARTICLE_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return get_n_items (TL_QUERY_LIST (model));
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TlQueryList *self = TL_QUERY_LIST (model);
  TlArticleItem *item;

  if (position >= get_n_items (self))
    return NULL;
  item = tl_article_rows_get (tl_article_list_get_rows (self->all),
                              tl_query_list_get_id (self, position));
  if (self->snippets != NULL)
    tl_snippet_loader_ask (self->snippets, item);
  return item;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

/* ---- showing ---- */

static gboolean
is_all (const TlArticleQuery *query)
{
  TlArticleOrder order = tl_article_query_get_order (query);

  return !tl_article_query_is_filtered (query) &&
         (order == TL_ORDER_NEWEST || order == TL_ORDER_RELEVANCE);
}

static void
show_ids (TlQueryList *self,
          GArray      *found)
{
  tl_list_changes_show (G_LIST_MODEL (self), &self->ids, tl_query_list_dup_ids (self), found);
}

static GArray *
dup_all_ids (TlQueryList *self)
{
  GArray *keys = tl_article_list_get_keys (self->all);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), keys->len);

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 id = tl_article_key_get_id (g_array_index (keys, TlArticleKey, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
show_all (TlQueryList *self)
{
  g_autoptr(GArray) found = dup_all_ids (self);

  if (self->ids == NULL)
    return;
  show_ids (self, found);
  g_clear_pointer (&self->ids, g_array_unref);
}

/* ---- finding ---- */

static void find (TlQueryList *self);

static gboolean
rested_cb (gpointer user_data)
{
  TlQueryList *self = user_data;

  self->rest_id = 0;
  find (self);
  return G_SOURCE_REMOVE;
}

/* Finds out again, not at once where that was done just now. */
static void
find_again (TlQueryList *self)
{
  gint64 rest = self->rests_until - g_get_monotonic_time ();

  self->is_stale = TRUE;
  if (self->cancellable != NULL || self->rest_id != 0)
    return;
  if (rest > 0)
    self->rest_id = g_timeout_add ((guint) (rest / G_TIME_SPAN_MILLISECOND + 1), rested_cb, self);
  else
    find (self);
}

static void
settle (TlQueryList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  g_signal_emit (self, signals[FOUND], 0);
}

static void
found_cb (GObject      *source_object G_GNUC_UNUSED,
          GAsyncResult *result,
          gpointer      user_data)
{
  TlQueryList *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = NULL;
  gint64 duration;

  /* Then something else is asked for, or nobody is there any more. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  ids = tl_articles_find_finish (result, &self->reader, &duration, &error);
  g_clear_object (&self->cancellable);
  self->rests_until = g_get_monotonic_time () + REST * duration;
  if (ids != NULL)
    show_ids (self, ids);
  else
    g_message ("%s", error->message);
  if (self->is_stale)
    find_again (self);
  else
    settle (self);
}

static void
find (TlQueryList *self)
{
  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  tl_articles_find_async (tl_library_get_path (self->library), g_steal_pointer (&self->reader),
                          self->query, self->cancellable, found_cb, self);
}

static void
give_up (TlQueryList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->is_stale = FALSE;
}

/* ---- following ---- */

static void
all_changed_cb (TlQueryList *self,
                guint        position,
                guint        n_removed,
                guint        n_added)
{
  if (self->ids == NULL)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (!is_all (self->query))
    find_again (self);
}

static void
altered_cb (TlQueryList *self,
            gint64       id)
{
  guint position;

  if (self->ids != NULL && tl_query_list_find (self, id, &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
  g_signal_emit (self, signals[ALTERED], 0, id);
}

/* What was removed is not shown for as long as it takes to find out the rest. */
static void
left_cb (TlQueryList *self,
         GArray      *ids)
{
  g_autoptr(TlArticleSet) left = tl_article_set_new ();
  g_autoptr(GArray) rest = NULL;

  if (self->ids == NULL)
    return;
  for (guint i = 0; i < ids->len; i++)
    tl_article_set_add (left, g_array_index (ids, gint64, i));
  rest = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->ids->len);
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = tl_packed_ids_get (self->ids, i);

      if (!tl_article_set_has (left, id))
        g_array_append_val (rest, id);
    }
  show_ids (self, rest);
}

static void
entities_changed_cb (TlQueryList *self)
{
  if (tl_article_query_has_filter (self->query, TL_FILTER_ENTITY) ||
      tl_article_query_has_filter (self->query, TL_FILTER_WORDS))
    find_again (self);
}

/* ---- the object ---- */

static void
tl_query_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlQueryListProperty) prop_id)
    {
    case PROP_PENDING:
      g_value_set_boolean (value, tl_query_list_is_pending (TL_QUERY_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_query_list_finalize (GObject *object)
{
  TlQueryList *self = TL_QUERY_LIST (object);

  give_up (self);
  g_clear_pointer (&self->snippets, tl_snippet_loader_free);
  g_clear_pointer (&self->reader, tl_database_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->query, tl_article_query_free);
  g_clear_object (&self->all);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_query_list_parent_class)->finalize (object);
}

static void
tl_query_list_class_init (TlQueryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_query_list_get_property;
  object_class->finalize = tl_query_list_finalize;

  properties[PROP_PENDING] =
    g_param_spec_boolean ("pending", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FOUND] =
    g_signal_new ("found", TL_TYPE_QUERY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[ALTERED] =
    g_signal_new ("altered", TL_TYPE_QUERY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tl_query_list_init (TlQueryList *self)
{
  self->query = tl_article_query_new ();
}

/**
 * tl_query_list_new:
 * @library: a library
 *
 * Returns: (transfer full): all its articles, the newest first, until
 *   tl_query_list_set_query() asks for others
 */
TlQueryList *
tl_query_list_new (TlLibrary *library)
{
  TlQueryList *self = g_object_new (TL_TYPE_QUERY_LIST, NULL);

  self->library = g_object_ref (library);
  self->all = g_object_ref (TL_ARTICLE_LIST (tl_library_get_articles (library)));
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (all_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "altered", G_CALLBACK (altered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "entities-changed", G_CALLBACK (entities_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_query_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what is asked for
 */
const TlArticleQuery *
tl_query_list_get_query (TlQueryList *self)
{
  g_return_val_if_fail (TL_IS_QUERY_LIST (self), NULL);

  return self->query;
}

/* The rows that are shown lose the snippets of other words. */
static void
look_for_words (TlQueryList *self)
{
  const char *words = tl_article_query_get_words (self->query);

  g_clear_pointer (&self->snippets, tl_snippet_loader_free);
  if (*words != '\0')
    self->snippets = tl_snippet_loader_new (tl_library_get_path (self->library), words);
}

/**
 * tl_query_list_set_query:
 * @self: a list
 * @query: what to ask for
 *
 * Shows other articles, or the same in another order; a query before that is still being
 * looked up is given up.
 */
void
tl_query_list_set_query (TlQueryList          *self,
                         const TlArticleQuery *query)
{
  gboolean has_other_words;

  g_return_if_fail (TL_IS_QUERY_LIST (self));
  g_return_if_fail (query != NULL);

  if (tl_article_query_equal (self->query, query))
    return;
  has_other_words = g_strcmp0 (tl_article_query_get_words (self->query),
                               tl_article_query_get_words (query)) != 0;
  tl_article_query_free (self->query);
  self->query = tl_article_query_copy (query);
  give_up (self);
  if (has_other_words)
    look_for_words (self);
  if (is_all (self->query))
    {
      show_all (self);
      settle (self);
      return;
    }
  find (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/**
 * tl_query_list_is_pending:
 * @self: a list
 *
 * Returns: whether another list is on its way
 */
gboolean
tl_query_list_is_pending (TlQueryList *self)
{
  g_return_val_if_fail (TL_IS_QUERY_LIST (self), FALSE);

  return self->cancellable != NULL || self->rest_id != 0;
}

/**
 * tl_query_list_get_id:
 * @self: a list
 * @position: a position in it
 *
 * Returns: the article there; its row is not read
 */
gint64
tl_query_list_get_id (TlQueryList *self,
                      guint        position)
{
  g_return_val_if_fail (TL_IS_QUERY_LIST (self), 0);
  g_return_val_if_fail (position < get_n_items (self), 0);

  if (self->ids != NULL)
    return tl_packed_ids_get (self->ids, position);
  return tl_article_key_get_id (g_array_index (tl_article_list_get_keys (self->all), TlArticleKey,
                                               position));
}

/**
 * tl_query_list_ask:
 * @self: a list
 * @item: a row that is seen
 *
 * Has a row that was there before the words that are being looked for show where they stand;
 * those that are asked for since do so by themselves.
 */
void
tl_query_list_ask (TlQueryList   *self,
                   TlArticleItem *item)
{
  g_return_if_fail (TL_IS_QUERY_LIST (self));

  if (self->snippets != NULL)
    tl_snippet_loader_ask (self->snippets, item);
}

/**
 * tl_query_list_find:
 * @self: a list
 * @id: an article
 * @position: (out): where it stands
 *
 * Looks for an article, without reading a row.
 *
 * Returns: whether it is in the list
 */
gboolean
tl_query_list_find (TlQueryList *self,
                    gint64       id,
                    guint       *position)
{
  guint n_items;

  g_return_val_if_fail (TL_IS_QUERY_LIST (self), FALSE);

  n_items = get_n_items (self);
  for (guint i = 0; i < n_items; i++)
    if (tl_query_list_get_id (self, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_query_list_knows:
 * @self: a list
 * @id: an article
 *
 * Returns: whether the library has it, be it in the list or not
 */
gboolean
tl_query_list_knows (TlQueryList *self,
                     gint64       id)
{
  GArray *keys;

  g_return_val_if_fail (TL_IS_QUERY_LIST (self), FALSE);

  keys = tl_article_list_get_keys (self->all);
  for (guint i = 0; i < keys->len; i++)
    if (tl_article_key_get_id (g_array_index (keys, TlArticleKey, i)) == id)
      return TRUE;
  return FALSE;
}

/**
 * tl_query_list_count_all:
 * @self: a list
 *
 * Returns: how many articles the library has
 */
guint
tl_query_list_count_all (TlQueryList *self)
{
  g_return_val_if_fail (TL_IS_QUERY_LIST (self), 0);

  return tl_article_list_get_keys (self->all)->len;
}

/**
 * tl_query_list_dup_ids:
 * @self: a list
 *
 * Returns: (transfer full) (element-type gint64): the articles in it, in order
 */
GArray *
tl_query_list_dup_ids (TlQueryList *self)
{
  g_return_val_if_fail (TL_IS_QUERY_LIST (self), NULL);

  return self->ids != NULL ? tl_packed_ids_unpack (self->ids) : dup_all_ids (self);
}
