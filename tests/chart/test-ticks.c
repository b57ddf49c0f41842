/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <locale.h>
#include <math.h>

#include "tl-ticks.h"

static void
test_labels (void)
{
  static const struct
  {
    double      max;
    guint       max_n;
    int         unit;
    const char *labels;
  } cases[] = {
    { 1.1e9, 6, 9, "0 0.2 0.4 0.6 0.8 1.0" },
    { 1.1e9, 5, 9, "0 0.5 1.0" },
    { 1e9, 6, 9, "0 0.2 0.4 0.6 0.8 1.0" },
    { 419.1e6, 6, 6, "0 100 200 300 400" },
    { 29.6e9, 7, 9, "0 5 10 15 20 25" },
    { 1e3, 3, 0, "0 500 1000" },
    { 0.003, 4, 0, "0 0.001 0.002 0.003" },
    { 7, 2, 0, "0 5" },
    { 4e15, 5, 12, "0 1000 2000 3000 4000" },
    { 1e-9, 3, 0, "0 5e-10 1e-09" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlTicks ticks = tl_ticks_choose (cases[i].max, cases[i].max_n);
      g_autoptr(GString) labels = g_string_new (NULL);

      for (guint tick = 0; tick < ticks.n; tick++)
        {
          g_autofree char *label = tl_ticks_dup_label (ticks, tick, cases[i].unit);

          g_string_append_printf (labels, "%s%s", tick > 0 ? " " : "", label);
        }
      g_assert_cmpstr (labels->str, ==, cases[i].labels);
    }
}

static void
test_any (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      double max = pow (10, g_test_rand_double_range (-300, 300));
      guint max_n = (guint) g_test_rand_int_range (2, 12);
      TlTicks ticks = tl_ticks_choose (max, max_n);

      g_assert_cmpuint (ticks.n, >=, 1);
      g_assert_cmpuint (ticks.n, <=, max_n);
      g_assert_true (ticks.multiple == 1 || ticks.multiple == 2 || ticks.multiple == 5);
      g_assert_cmpfloat (tl_ticks_get_value (ticks, 0), ==, 0);
      g_assert_cmpfloat (tl_ticks_get_value (ticks, ticks.n - 1), <=, max * (1 + 1e-6));
      g_assert_cmpfloat (tl_ticks_get_value (ticks, ticks.n), >, max * (1 - 1e-6));
    }
}

static void
test_extreme (void)
{
  static const double values[] = { G_MAXDOUBLE, G_MINDOUBLE, 5e-324, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      TlTicks ticks = tl_ticks_choose (values[i], 5);
      g_autofree char *label = tl_ticks_dup_label (ticks, ticks.n, 12);

      g_assert_cmpuint (ticks.n, >=, 1);
      g_assert_cmpuint (ticks.n, <=, 5);
      g_assert_cmpuint (strlen (label), <, 12);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ticks/labels", test_labels);
  g_test_add_func ("/ticks/any", test_any);
  g_test_add_func ("/ticks/extreme", test_extreme);

  return g_test_run ();
}
