/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages: what fits on them, what goes on overleaf, and what stays together. */

#include "tl-evidence-paper.h"

#include <pango/pangocairo.h>

#define BOTTOM (TL_PAPER_HEIGHT - TL_PAPER_MARGIN - 14)
#define FOOTER_SIZE 8.0

/* What is higher may be divided wherever a page ends; what is lower goes to the next page whole. */
#define LARGEST_WHOLE 150.0

/* Of what is divided, so much stays on the page at least. */
#define LEAST_PART 36.0

struct _TlPaper
{
  cairo_t      *cr;             /* borrowed, or NULL */
  PangoContext *pango;          /* owned */
  char         *footer;         /* owned */
  guint         n_pages;        /* as they were counted before */
  guint         page;
  double        y;
  gboolean      is_fresh;       /* nothing is on the page yet */
  GPtrArray    *held;           /* owned rows that stay with the next one */
  TlPaperRow   *head;           /* owned, repeated on each page, or NULL */
};

/* ---- pages ---- */

static void
show_footer_text (TlPaper    *self,
                  const char *string,
                  gboolean    at_end)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (self->pango);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Adwaita Sans, Sans");

  pango_font_description_set_absolute_size (font, FOOTER_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (TL_PAPER_TEXT_WIDTH * (at_end ? 1 : 0.8) * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, string, -1);
  cairo_set_source_rgb (self->cr, 0.37, 0.36, 0.39);
  cairo_move_to (self->cr, TL_PAPER_MARGIN, TL_PAPER_HEIGHT - TL_PAPER_MARGIN + 6);
  pango_cairo_show_layout (self->cr, layout);
}

static void
end_page (TlPaper *self)
{
  g_autofree char *number = NULL;

  if (self->cr == NULL)
    return;
  number = g_strdup_printf ("%u / %u", self->page, self->n_pages);
  show_footer_text (self, self->footer, FALSE);
  show_footer_text (self, number, TRUE);
  cairo_show_page (self->cr);
}

static void
begin_page (TlPaper *self)
{
  self->page++;
  self->y = TL_PAPER_MARGIN;
  self->is_fresh = TRUE;
}

/* ---- drawing ---- */

static char *
format_number (char   *buffer,
               double  value)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", value);
}

static void
draw_link (TlPaper    *self,
           const char *target,
           double      x,
           double      y,
           double      width,
           double      height)
{
  char buffers[4][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes =
    g_strdup_printf ("%s='%s' rect=[%s %s %s %s]", *target == '#' ? "dest" : "uri",
                     *target == '#' ? target + 1 : target,
                     format_number (buffers[0], x), format_number (buffers[1], y),
                     format_number (buffers[2], width), format_number (buffers[3], height));

  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static void
draw_links (TlPaper           *self,
            const TlPaperCell *cell,
            PangoLayoutLine   *line,
            double             x,
            double             y,
            double             height)
{
  guint start = (guint) line->start_index, end = start + (guint) line->length;

  for (guint i = 0; cell->links != NULL && i < cell->links->len; i++)
    {
      const TlPaperLink *link = &g_array_index (cell->links, TlPaperLink, i);
      g_autofree int *ranges = NULL;
      int n_ranges;

      if (link->start >= end || link->end <= start)
        continue;
      pango_layout_line_get_x_ranges (line, (int) MAX (start, link->start), (int) MIN (end, link->end),
                                      &ranges, &n_ranges);
      for (int k = 0; k < n_ranges; k++)
        draw_link (self, link->target, x + (double) ranges[2 * k] / PANGO_SCALE, y,
                   (double) (ranges[2 * k + 1] - ranges[2 * k]) / PANGO_SCALE, height);
    }
}

static void
draw_line (TlPaper           *self,
           const TlPaperCell *cell,
           PangoLayoutIter   *iter,
           double             y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  double x = TL_PAPER_MARGIN + cell->x;
  PangoRectangle logical;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  cairo_set_source_rgb (self->cr, 0.12, 0.12, 0.12);
  cairo_move_to (self->cr, x + (double) logical.x / PANGO_SCALE,
                 y + (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE);
  pango_cairo_show_layout_line (self->cr, line);
  draw_links (self, cell, line, x, y, (double) logical.height / PANGO_SCALE);
}

static void
draw_stroke (TlPaper *self,
             double   x1,
             double   y1,
             double   x2,
             double   y2,
             double   width)
{
  if (self->cr == NULL)
    return;
  cairo_set_source_rgb (self->cr, 0.82, 0.81, 0.80);
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

static void
draw_name (TlPaper          *self,
           const TlPaperRow *row)
{
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  if (self->cr == NULL || row->name == NULL)
    return;
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", row->name,
                                format_number (buffers[0], TL_PAPER_MARGIN),
                                format_number (buffers[1], self->y));
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/* Draws of a cell what fits above the page's end.  Returns where it ends. */
static double
draw_part (TlPaper           *self,
           const TlPaperCell *cell,
           PangoLayoutIter   *iter,
           gboolean          *is_done)
{
  double y = self->y;
  gboolean is_first = TRUE;

  while (!*is_done)
    {
      PangoRectangle logical;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = TL_PAPER_LEADING * logical.height / PANGO_SCALE;
      if (y + height > BOTTOM + 0.01 && !(is_first && self->is_fresh))
        break;
      if (self->cr != NULL)
        draw_line (self, cell, iter, y);
      y += height;
      is_first = FALSE;
      *is_done = !pango_layout_iter_next_line (iter);
    }
  return y;
}

/* Draws of a row what fits.  Returns whether that was all. */
static gboolean
draw_parts (TlPaper           *self,
            TlPaperRow        *row,
            PangoLayoutIter  **iters,
            gboolean          *done)
{
  double end = self->y;
  gboolean is_all = TRUE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      double cell_end = draw_part (self, &g_array_index (row->cells, TlPaperCell, i), iters[i],
                                   &done[i]);

      end = MAX (end, cell_end);
      is_all = is_all && done[i];
    }
  if (row->bar >= 0)
    draw_stroke (self, TL_PAPER_MARGIN + row->bar, self->y, TL_PAPER_MARGIN + row->bar, end, 1.5);
  self->y = end;
  self->is_fresh = FALSE;
  return is_all;
}

static void draw_row (TlPaper *self, TlPaperRow *row);

static void
turn_page (TlPaper *self)
{
  end_page (self);
  begin_page (self);
  if (self->head != NULL)
    {
      TlPaperRow *head = g_steal_pointer (&self->head);

      draw_row (self, head);
      self->head = head;
      self->is_fresh = TRUE;
    }
}

static void
draw_row (TlPaper    *self,
          TlPaperRow *row)
{
  guint n = row->cells->len;
  g_autofree PangoLayoutIter **iters = g_new0 (PangoLayoutIter *, n + 1);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);

  if (!self->is_fresh)
    self->y += row->space;
  draw_name (self, row);
  for (guint i = 0; i < n; i++)
    iters[i] = pango_layout_get_iter (g_array_index (row->cells, TlPaperCell, i).layout);
  while (!draw_parts (self, row, iters, done))
    turn_page (self);
  for (guint i = 0; i < n; i++)
    pango_layout_iter_free (iters[i]);
  if (!row->has_rule)
    return;
  self->y += 2;
  draw_stroke (self, TL_PAPER_MARGIN, self->y, TL_PAPER_WIDTH - TL_PAPER_MARGIN, self->y, 0.6);
  self->y += 2;
}

static void
draw_held (TlPaper *self)
{
  g_autoptr(GPtrArray) held = g_steal_pointer (&self->held);

  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_paper_row_free);
  for (guint i = 0; i < held->len; i++)
    draw_row (self, held->pdata[i]);
}

static double
get_held_height (TlPaper *self)
{
  double height = 0;

  for (guint i = 0; i < self->held->len; i++)
    height += ((TlPaperRow *) self->held->pdata[i])->space + tl_paper_row_get_height (self->held->pdata[i]);
  return height;
}

/* ---- public ---- */

/**
 * tl_paper_new:
 * @cr: (nullable): a context of a surface of A4 in points; %NULL to count the pages
 * @footer: what stands at the foot of each page
 * @n_pages: how many pages there will be
 *
 * Returns: (transfer full): pages, of which the first is begun
 */
TlPaper *
tl_paper_new (cairo_t    *cr,
              const char *footer,
              guint       n_pages)
{
  TlPaper *self = g_new0 (TlPaper, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->cr = cr;
  self->footer = g_strdup (footer);
  self->n_pages = n_pages;
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_paper_row_free);
  self->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->pango, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->pango, FALSE);
  begin_page (self);
  return self;
}

