/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-copies-button.h"

#include <glib/gi18n-lib.h>

#include "tl-article-item.h"
#include "tl-bin.h"
#include "tl-labels.h"
#include "tl-words.h"

/**
 * TlCopiesButton:
 *
 * How many outlets carry an article, with a menu that leads to each of them, and that sets the
 * article apart from them.  Not seen where no other article carries the story.
 */
struct _TlCopiesButton
{
  AdwBin         parent_instance;

  GtkMenuButton *button;

  GSimpleAction *show;          /* owned; its state is the article that is shown */
};

/* A menu has room for so many. */
#define MAX_LISTED 20

G_DEFINE_FINAL_TYPE (TlCopiesButton, tl_copies_button, ADW_TYPE_BIN)

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.show-article", "x",
                              g_variant_get_int64 (parameter));
}

/* "Kazinform · 16 March 2017", or its title where nobody is named.  A name is no place for
 * mnemonics. */
static char *
dup_label (TlArticleItem *item)
{
  const char *publisher = tl_article_item_get_publisher (item);
  g_autofree char *source =
    tl_words_for_source (publisher, tl_article_item_get_published (item));
  g_auto(GStrv) parts =
    g_strsplit (publisher != NULL ? source : tl_article_item_get_title (item), "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
make_menu (GPtrArray *carriers,
           gint64     id)
{
  g_autoptr(GMenu) copies = g_menu_new ();
  g_autoptr(GMenu) own = g_menu_new ();
  g_autoptr(GMenuItem) apart = g_menu_item_new (_("_Not a Copy"), NULL);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MIN (carriers->len, MAX_LISTED); i++)
    {
      g_autofree char *label = dup_label (carriers->pdata[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "copies.show", "x",
                                         tl_article_item_get_id (carriers->pdata[i]));
      g_menu_append_item (copies, item);
    }
  g_menu_item_set_action_and_target (apart, "win.not-a-copy", "x", id);
  g_menu_append_item (own, apart);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return G_MENU_MODEL (menu);
}

static void
tl_copies_button_dispose (GObject *object)
{
  TlCopiesButton *self = TL_COPIES_BUTTON (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_COPIES_BUTTON);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (tl_copies_button_parent_class)->dispose (object);
}

static void
tl_copies_button_class_init (TlCopiesButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_copies_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-copies-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCopiesButton, button);
}

static void
tl_copies_button_init (TlCopiesButton *self)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->show = g_simple_action_new_stateful ("show", G_VARIANT_TYPE_INT64, g_variant_new_int64 (0));
  g_signal_connect_object (self->show, "activate", G_CALLBACK (show_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->show));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "copies", G_ACTION_GROUP (actions));
}

/**
 * tl_copies_button_set_article:
 * @self: the button
 * @library: (nullable): a library
 * @id: one of its articles, or 0
 *
 * Shows who carries an article.
 */
void
tl_copies_button_set_article (TlCopiesButton *self,
                              TlLibrary      *library,
                              gint64          id)
{
  g_autoptr(GPtrArray) carriers = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GMenuModel) menu = NULL;

  g_return_if_fail (TL_IS_COPIES_BUTTON (self));
  g_return_if_fail (library == NULL || TL_IS_LIBRARY (library));

  if (library != NULL && id != 0)
    carriers = tl_library_get_carriers (library, id);
  gtk_widget_set_visible (GTK_WIDGET (self), carriers != NULL && carriers->len > 0);
  if (carriers == NULL || carriers->len == 0)
    {
      gtk_menu_button_set_menu_model (self->button, NULL);
      return;
    }
  label = tl_label_for_carriers (carriers->len);
  menu = make_menu (carriers, id);
  g_simple_action_set_state (self->show, g_variant_new_int64 (id));
  gtk_menu_button_set_label (self->button, label);
  gtk_menu_button_set_menu_model (self->button, menu);
}
