/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-choice-row.h"

#include "tl-bin.h"
#include "tl-row-name.h"

/**
 * TlChoiceRow:
 *
 * Something to choose in a list, with a word on it at its end: "Belarus – Kazakhstan", "12 figures".
 */
struct _TlChoiceRow
{
  AdwBin    parent_instance;

  GtkLabel *name;
  GtkLabel *detail;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_DETAIL,
} TlChoiceRowProperty;

static GParamSpec *properties[PROP_DETAIL + 1];

G_DEFINE_FINAL_TYPE (TlChoiceRow, tl_choice_row, ADW_TYPE_BIN)

static void
set_text (TlChoiceRow *self,
          GtkLabel    *label,
          const char  *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  tl_row_name_set (GTK_WIDGET (self), gtk_label_get_text (self->name), gtk_label_get_text (self->detail), NULL);
}

static void
tl_choice_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlChoiceRow *self = TL_CHOICE_ROW (object);

  switch ((TlChoiceRowProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, gtk_label_get_text (self->name));
      break;
    case PROP_DETAIL:
      g_value_set_string (value, gtk_label_get_text (self->detail));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_choice_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlChoiceRow *self = TL_CHOICE_ROW (object);

  switch ((TlChoiceRowProperty) prop_id)
    {
    case PROP_NAME:
      set_text (self, self->name, g_value_get_string (value));
      break;
    case PROP_DETAIL:
      set_text (self, self->detail, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_choice_row_dispose (GObject *object)
{
  tl_bin_dispose_template (GTK_WIDGET (object), TL_TYPE_CHOICE_ROW);

  G_OBJECT_CLASS (tl_choice_row_parent_class)->dispose (object);
}

static void
tl_choice_row_class_init (TlChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_choice_row_get_property;
  object_class->set_property = tl_choice_row_set_property;
  object_class->dispose = tl_choice_row_dispose;

  properties[PROP_NAME] = g_param_spec_string ("name-text", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChoiceRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlChoiceRow, detail);
}

static void
tl_choice_row_init (TlChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
