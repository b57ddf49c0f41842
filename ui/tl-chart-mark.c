/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-chart-mark.h"

/**
 * TlChartMark:
 *
 * A mark of a chart, for the keyboard and for who hears the chart.  It draws nothing and
 * leaves the pointer alone, as the chart does both; but the focus can stand on it, and a
 * screen reader then speaks its description.
 *
 * Signals: "open" when Enter, Space or an assistive technology asks for what is behind it.
 */
struct _TlChartMark
{
  GtkWidget parent_instance;

  guint     index;
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlChartMark, tl_chart_mark, GTK_TYPE_WIDGET)

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

/* Its menu, if it is open. */
static void
tl_chart_mark_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_chart_mark_parent_class)->dispose (object);
}

static void
tl_chart_mark_class_init (TlChartMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  G_OBJECT_CLASS (klass)->dispose = tl_chart_mark_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "mark.open", NULL, open_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "mark.open", NULL);
}

static void
tl_chart_mark_init (TlChartMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tl_chart_mark_new:
 * @index: index of the mark in its scene
 *
 * Returns: (transfer floating): the mark
 */
GtkWidget *
tl_chart_mark_new (guint index)
{
  TlChartMark *self = g_object_new (TL_TYPE_CHART_MARK, NULL);

  self->index = index;
  return GTK_WIDGET (self);
}

/**
 * tl_chart_mark_get_index:
 * @self: the mark
 *
 * Returns: its index in its scene
 */
guint
tl_chart_mark_get_index (TlChartMark *self)
{
  g_return_val_if_fail (TL_IS_CHART_MARK (self), 0);

  return self->index;
}

/**
 * tl_chart_mark_set_description:
 * @self: the mark
 * @description: the mark in words
 *
 * Sets what is spoken of it.
 */
void
tl_chart_mark_set_description (TlChartMark *self,
                               const char  *description)
{
  g_return_if_fail (TL_IS_CHART_MARK (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}
