/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart.h"

struct _TlChart
{
  GObject    parent_instance;

  TlSeries  *series;            /* owned */
  GPtrArray *officials;         /* owned, of owned TlOfficialSeries */
};

G_DEFINE_FINAL_TYPE (TlChart, tl_chart, G_TYPE_OBJECT)

static void
tl_chart_finalize (GObject *object)
{
  TlChart *self = TL_CHART (object);

  g_clear_object (&self->series);
  g_clear_pointer (&self->officials, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_chart_parent_class)->finalize (object);
}

static void
tl_chart_class_init (TlChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_chart_finalize;
}

static void
tl_chart_init (TlChart *self)
{
  self->officials = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_chart_new:
 * @series: what articles report
 * @officials: (nullable) (element-type TlOfficialSeries): what is declared of the same flow,
 *   in the order in which it is named
 *
 * Puts together what a chart shows.
 *
 * Returns: (transfer full): a chart
 */
TlChart *
tl_chart_new (TlSeries  *series,
              GPtrArray *officials)
{
  TlChart *self;

  g_return_val_if_fail (TL_IS_SERIES (series), NULL);

  self = g_object_new (TL_TYPE_CHART, NULL);
  self->series = g_object_ref (series);
  for (guint i = 0; officials != NULL && i < officials->len; i++)
    g_ptr_array_add (self->officials, g_object_ref (officials->pdata[i]));
  return self;
}

/**
 * tl_chart_get_series:
 * @self: a chart
 *
 * Returns: (transfer none): what articles report
 */
TlSeries *
tl_chart_get_series (TlChart *self)
{
  g_return_val_if_fail (TL_IS_CHART (self), NULL);

  return self->series;
}

/**
 * tl_chart_get_officials:
 * @self: a chart
 *
 * Returns: (transfer none) (element-type TlOfficialSeries): what is declared, not to be changed
 */
GPtrArray *
tl_chart_get_officials (TlChart *self)
{
  g_return_val_if_fail (TL_IS_CHART (self), NULL);

  return self->officials;
}
