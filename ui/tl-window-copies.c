/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of copies: that an article is none. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-entities.h"

static void
set_apart_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 act = 0;
  gboolean is_decided =
    tl_library_decide_finish (TL_LIBRARY (source_object), result, &act, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_decided)
    tl_window_say (self, error->message);
  else if (act != 0)
    tl_window_offer_undo (self, TL_UNDO_DECISION, act, _("No longer taken for a copy"));
}

static void
not_a_copy_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlWindow *self = user_data;

  tl_library_set_apart_async (self->library, g_variant_get_int64 (parameter), NULL, set_apart_cb,
                              g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "not-a-copy", .activate = not_a_copy_cb, .parameter_type = "x" },
};

/**
 * tl_window_add_copy_actions:
 * @self: the window
 *
 * Adds the actions on copies.
 */
void
tl_window_add_copy_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
