/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-entities-page.h"

#include "tl-bin.h"
#include "tl-entities-pane.h"
#include "tl-entity-group.h"
#include "tl-entity-view.h"
#include "tl-library-entities.h"
#include "tl-settings.h"

/**
 * TlEntitiesPage:
 *
 * The people, organisations, places and events that the articles of a library name: the list of them,
 * and what is known of the one that is chosen, or of several.  Side by side where there is room, one
 * after another where there is not.
 *
 * Properties: "layout"; "can-go-back"; "list-width"; "chosen-id", which changes with what is chosen.
 */
struct _TlEntitiesPage
{
  AdwBin          parent_instance;

  GtkPaned       *paned;
  TlEntitiesPane *pane;
  GtkStack       *stack;
  TlEntityView   *view;
  TlEntityGroup  *group;

  TlLibrary      *library;      /* owned, NULL while there is none */
  TlLayout        layout;
  gboolean        is_opened;    /* in a narrow window, what is chosen is seen, and not the list */
  GArray         *trail;        /* owned (element-type gint64): from where one went on to another, the last one last */
  gboolean        is_going;     /* what is chosen changes by going on, and not by the person's choice */
  guint           position;     /* where what is chosen stood in the list */
  gboolean        is_behind;    /* something changed while nobody saw it */
};

typedef enum
{
  PROP_LAYOUT = 1,
  PROP_CAN_GO_BACK,
  PROP_LIST_WIDTH,
  PROP_CHOSEN_ID,
} TlEntitiesPageProperty;

static GParamSpec *properties[PROP_CHOSEN_ID + 1];

G_DEFINE_FINAL_TYPE (TlEntitiesPage, tl_entities_page, ADW_TYPE_BIN)

/* ---- what is seen ---- */

static gboolean
can_go_back (TlEntitiesPage *self)
{
  return self->trail->len > 0 || (self->layout == TL_LAYOUT_NARROW && self->is_opened);
}

static void
update_panes (TlEntitiesPage *self)
{
  gboolean is_narrow = self->layout == TL_LAYOUT_NARROW;
  gboolean is_empty = FALSE;

  g_object_get (self->pane, "empty", &is_empty, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pane), !is_narrow || !self->is_opened);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), is_narrow ? self->is_opened : !is_empty);
  g_object_set (self->pane, "stands-alone", is_narrow, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

static void
set_opened (TlEntitiesPage *self,
            gboolean        is_opened)
{
  self->is_opened = is_opened;
  update_panes (self);
}

static void
set_layout (TlEntitiesPage *self,
            TlLayout        layout)
{
  if (self->layout == layout)
    return;
  self->layout = layout;
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

/* ---- what is chosen ---- */

static gboolean
holds (GPtrArray *entities,
       gint64     id)
{
  for (guint i = 0; i < entities->len; i++)
    if (((TlKnownEntity *) entities->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* What is still there: what was merged is one by now. */
static GPtrArray *
load_chosen (TlEntitiesPage *self)
{
  GArray *ids = tl_entities_pane_get_chosen (self->pane);
  GPtrArray *entities = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_known_entity_free);

  for (guint i = 0; i < ids->len && self->library != NULL; i++)
    {
      g_autoptr(TlKnownEntity) entity =
        tl_library_load_entity (self->library, g_array_index (ids, gint64, i), NULL);

      if (entity != NULL && !entity->is_dismissed && entity->n_articles > 0 && !holds (entities, entity->id))
        g_ptr_array_add (entities, g_steal_pointer (&entity));
    }
  return entities;
}

static void
show_entities (TlEntitiesPage *self,
               GPtrArray      *entities)
{
  if (entities->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "none");
  else if (entities->len == 1)
    {
      gtk_stack_set_visible_child_name (self->stack, "one");
      tl_entity_view_show (self->view, self->library, entities->pdata[0]);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "several");
      tl_entity_group_show (self->group, self->library, entities);
    }
  if (entities->len == 0)
    self->is_opened = FALSE;
  self->position = tl_entities_pane_get_position (self->pane);
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN_ID]);
}

static void
choose (TlEntitiesPage *self,
        const gint64   *ids,
        guint           n_ids)
{
  self->is_going = TRUE;
  tl_entities_pane_choose (self->pane, ids, n_ids);
  self->is_going = FALSE;
}

/* What nobody sees waits: a window begins with what was chosen when it was left. */
static void
chosen_cb (TlEntitiesPage *self)
{
  if (!self->is_going)
    g_array_set_size (self->trail, 0);
  self->is_behind = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_behind)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN_ID]);
  else
    {
      g_autoptr(GPtrArray) entities = load_chosen (self);

      show_entities (self, entities);
    }
}

static void
open_cb (TlEntitiesPage *self)
{
  if (self->layout == TL_LAYOUT_NARROW && tl_entities_pane_get_chosen (self->pane)->len > 0)
    set_opened (self, TRUE);
}

