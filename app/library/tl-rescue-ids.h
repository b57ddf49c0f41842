/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

GArray *tl_rescue_ids_find (TlDatabase  *database,
                            const char  *table,
                            const char  *key);

G_END_DECLS
