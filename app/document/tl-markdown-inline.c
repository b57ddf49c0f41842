/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-markdown-inline.h"

#include <string.h>

/* What is looked through for the end of something; no link is longer. */
#define MAX_SPAN 600

/* The sign that closes the one at @p, on the same line; NULL where there is none. */
static const char *
find_close (const char *p,
            const char *end,
            char        open,
            char        close)
{
  guint depth = 0;

  end = MIN (end, p + MAX_SPAN);
  for (; p < end; p++)
    {
      if (*p == '\\' && p + 1 < end)
        p++;
      else if (*p == open)
        depth++;
      else if (*p == close && --depth == 0)
        return p;
    }
  return NULL;
}

/* "[words](address)", "[words][name]", "![picture](address)", "[^1]": the words stay. */
static const char *
skip_link (GString    *plain,
           const char *p,
           const char *end)
{
  gboolean is_picture = *p == '!';
  const char *open = p + is_picture;
  const char *close = open < end && *open == '[' ? find_close (open, end, '[', ']') : NULL;
  const char *after;

  if (close == NULL)
    return NULL;
  if (open[1] == '^')
    return close + 1;
  after = close + 1;
  if (after < end && (*after == '(' || *after == '['))
    after = find_close (after, end, *after, *after == '(' ? ')' : ']');
  else
    return NULL;
  if (after == NULL)
    return NULL;
  if (!is_picture)
    tl_markdown_append_plain (plain, open + 1, (gsize) (close - open - 1));
  return after + 1;
}

/* "<https://example.org>", "<br>", "</em>" */
static const char *
skip_angle (GString    *plain,
            const char *p,
            const char *end)
{
  const char *close = memchr (p, '>', (gsize) MIN (end - p, MAX_SPAN));

  if (close == NULL || (!g_ascii_isalpha (p[1]) && p[1] != '/' && p[1] != '!'))
    return NULL;
  if (g_strstr_len (p, close - p, "://") != NULL && memchr (p, ' ', (gsize) (close - p)) == NULL)
    g_string_append_len (plain, p + 1, close - p - 1);
  else if (g_ascii_strncasecmp (p, "<br", 3) == 0)
    g_string_append_c (plain, '\n');
  return close + 1;
}

static const char *
skip_code (GString    *plain,
           const char *p,
           const char *end)
{
  const char *close = memchr (p + 1, '`', (gsize) MIN (end - p - 1, MAX_SPAN));

  if (close == NULL)
    return NULL;
  g_string_append_len (plain, p + 1, close - p - 1);
  return close + 1;
}

static gboolean
is_word (const char *p,
         const char *start,
         const char *end)
{
  return p >= start && p < end && (g_ascii_isalnum (*p) || (guchar) *p >= 0x80);
}

/* Signs that stand at a word, and not between blanks: "**bold**", but "2 * 3". */
static gsize
measure_emphasis (const char *p,
                  const char *start,
                  const char *end)
{
  gsize n = 1;

  while (p + n < end && p[n] == *p && n < 4)
    n++;
  if (n == 4 || (*p == '~' && n != 2))
    return 0;
  if ((p == start || g_ascii_isspace (p[-1])) && (p + n == end || g_ascii_isspace (p[n])))
    return 0;
  /* "snake_case" */
  if (*p == '_' && is_word (p - 1, start, end) && is_word (p + n, start, end))
    return 0;
  /* "5*3", "100*" */
  if (*p == '*' && n == 1 && p > start && g_ascii_isdigit (p[-1]))
    return 0;
  return n;
}

/**
 * tl_markdown_append_plain:
 * @plain: what to append to
 * @line: text in Markdown without line ends
 * @length: how many bytes
 *
 * Appends the text without its signs: emphasis, links, pictures, code, tags, escapes.
 */
void
tl_markdown_append_plain (GString    *plain,
                          const char *line,
                          gsize       length)
{
  const char *end = line + length;

  for (const char *p = line; p < end;)
    {
      const char *after = NULL;
      gsize n;

      switch (*p)
        {
        case '\\':
          if (p + 1 < end && g_ascii_ispunct (p[1]))
            p++;
          break;
        case '!':
        case '[':
          after = skip_link (plain, p, end);
          break;
        case '<':
          after = skip_angle (plain, p, end);
          break;
        case '`':
          after = skip_code (plain, p, end);
          break;
        case '*':
        case '_':
        case '~':
          n = measure_emphasis (p, line, end);
          after = n > 0 ? p + n : NULL;
          break;
        default:
          break;
        }
      if (after != NULL)
        p = after;
      else
        g_string_append_c (plain, *p++);
    }
}
