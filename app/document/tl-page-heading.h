/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "tl-page-clues.h"

G_BEGIN_DECLS

/**
 * TlPageTitle:
 * @clue: where it is told
 * @text: the title without the site's name
 * @folded: its words
 *
 * What metadata call a page.
 */
typedef struct
{
  const TlClue *clue;
  char         *text;
  char         *folded;
} TlPageTitle;

GArray *tl_page_titles_read        (TlClues           *clues,
                                    const char *const *sites);
char   *tl_page_heading_drop_parts (const xmlNode     *heading,
                                    const char        *text,
                                    GArray            *titles);

G_END_DECLS
