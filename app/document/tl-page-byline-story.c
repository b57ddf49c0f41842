/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bylines in the story and below it: in its first brackets, in its last lines, as its signature.
 */

#include "tl-page-byline-lines.h"

#include "tl-document-words.h"
#include "tl-page-labels.h"
#include "tl-page-name-words.h"

#include <string.h>

/* A story names who wrote it in so many of its first characters. */
#define MAX_OPENING 40

/* Place and day before it have no more bytes, nor the agency. */
#define MAX_DATELINE 90
#define MAX_LINES_TO_DATELINE 6

typedef TlBylineFinder Finder;

static gboolean
is_bracketed (const char *text)
{
  return (*text == '(' && g_str_has_suffix (text, ")")) ||
         (g_str_has_prefix (text, "\357\274\210") && g_str_has_suffix (text, "\357\274\211"));
}

/* The block that a line stands in. */
static const xmlNode *
block_of (const xmlNode *node)
{
  while (node != NULL && node->parent != NULL && !tl_html_is (node, "p") && !tl_html_is (node, "div"))
    node = node->parent;
  return node;
}

/*
 * tl_page_byline_read_signature:
 * @self: what is looked through
 * @names: where to put names
 *
 * Reads a name that stands alone at the end of the story.
 */
void
tl_page_byline_read_signature (Finder      *self,
                               TlPageNames *names)
{
  GArray *lines = self->page->lines;
  const TlPageLine *last = NULL;

  if (self->headline->node == NULL)
    return;
  for (guint i = self->headline->line + 1; i < lines->len; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      const xmlNode *block, *above;

      if (line->n_chars >= MIN_PARAGRAPH)
        {
          last = line;
          continue;
        }
      if (last == NULL || line != last + 1 || line->text == NULL || strlen (line->text) > MAX_SIGNATURE ||
          tl_html_is (line->node, "a") || tl_page_byline_is_heading (line->text))
        continue;
      block = block_of (line->node);
      above = block_of (last->node);
      if (block == NULL || above == NULL || block->parent != above->parent ||
          tl_page_place_is_beside (self->place, line->node))
        continue;
      /* Another paragraph behind it: then it is a heading. */
      if (i + 2 < lines->len && ((line + 1)->n_chars >= MIN_PARAGRAPH || (line + 2)->n_chars >= MIN_PARAGRAPH))
        continue;
      if (tl_page_byline_is_emphatic (line->node) || is_bracketed (line->text))
        tl_page_names_read (names, line->text, self->sites);
      /* A paragraph like the others that is but a name. */
      else if (tl_html_is (block, "p") && tl_html_is (above, "p") &&
               !tl_page_name_is_cjk (g_utf8_get_char (line->text)))
        tl_page_byline_read_names_alone (self, line->text, names);
      if (names->people->len > 0)
        return;
    }
}

static void
read_before_title (Finder           *self,
                   const TlPageLine *line,
                   TlPageNames      *names)
{
  g_autofree char *name = tl_page_byline_dup_before_title (line->text);

  if (name != NULL && !tl_page_place_is_beside (self->place, line->node))
    tl_page_names_read (names, name, self->sites);
}

/*
 * tl_page_byline_read_tail:
 * @self: what is looked through
 * @names: where to put names
 *
 * Reads the lines below the story that tell in words who wrote it.
 */
void
tl_page_byline_read_tail (Finder      *self,
                          TlPageNames *names)
{
  GArray *lines = self->page->lines;
  guint last_paragraph = 0;

  for (guint i = self->headline->line; i < lines->len && names->people->len == 0; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      const char *opened, *colon;

      if (line->n_chars >= MIN_PARAGRAPH)
        last_paragraph = i;
      if (line->text == NULL || line->n_chars > MAX_PLAIN_BYLINE)
        continue;
      opened = tl_page_skip_opening (line->text + strspn (line->text, "(["));
      if (opened == NULL)
        {
          if (last_paragraph > 0 && i > last_paragraph && i <= last_paragraph + 4)
            read_before_title (self, line, names);
          continue;
        }
      colon = strchr (line->text, ':');
      if ((colon != NULL && colon < opened) || strstr (line->text, "\357\274\232") != NULL ||
          (last_paragraph > 0 && i <= last_paragraph + 4))
        tl_page_byline_read_line (self, line, names);
    }
}

