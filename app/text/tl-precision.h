/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPrecision:
 * @TL_PRECISION_EXACT: as said
 * @TL_PRECISION_ABOUT: around, about, some
 * @TL_PRECISION_BELOW: almost, nearly, less than, up to
 * @TL_PRECISION_ABOVE: over, more than, exceeded, at least
 */
typedef enum
{
  TL_PRECISION_EXACT,
  TL_PRECISION_ABOUT,
  TL_PRECISION_BELOW,
  TL_PRECISION_ABOVE,
} TlPrecision;

const char *tl_precision_to_string   (TlPrecision  precision);
gboolean    tl_precision_from_string (const char  *string,
                                      TlPrecision *precision);

G_END_DECLS
