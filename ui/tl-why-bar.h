/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-text.h"

G_BEGIN_DECLS

#define TL_TYPE_WHY_BAR (tl_why_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlWhyBar, tl_why_bar, TL, WHY_BAR, AdwBin)

void      tl_why_bar_set_figure (TlWhyBar  *self,
                                 TlArticle *article,
                                 TlFigure  *figure);
gboolean  tl_why_bar_is_shown   (TlWhyBar  *self);
GArray   *tl_why_bar_list_lines (TlFigure  *figure);

G_END_DECLS
