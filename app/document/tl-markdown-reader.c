/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Markdown, but only where a text surely is Markdown: plain text may have signs that look
 * like it, and loses nothing by being read as what it is.
 */

#include "tl-markdown-reader.h"

#include "tl-charset.h"
#include "tl-markdown-front.h"
#include "tl-markdown-inline.h"
#include "tl-office.h"

#include <string.h>

/* What is larger is no article that somebody wrote by hand. */
#define MAX_SIZE (1024 * 1024)

typedef struct
{
  TlOffice *office;
  GString  *paragraph;          /* owned: the lines of the open paragraph */
  guint     level;              /* of the heading that it is; 0 for none */
  gboolean  is_item;
  gboolean  is_fenced;          /* between the fences of code */
  gboolean  has_row;            /* the line before was one of a table */
} Reader;

static gsize
measure_line (const char *line,
              const char *end)
{
  const char *stop = memchr (line, '\n', (gsize) (end - line));

  return (gsize) ((stop != NULL ? stop : end) - line);
}

/* The level of "## Heading"; 0 for anything else. */
static guint
measure_heading (const char *line,
                 gsize       length)
{
  guint n = 0;

  while (n < length && n < 7 && line[n] == '#')
    n++;
  return n > 0 && n < 7 && n + 1 < length && line[n] == ' ' && line[n + 1] != '#' && line[n + 1] != '!' ? n : 0;
}

/* Nothing but @signs, three at least, and blanks. */
static gboolean
is_rule (const char *line,
         gsize       length,
         const char *signs)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == ' ' || line[i] == '\t' || line[i] == '\r')
        continue;
      if (strchr (signs, line[i]) == NULL || (n > 0 && strlen (signs) < 4 && line[i] != line[0]))
        return FALSE;
      n++;
    }
  return n >= 3;
}

