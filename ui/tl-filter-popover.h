/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-query.h"
#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_POPOVER (tl_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlFilterPopover, tl_filter_popover, TL, FILTER_POPOVER, GtkPopover)

void                  tl_filter_popover_set_library (TlFilterPopover      *self,
                                                     TlLibrary            *library);
void                  tl_filter_popover_set_query   (TlFilterPopover      *self,
                                                     const TlArticleQuery *query);
const TlArticleQuery *tl_filter_popover_get_query   (TlFilterPopover      *self);

G_END_DECLS
