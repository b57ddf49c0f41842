/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlFactField:
 *
 * One fact of an article where it stands: read like any text, and edited there when it is
 * clicked.  Enter keeps what was written, Escape gives it up.
 *
 * Property: "fact", which one.  Signal: "corrected" with what a person says it is; %NULL for what
 * was read.  Signal: "stopped", when nobody writes in it any more.
 */
#define TL_TYPE_FACT_FIELD (tl_fact_field_get_type ())
G_DECLARE_FINAL_TYPE (TlFactField, tl_fact_field, TL, FACT_FIELD, AdwBin)

void     tl_fact_field_set_article (TlFactField *self,
                                    TlArticle   *article);
void     tl_fact_field_edit        (TlFactField *self);
gboolean tl_fact_field_is_edited   (TlFactField *self);
void     tl_fact_field_give_up     (TlFactField *self);

G_END_DECLS
