/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which library the window shows, and what is done with the file of one.  Another library is
 * opened in another window: what is being imported into this one goes on, and two can be
 * compared. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "tl-backup.h"
#include "tl-compat.h"
#include "tl-database.h"
#include "tl-library-upkeep.h"

#define SUFFIX ".sqlite"

/**
 * tl_window_get_library_path:
 * @self: the window
 *
 * Returns: the file of its library, be it that it could not be opened
 */
const char *
tl_window_get_library_path (TlWindow *self)
{
  if (self->shown_path == NULL)
    self->shown_path = self->library_path != NULL ? g_strdup (self->library_path)
                                                  : tl_library_dup_default_path ();
  return self->shown_path;
}

/* ---- opening ---- */

static gboolean
is_same_file (const char *path,
              const char *other)
{
  struct stat info, other_info;

  return g_str_equal (path, other) ||
         (stat (path, &info) == 0 && stat (other, &other_info) == 0 &&
          info.st_dev == other_info.st_dev && info.st_ino == other_info.st_ino);
}

static TlWindow *
find_window (GtkApplication *application,
             const char     *path)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (TL_IS_WINDOW (link->data) &&
        is_same_file (tl_window_get_library_path (link->data), path))
      return link->data;
  return NULL;
}

/**
 * tl_window_open_file:
 * @application: the application
 * @from: (nullable): the window from which it is opened
 * @library_path: a library's file
 *
 * Shows a library in the window that has it, or in a new one.  A window that could not open its
 * own goes away for it.
 *
 * Returns: (transfer none): the window
 */
TlWindow *
tl_window_open_file (GtkApplication *application,
                     GtkWindow      *from,
                     const char     *library_path)
{
  g_autofree char *own = tl_library_dup_default_path ();
  TlWindow *window = find_window (application, library_path);

  if (window == NULL)
    window = tl_window_new (application, is_same_file (library_path, own) ? NULL : library_path);
  gtk_window_present (GTK_WINDOW (window));
  if (from != NULL && TL_IS_WINDOW (from) && TL_WINDOW (from) != window &&
      TL_WINDOW (from)->library == NULL)
    gtk_window_destroy (from);
  return window;
}

static void
open_library_file_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  tl_window_open_file (gtk_window_get_application (user_data), user_data,
                       g_variant_get_bytestring (parameter));
}

static void
asked_cb (AdwMessageDialog *dialog,
          const char       *response,
          TlWindow         *self)
{
  if (g_str_equal (response, "open"))
    tl_window_open_file (gtk_window_get_application (GTK_WINDOW (self)), GTK_WINDOW (self),
                         g_object_get_data (G_OBJECT (dialog), "path"));
}

/**
 * tl_window_ask_for_library:
 * @self: the window
 * @path: a library's file that was brought like an article
 *
 * Asks whether it is to be opened.
 */
void
tl_window_ask_for_library (TlWindow   *self,
                           const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Open the Library?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” is a library of articles. It is opened in a window of its "
                                    "own; none of its articles is brought into this one."),
                                  name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "open", _("_Open"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
library_chosen_cb (GObject      *source_object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GFile) file = tl_compat_open_file_finish (result, NULL);

  if (file == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (g_file_peek_path (file) != NULL)
    tl_window_open_file (gtk_window_get_application (GTK_WINDOW (self)), GTK_WINDOW (self),
                         g_file_peek_path (file));
  else
    tl_window_say (self, _("A library has to be on this computer"));
}

static void
choose_library_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;

  tl_compat_open_file_async (GTK_WINDOW (self), _("Open Library"), _("Libraries"), "*" SUFFIX,
                             self->cancellable, library_chosen_cb, g_object_ref (self));
}

/* ---- a place for another file ---- */

typedef void (*PlaceFunc) (TlWindow   *self,
                           const char *path);

typedef struct
{
  TlWindow  *window;            /* owned */
  PlaceFunc  func;
} Place;

static void
place_chosen_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Place *place = user_data;
  g_autoptr(TlWindow) self = place->window;
  PlaceFunc func = place->func;
  g_autoptr(GFile) file = tl_compat_save_file_finish (result, NULL);

  g_free (place);
  if (file == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (g_file_peek_path (file) != NULL)
    func (self, g_file_peek_path (file));
  else
    tl_window_say (self, _("A library has to be on this computer"));
}

static void
choose_place (TlWindow   *self,
              const char *title,
              const char *name,
              PlaceFunc   func)
{
  Place *place = g_new (Place, 1);

  *place = (Place) { g_object_ref (self), func };
  tl_compat_save_file_async (GTK_WINDOW (self), title, name, self->cancellable, place_chosen_cb,
                             place);
}

