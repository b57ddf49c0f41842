/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-place.h"

G_BEGIN_DECLS

char *tl_page_author_find (const TlPageWalk     *page,
                           const TlPageHeadline *headline,
                           TlPagePlace          *place,
                           TlClues              *clues,
                           const char *const    *sites,
                           TlProvenance         *provenance);

G_END_DECLS
