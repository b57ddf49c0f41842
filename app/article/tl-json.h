/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_json_append_string (GString    *json,
                            const char *string);
void tl_json_append_bytes  (GString    *json,
                            const char *bytes,
                            gsize       length);
char *tl_json_dup_member   (const char *json,
                            const char *name);

G_END_DECLS
