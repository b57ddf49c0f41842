/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * TlPdfLine:
 * @start: where its words begin in the text of all lines
 * @length: how many bytes they are
 * @n_chars: how many characters
 * @page: on which page it stands, from 0
 * @left: where it begins on the page
 * @right: where it ends
 * @top: where it is highest
 * @bottom: where it is lowest
 * @size: how high its letters are
 * @edge: how far right the lines of its column go
 * @is_furniture: whether it is no part of the text: a running head, a page number
 *
 * A line on a page of a PDF, in points from the page's upper left corner.
 */
typedef struct
{
  gsize    start;
  gsize    length;
  guint    n_chars;
  guint    page;
  double   left;
  double   right;
  double   top;
  double   bottom;
  double   size;
  double   edge;
  gboolean is_furniture;
} TlPdfLine;

/**
 * TlPdfLines:
 * @text: the words of all lines
 * @lines: (element-type TlPdfLine): the lines in reading order
 * @heights: (element-type double): of the pages
 * @body: the size that most of the text is in
 * @n_unknown: how many characters the fonts tell no letter for
 *
 * The lines of a PDF.
 */
typedef struct
{
  GString *text;
  GArray  *lines;
  GArray  *heights;
  double   body;
  gsize    n_unknown;
} TlPdfLines;

TlPdfLines *tl_pdf_lines_new       (void);
void        tl_pdf_lines_free      (TlPdfLines  *self);
void        tl_pdf_lines_read_page (TlPdfLines  *self,
                                    PopplerPage *page);
void        tl_pdf_lines_finish    (TlPdfLines  *self);

static inline const TlPdfLine *
tl_pdf_lines_get (const TlPdfLines *self,
                  guint             index)
{
  return &g_array_index (self->lines, TlPdfLine, index);
}

/* tl-pdf-order.c */
gboolean    tl_pdf_line_is_below      (const TlPdfLine *line,
                                       const TlPdfLine *above);
void        tl_pdf_lines_put_in_order (TlPdfLines      *self,
                                       guint            first);

/* tl-pdf-furniture.c */
void        tl_pdf_lines_mark_furniture (TlPdfLines *self);

/* tl-pdf-text.c */
char       *tl_pdf_lines_dup_text  (TlPdfLines  *self);
char       *tl_pdf_lines_dup_title (TlPdfLines  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPdfLines, tl_pdf_lines_free)

G_END_DECLS
