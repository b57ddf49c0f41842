/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  tl_spare_memory_bound   (void);
void  tl_spare_memory_return  (void);

G_END_DECLS
