/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_jail_is_watched (void);
gboolean tl_jail_shut_calls (gboolean may_open);

G_END_DECLS
