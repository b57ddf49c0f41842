/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-author.h"
#include "tl-citation.h"

G_BEGIN_DECLS

char *tl_citation_dup_line           (const char *text);
void  tl_citation_append_bibtex_text (GString    *text,
                                      const char *value);

G_END_DECLS
