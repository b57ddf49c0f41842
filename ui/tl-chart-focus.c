/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The focus stays where it is when the chart is another one: who has confirmed a figure goes on to
 * the next one from there. */

#include "tl-chart-focus.h"

#include "tl-chart-view-private.h"

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* The mark that is selected, or the one that is now where that was. */
static void
focus_mark (TlChartView *view,
            int          mark)
{
  int n_marks = view->scene != NULL ? (int) tl_chart_scene_get_n_marks (view->scene) : 0;
  GtkWidget *widget = NULL;

  if (tl_chart_view_get_selected (view).kind == TL_SUBJECT_NONE)
    widget = tl_chart_view_get_widget (view, MIN (mark, n_marks - 1));
  if (widget == NULL || !gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
}

/**
 * tl_chart_focus_remember:
 * @view: a chart
 * @table: its data
 * @pane: the sentences behind its marks
 *
 * Returns: where the focus is, before another chart is shown
 */
TlChartFocus
tl_chart_focus_remember (TlChartView    *view,
                         GtkWidget      *table,
                         TlEvidencePane *pane)
{
  return (TlChartFocus) {
    has_focus (GTK_WIDGET (view)),
    has_focus (table),
    tl_chart_view_find_mark (view, tl_chart_view_get_selected (view)),
    tl_evidence_pane_get_place (pane),
  };
}

/**
 * tl_chart_focus_restore:
 * @focus: from tl_chart_focus_remember()
 * @view: the chart, which shows another one now
 * @table: its data
 * @pane: the sentences behind the mark that is selected in it
 *
 * Brings the focus back: to the sentence that stands where it was, and where there is none any
 * more, or it was in the chart, to a mark; or to the table.
 */
void
tl_chart_focus_restore (TlChartFocus    focus,
                        TlChartView    *view,
                        GtkWidget      *table,
                        TlEvidencePane *pane)
{
  if (focus.place != GTK_INVALID_LIST_POSITION && tl_evidence_pane_focus_place (pane, focus.place))
    return;
  if (focus.is_in_table)
    {
      if (!has_focus (table))
        gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD);
      return;
    }
  if ((focus.place != GTK_INVALID_LIST_POSITION || focus.is_in_chart) &&
      !has_focus (GTK_WIDGET (view)))
    focus_mark (view, focus.mark);
}
