/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-application.h"

#include <glib/gi18n-lib.h>

#include "tl-inner-names.h"
#include "tl-library-upkeep.h"
#include "tl-popover.h"
#include "tl-search-provider.h"
#include "tl-window.h"

/* How long the program waits for the next question without a window, in milliseconds. */
#define SEARCH_PAUSE 10000

/**
 * TlApplication:
 *
 * The program: a window for each library, and the files that it is asked to open.
 */
struct _TlApplication
{
  AdwApplication    parent_instance;

  char             *library_path;       /* owned, NULL for the person's own library */
  gboolean          is_sample;          /* the library is to have the sample articles in it */
  TlSearchProvider *provider;           /* owned, NULL while there is no bus */
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_("Use another library than your own"), N_("FILE") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Use a library of sample articles"), NULL },
  { NULL }
};

static TlWindow *
get_window (TlApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  TlLibrary *library;

  if (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (TL_IS_WINDOW (window))
    return TL_WINDOW (window);

  window = GTK_WINDOW (tl_window_new (GTK_APPLICATION (self), self->library_path));
  library = tl_window_get_library (TL_WINDOW (window));
  if (self->is_sample && library != NULL && tl_library_get_n_articles (library) == 0)
    tl_window_import_samples (TL_WINDOW (window));
  return TL_WINDOW (window);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Not g_application_quit(): a window puts away what it has begun. */
  g_list_foreach (windows, (GFunc) (void (*) (void)) gtk_window_destroy, NULL);
  g_list_free (windows);
}

/* From the launcher's menu, also where the program does not run yet. */
static void
do_in_window (TlApplication *self,
              const char    *action,
              GVariant      *parameter)
{
  TlWindow *window = get_window (self);

  gtk_window_present (GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
}

static void
new_import_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  do_in_window (user_data, "import", NULL);
}

static void
show_chart_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  do_in_window (user_data, "show-page", g_variant_new_string ("chart"));
}

/* What was found is in the person's own library, whatever the active window shows. */
static void
wanted_cb (TlSearchProvider *provider,
           const char       *action,
           GVariant         *target,
           TlApplication    *self)
{
  g_autofree char *path = tl_library_dup_default_path ();
  TlWindow *window = tl_window_open_file (GTK_APPLICATION (self), NULL, path);

  g_action_group_activate_action (G_ACTION_GROUP (window), action, target);
}

static gboolean
tl_application_dbus_register (GApplication     *application,
                              GDBusConnection  *connection,
                              const char       *object_path,
                              GError          **error)
{
  TlApplication *self = TL_APPLICATION (application);
  g_autofree char *library_path = tl_library_dup_default_path ();
  g_autofree char *provider_path = g_strconcat (object_path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (tl_application_parent_class)->dbus_register (application, connection,
                                                                         object_path, error))
    return FALSE;
  self->provider = tl_search_provider_new (application, library_path);
  g_signal_connect (self->provider, "wanted", G_CALLBACK (wanted_cb), self);
  return tl_search_provider_export (self->provider, connection, provider_path, error);
}

static void
tl_application_dbus_unregister (GApplication    *application,
                                GDBusConnection *connection,
                                const char      *object_path)
{
  TlApplication *self = TL_APPLICATION (application);

  if (self->provider != NULL)
    tl_search_provider_unexport (self->provider);
  g_clear_object (&self->provider);

  G_APPLICATION_CLASS (tl_application_parent_class)->dbus_unregister (application, connection,
                                                                      object_path);
}

