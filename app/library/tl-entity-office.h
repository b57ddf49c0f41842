/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

char *tl_entity_office_load (TlDatabase    *database,
                             gint64         id,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
