/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-entity-chooser.h"

#include <glib/gi18n-lib.h>

#include "tl-choice-row.h"
#include "tl-reading-item.h"
#include "tl-tab-stop.h"

/* More are found by another word. */
#define MAX_FOUND 100

struct _TlEntityChooser
{
  AdwWindow       parent_instance;

  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkListView    *list_view;

  TlLibrary      *library;      /* owned */
  gint64          id;           /* that is not offered */
  int             type;         /* of what is offered: a TlEntityType, or any */
  gboolean        is_proposed;  /* nobody typed what is looked for */
  GListStore     *found;        /* owned: TlReadingItem */
  GCancellable   *cancellable;  /* owned, of the search that runs; or NULL */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlEntityChooser, tl_entity_chooser, ADW_TYPE_WINDOW)

static char *
describe (TlEntityChooser     *self,
          const TlKnownEntity *entity)
{
  g_autofree char *n_articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles",
                                                              entity->n_articles), entity->n_articles);

  if (self->type != TL_ANY_ENTITY_TYPE)
    return g_steal_pointer (&n_articles);
  return g_strconcat (tl_mention_kind_get_heading (tl_mention_kind_for_entity (entity->type)), " · ", n_articles,
                      NULL);
}

static void
show_found (TlEntityChooser *self,
            GPtrArray       *entities)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entities->len; i++)
    {
      const TlKnownEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *detail = NULL;
      TlReadingItem *item;

      if (entity->id == self->id)
        continue;
      detail = describe (self, entity);
      item = tl_reading_item_new (tl_mention_kind_for_entity (entity->type), entity->name, detail);
      tl_reading_item_set_entity_id (item, entity->id);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "none");
  if (items->len == 0 && self->is_proposed)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->is_proposed = FALSE;
}

static void
found_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TlEntityChooser) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entities =
    tl_library_find_entities_finish (TL_LIBRARY (source_object), result, &error);

  if (entities != NULL && self->found != NULL)
    show_found (self, entities);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s", error->message);
}

static void
stop (TlEntityChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search_changed_cb (TlEntityChooser *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  tl_library_find_entities_async (self->library, self->type,
                                  gtk_editable_get_text (GTK_EDITABLE (self->search)), MAX_FOUND,
                                  self->cancellable, found_cb, g_object_ref (self));
}

static void
activate_cb (TlEntityChooser *self,
             guint            position)
{
  g_autoptr(TlReadingItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item == NULL)
    return;
  g_signal_emit (self, signals[CHOSEN], 0, tl_reading_item_get_entity_id (item),
                 tl_reading_item_get_name (item));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  key,
               guint                  key_code,
               GdkModifierType        state,
               TlEntityChooser       *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
tl_entity_chooser_dispose (GObject *object)
{
  TlEntityChooser *self = TL_ENTITY_CHOOSER (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_ENTITY_CHOOSER);
  g_clear_object (&self->library);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (tl_entity_chooser_parent_class)->dispose (object);
}

static void
tl_entity_chooser_class_init (TlEntityChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_entity_chooser_dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_READING_ITEM);
  g_type_ensure (TL_TYPE_TAB_STOP);
  g_type_ensure (TL_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-entity-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, search);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_entity_chooser_init (TlEntityChooser *self)
{
  g_autoptr(GtkNoSelection) model = NULL;

  self->found = g_list_store_new (TL_TYPE_READING_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
}

/**
 * tl_entity_chooser_new:
 * @parent: the window that it belongs to
 * @library: where the others are
 * @entity: for what another one is chosen
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
TlEntityChooser *
tl_entity_chooser_new (GtkWindow           *parent,
                       TlLibrary           *library,
                       const TlKnownEntity *entity)
{
  TlEntityChooser *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_ENTITY_CHOOSER, "transient-for", parent, NULL);
  /* Translators: the title of a dialog in which another name is chosen */
  title = g_strdup_printf (_("Merge “%s” Into"), entity->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->library = g_object_ref (library);
  self->id = entity->id;
  self->type = entity->type;
  search_changed_cb (self);
  return self;
}

/**
 * tl_entity_chooser_new_for_words:
 * @parent: the window that it belongs to
 * @library: where the entities are
 * @words: words of an article, for which one is chosen
 *
 * Returns: (transfer none): a dialog, not shown yet, that proposes those that have these words in
 *   their names
 */
TlEntityChooser *
tl_entity_chooser_new_for_words (GtkWindow  *parent,
                                 TlLibrary  *library,
                                 const char *words)
{
  TlEntityChooser *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (TL_TYPE_ENTITY_CHOOSER, "transient-for", parent, NULL);
  /* Translators: the title of a dialog in which another name is chosen */
  title = g_strdup_printf (_("“%s” Is the Same As"), words);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->library = g_object_ref (library);
  self->type = TL_ANY_ENTITY_TYPE;
  self->is_proposed = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
  search_changed_cb (self);
  return self;
}
