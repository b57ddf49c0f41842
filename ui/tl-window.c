/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-entities.h"
#include "tl-model.h"
#include "tl-settings.h"

/**
 * TlWindow:
 *
 * The window: a library's articles and charts, and all that is done with them.  The views
 * in it do not know each other; what goes from one to another goes by actions through here.
 */

typedef enum
{
  PROP_LIBRARY_PATH = 1,
} TlWindowProperty;

static GParamSpec *properties[PROP_LIBRARY_PATH + 1];

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- the library ---- */

/**
 * tl_window_update_content:
 * @self: the window
 *
 * Shows the library, or what there is instead of one.
 */
void
tl_window_update_content (TlWindow *self)
{
  gboolean has_articles = self->library != NULL &&
                          tl_library_get_n_articles (self->library) > 0;
  gboolean had_articles = g_strcmp0 (gtk_stack_get_visible_child_name (self->content),
                                     "library") == 0;

  if (!has_articles || !tl_window_is_reviewing (self))
    gtk_stack_set_visible_child_name (self->content, self->library == NULL ? "error" :
                                                     has_articles ? "library" : "empty");
  if (has_articles && !had_articles)
    tl_articles_page_select_newest (self->articles_page);
  tl_window_update_actions (self);
}

/**
 * tl_window_show_page:
 * @self: the window
 * @name: "articles", "chart" or "entities"
 *
 * Goes to a page.
 */
void
tl_window_show_page (TlWindow   *self,
                     const char *name)
{
  adw_view_stack_set_visible_child_name (self->pages, name);
}

/**
 * tl_window_is_on_page:
 * @self: the window
 * @name: "articles", "chart" or "entities"
 *
 * Returns: whether the page is seen
 */
gboolean
tl_window_is_on_page (TlWindow   *self,
                      const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "library") == 0 &&
         g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), name) == 0;
}

/* What is not done now is done the next time. */
static void
caught_up_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!tl_library_decide_finish (TL_LIBRARY (source_object), result, NULL, &error))
    g_message ("%s", error->message);
  if (!g_cancellable_is_cancelled (self->cancellable))
    tl_window_read_again (self);
}

/**
 * tl_window_open_library:
 * @self: the window, without a library
 *
 * Opens the library, or says why that is not possible.
 */
void
tl_window_open_library (TlWindow *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (self->library == NULL);

  /* No empty one is made in the place of one that a person had. */
  if (self->has_vanished && !g_file_test (tl_window_get_library_path (self), G_FILE_TEST_EXISTS))
    {
      tl_window_say (self, _("It is still not there"));
      return;
    }
  self->library = tl_library_open (self->library_path, &error);
  if (self->library != NULL)
    {
      g_signal_connect_object (self->library, "changed",
                               G_CALLBACK (tl_window_update_content), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->library, "history-changed",
                               G_CALLBACK (tl_window_update_history), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->library, "state-changed",
                               G_CALLBACK (tl_window_update_library), self, G_CONNECT_SWAPPED);
      tl_articles_page_set_library (self->articles_page, self->library);
      tl_chart_page_set_library (self->chart_page, self->library);
      tl_entities_page_set_library (self->entities_page, self->library);
      tl_window_restore_state (self);
      tl_library_catch_up_async (self->library, self->cancellable, caught_up_cb,
                                 g_object_ref (self));
    }
  else
    tl_window_show_library_error (self, error);
  tl_window_update_library (self);
  tl_window_update_content (self);
}

/* ---- what is remembered ---- */

/* What is remembered for every window; see tl-window-state.c for what is of a library. */
static void
restore (TlWindow *self)
{
  GSettings *settings = self->settings;

  tl_settings_bind (settings, "window-width", self, "default-width");
  tl_settings_bind (settings, "window-height", self, "default-height");
  tl_settings_bind (settings, "window-maximized", self, "maximized");
  tl_settings_bind (settings, "list-width", self->articles_page, "list-width");
  tl_settings_bind (settings, "list-width", self->entities_page, "list-width");
  tl_settings_bind (settings, "article-width", self->articles_page, "article-width");
  tl_settings_bind (settings, "reading-visible", self->articles_page, "reading-wanted");
  tl_articles_page_bind_order (self->articles_page, settings);
  tl_entities_page_bind_order (self->entities_page, settings);
  tl_settings_bind (settings, "article-zoom",
                    tl_article_pane_get_view (tl_articles_page_get_article_pane (self->articles_page)), "zoom");
  tl_settings_bind (settings, "show-table", tl_chart_page_get_table (self->chart_page), "visible");
  tl_settings_bind (settings, "arrangement", tl_chart_page_get_comparison (self->chart_page), "arrangement");
  tl_settings_bind (settings, "other-currencies", tl_chart_page_get_comparison (self->chart_page),
                    "other-currencies");
  tl_settings_bind (settings, "hidden-kinds",
                    tl_chart_wishes_get_kinds (tl_chart_page_get_wishes (self->chart_page)), "hidden");
  tl_settings_bind (settings, "rates", tl_chart_page_get_wishes (self->chart_page), "rates");
}

