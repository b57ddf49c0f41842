/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in the window, by menu, button, key or from a row. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-import-report.h"
#include "tl-library-again.h"
#include "tl-guide.h"
#include "tl-original.h"
#include "tl-shortcuts.h"

/* ---- bringing in ---- */

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  tl_window_choose_files (user_data, FALSE);
}

static void
import_folder_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  tl_window_choose_files (user_data, TRUE);
}

static void
import_samples_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  tl_window_import_samples (user_data);
}

static void
cancel_import_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  tl_window_cancel_imports (user_data);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_window_paste (user_data);
}

static void
show_import_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlWindow *self = user_data;

  if (self->last_import != NULL)
    gtk_window_present (tl_import_report_new (GTK_WINDOW (self), self->library, self->last_import));
}

static void
undo_import_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlWindow *self = user_data;

  tl_window_undo_act (self, TL_UNDO_IMPORT, tl_import_get_act (self->last_import));
}

static void
open_library_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TlWindow *self = user_data;

  if (self->library == NULL)
    tl_window_open_library (self);
}

/* ---- removing ---- */

/* Which article is removed, as the toast names it. */
static char *
describe_removal (TlWindow *self,
                  gint64    id)
{
  g_autoptr(TlArticle) article = tl_library_load_article (self->library, id, NULL);
  g_autofree char *title = article != NULL ? tl_article_dup_display_title (article) : NULL;

  return title != NULL ? g_strdup_printf (_("“%s” removed"), title) : g_strdup (_("Article removed"));
}

static void
remove_article_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id = tl_articles_page_get_selected_id (self->articles_page);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (id == 0)
    return;
  message = describe_removal (self, id);
  if (!tl_articles_page_remove_selected (self->articles_page, &error))
    {
      tl_window_say (self, error->message);
      return;
    }
  tl_window_offer_undo (self, TL_UNDO_REMOVAL, id, message);
}

/* ---- going somewhere ---- */

static void
show_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  tl_window_show_page (user_data, g_variant_get_string (parameter, NULL));
}

/* Whether the article on the page is the one that a mark of the chart led to. */
static gboolean
came_from_chart (TlWindow *self)
{
  return self->shown_from_chart != 0 &&
         tl_articles_page_get_selected_id (self->articles_page) == self->shown_from_chart;
}

/* A page that shows one after another goes back in itself first. */
static gboolean
can_go_back (GObject *page)
{
  gboolean can = FALSE;

  g_object_get (page, "can-go-back", &can, NULL);
  return can;
}

static void
go_back_from_entity (TlWindow *self)
{
  if (tl_window_came_from_article (self))
    tl_window_show_page (self, "articles");
  else
    tl_entities_page_go_back (self->entities_page);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlWindow *self = user_data;

  if (tl_window_is_reviewing (self))
    tl_window_leave_review (self);
  else if (tl_window_is_on_page (self, "entities"))
    go_back_from_entity (self);
  else if (tl_window_came_from_review (self))
    tl_window_go_on_reviewing (self);
  else if (came_from_chart (self))
    tl_window_show_page (self, "chart");
  else if (can_go_back (G_OBJECT (self->articles_page)))
    tl_articles_page_go_back (self->articles_page);
  else if (self->listed_for_entities)
    tl_window_show_page (self, "entities");
}

static gboolean
show_article (TlWindow *self,
              gint64    id,
              TlSpan    span)
{
  if (!tl_articles_page_show_article (self->articles_page, id, span))
    {
      tl_window_say (self, _("This article is no longer in the library"));
      return FALSE;
    }
  tl_window_show_page (self, "articles");
  return TRUE;
}

static void
show_article_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  show_article (user_data, g_variant_get_int64 (parameter), (TlSpan) { 0, 0 });
}

static void
show_in_article_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TlWindow *self = user_data;
  TlSpan span;
  gint64 id;

  g_variant_get (parameter, "(xuu)", &id, &span.start, &span.end);
  if (!show_article (self, id, span))
    return;
  self->shown_from_chart = id;
  tl_window_update_actions (self);
}

static void
open_original_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  const char *uri = g_variant_get_string (parameter, NULL);

  if (tl_original_is_web_address (uri))
    tl_compat_open_uri (GTK_WINDOW (user_data), uri);
}

static void
open_file_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  tl_compat_open_uri (GTK_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
export_chart_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  tl_window_export_chart (user_data);
}

