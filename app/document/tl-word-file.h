/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GKeyFile *tl_word_file_load (const char *path);
char    **tl_word_file_read (GKeyFile   *file,
                             const char *group);

G_END_DECLS
