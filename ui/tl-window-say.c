/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says: to everybody, and to who hears it. */

#include "tl-window-private.h"

/**
 * tl_window_say:
 * @self: the window
 * @text: a short text
 *
 * Says something that needs no answer.
 */
void
tl_window_say (TlWindow   *self,
               const char *text)
{
  tl_toaster_say (self->toaster, text);
}

static void
say_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  tl_window_say (user_data, g_variant_get_string (parameter, NULL));
}

static void
announce_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  tl_announcer_say_settled (((TlWindow *) user_data)->announcer, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { .name = "say", .activate = say_cb, .parameter_type = "s" },
  { .name = "announce", .activate = announce_cb, .parameter_type = "s" },
};

/**
 * tl_window_add_saying_actions:
 * @self: the window
 *
 * Adds the actions by which a view in it says something.
 */
void
tl_window_add_saying_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * tl_window_get_announcer:
 * @self: the window
 *
 * Returns: (transfer none): what tells a screen reader what happens in it
 */
TlAnnouncer *
tl_window_get_announcer (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->announcer;
}