/* "【経済部・山田太郎】": an office of the house, and its writer. */
static void
read_office (Finder      *self,
             const char  *head,
             TlPageNames *names)
{
  const char *open = strstr (head, "\343\200\220");
  const char *close = open != NULL ? strstr (open, "\343\200\221") : NULL;
  const char *const *offices = tl_document_words (TL_DOCUMENT_OFFICE_ENDINGS);
  g_autofree char *inside = NULL;
  const char *joint;

  if (close == NULL || close - open > MAX_SIGNATURE)
    return;
  open += strlen ("\343\200\220");
  inside = g_strndup (open, (gsize) (close - open));
  joint = strstr (inside, "\343\203\273");
  for (guint i = 0; joint != NULL && offices[i] != NULL; i++)
    if (joint - inside > (gssize) strlen (offices[i]) &&
        g_str_has_prefix (joint - strlen (offices[i]), offices[i]))
      {
        tl_page_names_read (names, joint + strlen ("\343\203\273"), self->sites);
        return;
      }
}

/* "(By Anna Berg)", "（记者 柳文柏）" */
static void
read_brackets (Finder      *self,
               const char  *head,
               TlPageNames *names)
{
  for (const char *p = head; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '(' || g_utf8_get_char (p) == 0xff08)
      {
        const char *open = g_utf8_next_char (p);
        gsize n = strcspn (open, ")");
        const char *wide = g_strstr_len (open, (gssize) n, "\357\274\211");

        n = wide != NULL ? (gsize) (wide - open) : n;
        if (open[n] != '\0' && tl_page_skip_opening (open) != NULL)
          {
            g_autofree char *byline = g_strndup (open, n);

            tl_page_names_read (names, byline, self->sites);
          }
      }
}

/* The dash behind "CITY, 14 June" at the beginning of a story, %NULL for other openings. */
static const char *
find_dateline_end (const char *head)
{
  static const char *const dashes[] = { " \342\200\224 ", " \342\200\223 ", " - ", " /" };
  const char *comma = strchr (head, ','), *end = NULL;
  gsize n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (head, dashes[i]);

      if (dash != NULL && (end == NULL || dash < end))
        {
          end = dash;
          n = strlen (dashes[i]);
        }
    }
  if (end == NULL || comma == NULL || comma > end || end - head > MAX_DATELINE || comma - head < 3 ||
      strcspn (comma, "0123456789") >= (gsize) (end - comma))
    return NULL;
  for (const char *p = head; p < comma; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)) && !g_unichar_isupper (g_utf8_get_char (p)))
      return NULL;
  return end + n;
}

/* "CITY, 14 June — Agency, Anna Berg. The story": one name behind the agency, and a full stop. */
static void
read_dateline (Finder      *self,
               const char  *head,
               TlPageNames *names)
{
  const char *agency = find_dateline_end (head);
  const char *comma = agency != NULL ? strchr (agency, ',') : NULL;
  g_autofree char *name = NULL;
  gsize n;

  if (comma == NULL || comma - agency > MAX_DATELINE || memchr (agency, '.', (gsize) (comma - agency)) != NULL)
    return;
  comma += strspn (comma, ", ");
  n = strcspn (comma, ".,;:()");
  if (comma[n] != '.' || comma[n + 1] != ' ' || n > MAX_SIGNATURE)
    return;
  name = g_strndup (comma, n);
  tl_page_byline_read_names_alone (self, name, names);
}

/* A standfirst may stand before the paragraph with the dateline. */
static void
read_datelines (Finder      *self,
                guint        first,
                TlPageNames *names)
{
  GArray *lines = self->page->lines;

  for (guint i = first; i < lines->len && i < first + MAX_LINES_TO_DATELINE && names->people->len == 0; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);

      if (line->n_chars >= MIN_PARAGRAPH && line->head != NULL && !tl_page_place_is_beside (self->place, line->node))
        read_dateline (self, line->head, names);
    }
}

/*
 * tl_page_byline_read_opening:
 * @self: what is looked through
 * @names: where to put names
 *
 * Reads what stands in brackets before the story, behind the agency in its dateline, or before a
 * reporter's title there.
 */
void
tl_page_byline_read_opening (Finder      *self,
                             TlPageNames *names)
{
  GArray *lines = self->page->lines;

  for (guint i = self->headline->line + 1; self->headline->node != NULL && i < lines->len; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      g_autofree char *beginning = NULL;
      g_autofree char *korean = NULL;

      if (line->n_chars < MIN_PARAGRAPH || line->head == NULL)
        continue;
      read_brackets (self, line->head, names);
      if (names->people->len == 0)
        read_office (self, line->head, names);
      beginning = g_utf8_substring (line->head, 0, MIN (g_utf8_strlen (line->head, -1), MAX_OPENING));
      korean = names->people->len == 0 ? tl_page_byline_dup_before_title (beginning) : NULL;
      if (korean != NULL)
        tl_page_names_read (names, korean, self->sites);
      if (names->people->len == 0)
        read_datelines (self, i, names);
      return;
    }
}