static void
copy_chart_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  tl_window_copy_chart (user_data);
}

static void
show_shortcuts_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  tl_shortcuts_show (GTK_WINDOW (user_data));
}

/* What the guide says of what is seen. */
static const char *
find_topic (TlWindow *self)
{
  static const char *const pages[] = { "articles", "chart", "entities" };

  if (tl_window_is_reviewing (self))
    return "review";
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (tl_window_is_on_page (self, pages[i]))
      return pages[i];
  return "import";
}

static void
show_guide_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  tl_guide_show (GTK_WINDOW (user_data), find_topic (user_data));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_compat_show_about (GTK_WINDOW (user_data), TL_VERSION);
}

/* ---- all of them ---- */

static const GActionEntry entries[] = {
  { .name = "import", .activate = import_cb },
  { .name = "import-folder", .activate = import_folder_cb },
  { .name = "import-samples", .activate = import_samples_cb },
  { .name = "cancel-import", .activate = cancel_import_cb },
  { .name = "paste", .activate = paste_cb },
  { .name = "show-import", .activate = show_import_cb },
  { .name = "undo-import", .activate = undo_import_cb },
  { .name = "open-library", .activate = open_library_cb },
  { .name = "remove-article", .activate = remove_article_cb },
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
  { .name = "back", .activate = back_cb },
  { .name = "show-article", .activate = show_article_cb, .parameter_type = "x" },
  { .name = "show-in-article", .activate = show_in_article_cb, .parameter_type = "(xuu)" },
  { .name = "open-original", .activate = open_original_cb, .parameter_type = "s" },
  { .name = "open-file", .activate = open_file_cb, .parameter_type = "s" },
  { .name = "export-chart", .activate = export_chart_cb },
  { .name = "copy-chart", .activate = copy_chart_cb },
  { .name = "show-guide", .activate = show_guide_cb },
  { .name = "show-shortcuts", .activate = show_shortcuts_cb },
  { .name = "about", .activate = about_cb },
};

/**
 * tl_window_install_keys:
 * @widget_class: the class of the window
 *
 * Keys that mean something else in a field of text: they reach the window only when nothing
 * inside it wants them.
 */
void
tl_window_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "win.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK,
                                       "win.redo", NULL);
}

/**
 * tl_window_add_actions:
 * @self: the window
 *
 * Adds the actions; before the template, whose buttons look for them.
 */
void
tl_window_add_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tl_window_add_library_actions (self);
  tl_window_add_history_actions (self);
  tl_window_add_entity_actions (self);
  tl_window_add_copy_actions (self);
  tl_window_add_official_actions (self);
  tl_window_add_name_actions (self);
  tl_window_add_entity_page_actions (self);
  tl_window_add_renewed_actions (self);
  tl_window_add_fact_actions (self);
  tl_window_add_figure_actions (self);
  tl_window_add_adding_actions (self);
  tl_window_add_review_actions (self);
  tl_window_add_saying_actions (self);
  tl_window_add_export_actions (self);
  tl_window_add_chart_actions (self);
  tl_window_add_report_actions (self);
  tl_window_add_search_actions (self);
  tl_window_add_article_actions (self);
}

/**
 * tl_window_add_page_actions:
 * @self: the window, with its pages
 *
 * Adds the actions that are properties of a page.
 */
void
tl_window_add_page_actions (TlWindow *self)
{
  g_autoptr(GPropertyAction) reading =
    g_property_action_new ("reading", self->articles_page, "reading-visible");
  g_autoptr(GPropertyAction) table =
    g_property_action_new ("chart-table", tl_chart_page_get_table (self->chart_page), "visible");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (reading));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (table));
}

