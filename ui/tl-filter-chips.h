/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-query.h"
#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_CHIPS (tl_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (TlFilterChips, tl_filter_chips, TL, FILTER_CHIPS, AdwBin)

void                  tl_filter_chips_set_query (TlFilterChips        *self,
                                                 TlLibrary            *library,
                                                 const TlArticleQuery *query);
const TlArticleQuery *tl_filter_chips_get_query (TlFilterChips        *self);

G_END_DECLS
