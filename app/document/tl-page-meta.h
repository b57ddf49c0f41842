/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-clues.h"

G_BEGIN_DECLS

void tl_page_meta_read (const xmlNode *node,
                        TlClues       *clues);
void tl_page_base_read (const xmlNode *node,
                        TlClues       *clues);
void tl_page_link_read (const xmlNode *node,
                        TlClues       *clues);

G_END_DECLS
