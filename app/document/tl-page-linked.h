/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-weights.h"

G_BEGIN_DECLS

char *tl_page_linked_find  (const xmlDoc        *document);
void  tl_page_linked_apply (const char          *linked,
                            const TlPageWeights *weights,
                            gboolean            *is_kept);

G_END_DECLS
