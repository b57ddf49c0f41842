/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people did can be undone and redone: the latest by a toast, all by Undo and Redo, one after the
 * other, also what was done before the program was started.  The library knows what there is. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-history-words.h"
#include "tl-library-history.h"

/* For how many seconds its toast is seen. */
#define TOAST_SECONDS 10

static GVariant *
make_target (TlUndoKind kind,
             gint64     act)
{
  return g_variant_new ("(sx)", tl_undo_kind_to_string (kind), act);
}

/* ---- the toast ---- */

/* Who works from the keyboard does several things in a second.  The toast that is there tells of the
 * next one: libadwaita 1.2 does not bear that one is dismissed which has just appeared.  It goes away
 * by itself some seconds after the last of them, which its own timeout would not know of. */

static void
let_go_of_toast (TlWindow *self,
                 AdwToast *toast)
{
  if (toast != self->undo_toast)
    return;
  g_clear_handle_id (&self->undo_toast_timer, g_source_remove);
  g_clear_weak_pointer (&self->undo_toast);
}

/* NULL while others are shown before it. */
static GtkWidget *
find_toast_widget (TlWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toast_overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr(AdwToast) toast = NULL;

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (child), "toast") == NULL)
        continue;
      g_object_get (child, "toast", &toast, NULL);
      if (toast == self->undo_toast)
        return child;
    }
  return NULL;
}

/* Not while somebody points at it, or has the focus in it. */
static gboolean
toast_timer_cb (gpointer user_data)
{
  TlWindow *self = user_data;
  GtkWidget *widget = find_toast_widget (self);

  if (widget == NULL ||
      (gtk_widget_get_state_flags (widget) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0)
    self->undo_toast_age = 0;
  else if (++self->undo_toast_age > TOAST_SECONDS)
    {
      self->undo_toast_timer = 0;
      adw_toast_dismiss (self->undo_toast);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
show_toast (TlWindow   *self,
            const char *message,
            const char *button,
            const char *action,
            GVariant   *target)
{
  AdwToast *toast = tl_window_say_with_button (self, message, button, action, target);

  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (let_go_of_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (let_go_of_toast), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->undo_toast, toast);
  self->undo_toast_timer = g_timeout_add_seconds (1, toast_timer_cb, self);
}

static void
say_with_button (TlWindow   *self,
                 const char *message,
                 const char *button,
                 const char *action,
                 TlUndoKind  kind,
                 gint64      act)
{
  g_autoptr(GVariant) target = g_variant_ref_sink (make_target (kind, act));

  self->undo_toast_age = 0;
  if (self->undo_toast == NULL)
    {
      show_toast (self, message, button, action, target);
      return;
    }
  gtk_label_set_text (GTK_LABEL (adw_toast_get_custom_title (self->undo_toast)), message);
  adw_toast_set_button_label (self->undo_toast, button);
  adw_toast_set_action_name (self->undo_toast, action);
  adw_toast_set_action_target_value (self->undo_toast, target);
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
  say_with_button (self, message, _("_Undo"), "win.undo-act", kind, act);
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

  if (undone->is_redo)
    say_with_button (self, message, _("_Undo"), "win.undo-act", undone->entry->kind, undone->entry->act);
  else
    say_with_button (self, message, _("_Redo"), "win.redo-act", undone->entry->kind, undone->entry->act);
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

/* What a toast offers may be undone otherwise by now, or be no more to be done again: then it goes, though
 * not in the moment in which it appeared. */
static void
check_toast (TlWindow *self)
{
  GVariant *target = self->undo_toast != NULL ? adw_toast_get_action_target_value (self->undo_toast) : NULL;
  gboolean is_redo;
  const char *name;
  TlUndoKind kind;
  gint64 act;

  if (target == NULL || self->library == NULL)
    return;
  is_redo = g_str_equal (adw_toast_get_action_name (self->undo_toast), "win.redo-act");
  g_variant_get (target, "(&sx)", &name, &act);
  if (tl_undo_kind_from_string (name, &kind) && !tl_library_has_act (self->library, kind, act, is_redo))
    self->undo_toast_age = TOAST_SECONDS - 1;
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

  check_toast (self);
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