static void
remove_cb (TlEntitiesPage *self,
           gint64          id)
{
  tl_entities_pane_unchoose (self->pane, id);
}

/* What was said of the library's entities is seen in what is chosen.  Where that is gone, who works
 * through the list goes on with what took its place. */
static void
show_again (TlEntitiesPage *self)
{
  guint n_before = tl_entities_pane_get_chosen (self->pane)->len;
  g_autoptr(GPtrArray) entities = load_chosen (self);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->is_behind = FALSE;
  for (guint i = 0; i < entities->len; i++)
    g_array_append_val (ids, ((TlKnownEntity *) entities->pdata[i])->id);
  if (n_before > 1 && ids->len == 1)
    g_object_set (self->pane, "selecting", FALSE, NULL);
  if (n_before > 0 && ids->len == 0 && self->layout != TL_LAYOUT_NARROW &&
      self->position != GTK_INVALID_LIST_POSITION)
    {
      tl_entities_pane_choose_near (self->pane, self->position);
      return;
    }
  choose (self, (const gint64 *) (gpointer) ids->data, ids->len);
  show_entities (self, entities);
}

static void
changed_cb (TlEntitiesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_again (self);
  else
    self->is_behind = TRUE;
}

/* ---- the widget ---- */

static void
tl_entities_page_map (GtkWidget *widget)
{
  TlEntitiesPage *self = TL_ENTITIES_PAGE (widget);

  GTK_WIDGET_CLASS (tl_entities_page_parent_class)->map (widget);
  if (self->is_behind)
    show_again (self);
}

static void
notify_list_width_cb (TlEntitiesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST_WIDTH]);
}

