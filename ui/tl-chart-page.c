/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-chart-page.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-chart-again.h"
#include "tl-chart-choice.h"
#include "tl-chart-drag.h"
#include "tl-chart-evidence.h"
#include "tl-chart-focus.h"
#include "tl-chart-table.h"
#include "tl-chart-view.h"
#include "tl-compare-bar.h"
#include "tl-evidence-pane.h"
#include "tl-flow-choices.h"
#include "tl-pair-picker.h"
#include "tl-wish-popover.h"

/**
 * TlChartPage:
 *
 * The trade of two partners as a chart, and the sentences behind the mark that is selected.
 */
struct _TlChartPage
{
  AdwBin          parent_instance;

  GtkStack       *stack;
  GtkBox         *toolbar;
  TlPairPicker   *picker;
  TlPairPicker   *compare_picker;
  TlCompareBar   *compare_bar;
  GtkActionable  *articles_button;
  GtkDropDown    *flow_drop_down;
  GtkStringList  *flow_names;
  GtkMenuButton  *wish_button;
  TlWishPopover  *wish_popover;
  GtkWidget      *everything_button;
  GtkWidget      *left_out_button;
  GtkLabel       *left_out_label;
  GtkPaned       *paned;
  TlChartView    *chart_view;
  TlChartTable   *chart_table;
  TlEvidencePane *evidence_pane;

  TlLibrary      *library;      /* owned, NULL while there is none */
  GPtrArray      *choices;      /* (element-type TlSeries): what flow_names names */
  TlChartComparison *comparison; /* owned */
  TlChartWishes  *wishes;       /* owned: what of it is drawn */
  char           *wanted_pair;  /* owned, to select as soon as it is there; or NULL */
  TlLayout        layout;
  gboolean        shows_left_out; /* whether the pane shows what is not in the chart */
  gboolean        is_stale;     /* the library has changes that are not shown yet */
  guint           refresh_id;   /* while they are about to be */
};

typedef enum
{
  PROP_LAYOUT = 1,
  PROP_PAIR,
  PROP_HAS_CHART,
} TlChartPageProperty;

static GParamSpec *properties[PROP_HAS_CHART + 1];

/* An import changes the library many times a second; following it this often is enough. */
#define REFRESH_INTERVAL 500

G_DEFINE_FINAL_TYPE (TlChartPage, tl_chart_page, ADW_TYPE_BIN)

/* ---- evidence ---- */

/* Below the chart the pane would take room from it for nothing. */
static void
update_evidence_pane (TlChartPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_pane),
                          self->layout == TL_LAYOUT_WIDE ||
                          tl_evidence_pane_has_evidence (self->evidence_pane));
}

static void
selected_cb (TlChartPage *self)
{
  self->shows_left_out = FALSE;
  tl_chart_evidence_show (self->evidence_pane, self->chart_view);
  update_evidence_pane (self);
}

static void
open_cb (TlChartPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->evidence_pane), GTK_DIR_TAB_FORWARD);
}

static void
left_out_cb (TlChartPage *self)
{
  tl_chart_view_select (self->chart_view, TL_NO_SUBJECT);
  tl_evidence_pane_show_left_out (self->evidence_pane,
                                  tl_chart_view_get_chart (self->chart_view));
  self->shows_left_out = TRUE;
  update_evidence_pane (self);
}

/* ---- the chart ---- */

static void
show_left_out (TlChartPage *self,
               TlChart     *chart)
{
  guint n_left_out;
  g_autofree char *label = tl_chart_evidence_dup_left_out_label (chart, &n_left_out);

  gtk_label_set_text (self->left_out_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->left_out_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->left_out_button, n_left_out > 0);
}

/* What is left out is said beside the chart, and back with one click. */
static void
show_wishes (TlChartPage *self,
             TlSeries    *series,
             TlChart     *chart)
{
  g_autofree char *choice = chart != NULL ? tl_chart_dup_choice (chart) : NULL;
  g_autofree char *label = tl_chart_wishes_dup_years_label (self->wishes);

  gtk_menu_button_set_label (self->wish_button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->wish_button),
                               choice != NULL ? choice : _("Choose Years and Currency"));
  gtk_widget_set_visible (self->everything_button, tl_chart_wishes_leaves_out (self->wishes));
  tl_wish_popover_set_series (self->wish_popover, series);
}

