/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlFactRow:
 *
 * One fact of an article to see and to correct: what it is, and where it comes from.
 *
 * Property: "fact", which one.  Signal: "corrected" with what a person says it is; %NULL for
 * what was read.
 */
#define TL_TYPE_FACT_ROW (tl_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFactRow, tl_fact_row, TL, FACT_ROW, AdwBin)

void tl_fact_row_set_article (TlFactRow *self,
                              TlArticle *article);
void tl_fact_row_apply       (TlFactRow *self);

G_END_DECLS
