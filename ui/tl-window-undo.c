/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done can be undone: the latest by a toast, all by Undo, one after the other. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-entities.h"
#include "tl-library-facts.h"
#include "tl-library-official.h"
#include "tl-library-remove.h"

/**
 * tl_undo_clear:
 * @undo: (type TlUndo): what can be undone
 *
 * Frees what it holds.
 */
void
tl_undo_clear (gpointer undo)
{
  g_clear_pointer (&((TlUndo *) undo)->ids, g_array_unref);
  g_clear_pointer (&((TlUndo *) undo)->tables, g_array_unref);
}

static const char *
get_action (TlUndoKind kind)
{
  switch (kind)
    {
    case TL_UNDO_REMOVAL:
      return "win.restore-article";
    case TL_UNDO_CORRECTION:
      return "win.undo-correction";
    case TL_UNDO_OFFICIAL:
      return "win.restore-official";
    case TL_UNDO_DECISION:
    case TL_UNDO_IMPORT:
    default:
      return "win.undo-decision";
    }
}

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
  TlUndo undo = { kind, id, NULL, NULL };
  AdwToast *toast;

  g_array_append_val (self->undoable, undo);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  toast = tl_window_say_with_button (self, message, _("_Undo"), get_action (kind),
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

static void
uncorrected_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!tl_library_correct_finish (TL_LIBRARY (source_object), result, NULL, &id, &error))
    tl_window_say (self, error->message);
  else if (id != 0)
    tl_articles_page_select (self->articles_page, id);
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
  switch (kind)
    {
    case TL_UNDO_DECISION:
      tl_library_undo_decision_async (self->library, id, TRUE, NULL, undone_cb, g_object_ref (self));
      break;
    case TL_UNDO_CORRECTION:
      tl_library_undo_correction_async (self->library, id, TRUE, NULL, uncorrected_cb, g_object_ref (self));
      break;
    case TL_UNDO_REMOVAL:
      if (tl_library_restore (self->library, id, &error))
        tl_articles_page_select (self->articles_page, id);
      else
        tl_window_say (self, error->message);
      break;
    case TL_UNDO_OFFICIAL:
      if (!tl_library_restore_official (self->library, id, &error))
        tl_window_say (self, error->message);
      break;
    case TL_UNDO_IMPORT:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_window_add_undo_import:
 * @self: the window
 * @ids: (element-type gint64): the articles that an import brought
 * @tables: (element-type gint64): the tables of official figures that it brought
 *
 * Puts an import on the list of what can be undone.
 */
void
tl_window_add_undo_import (TlWindow *self,
                           GArray   *ids,
                           GArray   *tables)
{
  TlUndo undo = { TL_UNDO_IMPORT, 0, g_array_ref (ids), g_array_ref (tables) };

  g_array_append_val (self->undoable, undo);
}

static void
import_undone_cb (GObject      *source_object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_removed = 0;
  gboolean is_undone =
    tl_library_remove_many_finish (TL_LIBRARY (source_object), result, &n_removed, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (is_undone && n_removed == 0)
    text = g_strdup (_("Import undone"));
  else if (is_undone)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import undone; %u article removed",
                                         "Import undone; %u articles removed", n_removed),
                            n_removed);
  tl_window_say (self, is_undone ? text : error->message);
}

/**
 * tl_window_undo_import:
 * @self: the window
 * @ids: (element-type gint64): the articles that an import brought
 *
 * Takes all of them out of the library, in one step, and the official figures that came with them.
 */
void
tl_window_undo_import (TlWindow *self,
                       GArray   *ids)
{
  g_autoptr(GArray) removed = g_array_ref (ids);
  g_autoptr(GArray) tables = NULL;

  for (guint i = self->undoable->len; i > 0; i--)
    {
      TlUndo *undo = &g_array_index (self->undoable, TlUndo, i - 1);

      if (undo->ids != removed)
        continue;
      g_clear_pointer (&tables, g_array_unref);
      tables = g_steal_pointer (&undo->tables);
      g_array_remove_index (self->undoable, i - 1);
    }
  if (self->last_import != NULL && tl_import_get_added (self->last_import) == removed)
    g_clear_object (&self->last_import);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  tl_window_update_actions (self);
  tl_library_remove_many_async (self->library, removed, tables, NULL, import_undone_cb, g_object_ref (self));
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
  if (undo.kind == TL_UNDO_IMPORT)
    tl_window_undo_import (self, undo.ids);
  else
    tl_window_undo_one (self, undo.kind, undo.id);
}
