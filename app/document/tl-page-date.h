/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-place.h"

G_BEGIN_DECLS

/**
 * TlPageDate:
 * @published: (nullable): the day of publication, ISO 8601
 * @provenance: where it is from
 * @line: (nullable): the words that tell it, where there is no @published
 *
 * When a page's article was published.
 */
typedef struct
{
  char         *published;
  TlProvenance  provenance;
  char         *line;
} TlPageDate;

void tl_page_date_find (const TlPageWalk     *page,
                        const TlPageHeadline *headline,
                        TlPagePlace          *place,
                        TlClues              *clues,
                        const char           *address,
                        TlPageDate           *date);

G_END_DECLS
