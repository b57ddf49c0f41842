/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-walk.h"

G_BEGIN_DECLS

/**
 * TlPageHeadline:
 * @text: (nullable): the title
 * @provenance: where it is from
 * @node: (nullable): the heading that it is to be seen in
 * @line: index of its line
 *
 * The title of a page's article.
 */
typedef struct
{
  char          *text;
  TlProvenance   provenance;
  const xmlNode *node;
  guint          line;
} TlPageHeadline;

void tl_page_headline_find (const TlPageWalk  *page,
                            TlClues           *clues,
                            const char *const *sites,
                            TlPageHeadline    *headline);

G_END_DECLS
