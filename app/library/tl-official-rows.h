/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-official-table.h"

G_BEGIN_DECLS

/**
 * TlOfficialFit:
 * @TL_OFFICIAL_STORED: it is there now
 * @TL_OFFICIAL_PRESENT: it was there already
 * @TL_OFFICIAL_STOPPED: it was given up, and nothing of it counts
 *
 * What came of storing a table.
 */
typedef enum
{
  TL_OFFICIAL_STORED,
  TL_OFFICIAL_PRESENT,
  TL_OFFICIAL_STOPPED,
} TlOfficialFit;

/**
 * TlOfficialStop:
 * @user_data: what was given
 *
 * Returns: whether to give up
 */
typedef gboolean (*TlOfficialStop) (gpointer user_data);

gboolean   tl_official_rows_store    (TlDatabase       *database,
                                      GArray           *values,
                                      const char       *name,
                                      gint64            added,
                                      TlOfficialStop    stop,
                                      gpointer          user_data,
                                      gint64           *import,
                                      gint64           *id,
                                      TlOfficialFit    *fit,
                                      GError          **error);
GArray    *tl_official_rows_get_pair (TlDatabase       *database,
                                      const char       *partner,
                                      const char       *other,
                                      GError          **error);
GArray    *tl_official_rows_get_table (TlDatabase      *database,
                                      gint64            id,
                                      GError          **error);
GPtrArray *tl_official_rows_list     (TlDatabase       *database,
                                      GError          **error);
gboolean   tl_official_rows_set_removed (TlDatabase    *database,
                                      gint64            id,
                                      gboolean          is_removed,
                                      gboolean         *has_changed,
                                      GError          **error);
gboolean   tl_official_rows_purge    (TlDatabase       *database,
                                      gint64            before,
                                      GError          **error);

G_END_DECLS
