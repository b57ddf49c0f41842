/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-compare-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-gazetteer.h"
#include "tl-wrap-layout.h"

/**
 * TlCompareBar:
 *
 * The pairs that a chart is compared with, a button for each that takes it away, and whether they
 * stand together or apart.  It is there when there is more than one series.  Its buttons have the
 * actions "compare.remove" and "compare.arrangement", see #TlChartComparison.
 */
struct _TlCompareBar
{
  AdwBin     parent_instance;

  GtkWidget *chips;
  GtkWidget *full_label;
};

G_DEFINE_FINAL_TYPE (TlCompareBar, tl_compare_bar, ADW_TYPE_BIN)

static char *
dup_name (const char *pair)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  g_auto(GStrv) partners = g_strsplit (pair, ",", 2);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_strv_length (partners) != 2)
    return g_strdup (pair);
  first = tl_gazetteer_dup_display_name (gazetteer, partners[0]);
  second = tl_gazetteer_dup_display_name (gazetteer, partners[1]);
  /* Translators: two countries */
  return g_strdup_printf (C_("pair", "%s – %s"), first, second);
}

static void
add_chip (TlCompareBar *self,
          const char   *pair)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = dup_name (pair);
  GtkWidget *text = gtk_label_new (label);
  /* Translators: takes away a pair, "Remove “Belarus – Russia” from the Chart" */
  g_autofree char *name = g_strdup_printf (_("Remove “%s” from the Chart"), label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_name (button, pair);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", pair);
  gtk_widget_set_parent (button, self->chips);
}

/* Who takes one away by the keyboard goes on with the next. */
static void
remove_chip (GtkWidget *chip)
{
  GtkWidget *next = gtk_widget_get_next_sibling (chip);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (chip);
  if (next != NULL && gtk_widget_has_focus (chip))
    gtk_widget_grab_focus (next);
  gtk_widget_unparent (chip);
}

/* Those that stay keep the focus. */
static void
show_chips (TlCompareBar      *self,
            const char *const *pairs)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips);

  while (chip != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (chip);

      if (!g_strv_contains (pairs, gtk_widget_get_name (chip)))
        remove_chip (chip);
      chip = next;
    }
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      gboolean is_there = FALSE;

      for (chip = gtk_widget_get_first_child (self->chips); chip != NULL;
           chip = gtk_widget_get_next_sibling (chip))
        is_there |= g_str_equal (gtk_widget_get_name (chip), pairs[i]);
      if (!is_there)
        add_chip (self, pairs[i]);
    }
  gtk_widget_set_visible (self->chips, pairs[0] != NULL);
}

static void
tl_compare_bar_dispose (GObject *object)
{
  TlCompareBar *self = TL_COMPARE_BAR (object);
  static const char *const none[] = { NULL };

  if (self->chips != NULL)
    show_chips (self, none);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_COMPARE_BAR);

  G_OBJECT_CLASS (tl_compare_bar_parent_class)->dispose (object);
}

static void
tl_compare_bar_class_init (TlCompareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_compare_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCompareBar, chips);
  gtk_widget_class_bind_template_child (widget_class, TlCompareBar, full_label);
}

static void
tl_compare_bar_init (TlCompareBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->chips, g_object_new (TL_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_compare_bar_show:
 * @self: the bar
 * @comparison: what is compared
 * @chart: (nullable): the chart of it
 *
 * Shows what is compared, where there is anything.
 */
void
tl_compare_bar_show (TlCompareBar      *self,
                     TlChartComparison *comparison,
                     TlChart           *chart)
{
  g_auto(GStrv) pairs = NULL;
  guint n_series = chart != NULL ? tl_chart_get_n_series (chart) : 0;

  g_return_if_fail (TL_IS_COMPARE_BAR (self));
  g_return_if_fail (TL_IS_CHART_COMPARISON (comparison));

  pairs = tl_chart_comparison_dup_shown (comparison, chart != NULL ? tl_chart_get_series (chart) : NULL);
  show_chips (self, (const char *const *) pairs);
  gtk_widget_set_visible (self->full_label, n_series == TL_CHART_MAX_SERIES);
  gtk_widget_set_visible (GTK_WIDGET (self), n_series > 1);
}
