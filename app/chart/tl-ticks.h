/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlTicks:
 * @multiple: 1, 2 or 5
 * @exponent: a tick is this power of ten times an integer times @multiple
 * @n: how many ticks there are, zero among them
 *
 * Round values of an axis that begins at zero.
 */
typedef struct
{
  int   multiple;
  int   exponent;
  guint n;
} TlTicks;

TlTicks  tl_ticks_choose    (double   max,
                             guint    max_n);
double   tl_ticks_get_value (TlTicks  ticks,
                             guint    index);
char    *tl_ticks_dup_label (TlTicks  ticks,
                             guint    index,
                             int      unit_exponent);

G_END_DECLS
