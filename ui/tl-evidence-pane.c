/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-evidence-pane.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-chart-evidence.h"
#include "tl-evidence-row.h"
#include "tl-figure-keys.h"
#include "tl-figure-target.h"
#include "tl-labels.h"
#include "tl-tab-stop.h"

/**
 * TlEvidencePane:
 *
 * The sentences behind a mark of the chart, or those that are not in it; of what no article
 * reports, what is known of it.
 */
struct _TlEvidencePane
{
  AdwBin       parent_instance;

  GtkStack    *stack;
  GtkLabel    *title;
  GtkLabel    *note;
  GtkListView *list_view;
  GtkLabel    *facts_title;
  GtkLabel    *facts_note;
  GtkListBox  *facts;

  GtkSliceListModel *shown;     /* owned: the first reports, and soon all; or NULL */
  guint        more_id;         /* until there are more; or 0 */

  guint        place;           /* of the report that gets the focus when it has a widget */
  guint        place_id;        /* until it has; or 0 */
};

G_DEFINE_FINAL_TYPE (TlEvidencePane, tl_evidence_pane, ADW_TYPE_BIN)

static char *
describe_point (const TlPoint *point)
{
  guint n_reports = point->reports->len;

  if (point->formula != NULL)
    /* Translators: what follows is a calculation */
    return g_strdup_printf (_("Calculated: %s"), point->formula);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Stated in %u place",
                                       "Stated in %u places", n_reports),
                          n_reports);
}

static void
activate_cb (GtkListView    *view,
             guint           position,
             TlEvidencePane *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr(TlReport) report = g_list_model_get_item (model, position);
  TlSpan sentence = tl_figure_get_data (tl_report_get_figure (report))->sentence;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-in-article", "(xuu)",
                              tl_report_get_article_id (report),
                              sentence.start, sentence.end);
}

/* ---- the list ---- */

/* A list makes up to two hundred rows at once, few of which are seen: these are made first, and the
 * others, so many a turn, while nothing else is to be done. */
#define N_FIRST_ROWS 16
#define N_MORE_ROWS  8
#define N_MOST_ROWS  200

static gboolean
show_more_cb (gpointer user_data)
{
  TlEvidencePane *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->shown) + N_MORE_ROWS;

  if (size < N_MOST_ROWS && size < g_list_model_get_n_items (gtk_slice_list_model_get_model (self->shown)))
    {
      gtk_slice_list_model_set_size (self->shown, size);
      return G_SOURCE_CONTINUE;
    }
  /* The rest makes no more of them. */
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  self->more_id = 0;
  return G_SOURCE_REMOVE;
}

static void
show_list (TlEvidencePane *self,
           GListModel     *reports)
{
  g_autoptr(GtkNoSelection) model = NULL;

  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_object (&self->shown);
  if (reports != NULL)
    {
      self->shown = gtk_slice_list_model_new (g_object_ref (reports), 0, N_FIRST_ROWS);
      model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
      if (g_list_model_get_n_items (reports) > N_FIRST_ROWS)
        self->more_id = g_idle_add (show_more_cb, self);
    }
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
}

/* ---- the focus ---- */

static GListModel *
get_model (TlEvidencePane *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
}

/* The report whose row has the focus, or holds what has it. */
static TlReport *
get_focused (TlEvidencePane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    return NULL;
  row = gtk_widget_get_ancestor (focus, TL_TYPE_EVIDENCE_ROW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);
  return row != NULL && TL_IS_EVIDENCE_ROW (row) ? tl_evidence_row_get_report (TL_EVIDENCE_ROW (row)) : NULL;
}

static GtkWidget *
find_row (TlEvidencePane *self,
          TlReport       *report)
{
  for (GtkWidget *widget = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      GtkWidget *row = gtk_widget_get_first_child (widget);

      if (row != NULL && TL_IS_EVIDENCE_ROW (row) && tl_evidence_row_get_report (TL_EVIDENCE_ROW (row)) == report)
        return widget;
    }
  return NULL;
}

