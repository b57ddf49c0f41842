/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-subject.h"

static gpointer
copy (gpointer self)
{
  return g_memdup2 (self, sizeof (TlSubject));
}

/* G_DEFINE_BOXED_TYPE() passes its functions by a union, which ISO C does not have. */
GType
tl_subject_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_boxed_type_register_static ("TlSubject", copy, g_free));
  return type;
}

/**
 * tl_subject_for_point:
 * @series: index of a series in the chart
 * @point: index of a point of it
 *
 * Returns: the point as what a mark stands for
 */
TlSubject
tl_subject_for_point (guint series,
                      guint point)
{
  return (TlSubject) { TL_SUBJECT_POINT, series, point, 0 };
}

/**
 * tl_subject_for_undated:
 * @series: index of a series in the chart
 * @report: index of a report in tl_series_get_undated()
 *
 * Returns: the report as what a mark stands for
 */
TlSubject
tl_subject_for_undated (guint series,
                        guint report)
{
  return (TlSubject) { TL_SUBJECT_UNDATED, series, report, 0 };
}

/**
 * tl_subject_for_official:
 * @series: index of a series in the chart
 * @official: index of an official series in tl_chart_get_nth_officials()
 * @year: index of a year of it
 *
 * Returns: the official value as what a mark stands for
 */
TlSubject
tl_subject_for_official (guint series,
                         guint official,
                         guint year)
{
  return (TlSubject) { TL_SUBJECT_OFFICIAL, series, official, year };
}

/**
 * tl_subject_equal:
 * @a: a subject
 * @b: another
 *
 * Returns: whether both are the same thing of a chart
 */
gboolean
tl_subject_equal (TlSubject a,
                  TlSubject b)
{
  return a.kind == b.kind && a.series == b.series && a.index == b.index && a.year == b.year;
}
