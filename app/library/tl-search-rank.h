/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

int tl_search_rank_register (sqlite3 *handle);

G_END_DECLS
