/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-html-tree.h"

G_BEGIN_DECLS

char  *tl_page_text_find (const xmlDoc *document,
                          const char   *title,
                          const char   *author);
char **tl_page_titles    (const xmlDoc *document,
                          const char   *title);

G_END_DECLS
