/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-figure-row.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-row-name.h"
#include "tl-words.h"

/**
 * TlFigureRow:
 *
 * A trade figure as a card: what it says, of whose trade and when, and the sentence that
 * says it.
 */
struct _TlFigureRow
{
  AdwBin    parent_instance;

  GtkLabel *value;
  GtkLabel *period;
  GtkLabel *change;
  GtkLabel *flow;
  GtkLabel *kind;
  GtkLabel *sentence;
  GtkLabel *speaker;

  TlFigure *figure;             /* owned, NULL while the row is not used */
};

typedef enum
{
  PROP_FIGURE = 1,
} TlFigureRowProperty;

static GParamSpec *properties[PROP_FIGURE + 1];

G_DEFINE_FINAL_TYPE (TlFigureRow, tl_figure_row, ADW_TYPE_BIN)

/* Shows a label with its text, or not at all. */
static void
show_text (GtkLabel   *label,
           const char *text)
{
  gboolean has_text = text != NULL && text[0] != '\0';

  gtk_label_set_text (label, has_text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), has_text);
}

/* What stands in large type is the value, or the change where the text gives only that. */
static void
show_value (TlFigureRow *self)
{
  g_autofree char *value = tl_figure_dup_value_label (self->figure);
  g_autofree char *change = tl_figure_dup_change_label (self->figure);
  gboolean has_value = tl_figure_has_value (self->figure);

  show_text (self->value, has_value ? value : change);
  show_text (self->change, has_value ? change : NULL);
}

static char *
describe_kind (const TlFigureData *data)
{
  const char *status = tl_words_for_status (data->status);
  const char *scope = tl_words_for_scope (data->scope);

  if (status == NULL || scope == NULL)
    return g_strdup (status != NULL ? status : scope);
  /* Translators: two words that qualify a figure, "Forecast · Regional" */
  return g_strdup_printf (C_("qualities", "%s · %s"), status, scope);
}

static void
show_figure (TlFigureRow *self)
{
  const TlFigureData *data;
  g_autofree char *period = NULL;
  g_autofree char *flow = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *sentence = NULL;

  if (self->figure == NULL)
    return;

  data = tl_figure_get_data (self->figure);
  period = tl_figure_dup_period_label (self->figure);
  flow = tl_words_for_trade (data);
  kind = describe_kind (data);
  sentence = tl_words_mark_quote (self->figure);

  show_value (self);
  show_text (self->period, period[0] != '\0' ? period : _("No period"));
  show_text (self->flow, flow);
  show_text (self->kind, kind);
  show_text (self->speaker, tl_figure_get_speaker (self->figure));
  gtk_label_set_markup (self->sentence, sentence);
  tl_row_name_set (GTK_WIDGET (self),
                   gtk_label_get_text (self->value), gtk_label_get_text (self->change),
                   gtk_label_get_text (self->period), gtk_label_get_text (self->flow),
                   gtk_label_get_text (self->kind), gtk_label_get_text (self->sentence), NULL);
}

static void
tl_figure_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlFigureRow *self = TL_FIGURE_ROW (object);

  switch ((TlFigureRowProperty) prop_id)
    {
    case PROP_FIGURE:
      g_value_set_object (value, self->figure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_figure_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlFigureRow *self = TL_FIGURE_ROW (object);

  switch ((TlFigureRowProperty) prop_id)
    {
    case PROP_FIGURE:
      tl_figure_row_set_figure (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_figure_row_dispose (GObject *object)
{
  TlFigureRow *self = TL_FIGURE_ROW (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_FIGURE_ROW);
  g_clear_object (&self->figure);

  G_OBJECT_CLASS (tl_figure_row_parent_class)->dispose (object);
}

static void
tl_figure_row_class_init (TlFigureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_figure_row_get_property;
  object_class->set_property = tl_figure_row_set_property;
  object_class->dispose = tl_figure_row_dispose;

  properties[PROP_FIGURE] =
    g_param_spec_object ("figure", NULL, NULL, TL_TYPE_FIGURE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, value);
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, period);
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, change);
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, flow);
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, kind);
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlFigureRow, speaker);
}

static void
tl_figure_row_init (TlFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_figure_row_set_figure:
 * @self: the row
 * @figure: (nullable): what to show
 *
 * Shows a figure.
 */
void
tl_figure_row_set_figure (TlFigureRow *self,
                          TlFigure    *figure)
{
  g_return_if_fail (TL_IS_FIGURE_ROW (self));
  g_return_if_fail (figure == NULL || TL_IS_FIGURE (figure));

  if (!g_set_object (&self->figure, figure))
    return;
  show_figure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

/**
 * tl_figure_row_dup_name:
 * @self: the row, with a figure
 *
 * Returns: (transfer full): all that it says, for a screen reader
 */
char *
tl_figure_row_dup_name (TlFigureRow *self)
{
  GtkLabel *labels[6];
  g_autoptr(GString) name = g_string_new (NULL);

  g_return_val_if_fail (TL_IS_FIGURE_ROW (self), NULL);

  labels[0] = self->value;
  labels[1] = self->change;
  labels[2] = self->period;
  labels[3] = self->flow;
  labels[4] = self->kind;
  labels[5] = self->sentence;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *text = gtk_label_get_text (labels[i]);

      if (*text != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", text);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}
