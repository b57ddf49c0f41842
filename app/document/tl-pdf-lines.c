/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lines of a PDF.  Poppler puts letters together to lines, and lines to columns; what is
 * added here is where each stands, from which follows what belongs together.
 */

#include "tl-pdf-lines.h"

#include <math.h>

/* Sizes are told apart by halves of a point, up to the largest letters on a poster. */
#define N_SIZES 400

/**
 * tl_pdf_lines_new:
 *
 * Returns: (transfer full): no lines
 */
TlPdfLines *
tl_pdf_lines_new (void)
{
  TlPdfLines *self = g_new0 (TlPdfLines, 1);

  self->text = g_string_new (NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (TlPdfLine));
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/**
 * tl_pdf_lines_free:
 * @self: (transfer full): lines
 */
void
tl_pdf_lines_free (TlPdfLines *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_array_unref (self->heights);
  g_free (self);
}

/* Fonts tell some letters together. */
static const char *
split_ligature (gunichar c)
{
  static const char *const letters[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  return c >= 0xfb00 && c <= 0xfb06 ? letters[c - 0xfb00] : NULL;
}

/* What stands in a private area, or is said to be no character, has lost its letter. */
static gboolean
is_unknown (gunichar c)
{
  return c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff) || (c < ' ' && c != '\t') || c >= 0xf0000;
}

static void
append_char (TlPdfLines *self,
             TlPdfLine  *line,
             gunichar    c)
{
  const char *letters = split_ligature (c);

  if (is_unknown (c))
    self->n_unknown++;
  else if (letters != NULL)
    g_string_append (self->text, letters);
  else if (!g_unichar_isspace (c))
    g_string_append_unichar (self->text, c);
  else if (self->text->len > line->start && self->text->str[self->text->len - 1] != ' ')
    g_string_append_c (self->text, ' ');
  line->n_chars += !g_unichar_isspace (c);
}

static void
widen (TlPdfLine              *line,
       const PopplerRectangle *box)
{
  if (line->size <= 0)
    {
      line->left = box->x1;
      line->right = box->x2;
      line->top = box->y1;
      line->bottom = box->y2;
    }
  line->left = fmin (line->left, box->x1);
  line->right = fmax (line->right, box->x2);
  line->top = fmin (line->top, box->y1);
  line->bottom = fmax (line->bottom, box->y2);
  /* A raised number or a large initial does not make the size of a line. */
  line->size += box->y2 - box->y1;
}

static void
end_line (TlPdfLines *self,
          TlPdfLine  *line,
          guint       n_boxes)
{
  while (self->text->len > line->start && self->text->str[self->text->len - 1] == ' ')
    g_string_truncate (self->text, self->text->len - 1);
  line->length = self->text->len - line->start;
  line->size = n_boxes > 0 ? line->size / n_boxes : 0;
  if (line->length > 0 && isfinite (line->size) && line->size > 0)
    g_array_append_val (self->lines, *line);
  else
    g_string_truncate (self->text, line->start);
}

/**
 * tl_pdf_lines_read_page:
 * @self: lines
 * @page: the next page
 *
 * Adds the lines of a page.
 */
void
tl_pdf_lines_read_page (TlPdfLines  *self,
                        PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  TlPdfLine line = { .page = self->heights->len, .start = self->text->len };
  guint n_boxes = 0, n_of_line = 0, i = 0, first = self->lines->len;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_array_append_val (self->heights, height);
  if (text == NULL || !poppler_page_get_text_layout (page, &boxes, &n_boxes))
    return;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        {
          end_line (self, &line, n_of_line);
          line = (TlPdfLine) { .page = line.page, .start = self->text->len };
          n_of_line = 0;
          continue;
        }
      append_char (self, &line, c);
      if (i < n_boxes && !g_unichar_isspace (c) && boxes[i].y2 > boxes[i].y1)
        {
          widen (&line, &boxes[i]);
          n_of_line++;
        }
    }
  end_line (self, &line, n_of_line);
  tl_pdf_lines_put_in_order (self, first);
}

static guint
round_size (double size)
{
  return (guint) CLAMP (size * 2 + 0.5, 0, N_SIZES - 1);
}

static double
find_body (TlPdfLines *self)
{
  g_autofree guint *n_chars = g_new0 (guint, N_SIZES);
  guint best = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TlPdfLine *line = tl_pdf_lines_get (self, i);

      n_chars[round_size (line->size)] += line->n_chars;
    }
  for (guint i = 1; i < N_SIZES; i++)
    {
      if (n_chars[i] > n_chars[best])
        best = i;
    }
  return best / 2.0;
}

static void
set_edges (TlPdfLines *self,
           guint       start,
           guint       end)
{
  double edge = 0;

  for (guint i = start; i < end; i++)
    edge = fmax (edge, tl_pdf_lines_get (self, i)->right);
  for (guint i = start; i < end; i++)
    g_array_index (self->lines, TlPdfLine, i).edge = edge;
}

/**
 * tl_pdf_lines_finish:
 * @self: lines of all pages
 *
 * Works out what can be told when all are there: the size of the body, the edges of the
 * columns, and which lines are furniture.
 */
void
tl_pdf_lines_finish (TlPdfLines *self)
{
  guint start = 0;

  self->body = find_body (self);
  for (guint i = 1; i <= self->lines->len; i++)
    {
      if (i < self->lines->len &&
          tl_pdf_line_is_below (tl_pdf_lines_get (self, i), tl_pdf_lines_get (self, i - 1)))
        continue;
      set_edges (self, start, i);
      start = i;
    }
  tl_pdf_lines_mark_furniture (self);
}
