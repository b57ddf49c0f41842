/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

gboolean tl_copy_decide_apart     (TlDatabase  *database,
                                   gint64       article_id,
                                   gint64      *act,
                                   GError     **error);
gboolean tl_copy_decide_carry_out (TlDatabase  *database,
                                   gint64       act,
                                   GError     **error);

G_END_DECLS
