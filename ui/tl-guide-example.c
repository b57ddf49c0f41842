/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart in the guide: made-up figures that have one mark of each kind drawn. */

#include "tl-guide-example.h"

#include <math.h>

#include "tl-report.h"

/* Two countries of whose trade nobody has figures in mind. */
#define PARTNER "AD"
#define OTHER "SM"

/* An amount in millions, NAN where none is said; and of a change in per cent, if it is not 0. */
typedef struct
{
  int         year;             /* 0 where none is known */
  int         last_month;
  double      millions;
  double      change;
  TlPrecision precision;
  TlStatus    status;
} Claim;

static const Claim claims[] = {
  { 2017, 12, 310, 0, TL_PRECISION_EXACT, TL_STATUS_REPORTED },
  { 2018, 12, 420, 0, TL_PRECISION_EXACT, TL_STATUS_REPORTED },
  { 2018, 12, 385, 0, TL_PRECISION_EXACT, TL_STATUS_REPORTED },
  { 2020, 12, 360, -20, TL_PRECISION_ABOUT, TL_STATUS_REPORTED },
  { 2021, 9, 290, 0, TL_PRECISION_EXACT, TL_STATUS_REPORTED },
  { 2022, 12, 500, 0, TL_PRECISION_ABOVE, TL_STATUS_REPORTED },
  { 2023, 12, 560, 0, TL_PRECISION_EXACT, TL_STATUS_FORECAST },
  { 2025, 12, 700, 0, TL_PRECISION_EXACT, TL_STATUS_TARGET },
  { 0, 0, 450, 0, TL_PRECISION_EXACT, TL_STATUS_REPORTED },
};

static TlFigure *
make_figure (const Claim *claim)
{
  TlFigureData data;
  g_autoptr(TlFigure) figure = NULL;
  g_autofree char *label = NULL;

  tl_figure_data_init (&data);
  g_strlcpy (data.partners[0], PARTNER, sizeof data.partners[0]);
  g_strlcpy (data.partners[1], OTHER, sizeof data.partners[1]);
  data.value = claim->millions * 1e6;
  g_strlcpy (data.currency, "EUR", sizeof data.currency);
  data.precision = claim->precision;
  data.status = claim->status;
  if (claim->year != 0)
    {
      data.start = (TlDate) { (gint16) claim->year, 1, 0 };
      data.end = (TlDate) { (gint16) claim->year, (guint8) claim->last_month, 0 };
    }
  if (claim->change < 0 || claim->change > 0)
    {
      data.change_kind = TL_CHANGE_PERCENT;
      data.change = claim->change;
      data.change_against = TL_AGAINST_PREVIOUS_YEAR;
    }
  /* There is no sentence: the amount stands for it. */
  figure = tl_figure_new (&data, "", "", NULL);
  label = tl_figure_dup_value_label (figure);
  return tl_figure_new (&data, label, label, NULL);
}

/**
 * tl_guide_example_new:
 *
 * Returns: (transfer full): a chart of made-up figures with each kind of mark
 */
TlChart *
tl_guide_example_new (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autoptr(TlFigure) figure = make_figure (&claims[i]);

      g_ptr_array_add (reports, tl_report_new (figure, i + 1, NULL, NULL, TL_DATE_NONE, NULL));
    }
  series = tl_series_new (PARTNER, OTHER, TL_FLOW_TURNOVER, reports);
  return tl_chart_new (series, NULL);
}
