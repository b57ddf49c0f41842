/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

#define TL_PARTIAL_SUFFIX ".partial"

gboolean  tl_database_save  (const char    *path,
                             const char    *to,
                             GCancellable  *cancellable,
                             GError       **error);

gboolean  tl_new_file_check (const char    *path,
                             const char    *source,
                             GError       **error);
char     *tl_new_file_begin (const char    *path,
                             GError       **error);
gboolean  tl_new_file_end   (const char    *partial,
                             const char    *path,
                             GError       **error);
void      tl_new_file_drop  (const char    *partial);

G_END_DECLS
