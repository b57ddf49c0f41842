/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-chart-table.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-chart-row.h"
#include "tl-figure-keys.h"
#include "tl-figure-target.h"
#include "tl-scroll-start.h"
#include "tl-words.h"

/**
 * TlChartTable:
 *
 * The data of a chart as a table: for who cannot see the chart, or wants the numbers.  It can
 * be sorted by every column, and what is selected in it is selected in the chart.  By key a person
 * says of the selected row's figure that it is right, or no figure, or what it is.
 */
struct _TlChartTable
{
  AdwBin              parent_instance;

  GtkColumnView      *column_view;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;

  GtkColumnViewColumn *trade;         /* of which series; seen where there are several */
  GtkColumnViewColumn *review;        /* what a person said; seen where there is something */
  TlChartView         *view;          /* owned, the chart that it goes with; or NULL */
  gboolean             is_in_place;   /* of the chart, where there is no room for both */
  gboolean             is_following;  /* while the selection follows the chart's */
};

typedef char *(*DupFunc) (TlChartRow *row);

G_DEFINE_FINAL_TYPE (TlChartTable, tl_chart_table, ADW_TYPE_BIN)

/* ---- columns ---- */

static char *
dup_trade (TlChartRow *row)
{
  TlSeries *series = tl_chart_row_get_series (row);

  return tl_words_for_direction (tl_series_get_flow (series), tl_series_get_partner (series, 0),
                                 tl_series_get_partner (series, 1));
}

/* The figure that a row is about; %NULL of official values, and of what is only calculated from it. */
static TlFigure *
get_figure (TlChartRow *row)
{
  TlReport *report = tl_chart_row_get_report (row);

  return report != NULL && tl_chart_row_get_kind (row) != TL_CHART_ROW_CALCULATED
           ? tl_report_get_figure (report) : NULL;
}

static TlReview
get_review (TlChartRow *row)
{
  TlFigure *figure = get_figure (row);

  return figure != NULL ? tl_figure_get_review (figure) : TL_REVIEW_OPEN;
}

static char *
dup_review (TlChartRow *row)
{
  return g_strdup (get_figure (row) != NULL ? tl_words_for_review (get_review (row)) : "");
}

static int
compare_numbers (double a,
                 double b)
{
  return a < b ? -1 : a > b;
}

static int
compare_trades (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return (int) tl_chart_row_get_subject ((TlChartRow *) a).series -
         (int) tl_chart_row_get_subject ((TlChartRow *) b).series;
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  int order = tl_date_compare (tl_chart_row_get_start ((TlChartRow *) a),
                               tl_chart_row_get_start ((TlChartRow *) b));

  return order != 0 ? order : tl_date_compare (tl_chart_row_get_end ((TlChartRow *) a),
                                               tl_chart_row_get_end ((TlChartRow *) b));
}

/* By number, in whatever words it is written; what is in another currency stands apart. */
static int
compare_amounts (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  int order = g_strcmp0 (tl_chart_row_get_currency ((TlChartRow *) a),
                         tl_chart_row_get_currency ((TlChartRow *) b));

  return order != 0 ? order : compare_numbers (tl_chart_row_get_value ((TlChartRow *) a),
                                               tl_chart_row_get_value ((TlChartRow *) b));
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return (int) tl_chart_row_get_kind ((TlChartRow *) a) - (int) tl_chart_row_get_kind ((TlChartRow *) b);
}

static int
compare_sources (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  g_autofree char *first = tl_chart_row_dup_source ((TlChartRow *) a);
  g_autofree char *second = tl_chart_row_dup_source ((TlChartRow *) b);

  return g_utf8_collate (first, second);
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  return (int) get_review ((TlChartRow *) a) - (int) get_review ((TlChartRow *) b);
}

