/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_FIND_BAR (tl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlFindBar, tl_find_bar, TL, FIND_BAR, AdwBin)

void        tl_find_bar_open      (TlFindBar  *self,
                                   const char *words);
gboolean    tl_find_bar_is_open   (TlFindBar  *self);
const char *tl_find_bar_get_words (TlFindBar  *self);
void        tl_find_bar_set_count (TlFindBar  *self,
                                   int         current,
                                   guint       n_found,
                                   gboolean    is_cut);

G_END_DECLS
