/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people did can be undone and redone: the latest by a toast, all by Undo and Redo, one after the
 * other, also what was done before the program was started.  The library knows what there is. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-history-words.h"
#include "tl-library-history.h"

static GVariant *
make_target (TlUndoKind kind,
             gint64     act)
{
  return g_variant_new ("(sx)", tl_undo_kind_to_string (kind), act);
}

/**
 * tl_window_offer_undo:
 * @self: the window
 * @kind: what was done
 * @act: by what the library knows it: of a removal, the article or the table that was removed
 * @message: what to say of it
 *
 * Says that something was done, and offers to undo just that, whatever is done until then.
 */
void
tl_window_offer_undo (TlWindow   *self,
                      TlUndoKind  kind,
                      gint64      act,
                      const char *message)
{
  tl_toaster_offer (self->toaster, message, _("_Undo"), "win.undo-act", make_target (kind, act));
}

/* ---- undoing and redoing ---- */

/* What was undone, and that it can be had again; or the other way round. */
static void
tell (TlWindow       *self,
      const TlUndone *undone)
{
  g_autofree char *words = tl_history_words_new (undone->entry);
  /* Translators: what follows is a noun: "Merge of 2 Entities" */
  g_autofree char *message = g_strdup_printf (undone->is_redo ? _("Redone: %s") : _("Undone: %s"), words);

  tl_toaster_offer (self->toaster, message, undone->is_redo ? _("_Undo") : _("_Redo"),
                    undone->is_redo ? "win.undo-act" : "win.redo-act",
                    make_target (undone->entry->kind, undone->entry->act));
}

/* What it brought is gone: its report is of no use any more. */
static void
forget_import (TlWindow             *self,
               const TlHistoryEntry *entry)
{
  if (entry->kind == TL_UNDO_IMPORT && self->last_import != NULL &&
      tl_import_get_act (self->last_import) == entry->act)
    g_clear_object (&self->last_import);
  tl_window_update_actions (self);
}

/* Where it happened; in a narrow window, what is seen stays: it may be the figure itself. */
static void
show_place (TlWindow       *self,
            const TlUndone *undone)
{
  gboolean is_narrow = tl_adaptive_bin_get_layout (self->adaptive_bin) == TL_LAYOUT_NARROW;

  if (undone->entities != NULL && undone->entities->len > 0 && tl_window_is_on_page (self, "entities"))
    tl_entities_page_choose (self->entities_page, undone->entities);
  if (undone->article_id == 0)
    return;
  if (is_narrow || tl_span_is_empty (undone->span))
    tl_articles_page_select (self->articles_page, undone->article_id);
  else
    tl_articles_page_show_article (self->articles_page, undone->article_id, undone->span);
}

static void
undone_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(TlUndone) undone = { 0 };
  gboolean is_undone = tl_library_undo_finish (TL_LIBRARY (source_object), result, &undone, &error);

  if (g_cancellable_is_cancelled (self->cancellable) || self->library != TL_LIBRARY (source_object))
    return;
  if (!is_undone)
    tl_window_say (self, error->message);
  if (!is_undone || undone.entry == NULL)
    return;
  forget_import (self, undone.entry);
  show_place (self, &undone);
  tell (self, &undone);
}

/* Of an import that still runs, it also stops the rest. */
static gboolean
is_running (TlWindow             *self,
            const TlHistoryEntry *entry)
{
  TlImport *import = g_queue_peek_head (&self->imports);

  return entry->kind == TL_UNDO_IMPORT && import != NULL && tl_import_get_act (import) == entry->act;
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(TlHistoryEntry) entry = self->library != NULL ? tl_library_dup_undo (self->library) : NULL;

  if (entry == NULL)
    return;
  if (is_running (self, entry))
    {
      self->takes_back_import = TRUE;
      tl_window_cancel_imports (self);
      return;
    }
  tl_library_undo_async (self->library, undone_cb, g_object_ref (self));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlWindow *self = user_data;

  if (self->library != NULL)
    tl_library_redo_async (self->library, undone_cb, g_object_ref (self));
}

/**
 * tl_window_undo_act:
 * @self: the window
 * @kind: what was done
 * @act: by what the library knows it
 *
 * Undoes it, whatever was done since.
 */
void
tl_window_undo_act (TlWindow   *self,
                    TlUndoKind  kind,
                    gint64      act)
{
  if (self->library != NULL)
    tl_library_undo_act_async (self->library, kind, act, undone_cb, g_object_ref (self));
}

static void
undo_act_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TlUndoKind kind;
  const char *name;
  gint64 act;

  g_variant_get (parameter, "(&sx)", &name, &act);
  if (tl_undo_kind_from_string (name, &kind))
    tl_window_undo_act (user_data, kind, act);
}

static void
redo_act_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TlWindow *self = user_data;
  TlUndoKind kind;
  const char *name;
  gint64 act;

  g_variant_get (parameter, "(&sx)", &name, &act);
  if (self->library != NULL && tl_undo_kind_from_string (name, &kind))
    tl_library_redo_act_async (self->library, kind, act, undone_cb, g_object_ref (self));
}

/* ---- what can be ---- */

/* What a toast offers may be undone otherwise by now, or be no more to be done again. */
static void
check_offer (TlWindow *self)
{
  GVariant *target;
  const char *action = tl_toaster_get_offer (self->toaster, &target);
  gboolean is_redo = g_strcmp0 (action, "win.redo-act") == 0;
  const char *name;
  TlUndoKind kind;
  gint64 act;

  if (self->library == NULL || (!is_redo && g_strcmp0 (action, "win.undo-act") != 0))
    return;
  g_variant_get (target, "(&sx)", &name, &act);
  if (tl_undo_kind_from_string (name, &kind) && !tl_library_has_act (self->library, kind, act, is_redo))
    tl_toaster_let_go (self->toaster);
}

/* Labels do not change by themselves, so the items are made anew. */
static void
set_item (TlWindow             *self,
          const char           *action,
          char                 *label,
          const TlHistoryEntry *entry)
{
  g_autofree char *owned = label;
  g_autofree char *name = g_strconcat ("win.", action, NULL);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, name);

  g_menu_append_item (self->history_menu, item);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)),
                               entry != NULL);
}

/**
 * tl_window_update_history:
 * @self: the window
 *
 * Offers what can be undone and redone now, by its name.
 */
void
tl_window_update_history (TlWindow *self)
{
  g_autoptr(TlHistoryEntry) undo = self->library != NULL ? tl_library_dup_undo (self->library) : NULL;
  g_autoptr(TlHistoryEntry) redo = self->library != NULL ? tl_library_dup_redo (self->library) : NULL;

  check_offer (self);
  g_menu_remove_all (self->history_menu);
  set_item (self, "undo", tl_history_words_new_undo (undo), undo);
  set_item (self, "redo", tl_history_words_new_redo (redo), redo);
}

static const GActionEntry entries[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "undo-act", .activate = undo_act_cb, .parameter_type = "(sx)" },
  { .name = "redo-act", .activate = redo_act_cb, .parameter_type = "(sx)" },
};

/**
 * tl_window_add_history_actions:
 * @self: the window
 *
 * Adds the actions that undo and redo.
 */
void
tl_window_add_history_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
