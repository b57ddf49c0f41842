/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at the official figures that the library holds, and removing them. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-official.h"
#include "tl-official-dialog.h"

static void
show_official_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlWindow *self = user_data;

  if (self->library != NULL)
    gtk_window_present (tl_official_dialog_new (GTK_WINDOW (self), self->library));
}

static void
remove_official_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(GError) error = NULL;

  if (self->library == NULL)
    return;
  if (tl_library_remove_official (self->library, id, &error))
    tl_window_offer_undo (self, TL_UNDO_OFFICIAL, id, _("Official figures removed"));
  else
    tl_window_say (self, error->message);
}

static const GActionEntry entries[] = {
  { .name = "show-official", .activate = show_official_cb },
  { .name = "remove-official", .activate = remove_official_cb, .parameter_type = "x" },
};

/**
 * tl_window_add_official_actions:
 * @self: the window
 *
 * Adds the actions on official figures.
 */
void
tl_window_add_official_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
