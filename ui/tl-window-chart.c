/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart leaves the window: as a picture in a file, to the clipboard and on paper. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-chart-export-dialog.h"
#include "tl-chart-print.h"
#include "tl-picture-choices.h"

/* ---- into a file ---- */

static void
exported_cb (TlWindow   *self,
             GFile      *file,
             const char *message)
{
  if (file != NULL)
    tl_toaster_offer (self->toaster, _("Chart saved"), _("_Open"), "win.open-file",
                      g_variant_new_take_string (g_file_get_uri (file)));
  else
    {
      /* Translators: the text says why */
      g_autofree char *text = g_strdup_printf (_("The chart was not saved: %s"), message);

      tl_window_say (self, text);
    }
}

/**
 * tl_window_export_chart:
 * @self: the window
 *
 * Goes to the chart, asks what picture is to be made of it and where to, and saves it there.
 */
void
tl_window_export_chart (TlWindow *self)
{
  TlChart *chart;
  TlChartExportDialog *dialog;

  tl_window_show_page (self, "chart");
  chart = tl_chart_page_get_chart (self->chart_page);
  if (chart == NULL)
    {
      tl_window_say (self, _("There is no chart to export"));
      return;
    }
  dialog = tl_chart_export_dialog_new (GTK_WINDOW (self), chart, tl_chart_page_get_view (self->chart_page), NULL);
  g_signal_connect_object (dialog, "done", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- to the clipboard ---- */

typedef struct
{
  TlChart        *chart;        /* owned */
  TlChartPicture  picture;
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->chart);
  g_free (copying);
}

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Copying *copying = task_data;
  GError *error = NULL;
  GBytes *png = tl_chart_export_to_bytes (copying->chart, &copying->picture, &error);

  if (png != NULL)
    g_task_return_pointer (task, png, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr(GdkContentProvider) content = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (png == NULL)
    {
      tl_window_say (self, error->message);
      return;
    }
  content = gdk_content_provider_new_for_bytes ("image/png", png);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  tl_window_say (self, _("Chart copied"));
}

/**
 * tl_window_copy_chart:
 * @self: the window
 *
 * Copies the chart to the clipboard, as the PNG that would be exported.
 */
void
tl_window_copy_chart (TlWindow *self)
{
  TlChart *chart = tl_chart_page_get_chart (self->chart_page);
  g_autoptr(GTask) task = NULL;
  Copying *copying;

  if (chart == NULL)
    {
      tl_window_say (self, _("There is no chart to copy"));
      return;
    }
  copying = g_new (Copying, 1);
  *copying = (Copying) {
    g_object_ref (chart),
    tl_picture_choices_get_png (self->settings, tl_chart_page_get_view (self->chart_page)),
  };
  task = g_task_new (NULL, self->cancellable, copied_cb, g_object_ref (self));
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, copy_thread);
}

/* ---- on paper ---- */

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            TlWindow                *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: the text says why */
  text = g_strdup_printf (_("The chart was not printed: %s"), error != NULL ? error->message : "");
  tl_window_say (self, text);
}

static void
print_chart_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(GtkPrintOperation) operation = NULL;
  TlChart *chart;

  tl_window_show_page (self, "chart");
  chart = tl_chart_page_get_chart (self->chart_page);
  if (chart == NULL)
    {
      tl_window_say (self, _("There is no chart to print"));
      return;
    }
  operation = tl_chart_print_new (chart);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/**
 * tl_window_add_chart_actions:
 * @self: the window
 *
 * Adds the action that prints the chart.
 */
void
tl_window_add_chart_actions (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "print-chart", .activate = print_chart_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
