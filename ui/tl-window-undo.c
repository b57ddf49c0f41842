/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done can be undone: the latest by a toast, all by Undo, one after the other. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-entities.h"

/**
 * tl_window_offer_undo:
 * @self: the window
 * @kind: what was done
 * @id: to what, or by what it can be undone
 * @message: what to say of it
 *
 * Says that something was done, and offers to undo it.
 */
void
tl_window_offer_undo (TlWindow   *self,
                      TlUndoKind  kind,
                      gint64      id,
                      const char *message)
{
  TlUndo undo = { kind, id };
  AdwToast *toast;

  g_array_append_val (self->undoable, undo);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  toast = tl_window_say_with_button (self, message, _("_Undo"),
                                     kind == TL_UNDO_REMOVAL ? "win.restore-article"
                                                             : "win.undo-decision",
                                     g_variant_new_int64 (id));
  g_set_weak_pointer (&self->undo_toast, toast);
}

static void
forget (TlWindow   *self,
        TlUndoKind  kind,
        gint64      id)
{
  for (guint i = self->undoable->len; i > 0; i--)
    {
      const TlUndo *undo = &g_array_index (self->undoable, TlUndo, i - 1);

      if (undo->kind == kind && undo->id == id)
        g_array_remove_index (self->undoable, i - 1);
    }
}

static void
undone_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!tl_library_decide_finish (TL_LIBRARY (source_object), result, NULL, &error) &&
      !g_cancellable_is_cancelled (self->cancellable))
    tl_window_say (self, error->message);
}

/**
 * tl_window_undo_one:
 * @self: the window
 * @kind: what was done
 * @id: to what, or by what it can be undone
 *
 * Undoes it, whatever was done since.
 */
void
tl_window_undo_one (TlWindow   *self,
                    TlUndoKind  kind,
                    gint64      id)
{
  g_autoptr(GError) error = NULL;

  forget (self, kind, id);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  if (kind == TL_UNDO_DECISION)
    tl_library_undo_decision_async (self->library, id, TRUE, NULL, undone_cb, g_object_ref (self));
  else if (!tl_library_restore (self->library, id, &error))
    tl_window_say (self, error->message);
  else
    tl_articles_page_select (self->articles_page, id);
}

/**
 * tl_window_undo:
 * @self: the window
 *
 * Undoes what was done last, if anything can be undone.
 */
void
tl_window_undo (TlWindow *self)
{
  TlUndo undo;

  if (self->undoable->len == 0)
    return;
  undo = g_array_index (self->undoable, TlUndo, self->undoable->len - 1);
  tl_window_undo_one (self, undo.kind, undo.id);
}