/* What a new file is called: "library (copy).sqlite" */
static char *
suggest_name (TlWindow   *self,
              const char *what)
{
  g_autofree char *name = g_filename_display_basename (tl_window_get_library_path (self));

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_strdup_printf ("%s (%s)" SUFFIX, name, what);
}

/* The person may have agreed to replace it, yet not meant all the articles in it. */
static void
make_library (TlWindow   *self,
              const char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    tl_window_say (self, _("There is such a file already; choose another name"));
  else
    tl_window_open_file (gtk_window_get_application (GTK_WINDOW (self)), GTK_WINDOW (self), path);
}

static void
new_library_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  choose_place (user_data, _("New Library"), _("articles.sqlite"), make_library);
}

/* ---- a copy ---- */

typedef struct
{
  TlWindow *window;             /* owned */
  char     *path;               /* owned */
  guint     said;               /* that it is being saved */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving->path);
  g_free (saving);
}

/* Says that it is begun, for as long as it takes. */
static Saving *
saving_new (TlWindow   *self,
            const char *path,
            const char *text)
{
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { g_object_ref (self), g_strdup (path), tl_toaster_say_lasting (self->toaster, text) };
  return saving;
}

static void
tell_saved (Saving       *saving,
            const char   *text,
            const GError *error)
{
  g_autofree char *failure = NULL;

  if (g_cancellable_is_cancelled (saving->window->cancellable))
    return;
  tl_toaster_withdraw (saving->window->toaster, saving->said);
  if (error == NULL)
    {
      tl_toaster_offer (saving->window->toaster, text, _("_Open"), "win.open-library-file",
                        g_variant_new_bytestring (saving->path));
      return;
    }
  /* Translators: the text says why */
  failure = g_strdup_printf (_("Nothing was saved: %s"), error->message);
  tl_window_say (saving->window, failure);
}

static void
saved_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr(GError) error = NULL;

  tl_library_save_finish (result, &error);
  tell_saved (saving, _("Copy saved"), error);
  saving_free (saving);
}

static void
save_library (TlWindow   *self,
              const char *path)
{
  tl_library_save_async (tl_window_get_library_path (self), path, self->cancellable, saved_cb,
                         saving_new (self, path, _("Saving a copy…")));
}

static void
save_library_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  /* Translators: stands behind the name of a library in that of the file */
  g_autofree char *name = suggest_name (user_data, C_("file", "copy"));

  choose_place (user_data, _("Save a Copy of the Library"), name, save_library);
}

/* For tests, and what asks for no place. */
static void
save_library_to_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  save_library (user_data, g_variant_get_bytestring (parameter));
}

/* ---- rescue ---- */

static void
rescued_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  TlRescue rescue;

  tl_library_rescue_finish (result, &rescue, &error);
  text = tl_rescue_describe (&rescue);
  tell_saved (saving, text, error);
  saving_free (saving);
}

static void
rescue_library (TlWindow   *self,
                const char *path)
{
  tl_library_rescue_async (tl_window_get_library_path (self), path, self->cancellable, rescued_cb,
                           saving_new (self, path, _("Saving what can be read…")));
}

static void
rescue_library_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  /* Translators: stands behind the name of a library in that of the file */
  g_autofree char *name = suggest_name (user_data, C_("file", "rescued"));

  choose_place (user_data, _("Save What Can Be Read"), name, rescue_library);
}

static void
rescue_library_to_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  rescue_library (user_data, g_variant_get_bytestring (parameter));
}

/* ---- the file goes away ---- */

/* What was there is not written any more: it may be another file by now. */
static void
vanished_cb (TlWindow *self)
{
  g_autoptr(GError) error = NULL;

  self->has_vanished = TRUE;
  tl_window_cancel_imports (self);
  g_clear_object (&self->last_import);
  g_signal_handlers_disconnect_by_data (self->library, self);
  tl_articles_page_set_library (self->articles_page, NULL);
  tl_chart_page_set_library (self->chart_page, NULL);
  tl_entities_page_set_library (self->entities_page, NULL);
  g_clear_object (&self->watch);
  g_clear_object (&self->library);
  tl_database_set_vanished (tl_window_get_library_path (self), &error);
  tl_window_show_library_error (self, error);
  tl_window_update_library (self);
  tl_window_update_content (self);
}

