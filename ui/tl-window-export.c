/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles and their citations leave the window, in several formats. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-export-dialog.h"
#include "tl-export-job.h"

static void
export_done_cb (TlWindow   *self,
                GFile      *file,
                const char *message)
{
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    tl_toaster_offer (self->toaster, message != NULL ? message : _("Articles exported"), _("Open _Folder"),
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
