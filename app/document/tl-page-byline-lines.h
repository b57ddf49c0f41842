/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-names.h"
#include "tl-page-place.h"

G_BEGIN_DECLS

/* No byline without a mark of its own is longer, in characters. */
#define MAX_PLAIN_BYLINE 140

/* The last line of an article is its signature only if it is no longer, in bytes, and the
 * line before it is a paragraph of so many characters. */
#define MAX_SIGNATURE 90
#define MIN_PARAGRAPH 60

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

/* tl-page-byline-lines.c */
gboolean tl_page_byline_is_emphatic      (const xmlNode    *node);
gboolean tl_page_byline_is_heading       (const char       *text);
char    *tl_page_byline_dup_before_title (const char       *text);
gboolean tl_page_byline_read_names_alone (TlBylineFinder   *self,
                                          const char       *text,
                                          TlPageNames      *names);
void     tl_page_byline_read_line        (TlBylineFinder   *self,
                                          const TlPageLine *line,
                                          TlPageNames      *names);
void     tl_page_byline_read_lines       (TlBylineFinder   *self,
                                          TlPageNames      *names);

/* tl-page-byline-story.c */
void     tl_page_byline_read_tail        (TlBylineFinder   *self,
                                          TlPageNames      *names);
void     tl_page_byline_read_signature   (TlBylineFinder   *self,
                                          TlPageNames      *names);
void     tl_page_byline_read_opening     (TlBylineFinder   *self,
                                          TlPageNames      *names);

G_END_DECLS