/**
 * tl_paper_get_pango:
 * @self: pages
 *
 * Returns: (transfer none): what texts on them are laid out with
 */
PangoContext *
tl_paper_get_pango (TlPaper *self)
{
  return self->pango;
}

/**
 * tl_paper_finish:
 * @self: (transfer full): pages
 *
 * Ends the last page, with what was held for a next row, and frees them.
 *
 * Returns: how many pages there are
 */
guint
tl_paper_finish (TlPaper *self)
{
  guint n_pages;

  draw_held (self);
  end_page (self);
  n_pages = self->page;
  g_ptr_array_unref (self->held);
  g_clear_pointer (&self->head, tl_paper_row_free);
  g_object_unref (self->pango);
  g_free (self->footer);
  g_free (self);
  return n_pages;
}

/**
 * tl_paper_hold:
 * @self: pages
 * @row: (transfer full): a row that never stands at the foot of a page, such as a heading
 *
 * Keeps a row until the next one is placed.
 */
void
tl_paper_hold (TlPaper    *self,
               TlPaperRow *row)
{
  g_ptr_array_add (self->held, row);
}

/**
 * tl_paper_place:
 * @self: pages
 * @row: (transfer full): a row
 *
 * Places a row below the last one, or on the next page.
 */
void
tl_paper_place (TlPaper    *self,
                TlPaperRow *row)
{
  g_autoptr(TlPaperRow) owned = row;
  double height = tl_paper_row_get_height (row);
  double least = height <= LARGEST_WHOLE ? height : LEAST_PART;
  double space = self->is_fresh && self->held->len == 0 ? 0 : row->space;

  if (!self->is_fresh && self->y + get_held_height (self) + space + least > BOTTOM)
    turn_page (self);
  draw_held (self);
  draw_row (self, row);
}

/**
 * tl_paper_set_head:
 * @self: pages
 * @row: (transfer full) (nullable): a row that stands at the top of each page that is begun from
 *   now on; %NULL for none
 *
 * Sets a table's head.
 */
void
tl_paper_set_head (TlPaper    *self,
                   TlPaperRow *row)
{
  g_clear_pointer (&self->head, tl_paper_row_free);
  self->head = row;
}

/**
 * tl_paper_make_room:
 * @self: pages
 * @height: how high something is that the caller draws, at most a page
 *
 * Returns: where it goes, from the upper edge of the page
 */
double
tl_paper_make_room (TlPaper *self,
                    double   height)
{
  double y;

  if (!self->is_fresh && self->y + get_held_height (self) + height > BOTTOM)
    turn_page (self);
  draw_held (self);
  y = self->y;
  self->y += height;
  self->is_fresh = FALSE;
  return y;
}