/* "]( https" of a link with words. */
static gboolean
has_link (const char *line,
          gsize       length)
{
  const char *end = line + length;

  for (const char *p = line; (p = g_strstr_len (p, end - p, "](")) != NULL; p += 2)
    {
      const char *address = p + 2;

      if (memchr (line, '[', (gsize) (p - line)) != NULL && memchr (address, ')', (gsize) (end - address)) != NULL &&
          (g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://")))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_bold (const char *line,
          gsize       length)
{
  const char *open = g_strstr_len (line, (gssize) length, "**");
  const char *close = open != NULL ? g_strstr_len (open + 2, line + length - open - 2, "**") : NULL;

  return close != NULL && close > open + 2 && !g_ascii_isspace (open[2]) && !g_ascii_isspace (close[-1]) &&
         open[2] != '*';
}

/**
 * tl_markdown_is_surely:
 * @data: the bytes of a text
 * @length: how many
 *
 * Returns: whether it has what nobody writes but in Markdown: what static pages begin with,
 *   a link with its words in brackets, several headings with number signs
 */
gboolean
tl_markdown_is_surely (const guint8 *data,
                       gsize         length)
{
  const char *text = (const char *) data, *end = text + length;
  guint n_headings = 0, n_bold = 0, n_links = 0;
  gboolean was_blank = TRUE;

  if (length > MAX_SIZE)
    return FALSE;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3;
  if (tl_markdown_front_measure (text, (gsize) (end - text)) > 0)
    return TRUE;
  /* Most texts have no sign of a heading or a link at all. */
  if (memchr (text, '#', (gsize) (end - text)) == NULL && memchr (text, ']', (gsize) (end - text)) == NULL)
    return FALSE;
  for (const char *line = text; line < end;)
    {
      gsize n = measure_line (line, end);

      n_headings += was_blank && measure_heading (line, n) > 0;
      n_bold += has_bold (line, n);
      n_links += has_link (line, n);
      was_blank = n == 0 || (n == 1 && *line == '\r');
      line += n + (line + n < end);
    }
  return n_links > 0 || n_headings >= 2 || (n_headings == 1 && n_bold > 0);
}

static void
flush (Reader *self)
{
  TlTextFlow *flow = self->office->flow;
  gsize start = tl_text_flow_get_length (flow);
  GString *plain = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  self->has_row = FALSE;
  if (self->paragraph->len > 0)
    {
      tl_markdown_append_plain (plain, self->paragraph->str, self->paragraph->len);
      lines = g_strsplit (plain->str, "\n", -1);
      tl_text_flow_begin_paragraph (flow, self->is_item);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          if (i > 0)
            tl_text_flow_add_line_break (flow);
          tl_text_flow_add (flow, lines[i], strlen (lines[i]));
        }
      tl_text_flow_end_paragraph (flow);
      if (self->level > 0)
        tl_office_note_heading (self->office, start, self->level == 1);
    }
  g_string_free (plain, TRUE);
  g_string_truncate (self->paragraph, 0);
  self->level = 0;
  self->is_item = FALSE;
}

/* Two blanks or a backslash at its end break a line. */
static void
add_line (Reader     *self,
          const char *line,
          gsize       length)
{
  gboolean breaks = length > 2 && line[length - 1] == ' ' && line[length - 2] == ' ';

  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  if (length > 0 && line[length - 1] == '\\')
    {
      breaks = TRUE;
      length--;
    }
  g_string_append_len (self->paragraph, line, (gssize) length);
  g_string_append_c (self->paragraph, breaks ? '\n' : ' ');
}

/* "- ", "* ", "12. "; how long it is, 0 for no mark of a list. */
static gsize
measure_mark (Reader     *self,
              const char *line,
              gsize       length)
{
  gsize n = 0;

  if (length >= 2 && strchr ("-+*", *line) != NULL && (line[1] == ' ' || line[1] == '\t'))
    return 2;
  while (n < length && n < 3 && g_ascii_isdigit (line[n]))
    n++;
  if (n == 0 || n + 1 >= length || (line[n] != '.' && line[n] != ')') || line[n + 1] != ' ')
    return 0;
  /* A number that a line inside a paragraph happens to begin with is none. */
  return self->paragraph->len == 0 || self->is_item || (n == 1 && *line == '1') ? n + 2 : 0;
}

static gboolean
is_table_rule (const char *line,
               gsize       length)
{
  return memchr (line, '|', length) != NULL && memchr (line, '-', length) != NULL &&
         strspn (line, " \t\r|:-") >= length;
}

static void
put_cell (Reader     *self,
          const char *cell,
          gsize       length)
{
  GString *plain = g_string_new (NULL);

  tl_markdown_append_plain (plain, cell, length);
  tl_text_flow_begin_cell (self->office->flow);
  tl_text_flow_add (self->office->flow, plain->str, plain->len);
  g_string_free (plain, TRUE);
}

static void
put_row (Reader     *self,
         const char *line,
         gsize       length)
{
  const char *end = line + length;

  while (end > line && g_ascii_isspace (end[-1]))
    end--;
  if (line < end && *line == '|')
    line++;
  if (line < end && end[-1] == '|')
    end--;
  tl_text_flow_begin_row (self->office->flow);
  while (line <= end)
    {
      const char *bar = memchr (line, '|', (gsize) (end - line));

      put_cell (self, line, (gsize) ((bar != NULL ? bar : end) - line));
      line = bar != NULL ? bar + 1 : end + 1;
    }
  tl_text_flow_end_row (self->office->flow);
}

/* "[name]: https://…" is for links, "[^1]: …" a note. */
static gboolean
is_definition (const char *line,
               gsize       length)
{
  const char *close = *line == '[' ? g_strstr_len (line, (gssize) length, "]:") : NULL;

  return close != NULL && memchr (line + 1, '[', (gsize) (close - line - 1)) == NULL;
}

static void
put_code (Reader     *self,
          const char *line,
          gsize       length)
{
  TlTextFlow *flow = self->office->flow;

  tl_text_flow_add (flow, line, length);
  tl_text_flow_add_line_break (flow);
}

static gboolean
take_fence (Reader     *self,
            const char *line,
            gsize       length)
{
  if (length < 3 || (strncmp (line, "```", 3) != 0 && strncmp (line, "~~~", 3) != 0))
    return FALSE;
  flush (self);
  self->is_fenced = !self->is_fenced;
  tl_text_flow_begin_paragraph (self->office->flow, FALSE);
  return TRUE;
}

static gboolean
take_heading (Reader     *self,
              const char *line,
              gsize       length)
{
  guint level = measure_heading (line, length);

  if (level > 0)
    {
      flush (self);
      while (length > level && (line[length - 1] == '#' || g_ascii_isspace (line[length - 1])))
        length--;
      add_line (self, line + level, length - level);
      self->level = level;
      flush (self);
      return TRUE;
    }
  if (self->paragraph->len > 0 && !self->is_item && (is_rule (line, length, "=") || is_rule (line, length, "-")))
    {
      self->level = *line == '=' ? 1 : 2;
      flush (self);
      return TRUE;
    }
  return FALSE;
}

/* What begins with a sign of its own; @next is the line below. */
static gboolean
take_block (Reader     *self,
            const char *line,
            gsize       length,
            const char *next,
            gsize       n_next)
{
  gsize n_mark;

  if (take_heading (self, line, length))
    return TRUE;
  if (is_rule (line, length, "-") || is_rule (line, length, "*") || is_rule (line, length, "_") ||
      is_definition (line, length))
    {
      flush (self);
      return TRUE;
    }
  if (memchr (line, '|', length) != NULL && (self->has_row || is_table_rule (next, n_next)))
    {
      gboolean is_next = self->has_row;

      if (!is_next)
        flush (self);
      if (!is_table_rule (line, length))
        put_row (self, line, length);
      self->has_row = TRUE;
      return TRUE;
    }
  n_mark = measure_mark (self, line, length);
  if (n_mark == 0)
    return FALSE;
  flush (self);
  self->is_item = TRUE;
  add_line (self, line + n_mark, length - n_mark);
  return TRUE;
}

static void
take_line (Reader     *self,
           const char *line,
           gsize       length,
           const char *next,
           gsize       n_next)
{
  const char *end = line + length;

  if (self->is_fenced && !(length >= 3 && (strncmp (line, "```", 3) == 0 || strncmp (line, "~~~", 3) == 0)))
    {
      put_code (self, line, length);
      return;
    }
  while (line < end && (*line == ' ' || *line == '\t' || *line == '>'))
    line++;
  length = (gsize) (end - line);
  if (length == 0 || *line == '\r')
    flush (self);
  else if (!take_fence (self, line, length) && !take_block (self, line, length, next, n_next))
    add_line (self, line, length);
}

static void
read_lines (TlOffice   *office,
            const char *text,
            const char *end)
{
  Reader self = { .office = office, .paragraph = g_string_new (NULL) };

  for (const char *line = text; line < end;)
    {
      gsize n = measure_line (line, end);
      const char *next = line + n + (line + n < end);

      take_line (&self, line, n, next, measure_line (next, end));
      line = next;
    }
  flush (&self);
  g_string_free (self.paragraph, TRUE);
}

/**
 * tl_markdown_reader_read:
 * @part: a text in Markdown
 * @delivery: where it goes
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether there is a text
 */
gboolean
tl_markdown_reader_read (const TlPart  *part,
                         TlDelivery    *delivery,
                         GError       **error)
{
  g_autofree char *text = tl_charset_decode_labelled (part->data, part->length, part->charset, error);
  g_auto(TlOffice) office = { NULL };
  gsize n_front, length;

  if (text == NULL)
    return FALSE;
  length = strlen (text);
  tl_office_init (&office);
  n_front = tl_markdown_front_measure (text, length);
  tl_markdown_front_read (text, n_front, &office);
  read_lines (&office, text + n_front, text + length);
  return tl_office_deliver (&office, part, delivery, error);
}
