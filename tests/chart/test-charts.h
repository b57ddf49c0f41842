/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-reports.h"
#include "tl-chart.h"

/* Charts made by chance: reports and official figures of any size, of any countries. */

typedef struct
{
  const char *partner, *other;
  TlFlow      flow;
  int         first_year;
  int         n_years;
} Plan;

static inline double
pick_value (void)
{
  return pow (10, g_test_rand_double_range (0, 15));
}

static inline char *
make_line (const Plan *plan,
           double      largest)
{
  static const char *const kinds[] = { "", "", "", "", " about", " below", " above", " target",
                                       " forecast", " change=20" };
  static const char *const flows[] = {
    [TL_FLOW_TURNOVER] = "", [TL_FLOW_EXPORTS] = " exports", [TL_FLOW_BALANCE] = " balance",
  };
  int year = plan->first_year + g_test_rand_int_range (0, plan->n_years);
  gboolean is_part = g_test_rand_int_range (0, 6) == 0;
  g_autofree char *part = g_strdup_printf ("-01..%d-%02d", year, g_test_rand_int_range (1, 12));

  /* Some say no period, and may say any amount. */
  if (g_test_rand_int_range (0, 12) == 0)
    return g_strdup_printf ("value=%.0f%s%s article=%d first=%s second=%s",
                            ceil (largest * pow (10, g_test_rand_double_range (-4, 4))),
                            kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds) - 1)],
                            flows[plan->flow], g_test_rand_int_range (0, 60),
                            plan->partner, plan->other);
  return g_strdup_printf ("%d%s value=%.0f%s%s article=%d first=%s second=%s", year,
                          is_part ? part : "",
                          ceil (largest * g_test_rand_double_range (1e-4, 1)),
                          kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))],
                          flows[plan->flow], g_test_rand_int_range (0, 60),
                          plan->partner, plan->other);
}

static inline TlSeries *
make_series_of (const Plan *plan,
                int         n_reports)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  double largest = pick_value ();

  for (int i = 0; i < n_reports; i++)
    {
      g_autofree char *line = make_line (plan, largest);

      g_ptr_array_add (reports, make_test_report (line));
    }
  return tl_series_new (plan->partner, plan->other, plan->flow, reports);
}

/* Both sides' declarations to all publishers, some years missing; balances of both signs. */
static inline GPtrArray *
make_officials (const Plan *plan)
{
  g_autoptr(GArray) values = g_array_new (FALSE, TRUE, sizeof (TlOfficialValue));
  double largest = pick_value ();

  for (int year = plan->first_year - 6; year < plan->first_year + plan->n_years + 6; year++)
    for (int i = 0; i < 4 * TL_N_OFFICIAL_SOURCES; i++)
      {
        TlOfficialValue value = { .source = (TlOfficialSource) (i / 4), .is_import = i % 2,
                                  .year = year };

        value.value = largest * g_test_rand_double_range (0, 1);
        g_strlcpy (value.reporter, i & 2 ? plan->partner : plan->other, sizeof value.reporter);
        g_strlcpy (value.partner, i & 2 ? plan->other : plan->partner, sizeof value.partner);
        if (g_test_rand_int_range (0, 5) > 0)
          g_array_append_val (values, value);
      }
  return tl_official_series_list ((const TlOfficialValue *) values->data, values->len,
                                  plan->partner, plan->other, plan->flow);
}

static inline TlChart *
make_chart (void)
{
  /* Names from the shortest to the longest there are. */
  static const char *const countries[][2] = {
    { "BY", "KZ" }, { "CU", "IQ" }, { "GS", "CD" }, { "BA", "VC" },
  };
  static const TlFlow flows[] = { TL_FLOW_TURNOVER, TL_FLOW_EXPORTS, TL_FLOW_BALANCE };
  static const int n_reports[] = { 1, 1, 2, 5, 12, 40, 150 };
  guint pair = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (countries));
  Plan plan = { countries[pair][0], countries[pair][1],
                flows[g_test_rand_int_range (0, G_N_ELEMENTS (flows))], 0, 0 };
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(GPtrArray) officials = NULL;

  plan.n_years = g_test_rand_int_range (1, 61);
  plan.first_year = 2026 - plan.n_years;
  series = make_series_of (&plan, n_reports[g_test_rand_int_range (0, G_N_ELEMENTS (n_reports))]);
  if (g_test_rand_int_range (0, 2) == 0)
    officials = make_officials (&plan);
  return tl_chart_new (series, officials);
}
