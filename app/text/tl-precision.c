/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-precision.h"

static const char *const names[] = { "exact", "about", "below", "above" };

/**
 * tl_precision_to_string:
 * @precision: a precision
 *
 * Returns: (transfer none): "exact", "about", "below" or "above"
 */
const char *
tl_precision_to_string (TlPrecision precision)
{
  g_return_val_if_fail ((guint) precision < G_N_ELEMENTS (names), names[0]);

  return names[precision];
}

/**
 * tl_precision_from_string:
 * @string: (nullable): a name of tl_precision_to_string()
 * @precision: (out): the precision, not touched where there is none
 *
 * Returns: whether the string names one
 */
gboolean
tl_precision_from_string (const char  *string,
                          TlPrecision *precision)
{
  for (guint i = 0; string != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (string, names[i]))
      {
        *precision = (TlPrecision) i;
        return TRUE;
      }
  return FALSE;
}
