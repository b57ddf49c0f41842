/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-labels.h"

struct _TlChartRow
{
  GObject           parent_instance;

  TlChart          *chart;      /* owned, so that what is borrowed from it stays */
  TlSubject         subject;
  TlSeries         *series;     /* borrowed */
  const TlPoint    *point;      /* borrowed, NULL if it is none */
  TlReport         *report;     /* borrowed, NULL of an official value */
  TlOfficialSeries *official;   /* borrowed, NULL of a report */
};

G_DEFINE_FINAL_TYPE (TlChartRow, tl_chart_row, G_TYPE_OBJECT)

static void
tl_chart_row_finalize (GObject *object)
{
  TlChartRow *self = TL_CHART_ROW (object);

  g_clear_object (&self->chart);

  G_OBJECT_CLASS (tl_chart_row_parent_class)->finalize (object);
}

static void
tl_chart_row_class_init (TlChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_chart_row_finalize;
}

static void
tl_chart_row_init (TlChartRow *self G_GNUC_UNUSED)
{
}

/* ---- all rows ---- */

static TlChartRow *
add_row (GListStore    *rows,
         TlChart       *chart,
         TlSubjectKind  kind,
         guint          series,
         guint          index)
{
  g_autoptr(TlChartRow) row = g_object_new (TL_TYPE_CHART_ROW, NULL);

  row->chart = g_object_ref (chart);
  row->subject = (TlSubject) { kind, series, index, 0 };
  row->series = tl_chart_get_nth_series (chart, series);
  g_list_store_append (rows, row);
  return row;
}

static void
add_points (GListStore *rows,
            TlChart    *chart,
            guint       number)
{
  TlSeries *series = tl_chart_get_nth_series (chart, number);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);

      for (guint j = 0; j < point->reports->len; j++)
        {
          TlChartRow *row = add_row (rows, chart, TL_SUBJECT_POINT, number, i);

          row->point = point;
          row->report = point->reports->pdata[j];
        }
    }
}

static void
add_undated (GListStore *rows,
             TlChart    *chart,
             guint       number)
{
  GPtrArray *undated = tl_series_get_undated (tl_chart_get_nth_series (chart, number));

  for (guint i = 0; i < undated->len; i++)
    add_row (rows, chart, TL_SUBJECT_UNDATED, number, i)->report = undated->pdata[i];
}

static void
add_officials (GListStore *rows,
               TlChart    *chart,
               guint       number)
{
  GPtrArray *officials = tl_chart_get_nth_officials (chart, number);

  for (guint i = 0; officials != NULL && i < officials->len; i++)
    for (guint j = 0; j < tl_official_series_get_n_years (officials->pdata[i]); j++)
      {
        TlChartRow *row = add_row (rows, chart, TL_SUBJECT_OFFICIAL, number, i);

        row->official = officials->pdata[i];
        row->subject.year = j;
      }
}

/**
 * tl_chart_list_rows:
 * @chart: a chart
 *
 * Lists what a chart shows: of each series its points in the order of time, what is said without
 * a period, and what is declared.
 *
 * Returns: (transfer full): a list of #TlChartRow
 */
GListModel *
tl_chart_list_rows (TlChart *chart)
{
  GListStore *rows = g_list_store_new (TL_TYPE_CHART_ROW);

  g_return_val_if_fail (TL_IS_CHART (chart), G_LIST_MODEL (rows));

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      add_points (rows, chart, i);
      add_undated (rows, chart, i);
      add_officials (rows, chart, i);
    }
  return G_LIST_MODEL (rows);
}

/* ---- a row ---- */

/**
 * tl_chart_row_get_subject:
 * @self: a row
 *
 * Returns: what its mark stands for
 */
TlSubject
tl_chart_row_get_subject (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), TL_NO_SUBJECT);

  return self->subject;
}

/**
 * tl_chart_row_get_kind:
 * @self: a row
 *
 * Returns: what it says
 */
TlChartRowKind
tl_chart_row_get_kind (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), TL_CHART_ROW_YEAR);

  if (self->official != NULL)
    return TL_CHART_ROW_OFFICIAL;
  return self->point != NULL ? (TlChartRowKind) self->point->kind : TL_CHART_ROW_UNDATED;
}

/**
 * tl_chart_row_get_series:
 * @self: a row
 *
 * Returns: (transfer none): the series that it belongs to
 */
TlSeries *
tl_chart_row_get_series (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  return self->series;
}

/**
 * tl_chart_row_get_point:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the point that it is of; %NULL of what has no period, and
 *   of official values
 */
const TlPoint *
tl_chart_row_get_point (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  return self->point;
}

/**
 * tl_chart_row_get_report:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): who says it, or one of those that it was calculated from;
 *   %NULL of official values
 */
TlReport *
tl_chart_row_get_report (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  return self->report;
}

/**
 * tl_chart_row_get_official:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the official series that it is of; %NULL of reports
 */
TlOfficialSeries *
tl_chart_row_get_official (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  return self->official;
}

static const TlOfficialYear *
get_year (TlChartRow *self)
{
  return tl_official_series_get_year (self->official, self->subject.year);
}

static const TlFigureData *
get_data (TlChartRow *self)
{
  return tl_figure_get_data (tl_report_get_figure (self->report));
}

/**
 * tl_chart_row_get_start:
 * @self: a row
 *
 * Returns: the first month of its period, %TL_DATE_NONE without one
 */
TlDate
tl_chart_row_get_start (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), TL_DATE_NONE);

  if (self->official != NULL)
    return (TlDate) { .year = get_year (self)->year, .month = 1 };
  return self->point != NULL ? self->point->start : TL_DATE_NONE;
}

