/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

void tl_purge_removed (TlDatabase *database);

G_END_DECLS
