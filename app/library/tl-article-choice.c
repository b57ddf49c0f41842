/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-choice.h"

#include <gio/gio.h>

struct _TlArticleChoice
{
  GObject        parent_instance;

  TlArticleList *list;          /* owned */
  GArray        *ids;           /* owned: gint64 */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlArticleChoice, tl_article_choice, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
list_model_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return TL_TYPE_ARTICLE_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return TL_ARTICLE_CHOICE (model)->ids->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TlArticleChoice *self = TL_ARTICLE_CHOICE (model);

  if (position >= self->ids->len)
    return NULL;
  return tl_article_rows_get (tl_article_list_get_rows (self->list),
                              g_array_index (self->ids, gint64, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
tl_article_choice_finalize (GObject *object)
{
  TlArticleChoice *self = TL_ARTICLE_CHOICE (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (tl_article_choice_parent_class)->finalize (object);
}

static void
tl_article_choice_class_init (TlArticleChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_article_choice_finalize;
}

static void
tl_article_choice_init (TlArticleChoice *self G_GNUC_UNUSED)
{
}

/**
 * tl_article_choice_new:
 * @list: the articles of a library
 * @ids: (element-type gint64): some of them, or removed ones
 *
 * Returns: (transfer full): a list of these, which stays as it is
 */
GListModel *
tl_article_choice_new (TlArticleList *list,
                       GArray        *ids)
{
  TlArticleChoice *self = g_object_new (TL_TYPE_ARTICLE_CHOICE, NULL);

  self->list = g_object_ref (list);
  self->ids = g_array_copy (ids);
  return G_LIST_MODEL (self);
}
