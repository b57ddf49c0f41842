/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The text of a mail: its lines are broken for terminals of 80 characters, quoted lines
 * begin with ">", and below it stand signatures, what is answered to, and lawyers' words.
 */

#include "tl-mail-text.h"

#include "tl-document-words.h"

#include <string.h>

/* Lines that were broken by a program are no longer, in characters. */
#define MAX_WRAP 100
#define MIN_WRAP 50

/* A signature has no more bytes, and a footer's paragraph neither. */
#define MAX_SIGNATURE 1000
#define MAX_FOOTER 3000

static gboolean
is_quoted (const char *line)
{
  return *line == '>';
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

/* Where most lines are quoted the quotation is the text: one level is taken off. */
static void
unquote (char **lines)
{
  guint n_quoted = 0, n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      n_lines += !is_blank (lines[i]);
      n_quoted += is_quoted (lines[i]);
    }
  if (n_quoted * 2 <= n_lines)
    return;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize n = is_quoted (lines[i]) ? 1 + (lines[i][1] == ' ') : 0;

      memmove (lines[i], lines[i] + n, strlen (lines[i] + n) + 1);
    }
}

static gsize
measure_first_word (const char *line)
{
  const char *space = strchr (line, ' ');

  return (gsize) g_utf8_strlen (line, space != NULL ? space - line : -1);
}

/* How wide the paragraph is that begins with a line; 0 where its lines are not broken. */
static glong
measure_paragraph (char **lines)
{
  glong width = 0;

  for (guint i = 0; lines[i] != NULL && !is_blank (lines[i]); i++)
    width = MAX (width, g_utf8_strlen (lines[i], -1));
  return width <= MAX_WRAP && width >= MIN_WRAP ? width : 0;
}

static gboolean
begins_own (const char *line)
{
  return *line == ' ' || *line == '\t' || *line == '>' || *line == '*' ||
         (*line == '-' && line[1] == ' ') || g_str_has_prefix (line, "• ");
}

/**
 * tl_mail_text_unwrap:
 * @text: the text of a mail as it was sent
 * @is_flowed: whether lines that go on end with a space (RFC 3676)
 *
 * Returns: (transfer full): the text with a line for each paragraph: a line goes on in the
 *   next one where that one's first word had no room in it
 */
char *
tl_mail_text_unwrap (const char *text,
                     gboolean    is_flowed)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);
  glong width = 0;

  unquote (lines);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *next = lines[i + 1];
      gsize n = strlen (lines[i]);
      gboolean goes_on;

      if (i == 0 || is_blank (lines[i - 1]))
        width = measure_paragraph (lines + i);
      if (is_flowed)
        goes_on = n > 0 && lines[i][n - 1] == ' ' && strcmp (lines[i], "-- ") != 0;
      else
        goes_on = width > 0 && next != NULL && !is_blank (next) && !begins_own (next) && !is_blank (lines[i]) &&
                  g_utf8_strlen (lines[i], -1) + 1 + (glong) measure_first_word (next) > width;
      g_string_append (out, is_flowed ? lines[i] : g_strchomp (lines[i]));
      if (next != NULL)
        g_string_append (out, goes_on ? (is_flowed ? "" : " ") : "\n");
    }
  return g_string_free (out, FALSE);
}

static gboolean
ends_with_wrote (const char *line)
{
  const char *const *words = tl_document_words (TL_DOCUMENT_MAIL_WROTE);
  g_autofree char *text = g_strdup (line);
  gsize n = strlen (g_strchomp (text));

  if (n < 2 || text[n - 1] != ':')
    return FALSE;
  text[n - 1] = '\0';
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *last = g_strrstr (text, words[i]);

      if (last != NULL && strlen (last) <= strlen (words[i]) + 40)
        return TRUE;
    }
  return FALSE;
}

/* Quoted lines at the end, with the line above that says whose they are. */
static guint
cut_answered (char  **lines,
              guint   n_lines)
{
  guint n = n_lines;

  while (n > 0 && (is_quoted (lines[n - 1]) || is_blank (lines[n - 1])))
    n--;
  if (n == 0)
    return n_lines;
  if (n < n_lines && ends_with_wrote (lines[n - 1]))
    n--;
  return n;
}

/* "-- " stands above a signature; in the middle of a text two dashes are just that. */
static guint
cut_signature (char  **lines,
               guint   n_lines)
{
  gsize n_bytes = 0;

  for (guint i = n_lines; i > 1 && n_bytes < MAX_SIGNATURE; i--)
    {
      if (strcmp (lines[i - 1], "-- ") == 0 || strcmp (lines[i - 1], "--") == 0)
        return i - 1;
      n_bytes += strlen (lines[i - 1]) + 1;
    }
  return n_lines;
}

static gboolean
is_footer (const char *line)
{
  const char *const *words = tl_document_words (TL_DOCUMENT_MAIL_FOOTERS);
  g_autofree char *folded = NULL;

  if (strlen (line) > MAX_FOOTER)
    return FALSE;
  folded = g_utf8_strdown (line, -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_has_prefix (folded + strspn (folded, " *_-"), words[i]))
        return TRUE;
    }
  return FALSE;
}

/* From the end, as long as paragraphs are footers. */
static guint
cut_footers (char  **lines,
             guint   n_lines)
{
  guint n = n_lines;

  while (n > 0)
    {
      guint start;

      while (n > 0 && is_blank (lines[n - 1]))
        n--;
      for (start = n; start > 0 && !is_blank (lines[start - 1]); start--)
        ;
      if (n == 0 || start == n || !is_footer (lines[start]))
        break;
      n = start;
    }
  return n > 0 ? n : n_lines;
}

/**
 * tl_mail_text_clean:
 * @text: the text of a mail, a line for each paragraph
 *
 * Returns: (transfer full): it without what stands below what it says
 */
char *
tl_mail_text_clean (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);

  n = cut_answered (lines, n);
  n = cut_signature (lines, n);
  n = cut_footers (lines, n);
  for (guint i = n; lines[i] != NULL; i++)
    g_clear_pointer (&lines[i], g_free);
  return g_strstrip (g_strjoinv ("\n", lines));
}