static void
watch_library (TlWindow *self)
{
  if (self->watch != NULL)
    return;
  self->watch = tl_library_watch_new (self->library);
  g_signal_connect_object (self->watch, "vanished", G_CALLBACK (vanished_cb), self,
                           G_CONNECT_SWAPPED);
}

/* ---- what is shown of it ---- */

/* What the library is called, NULL for the person's own. */
static char *
dup_name (TlWindow *self)
{
  const char *path = self->library_path;
  char *name;

  if (path == NULL)
    return NULL;
  if (tl_backup_is_one (path))
    return g_strdup (_("Backup"));
  name = g_filename_display_basename (path);
  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

static void
show_title (TlWindow *self)
{
  const char *path = self->library_path;
  g_autofree char *name = dup_name (self);
  g_autofree char *title = NULL;

  /* Translators: the title of a window: the name of a library, and that of the program */
  title = name != NULL ? g_strdup_printf (_("%s – Tradelines"), name) : g_strdup (_("Tradelines"));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_view_switcher_title_set_subtitle (self->switcher_title, name);
  gtk_label_set_text (self->library_label, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->library_label), path);
}

static const char *
describe_state (TlWindow       *self,
                TlLibraryState  state)
{
  if (state == TL_LIBRARY_DAMAGED)
    return _("This library is damaged. It is opened for reading, as far as it can be read, and "
             "nothing is written into it.");
  if (tl_backup_is_one (tl_window_get_library_path (self)))
    return _("This is a backup, which can only be read. To go on with it, save a copy.");
  return _("This library is where nothing can be written, so it can only be read.");
}

static void
show_state (TlWindow *self)
{
  TlLibraryState state = self->library != NULL ? tl_library_get_state (self->library)
                                               : TL_LIBRARY_WRITABLE;

  if (state != TL_LIBRARY_WRITABLE)
    gtk_label_set_text (self->banner_label, describe_state (self, state));
  gtk_widget_set_visible (self->banner_rescue, state == TL_LIBRARY_DAMAGED);
  gtk_widget_set_visible (self->banner_backups, state == TL_LIBRARY_DAMAGED);
  gtk_widget_set_visible (self->banner_copy, state == TL_LIBRARY_READ_ONLY);
  gtk_revealer_set_reveal_child (self->library_banner, state != TL_LIBRARY_WRITABLE);
}

/**
 * tl_window_update_library:
 * @self: the window
 *
 * Shows which library there is, and what can be done with it.
 */
void
tl_window_update_library (TlWindow *self)
{
  show_title (self);
  show_state (self);
  if (self->library != NULL)
    {
      watch_library (self);
      tl_window_note_library (self);
      tl_window_begin_keeping (self);
    }
  tl_window_fill_recent (self);
  tl_window_fill_backups (self);
  tl_window_update_history (self);
  tl_window_update_actions (self);
}

/**
 * tl_window_show_library_error:
 * @self: the window, without a library
 * @error: why
 *
 * Says why the library cannot be opened, and what can be done about it.
 */
void
tl_window_show_library_error (TlWindow     *self,
                              const GError *error)
{
  /* Translators: why the library could not be opened */
  g_autofree char *text =
    g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_VANISHED)
    ? g_strdup_printf (_("%s.\n\nIt was moved, removed or replaced while it was open. What was "
                         "stored until then is in it."), error->message)
    : g_strdup_printf (_("%s.\n\nThe file was left as it is."), error->message);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  gboolean is_damaged = g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
  gboolean is_vanished = g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_VANISHED);
  gboolean is_newer = g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_NEWER);

  adw_status_page_set_title (self->library_error,
                             is_damaged ? _("The Library Is Damaged") :
                             is_newer ? _("The Library Is of a Newer Version") :
                             is_vanished ? _("The Library Is Gone") :
                             _("The Library Cannot Be Opened"));
  adw_status_page_set_description (self->library_error, markup);
  gtk_widget_set_visible (self->error_rescue, is_damaged);
}

/**
 * tl_window_add_library_actions:
 * @self: the window
 *
 * Adds what can be done with a library's file.
 */
void
tl_window_add_library_actions (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "choose-library", .activate = choose_library_cb },
    { .name = "new-library", .activate = new_library_cb },
    { .name = "open-library-file", .activate = open_library_file_cb, .parameter_type = "ay" },
    { .name = "save-library", .activate = save_library_cb },
    { .name = "save-library-to", .activate = save_library_to_cb, .parameter_type = "ay" },
    { .name = "rescue-library", .activate = rescue_library_cb },
    { .name = "rescue-library-to", .activate = rescue_library_to_cb, .parameter_type = "ay" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