static void
tl_entities_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlEntitiesPage *self = TL_ENTITIES_PAGE (object);

  switch ((TlEntitiesPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      g_value_set_enum (value, self->layout);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, can_go_back (self));
      break;
    case PROP_LIST_WIDTH:
      g_value_set_int (value, gtk_paned_get_position (self->paned));
      break;
    case PROP_CHOSEN_ID:
      g_value_set_int64 (value, tl_entities_page_get_chosen_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_entities_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlEntitiesPage *self = TL_ENTITIES_PAGE (object);

  switch ((TlEntitiesPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      set_layout (self, g_value_get_enum (value));
      break;
    case PROP_LIST_WIDTH:
      gtk_paned_set_position (self->paned, g_value_get_int (value));
      break;
    case PROP_CAN_GO_BACK:
    case PROP_CHOSEN_ID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_entities_page_dispose (GObject *object)
{
  TlEntitiesPage *self = TL_ENTITIES_PAGE (object);

  if (self->pane != NULL)
    g_signal_handlers_disconnect_by_data (self->pane, self);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ENTITIES_PAGE);
  g_clear_object (&self->library);
  g_clear_pointer (&self->trail, g_array_unref);

  G_OBJECT_CLASS (tl_entities_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_LAYOUT] =
    g_param_spec_enum ("layout", NULL, NULL, TL_TYPE_LAYOUT, TL_LAYOUT_WIDE, G_PARAM_READWRITE | flags);
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_LIST_WIDTH] =
    g_param_spec_int ("list-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | flags);
  properties[PROP_CHOSEN_ID] =
    g_param_spec_int64 ("chosen-id", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_entities_page_class_init (TlEntitiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_entities_page_get_property;
  object_class->set_property = tl_entities_page_set_property;
  object_class->dispose = tl_entities_page_dispose;
  widget_class->map = tl_entities_page_map;
  install_properties (object_class);

  g_type_ensure (TL_TYPE_ENTITIES_PANE);
  g_type_ensure (TL_TYPE_ENTITY_GROUP);
  g_type_ensure (TL_TYPE_ENTITY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-entities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPage, paned);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPage, view);
  gtk_widget_class_bind_template_child (widget_class, TlEntitiesPage, group);
  gtk_widget_class_bind_template_callback (widget_class, update_panes);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
tl_entities_page_init (TlEntitiesPage *self)
{
  self->layout = TL_LAYOUT_WIDE;
  self->trail = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (notify_list_width_cb), self,
                           G_CONNECT_SWAPPED);
  tl_entities_pane_capture_keys (self->pane, GTK_WIDGET (self));
  update_panes (self);
}

/**
 * tl_entities_page_set_library:
 * @self: the page
 * @library: (nullable): a library
 *
 * Shows what a library names; nothing is chosen.
 */
void
tl_entities_page_set_library (TlEntitiesPage *self,
                              TlLibrary      *library)
{
  g_return_if_fail (TL_IS_ENTITIES_PAGE (self));
  g_return_if_fail (library == NULL || TL_IS_LIBRARY (library));

  if (!g_set_object (&self->library, library))
    return;
  if (library != NULL)
    {
      g_signal_connect_object (library, "entities-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "state-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  tl_entities_pane_set_library (self->pane, library);
}

/**
 * tl_entities_page_get_chosen:
 * @self: the page
 *
 * Returns: (transfer none) (element-type gint64): the entities that are chosen
 */
GArray *
tl_entities_page_get_chosen (TlEntitiesPage *self)
{
  g_return_val_if_fail (TL_IS_ENTITIES_PAGE (self), NULL);

  return tl_entities_pane_get_chosen (self->pane);
}

/**
 * tl_entities_page_get_chosen_id:
 * @self: the page
 *
 * Returns: the entity that is chosen; 0 where it is none, or several
 */
gint64
tl_entities_page_get_chosen_id (TlEntitiesPage *self)
{
  GArray *ids;

  g_return_val_if_fail (TL_IS_ENTITIES_PAGE (self), 0);

  ids = tl_entities_pane_get_chosen (self->pane);
  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

/**
 * tl_entities_page_go_to:
 * @self: the page
 * @id: an entity, or a part of it
 *
 * Shows an entity.  Going back leads to the one that was shown before, where the page is seen.
 *
 * Returns: whether it is there
 */
gboolean
tl_entities_page_go_to (TlEntitiesPage *self,
                        gint64          id)
{
  g_autoptr(TlKnownEntity) entity = NULL;
  gint64 before;

  g_return_val_if_fail (TL_IS_ENTITIES_PAGE (self), FALSE);

  entity = self->library != NULL ? tl_library_load_entity (self->library, id, NULL) : NULL;
  if (entity == NULL || entity->is_dismissed)
    return FALSE;
  before = tl_entities_page_get_chosen_id (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_array_set_size (self->trail, 0);
  else if (before != 0 && before != entity->id)
    g_array_append_val (self->trail, before);
  g_object_set (self->pane, "selecting", FALSE, NULL);
  choose (self, &entity->id, 1);
  set_opened (self, TRUE);
  return TRUE;
}

/**
 * tl_entities_page_choose:
 * @self: the page
 * @ids: (element-type gint64): entities
 *
 * Chooses these; a narrow window goes on showing what it shows.
 */
void
tl_entities_page_choose (TlEntitiesPage *self,
                         GArray         *ids)
{
  g_return_if_fail (TL_IS_ENTITIES_PAGE (self));
  g_return_if_fail (ids != NULL);

  tl_entities_pane_choose (self->pane, (const gint64 *) (gpointer) ids->data, ids->len);
}

/**
 * tl_entities_page_is_opened:
 * @self: the page
 *
 * Returns: whether a narrow window shows what is chosen, and not the list
 */
gboolean
tl_entities_page_is_opened (TlEntitiesPage *self)
{
  g_return_val_if_fail (TL_IS_ENTITIES_PAGE (self), FALSE);

  return self->is_opened;
}

/**
 * tl_entities_page_open:
 * @self: the page
 *
 * Has a narrow window show what is chosen, where there is something.
 */
void
tl_entities_page_open (TlEntitiesPage *self)
{
  g_return_if_fail (TL_IS_ENTITIES_PAGE (self));

  if (tl_entities_pane_get_chosen (self->pane)->len > 0)
    set_opened (self, TRUE);
}

/**
 * tl_entities_page_go_back:
 * @self: the page
 *
 * Goes to the entity that was shown before; else, in a narrow window, to the list.
 */
void
tl_entities_page_go_back (TlEntitiesPage *self)
{
  g_return_if_fail (TL_IS_ENTITIES_PAGE (self));

  if (self->trail->len > 0)
    {
      gint64 id = g_array_index (self->trail, gint64, self->trail->len - 1);

      g_array_set_size (self->trail, self->trail->len - 1);
      choose (self, &id, 1);
      update_panes (self);
    }
  else if (can_go_back (self))
    {
      set_opened (self, FALSE);
      tl_entities_pane_focus_list (self->pane);
    }
}

/**
 * tl_entities_page_search:
 * @self: the page
 *
 * Lets type what to search for.
 */
void
tl_entities_page_search (TlEntitiesPage *self)
{
  g_return_if_fail (TL_IS_ENTITIES_PAGE (self));

  if (self->layout == TL_LAYOUT_NARROW)
    set_opened (self, FALSE);
  tl_entities_pane_search (self->pane);
}

/**
 * tl_entities_page_bind_order:
 * @self: the page
 * @settings: (nullable): where it is remembered in which order entities are listed
 */
void
tl_entities_page_bind_order (TlEntitiesPage *self,
                             GSettings      *settings)
{
  g_return_if_fail (TL_IS_ENTITIES_PAGE (self));

  tl_settings_bind (settings, "entity-order", self->pane, "order");
}
