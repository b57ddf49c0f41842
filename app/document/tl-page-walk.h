/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-html-tree.h"
#include "tl-json-ld.h"
#include "tl-page-class.h"
#include "tl-page-clues.h"

G_BEGIN_DECLS

/**
 * TlPageLine:
 * @text: (nullable): what it says; %NULL for a paragraph, which is no fact
 * @head: how it begins
 * @node: the element that its first text stands in
 * @position: how many characters of text stand before it
 * @n_chars: how many it has
 *
 * A line of a page as it is seen.
 */
typedef struct
{
  const char    *text;
  const char    *head;
  const xmlNode *node;
  guint          position;
  guint          n_chars;
} TlPageLine;

/**
 * TlPageMark:
 * @node: an element that may hold a fact
 * @line: index of the line that it begins in, or of the next
 * @classes: what its names say of it
 */
typedef struct
{
  const xmlNode *node;
  guint          line;
  TlPageClass    classes;
} TlPageMark;

/**
 * TlPageWalk:
 * @lines: (element-type TlPageLine): what is to be seen
 * @headings: (element-type TlPageMark): what may be a headline
 * @authors: (element-type TlPageMark): what is marked as an author
 * @dates: (element-type TlPageMark): what is marked as a day
 *
 * What one walk through a page finds.
 */
typedef struct
{
  GArray       *lines;
  GArray       *headings;
  GArray       *authors;
  GArray       *dates;
  GStringChunk *texts;
} TlPageWalk;

void  tl_page_walk_init      (TlPageWalk    *self,
                              xmlDoc        *tree,
                              TlClues       *clues,
                              TlJsonLd      *json_ld);
void  tl_page_walk_clear     (TlPageWalk    *self);
char *tl_page_walk_dup_short (const xmlNode *node,
                              gsize          max_bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPageWalk, tl_page_walk_clear)

G_END_DECLS
