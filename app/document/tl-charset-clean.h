/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_charset_clean (char  *text,
                        gsize  length,
                        gsize *n_controls);

G_END_DECLS