static const struct
{
  const char      *title;
  DupFunc          dup_text;
  GCompareDataFunc compare;
  gboolean         is_number;
  int              n_chars;     /* what it is cut to where room is scarce, 0 for never */
} columns[] = {
  { N_("Trade"), dup_trade, compare_trades, FALSE, 0 },
  { N_("Period"), tl_chart_row_dup_period, compare_periods, FALSE, 0 },
  { N_("Amount"), tl_chart_row_dup_amount, compare_amounts, TRUE, 0 },
  { N_("Kind"), tl_chart_row_dup_kind_label, compare_kinds, FALSE, 12 },
  { N_("Source"), tl_chart_row_dup_source, compare_sources, FALSE, 20 },
  { N_("Review"), dup_review, compare_reviews, FALSE, 12 },
};

#define COLUMN_TRADE  0
#define COLUMN_SOURCE 4
#define COLUMN_REVIEW 5

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].is_number ? 1 : 0);
  if (columns[column].is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (columns[column].n_chars > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), columns[column].n_chars);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  g_autofree char *text = columns[GPOINTER_TO_UINT (column)].dup_text (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static GtkColumnViewColumn *
add_column (TlChartTable *self,
            guint         column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) added = NULL;
  g_autoptr(GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (columns[column].compare, NULL, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  added = gtk_column_view_column_new (_(columns[column].title), factory);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, column == COLUMN_SOURCE);
  gtk_column_view_append_column (self->column_view, added);
  return added;
}

/* ---- what is selected ---- */

static void
selected_cb (TlChartTable *self)
{
  TlChartRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (self->view != NULL && !self->is_following)
    tl_chart_view_select (self->view, row != NULL ? tl_chart_row_get_subject (row) : TL_NO_SUBJECT);
}

static guint
find_row (TlChartTable *self,
          TlSubject     subject)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; subject.kind != TL_SUBJECT_NONE && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);

      if (tl_subject_equal (tl_chart_row_get_subject (row), subject))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_selected (TlChartTable *self,
             TlSubject     subject)
{
  TlChartRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL && tl_subject_equal (tl_chart_row_get_subject (row), subject);
}

/* The first row of what is selected in the chart, unless another one of it is selected here. */
static void
follow_selected (TlChartTable *self)
{
  TlSubject subject = tl_chart_view_get_selected (self->view);
  guint row;

  if (is_selected (self, subject))
    return;
  row = find_row (self, subject);
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->is_following = FALSE;
  if (row != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->column_view)),
                                "list.scroll-to-item", "u", row);
}

static gboolean
has_review (GListModel *rows)
{
  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);

      if (get_review (row) != TL_REVIEW_OPEN)
        return TRUE;
    }
  return FALSE;
}

/* Rows are made only where somebody sees them. */
static void
follow_chart (TlChartTable *self)
{
  gboolean is_seen = gtk_widget_get_visible (GTK_WIDGET (self));
  TlChart *chart = self->view != NULL && is_seen ? tl_chart_view_get_chart (self->view) : NULL;
  g_autoptr(GListModel) rows = chart != NULL ? tl_chart_list_rows (chart) : NULL;

  self->is_following = TRUE;
  gtk_column_view_column_set_visible (self->trade, chart != NULL && tl_chart_get_n_series (chart) > 1);
  gtk_column_view_column_set_visible (self->review, has_review (rows));
  gtk_sort_list_model_set_model (self->sorted, rows);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_following = FALSE;
  if (chart != NULL)
    follow_selected (self);
}

static void
update_view (TlChartTable *self)
{
  gboolean is_seen = gtk_widget_get_visible (GTK_WIDGET (self));

  if (self->view != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->view), !(self->is_in_place && is_seen));
}

static void
visible_cb (TlChartTable *self)
{
  update_view (self);
  follow_chart (self);
}

/* ---- copying ---- */

