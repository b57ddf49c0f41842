/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of an entity in the list of what was read: what a person can say of it.  By the
 * second button, a long press, the Menu key or Shift+F10. */

#include "tl-entity-menu.h"

#include <glib/gi18n-lib.h>

#include "tl-popover.h"
#include "tl-reading-item.h"
#include "tl-reading-row.h"

/* A menu has room for so many names to be set apart. */
#define MAX_FORMS 6

/**
 * tl_entity_menu_append_kinds:
 * @menu: a menu
 * @id: an entity of the library
 * @own: what it is now
 *
 * Adds what else it may be.
 */
void
tl_entity_menu_append_kinds (GMenu         *menu,
                             gint64         id,
                             TlMentionKind  own)
{
  static const struct
  {
    TlMentionKind  kind;
    TlEntityType   type;
    const char    *label;
  } kinds[] = {
    { TL_MENTION_PERSON, TL_ENTITY_PERSON, N_("_Person") },
    { TL_MENTION_ORGANIZATION, TL_ENTITY_ORGANIZATION, N_("_Organization") },
    { TL_MENTION_PLACE, TL_ENTITY_PLACE, N_("P_lace") },
    { TL_MENTION_EVENT, TL_ENTITY_EVENT, N_("_Event") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GMenuItem) item = NULL;

      if (kinds[i].kind == own)
        continue;
      item = g_menu_item_new (_(kinds[i].label), NULL);
      g_menu_item_set_action_and_target (item, "win.retype-entity", "(xs)", id,
                                         tl_entity_type_to_string (kinds[i].type));
      g_menu_append_item (menu, item);
    }
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        gint64      id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

/* A name is no place for mnemonics. */
static char *
dup_label (const char *name,
           gboolean    is_person)
{
  g_auto(GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  return g_strdup_printf (is_person ? _("“%s” Is Somebody Else") : _("“%s” Is Something Else"), plain);
}

static void
append_forms (GMenu     *menu,
              gint64     id,
              gboolean   is_person,
              GPtrArray *forms)
{
  for (guint i = 0; i < forms->len && i < MAX_FORMS; i++)
    {
      const char *form = g_ptr_array_index (forms, i);
      g_autofree char *label = dup_label (form, is_person);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.split-name", "(xs)", id, form);
      g_menu_append_item (menu, item);
    }
}

static GMenuModel *
make_menu (TlReadingItem *item)
{
  gint64 id = tl_reading_item_get_entity_id (item);
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) articles = g_menu_new ();
  g_autoptr(GMenu) names = g_menu_new ();
  g_autoptr(GMenu) kinds = g_menu_new ();
  g_autoptr(GMenu) apart = g_menu_new ();

  append (articles, _("_Show Articles Naming It"), "win.list-naming", id);
  append (articles, _("Show in _Library"), "win.show-entity", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (articles));
  append (names, _("_Rename…"), "win.rename-entity", id);
  append (names, _("_Merge Into…"), "win.merge-entity", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  tl_entity_menu_append_kinds (kinds, id, tl_reading_item_get_kind (item));
  g_menu_append_submenu (menu, _("Change _Kind"), G_MENU_MODEL (kinds));
  append_forms (apart, id, tl_reading_item_get_kind (item) == TL_MENTION_PERSON,
                tl_reading_item_get_forms (item));
  append (apart, _("_Another of This Name Here"), "win.split-entity", id);
  append (apart, _("_Not a Name"), "win.dismiss-entity", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (apart));
  return G_MENU_MODEL (menu);
}

static gboolean
show_menu (GtkWidget *row,
           double     x,
           double     y)
{
  TlReadingItem *item = tl_reading_row_get_item (TL_READING_ROW (row));
  g_autoptr(GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (item == NULL || tl_reading_item_get_entity_id (item) == 0)
    return FALSE;
  menu = make_menu (item);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  tl_popover_attach (popover, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

/* The row that a widget is in, or that it holds. */
static GtkWidget *
find_row (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, TL_TYPE_READING_ROW) : NULL;

  if (row == NULL && widget != NULL)
    row = gtk_widget_get_first_child (widget);
  return row != NULL && TL_IS_READING_ROW (row) ? row : NULL;
}

static void
show_at (GtkGesture *gesture,
         double      x,
         double      y)
{
  GtkWidget *list_view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *row = find_row (gtk_widget_pick (list_view, x, y, GTK_PICK_DEFAULT));
  double row_x, row_y;

  if (row != NULL && gtk_widget_translate_coordinates (list_view, row, x, y, &row_x, &row_y) &&
      show_menu (row, row_x, row_y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y)
{
  show_at (gesture, x, y);
}

static gboolean
shortcut_cb (GtkWidget *list_view,
             GVariant  *args,
             gpointer   user_data)
{
  GtkWidget *row = find_row (gtk_root_get_focus (gtk_widget_get_root (list_view)));

  return row != NULL && show_menu (row, 0, gtk_widget_get_height (row));
}

/**
 * tl_entity_menu_add_to:
 * @list_view: a list of #TlReadingItem in #TlReadingRow
 *
 * Gives the rows of entities that the library knows a menu.
 */
void
tl_entity_menu_add_to (GtkListView *list_view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (list_view), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (show_at), NULL);
  gtk_widget_add_controller (GTK_WIDGET (list_view), GTK_EVENT_CONTROLLER (press));

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (trigger, gtk_callback_action_new (shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (list_view), keys);
}
