/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the window: the chart as a picture in a file, articles in several formats. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-chart-saver.h"
#include "tl-export-dialog.h"
#include "tl-export-job.h"

/* A picture that fits the width of a page, sharp enough to be printed on it. */
#define EXPORT_WIDTH 960
#define EXPORT_HEIGHT 600
#define EXPORT_SCALE 2

static const TlChartPicture usual_picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT,
                                              EXPORT_WIDTH, EXPORT_HEIGHT, EXPORT_SCALE };

static void
exported_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  TlWindow *self = TL_WINDOW (source_object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = tl_chart_save_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (file != NULL)
    tl_window_say_with_button (self, _("Chart saved"), _("_Open"), "win.open-file",
                               g_variant_new_take_string (g_file_get_uri (file)));
  else if (error != NULL)
    {
      /* Translators: the text says why */
      g_autofree char *text = g_strdup_printf (_("The chart was not saved: %s"),
                                               error->message);

      tl_window_say (self, text);
    }
}

/**
 * tl_window_export_chart:
 * @self: the window
 *
 * Goes to the chart, asks for a place and saves the chart there.
 */
void
tl_window_export_chart (TlWindow *self)
{
  TlChart *chart;
  g_autofree char *name = NULL;

  tl_window_show_page (self, "chart");
  chart = tl_chart_page_get_chart (self->chart_page);
  if (chart == NULL)
    {
      tl_window_say (self, _("There is no chart to export"));
      return;
    }

  name = tl_chart_page_dup_file_name (self->chart_page);
  tl_chart_save_async (GTK_WINDOW (self), chart, &usual_picture, name, self->cancellable,
                       exported_cb, NULL);
}

/* ---- the clipboard ---- */

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *png = tl_chart_export_to_bytes (task_data, &usual_picture, &error);

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
  TlWindow *self = TL_WINDOW (source_object);
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
 * Copies the chart to the clipboard, as the picture that would be exported.
 */
void
tl_window_copy_chart (TlWindow *self)
{
  TlChart *chart = tl_chart_page_get_chart (self->chart_page);
  g_autoptr(GTask) task = NULL;

  if (chart == NULL)
    {
      tl_window_say (self, _("There is no chart to copy"));
      return;
    }
  task = g_task_new (self, self->cancellable, copied_cb, NULL);
  g_task_set_task_data (task, g_object_ref (chart), g_object_unref);
  g_task_run_in_thread (task, copy_thread);
}

/* ---- articles ---- */

static void
export_done_cb (TlWindow   *self,
                GFile      *file,
                const char *message)
{
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    tl_window_say_with_button (self, message != NULL ? message : _("Articles exported"), _("Open _Folder"),
                               "win.open-file", g_variant_new_take_string (g_file_get_uri (folder)));
  else
    {
      /* Translators: the text says why */
      g_autofree char *text = g_strdup_printf (_("The articles were not exported: %s"), message);

      tl_window_say (self, text);
    }
}

static void
export_articles_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(GArray) shown = NULL;
  TlExportDialog *dialog;

  if (self->library == NULL)
    return;
  if (tl_article_query_is_filtered (tl_articles_page_get_query (self->articles_page)))
    shown = tl_articles_page_dup_ids (self->articles_page);
  dialog = tl_export_dialog_new (GTK_WINDOW (self), self->library, shown,
                                 tl_articles_page_get_selected_id (self->articles_page));
  g_signal_connect_object (dialog, "done", G_CALLBACK (export_done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The citation of an article as a file of it would be. */
static char *
dup_citation (TlWindow       *self,
              gint64          id,
              TlExportFormat  format,
              GError        **error)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TlExportChoice choice = { .format = format, .ids = ids };

  g_array_append_val (ids, id);
  if (!tl_export_write (tl_library_get_path (self->library), &choice, stream, NULL, NULL, NULL, NULL, error) ||
      !g_output_stream_write_all (stream, "", 1, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_strchomp (g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
copy_citation_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id = tl_articles_page_get_selected_id (self->articles_page);
  g_autoptr(GError) error = NULL;
  g_autofree char *citation = NULL;
  TlExportFormat format;

  if (id == 0 || !tl_export_format_from_name (g_variant_get_string (parameter, NULL), &format))
    return;
  citation = dup_citation (self, id, format, &error);
  if (citation == NULL)
    {
      tl_window_say (self, error->message);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), citation);
  tl_window_say (self, _("Citation copied"));
}

/**
 * tl_window_add_export_actions:
 * @self: the window
 *
 * Adds the actions by which articles and their citations leave the library.
 */
void
tl_window_add_export_actions (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-articles", .activate = export_articles_cb },
    { .name = "copy-citation", .activate = copy_citation_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
