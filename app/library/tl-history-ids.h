/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *tl_history_ids_pack   (GArray *ids);
void    tl_history_ids_unpack (GBytes *packed,
                               GArray *ids);

G_END_DECLS
