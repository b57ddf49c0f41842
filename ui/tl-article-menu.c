/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of the text of an article: what can be done where the pointer, or the caret, is.  By
 * the second button, a long press, the Menu key or Shift+F10. */

#include "tl-article-menu.h"

#include <glib/gi18n-lib.h>

#include "tl-figure-target.h"

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
append_quotation (GMenu *menu)
{
  g_autoptr(GMenu) section = g_menu_new ();
  g_autoptr(GMenu) formats = g_menu_new ();

  append (formats, _("As _Text"), "win.copy-quotation", g_variant_new_string ("plain"));
  append (formats, _("As _Markdown"), "win.copy-quotation", g_variant_new_string ("markdown"));
  append (formats, _("As _BibTeX"), "win.copy-quotation", g_variant_new_string ("bibtex"));
  g_menu_append_submenu (section, _("Copy _Quotation"), G_MENU_MODEL (formats));
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

/* For the menu that GTK is about to show: below its own Copy. */
static void
renew (TlArticleText *text)
{
  TlArticleMarks *marks = tl_article_text_get_marks (text);
  gsize caret = tl_article_text_get_caret (text);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GArray) found = NULL;
  TlSpan selection;

  if (marks == NULL)
    return;
  found = tl_article_marks_list (marks, (TlSpan) { (guint32) caret, (guint32) caret + 1 });
  if (found->len > 0)
    append_marks (menu, tl_article_marks_get_article (marks), found);
  append_quotation (menu);
  if (tl_article_text_get_selection (text, &selection))
    append_selection (menu);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (text), G_MENU_MODEL (menu));
}

/* The menu is about what is pointed at, or about the selection that this is in. */
static void
point (TlArticleText *text,
       double         x,
       double         y)
{
  TlSpan selection;
  gsize byte;

  if (tl_article_text_find_byte (text, x, y, &byte) &&
      (!tl_article_text_get_selection (text, &selection) || byte < selection.start || byte >= selection.end))
    tl_article_text_place_caret (text, byte);
  renew (text);
}

static void
pressed_cb (GtkGesture    *gesture,
            int            n_press,
            double         x,
            double         y,
            TlArticleText *text)
{
  point (text, x, y);
}

static void
long_pressed_cb (GtkGesture    *gesture,
                 double         x,
                 double         y,
                 TlArticleText *text)
{
  point (text, x, y);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlArticleText         *text)
{
  if (keyval == GDK_KEY_Menu || keyval == GDK_KEY_F10)
    renew (text);
  return FALSE;
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
 *
 * Gives a text its menu.
 */
void
tl_article_menu_add_to (TlArticleText *text)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), text);
  add_controller (text, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), text);
  add_controller (text, GTK_EVENT_CONTROLLER (press));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), text);
  add_controller (text, keys);
}
