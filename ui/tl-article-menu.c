/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of the text of an article: what can be done where the pointer, or the caret, is.  By
 * the second button, a long press, the Menu key or Shift+F10.  GTK's own would have Cut and Paste,
 * which nobody can do in a text that is read. */

#include "tl-article-menu.h"

#include <glib/gi18n-lib.h>

#include "tl-figure-target.h"
#include "tl-popover.h"

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_copying (GMenu *menu)
{
  g_autoptr(GMenu) section = g_menu_new ();
  g_autoptr(GMenu) formats = g_menu_new ();

  append (section, _("_Copy"), "text.copy", NULL);
  append (formats, _("As _Text"), "win.copy-quotation", g_variant_new_string ("plain"));
  append (formats, _("As _Markdown"), "win.copy-quotation", g_variant_new_string ("markdown"));
  append (formats, _("As _BibTeX"), "win.copy-quotation", g_variant_new_string ("bibtex"));
  g_menu_append_submenu (section, _("Copy _Quotation"), G_MENU_MODEL (formats));
  append (section, _("Select _All"), "text.select-all", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_selection (GMenu *menu)
{
  g_autoptr(GMenu) section = g_menu_new ();

  append (section, _("Add _Figure…"), "win.add-figure", NULL);
  append (section, _("Add _Name…"), "win.add-entity", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_marks (GMenu     *menu,
              TlArticle *article,
              GArray    *marks)
{
  g_autoptr(GMenu) section = g_menu_new ();

  append (section, _("What It _Means"), "win.describe-mention", NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      const TlMark *mark = &g_array_index (marks, TlMark, i);

      if (mark->kind == TL_MENTION_FIGURE)
        {
          TlFigure *figure = g_ptr_array_index (tl_article_get_figures (article), mark->index);

          append (section, _("_Why?"), "win.show-why", tl_figure_target_new (0, figure));
          append (section, _("_Edit Figure"), "win.edit-figure", tl_figure_target_new (0, figure));
        }
      else if (mark->kind <= TL_MENTION_EVENT)
        {
          TlEntity *entity = g_ptr_array_index (tl_article_get_entities (article), mark->index);

          if (tl_entity_get_id (entity) != 0)
            append (section, _("_Show Articles Naming It"), "win.list-naming",
                    g_variant_new_int64 (tl_entity_get_id (entity)));
        }
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_article (GMenu *menu)
{
  g_autoptr(GMenu) section = g_menu_new ();

  append (section, _("Edit _Title"), "win.edit-title", NULL);
  append (section, _("Article _Details…"), "win.article-details", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* ---- showing it ---- */

#define PARENT "tl-article-menu-parent"

static GMenuModel *
make_menu (TlArticleText *text)
{
  TlArticleMarks *marks = tl_article_text_get_marks (text);
  gsize caret = tl_article_text_get_caret (text);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GArray) found = tl_article_marks_list (marks, (TlSpan) { (guint32) caret, (guint32) caret + 1 });
  TlSpan selection;

  if (found->len > 0)
    append_marks (menu, tl_article_marks_get_article (marks), found);
  append_copying (menu);
  if (tl_article_text_get_selection (text, &selection))
    append_selection (menu);
  append_article (menu);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* What was chosen is done in the text. */
static void
closed_cb (GtkWidget     *popover,
           TlArticleText *text)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Unless what was chosen has it. */
  if (gtk_widget_get_mapped (GTK_WIDGET (text)) && (focus == NULL || gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (GTK_WIDGET (text));
}

/* The text has a font of its own, which the menu would have, too: so it is the parent's. */
static gboolean
popup (TlArticleText      *text,
       const GdkRectangle *place)
{
  GtkWidget *parent = g_object_get_data (G_OBJECT (text), PARENT);
  g_autoptr(GMenuModel) menu = NULL;
  GtkWidget *popover;
  double x, y;

  if (tl_article_text_get_marks (text) == NULL)
    return FALSE;
  menu = make_menu (text);
  popover = gtk_popover_menu_new_from_model (menu);
  tl_popover_attach (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), text);
  gtk_widget_translate_coordinates (GTK_WIDGET (text), parent, place->x, place->y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) x, (int) y, place->width, place->height });
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

/* The menu is about what is pointed at, or about the selection that this is in. */
static void
point (GtkGesture    *gesture,
       TlArticleText *text,
       double         x,
       double         y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  TlSpan selection;
  gsize byte;

  if (tl_article_text_find_byte (text, x, y, &byte) &&
      (!tl_article_text_get_selection (text, &selection) || byte < selection.start || byte >= selection.end))
    tl_article_text_place_caret (text, byte);
  gtk_widget_grab_focus (GTK_WIDGET (text));
  if (popup (text, &place))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (GtkGesture    *gesture,
            int            n_press,
            double         x,
            double         y,
            TlArticleText *text)
{
  point (gesture, text, x, y);
}

static void
long_pressed_cb (GtkGesture    *gesture,
                 double         x,
                 double         y,
                 TlArticleText *text)
{
  point (gesture, text, x, y);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlArticleText         *text)
{
  GdkModifierType keys = state & gtk_accelerator_get_default_mod_mask ();
  guint32 caret = (guint32) tl_article_text_get_caret (text);
  GdkRectangle place;

  if ((keyval != GDK_KEY_Menu || keys != 0) && (keyval != GDK_KEY_F10 || keys != GDK_SHIFT_MASK))
    return FALSE;
  if (tl_article_text_get_marks (text) == NULL)
    return FALSE;
  tl_article_text_get_place (text, (TlSpan) { caret, caret }, &place);
  return popup (text, &place);
}

/* ---- what GTK's own menu has besides ---- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_activate_action (user_data, "clipboard.copy", NULL);
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_widget_activate_action (user_data, "selection.select-all", NULL);
}

static void
add_actions (TlArticleText *text,
             GtkWidget     *parent)
{
  static const GActionEntry entries[] = {
    { .name = "copy", .activate = copy_cb },
    { .name = "select-all", .activate = select_all_cb },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GAction *copy;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), text);
  copy = g_action_map_lookup_action (G_ACTION_MAP (group), "copy");
  g_object_bind_property (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "has-selection", copy, "enabled",
                          G_BINDING_SYNC_CREATE);
  gtk_widget_insert_action_group (parent, "text", G_ACTION_GROUP (group));
}

static void
add_controller (TlArticleText      *text,
                GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (text), controller);
}

/**
 * tl_article_menu_add_to:
 * @text: the text of an article
 * @parent: what the menu is shown by, a widget around the text
 *
 * Gives a text its menu, in place of GTK's.
 */
void
tl_article_menu_add_to (TlArticleText *text,
                        GtkWidget     *parent)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (text), PARENT, parent);
  add_actions (text, parent);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), text);
  add_controller (text, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), text);
  add_controller (text, GTK_EVENT_CONTROLLER (press));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), text);
  add_controller (text, keys);
}

/**
 * tl_article_menu_remove_from:
 * @text: the text of an article, which has a menu
 *
 * Takes the menu away, where it is shown: before what shows it is disposed of.
 */
void
tl_article_menu_remove_from (TlArticleText *text)
{
  GtkWidget *parent = g_object_get_data (G_OBJECT (text), PARENT);
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (GTK_IS_POPOVER_MENU (child))
        gtk_widget_unparent (child);
    }
}
