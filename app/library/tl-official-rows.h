/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-official.h"

G_BEGIN_DECLS

gboolean tl_official_rows_store    (TlDatabase       *database,
                                    GArray           *values,
                                    GError          **error);
GArray  *tl_official_rows_get_pair (TlDatabase       *database,
                                    const char       *partner,
                                    const char       *other,
                                    GError          **error);
GArray  *tl_official_rows_get_all  (TlDatabase       *database,
                                    GError          **error);
gboolean tl_official_rows_remove   (TlDatabase       *database,
                                    TlOfficialSource  source,
                                    GError          **error);

G_END_DECLS
