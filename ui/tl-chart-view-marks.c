/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of a chart as widgets: for the keyboard, and for who hears the chart. */

#include "tl-chart-view-private.h"

#include <math.h>

#include "tl-chart-mark.h"

/**
 * tl_chart_view_find_mark:
 * @self: the view
 * @subject: something of the chart
 *
 * Returns: the mark of the scene that stands for it, -1 for none
 */
int
tl_chart_view_find_mark (TlChartView *self,
                         TlSubject    subject)
{
  guint n_marks = self->scene != NULL ? tl_chart_scene_get_n_marks (self->scene) : 0;

  for (guint i = 0; i < n_marks && subject.kind != TL_SUBJECT_NONE; i++)
    if (tl_mark_has_subject (tl_chart_scene_get_mark (self->scene, i), subject))
      return (int) i;
  return -1;
}

/**
 * tl_chart_view_get_selected_mark:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the mark of what is selected; %NULL where it has none, as
 *   long as the view has its size
 */
const TlMark *
tl_chart_view_get_selected_mark (TlChartView *self)
{
  int mark;

  g_return_val_if_fail (TL_IS_CHART_VIEW (self), NULL);

  mark = tl_chart_view_find_mark (self, self->selected);
  return mark >= 0 ? tl_chart_scene_get_mark (self->scene, (guint) mark) : NULL;
}

static gboolean
has_mark (TlChartView *self,
          guint        index)
{
  return self->scene != NULL && index < tl_chart_scene_get_n_marks (self->scene);
}

/**
 * tl_chart_view_get_widget:
 * @self: the view
 * @mark: a mark of the scene, -1 for none
 *
 * Returns: (transfer none) (nullable): the widget that stands for it
 */
GtkWidget *
tl_chart_view_get_widget (TlChartView *self,
                          int          mark)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (mark >= 0 && tl_chart_mark_get_index (TL_CHART_MARK (child)) == (guint) mark)
      return child;
  return NULL;
}

static void
mark_focused_cb (TlChartMark *mark,
                 GParamSpec  *pspec,
                 TlChartView *self)
{
  guint index = tl_chart_mark_get_index (mark);

  if (gtk_widget_has_focus (GTK_WIDGET (mark)) && has_mark (self, index))
    tl_chart_view_select (self, tl_chart_scene_get_mark (self->scene, index)->subject);
}

static void
mark_open_cb (TlChartMark *mark,
              TlChartView *self)
{
  guint index = tl_chart_mark_get_index (mark);

  if (!has_mark (self, index))
    return;
  tl_chart_view_select (self, tl_chart_scene_get_mark (self->scene, index)->subject);
  g_signal_emit_by_name (self, "open");
}

static void
add_mark (TlChartView *self,
          guint        index)
{
  GtkWidget *mark = tl_chart_mark_new (index);

  g_signal_connect_object (mark, "notify::has-focus", G_CALLBACK (mark_focused_cb), self, 0);
  g_signal_connect_object (mark, "open", G_CALLBACK (mark_open_cb), self, 0);
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
}

/* As many as a scene can have at most: some may be joined, or not drawn where there is no room. */
static guint
count_subjects (TlChart *chart)
{
  guint n = 0;

  for (guint i = 0; chart != NULL && i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      GPtrArray *officials = tl_chart_get_nth_officials (chart, i);

      n += tl_series_get_n_points (series) + tl_series_get_undated (series)->len;
      for (guint k = 0; officials != NULL && k < officials->len; k++)
        n += tl_official_series_get_n_years (officials->pdata[k]);
    }
  return n;
}

/**
 * tl_chart_view_match_series:
 * @self: the view
 *
 * Makes as many widgets as a scene of the chart has marks at most.  They are made with the chart,
 * as nothing may be added in the middle of an allocation, and stay when the window changes its
 * size, and the focus with them.
 */
void
tl_chart_view_match_series (TlChartView *self)
{
  guint n_subjects = count_subjects (self->chart);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < n_subjects; i++)
    {
      if (child == NULL)
        add_mark (self, i);
      else
        child = gtk_widget_get_next_sibling (child);
    }
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_widget_unparent (child);
      child = next;
    }
}

static void
place_mark (TlChartView  *self,
            GtkWidget    *child,
            const TlMark *mark)
{
  GtkAllocation allocation = tl_chart_view_get_area (self, &mark->bounds);

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

/**
 * tl_chart_view_place_marks:
 * @self: the view, in its allocation
 *
 * Puts the widgets where the marks are.
 */
void
tl_chart_view_place_marks (TlChartView *self)
{
  guint n_marks = self->scene != NULL ? tl_chart_scene_get_n_marks (self->scene) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint index = tl_chart_mark_get_index (TL_CHART_MARK (child));

      gtk_widget_set_child_visible (child, index < n_marks);
      if (index < n_marks)
        place_mark (self, child, tl_chart_scene_get_mark (self->scene, index));
    }
}

/**
 * tl_chart_view_describe_marks:
 * @self: the view
 *
 * Gives the widgets the descriptions of the marks.
 */
void
tl_chart_view_describe_marks (TlChartView *self)
{
  guint n_marks = self->scene != NULL ? tl_chart_scene_get_n_marks (self->scene) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint index = tl_chart_mark_get_index (TL_CHART_MARK (child));

      if (index < n_marks)
        tl_chart_mark_set_description (TL_CHART_MARK (child),
                                       tl_chart_scene_get_mark (self->scene,
                                                                index)->description);
    }
}

/**
 * tl_chart_view_focus:
 * @widget: the view
 * @direction: where the focus is to go
 *
 * The chart is one stop for Tab, on the mark that is selected; the arrow keys go from mark
 * to mark in the order of time.
 *
 * Returns: whether the focus is in the chart then
 */
gboolean
tl_chart_view_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  TlChartView *self = TL_CHART_VIEW (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *next;

  if (focus == NULL)
    {
      next = tl_chart_view_get_widget (self, MAX (0, tl_chart_view_find_mark (self, self->selected)));
      return next != NULL && gtk_widget_grab_focus (next);
    }

  switch (direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_UP:
      next = gtk_widget_get_prev_sibling (focus);
      break;
    case GTK_DIR_RIGHT:
    case GTK_DIR_DOWN:
      next = gtk_widget_get_next_sibling (focus);
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
  /* At either end the arrows stay in the chart. */
  return next == NULL || !gtk_widget_get_child_visible (next) || gtk_widget_grab_focus (next);
}

static void
go_to_end_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TlChartView *self = TL_CHART_VIEW (widget);
  guint n_marks = self->scene != NULL ? tl_chart_scene_get_n_marks (self->scene) : 0;
  GtkWidget *mark =
    tl_chart_view_get_widget (self, g_variant_get_boolean (parameter) ? (int) n_marks - 1 : 0);

  if (mark != NULL)
    gtk_widget_grab_focus (mark);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tl_chart_view_show_menu (TL_CHART_VIEW (widget));
}

/**
 * tl_chart_view_install_keys:
 * @widget_class: the class of the view
 *
 * Installs the keys that go to the first and the last mark, and show the menu of one.
 */
void
tl_chart_view_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.go-to-end", "b", go_to_end_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0,
                                       "chart.go-to-end", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0,
                                       "chart.go-to-end", "b", TRUE);

  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
}
