/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-kind-chips.h"

#include <glib/gi18n-lib.h>

#include "tl-mark-swatch.h"
#include "tl-wrap-layout.h"

struct _TlKindChips
{
  AdwBin           parent_instance;

  GtkToggleButton *buttons[TL_N_ENTITY_TYPES];
  GtkWidget       *box;
  gboolean         is_clearing;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlKindChips, tl_kind_chips, ADW_TYPE_BIN)

/* As the list of what was read from an article has them. */
static const TlEntityType order[TL_N_ENTITY_TYPES] = {
  TL_ENTITY_PERSON, TL_ENTITY_ORGANIZATION, TL_ENTITY_PLACE, TL_ENTITY_EVENT,
};

static void
toggled_cb (TlKindChips *self)
{
  if (!self->is_clearing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkToggleButton *
make_button (TlKindChips  *self,
             TlEntityType  type)
{
  TlMentionKind kind = tl_mention_kind_for_entity (type);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = tl_mark_swatch_new (kind);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (tl_mention_kind_get_heading (kind)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_mention_kind_get_heading (kind), -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_TOGGLE_BUTTON (button);
}

static void
tl_kind_chips_dispose (GObject *object)
{
  TlKindChips *self = TL_KIND_CHIPS (object);
  GtkWidget *child;

  while (self->box != NULL && (child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_widget_unparent (child);
  self->box = NULL;

  G_OBJECT_CLASS (tl_kind_chips_parent_class)->dispose (object);
}

static void
tl_kind_chips_class_init (TlKindChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_kind_chips_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tl_kind_chips_init (TlKindChips *self)
{
  self->box = g_object_new (ADW_TYPE_BIN, NULL);
  gtk_widget_set_layout_manager (self->box, g_object_new (TL_TYPE_WRAP_LAYOUT, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kinds"), -1);
  for (guint i = 0; i < TL_N_ENTITY_TYPES; i++)
    {
      self->buttons[order[i]] = make_button (self, order[i]);
      gtk_widget_set_parent (GTK_WIDGET (self->buttons[order[i]]), self->box);
    }
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * tl_kind_chips_get_types:
 * @self: the chips
 *
 * Returns: a bit for each #TlEntityType that is chosen; 0 for all
 */
guint
tl_kind_chips_get_types (TlKindChips *self)
{
  guint types = 0;

  g_return_val_if_fail (TL_IS_KIND_CHIPS (self), 0);

  for (guint i = 0; i < TL_N_ENTITY_TYPES; i++)
    types |= gtk_toggle_button_get_active (self->buttons[i]) ? 1u << i : 0;
  return types;
}

/**
 * tl_kind_chips_clear:
 * @self: the chips
 *
 * Chooses all kinds, and tells so where there were fewer.
 */
void
tl_kind_chips_clear (TlKindChips *self)
{
  g_return_if_fail (TL_IS_KIND_CHIPS (self));

  if (tl_kind_chips_get_types (self) == 0)
    return;
  self->is_clearing = TRUE;
  for (guint i = 0; i < TL_N_ENTITY_TYPES; i++)
    gtk_toggle_button_set_active (self->buttons[i], FALSE);
  self->is_clearing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}
