/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said without a period is put onto a year: dragged from the tray onto the year, or by the
 * menu of its mark. */

#include "tl-chart-view-private.h"


#include "tl-chart-years.h"
#include "tl-figure-target.h"
#include "tl-labels.h"

/**
 * tl_chart_view_get_only_report:
 * @self: the view
 * @mark: a mark of the scene, -1 for none
 *
 * Returns: (transfer none) (nullable): the report that a mark stands for; %NULL where several do,
 *   or none, or where the mark is calculated from it
 */
TlReport *
tl_chart_view_get_only_report (TlChartView *self,
                               int          mark)
{
  const TlMark *its = mark >= 0 ? tl_chart_scene_get_mark (self->scene, (guint) mark) : NULL;
  TlSeries *series;
  const TlPoint *point;

  if (its == NULL || tl_mark_get_n_subjects (its) != 1 || its->subject.kind == TL_SUBJECT_OFFICIAL)
    return NULL;
  series = tl_chart_get_nth_series (self->chart, its->subject.series);
  if (its->subject.kind == TL_SUBJECT_UNDATED)
    return g_ptr_array_index (tl_series_get_undated (series), its->subject.index);
  point = tl_series_get_point (series, its->subject.index);
  return point->reports->len == 1 && point->formula == NULL ? g_ptr_array_index (point->reports, 0) : NULL;
}

/**
 * tl_chart_view_pick_claim:
 * @self: the view
 * @x: a place in it
 * @y: its height
 *
 * Returns: (transfer none) (nullable): the report without a period whose mark is there and that can
 *   be put onto a year
 */
TlReport *
tl_chart_view_pick_claim (TlChartView *self,
                          double       x,
                          double       y)
{
  int mark;

  g_return_val_if_fail (TL_IS_CHART_VIEW (self), NULL);

  if (!self->is_editable || self->scene == NULL)
    return NULL;
  mark = tl_chart_view_pick (self, x, y);
  if (mark < 0 || tl_chart_scene_get_mark (self->scene, (guint) mark)->subject.kind != TL_SUBJECT_UNDATED)
    return NULL;
  return tl_chart_view_get_only_report (self, mark);
}

/* ---- the year that something is about to be put onto ---- */

static void
set_target_year (TlChartView *self,
                 int          year)
{
  if (self->target_year == year)
    return;
  self->target_year = year;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_chart_view_snapshot_target:
 * @self: the view, with a scene
 * @snapshot: what it is drawn on
 * @style: the colours
 *
 * Draws the year that something is dragged over.
 */
void
tl_chart_view_snapshot_target (TlChartView  *self,
                               GtkSnapshot  *snapshot,
                               TlChartStyle  style)
{
  TlRect area = tl_chart_scene_get_year_area (self->scene, self->target_year);
  cairo_t *cr;

  if (area.width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y,
                                                                 (float) area.width, (float) area.height));
  tl_chart_paint_year (self->scene, cr, style, self->target_year);
  cairo_destroy (cr);
}

/* ---- dragging ---- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TlChartView   *self)
{
  TlReport *report = tl_chart_view_pick_claim (self, x, y);

  return report != NULL ? gdk_content_provider_new_typed (TL_TYPE_REPORT, report) : NULL;
}

/* The amount goes with the pointer. */
static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               TlChartView   *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  const TlFigureData *data;
  g_autofree char *amount = NULL;
  GtkWidget *label;

  g_value_init (&value, TL_TYPE_REPORT);
  if (!gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL))
    return;
  data = tl_figure_get_data (tl_report_get_figure (g_value_get_object (&value)));
  amount = tl_label_for_amount (data->value, data->high, data->currency, data->precision,
                                TL_LABEL_STYLE_WORDS);
  label = gtk_label_new (amount);
  gtk_widget_add_css_class (label, "dragged-claim");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           TlChartView   *self)
{
  set_target_year (self, tl_chart_view_find_year (self, x, y));
  return self->target_year != 0 ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (TlChartView *self)
{
  set_target_year (self, 0);
}

/* It stays selected as the point that it becomes. */
static void
select_claim (TlChartView *self,
              TlReport    *report)
{
  for (guint i = 0; i < tl_chart_scene_get_n_marks (self->scene); i++)
    if (tl_chart_view_get_only_report (self, (int) i) == report)
      tl_chart_view_select (self, tl_chart_scene_get_mark (self->scene, i)->subject);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TlChartView   *self)
{
  TlReport *report = g_value_get_object (value);
  int year = tl_chart_view_find_year (self, x, y);

  set_target_year (self, 0);
  if (year == 0 || report == NULL)
    return FALSE;
  select_claim (self, report);
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.put-onto-year", "(@" TL_FIGURE_TARGET_TYPE "i)",
                                     tl_figure_target_new (tl_report_get_article_id (report),
                                                           tl_report_get_figure (report)),
                                     year);
}

/**
 * tl_chart_view_make_editable:
 * @self: the view, which is not editable yet
 *
 * Lets a person say what the figures are that the chart was made of: by the menus of its marks, and
 * by dragging what is undated onto a year.  The window's actions keep what is said.
 */
void
tl_chart_view_make_editable (TlChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_REPORT, GDK_ACTION_MOVE);

  g_return_if_fail (TL_IS_CHART_VIEW (self));
  g_return_if_fail (!self->is_editable);

  self->is_editable = TRUE;
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  tl_chart_view_add_menus (self);
}
