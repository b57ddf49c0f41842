/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-clues.h"

G_BEGIN_DECLS

char *tl_page_address_find (TlClues      *clues,
                            const char   *given,
                            TlProvenance *provenance);

G_END_DECLS
