/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-official.h"

G_BEGIN_DECLS

#define TL_OFFICIAL_ERROR (tl_official_error_quark ())

/**
 * TlOfficialError:
 * @TL_OFFICIAL_ERROR_FORMAT: it is no table of a known publisher
 * @TL_OFFICIAL_ERROR_NO_PAIRS: it is Our World in Data's, which says of no value with whom
 * @TL_OFFICIAL_ERROR_NO_TOTALS: it has values of single goods only, which make no total
 * @TL_OFFICIAL_ERROR_EMPTY: it has no whole year of trade between two countries
 */
typedef enum
{
  TL_OFFICIAL_ERROR_FORMAT,
  TL_OFFICIAL_ERROR_NO_PAIRS,
  TL_OFFICIAL_ERROR_NO_TOTALS,
  TL_OFFICIAL_ERROR_EMPTY,
} TlOfficialError;

GQuark   tl_official_error_quark (void);
gboolean tl_official_recognizes  (const char    *bytes,
                                  gsize          length);
gboolean tl_official_load        (GFile         *file,
                                  GArray       **values,
                                  GCancellable  *cancellable,
                                  GError       **error);
GArray  *tl_official_read        (GInputStream  *stream,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
