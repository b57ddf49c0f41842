/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-official.h"

G_BEGIN_DECLS

#define TL_OFFICIAL_ERROR (tl_official_error_quark ())

/**
 * TlOfficialFile:
 * @TL_OFFICIAL_FILE_OTHER: it is no table: an article, perhaps
 * @TL_OFFICIAL_FILE_TABLE: it is a table of a publisher of trade statistics
 * @TL_OFFICIAL_FILE_CODES: it lists the codes that such tables use, and has nothing to take
 * @TL_OFFICIAL_FILE_UNKNOWN: it is a table of something else
 *
 * What a file is, by its name and first line.
 */
typedef enum
{
  TL_OFFICIAL_FILE_OTHER,
  TL_OFFICIAL_FILE_TABLE,
  TL_OFFICIAL_FILE_CODES,
  TL_OFFICIAL_FILE_UNKNOWN,
} TlOfficialFile;

/**
 * TlOfficialError:
 * @TL_OFFICIAL_ERROR_FORMAT: it is no table of a known publisher
 * @TL_OFFICIAL_ERROR_NO_PAIRS: it is Our World in Data's, which says of no value with whom
 * @TL_OFFICIAL_ERROR_NO_TOTALS: it has values of single goods only, which make no total
 * @TL_OFFICIAL_ERROR_EMPTY: it has no whole year of trade between two countries
 * @TL_OFFICIAL_ERROR_CODES: it lists the codes that tables use
 * @TL_OFFICIAL_ERROR_TOO_LARGE: it has more figures than are read of one
 * @TL_OFFICIAL_ERROR_CUT_OFF: it ends within a row, so that a value may be cut off, too
 */
typedef enum
{
  TL_OFFICIAL_ERROR_FORMAT,
  TL_OFFICIAL_ERROR_NO_PAIRS,
  TL_OFFICIAL_ERROR_NO_TOTALS,
  TL_OFFICIAL_ERROR_EMPTY,
  TL_OFFICIAL_ERROR_CODES,
  TL_OFFICIAL_ERROR_TOO_LARGE,
  TL_OFFICIAL_ERROR_CUT_OFF,
} TlOfficialError;

GQuark   tl_official_error_quark (void);
TlOfficialFile tl_official_recognize (const char *name,
                                      const char *bytes,
                                      gsize       length);
GArray  *tl_official_read        (GInputStream  *stream,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
