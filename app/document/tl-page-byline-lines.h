/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-names.h"
#include "tl-page-place.h"

G_BEGIN_DECLS

/**
 * TlBylineFinder:
 * @page: what was found on a page
 * @headline: its headline
 * @place: where things stand on it
 * @sites: names of the site
 *
 * What a byline is looked for in.
 */
typedef struct
{
  const TlPageWalk     *page;
  const TlPageHeadline *headline;
  TlPagePlace          *place;
  const char *const    *sites;
} TlBylineFinder;

void tl_page_byline_read_lines     (TlBylineFinder *self,
                                    TlPageNames    *names);
void tl_page_byline_read_tail      (TlBylineFinder *self,
                                    TlPageNames    *names);
void tl_page_byline_read_signature (TlBylineFinder *self,
                                    TlPageNames    *names);
void tl_page_byline_read_opening   (TlBylineFinder *self,
                                    TlPageNames    *names);

G_END_DECLS
