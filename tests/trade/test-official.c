/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Official figures: which series a set of declared values makes. */

#include "tl-official.h"

/* Two countries that declare different things of each other, one of them with a gap, and a
 * publisher that has reconciled them. */
static const TlOfficialValue values[] = {
  { TL_OFFICIAL_COMTRADE, "PE", "NO", FALSE, 2015, 100 },
  { TL_OFFICIAL_COMTRADE, "PE", "NO", TRUE,  2015, 30 },
  { TL_OFFICIAL_COMTRADE, "PE", "NO", FALSE, 2016, 110 },
  { TL_OFFICIAL_COMTRADE, "NO", "PE", TRUE,  2015, 125 },
  { TL_OFFICIAL_COMTRADE, "NO", "PE", FALSE, 2015, 28 },
  { TL_OFFICIAL_COMTRADE, "NO", "PE", TRUE,  2017, 140 },
  { TL_OFFICIAL_BACI,     "PE", "NO", FALSE, 2015, 112 },
  { TL_OFFICIAL_BACI,     "NO", "PE", FALSE, 2015, 29 },
  { TL_OFFICIAL_COMTRADE, "PE", "CL", FALSE, 2015, 999 },
  { TL_OFFICIAL_COMTRADE, "CL", "NO", TRUE,  2015, 777 },
};

static char *
describe (const char *partner,
          const char *other,
          TlFlow      flow)
{
  g_autoptr(GPtrArray) list =
    tl_official_series_list (values, G_N_ELEMENTS (values), partner, other, flow);
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      TlOfficialSeries *series = list->pdata[i];
      const char *reporter = tl_official_series_get_reporter (series);

      g_string_append_printf (string, "%s%s %s:", i > 0 ? "; " : "",
                              tl_official_source_to_string (tl_official_series_get_source (series)),
                              reporter != NULL ? reporter : "both");
      for (guint n = 0; n < tl_official_series_get_n_years (series); n++)
        {
          const TlOfficialYear *year = tl_official_series_get_year (series, n);

          g_string_append_printf (string, " %d=%g", year->year, year->value);
        }
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_mirror_flows_are_apart (void)
{
  g_autofree char *forth = describe ("PE", "NO", TL_FLOW_EXPORTS);
  g_autofree char *back = describe ("NO", "PE", TL_FLOW_EXPORTS);

  g_assert_cmpstr (forth, ==, "comtrade PE: 2015=100 2016=110; comtrade NO: 2015=125 2017=140;"
                              " baci both: 2015=112");
  g_assert_cmpstr (back, ==, "comtrade NO: 2015=28; comtrade PE: 2015=30; baci both: 2015=29");
}

static void
test_turnover_is_of_one_reporter (void)
{
  g_autofree char *turnover = describe ("NO", "PE", TL_FLOW_TURNOVER);

  g_assert_cmpstr (turnover, ==, "comtrade NO: 2015=153; comtrade PE: 2015=130; baci both: 2015=141");
}

static void
test_balance_has_the_sign_of_the_first (void)
{
  g_autofree char *first = describe ("PE", "NO", TL_FLOW_BALANCE);
  g_autofree char *second = describe ("NO", "PE", TL_FLOW_BALANCE);

  g_assert_cmpstr (first, ==, "comtrade PE: 2015=70; comtrade NO: 2015=97; baci both: 2015=83");
  g_assert_cmpstr (second, ==, "comtrade NO: 2015=-97; comtrade PE: 2015=-70; baci both: 2015=-83");
}

static void
test_of_others_there_is_nothing (void)
{
  g_autofree char *none = describe ("NO", "CA", TL_FLOW_TURNOVER);

  g_assert_cmpstr (none, ==, "");
}

static void
test_names (void)
{
  g_autoptr(GPtrArray) list =
    tl_official_series_list (values, G_N_ELEMENTS (values), "PE", "NO", TL_FLOW_EXPORTS);
  g_autofree char *own = tl_official_series_dup_name (list->pdata[0]);
  g_autofree char *reconciled = tl_official_series_dup_name (list->pdata[2]);

  g_assert_cmpstr (own, ==, "UN Comtrade, declared by Peru");
  g_assert_cmpstr (reconciled, ==, "CEPII BACI");
  for (guint i = 0; i < TL_N_OFFICIAL_SOURCES; i++)
    {
      TlOfficialSource source;

      g_assert_true (tl_official_source_from_string (tl_official_source_to_string (i), &source));
      g_assert_cmpuint (source, ==, i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/official/mirror-flows-are-apart", test_mirror_flows_are_apart);
  g_test_add_func ("/official/turnover-is-of-one-reporter", test_turnover_is_of_one_reporter);
  g_test_add_func ("/official/balance-has-the-sign-of-the-first", test_balance_has_the_sign_of_the_first);
  g_test_add_func ("/official/of-others-there-is-nothing", test_of_others_there_is_nothing);
  g_test_add_func ("/official/names", test_names);

  return g_test_run ();
}
