/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where a text says that it is from: a line with an address at its top or its end, a
 * "Source:" there, the agency in the dateline, the host of the address.
 */

#include "tl-origin.h"

#include "tl-line.h"

#include <string.h>

/* Sources stand in the first lines of a text or in the last. */
#define EDGE_SIZE 3072
#define N_TOP 8
#define N_BOTTOM 8

static const TlLine *
get_line (GArray *lines,
          guint   index)
{
  return &g_array_index (lines, TlLine, index);
}

static GArray *
read_top (const char *text)
{
  return tl_lines_read (text, strnlen (text, EDGE_SIZE), N_TOP);
}

/* The last lines; one that is cut by the edge is a paragraph and of no use here. */
static GArray *
read_bottom (const char *text)
{
  gsize length = strlen (text);
  const char *start = text;

  if (length > EDGE_SIZE)
    {
      start = strchr (text + length - EDGE_SIZE, '\n');
      if (start == NULL)
        return g_array_new (FALSE, FALSE, sizeof (TlLine));
    }
  return tl_lines_read_last (start, length - (gsize) (start - text), N_BOTTOM);
}

/* An invitation to go elsewhere, or a sentence that happens to hold an address. */
static gboolean
names_other_page (const TlLine *line,
                  const char   *address)
{
  TlLine before = { .text = line->text, .length = (gsize) (address - line->text) };

  for (const char *p = before.text; p < address; p++)
    before.n_words += *p == ' ';
  return before.n_words > 25 || (before.length > 0 && tl_line_is_clutter (line)) ||
         g_ascii_strncasecmp (line->text, "by ", 3) == 0;
}

static char *
find_url_in (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TlLine *line = get_line (lines, i);
      const char *start, *end;

      if (tl_line_find_address (line, &start, &end) && !names_other_page (line, start))
        return g_strndup (start, (gsize) (end - start));
    }
  return NULL;
}

static gboolean
is_name_edge (gunichar c)
{
  return g_unichar_isspace (c) || c == '.' || c == '-' || c == '[' || c == '(' || c == 0x2013 || c == 0x2014;
}