static void
everything_cb (TlChartPage *self)
{
  tl_chart_wishes_show_all (self->wishes);
}

/* What is in the chart cannot be added to it. */
static void
update_compare_picker (TlChartPage *self)
{
  const char *const *pairs = tl_chart_comparison_get_pairs (self->comparison);

  tl_pair_picker_hide (self->compare_picker, pairs, tl_pair_picker_get_selected (self->picker));
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare_picker),
                            g_strv_length ((char **) pairs) < TL_CHART_MAX_SERIES - 1);
}

/* What was selected stays selected when only other things have come into the library. */
static void
show_series (TlChartPage *self,
             TlSeries    *series)
{
  g_autoptr(TlChart) chart = NULL;
  g_autoptr(TlChart) before = tl_chart_view_get_chart (self->chart_view);
  TlSubject selected = tl_chart_view_get_selected (self->chart_view);
  TlChartFocus focus = tl_chart_focus_remember (self->chart_view, GTK_WIDGET (self->chart_table),
                                                self->evidence_pane);
  gboolean shows_left_out = self->shows_left_out;

  if (series != NULL)
    chart = tl_chart_comparison_make_chart (self->comparison, self->library, series);
  if (before != NULL)
    g_object_ref (before);
  tl_chart_view_set_chart (self->chart_view, chart);
  tl_compare_bar_show (self->compare_bar, self->comparison, chart);
  update_compare_picker (self);
  tl_chart_evidence_show (self->evidence_pane, self->chart_view);
  update_evidence_pane (self);
  show_left_out (self, chart);
  show_wishes (self, series, chart);
  tl_chart_view_select (self->chart_view, tl_chart_find_again (chart, before, selected));
  if (shows_left_out && gtk_widget_get_visible (self->left_out_button))
    left_out_cb (self);
  tl_chart_focus_restore (focus, self->chart_view, GTK_WIDGET (self->chart_table), self->evidence_pane);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CHART]);
}

static void
flow_cb (TlChartPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->flow_drop_down);

  if (self->choices != NULL && selected < self->choices->len)
    show_series (self, g_ptr_array_index (self->choices, selected));
}

static void
picked_cb (TlChartPage *self,
           const char  *pair)
{
  tl_chart_comparison_add (self->comparison, pair);
}

/* The choices become ours only when all of them are offered: until then, what the drop-down
 * selects in between selects nothing. */
static void
offer_choices (TlChartPage *self,
               GPtrArray   *choices)
{
  guint selected = tl_flow_choices_find (choices, tl_chart_view_get_series (self->chart_view));

  tl_flow_choices_fill (choices, self->flow_names);
  gtk_drop_down_set_selected (self->flow_drop_down, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->flow_drop_down), choices->len > 1);
  self->choices = choices;
}

static void
pair_cb (TlChartPage *self)
{
  TlPairItem *item = tl_pair_picker_get_selected (self->picker);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "chart" : "none");
  if (item != NULL)
    {
      const TlPair *pair = tl_pair_item_get_pair (item);
      g_autofree char *key = tl_pair_item_dup_key (item);

      gtk_actionable_set_action_target (self->articles_button, "(ss)", pair->partners[0],
                                        pair->partners[1]);
      tl_chart_wishes_set_pair (self->wishes, key);
      offer_choices (self, tl_flow_choices_new (self->library, pair, self->wishes));
      flow_cb (self);
    }
  else
    show_series (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAIR]);
}

/* ---- following the library ---- */

