/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-walk.h"

G_BEGIN_DECLS

char *tl_page_dup_copyright  (const TlPageWalk *page);
char *tl_page_publisher_find (const TlPageWalk *page,
                              TlClues          *clues,
                              const char       *title,
                              const char       *address,
                              TlProvenance     *provenance);

G_END_DECLS
