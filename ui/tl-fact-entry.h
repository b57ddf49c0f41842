/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

char       *tl_fact_dup_entry    (TlArticle  *article,
                                  TlFact      fact);
char       *tl_fact_dup_origin   (TlArticle  *article,
                                  TlFact      fact);
const char *tl_fact_find_mistake (TlFact      fact,
                                  const char *entered);

G_END_DECLS
