/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

gboolean tl_check_roots (TlDatabase    *database,
                         GError       **error);
gboolean tl_check_file  (const char    *path,
                         GCancellable  *cancellable,
                         GError       **error);

G_END_DECLS
