/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-reports.h"
#include "tl-series.h"

/* A series' points in words, for tests to compare. */

static const char *const kind_names[] = { "year", "partial", "calculated", "target", "forecast" };

/* "year 2014-01 2014-12 1000000000 below x1" */
static inline char *
describe_point (const TlPoint *point)
{
  g_autofree char *start = tl_date_to_month (point->start);
  g_autofree char *end = tl_date_to_month (point->end);
  g_autofree char *high = isnan (point->high) ? g_strdup ("") : g_strdup_printf ("-%.0f", point->high);

  return g_strdup_printf ("%s %s %s %.0f%s %s x%u",
                          kind_names[point->kind], start, end, point->value, high,
                          tl_precision_to_string (point->precision), point->reports->len);
}

static inline void
assert_points (TlSeries          *series,
               const char *const *expected)
{
  guint n_expected = 0;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      g_autofree char *description = describe_point (tl_series_get_point (series, i));

      g_test_message ("%s", description);
    }
  while (expected[n_expected] != NULL)
    n_expected++;
  g_assert_cmpuint (tl_series_get_n_points (series), ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      g_autofree char *description = describe_point (tl_series_get_point (series, i));

      g_assert_cmpstr (description, ==, expected[i]);
    }
}
