/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     tl_command_use_helpers (void);
gboolean tl_command_is_command  (int    argc,
                                 char **argv);
int      tl_command_run         (int    argc,
                                 char **argv);

G_END_DECLS