/* A name cut from a line: neither empty nor a whole sentence. */
static char *
dup_name (const char *start,
          const char *end)
{
  guint n_spaces = 0;
  gboolean has_letter = FALSE;

  while (start < end && is_name_edge (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_name_edge (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      n_spaces += *p == ' ';
      has_letter = has_letter || g_unichar_isalpha (g_utf8_get_char (p));
    }
  return has_letter && n_spaces <= 8 && end - start <= 80 ? g_strndup (start, (gsize) (end - start)) : NULL;
}

/*
 * The first name of "Agency, quoting Other: https://…", the last of "Office via Agency":
 * who has it from somebody else is who published it.
 */
static char *
dup_first_name (const char *start,
                const char *end)
{
  static const char *const carriers[] = { " via ", " carried by ", " published by " };
  static const char *const stops[] = {
    ", ", ";", ": ", " (", "/", " quoting ", " citing ", " after ", " with reference to ", " as ", " \342\200\223 ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (carriers); i++)
    {
      const char *carrier = g_strstr_len (start, end - start, carriers[i]);

      if (carrier != NULL)
        start = carrier + strlen (carriers[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const char *stop = g_strstr_len (start, end - start, stops[i]);

      if (stop != NULL && stop > start)
        end = stop;
    }
  while (end > start && strchr (",;: ", end[-1]) != NULL)
    end--;
  return dup_name (start, end);
}

static char *
find_source_name (GArray     *lines,
                  const char *url)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TlLine *line = get_line (lines, i);
      g_autofree char *source = tl_line_dup_field (line, TL_DOCUMENT_SOURCE_LABELS);
      const char *start, *end;
      char *name = NULL;

      if (source != NULL)
        {
          const char *address = strstr (source, "http");

          name = dup_first_name (source, address != NULL ? address : source + strlen (source));
        }
      else if (url != NULL && tl_line_find_address (line, &start, &end) && start > line->text &&
               strncmp (start, url, (gsize) (end - start)) == 0)
        name = dup_first_name (line->text, start);
      if (name != NULL)
        return name;
    }
  return NULL;
}

/* Whether what stands in a dateline's bracket is a name, and no date and no remark. */
static gboolean
is_agency (const char *start,
           const char *end)
{
  if (end - start < 2 || !g_unichar_isupper (g_utf8_get_char (start)))
    return FALSE;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (g_ascii_isdigit (*p))
        return FALSE;
    }
  return TRUE;
}

/* The agency of "MOSCOW, June 9. /TASS/. Trade …": its name in capitals between two slashes. */
static char *
find_between_slashes (const TlLine *line)
{
  const char *end = line->text + MIN (line->length, 80);
  const char *open = g_strstr_len (line->text, end - line->text, " /");
  const char *close = open != NULL ? memchr (open + 2, '/', (gsize) (end - open - 2)) : NULL;
  TlLine name;

  if (close == NULL || close + 1 >= line->text + line->length || strchr (". -\342", close[1]) == NULL)
    return NULL;
  name = (TlLine) { .text = open + 2, .length = (gsize) (close - open - 2) };
  return tl_line_is_all_caps (&name) && is_agency (name.text, close) ? dup_name (name.text, close) : NULL;
}

/* The agency of "MINSK, 9 June (BelTA) –" or "MINSK. KAZINFORM -". */
static char *
find_in_dateline (const TlLine *line)
{
  const char *end = line->text + MIN (line->length, 120);
  const char *dash = end;
  const char *open, *close, *point;
  const char *const dashes[] = { " -", " \342\200\223", " \342\200\224", "\342\200\224" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *found = g_strstr_len (line->text, dash - line->text, dashes[i]);

      if (found != NULL)
        dash = found;
    }
  if (dash == end)
    return NULL;

  open = g_strrstr_len (line->text, dash - line->text, "(");
  close = open != NULL ? memchr (open, ')', (gsize) (dash - open)) : NULL;
  if (close != NULL && is_agency (open + 1, close))
    return dup_name (open + 1, close);

  point = g_strrstr_len (line->text, dash - line->text, ". ");
  if (point == NULL)
    return NULL;
  for (const char *p = point + 2; p < dash; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isupper (g_utf8_get_char (p)) && *p != ' ' && *p != '-')
        return NULL;
    }
  return dup_name (point + 2, dash);
}

/* A name in capitals as the text writes it elsewhere: "Kazinform" for "KAZINFORM". */
static char *
soften (char       *name,
        const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *mixed = NULL;
  TlLine line = { .text = name, .length = strlen (name) };

  if (!tl_line_is_all_caps (&line) || line.length < 4)
    return name;

  lower = g_utf8_strdown (g_utf8_next_char (name), -1);
  mixed = g_strdup_printf ("%.*s%s", (int) (g_utf8_next_char (name) - name), name, lower);
  if (strstr (text, mixed) == NULL)
    return name;
  g_free (name);
  return g_steal_pointer (&mixed);
}

/* The first dateline of the story; menus, dates and the headline may stand above it. */
static char *
find_agency (const char *text)
{
  g_auto(TlLineReader) lines;
  const TlLine *line;

  tl_line_reader_init (&lines, text, strnlen (text, EDGE_SIZE * 2), 40);
  for (guint i = 0; (line = tl_line_reader_get (&lines, i)) != NULL; i++)
    {
      char *name = NULL;

      if (line->n_chars >= 40)
        name = find_in_dateline (line);
      if (name == NULL && tl_line_is_dateline (line))
        name = find_between_slashes (line);
      if (name != NULL)
        return soften (name, text);
      if (tl_line_is_prose (line) && !tl_line_is_clutter (line))
        break;
    }
  return NULL;
}

/* The agency that signs the last paragraph: "… said. — AFP", "… said. (AFP)". */
static char *
find_signature (GArray *lines)
{
  static const char *const signs[] = { " \342\200\224 ", " \342\200\223 ", " -- ", " - ", " (" };

  for (guint i = lines->len; i-- > 0;)
    {
      const TlLine *line = get_line (lines, i);
      const char *end = line->text + line->length;

      if (line->n_words < 5)
        continue;
      if (end[-1] == ')')
        end--;
      for (guint j = 0; j < G_N_ELEMENTS (signs); j++)
        {
          const char *sign = g_strrstr_len (line->text, (gssize) line->length, signs[j]);
          const char *name = sign != NULL ? sign + strlen (signs[j]) : NULL;

          if (name != NULL && strchr (".\"')", sign > line->text ? sign[-1] : ' ') != NULL && end - name <= 24 &&
              memchr (name, ' ', (gsize) (end - name)) == NULL && is_agency (name, end))
            return dup_name (name, end);
        }
      return NULL;
    }
  return NULL;
}

/* "© 2024 Some House. All rights reserved." */
static char *
find_copyright (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TlLine *line = get_line (lines, i);
      const char *end = line->text + line->length;
      const char *start = g_strstr_len (line->text, (gssize) line->length, "\302\251");
      const char *stop;

      if (start == NULL)
        continue;
      for (start += 2; start < end && (strchr (" -,", *start) != NULL || g_ascii_isdigit (*start));)
        start++;
      stop = start;
      while (stop < end && strchr ("|,;", *stop) == NULL && !g_str_has_prefix (stop, ". ") &&
             g_ascii_strncasecmp (stop, " all rights", 11) != 0)
        stop++;
      return dup_name (start, stop);
    }
  return NULL;
}

