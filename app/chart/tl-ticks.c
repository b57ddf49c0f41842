/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-ticks.h"

#include <math.h>

/* Longer decimals are for numbers that no trade has; they are written with an exponent. */
#define MAX_DECIMALS 4

static guint
count_ticks (double max,
             int    multiple,
             int    exponent)
{
  double n = floor (max / multiple / pow (10, exponent) + 1e-9);

  return n < 1000 ? (guint) n + 1 : G_MAXUINT;
}

/**
 * tl_ticks_choose:
 * @max: the largest value that is drawn, above zero
 * @max_n: how many ticks there is room for, zero among them, at least 2
 *
 * Returns: as many round ticks from zero up to @max as there is room for
 */
TlTicks
tl_ticks_choose (double max,
                 guint  max_n)
{
  static const int multiples[] = { 1, 2, 5 };
  TlTicks ticks = { 1, 0, 1 };
  int exponent;

  g_return_val_if_fail (isfinite (max) && max > 0, ticks);

  max_n = MAX (max_n, 2);
  exponent = (int) floor (log10 (max)) - 2;
  /* Two decades above the first try a step leaves one tick, so this ends. */
  for (;; exponent++)
    for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
      {
        guint n = count_ticks (max, multiples[i], exponent);

        if (n <= max_n)
          return (TlTicks) { multiples[i], exponent, n };
      }
}

/**
 * tl_ticks_get_value:
 * @ticks: ticks
 * @index: which, counted from zero; may be beyond the last
 *
 * Returns: its value
 */
double
tl_ticks_get_value (TlTicks ticks,
                    guint   index)
{
  double integer = (double) index * ticks.multiple;

  /* Powers of ten below one are not exact, those above are. */
  if (ticks.exponent < 0)
    return integer / pow (10, -ticks.exponent);
  return integer * pow (10, ticks.exponent);
}

/**
 * tl_ticks_dup_label:
 * @ticks: ticks
 * @index: which
 * @unit_exponent: 9 when the axis counts in billions
 *
 * Returns: (transfer full): the tick's value in that unit; all labels of an axis have the
 *   same number of decimals
 */
char *
tl_ticks_dup_label (TlTicks ticks,
                    guint   index,
                    int     unit_exponent)
{
  int exponent = ticks.exponent - unit_exponent;
  double integer = (double) index * ticks.multiple;

  if (index == 0)
    return g_strdup ("0");
  if (exponent > MAX_DECIMALS || exponent < -MAX_DECIMALS)
    return g_strdup_printf ("%.4g", integer * pow (10, exponent));
  if (exponent >= 0)
    return g_strdup_printf ("%.0f", integer * pow (10, exponent));
  return g_strdup_printf ("%.*f", -exponent, integer / pow (10, -exponent));
}
