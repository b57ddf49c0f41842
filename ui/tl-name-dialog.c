/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-name-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-chooser.h"

struct _TlNameDialog
{
  AdwWindow       parent_instance;

  GtkLabel       *words;
  GtkWidget      *kinds;
  GtkCheckButton *person;
  GtkCheckButton *organization;
  GtkCheckButton *place;
  GtkCheckButton *event;
  AdwActionRow   *same_row;
  GtkWidget      *forget_button;
  GtkWidget      *choose_button;
  GtkSwitch      *everywhere;
  GtkWidget      *add_button;

  TlLibrary      *library;      /* owned */
  gint64          into;         /* the entity that is named, or 0 */
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlNameDialog, tl_name_dialog, ADW_TYPE_WINDOW)

static TlEntityType
get_kind (TlNameDialog *self)
{
  if (gtk_check_button_get_active (self->organization))
    return TL_ENTITY_ORGANIZATION;
  if (gtk_check_button_get_active (self->place))
    return TL_ENTITY_PLACE;
  return gtk_check_button_get_active (self->event) ? TL_ENTITY_EVENT : TL_ENTITY_PERSON;
}

static GtkCheckButton *
get_button (TlNameDialog *self,
            TlEntityType  type)
{
  GtkCheckButton *const buttons[TL_N_ENTITY_TYPES] = {
    [TL_ENTITY_PERSON] = self->person,
    [TL_ENTITY_ORGANIZATION] = self->organization,
    [TL_ENTITY_PLACE] = self->place,
    [TL_ENTITY_EVENT] = self->event,
  };

  return buttons[type];
}

static void
set_kind (TlNameDialog *self,
          TlEntityType  type)
{
  gtk_check_button_set_active (get_button (self, type), TRUE);
}

/* What another one is, its other name is, too. */
static void
set_into (TlNameDialog *self,
          gint64        into,
          const char   *name)
{
  self->into = into;
  adw_action_row_set_subtitle (self->same_row, name);
  gtk_widget_set_visible (self->forget_button, into != 0);
  gtk_widget_set_sensitive (self->kinds, into == 0);
}

static void
chosen_cb (TlEntityChooser *chooser,
           gint64           into,
           const char      *name,
           TlNameDialog    *self)
{
  TlKnownEntity *entity = tl_library_load_entity (self->library, into, NULL);

  if (entity == NULL)
    return;
  set_kind (self, entity->type);
  set_into (self, into, name);
  gtk_widget_grab_focus (self->add_button);
  tl_known_entity_free (entity);
}

static void
choose_cb (TlNameDialog *self)
{
  TlEntityChooser *chooser =
    tl_entity_chooser_new_for_words (GTK_WINDOW (self), self->library, gtk_label_get_text (self->words));

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
forget_cb (TlNameDialog *self)
{
  gtk_widget_grab_focus (self->choose_button);
  set_into (self, 0, _("A new name"));
}

static void
add_cb (TlNameDialog *self)
{
  g_signal_emit (self, signals[ADDED], 0, (int) get_kind (self), self->into,
                 gtk_switch_get_active (self->everywhere));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
tl_name_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_NAME_DIALOG);
  g_clear_object (&TL_NAME_DIALOG (object)->library);

  G_OBJECT_CLASS (tl_name_dialog_parent_class)->dispose (object);
}

static void
tl_name_dialog_class_init (TlNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_name_dialog_dispose;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT64, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, words);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, person);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, organization);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, place);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, event);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, same_row);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, forget_button);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, everywhere);
  gtk_widget_class_bind_template_child (widget_class, TlNameDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_name_dialog_init (TlNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_name_dialog_new:
 * @parent: the window that it belongs to
 * @library: where the entities are that may be named
 * @words: the words
 * @type: what they most likely name
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
TlNameDialog *
tl_name_dialog_new (GtkWindow  *parent,
                    TlLibrary  *library,
                    const char *words,
                    TlEntityType type)
{
  TlNameDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (TL_TYPE_NAME_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  gtk_label_set_text (self->words, words);
  set_kind (self, type);
  set_into (self, 0, _("A new name"));
  gtk_widget_grab_focus (GTK_WIDGET (get_button (self, type)));
  return self;
}
