/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart.h"

struct _TlChart
{
  GObject            parent_instance;

  GPtrArray         *series;       /* owned, of owned TlSeries, at least one */
  GPtrArray         *officials;    /* owned, of owned arrays of owned TlOfficialSeries, one a series */
  TlChartArrangement arrangement;
};

G_DEFINE_FINAL_TYPE (TlChart, tl_chart, G_TYPE_OBJECT)

static void
tl_chart_finalize (GObject *object)
{
  TlChart *self = TL_CHART (object);

  g_clear_pointer (&self->series, g_ptr_array_unref);
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
  self->series = g_ptr_array_new_with_free_func (g_object_unref);
  self->officials = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/**
 * tl_chart_new:
 * @series: what articles report
 * @officials: (nullable) (element-type TlOfficialSeries): what is declared of the same flow,
 *   in the order in which it is named
 *
 * Puts together what a chart of one series shows.
 *
 * Returns: (transfer full): a chart
 */
TlChart *
tl_chart_new (TlSeries  *series,
              GPtrArray *officials)
{
  const TlChartEntry entry = { series, officials };

  return tl_chart_new_for_entries (&entry, 1, TL_CHART_TOGETHER);
}

static void
add_entry (TlChart            *self,
           const TlChartEntry *entry)
{
  GPtrArray *officials = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; entry->officials != NULL && i < entry->officials->len; i++)
    g_ptr_array_add (officials, g_object_ref (entry->officials->pdata[i]));
  g_ptr_array_add (self->officials, officials);
  g_ptr_array_add (self->series, g_object_ref (entry->series));
}

/**
 * tl_chart_new_for_entries:
 * @entries: (array length=n_entries): the series, in the order in which they are shown
 * @n_entries: how many there are, from 1 to %TL_CHART_MAX_SERIES
 * @arrangement: how they stand; of no matter where there is one
 *
 * Puts together what a chart of several series shows.
 *
 * Returns: (transfer full): a chart
 */
TlChart *
tl_chart_new_for_entries (const TlChartEntry *entries,
                          guint               n_entries,
                          TlChartArrangement  arrangement)
{
  TlChart *self;

  g_return_val_if_fail (n_entries >= 1 && n_entries <= TL_CHART_MAX_SERIES, NULL);
  for (guint i = 0; i < n_entries; i++)
    g_return_val_if_fail (TL_IS_SERIES (entries[i].series), NULL);

  self = g_object_new (TL_TYPE_CHART, NULL);
  self->arrangement = arrangement;
  for (guint i = 0; i < n_entries; i++)
    add_entry (self, &entries[i]);
  return self;
}

/**
 * tl_chart_get_series:
 * @self: a chart
 *
 * Returns: (transfer none): what articles report, of several series the first
 */
TlSeries *
tl_chart_get_series (TlChart *self)
{
  return tl_chart_get_nth_series (self, 0);
}

/**
 * tl_chart_get_officials:
 * @self: a chart
 *
 * Returns: (transfer none) (element-type TlOfficialSeries): what is declared, of several series
 *   behind the first; not to be changed
 */
GPtrArray *
tl_chart_get_officials (TlChart *self)
{
  return tl_chart_get_nth_officials (self, 0);
}

/**
 * tl_chart_get_n_series:
 * @self: a chart
 *
 * Returns: how many series it shows, from 1 to %TL_CHART_MAX_SERIES
 */
guint
tl_chart_get_n_series (TlChart *self)
{
  g_return_val_if_fail (TL_IS_CHART (self), 0);

  return self->series->len;
}

/**
 * tl_chart_get_nth_series:
 * @self: a chart
 * @index: below tl_chart_get_n_series()
 *
 * Returns: (transfer none): one of its series
 */
TlSeries *
tl_chart_get_nth_series (TlChart *self,
                         guint    index)
{
  g_return_val_if_fail (TL_IS_CHART (self), NULL);
  g_return_val_if_fail (index < self->series->len, NULL);

  return self->series->pdata[index];
}

/**
 * tl_chart_get_nth_officials:
 * @self: a chart
 * @index: below tl_chart_get_n_series()
 *
 * Returns: (transfer none) (element-type TlOfficialSeries): what is declared behind one of its
 *   series, not to be changed
 */
GPtrArray *
tl_chart_get_nth_officials (TlChart *self,
                            guint    index)
{
  g_return_val_if_fail (TL_IS_CHART (self), NULL);
  g_return_val_if_fail (index < self->officials->len, NULL);

  return self->officials->pdata[index];
}

/**
 * tl_chart_get_arrangement:
 * @self: a chart
 *
 * Returns: how its series stand
 */
TlChartArrangement
tl_chart_get_arrangement (TlChart *self)
{
  g_return_val_if_fail (TL_IS_CHART (self), TL_CHART_TOGETHER);

  return self->arrangement;
}

/**
 * tl_chart_has_points:
 * @self: a chart
 *
 * Returns: whether any of its series has a point
 */
gboolean
tl_chart_has_points (TlChart *self)
{
  g_return_val_if_fail (TL_IS_CHART (self), FALSE);

  for (guint i = 0; i < self->series->len; i++)
    if (tl_series_get_n_points (self->series->pdata[i]) > 0)
      return TRUE;
  return FALSE;
}

static const char *const arrangement_names[] = {
  [TL_CHART_TOGETHER] = "together",
  [TL_CHART_APART] = "apart",
};

/**
 * tl_chart_arrangement_to_string:
 * @arrangement: an arrangement
 *
 * Returns: (transfer none): its name in files, "apart"
 */
const char *
tl_chart_arrangement_to_string (TlChartArrangement arrangement)
{
  g_return_val_if_fail (arrangement <= TL_CHART_APART, NULL);

  return arrangement_names[arrangement];
}

/**
 * tl_chart_arrangement_from_string:
 * @string: (nullable): a name, "apart"
 * @arrangement: (out): its arrangement
 *
 * Returns: whether there is such an arrangement
 */
gboolean
tl_chart_arrangement_from_string (const char         *string,
                                  TlChartArrangement *arrangement)
{
  g_return_val_if_fail (arrangement != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (arrangement_names); i++)
    if (g_strcmp0 (string, arrangement_names[i]) == 0)
      {
        *arrangement = (TlChartArrangement) i;
        return TRUE;
      }
  return FALSE;
}
