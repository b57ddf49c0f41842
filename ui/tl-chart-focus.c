/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The focus stays where it is when the chart is another one: who has confirmed a figure goes on to
 * the next one from there. */

#include "tl-chart-focus.h"

/**
 * tl_chart_focus_remember:
 * @view: a chart
 * @pane: the sentences behind its marks
 *
 * Returns: where the focus is, before another chart is shown
 */
TlChartFocus
tl_chart_focus_remember (TlChartView    *view,
                         TlEvidencePane *pane)
{
  return (TlChartFocus) {
    gtk_widget_get_focus_child (GTK_WIDGET (view)) != NULL,
    tl_evidence_pane_get_place (pane),
  };
}

/**
 * tl_chart_focus_restore:
 * @focus: from tl_chart_focus_remember()
 * @view: the chart, which shows another one now
 * @pane: the sentences behind the mark that is selected in it
 *
 * Brings the focus back: to the sentence that stands where it was, and where there is none any
 * more, or it was in the chart, to a mark.
 */
void
tl_chart_focus_restore (TlChartFocus    focus,
                        TlChartView    *view,
                        TlEvidencePane *pane)
{
  if (focus.place != GTK_INVALID_LIST_POSITION && tl_evidence_pane_focus_place (pane, focus.place))
    return;
  if ((focus.place != GTK_INVALID_LIST_POSITION || focus.is_in_chart) &&
      gtk_widget_get_focus_child (GTK_WIDGET (view)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
}