/* ---- the object ---- */

/* Says that names are not read as well as they could be. */
static void
check_model (TlWindow *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (tl_model_check_default (&error))
    return;
  message = g_strdup_printf (_("Names are recognised by rules alone: %s"), error->message);
  tl_toaster_say_lasting (self->toaster, message);
}

static void
tl_window_constructed (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);
  int width;
  int height;

  G_OBJECT_CLASS (tl_window_parent_class)->constructed (object);

  tl_window_open_library (self);
  restore (self);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  tl_adaptive_bin_expect (self->adaptive_bin, width);
  tl_window_update_actions (self);
  check_model (self);
}

static void
tl_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlWindow *self = TL_WINDOW (object);

  switch ((TlWindowProperty) prop_id)
    {
    case PROP_LIBRARY_PATH:
      g_value_set_string (value, self->library_path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_window_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TlWindow *self = TL_WINDOW (object);

  switch ((TlWindowProperty) prop_id)
    {
    case PROP_LIBRARY_PATH:
      self->library_path = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  tl_window_save_state (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  tl_window_cancel_imports (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  /* They hold what they are properties of, which would hear of its library when there is no window. */
  g_action_map_remove_action (G_ACTION_MAP (self), "reading");
  g_action_map_remove_action (G_ACTION_MAP (self), "chart-table");
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WINDOW);
  if (self->watch != NULL)
    tl_library_watch_stop (self->watch);
  g_clear_object (&self->watch);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->state);
  g_clear_object (&self->last_import);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
tl_window_finalize (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_queue_clear_full (&self->imports, g_object_unref);
  g_clear_object (&self->import_cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->toaster);
  g_clear_object (&self->announcer);
  g_free (self->library_path);
  g_free (self->shown_path);

  G_OBJECT_CLASS (tl_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (TL_TYPE_ARTICLES_PAGE);
  g_type_ensure (TL_TYPE_CHART_PAGE);
  g_type_ensure (TL_TYPE_ENTITIES_PAGE);
  g_type_ensure (TL_TYPE_REVIEW_PAGE);
  g_type_ensure (TL_TYPE_IMPORT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, adaptive_bin);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, articles_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, chart_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, entities_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, review_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, library_error);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, error_rescue);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, library_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner_rescue);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner_backups);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner_copy);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, library_label);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, history_menu);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, recent_libraries);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, backups);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, offered_backups);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, drop_sign);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, reading_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, review_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, import_button);
  gtk_widget_class_bind_template_callback (widget_class, tl_window_update_actions);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, tl_window_edit_figure);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tl_window_constructed;
  object_class->get_property = tl_window_get_property;
  object_class->set_property = tl_window_set_property;
  object_class->dispose = tl_window_dispose;
  object_class->finalize = tl_window_finalize;

  properties[PROP_LIBRARY_PATH] =
    g_param_spec_string ("library-path", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  tl_window_install_keys (widget_class);
}

/* GTK 4.8 leaves the focus in a submenu that is closed, where no key is heard any more. */
static gboolean
bring_focus_back_cb (gpointer user_data)
{
  GtkWidget *button = user_data;
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (button);
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkWidget *button)
{
  g_idle_add_full (G_PRIORITY_LOW, bring_focus_back_cb, g_object_ref (button), g_object_unref);
}

static void
tl_window_init (TlWindow *self)
{
  g_queue_init (&self->imports);
  self->cancellable = g_cancellable_new ();
  self->settings = tl_settings_new ();
  tl_window_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->announcer = tl_announcer_new (GTK_WINDOW (self));
  self->toaster = tl_toaster_new (self->toast_overlay, self->announcer);
  g_signal_connect_swapped (gtk_menu_button_get_popover (self->menu_button), "closed", G_CALLBACK (menu_closed_cb),
                            self->menu_button);
  tl_window_add_page_actions (self);
  tl_window_add_drop_target (self);
  /* Who goes elsewhere may come back another day. */
  g_signal_connect (self, "notify::is-active", G_CALLBACK (tl_window_save_state), NULL);
}

/**
 * tl_window_new:
 * @application: the application
 * @library_path: (nullable): the library's file, %NULL for the person's own
 *
 * Returns: (transfer none): a window, not shown yet
 */
TlWindow *
tl_window_new (GtkApplication *application,
               const char     *library_path)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (TL_TYPE_WINDOW,
                       "application", application,
                       "library-path", library_path,
                       NULL);
}

/**
 * tl_window_get_library:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): its library; %NULL when it could not be opened
 */
TlLibrary *
tl_window_get_library (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->library;
}
