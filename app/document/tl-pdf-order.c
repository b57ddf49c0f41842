/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The order in which the blocks of a page are read: what stands above comes before what
 * stands below it, and what stands left before what stands right of it, unless something
 * as wide as both lies between, a headline or a picture's caption.
 */

#include "tl-pdf-lines.h"

#include <math.h>

/* Pages with more blocks are tables or maps; these stay as Poppler has them. */
#define MAX_BLOCKS 100

/* Lines of one column follow each other by no more than so many times their size, */
#define MAX_PITCH 3
/* and are of one size, but for this part. */
#define SIZE_TOLERANCE 0.15

typedef struct
{
  guint    start;               /* its lines */
  guint    end;
  double   left;
  double   right;
  double   top;
  gboolean is_placed;
} Block;

/**
 * tl_pdf_line_is_below:
 * @line: a line
 * @above: another
 *
 * Returns: whether @line goes on in the column that @above stands in
 */
gboolean
tl_pdf_line_is_below (const TlPdfLine *line,
                      const TlPdfLine *above)
{
  return line->page == above->page && line->top > above->top &&
         fabs (line->size - above->size) <= SIZE_TOLERANCE * fmax (line->size, above->size) &&
         line->top - above->top <= MAX_PITCH * above->size &&
         line->left < above->right && above->left < line->right;
}

static GArray *
find_blocks (GArray *lines,
             guint   first,
             guint   end)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (guint i = first; i < end; i++)
    {
      const TlPdfLine *line = &g_array_index (lines, TlPdfLine, i);
      Block *last = blocks->len > 0 ? &g_array_index (blocks, Block, blocks->len - 1) : NULL;

      if (last != NULL && tl_pdf_line_is_below (line, line - 1))
        {
          last->end = i + 1;
          last->left = fmin (last->left, line->left);
          last->right = fmax (last->right, line->right);
        }
      else
        {
          Block block = { i, i + 1, line->left, line->right, line->top, FALSE };

          g_array_append_val (blocks, block);
        }
    }
  return blocks;
}

static gboolean
overlap (const Block *a,
         const Block *b)
{
  return a->left < b->right && b->left < a->right;
}

static gboolean
lies_between (GArray      *blocks,
              const Block *a,
              const Block *b)
{
  double top = fmin (a->top, b->top);
  double bottom = fmax (a->top, b->top);

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *c = &g_array_index (blocks, Block, i);

      if (c->top > top && c->top < bottom && overlap (c, a) && overlap (c, b))
        return TRUE;
    }
  return FALSE;
}

static gboolean
comes_before (GArray      *blocks,
              const Block *a,
              const Block *b)
{
  if (overlap (a, b))
    return a->top < b->top;
  return a->right <= b->left && !lies_between (blocks, a, b);
}

/* Places what comes before a block, and then the block. */
static void
place (GArray *blocks,
       guint   index,
       GArray *lines,
       GArray *ordered)
{
  Block *block = &g_array_index (blocks, Block, index);

  block->is_placed = TRUE;
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *other = &g_array_index (blocks, Block, i);

      if (!other->is_placed && comes_before (blocks, other, block))
        place (blocks, i, lines, ordered);
    }
  g_array_append_vals (ordered, &g_array_index (lines, TlPdfLine, block->start), block->end - block->start);
}

/**
 * tl_pdf_lines_put_in_order:
 * @self: lines
 * @first: the first line of a page
 *
 * Puts the lines of the last page in the order in which they are read.
 */
void
tl_pdf_lines_put_in_order (TlPdfLines *self,
                           guint       first)
{
  g_autoptr(GArray) blocks = find_blocks (self->lines, first, self->lines->len);
  g_autoptr(GArray) ordered = g_array_new (FALSE, FALSE, sizeof (TlPdfLine));

  if (blocks->len < 2 || blocks->len > MAX_BLOCKS)
    return;
  for (guint i = 0; i < blocks->len; i++)
    {
      if (!g_array_index (blocks, Block, i).is_placed)
        place (blocks, i, self->lines, ordered);
    }
  g_array_set_size (self->lines, first);
  g_array_append_vals (self->lines, ordered->data, ordered->len);
}
