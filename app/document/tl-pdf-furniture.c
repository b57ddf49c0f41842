/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a page of a PDF has around its text: running heads and feet, which come again on
 * other pages with other numbers in them, and page numbers.
 */

#include "tl-pdf-lines.h"

#include <string.h>

/* In so much of a page, at its top and at its bottom, they stand. */
#define MARGIN 0.12

/* On a page no more lines than these are of them, at the top or at the bottom. */
#define MAX_LINES 4

/* More lines than these of a page's margins are not looked at. */
#define MAX_MARGIN_LINES 64

/* A page number has no more digits: with four it is a year. */
#define MAX_DIGITS 3

typedef enum
{
  ZONE_TEXT,
  ZONE_TOP,
  ZONE_BOTTOM,
} Zone;

static Zone
get_zone (TlPdfLines      *self,
          const TlPdfLine *line)
{
  double height = g_array_index (self->heights, double, line->page);

  if (line->bottom < height * MARGIN)
    return ZONE_TOP;
  return line->top > height * (1 - MARGIN) ? ZONE_BOTTOM : ZONE_TEXT;
}

/* What stays the same from page to page: the words, but for numbers, and how they are set. */
static char *
dup_key (TlPdfLines      *self,
         const TlPdfLine *line,
         Zone             zone)
{
  GString *key = g_string_new (NULL);
  const char *text = self->text->str + line->start;

  g_string_printf (key, "%d %d ", (int) zone, (int) (line->size * 2 + 0.5));
  for (const char *p = text; p < text + line->length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdigit (c))
        g_string_append_unichar (key, c);
      else if (key->str[key->len - 1] != '#')
        g_string_append_c (key, '#');
    }
  return g_string_free (key, FALSE);
}

/* "7", "- 7 -", "[7]", "7/12" */
static gboolean
is_number (TlPdfLines      *self,
           const TlPdfLine *line)
{
  const char *text = self->text->str + line->start;
  guint n_numbers = 0, n_digits = 0;

  for (const char *p = text; p < text + line->length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdigit (c))
        n_digits = 0;
      else if (n_digits++ == 0)
        n_numbers++;
      if (n_digits > MAX_DIGITS || g_unichar_isalpha (c) || c == '.' || c == ',' || c == '%')
        return FALSE;
    }
  return n_numbers == 1 || n_numbers == 2;
}

/* How many lines of the page stand farther out than this one. */
static guint
count_outside (TlPdfLines *self,
               guint       first,
               guint       end,
               guint       index,
               Zone        zone)
{
  const TlPdfLine *line = tl_pdf_lines_get (self, index);
  guint n = 0;

  for (guint i = first; i < end && n <= MAX_LINES; i++)
    {
      const TlPdfLine *other = tl_pdf_lines_get (self, i);

      if (i != index && (zone == ZONE_TOP ? other->bottom <= line->top : other->top >= line->bottom))
        n++;
    }
  return n;
}

static GHashTable *
count_keys (TlPdfLines *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TlPdfLine *line = tl_pdf_lines_get (self, i);
      Zone zone = get_zone (self, line);
      char *key;
      guint n;

      if (zone == ZONE_TEXT)
        continue;
      key = dup_key (self, line, zone);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* Left and right pages may have heads of their own, and chapters too. */
static gboolean
is_running (TlPdfLines *self,
            GHashTable *counts,
            const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  return n >= 2 && n >= MIN (self->heights->len / 8, 3);
}

static void
mark_page (TlPdfLines *self,
           GHashTable *counts,
           guint       first,
           guint       end)
{
  for (guint i = first, n = 0; i < end && n < MAX_MARGIN_LINES; i++)
    {
      TlPdfLine *line = &g_array_index (self->lines, TlPdfLine, i);
      Zone zone = get_zone (self, line);
      g_autofree char *key = NULL;

      if (zone == ZONE_TEXT)
        continue;
      n++;
      key = dup_key (self, line, zone);
      if ((is_running (self, counts, key) || is_number (self, line)) &&
          count_outside (self, first, end, i, zone) < MAX_LINES)
        line->is_furniture = TRUE;
    }
}

/**
 * tl_pdf_lines_mark_furniture:
 * @self: lines of all pages
 *
 * Marks running heads and page numbers.
 */
void
tl_pdf_lines_mark_furniture (TlPdfLines *self)
{
  g_autoptr(GHashTable) counts = count_keys (self);
  guint first = 0;

  for (guint i = 1; i <= self->lines->len; i++)
    {
      if (i < self->lines->len && tl_pdf_lines_get (self, i)->page == tl_pdf_lines_get (self, first)->page)
        continue;
      mark_page (self, counts, first, i);
      first = i;
    }
}
