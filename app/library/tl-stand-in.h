/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_stand_in_new    (const char *path);
void  tl_stand_in_remove (const char *path);

G_END_DECLS