/**
 * tl_origin_dup_domain:
 * @url: an address
 *
 * Returns: (transfer full) (nullable): the part of its host that somebody registered:
 *   "news.by" of "www.news.by", "x.com.sa" of "en.x.com.sa"
 */
char *
tl_origin_dup_domain (const char *url)
{
  const char *host = strstr (url, "://");
  g_auto(GStrv) labels = NULL;
  g_autofree char *name = NULL;
  guint n, n_keep = 2;

  if (host == NULL)
    return NULL;
  host += 3;
  name = g_ascii_strdown (host, (gssize) strcspn (host, "/?#:"));
  labels = g_strsplit (name, ".", -1);
  n = g_strv_length (labels);
  if (n < 2)
    return NULL;

  /* Countries that register below "com", "gov" and their like. */
  if (n >= 3 && strlen (labels[n - 1]) == 2 &&
      g_strv_contains ((const char *const[]) { "ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "net", "or",
                                               "org", NULL }, labels[n - 2]))
    n_keep = 3;
  return g_strjoinv (".", labels + (n - MIN (n, n_keep)));
}

static char *
find_publisher (const char *text,
                const char *url,
                GArray     *top,
                GArray     *bottom)
{
  char *name = find_source_name (top, url);

  if (name == NULL)
    name = find_source_name (bottom, url);
  if (name == NULL)
    name = find_agency (text);
  if (name == NULL)
    name = find_signature (bottom);
  if (name == NULL && url != NULL)
    name = tl_origin_dup_domain (url);
  if (name == NULL)
    name = find_copyright (bottom);
  return name;
}

/**
 * tl_origin_find:
 * @text: a text with "\n" at line ends
 * @url: (out) (transfer full) (nullable): the address that the text gives as its own, in
 *   a line of its first or its last
 * @publisher: (out) (transfer full) (nullable): who published it: the source that it
 *   names, the agency of its dateline or below it, else the host of its address or the
 *   name in its copyright line
 *
 * Looks for where a text is from.
 */
void
tl_origin_find (const char  *text,
                char       **url,
                char       **publisher)
{
  g_autoptr(GArray) top = read_top (text);
  g_autoptr(GArray) bottom = read_bottom (text);

  *url = find_url_in (top);
  if (*url == NULL)
    *url = find_url_in (bottom);
  *publisher = find_publisher (text, *url, top, bottom);
}