static void
set_enabled (TlWindow   *self,
             const char *name,
             gboolean    is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

/* Back leads to where one came from only until one goes elsewhere. */
static void
forget_ways (TlWindow *self,
             gboolean  on_articles,
             gboolean  on_entities)
{
  if (!on_articles)
    {
      self->shown_from_chart = 0;
      self->listed_for_entities = FALSE;
    }
  if (!on_entities)
    self->shown_from_article = 0;
}

/**
 * tl_window_update_actions:
 * @self: the window
 *
 * Offers what can be done now, and shows the buttons that have a meaning on the page that
 * is seen.
 */
void
tl_window_update_actions (TlWindow *self)
{
  gboolean has_articles;
  gboolean on_chart;
  gboolean on_articles;
  gboolean on_entities;
  gboolean has_selected;
  gboolean is_deep;
  gboolean can_write;
  gboolean is_narrow;
  gboolean is_reviewing, can_leave;

  /* The template's own signals come before its children are ours. */
  if (self->content == NULL)
    return;

  can_write = self->library != NULL &&
              tl_library_get_state (self->library) == TL_LIBRARY_WRITABLE;
  has_articles = g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "library") == 0;
  on_chart = tl_window_is_on_page (self, "chart");
  on_entities = tl_window_is_on_page (self, "entities");
  on_articles = has_articles && !on_chart && !on_entities;
  is_reviewing = tl_window_is_reviewing (self);
  forget_ways (self, on_articles, on_entities);
  has_selected = tl_articles_page_get_selected_id (self->articles_page) != 0;

  is_narrow = tl_adaptive_bin_get_layout (self->adaptive_bin) == TL_LAYOUT_NARROW;
  is_deep = can_go_back (G_OBJECT (self->articles_page));
  set_enabled (self, "save-library", self->library != NULL);
  set_enabled (self, "show-official", self->library != NULL);
  set_enabled (self, "show-dismissed", self->library != NULL);
  set_enabled (self, "import", can_write);
  set_enabled (self, "import-folder", can_write);
  set_enabled (self, "paste", can_write);
  set_enabled (self, "import-samples", can_write &&
                                       g_queue_is_empty (&self->imports));
  set_enabled (self, "cancel-import", !g_queue_is_empty (&self->imports));
  set_enabled (self, "show-import", self->last_import != NULL);
  set_enabled (self, "show-renewed",
               self->library != NULL && tl_library_has_renewed (self->library));
  set_enabled (self, "undo-import", self->last_import != NULL);
  set_enabled (self, "export-chart", has_articles);
  set_enabled (self, "copy-chart", has_articles);
  set_enabled (self, "print-chart", has_articles);
  set_enabled (self, "export-report", has_articles);
  set_enabled (self, "remove-article", can_write && on_articles && has_selected);
  set_enabled (self, "article-details", can_write && on_articles && has_selected);
  set_enabled (self, "edit-title", can_write && on_articles && has_selected);
  set_enabled (self, "add-entity", can_write && on_articles && has_selected);
  set_enabled (self, "export-articles", has_articles);
  set_enabled (self, "copy-citation", on_articles && has_selected);
  set_enabled (self, "mark-reviewed", can_write && on_articles && has_selected);
  set_enabled (self, "mark-to-review", can_write && on_articles && has_selected);
  tl_window_update_figure_actions (self, can_write);
  tl_window_update_entity_actions (self, can_write);
  tl_window_update_article_actions (self, on_articles && has_selected);
  set_enabled (self, "add-figure", can_write && on_articles && has_selected);
  set_enabled (self, "search", has_articles);
  set_enabled (self, "review", can_write && has_articles);
  can_leave = is_reviewing || (on_articles && (is_deep || came_from_chart (self) || self->listed_for_entities ||
                                               tl_window_came_from_review (self))) ||
              (on_entities && (can_go_back (G_OBJECT (self->entities_page)) || tl_window_came_from_article (self)));
  set_enabled (self, "back", can_leave);

  gtk_widget_set_visible (self->back_button, can_leave);
  /* Beside Back and what belongs to a page a narrow window has no room for them; the menu has. */
  gtk_widget_set_visible (self->review_button, has_articles && !is_narrow);
  gtk_widget_set_visible (self->import_button, !is_narrow || !(can_leave || on_chart));
  /* Beside all that stands there in a narrow window the name of the program would be cut. */
  adw_view_switcher_title_set_title (self->switcher_title,
                                     is_reviewing ? _("Review")
                                     : on_articles && is_deep ? _("Article")
                                     : _("Tradelines"));
  gtk_widget_set_visible (self->reading_button,
                          on_articles && has_selected && (is_deep || !is_narrow));
  gtk_widget_set_visible (self->export_button, on_chart);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, has_articles);
  /* Beside the switcher, which stands where the title would. */
  gtk_widget_set_visible (GTK_WIDGET (self->library_label),
                          self->library_path != NULL && has_articles && !is_narrow);
  adw_view_switcher_bar_set_reveal (
    self->switcher_bar,
    has_articles && adw_view_switcher_title_get_title_visible (self->switcher_title));
}