static void
append_row (TlChartTable *self,
            GString      *text,
            TlChartRow   *row)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *cell = NULL;

      if ((i == COLUMN_TRADE && !gtk_column_view_column_get_visible (self->trade)) ||
          (i == COLUMN_REVIEW && !gtk_column_view_column_get_visible (self->review)))
        continue;
      cell = row != NULL ? columns[i].dup_text (row) : g_strdup (_(columns[i].title));
      g_string_append (text, is_first ? "" : "\t");
      g_string_append (text, g_strdelimit (cell, "\t\r\n", ' '));
      is_first = FALSE;
    }
  g_string_append_c (text, '\n');
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *text = tl_chart_table_dup_text (TL_CHART_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- what a person says ---- */

static void
say_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlChartTable *self = TL_CHART_TABLE (widget);
  TlChartRow *row = gtk_single_selection_get_selected_item (self->selection);
  TlFigure *figure = row != NULL ? get_figure (row) : NULL;

  if (figure != NULL)
    gtk_widget_activate_action_variant (
      widget, g_variant_get_string (parameter, NULL),
      tl_figure_target_new (tl_report_get_article_id (tl_chart_row_get_report (row)), figure));
}

/* ---- the widget ---- */

static void
tl_chart_table_dispose (GObject *object)
{
  TlChartTable *self = TL_CHART_TABLE (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  tl_bin_dispose_template (GTK_WIDGET (object), TL_TYPE_CHART_TABLE);

  G_OBJECT_CLASS (tl_chart_table_parent_class)->dispose (object);
}

static void
tl_chart_table_class_init (TlChartTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_chart_table_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-chart-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChartTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TlChartTable, selection);
  gtk_widget_class_bind_template_child (widget_class, TlChartTable, sorted);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);

  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  tl_figure_keys_install (widget_class, "table.say", say_action);
}

static void
tl_chart_table_init (TlChartTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = add_column (self, i);

      if (i == COLUMN_TRADE)
        self->trade = column;
      else if (i == COLUMN_REVIEW)
        self->review = column;
    }
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->column_view));
  tl_scroll_start_keep (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
  g_signal_connect (self, "notify::visible", G_CALLBACK (visible_cb), NULL);
}

/**
 * tl_chart_table_set_view:
 * @self: the table, which has no view yet
 * @view: a chart
 *
 * Goes with a chart: shows its data while the table is visible, and selects with it.
 */
void
tl_chart_table_set_view (TlChartTable *self,
                         TlChartView  *view)
{
  g_return_if_fail (TL_IS_CHART_TABLE (self));
  g_return_if_fail (TL_IS_CHART_VIEW (view));
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_swapped (view, "notify::chart", G_CALLBACK (follow_chart), self);
  g_signal_connect_swapped (view, "notify::selected", G_CALLBACK (follow_selected), self);
  visible_cb (self);
}

/**
 * tl_chart_table_set_in_place:
 * @self: the table
 * @is_in_place: whether the chart is hidden while the table is visible
 *
 * Takes the chart's place where there is no room for both.
 */
void
tl_chart_table_set_in_place (TlChartTable *self,
                             gboolean      is_in_place)
{
  g_return_if_fail (TL_IS_CHART_TABLE (self));

  self->is_in_place = is_in_place;
  update_view (self);
}

/**
 * tl_chart_table_dup_text:
 * @self: the table
 *
 * Returns: (transfer full): the row that is selected, or else the whole table with its heads,
 *   the cells apart by tabs as spreadsheet programs paste them
 */
char *
tl_chart_table_dup_text (TlChartTable *self)
{
  GListModel *rows;
  TlChartRow *selected;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (TL_IS_CHART_TABLE (self), g_string_free (text, FALSE));

  rows = G_LIST_MODEL (self->selection);
  selected = gtk_single_selection_get_selected_item (self->selection);
  if (selected != NULL)
    {
      append_row (self, text, selected);
      return g_string_free (text, FALSE);
    }
  append_row (self, text, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(TlChartRow) row = g_list_model_get_item (rows, i);

      append_row (self, text, row);
    }
  return g_string_free (text, FALSE);
}
