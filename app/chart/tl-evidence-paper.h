/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "tl-evidence-report.h"

G_BEGIN_DECLS

/* A4, in points. */
#define TL_PAPER_WIDTH  595.28
#define TL_PAPER_HEIGHT 841.89
#define TL_PAPER_MARGIN 56.0
#define TL_PAPER_TEXT_WIDTH (TL_PAPER_WIDTH - 2 * TL_PAPER_MARGIN)

/* From a line to the next, in heights of a line. */
#define TL_PAPER_LEADING 1.12

/**
 * TlPaperLink:
 * @start: where it begins, in bytes
 * @end: where it ends
 * @target: (owned): "#" and a row's name, or an address
 *
 * A part of a text that leads somewhere.
 */
typedef struct
{
  guint  start;
  guint  end;
  char  *target;
} TlPaperLink;

/**
 * TlPaperCell:
 * @layout: (owned): a text
 * @links: (element-type TlPaperLink) (owned) (nullable): where parts of it lead
 * @x: its left edge, from that of the text
 *
 * A text in a row.
 */
typedef struct
{
  PangoLayout *layout;
  GArray      *links;
  double       x;
} TlPaperCell;

/**
 * TlPaperRow:
 * @cells: (element-type TlPaperCell): texts side by side
 * @space: what is left free above it, in points, but at the top of a page
 * @name: (nullable) (owned): what links call it
 * @has_rule: whether a line stands below it
 * @bar: where a line stands beside it, from the text's left edge, or below 0 for nowhere
 *
 * Texts side by side, which may go on over several pages.
 */
typedef struct
{
  GArray   *cells;
  double    space;
  char     *name;
  gboolean  has_rule;
  double    bar;
} TlPaperRow;

/**
 * TlPaper:
 *
 * Pages that are filled from top to bottom.  Without a Cairo context nothing is drawn: so the
 * pages are counted before they are drawn with "2 / 5" on each.
 */
typedef struct _TlPaper TlPaper;

TlPaper    *tl_paper_new        (cairo_t    *cr,
                                 const char *footer,
                                 guint       n_pages);
guint       tl_paper_finish     (TlPaper    *self);
PangoContext *tl_paper_get_pango (TlPaper   *self);
void        tl_paper_hold       (TlPaper    *self,
                                 TlPaperRow *row);
void        tl_paper_place      (TlPaper    *self,
                                 TlPaperRow *row);
void        tl_paper_set_head   (TlPaper    *self,
                                 TlPaperRow *row);
double      tl_paper_make_room  (TlPaper    *self,
                                 double      height);

/* tl-evidence-row.c */
TlPaperRow *tl_paper_row_new    (double      space);
void        tl_paper_row_free   (TlPaperRow *row);
void        tl_paper_row_add    (TlPaper    *self,
                                 TlPaperRow *row,
                                 GArray     *text,
                                 double      size,
                                 gboolean    is_bold,
                                 double      x,
                                 double      width);
double      tl_paper_row_get_height (const TlPaperRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPaperRow, tl_paper_row_free)

G_END_DECLS
