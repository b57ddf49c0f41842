/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of charts among what a person brings: each opens a window of its own. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-chart-read.h"
#include "tl-picture-window.h"

/* Nobody brings more charts at once; of more files than these they are not looked for. */
#define MAX_LOOKED_AT 32

static void
reading_free (gpointer reading)
{
  tl_chart_reading_free (reading);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  TlChartReading *reading = tl_chart_read_file (task_data, cancellable, &error);

  if (reading != NULL)
    g_task_return_pointer (task, reading, reading_free);
  else
    g_task_return_error (task, error);
}

static void
say_why (TlWindow     *self,
         GFile        *file,
         const GError *error)
{
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);
  /* Translators: the name of a file, and why it was not imported */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), name, error->message);

  tl_window_say (self, text);
}

static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  GFile *file = g_task_get_task_data (G_TASK (result));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(TlChartReading) reading = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable) || application == NULL)
    return;
  if (reading != NULL)
    gtk_window_present (GTK_WINDOW (tl_picture_window_new (application, file, reading)));
  else
    say_why (self, file, error);
}

static void
open_picture (TlWindow *self,
              GFile    *file)
{
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/**
 * tl_window_take_pictures:
 * @self: the window
 * @files: a list of #GFile
 *
 * Takes the pictures of charts out of what a person brought, and opens the charts.  Other
 * pictures go the way of all files, and are refused there.
 *
 * Returns: (transfer full): a list of the other files
 */
GListModel *
tl_window_take_pictures (TlWindow   *self,
                         GListModel *files)
{
  GListStore *others = g_list_store_new (G_TYPE_FILE);
  guint n_files = g_list_model_get_n_items (files);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      gboolean is_local = i < MAX_LOOKED_AT && g_file_peek_path (file) != NULL;

      if (is_local && tl_chart_is_in_picture (file))
        open_picture (self, file);
      else
        g_list_store_append (others, file);
    }
  return G_LIST_MODEL (others);
}
