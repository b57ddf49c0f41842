/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tl_page_skip_opening       (const char *byline);
const char *tl_page_find_label         (const char *line);
gboolean    tl_page_is_opening_of_name (const char *text,
                                        const char *opened);
char       *tl_page_dup_names_alone    (const char *byline);

G_END_DECLS
