/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-entities-pane-private.h"

#include <glib/gi18n-lib.h>

#include "tl-announcer.h"
#include "tl-bin.h"
#include "tl-filter-words.h"
#include "tl-name-row.h"
#include "tl-tab-stop.h"

/**
 * TlEntitiesPane:
 *
 * The list of all that a library names, with what it is searched, filtered and sorted by; one or
 * several of them can be chosen.
 *
 * Properties: "order", by its name in the settings; "selecting", whether a click chooses one besides
 * the others; "stands-alone", whether what is chosen is seen only when it is opened; "empty", whether
 * there is nothing to choose from.
 *
 * Signals: "chosen" when others are chosen; "open" when what is chosen is to be seen, whether or not
 * it was chosen before.
 */
typedef enum
{
  PROP_ORDER = 1,
  PROP_SELECTING,
  PROP_STANDS_ALONE,
  PROP_EMPTY,
} TlEntitiesPaneProperty;

static GParamSpec *properties[PROP_EMPTY + 1];

enum
{
  CHOSEN,
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlEntitiesPane, tl_entities_pane, ADW_TYPE_BIN)

/* As the settings have them. */
static const char *const order_names[] = {
  [TL_ENTITY_ORDER_ARTICLES] = "articles",
  [TL_ENTITY_ORDER_NAME] = "name",
};

/* ---- choosing ---- */

/* In a narrow window what is chosen is out of sight. */
static void
update_show_button (TlEntitiesPane *self)
{
  guint n = tl_entities_pane_get_chosen (self)->len;
  g_autofree char *label =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u Entity", "Show %u Entities", n), n);

  gtk_button_set_label (self->show_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->show_button), self->stands_alone && self->selecting && n > 0);
}

