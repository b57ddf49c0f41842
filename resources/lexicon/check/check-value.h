/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *check_value (const char *value,
                   const char *legal);

G_END_DECLS
