/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one file that knows which version of GTK is below.  What later versions have renamed
 * or replaced is called here only, by names that all of them still have; when one goes
 * away, this file is where its successor comes in. */

#include "tl-compat.h"

#include <glib/gi18n-lib.h>

/* Addresses that tell the tasks apart: ISO C has no pointer to a function for that. */
static char open_files_tag;
static char open_file_tag;
static char save_file_tag;

/* ---- files ---- */

static GtkFileChooserNative *
get_chooser (GTask *task)
{
  return GTK_FILE_CHOOSER_NATIVE (g_task_get_task_data (task));
}

static void
return_dismissed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                           _("Nothing was chosen"));
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  GTask           *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    return_dismissed (task);
  g_object_unref (task);
}

static void
save_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  GTask           *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    return_dismissed (task);
  g_object_unref (task);
}

/* The task owns the dialog; the reference on the task that is taken here is given back by
 * the response, which comes once, also when the dialog is closed otherwise. */
static void
choose (GTask                *task,
        GtkWindow            *parent,
        const char           *title,
        GtkFileChooserAction  action,
        const char           *accept,
        GCallback             response_cb)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action,
                                                               accept, NULL);

  g_task_set_task_data (task, chooser, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", response_cb, g_object_ref (task));
}

/* What the desktop entry says, too. */
static const char *const article_types[] = {
  "text/plain", "text/markdown", "text/html", "application/xhtml+xml",
  "application/x-mimearchive", "multipart/related", "application/pdf", "message/rfc822",
  "application/mbox", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-flat-xml",
  "application/epub+zip", "application/rtf", "text/rtf", "application/rss+xml",
  "application/atom+xml", "application/feed+json", "application/json", "application/x-ndjson",
  "application/jsonl", "application/zip", "application/x-tar", "application/x-compressed-tar",
  "application/x-bzip-compressed-tar", "application/x-xz-compressed-tar",
  "application/x-zstd-compressed-tar", "application/warc",
};

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr(GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _("Articles"));
  for (guint i = 0; i < G_N_ELEMENTS (article_types); i++)
    gtk_file_filter_add_mime_type (articles, article_types[i]);
  gtk_file_chooser_add_filter (chooser, articles);

  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * tl_compat_open_files_async:
 * @parent: the window that asks
 * @folders: whether to choose folders rather than files
 * @cancellable: (nullable): a cancellable
 * @callback: called when something was chosen, or nothing
 * @user_data: passed to @callback
 *
 * Asks for articles to import.
 */
void
tl_compat_open_files_async (GtkWindow           *parent,
                            gboolean             folders,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooser *chooser;

  g_task_set_source_tag (task, &open_files_tag);
  choose (task, parent,
          folders ? _("Import Folder") : _("Import Articles"),
          folders ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
          _("_Import"), G_CALLBACK (open_response_cb));

  chooser = GTK_FILE_CHOOSER (get_chooser (task));
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  if (!folders)
    add_filters (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * tl_compat_open_files_finish:
 * @result: the result
 * @error: return location for an error, %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full): a list of #GFile, or %NULL
 */
GListModel *
tl_compat_open_files_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &open_files_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_compat_open_file_async:
 * @parent: the window that asks
 * @title: what is opened
 * @filter: what such files are called
 * @pattern: what their names are like
 * @cancellable: (nullable): a cancellable
 * @callback: called when a file was chosen, or none
 * @user_data: passed to @callback
 *
 * Asks for a file.
 */
void
tl_compat_open_file_async (GtkWindow           *parent,
                           const char          *title,
                           const char          *filter,
                           const char          *pattern,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(GtkFileFilter) such = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();
  GtkFileChooser *chooser;

  g_task_set_source_tag (task, &open_file_tag);
  choose (task, parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
          G_CALLBACK (save_response_cb));
  chooser = GTK_FILE_CHOOSER (get_chooser (task));
  gtk_file_filter_set_name (such, filter);
  gtk_file_filter_add_pattern (such, pattern);
  gtk_file_chooser_add_filter (chooser, such);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * tl_compat_open_file_finish:
 * @result: the result
 * @error: return location for an error, %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full): the file, or %NULL
 */
GFile *
tl_compat_open_file_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &open_file_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_compat_save_file_async:
 * @parent: the window that asks
 * @title: what is saved
 * @name: the suggested name
 * @cancellable: (nullable): a cancellable
 * @callback: called when a place was chosen, or none
 * @user_data: passed to @callback
 *
 * Asks where to save a file; overwriting another is asked for too.
 */
void
tl_compat_save_file_async (GtkWindow           *parent,
                           const char          *title,
                           const char          *name,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, &save_file_tag);
  choose (task, parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
          G_CALLBACK (save_response_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (get_chooser (task)), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (get_chooser (task)));
}

/**
 * tl_compat_save_file_finish:
 * @result: the result
 * @error: return location for an error, %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Returns: (transfer full): the file, or %NULL
 */
GFile *
tl_compat_save_file_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &save_file_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- others ---- */

/**
 * tl_compat_open_uri:
 * @parent: the window that asks
 * @uri: an address
 *
 * Opens an address in the program that is meant for it.  That there is none is said by the
 * desktop, not by us.
 */
void
tl_compat_open_uri (GtkWindow  *parent,
                    const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

/**
 * tl_compat_show_about:
 * @parent: the window
 * @version: the program's version
 *
 * Shows what the program is.
 */
void
tl_compat_show_about (GtkWindow  *parent,
                      const char *version)
{
  adw_show_about_window (parent,
                         "application-name", _("Tradelines"),
                         "application-icon", "io.github.tradelines.Tradelines",
                         "version", version,
                         "developer-name", _("The Tradelines developers"),
                         "comments", _("See what articles report of the trade between "
                                       "countries, and where exactly they say it"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}
