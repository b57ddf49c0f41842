/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-class.h"

G_BEGIN_DECLS

/**
 * TlPageMarks:
 * @TL_PAGE_MARK_OUTSIDE: no part of the article
 * @TL_PAGE_MARK_BESIDE: no part of the article, where it is but little of the page
 * @TL_PAGE_MARK_CAPTION: what stands below a picture
 * @TL_PAGE_MARK_FACTS: author, date, rubric
 * @TL_PAGE_MARK_BODY: the article itself
 * @TL_PAGE_MARK_LEAD: what stands between the headline and the body
 * @TL_PAGE_MARK_HEADLINE: the headline
 * @TL_PAGE_MARK_HIDDEN: there for programs alone
 * @TL_PAGE_MARK_AUTHOR: who wrote it, and what is said of them
 * @TL_PAGE_MARK_KICKER: the rubric, or a few words above a headline
 *
 * What the name of an element says of it, see resources/lexicon/page.ini.
 */
typedef enum
{
  TL_PAGE_MARK_OUTSIDE = 1 << 0,
  TL_PAGE_MARK_BESIDE = 1 << 1,
  TL_PAGE_MARK_CAPTION = 1 << 2,
  TL_PAGE_MARK_FACTS = 1 << 3,
  TL_PAGE_MARK_BODY = 1 << 4,
  TL_PAGE_MARK_LEAD = 1 << 5,
  TL_PAGE_MARK_HEADLINE = 1 << 6,
  TL_PAGE_MARK_HIDDEN = 1 << 7,
  TL_PAGE_MARK_AUTHOR = 1 << 8,
  TL_PAGE_MARK_KICKER = 1 << 9,
} TlPageMarks;

TlPageMarks tl_page_marks_of         (const char *names);
TlPageClass tl_page_class_of_word    (const char *word,
                                      gsize       length);
gboolean    tl_page_line_is_out      (const char *line);
gboolean    tl_page_line_is_end      (const char *line);
gboolean    tl_page_line_is_comments (const char *line);
gboolean    tl_page_text_is_legal    (const char *text);

G_END_DECLS
