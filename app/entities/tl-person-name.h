/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *tl_person_name_dup_key     (const char *name,
                                       gboolean   *is_local);
GPtrArray *tl_person_name_get_shorter (const char *name);

G_END_DECLS
