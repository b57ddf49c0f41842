/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-html-tree.h"
#include "tl-page-words.h"

G_BEGIN_DECLS

/**
 * TlPageTags:
 *
 * What kind of element something is, by its tag.
 */
typedef enum
{
  TL_PAGE_TAG_INLINE = 1 << 0,
  TL_PAGE_TAG_PARAGRAPH = 1 << 1,
  TL_PAGE_TAG_HEADING = 1 << 2,
  TL_PAGE_TAG_ITEM = 1 << 3,
  TL_PAGE_TAG_LIST = 1 << 4,
  TL_PAGE_TAG_QUOTE = 1 << 5,
  TL_PAGE_TAG_TABLE = 1 << 6,
  TL_PAGE_TAG_ROW = 1 << 7,
  TL_PAGE_TAG_CELL = 1 << 8,
  TL_PAGE_TAG_PRE = 1 << 9,
  TL_PAGE_TAG_LINK = 1 << 10,
  TL_PAGE_TAG_BREAK = 1 << 11,
  TL_PAGE_TAG_ARTICLE = 1 << 12,
  TL_PAGE_TAG_MAIN = 1 << 13,
  TL_PAGE_TAG_OUTSIDE = 1 << 14,      /* <nav>, <footer>: no part of an article */
  TL_PAGE_TAG_ASIDE = 1 << 15,
  TL_PAGE_TAG_HEADER = 1 << 16,
  TL_PAGE_TAG_FIGURE = 1 << 17,
  TL_PAGE_TAG_CAPTION = 1 << 18,
  TL_PAGE_TAG_FORM = 1 << 19,
  TL_PAGE_TAG_DROPPED = 1 << 20,      /* without any text */
  TL_PAGE_TAG_BODY = 1 << 21,         /* <body> and <html> */
  TL_PAGE_TAG_STRONG = 1 << 22,
  TL_PAGE_TAG_FIRST_HEADING = 1 << 23,
  TL_PAGE_TAG_EMPHASIS = 1 << 24,
  TL_PAGE_TAG_PICTURE = 1 << 25,
} TlPageTags;

/**
 * TlPageElement:
 * @node: it
 * @parent: the index of the one that it is in; that of the first is 0
 * @tags: what kind of element it is
 * @marks: what its class, id, role and the like say
 * @first: its first block
 * @end: the block behind its last
 * @is_body: whether it says that it is the body of an article, in the words of schema.org
 * @is_hidden: whether it cannot be seen
 * @is_data: for a table, whether it holds data, not the page's layout
 *
 * An element that blocks stand in.
 */
typedef struct
{
  const xmlNode *node;
  guint          parent;
  TlPageTags     tags;
  TlPageMarks    marks;
  guint          first;
  guint          end;
  gboolean       is_body;
  gboolean       is_hidden;
  gboolean       is_data;
} TlPageElement;

/**
 * TlPageBlock:
 * @start: where its text begins in the survey's
 * @length: its bytes
 * @element: the innermost element that it stands in
 * @tags: of the element that made it a block: heading, item, row, paragraph
 * @n_chars: its characters, without white space
 * @n_wide: those of them that are words by themselves, as in Chinese
 * @n_link: those of them in links
 * @n_marked: those of them in inline elements that say that they are something else
 * @n_strong: those of them in bold
 * @n_emphasis: those of them in italics or small letters
 * @marks: what those elements say
 * @is_first_of_item: whether it begins an item of a list
 * @is_next_line: whether nothing but one <br> is between it and the block before
 * @begins_in_link: whether its first character is of a link
 * @follows_picture: whether there is a picture between it and the block before
 * @picture: the element that it stands in
 * @is_centred: whether its element says that it is set in the middle
 * @shares_picture: whether that stands in the same element
 *
 * A run of text without a break or the beginning or end of a block in it: a paragraph, a
 * heading, a line.
 */
typedef struct
{
  gsize       start;
  gsize       length;
  guint       element;
  TlPageTags  tags;
  guint       n_chars;
  guint       n_wide;
  guint       n_link;
  guint       n_marked;
  guint       n_strong;
  guint       n_emphasis;
  TlPageMarks marks;
  gboolean    is_first_of_item;
  gboolean    is_next_line;
  gboolean    begins_in_link;
  gboolean    follows_picture;
  gboolean    shares_picture;
  guint       picture;
  gboolean    is_centred;
} TlPageBlock;

/**
 * TlPageSurvey:
 * @text: the text of all blocks, one behind the other
 * @elements: (element-type TlPageElement): in the order of the page
 * @blocks: (element-type TlPageBlock): in the order of the page
 *
 * A page, looked over once: what stands on it, and in what.
 */
typedef struct
{
  GString *text;
  GArray  *elements;
  GArray  *blocks;
} TlPageSurvey;

TlPageSurvey *tl_page_survey_new  (const xmlDoc *document);
void          tl_page_survey_free (TlPageSurvey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPageSurvey, tl_page_survey_free)

static inline TlPageElement *
tl_page_survey_element (const TlPageSurvey *self,
                        guint               i)
{
  return &g_array_index (self->elements, TlPageElement, i);
}

static inline TlPageBlock *
tl_page_survey_block (const TlPageSurvey *self,
                      guint               i)
{
  return &g_array_index (self->blocks, TlPageBlock, i);
}

G_END_DECLS