static void
chosen_cb (TlEntitiesPane *self)
{
  update_show_button (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
show_cb (TlEntitiesPane *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
take (TlEntitiesPane *self,
      guint           position)
{
  if (self->selecting)
    {
      tl_entity_selection_toggle (self->selection, position);
      return;
    }
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, signals[OPEN], 0);
}

static void
activate_cb (TlEntitiesPane *self,
             guint           position)
{
  take (self, position);
}

/* Comes before the list's own handler; what is chosen with Ctrl or Shift is left to that. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlEntitiesPane  *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  TlEntityRow *item;
  guint position;

  if (row != NULL)
    row = gtk_widget_get_ancestor (row, TL_TYPE_NAME_ROW);
  item = row != NULL ? tl_name_row_get_item (TL_NAME_ROW (row)) : NULL;
  if (item != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 &&
      tl_entities_pane_find (self, tl_entity_row_get_id (item), &position))
    take (self, position);
}

/* What its view has buttons for, from the list. */
static void
act (TlEntitiesPane *self,
     const char     *action)
{
  GArray *ids = tl_entities_pane_get_chosen (self);

  if (ids->len == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "x", g_array_index (ids, gint64, 0));
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  act (user_data, "win.rename-entity");
}

static void
dismiss_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  act (user_data, "win.dismiss-entity");
}

/* Who has done with several goes on with one. */
static void
set_selecting (TlEntitiesPane *self,
               gboolean        selecting)
{
  if (self->selecting == selecting)
    return;
  self->selecting = selecting;
  if (self->selection != NULL)
    {
      GArray *ids = tl_entity_selection_get_ids (self->selection);

      g_object_set (self->selection, "adds", selecting, NULL);
      if (!selecting && ids->len > 1)
        tl_entity_selection_set_ids (self->selection, (const gint64 *) (gpointer) ids->data, 1);
    }
  update_show_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

/* ---- looking for some ---- */

static gboolean
is_filtered (TlEntitiesPane *self)
{
  return *gtk_editable_get_text (self->entry) != '\0' || tl_kind_chips_get_types (self->chips) != 0;
}

/* Then there is nothing to search, either. */
static void
set_empty (TlEntitiesPane *self,
           gboolean        is_empty)
{
  if (self->is_empty == is_empty)
    return;
  self->is_empty = is_empty;
  gtk_widget_set_visible (self->head, !is_empty);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
show_count (TlEntitiesPane *self)
{
  guint n = tl_entities_pane_count (self);
  g_autofree char *number = tl_filter_words_for_number (n);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s entity", "%s entities", n), number);

  if (self->list != NULL && tl_entity_list_is_pending (self->list) && n == 0)
    return;
  gtk_label_set_text (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : is_filtered (self) ? "none" : "empty");
  set_empty (self, n == 0 && !is_filtered (self));
}

static void
ask (TlEntitiesPane *self)
{
  self->opens = FALSE;
  self->is_asked = TRUE;
  if (self->list != NULL)
    tl_entity_list_set_query (self->list, gtk_editable_get_text (self->entry),
                              tl_kind_chips_get_types (self->chips), self->order);
}

static void
asked_cb (TlEntitiesPane *self)
{
  ask (self);
}

static void
clear_cb (TlEntitiesPane *self)
{
  gtk_editable_set_text (self->entry, "");
  tl_kind_chips_clear (self->chips);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
stop_search_cb (TlEntitiesPane *self)
{
  gtk_editable_set_text (self->entry, "");
  tl_entities_pane_focus_list (self);
}

/* The first of those that were found. */
static void
open_found (TlEntitiesPane *self)
{
  self->opens = FALSE;
  if (tl_entities_pane_count (self) > 0)
    take (self, 0);
}

static void
entry_activate_cb (TlEntitiesPane *self)
{
  if (self->list == NULL)
    return;
  if (tl_entity_list_is_pending (self->list))
    self->opens = TRUE;
  else
    open_found (self);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  key,
              guint                  key_code,
              GdkModifierType        state,
              TlEntitiesPane        *self)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || tl_entities_pane_count (self) == 0)
    return GDK_EVENT_PROPAGATE;
  /* What was chosen is kept where more are chosen besides. */
  if (!self->selecting && tl_entities_pane_get_position (self) == GTK_INVALID_LIST_POSITION)
    tl_entities_pane_choose_near (self, 0);
  tl_entities_pane_focus_list (self);
  return GDK_EVENT_STOP;
}

static void
found_cb (TlEntitiesPane *self)
{
  guint position = tl_entities_pane_get_position (self);

  show_count (self);
  if (self->is_asked)
    tl_announce (GTK_WIDGET (self), gtk_label_get_text (self->count));
  self->is_asked = FALSE;
  tl_entities_pane_scroll_to (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
  if (self->opens)
    open_found (self);
}

static void
set_order (TlEntitiesPane *self,
           const char     *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_names); i++)
    if (g_strcmp0 (name, order_names[i]) == 0 && self->order != (TlEntityOrder) i)
      {
        self->order = (TlEntityOrder) i;
        ask (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
      }
}

/* ---- the widget ---- */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          TlEntitiesPane     *self)
{
  GtkWidget *row = g_object_new (TL_TYPE_NAME_ROW, NULL);

  g_object_bind_property (self, "selecting", row, "selecting", G_BINDING_SYNC_CREATE);
  g_object_bind_property (list_item, "selected", row, "selected", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (list_item, row);
  g_object_bind_property (list_item, "item", row, "item", G_BINDING_SYNC_CREATE);
}

static void
tl_entities_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlEntitiesPane *self = TL_ENTITIES_PANE (object);

  switch ((TlEntitiesPaneProperty) prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, order_names[self->order]);
      break;
    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;
    case PROP_STANDS_ALONE:
      g_value_set_boolean (value, self->stands_alone);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, self->is_empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_entities_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlEntitiesPane *self = TL_ENTITIES_PANE (object);

  switch ((TlEntitiesPaneProperty) prop_id)
    {
    case PROP_ORDER:
      set_order (self, g_value_get_string (value));
      break;
    case PROP_SELECTING:
      set_selecting (self, g_value_get_boolean (value));
      break;
    case PROP_STANDS_ALONE:
      self->stands_alone = g_value_get_boolean (value);
      update_show_button (self);
      break;
    case PROP_EMPTY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_seen (TlEntitiesPane *self,
          gboolean        is_seen)
{
  if (self->list != NULL)
    tl_entity_list_set_seen (self->list, is_seen);
}

static void
tl_entities_pane_map (GtkWidget *widget)
{
  set_seen (TL_ENTITIES_PANE (widget), TRUE);
  GTK_WIDGET_CLASS (tl_entities_pane_parent_class)->map (widget);
}

static void
tl_entities_pane_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_entities_pane_parent_class)->unmap (widget);
  set_seen (TL_ENTITIES_PANE (widget), FALSE);
}

static void
tl_entities_pane_dispose (GObject *object)
{
  TlEntitiesPane *self = TL_ENTITIES_PANE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ENTITIES_PANE);

  G_OBJECT_CLASS (tl_entities_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "articles", flags);
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags);
  properties[PROP_STANDS_ALONE] = g_param_spec_boolean ("stands-alone", NULL, NULL, FALSE, flags);
  properties[PROP_EMPTY] =
    g_param_spec_boolean ("empty", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_entities_pane_class_init (TlEntitiesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_entities_pane_get_property;
  object_class->set_property = tl_entities_pane_set_property;
  object_class->dispose = tl_entities_pane_dispose;
  widget_class->map = tl_entities_pane_map;
  widget_class->unmap = tl_entities_pane_unmap;
  install_properties (object_class);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_KIND_CHIPS);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-entities-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPane, head);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPane, count);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPane, entry);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPane, chips);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPane, show_button);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