static void
refresh (TlChartPage *self)
{
  g_autoptr(GArray) pairs = NULL;

  if (self->library == NULL || !self->is_stale)
    return;
  self->is_stale = FALSE;
  pairs = tl_library_get_pairs (self->library);
  tl_pair_picker_set_pairs (self->picker, pairs);
  tl_pair_picker_set_pairs (self->compare_picker, pairs);
  if (self->wanted_pair != NULL && tl_pair_picker_select (self->picker, self->wanted_pair))
    g_clear_pointer (&self->wanted_pair, g_free);
}

static gboolean
refresh_cb (gpointer user_data)
{
  TlChartPage *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Nobody sees a page that is not mapped: it catches up when it is. */
static void
library_changed_cb (TlChartPage *self)
{
  self->is_stale = TRUE;
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_INTERVAL, refresh_cb, self);
}

/* What a person said is seen at once. */
static void
figures_changed_cb (TlChartPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
tl_chart_page_map (GtkWidget *widget)
{
  refresh (TL_CHART_PAGE (widget));

  GTK_WIDGET_CLASS (tl_chart_page_parent_class)->map (widget);
}

/* ---- properties ---- */

static void
set_layout (TlChartPage *self,
            TlLayout     layout)
{
  if (self->layout == layout)
    return;
  self->layout = layout;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                  layout == TL_LAYOUT_WIDE ? GTK_ORIENTATION_HORIZONTAL
                                                           : GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar),
                                  layout == TL_LAYOUT_NARROW ? GTK_ORIENTATION_VERTICAL
                                                             : GTK_ORIENTATION_HORIZONTAL);
  tl_chart_table_set_in_place (self->chart_table, layout == TL_LAYOUT_NARROW);
  update_evidence_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

static void
set_pair (TlChartPage *self,
          const char  *key)
{
  g_clear_pointer (&self->wanted_pair, g_free);
  if (key != NULL && key[0] != '\0' && !tl_pair_picker_select (self->picker, key))
    self->wanted_pair = g_strdup (key);
}

static char *
dup_pair (TlChartPage *self)
{
  TlPairItem *item = tl_pair_picker_get_selected (self->picker);

  if (item != NULL && self->wanted_pair == NULL)
    return tl_pair_item_dup_key (item);
  return g_strdup (self->wanted_pair != NULL ? self->wanted_pair : "");
}

