/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-pair-picker.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-choice-row.h"

/**
 * TlPairPicker:
 *
 * A button that shows two partners and lets choose others, by their names or by searching
 * for a part of them.  Where it is "adding" it shows a plus, selects nothing, and emits "picked"
 * with the key of the pair that was chosen.  (The search of GtkDropDown finds only what a name begins with, and
 * nobody knows which of two partners stands first.)
 */
struct _TlPairPicker
{
  AdwBin              parent_instance;

  GtkMenuButton      *button;
  GtkLabel           *label;
  GtkPopover         *popover;
  GtkSearchEntry     *search;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkSingleSelection *selection;
  GListStore         *pairs;
  GtkCustomFilter    *filter;

  TlPairItem         *selected; /* owned, NULL when there are no pairs */
  gboolean            is_adding;
  GStrv               hidden;   /* owned, keys of pairs that are not offered; or NULL */
};

typedef enum
{
  PROP_SELECTED = 1,
  PROP_ADDING,
} TlPairPickerProperty;

static GParamSpec *properties[PROP_ADDING + 1];

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPairPicker, tl_pair_picker, ADW_TYPE_BIN)

static void
set_selected (TlPairPicker *self,
              TlPairItem   *item)
{
  const char *name = item != NULL ? tl_pair_item_get_name (item) : "";

  if (!g_set_object (&self->selected, item))
    return;
  gtk_label_set_text (self->label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
choose_position (TlPairPicker *self,
                 guint         position)
{
  g_autoptr(TlPairItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  gtk_popover_popdown (self->popover);
  if (self->is_adding)
    {
      g_autofree char *key = tl_pair_item_dup_key (item);

      g_signal_emit (self, signals[PICKED], 0, key);
      return;
    }
  set_selected (self, item);
}

/* By the beginnings of words: "rus" is for Russia, not for Belarus. */
static gboolean
matches_search (gpointer item,
                gpointer user_data)
{
  TlPairPicker *self = user_data;
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *key = self->hidden != NULL ? tl_pair_item_dup_key (item) : NULL;

  if (key != NULL && g_strv_contains ((const char *const *) self->hidden, key))
    return FALSE;
  return *search == '\0' || g_str_match_string (search, tl_pair_item_get_name (item), TRUE);
}

static void
popover_show_cb (TlPairPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
search_changed_cb (TlPairPicker *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (model) > 0 ? "list" : "none");
}

static void
search_activate_cb (TlPairPicker *self)
{
  search_changed_cb (self);
  choose_position (self, 0);
}

static void
stop_search_cb (TlPairPicker *self)
{
  gtk_popover_popdown (self->popover);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  key,
               guint                  key_code,
               GdkModifierType        state,
               TlPairPicker          *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
list_activate_cb (TlPairPicker *self,
                  guint         position)
{
  choose_position (self, position);
}

static TlPairItem *
find_key (TlPairPicker *self,
          const char   *key)
{
  GListModel *model = G_LIST_MODEL (self->pairs);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlPairItem) item = g_list_model_get_item (model, i);
      g_autofree char *item_key = tl_pair_item_dup_key (item);

      if (g_str_equal (item_key, key))
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void
tl_pair_picker_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlPairPicker *self = TL_PAIR_PICKER (object);

  switch ((TlPairPickerProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_ADDING:
      g_value_set_boolean (value, self->is_adding);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_adding (TlPairPicker *self,
            gboolean      is_adding)
{
  self->is_adding = is_adding;
  if (!is_adding)
    return;
  gtk_menu_button_set_icon_name (self->button, "list-add-symbolic");
  gtk_menu_button_set_always_show_arrow (self->button, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Add Pair to Compare"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add Pair to Compare"), -1);
}

static void
tl_pair_picker_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_ADDING)
    set_adding (TL_PAIR_PICKER (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_pair_picker_dispose (GObject *object)
{
  TlPairPicker *self = TL_PAIR_PICKER (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_PAIR_PICKER);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->hidden, g_strfreev);

  G_OBJECT_CLASS (tl_pair_picker_parent_class)->dispose (object);
}

static void
tl_pair_picker_class_init (TlPairPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_pair_picker_get_property;
  object_class->set_property = tl_pair_picker_set_property;
  object_class->dispose = tl_pair_picker_dispose;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, TL_TYPE_PAIR_ITEM,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ADDING] =
    g_param_spec_boolean ("adding", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_PAIR_ITEM);
  g_type_ensure (TL_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-pair-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, button);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, label);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, search);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, selection);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, pairs);
  gtk_widget_class_bind_template_child (widget_class, TlPairPicker, filter);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
tl_pair_picker_init (TlPairPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches_search, self, NULL);
}

/**
 * tl_pair_picker_set_pairs:
 * @self: the picker
 * @pairs: (element-type TlPair): pairs, the most reported first
 *
 * Offers other pairs.  What was selected stays so where it is among them; else the first
 * one is selected.
 */
void
tl_pair_picker_set_pairs (TlPairPicker *self,
                          GArray       *pairs)
{
  g_autofree char *key = NULL;
  g_autoptr(GPtrArray) items = NULL;

  g_return_if_fail (TL_IS_PAIR_PICKER (self));
  g_return_if_fail (pairs != NULL);

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < pairs->len; i++)
    g_ptr_array_add (items, tl_pair_item_new (&g_array_index (pairs, TlPair, i)));
  g_list_store_splice (self->pairs, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pairs)),
                       items->pdata, items->len);

  if (self->is_adding)
    return;
  if (self->selected != NULL)
    key = tl_pair_item_dup_key (self->selected);
  if (key == NULL || !tl_pair_picker_select (self, key))
    set_selected (self, items->len > 0 ? g_ptr_array_index (items, 0) : NULL);
}

/**
 * tl_pair_picker_hide:
 * @self: the picker
 * @keys: keys of pairs, see tl_pair_item_dup_key()
 * @also: (nullable): one more pair
 *
 * Does not offer some pairs, but all the others.
 */
void
tl_pair_picker_hide (TlPairPicker      *self,
                     const char *const *keys,
                     TlPairItem        *also)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = also != NULL ? tl_pair_item_dup_key (also) : NULL;

  g_return_if_fail (TL_IS_PAIR_PICKER (self));

  g_strv_builder_addv (builder, (const char **) keys);
  if (key != NULL)
    g_strv_builder_add (builder, key);
  g_strfreev (self->hidden);
  self->hidden = g_strv_builder_end (builder);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * tl_pair_picker_get_selected:
 * @self: the picker
 *
 * Returns: (transfer none) (nullable): the pair that is selected; %NULL when there are none
 */
TlPairItem *
tl_pair_picker_get_selected (TlPairPicker *self)
{
  g_return_val_if_fail (TL_IS_PAIR_PICKER (self), NULL);

  return self->selected;
}

/**
 * tl_pair_picker_select:
 * @self: the picker
 * @key: a pair, see tl_pair_item_dup_key()
 *
 * Selects a pair.
 *
 * Returns: whether it is among those that are offered
 */
gboolean
tl_pair_picker_select (TlPairPicker *self,
                       const char   *key)
{
  g_autoptr(TlPairItem) item = NULL;

  g_return_val_if_fail (TL_IS_PAIR_PICKER (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  item = find_key (self, key);
  if (item == NULL)
    return FALSE;
  set_selected (self, item);
  return TRUE;
}