tl_entities_pane_init (TlEntitiesPane *self)
{
  static const GActionEntry entries[] = {
    { .name = "rename", .activate = rename_cb },
    { .name = "dismiss", .activate = dismiss_cb },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GPropertyAction) order = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  order = g_property_action_new ("order", self, "order");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (order));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "names", G_ACTION_GROUP (actions));
}

static void
make_list (TlEntitiesPane *self,
           TlLibrary      *library)
{
  self->list = tl_entity_list_new (library);
  set_seen (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
  self->selection = tl_entity_selection_new (self->list);
  g_object_set (self->selection, "adds", self->selecting, NULL);
  g_signal_connect_object (self->list, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "chosen-changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_entities_pane_set_library:
 * @self: the pane
 * @library: (nullable): a library
 *
 * Shows what a library names; nothing is chosen.
 */
void
tl_entities_pane_set_library (TlEntitiesPane *self,
                              TlLibrary      *library)
{
  g_return_if_fail (TL_IS_ENTITIES_PANE (self));
  g_return_if_fail (library == NULL || TL_IS_LIBRARY (library));

  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  if (library != NULL)
    make_list (self, library);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  ask (self);
  chosen_cb (self);
}

/**
 * tl_entities_pane_search:
 * @self: the pane
 *
 * Lets type what to search for.
 */
void
tl_entities_pane_search (TlEntitiesPane *self)
{
  g_return_if_fail (TL_IS_ENTITIES_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * tl_entities_pane_focus_list:
 * @self: the pane
 *
 * Puts the focus into the list.
 */
void
tl_entities_pane_focus_list (TlEntitiesPane *self)
{
  g_return_if_fail (TL_IS_ENTITIES_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/**
 * tl_entities_pane_capture_keys:
 * @self: the pane
 * @widget: what holds it
 *
 * What is typed anywhere in @widget is searched for.
 */
void
tl_entities_pane_capture_keys (TlEntitiesPane *self,
                               GtkWidget      *widget)
{
  g_return_if_fail (TL_IS_ENTITIES_PANE (self));

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), widget);
}
