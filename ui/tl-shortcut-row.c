/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-shortcut-row.h"

/**
 * TlShortcutRow:
 *
 * What can be done, its title, and by which keys.
 *
 * Property "accelerator": the keys as GTK writes them; where there are several, with spaces between
 * them, one below the other.
 */
struct _TlShortcutRow
{
  AdwActionRow  parent_instance;

  GtkBox       *keys;
  GStrv         accelerators;   /* owned, or NULL */
};

typedef enum
{
  PROP_ACCELERATOR = 1,
} TlShortcutRowProperty;

static GParamSpec *properties[PROP_ACCELERATOR + 1];

G_DEFINE_FINAL_TYPE (TlShortcutRow, tl_shortcut_row, ADW_TYPE_ACTION_ROW)

static char *
dup_label (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return g_strdup (accelerator);
  return gtk_accelerator_get_label (key, modifiers);
}

static void
update_name (TlShortcutRow *self)
{
  g_autoptr(GString) name = g_string_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  for (guint i = 0; self->accelerators != NULL && self->accelerators[i] != NULL; i++)
    {
      g_autofree char *words = dup_label (self->accelerators[i]);

      g_string_append_printf (name, ", %s", words);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  /* The title would be read again. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
tl_shortcut_row_constructed (GObject *object)
{
  TlShortcutRow *self = TL_SHORTCUT_ROW (object);

  G_OBJECT_CLASS (tl_shortcut_row_parent_class)->constructed (object);

  for (guint i = 0; self->accelerators != NULL && self->accelerators[i] != NULL; i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (self->accelerators[i]);

      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (self->keys, label);
    }
  g_signal_connect (self, "notify::title", G_CALLBACK (update_name), NULL);
  update_name (self);
}

static void
set_accelerator (TlShortcutRow *self,
                 const char    *accelerator)
{
  self->accelerators = accelerator != NULL ? g_strsplit (accelerator, " ", -1) : NULL;
}

static void
tl_shortcut_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_ACCELERATOR)
    set_accelerator (TL_SHORTCUT_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_shortcut_row_finalize (GObject *object)
{
  g_strfreev (TL_SHORTCUT_ROW (object)->accelerators);

  G_OBJECT_CLASS (tl_shortcut_row_parent_class)->finalize (object);
}

static void
tl_shortcut_row_class_init (TlShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tl_shortcut_row_constructed;
  object_class->set_property = tl_shortcut_row_set_property;
  object_class->finalize = tl_shortcut_row_finalize;

  properties[PROP_ACCELERATOR] =
    g_param_spec_string ("accelerator", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_shortcut_row_init (TlShortcutRow *self)
{
  self->keys = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_valign (GTK_WIDGET (self->keys), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->keys), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->keys), 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->keys));
}
