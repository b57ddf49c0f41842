/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bylines that nothing marks but their words and their place: "By Anna Berg", a name above what
 * she is, beside or above the day, below the story, in its first brackets.
 */

#include "tl-page-byline-lines.h"

#include "tl-document-words.h"
#include "tl-line.h"
#include "tl-page-day.h"
#include "tl-page-labels.h"
#include "tl-page-name-words.h"
#include "tl-page-title.h"
#include "tl-page-words.h"

#include <string.h>

/* Lines below the headline that may begin with "By". */
#define MAX_LINES_BELOW 25
#define MAX_LINES_ABOVE 6

/* A label has no more characters; a name in Korean has three, but for a few. */
#define MAX_LABEL 24
#define MAX_TO_COMMON 8
#define N_KOREAN 3

/* So many lines below the headline may be nothing but a name. */
#define MAX_LINES_TO_NAME 14

/* The story has begun with a line of so many characters. */
#define MIN_STORY 110

typedef TlBylineFinder Finder;

/* Where "by" stands behind a day: "8 February 2012 by Anna Berg". */
static const char *
find_opening_behind_day (const char *text)
{
  const char *start, *end;
  TlPageDay day;

  if (!tl_page_day_find (text, &day, &start, &end))
    return NULL;
  for (const char *p = strchr (end, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (tl_page_skip_opening (p + 1) != NULL)
      return p + 1;
  return NULL;
}

/* Takes the signs off that stand between a name and a day. */
static void
drop_signs (char *text)
{
  g_strchomp (text);
  while (*text != '\0' && strchr ("|-,", text[strlen (text) - 1]) != NULL)
    {
      text[strlen (text) - 1] = '\0';
      g_strchomp (text);
    }
}

/* "Anna Berg, Thursday", "Anna Berg | Thursday, March": a word alone behind a sign, and the day
 * of the week behind any. */
static void
drop_weekday (char *text)
{
  for (guint i = 0; i < 2; i++)
    {
      char *blank = g_strrstr (text, " ");
      g_autofree char *folded = blank != NULL ? g_utf8_casefold (blank + 1, -1) : NULL;

      if (blank == NULL || (blank > text && strchr (",|-", blank[-1]) == NULL &&
                            !tl_document_has_word (TL_DOCUMENT_WEEKDAYS, folded)))
        return;
      *blank = '\0';
      drop_signs (text);
    }
}

/* "Anna Berg 18.01.2024", "Anna Berg, 18 January 2024": all that stands before the day is a
 * name. */
static void
read_before_day (Finder      *self,
                 const char  *text,
                 TlPageNames *names)
{
  gsize n = strcspn (text, "0123456789");
  gsize n_day = strspn (text + n, "0123456789");
  g_autofree char *before = NULL;
  const char *year;

  if (n == 0 || n_day == 0 || n_day > 2)
    return;
  for (year = text + n; *year != '\0' && strspn (year, "0123456789") != 4;)
    year += MAX (strspn (year, "0123456789"), 1);
  if (*year == '\0' && !tl_line_is_date (&(TlLine) { .text = text + n, .length = strlen (text + n), .n_chars = 10 }))
    return;
  if (strlen (text + n) > 60)
    return;
  before = g_strndup (text, n);
  drop_signs (before);
  drop_weekday (before);
  if (strpbrk (before, ",:/()|") == NULL)
    tl_page_names_read (names, before, self->sites);
}

/* "9 June 2021 | Anna Berg" */
static void
read_behind_day (Finder      *self,
                 const char  *text,
                 TlPageNames *names)
{
  static const char *const signs[] = { " | ", " \342\200\242 ", " \302\267 ", " \342\200\224 ", " \342\200\223 " };

  if (!g_unichar_isdigit (g_utf8_get_char (text)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = g_strrstr (text, signs[i]);

      if (sign != NULL && tl_page_byline_read_names_alone (self, sign + strlen (signs[i]), names))
        return;
    }
}

static gboolean
is_day (const TlPageLine *line)
{
  return line->text != NULL &&
         tl_line_is_date (&(TlLine) { .text = line->text, .length = strlen (line->text), .n_chars = line->n_chars });
}

static gboolean
is_right (const xmlNode *node)
{
  static const char *const classes[] = { "text-right", "right", "alignright", "align-right", "has-text-align-right" };
  const char *align = tl_html_get (node, "align");
  const char *style = tl_html_get (node, "style");

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (tl_html_has_word (node, "class", classes[i]))
      return TRUE;
  return (align != NULL && g_ascii_strcasecmp (align, "right") == 0) ||
         (style != NULL && (strstr (style, "text-align:right") != NULL || strstr (style, "text-align: right") != NULL));
}

/*
 * tl_page_byline_is_emphatic:
 * @node: an element
 *
 * Returns: whether its type, or its place on the right, sets it apart
 */
gboolean
tl_page_byline_is_emphatic (const xmlNode *node)
{
  static const char *const names[] = { "strong", "b", "em", "i" };

  for (guint depth = 0; node != NULL && depth < 3; node = node->parent, depth++)
    {
      if (is_right (node))
        return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (tl_html_is (node, names[i]))
          return TRUE;
    }
  return FALSE;
}

/*
 * tl_page_byline_is_heading:
 * @text: a short line
 *
 * Returns: whether it is the heading of what follows articles, or no part of one
 */
gboolean
tl_page_byline_is_heading (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return tl_page_line_is_end (lower) || tl_page_line_is_out (lower);
}

/* "Foreign Trade" is a rubric. */
static gboolean
has_field (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (tl_page_name_is_field (words[i]))
      return TRUE;
  return FALSE;
}

/*
 * tl_page_byline_read_names_alone:
 * @self: what is looked through
 * @text: (nullable): a line
 * @names: where to put names
 *
 * Returns: whether it has names and nothing else; they are added
 */
gboolean
tl_page_byline_read_names_alone (Finder      *self,
                                 const char  *text,
                                 TlPageNames *names)
{
  g_auto(TlPageNames) found = { NULL };

  if (text == NULL || strlen (text) > MAX_SIGNATURE || tl_page_byline_is_heading (text))
    return FALSE;
  tl_page_names_init (&found);
  tl_page_names_read (&found, text, self->sites);
  if (!tl_page_names_are_all (&found, text) || has_field (text))
    return FALSE;
  tl_page_names_read (names, text, self->sites);
  return TRUE;
}

/* "Anna Berg", and below it "18 January 2024", or "Reporter", or the story, if the name is set
 * apart by its type. */
static void
read_alone (Finder           *self,
            const TlPageLine *line,
            const TlPageLine *below,
            TlPageNames      *names)
{
  if (below->n_chars >= MIN_PARAGRAPH ? tl_page_byline_is_emphatic (line->node)
                                      : is_day (below) || (below->text != NULL && tl_page_name_is_role (below->text)))
    tl_page_byline_read_names_alone (self, line->text, names);
}

/* The signs of some scripts say as much as two letters. */
static gboolean
is_story (const TlPageLine *line)
{
  return line->n_chars * (tl_page_name_is_cjk (g_utf8_get_char (line->head)) ? 2 : 1) >= MIN_STORY;
}

/* "Author", alone in a line, with the name in the next. */
static gboolean
is_label_alone (const TlPageLine *line)
{
  const char *end;

  if (line->text == NULL || line->n_chars > MAX_LABEL || tl_html_is (line->node, "a"))
    return FALSE;
  end = tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, line->text);
  return end != NULL && end[strspn (end, ": ")] == '\0';
}

/* How many elements are between a line and the one that holds another, too. */
static guint
count_to_common (const xmlNode *node,
                 const xmlNode *other)
{
  guint n = 0;

  for (const xmlNode *p = node; p != NULL && n < MAX_TO_COMMON; p = p->parent, n++)
    for (const xmlNode *q = other; q != NULL; q = q->parent)
      if (p == q)
        return n;
  return n;
}

/* Whether a label, alone in its line, belongs to the name above it and not to the one below. */
static gboolean
is_of_above (GArray *lines,
             guint   i)
{
  const TlPageLine *line = &g_array_index (lines, TlPageLine, i);

  return i > 0 && i + 1 < lines->len &&
         count_to_common (line->node, (line - 1)->node) < count_to_common (line->node, (line + 1)->node);
}

/* "Source: The Agency / Anna Berg": behind the house, who wrote it there. */
static const char *
find_behind_source (const char *text)
{
  const char *end = tl_document_skip_word (TL_DOCUMENT_SOURCE_LABELS, text);
  const char *slash = end != NULL && *tl_page_name_skip_blanks (end) == ':' ? strchr (end, '/') : NULL;

  return slash != NULL && slash[1] != '\0' ? slash + 1 : NULL;
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7af;
}

/*
 * tl_page_byline_dup_before_title:
 * @text: a line
 *
 * Returns: (transfer full) (nullable): "홍길동" of "[서울] 홍길동 기자 gildong@…": the three signs before
 *   the word for a reporter
 */
char *
tl_page_byline_dup_before_title (const char *text)
{
  const char *const *endings = tl_document_words (TL_DOCUMENT_BYLINE_ENDINGS);

  for (guint i = 0; endings[i] != NULL; i++)
    {
      const char *ending = strstr (text, endings[i]);
      const char *end = ending, *start;
      guint n = 0;

      while (end != NULL && end > text && end[-1] == ' ')
        end--;
      for (start = end; start != NULL && start > text && n <= N_KOREAN; n++)
        {
          const char *p = g_utf8_prev_char (start);

          if (!is_hangul (g_utf8_get_char (p)))
            break;
          start = p;
        }
      if (n == N_KOREAN && !is_hangul (g_utf8_get_char (ending + strlen (endings[i]))))
        return g_strndup (start, (gsize) (end - start));
    }
  return NULL;
}

/*
 * tl_page_byline_read_line:
 * @self: what is looked through
 * @line: a line of its own: "By Anna Berg"
 * @names: where to put names
 *
 * Reads the names that a line tells in words to be those of the byline.
 */
void
tl_page_byline_read_line (Finder           *self,
                          const TlPageLine *line,
                          TlPageNames      *names)
{
  const char *byline = line->text != NULL ? line->text + strspn (line->text, "([") : NULL;
  g_autofree char *korean = NULL;

  if (byline == NULL || line->n_chars > MAX_PLAIN_BYLINE || tl_page_place_is_beside (self->place, line->node))
    return;
  if (tl_page_skip_opening (byline) == NULL)
    {
      byline = tl_page_find_label (line->text);
      if (byline != NULL)
        tl_page_names_look_at (names, line->text);
    }
  if (byline == NULL)
    byline = find_opening_behind_day (line->text);
  if (byline == NULL)
    byline = find_behind_source (line->text);
  if (byline == NULL)
    byline = korean = tl_page_byline_dup_before_title (line->text);
  if (byline != NULL)
    tl_page_names_read (names, byline, self->sites);
}

/*
 * tl_page_byline_read_lines:
 * @self: what is looked through
 * @names: where to put names
 *
 * Reads the lines near the headline.
 */
void
tl_page_byline_read_lines (Finder      *self,
                           TlPageNames *names)
{
  GArray *lines = self->page->lines;
  guint first = self->headline->line > MAX_LINES_ABOVE ? self->headline->line - MAX_LINES_ABOVE : 0;

  if (self->headline->node == NULL)
    return;
  for (guint i = first; i < lines->len && i < self->headline->line + MAX_LINES_BELOW; i++)
    {
      if (i != self->headline->line && tl_page_place_is_near (self->place, i))
        tl_page_byline_read_line (self, &g_array_index (lines, TlPageLine, i), names);
      if (names->people->len == 0 && i > self->headline->line && i + 1 < lines->len &&
          is_label_alone (&g_array_index (lines, TlPageLine, i)) && !is_of_above (lines, i))
        tl_page_byline_read_names_alone (self, g_array_index (lines, TlPageLine, i + 1).text, names);
      if (names->people->len > 0)
        return;
    }
  for (guint i = self->headline->line + 1; i < lines->len && i <= self->headline->line + MAX_LINES_TO_NAME; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);

      if (is_story (line) || names->people->len > 0)
        return;
      if (line->text == NULL || line->n_chars > MAX_PLAIN_BYLINE || tl_page_place_is_beside (self->place, line->node))
        continue;
      if (i <= self->headline->line + 3)
        read_before_day (self, line->text, names);
      if (names->people->len == 0 && i <= self->headline->line + 3)
        read_behind_day (self, line->text, names);
      if (names->people->len == 0 && i + 1 < lines->len)
        read_alone (self, line, line + 1, names);
    }
}
