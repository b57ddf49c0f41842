/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The daily look at the library: checking it, and a backup. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-upkeep.h"

/* What a person came for goes first; and a window may stay open for days. */
#define FIRST_DELAY 20
#define INTERVAL    (60 * 60)

static gboolean keep_cb (gpointer user_data);

static void
kept_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean has_backup = FALSE;
  gboolean succeeded =
    tl_library_keep_finish (TL_LIBRARY (source_object), result, &has_backup, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (has_backup)
    tl_window_fill_backups (self);
  self->keep_id = g_timeout_add_seconds (INTERVAL, keep_cb, self);
  /* Of damage the banner tells; and another program's backup is as good. */
  if (!succeeded && !g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    {
      /* Translators: the text says why */
      g_autofree char *text = g_strdup_printf (_("The daily backup was not made: %s"),
                                               error->message);

      tl_window_say (self, text);
    }
}

static gboolean
keep_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  self->keep_id = 0;
  tl_window_keep_library (self);
  return G_SOURCE_REMOVE;
}

/**
 * tl_window_keep_library:
 * @self: the window
 *
 * Looks after the library now, if it is time, and again later.
 */
void
tl_window_keep_library (TlWindow *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (self->library != NULL)
    tl_library_keep_async (self->library, self->cancellable, kept_cb, g_object_ref (self));
}

/**
 * tl_window_begin_keeping:
 * @self: the window
 *
 * Has the library looked after as long as the window is there.
 */
void
tl_window_begin_keeping (TlWindow *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->keep_id = g_timeout_add_seconds (FIRST_DELAY, keep_cb, self);
}
