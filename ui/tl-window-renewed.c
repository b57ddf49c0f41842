/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading articles again that an older version has read, and telling what changed. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-again.h"
#include "tl-renewed-dialog.h"

static void
read_again_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_renewed = 0;

  if (!tl_library_read_again_finish (TL_LIBRARY (source_object), result, &n_renewed, &error))
    g_message ("%s", error->message);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  tl_window_update_actions (self);
  if (n_renewed == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article is read differently now",
                                       "%u articles are read differently now", n_renewed),
                          n_renewed);
  tl_toaster_offer (self->toaster, text, _("_Details"), "win.show-renewed", NULL);
}

/**
 * tl_window_read_again:
 * @self: the window, with a library
 *
 * Reads in the background what an older version of the program has read.
 */
void
tl_window_read_again (TlWindow *self)
{
  tl_library_read_again_async (self->library, self->cancellable, read_again_cb, g_object_ref (self));
}

static void
show_renewed_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TlWindow *self = user_data;

  gtk_window_present (tl_renewed_dialog_new (GTK_WINDOW (self), self->library));
}

static void
forget_renewed_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!tl_library_forget_renewed (self->library, &error))
    tl_window_say (self, error->message);
  tl_window_update_actions (self);
}

static const GActionEntry entries[] = {
  { .name = "show-renewed", .activate = show_renewed_cb },
  { .name = "forget-renewed", .activate = forget_renewed_cb },
};

/**
 * tl_window_add_renewed_actions:
 * @self: the window
 *
 * Adds the actions on what is read differently.
 */
void
tl_window_add_renewed_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
