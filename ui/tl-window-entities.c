/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of the entities of an article: it holds in all articles. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-chooser.h"
#include "tl-library-entities.h"

/* ---- what was decided ---- */

typedef struct
{
  TlWindow *window;             /* owned */
  char     *message;            /* owned: what to say when it is done */
} Decision;

/**
 * tl_window_new_decision:
 * @self: the window
 * @message: (transfer full): what to say when it is done
 *
 * Returns: (transfer full): for tl_window_decided_cb()
 */
gpointer
tl_window_new_decision (TlWindow *self,
                        char     *message)
{
  Decision *decision = g_new (Decision, 1);

  *decision = (Decision) { g_object_ref (self), message };
  return decision;
}

/**
 * tl_window_decided_cb:
 * @source_object: the library
 * @result: of what was decided on entities
 * @user_data: (transfer full): from tl_window_new_decision()
 *
 * Says that it is done, and offers to undo it; or why it is not.
 */
void
tl_window_decided_cb (GObject      *source_object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  Decision *decision = user_data;
  g_autoptr(TlWindow) self = decision->window;
  g_autofree char *message = decision->message;
  g_autoptr(GError) error = NULL;
  gint64 act = 0;
  gboolean is_decided =
    tl_library_decide_finish (TL_LIBRARY (source_object), result, &act, &error);

  g_free (decision);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_decided)
    tl_window_say (self, error->message);
  else if (act != 0)
    tl_window_offer_undo (self, TL_UNDO_DECISION, act, message);
}

/* NULL where it is gone: by then the list shows so. */
static TlKnownEntity *
load (TlWindow *self,
      gint64    id)
{
  g_autoptr(GError) error = NULL;
  TlKnownEntity *entity = tl_library_load_entity (self->library, id, &error);

  if (error != NULL)
    tl_window_say (self, error->message);
  return entity;
}

/* ---- another name ---- */

typedef struct
{
  TlWindow *window;             /* outlives its dialog */
  gint64    id;
  GtkWidget *entry;
} Renaming;

static void
rename_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    Renaming         *renaming)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (renaming->entry))));

  if (!g_str_equal (response, "rename") || *name == '\0')
    return;
  tl_library_rename_entity_async (renaming->window->library, renaming->id, name, NULL, tl_window_decided_cb,
                                  tl_window_new_decision (renaming->window,
                                                g_strdup_printf (_("Renamed to “%s”"), name)));
}

static void
name_changed_cb (GtkEditable      *entry,
                 AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "rename", *name != '\0');
}

static void
renaming_free (gpointer  renaming,
               GClosure *closure)
{
  g_free (renaming);
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(TlKnownEntity) entity = load (self, g_variant_get_int64 (parameter));
  AdwMessageDialog *dialog;
  Renaming *renaming;

  if (entity == NULL)
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Rename"),
                                                       _("The name is used in all articles")));
  renaming = g_new (Renaming, 1);
  *renaming = (Renaming) { self, entity->id, gtk_entry_new () };
  gtk_editable_set_text (GTK_EDITABLE (renaming->entry), entity->name);
  gtk_entry_set_activates_default (GTK_ENTRY (renaming->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (renaming->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_set_extra_child (dialog, renaming->entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "rename");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (renaming->entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (rename_response_cb), renaming,
                         renaming_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the same as another ---- */

static void
chosen_cb (TlEntityChooser *chooser,
           gint64           into,
           const char      *name,
           TlWindow        *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (chooser), "entity");

  tl_library_merge_entities_async (self->library, *id, into, NULL, tl_window_decided_cb,
                                   tl_window_new_decision (self, g_strdup_printf (_("Merged into “%s”"),
                                                                        name)));
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(TlKnownEntity) entity = load (self, g_variant_get_int64 (parameter));
  TlEntityChooser *chooser;

  if (entity == NULL)
    return;
  chooser = tl_entity_chooser_new (GTK_WINDOW (self), self->library, entity);
  g_object_set_data_full (G_OBJECT (chooser), "entity",
                          g_memdup2 (&entity->id, sizeof entity->id), g_free);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

/* ---- without a question ---- */

static void
split_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(TlKnownEntity) entity = load (self, g_variant_get_int64 (parameter));

  if (entity == NULL)
    return;
  if (entity->n_articles < 2)
    {
      tl_window_say (self, _("No other article names it"));
      return;
    }
  tl_library_split_article_async (self->library, entity->id,
                                  tl_articles_page_get_selected_id (self->articles_page), NULL,
                                  tl_window_decided_cb,
                                  tl_window_new_decision (self, g_strdup_printf (
                                    _("“%s” of this article set apart"), entity->name)));
}

static void
split_name_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlWindow *self = user_data;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &name);
  tl_library_split_name_async (self->library, id, name, NULL, tl_window_decided_cb,
                               tl_window_new_decision (self, g_strdup_printf (_("“%s” set apart"), name)));
}

static void
dismiss_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(TlKnownEntity) entity = load (self, g_variant_get_int64 (parameter));

  if (entity != NULL)
    tl_library_dismiss_entity_async (self->library, entity->id, NULL, tl_window_decided_cb,
                                     tl_window_new_decision (self, g_strdup_printf (
                                       _("“%s” is no name any more"), entity->name)));
}

static void
retype_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(TlKnownEntity) entity = NULL;
  const char *type_name;
  TlEntityType type;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &type_name);
  entity = tl_entity_type_from_string (type_name, &type) ? load (self, id) : NULL;
  if (entity != NULL)
    tl_library_retype_entity_async (self->library, entity->id, type, NULL, tl_window_decided_cb,
                                    tl_window_new_decision (self, g_strdup_printf (
                                      _("Kind of “%s” changed"), entity->name)));
}

static const GActionEntry entries[] = {
  { .name = "rename-entity", .activate = rename_cb, .parameter_type = "x" },
  { .name = "merge-entity", .activate = merge_cb, .parameter_type = "x" },
  { .name = "split-entity", .activate = split_cb, .parameter_type = "x" },
  { .name = "split-name", .activate = split_name_cb, .parameter_type = "(xs)" },
  { .name = "dismiss-entity", .activate = dismiss_cb, .parameter_type = "x" },
  { .name = "retype-entity", .activate = retype_cb, .parameter_type = "(xs)" },
};

/**
 * tl_window_add_entity_actions:
 * @self: the window
 *
 * Adds the actions of the menu of an entity.
 */
void
tl_window_add_entity_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * tl_window_update_entity_actions:
 * @self: the window
 * @can_write: whether something can be decided
 *
 * Offers to say something of entities where it can be kept.
 */
void
tl_window_update_entity_actions (TlWindow *self,
                                 gboolean  can_write)
{
  static const char *const others[] = { "merge-entities", "restore-entity" };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)), can_write);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), others[i])), can_write);
}