/**
 * tl_chart_row_get_end:
 * @self: a row
 *
 * Returns: the last month of its period, %TL_DATE_NONE without one
 */
TlDate
tl_chart_row_get_end (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), TL_DATE_NONE);

  if (self->official != NULL)
    return (TlDate) { .year = get_year (self)->year, .month = 12 };
  return self->point != NULL ? self->point->end : TL_DATE_NONE;
}

/**
 * tl_chart_row_get_value:
 * @self: a row
 *
 * Returns: the amount in units of its currency; below zero only of an official balance
 */
double
tl_chart_row_get_value (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NAN);

  if (self->official != NULL)
    return get_year (self)->value;
  return self->point != NULL ? self->point->value : get_data (self)->value;
}

/**
 * tl_chart_row_get_high:
 * @self: a row
 *
 * Returns: the high end of a range, else NAN
 */
double
tl_chart_row_get_high (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NAN);

  if (self->official != NULL)
    return NAN;
  return self->point != NULL ? self->point->high : get_data (self)->high;
}

/**
 * tl_chart_row_get_currency:
 * @self: a row
 *
 * Returns: (transfer none): ISO 4217 code of the currency that its value counts
 */
const char *
tl_chart_row_get_currency (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  if (self->official != NULL)
    return tl_official_series_get_currency (self->official);
  return self->point != NULL ? tl_series_get_currency (self->series) : get_data (self)->currency;
}

/**
 * tl_chart_row_get_precision:
 * @self: a row
 *
 * Returns: how exact its value is
 */
TlPrecision
tl_chart_row_get_precision (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), TL_PRECISION_EXACT);

  if (self->official != NULL)
    return TL_PRECISION_EXACT;
  return self->point != NULL ? self->point->precision : get_data (self)->precision;
}

/* ---- for people ---- */

/**
 * tl_chart_row_dup_period:
 * @self: a row
 *
 * Returns: (transfer full): its period, "Jan–Sep 2017"
 */
char *
tl_chart_row_dup_period (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  if (tl_chart_row_get_kind (self) == TL_CHART_ROW_UNDATED)
    /* Translators: in place of a period, where the article names none */
    return g_strdup (C_("period", "undated"));
  return tl_label_for_period (tl_chart_row_get_start (self), tl_chart_row_get_end (self));
}

/**
 * tl_chart_row_dup_amount:
 * @self: a row
 *
 * Returns: (transfer full): its value with how exact it is, "almost $1 billion"
 */
char *
tl_chart_row_dup_amount (TlChartRow *self)
{
  double value;
  g_autofree char *amount = NULL;

  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  value = tl_chart_row_get_value (self);
  amount = tl_label_for_amount (fabs (value), tl_chart_row_get_high (self), tl_chart_row_get_currency (self),
                                tl_chart_row_get_precision (self), TL_LABEL_STYLE_WORDS);
  return value < 0 ? g_strconcat ("−", amount, NULL) : g_steal_pointer (&amount);
}

static const char *
get_kind_name (TlChartRow *self)
{
  switch (tl_chart_row_get_kind (self))
    {
    case TL_CHART_ROW_PARTIAL:
      return C_("row", "Part of a year");
    case TL_CHART_ROW_CALCULATED:
      return C_("row", "Calculated");
    case TL_CHART_ROW_TARGET:
      return C_("row", "Target");
    case TL_CHART_ROW_FORECAST:
      return C_("row", "Forecast");
    case TL_CHART_ROW_UNDATED:
      return C_("row", "No period said");
    case TL_CHART_ROW_OFFICIAL:
      return C_("row", "Official");
    case TL_CHART_ROW_YEAR:
    default:
      return C_("row", "Full year");
    }
}

/**
 * tl_chart_row_dup_kind_label:
 * @self: a row
 *
 * Returns: (transfer full): what it says, with the calculation or conversion that led to it
 */
char *
tl_chart_row_dup_kind_label (TlChartRow *self)
{
  const char *formula, *conversion;
  const char *name;

  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  name = get_kind_name (self);
  formula = self->point != NULL ? self->point->formula : NULL;
  conversion = self->point != NULL ? self->point->conversion : NULL;
  if (formula == NULL && conversion == NULL)
    return g_strdup (name);
  /* Translators: how an amount is known, and the calculation or the amount that it is from */
  return g_strdup_printf (C_("row", "%s: %s"), name, formula != NULL ? formula : conversion);
}

/**
 * tl_chart_row_dup_source:
 * @self: a row
 *
 * Returns: (transfer full): who says it, when and where: an article, or a publisher of statistics
 */
char *
tl_chart_row_dup_source (TlChartRow *self)
{
  g_return_val_if_fail (TL_IS_CHART_ROW (self), NULL);

  if (self->official != NULL)
    return tl_official_series_dup_name (self->official);
  return tl_report_dup_short_citation (self->report);
}

/**
 * tl_chart_row_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in files, "partial"
 */
const char *
tl_chart_row_kind_to_string (TlChartRowKind kind)
{
  static const char *const names[] = {
    [TL_CHART_ROW_YEAR] = "year",
    [TL_CHART_ROW_PARTIAL] = "partial",
    [TL_CHART_ROW_CALCULATED] = "calculated",
    [TL_CHART_ROW_TARGET] = "target",
    [TL_CHART_ROW_FORECAST] = "forecast",
    [TL_CHART_ROW_UNDATED] = "undated",
    [TL_CHART_ROW_OFFICIAL] = "official",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}
