/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands behind the mark that is selected in a chart. */

#include "tl-chart-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-labels.h"

/* What is selected: a thing alone, or all that its mark stands for. */
static GArray *
list_subjects (TlChartView *view)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (TlSubject));
  TlSubject selected = tl_chart_view_get_selected (view);
  const TlMark *mark = tl_chart_view_get_selected_mark (view);

  if (selected.kind == TL_SUBJECT_NONE)
    return subjects;
  if (mark == NULL || !tl_subject_equal (mark->subject, selected))
    {
      g_array_append_val (subjects, selected);
      return subjects;
    }
  for (guint i = 0; i < tl_mark_get_n_subjects (mark); i++)
    {
      TlSubject subject = tl_mark_get_subject (mark, i);

      g_array_append_val (subjects, subject);
    }
  return subjects;
}

/* ---- points ---- */

static void
show_points (TlEvidencePane *pane,
             TlChart        *chart,
             GArray         *subjects,
             const TlMark   *mark)
{
  TlSubject first = g_array_index (subjects, TlSubject, 0);
  g_autoptr(GPtrArray) reports = g_ptr_array_new ();
  g_autofree char *title = NULL, *note = NULL;

  if (subjects->len == 1)
    {
      tl_evidence_pane_show_point (pane, tl_chart_get_nth_series (chart, first.series), first.index);
      return;
    }
  for (guint i = 0; i < subjects->len; i++)
    {
      TlSubject subject = g_array_index (subjects, TlSubject, i);
      TlSeries *series = tl_chart_get_nth_series (chart, subject.series);

      g_ptr_array_extend (reports, tl_series_get_point (series, subject.index)->reports, NULL, NULL);
    }
  title = tl_chart_dup_joined_range (chart, mark);
  note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value, too near to others to be told apart",
                                       "%u values, too near to each other to be told apart",
                                       subjects->len), subjects->len);
  tl_evidence_pane_show_reports (pane, title, note, reports);
}

/* ---- undated reports ---- */

static char *
dup_amount (TlReport *report)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));

  return tl_label_for_amount (data->value, data->high, data->currency, data->precision,
                              TL_LABEL_STYLE_WORDS);
}

static void
show_undated (TlEvidencePane *pane,
              TlChart        *chart,
              GArray         *subjects)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new ();
  g_autofree char *first = NULL, *last = NULL, *amount = NULL, *title = NULL;

  for (guint i = 0; i < subjects->len; i++)
    {
      TlSubject subject = g_array_index (subjects, TlSubject, i);
      TlSeries *series = tl_chart_get_nth_series (chart, subject.series);

      g_ptr_array_add (reports, tl_series_get_undated (series)->pdata[subject.index]);
    }
  first = dup_amount (reports->pdata[0]);
  last = dup_amount (reports->pdata[reports->len - 1]);
  amount = g_str_equal (first, last) ? g_strdup (first)
                                     : g_strdup_printf (C_("range", "%s – %s"), first, last);
  /* Translators: an amount, or a range of amounts, without a period */
  title = g_strdup_printf (_("Undated: %s"), amount);
  tl_evidence_pane_show_reports (pane, title, _("No period is said"), reports);
}

/* ---- official values ---- */

static void
show_official (TlEvidencePane *pane,
               TlChart        *chart,
               TlSubject       subject)
{
  g_auto(GStrv) facts = tl_chart_list_official_facts (chart, subject);

  tl_evidence_pane_show_facts (pane, _("Official figure"),
                               _("As countries declare it to the publishers of statistics"),
                               (const char *const *) facts);
}

/* ---- all ---- */

static gboolean
has_marks (TlChart *chart)
{
  for (guint i = 0; chart != NULL && i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);
      GPtrArray *officials = tl_chart_get_nth_officials (chart, i);

      if (tl_series_get_n_points (series) > 0 || tl_series_get_undated (series)->len > 0 ||
          (officials != NULL && officials->len > 0))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_chart_evidence_show:
 * @pane: where it is shown
 * @view: a chart
 *
 * Shows what stands behind the mark that is selected in a chart, or that nothing is selected.
 */
void
tl_chart_evidence_show (TlEvidencePane *pane,
                        TlChartView    *view)
{
  TlChart *chart = tl_chart_view_get_chart (view);
  g_autoptr(GArray) subjects = NULL;
  TlSubject first;

  g_return_if_fail (TL_IS_EVIDENCE_PANE (pane));
  g_return_if_fail (TL_IS_CHART_VIEW (view));

  subjects = list_subjects (view);
  first = subjects->len > 0 ? g_array_index (subjects, TlSubject, 0) : TL_NO_SUBJECT;
  switch (first.kind)
    {
    case TL_SUBJECT_POINT:
      show_points (pane, chart, subjects, tl_chart_view_get_selected_mark (view));
      break;
    case TL_SUBJECT_UNDATED:
      show_undated (pane, chart, subjects);
      break;
    case TL_SUBJECT_OFFICIAL:
      show_official (pane, chart, first);
      break;
    case TL_SUBJECT_NONE:
    default:
      tl_evidence_pane_clear (pane, has_marks (chart));
      break;
    }
}

/* ---- what is not in the chart ---- */

/* A report, whichever of the series it was read for. */
static char *
dup_key (TlReport *report)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%u:%u:%d:%d:%g:%s:%s:%d", tl_report_get_article_id (report),
                          data->quote.start, data->quote.end, (int) data->flow, (int) data->scope,
                          data->value, data->partners[0], data->partners[1], (int) data->start.year);
}

static void
add_shown (GHashTable *shown,
           TlSeries   *series)
{
  GPtrArray *undated = tl_series_get_undated (series);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      GPtrArray *reports = tl_series_get_point (series, i)->reports;

      for (guint k = 0; k < reports->len; k++)
        g_hash_table_add (shown, dup_key (reports->pdata[k]));
    }
  for (guint i = 0; i < undated->len && tl_series_get_n_points (series) > 0; i++)
    if (g_str_equal (tl_figure_get_data (tl_report_get_figure (undated->pdata[i]))->currency,
                     tl_series_get_currency (series)))
      g_hash_table_add (shown, dup_key (undated->pdata[i]));
}

/**
 * tl_chart_evidence_list_left_out:
 * @chart: a chart
 *
 * Returns: (transfer container) (element-type TlReport): what of its series is nowhere in it,
 *   neither in a plot nor among the undated reports; lives as long as the chart
 */
GPtrArray *
tl_chart_evidence_list_left_out (TlChart *chart)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *left_out = g_ptr_array_new ();

  g_return_val_if_fail (TL_IS_CHART (chart), left_out);

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    add_shown (known, tl_chart_get_nth_series (chart, i));
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      GPtrArray *reports = tl_series_get_left_out (tl_chart_get_nth_series (chart, i));

      for (guint k = 0; k < reports->len; k++)
        if (g_hash_table_add (known, dup_key (reports->pdata[k])))
          g_ptr_array_add (left_out, reports->pdata[k]);
    }
  return left_out;
}

/**
 * tl_chart_evidence_dup_left_out_label:
 * @chart: (nullable): a chart
 * @n: (out): how many figures it leaves out
 *
 * Returns: (transfer full): how many these are, for people
 */
char *
tl_chart_evidence_dup_left_out_label (TlChart *chart,
                                      guint   *n)
{
  g_autoptr(GPtrArray) left_out = chart != NULL ? tl_chart_evidence_list_left_out (chart) : NULL;

  *n = left_out != NULL ? left_out->len : 0;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure not in the chart",
                                       "%u figures not in the chart", *n), *n);
}