static void
tl_chart_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlChartPage *self = TL_CHART_PAGE (object);

  switch ((TlChartPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      g_value_set_enum (value, self->layout);
      break;
    case PROP_PAIR:
      g_value_take_string (value, dup_pair (self));
      break;
    case PROP_HAS_CHART:
      g_value_set_boolean (value, tl_chart_page_get_series (self) != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_chart_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlChartPage *self = TL_CHART_PAGE (object);

  switch ((TlChartPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      set_layout (self, g_value_get_enum (value));
      break;
    case PROP_PAIR:
      set_pair (self, g_value_get_string (value));
      break;
    case PROP_HAS_CHART:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_chart_page_dispose (GObject *object)
{
  TlChartPage *self = TL_CHART_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_CHART_PAGE);
  g_clear_object (&self->library);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->wanted_pair, g_free);
  g_clear_object (&self->wishes);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (tl_chart_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_PAIR_PICKER);
  g_type_ensure (TL_TYPE_COMPARE_BAR);
  g_type_ensure (TL_TYPE_CHART_VIEW);
  g_type_ensure (TL_TYPE_CHART_TABLE);
  g_type_ensure (TL_TYPE_EVIDENCE_PANE);
  g_type_ensure (TL_TYPE_WISH_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, picker);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, compare_picker);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, compare_bar);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, articles_button);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, flow_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, flow_names);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, wish_button);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, wish_popover);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, everything_button);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, left_out_button);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, left_out_label);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, paned);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, chart_table);
  gtk_widget_class_bind_template_child (widget_class, TlChartPage, evidence_pane);
  gtk_widget_class_bind_template_callback (widget_class, pair_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, flow_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, everything_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
tl_chart_page_class_init (TlChartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_chart_page_get_property;
  object_class->set_property = tl_chart_page_set_property;
  object_class->dispose = tl_chart_page_dispose;
  widget_class->map = tl_chart_page_map;

  properties[PROP_LAYOUT] =
    g_param_spec_enum ("layout", NULL, NULL, TL_TYPE_LAYOUT, TL_LAYOUT_WIDE,
                       G_PARAM_READWRITE | flags);
  properties[PROP_PAIR] =
    g_param_spec_string ("pair", NULL, NULL, "", G_PARAM_READWRITE | flags);
  properties[PROP_HAS_CHART] =
    g_param_spec_boolean ("has-chart", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
}

static void
tl_chart_page_init (TlChartPage *self)
{
  g_autoptr(GSimpleActionGroup) wished = NULL;

  self->layout = TL_LAYOUT_WIDE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_chart_table_set_view (self->chart_table, self->chart_view);
  tl_chart_drag_add (self->chart_view);
  tl_chart_view_make_editable (self->chart_view);
  self->wishes = tl_chart_wishes_new ();
  tl_wish_popover_set_wishes (self->wish_popover, self->wishes);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "kinds",
                                  tl_chart_kinds_get_actions (tl_chart_wishes_get_kinds (self->wishes)));
  wished = tl_chart_wishes_make_actions (self->wishes);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "wishes", G_ACTION_GROUP (wished));
  g_signal_connect_object (self->wishes, "changed", G_CALLBACK (pair_cb), self, G_CONNECT_SWAPPED);
  self->comparison = tl_chart_comparison_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare",
                                  tl_chart_comparison_get_actions (self->comparison));
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (flow_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_chart_page_get_table:
 * @self: the page
 *
 * Returns: (transfer none): the table of the chart's data, which is seen where it is visible
 */
GtkWidget *
tl_chart_page_get_table (TlChartPage *self)
{
  g_return_val_if_fail (TL_IS_CHART_PAGE (self), NULL);

  return GTK_WIDGET (self->chart_table);
}

/**
 * tl_chart_page_get_wishes:
 * @self: the page
 *
 * Returns: (transfer none): what is wanted in its chart
 */
TlChartWishes *
tl_chart_page_get_wishes (TlChartPage *self)
{
  g_return_val_if_fail (TL_IS_CHART_PAGE (self), NULL);

  return self->wishes;
}

/**
 * tl_chart_page_get_comparison:
 * @self: the page
 *
 * Returns: (transfer none): what the pair is compared with
 */
TlChartComparison *
tl_chart_page_get_comparison (TlChartPage *self)
{
  g_return_val_if_fail (TL_IS_CHART_PAGE (self), NULL);

  return self->comparison;
}

/**
 * tl_chart_page_set_library:
 * @self: the page
 * @library: (nullable): a library
 *
 * Shows the trade that a library's articles report, of the most reported pair at first,
 * and follows the library from then on.
 */
void
tl_chart_page_set_library (TlChartPage *self,
                           TlLibrary   *library)
{
  g_return_if_fail (TL_IS_CHART_PAGE (self));
  g_return_if_fail (library == NULL || TL_IS_LIBRARY (library));

  if (self->library == library)
    return;
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "figures-changed", G_CALLBACK (figures_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/**
 * tl_chart_page_get_series:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what is drawn; %NULL when there is nothing
 */
TlSeries *
tl_chart_page_get_series (TlChartPage *self)
{
  g_return_val_if_fail (TL_IS_CHART_PAGE (self), NULL);

  return tl_chart_view_get_series (self->chart_view);
}

/**
 * tl_chart_page_get_chart:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what is drawn, with what stands behind it; %NULL when
 *   there is nothing
 */
TlChart *
tl_chart_page_get_chart (TlChartPage *self)
{
  g_return_val_if_fail (TL_IS_CHART_PAGE (self), NULL);

  return tl_chart_view_get_chart (self->chart_view);
}

/**
 * tl_chart_page_get_view:
 * @self: the page
 *
 * Returns: (transfer none): what draws the chart
 */
GtkWidget *
tl_chart_page_get_view (TlChartPage *self)
{
  g_return_val_if_fail (TL_IS_CHART_PAGE (self), NULL);

  return GTK_WIDGET (self->chart_view);
}