/* It takes a frame to have a widget for a report, and a size to scroll to it. */
static gboolean
focus_place_cb (GtkWidget     *list_view,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlEvidencePane *self = user_data;
  GListModel *model = get_model (self);
  g_autoptr(TlReport) report = model != NULL ? g_list_model_get_item (model, self->place) : NULL;
  GtkWidget *widget = report != NULL ? find_row (self, report) : NULL;

  if (widget == NULL && report != NULL)
    {
      if (gtk_widget_get_height (list_view) > 0)
        gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", self->place);
      return G_SOURCE_CONTINUE;
    }
  self->place_id = 0;
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

/* ---- keys ---- */

static void
say_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TlReport *report = get_focused (TL_EVIDENCE_PANE (widget));

  if (report != NULL)
    gtk_widget_activate_action_variant (widget, g_variant_get_string (parameter, NULL),
                                        tl_figure_target_new (tl_report_get_article_id (report),
                                                              tl_report_get_figure (report)));
}

static void
tl_evidence_pane_dispose (GObject *object)
{
  TlEvidencePane *self = TL_EVIDENCE_PANE (object);

  if (self->place_id != 0 && self->list_view != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->place_id);
  self->place_id = 0;
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_object (&self->shown);
  tl_bin_dispose_template (GTK_WIDGET (object), TL_TYPE_EVIDENCE_PANE);

  G_OBJECT_CLASS (tl_evidence_pane_parent_class)->dispose (object);
}

static void
tl_evidence_pane_class_init (TlEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_evidence_pane_dispose;
  tl_figure_keys_install (widget_class, "evidence.say", say_action);

  g_type_ensure (TL_TYPE_EVIDENCE_ROW);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEvidencePane, stack);
  gtk_widget_class_bind_template_child (widget_class, TlEvidencePane, title);
  gtk_widget_class_bind_template_child (widget_class, TlEvidencePane, note);
  gtk_widget_class_bind_template_child (widget_class, TlEvidencePane, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlEvidencePane, facts_title);
  gtk_widget_class_bind_template_child (widget_class, TlEvidencePane, facts_note);
  gtk_widget_class_bind_template_child (widget_class, TlEvidencePane, facts);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tl_evidence_pane_init (TlEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_evidence_pane_has_evidence:
 * @self: the pane
 *
 * Returns: whether it shows any sentences or facts
 */
gboolean
tl_evidence_pane_has_evidence (TlEvidencePane *self)
{
  const char *name;

  g_return_val_if_fail (TL_IS_EVIDENCE_PANE (self), FALSE);

  name = gtk_stack_get_visible_child_name (self->stack);
  return g_strcmp0 (name, "none") != 0 && g_strcmp0 (name, "empty") != 0;
}

/**
 * tl_evidence_pane_get_place:
 * @self: the pane
 *
 * Returns: the place of the sentence that has the focus, %GTK_INVALID_LIST_POSITION where none has
 */
guint
tl_evidence_pane_get_place (TlEvidencePane *self)
{
  TlReport *focused;
  GListModel *model;

  g_return_val_if_fail (TL_IS_EVIDENCE_PANE (self), GTK_INVALID_LIST_POSITION);

  focused = get_focused (self);
  model = get_model (self);
  for (guint i = 0; focused != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlReport) report = g_list_model_get_item (model, i);

      if (report == focused)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * tl_evidence_pane_focus_place:
 * @self: the pane
 * @place: from tl_evidence_pane_get_place(), a number
 *
 * Gives the focus to the sentence that stands there now, or to the last one.
 *
 * Returns: whether there are sentences
 */
gboolean
tl_evidence_pane_focus_place (TlEvidencePane *self,
                              guint           place)
{
  GListModel *model;
  guint n;

  g_return_val_if_fail (TL_IS_EVIDENCE_PANE (self), FALSE);

  model = self->shown != NULL ? gtk_slice_list_model_get_model (self->shown) : NULL;
  n = model != NULL ? g_list_model_get_n_items (model) : 0;
  if (n == 0)
    return FALSE;
  self->place = MIN (place, n - 1);
  if (self->place >= gtk_slice_list_model_get_size (self->shown))
    gtk_slice_list_model_set_size (self->shown, self->place + 1);
  if (self->place_id == 0)
    self->place_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), focus_place_cb, self, NULL);
  return TRUE;
}

/**
 * tl_evidence_pane_clear:
 * @self: the pane
 * @has_marks: whether there is something to select
 *
 * Shows that nothing is selected.
 */