static void
set_accelerators (GtkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *keys[4];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.import", { "<Control>o" } },
    { "win.search", { "<Control>f" } },
    { "win.next-hit", { "<Control>g" } },
    { "win.previous-hit", { "<Control><Shift>g" } },
    { "win.review", { "<Control><Shift>r" } },
    { "win.add-figure", { "<Control>d" } },
    { "win.mark-reviewed", { "<Control>r" } },
    { "win.find-in-article", { "<Control><Shift>f" } },
    { "win.copy-quotation::plain", { "<Control><Alt>c" } },
    { "win.describe-mention", { "<Control>i" } },
    { "win.next-mention", { "<Alt>Down" } },
    { "win.previous-mention", { "<Alt>Up" } },
    { "win.next-figure", { "<Alt>Page_Down" } },
    { "win.previous-figure", { "<Alt>Page_Up" } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.zoom-normal", { "<Control>0", "<Control>KP_0" } },
    { "win.import-folder", { "<Control><Shift>o" } },
    { "win.export-chart", { "<Control>e" } },
    { "win.copy-chart", { "<Control><Shift>c" } },
    { "win.chart-table", { "<Control>t" } },
    { "win.print-chart", { "<Control>p" } },
    { "win.show-page::articles", { "<Alt>1" } },
    { "win.show-page::chart", { "<Alt>2" } },
    { "win.show-page::entities", { "<Alt>3" } },
    { "win.add-entity", { "<Control><Shift>n" } },
    { "win.article-details", { "<Alt>Return", "<Alt>KP_Enter" } },
    { "win.back", { "<Alt>Left", "Back" } },
    { "win.reading", { "F9" } },
    { "win.show-guide", { "F1" } },
    { "win.show-shortcuts", { "<Control>question", "<Control>F1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (self, accelerators[i].action, accelerators[i].keys);
}

static void
tl_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "new-import", .activate = new_import_cb },
    { .name = "show-chart", .activate = show_chart_cb },
  };

  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (TL_APPLICATION_ID);
  tl_inner_names_watch_buttons ();
  tl_popover_watch_all ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries,
                                   G_N_ELEMENTS (entries), application);
  set_accelerators (GTK_APPLICATION (application));

  /* Who types a word into the search of the desktop asks for each letter. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, SEARCH_PAUSE);
}

/* With a window the program ends when that is closed, and not a while after it. */
static void
tl_application_window_added (GtkApplication *application,
                             GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (tl_application_parent_class)->window_added (application, window);

  g_application_set_inactivity_timeout (G_APPLICATION (application), 0);
}

static void
tl_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (TL_APPLICATION (application))));
}

static void
tl_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  g_autoptr(GListStore) list = g_list_store_new (G_TYPE_FILE);
  TlWindow *window;

  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);

      if (path != NULL && tl_library_is_file (path))
        tl_window_open_file (GTK_APPLICATION (application), NULL, path);
      else
        g_list_store_append (list, files[i]);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    return;
  window = get_window (TL_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  tl_window_import (window, G_LIST_MODEL (list));
}

/* A program on another library has nothing to do with the one that may run on the person's
 * own: it stays by itself. */
static int
tl_application_handle_local_options (GApplication *application,
                                     GVariantDict *dictionary)
{
  TlApplication *self = TL_APPLICATION (application);

  self->is_sample = g_variant_dict_contains (dictionary, "sample");
  if (!g_variant_dict_lookup (dictionary, "library", "^ay", &self->library_path) &&
      self->is_sample)
    self->library_path = g_build_filename (g_get_user_data_dir (), "tradelines",
                                           "sample.sqlite", NULL);
  if (self->library_path != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
tl_application_finalize (GObject *object)
{
  g_free (TL_APPLICATION (object)->library_path);

  G_OBJECT_CLASS (tl_application_parent_class)->finalize (object);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_application_finalize;

  application_class->dbus_register = tl_application_dbus_register;
  application_class->dbus_unregister = tl_application_dbus_unregister;
  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
  application_class->handle_local_options = tl_application_handle_local_options;

  gtk_application_class->window_added = tl_application_window_added;
}

static void
tl_application_init (TlApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_application_set_option_context_summary (
    application,
    _("Shows what articles report of the trade between countries.\n"
      "Without a window: “tradelines extract --help”, “tradelines chart --help”."));
}

/**
 * tl_application_new:
 *
 * Returns: (transfer full): the application, which does not run yet
 */
TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION,
                       "application-id", TL_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/tradelines/Tradelines",
                       NULL);
}
