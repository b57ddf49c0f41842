/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was selected in a chart, in the chart that takes its place. */

#include "tl-chart-again.h"

#include "tl-figure-item.h"
#include "tl-flow-choices.h"

static gboolean
is_same_point (const TlPoint *a,
               const TlPoint *b)
{
  return a->kind == b->kind && a->value == b->value &&
         tl_date_compare (a->start, b->start) == 0 && tl_date_compare (a->end, b->end) == 0;
}

static gboolean
is_same_place (TlReport *a,
               TlReport *b)
{
  TlSpan first = tl_figure_get_data (tl_report_get_figure (a))->quote;
  TlSpan second = tl_figure_get_data (tl_report_get_figure (b))->quote;

  return tl_report_get_article_id (a) == tl_report_get_article_id (b) &&
         first.start == second.start && first.end == second.end;
}

static gboolean
has_report (GPtrArray *reports,
            TlReport  *report)
{
  for (guint i = 0; i < reports->len; i++)
    if (tl_report_get_article_id (reports->pdata[i]) == tl_report_get_article_id (report) &&
        tl_figure_is_same (tl_report_get_figure (reports->pdata[i]), tl_report_get_figure (report)))
      return TRUE;
  return FALSE;
}

static gboolean
was_there (TlChart  *before,
           TlReport *report)
{
  for (guint i = 0; i < tl_chart_get_n_series (before); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (before, i);

      for (guint k = 0; k < tl_series_get_n_points (series); k++)
        if (has_report (tl_series_get_point (series, k)->reports, report))
          return TRUE;
      if (has_report (tl_series_get_undated (series), report) ||
          has_report (tl_series_get_left_out (series), report))
        return TRUE;
    }
  return FALSE;
}

/* Words may state two figures ("almost $1 billion in 2014, and in 2018, too"): what was there
 * before is the other one. */
static gboolean
has_become (TlChart  *before,
            TlReport *report,
            TlReport *now)
{
  return is_same_place (now, report) &&
         (tl_figure_is_same (tl_report_get_figure (now), tl_report_get_figure (report)) ||
          !was_there (before, now));
}

static gboolean
has_become_one_of (TlChart   *before,
                   TlReport  *report,
                   GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    if (has_become (before, report, reports->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Where a report stands now of which a person said something else: what was put onto a year is no
 * longer undated. */
static TlSubject
find_report (TlChart  *chart,
             TlChart  *before,
             TlReport *report)
{
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);
      GPtrArray *undated = tl_series_get_undated (series);

      for (guint k = 0; k < tl_series_get_n_points (series); k++)
        if (tl_series_get_point (series, k)->formula == NULL &&
            has_become_one_of (before, report, tl_series_get_point (series, k)->reports))
          return tl_subject_for_point (i, k);
      for (guint k = 0; k < undated->len; k++)
        if (has_become (before, report, undated->pdata[k]))
          return tl_subject_for_undated (i, k);
    }
  return TL_NO_SUBJECT;
}

/**
 * tl_chart_find_again:
 * @chart: (nullable): a chart
 * @before: (nullable): another, as it was before something came into the library or was removed
 * @subject: something of @before
 *
 * Returns: the same point in @chart, or that which its only report is of now; or nothing
 */
TlSubject
tl_chart_find_again (TlChart   *chart,
                          TlChart   *before,
                          TlSubject  subject)
{
  TlSeries *old;
  const TlPoint *point;

  if (chart == NULL || before == NULL ||
      (subject.kind != TL_SUBJECT_POINT && subject.kind != TL_SUBJECT_UNDATED))
    return TL_NO_SUBJECT;
  old = tl_chart_get_nth_series (before, subject.series);
  if (subject.kind == TL_SUBJECT_UNDATED)
    return find_report (chart, before, g_ptr_array_index (tl_series_get_undated (old), subject.index));
  point = tl_series_get_point (old, subject.index);
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      if (!tl_flow_choices_is_same (old, series) ||
          !g_str_equal (tl_series_get_currency (old), tl_series_get_currency (series)))
        continue;
      for (guint k = 0; k < tl_series_get_n_points (series); k++)
        if (is_same_point (tl_series_get_point (series, k), point))
          return tl_subject_for_point (i, k);
    }
  return point->reports->len == 1 && point->formula == NULL ? find_report (chart, before, point->reports->pdata[0])
                                                           : TL_NO_SUBJECT;
}