void
tl_evidence_pane_clear (TlEvidencePane *self,
                        gboolean        has_marks)
{
  g_return_if_fail (TL_IS_EVIDENCE_PANE (self));

  gtk_stack_set_visible_child_name (self->stack, has_marks ? "none" : "empty");
  show_list (self, NULL);
}

/**
 * tl_evidence_pane_show_reports:
 * @self: the pane
 * @title: what they say
 * @note: what is to be said of them
 * @reports: (element-type TlReport): reports
 *
 * Shows reports with their sentences, each with what carries the same article.
 */
void
tl_evidence_pane_show_reports (TlEvidencePane *self,
                               const char     *title,
                               const char     *note,
                               GPtrArray      *reports)
{
  g_autoptr(GListStore) store = NULL;

  g_return_if_fail (TL_IS_EVIDENCE_PANE (self));
  g_return_if_fail (reports != NULL);

  store = g_list_store_new (TL_TYPE_REPORT);
  for (guint i = 0; i < reports->len; i++)
    {
      GPtrArray *copies = tl_report_get_copies (reports->pdata[i]);

      g_list_store_append (store, reports->pdata[i]);
      if (copies != NULL)
        g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0,
                             copies->pdata, copies->len);
    }
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->note, note);
  show_list (self, G_LIST_MODEL (store));
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static GtkWidget *
make_fact_row (const char *name,
               const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_set_focusable (row, TRUE);
  return row;
}

/**
 * tl_evidence_pane_show_facts:
 * @self: the pane
 * @title: what they are of
 * @note: what is to be said of it
 * @facts: (array zero-terminated=1): by turns what a fact is called and what it is
 *
 * Shows what is known of something that no article reports.
 */
void
tl_evidence_pane_show_facts (TlEvidencePane    *self,
                             const char        *title,
                             const char        *note,
                             const char *const *facts)
{
  GtkWidget *row;

  g_return_if_fail (TL_IS_EVIDENCE_PANE (self));
  g_return_if_fail (facts != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_list_box_remove (self->facts, row);
  for (guint i = 0; facts[i] != NULL && facts[i + 1] != NULL; i += 2)
    gtk_list_box_append (self->facts, make_fact_row (facts[i], facts[i + 1]));
  gtk_label_set_text (self->facts_title, title);
  gtk_label_set_text (self->facts_note, note);
  show_list (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "facts");
}

/**
 * tl_evidence_pane_show_point:
 * @self: the pane
 * @series: a series
 * @point: index of one of its points
 *
 * Shows what states a point, or what it was calculated from.
 */
void
tl_evidence_pane_show_point (TlEvidencePane *self,
                             TlSeries       *series,
                             guint           point)
{
  const TlPoint *shown;
  g_autofree char *period = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (TL_IS_EVIDENCE_PANE (self));
  g_return_if_fail (TL_IS_SERIES (series));

  shown = tl_series_get_point (series, point);
  period = tl_label_for_period (shown->start, shown->end);
  amount = tl_label_for_amount (shown->value, shown->high, tl_series_get_currency (series),
                                shown->precision, TL_LABEL_STYLE_WORDS);
  /* Translators: a period and an amount, "2014: almost $1 billion" */
  title = g_strdup_printf (C_("point", "%s: %s"), period, amount);
  note = describe_point (shown);
  tl_evidence_pane_show_reports (self, title, note, shown->reports);
}

/**
 * tl_evidence_pane_show_left_out:
 * @self: the pane
 * @chart: a chart
 *
 * Shows the figures of its partners that are not in the chart.
 */
void
tl_evidence_pane_show_left_out (TlEvidencePane *self,
                                TlChart        *chart)
{
  g_autoptr(GPtrArray) left_out = NULL;

  g_return_if_fail (TL_IS_EVIDENCE_PANE (self));
  g_return_if_fail (TL_IS_CHART (chart));

  left_out = tl_chart_evidence_list_left_out (chart);
  tl_evidence_pane_show_reports (self, _("Not in the Chart"),
                                 _("What has no amount or no period, is in another currency, or is "
                                   "not the whole trade of these two in the direction that is drawn"),
                                 left_out);
}
