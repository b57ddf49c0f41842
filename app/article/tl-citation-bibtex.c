/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Citations for BibTeX and BibLaTeX, in UTF-8.  BibTeX counts braces, also those behind a
 * backslash, and splits names at "and": both are kept out of its way. */

#include "tl-citation-private.h"

#include <string.h>

static const char *
escape (char c)
{
  switch (c)
    {
    case '\\':
      return "{\\textbackslash}";
    case '{':
      return "{\\textbraceleft}";
    case '}':
      return "{\\textbraceright}";
    case '~':
      return "{\\textasciitilde}";
    case '^':
      return "{\\textasciicircum}";
    case '&':
      return "\\&";
    case '%':
      return "\\%";
    case '$':
      return "\\$";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    default:
      return NULL;
    }
}

/**
 * tl_citation_append_bibtex_text:
 * @text: where to write
 * @value: what a field holds
 *
 * Writes a value on one line, so that BibTeX takes it as it is.
 */
void
tl_citation_append_bibtex_text (GString    *text,
                                const char *value)
{
  g_autofree char *line = tl_citation_dup_line (value);

  for (const char *p = line; *p != '\0'; p++)
    if (escape (*p) != NULL)
      g_string_append (text, escape (*p));
    else
      g_string_append_c (text, *p);
}

static void
begin_field (GString    *text,
             const char *name)
{
  g_string_append_printf (text, ",\n  %s = ", name);
}

/* The second braces keep styles from writing capitals small. */
static void
append_field (GString    *text,
              const char *name,
              const char *value,
              gboolean    is_kept)
{
  if (value == NULL || *value == '\0')
    return;
  begin_field (text, name);
  g_string_append (text, is_kept ? "{{" : "{");
  tl_citation_append_bibtex_text (text, value);
  g_string_append (text, is_kept ? "}}" : "}");
}

/* A name with "and" or a comma in it would be taken for several. */
static void
append_part (GString    *text,
             const char *part)
{
  g_autofree char *folded = g_utf8_strdown (part, -1);
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);
  gboolean is_braced = strchr (part, ',') != NULL || strstr (padded, " and ") != NULL;

  if (is_braced)
    g_string_append_c (text, '{');
  tl_citation_append_bibtex_text (text, part);
  if (is_braced)
    g_string_append_c (text, '}');
}

static void
append_author (GString        *text,
               const TlAuthor *author)
{
  if (author->literal != NULL)
    {
      g_string_append_c (text, '{');
      tl_citation_append_bibtex_text (text, author->literal);
      g_string_append_c (text, '}');
      return;
    }
  if (author->particle != NULL)
    {
      append_part (text, author->particle);
      g_string_append_c (text, ' ');
    }
  append_part (text, author->family);
  if (author->suffix != NULL)
    {
      g_string_append (text, ", ");
      append_part (text, author->suffix);
    }
  g_string_append (text, ", ");
  append_part (text, author->given);
}

static void
append_authors (const TlCitation *self,
                GString          *text)
{
  g_autoptr(GPtrArray) authors = tl_authors_split (self->author, self->language);

  if (authors->len == 0)
    return;
  begin_field (text, "author");
  g_string_append_c (text, '{');
  for (guint i = 0; i < authors->len; i++)
    {
      if (i > 0)
        g_string_append (text, " and ");
      append_author (text, g_ptr_array_index (authors, i));
    }
  g_string_append_c (text, '}');
}

static void
append_date (const TlCitation *self,
             GString          *text)
{
  static const char *const months[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  };
  TlDate date = self->published;

  if (date.year == 0)
    return;
  begin_field (text, "year");
  g_string_append_printf (text, "{%d}", date.year);
  if (date.month == 0)
    return;
  begin_field (text, "month");
  g_string_append (text, months[date.month - 1]);
  if (date.day == 0)
    return;
  begin_field (text, "day");
  g_string_append_printf (text, "{%d}", date.day);
}

/* An address is no text: what may not stand in braces is written as addresses write it. */
static void
append_address (const TlCitation *self,
                GString          *text)
{
  g_autofree char *line = self->url != NULL ? tl_citation_dup_line (self->url) : NULL;

  if (line == NULL || *line == '\0')
    return;
  begin_field (text, "url");
  g_string_append_c (text, '{');
  for (const char *p = line; *p != '\0'; p++)
    if (*p == ' ' || strchr ("{}\\", *p) != NULL)
      g_string_append_printf (text, "%%%02X", (guchar) *p);
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '}');
}

/**
 * tl_citation_append_bibtex:
 * @self: a citation
 * @text: what to append to
 *
 * Appends an entry for BibTeX.
 */
void
tl_citation_append_bibtex (const TlCitation *self,
                           GString          *text)
{
  g_autofree char *key = tl_citation_dup_key (self);
  gboolean has_publisher = self->publisher != NULL && *self->publisher != '\0';

  g_string_append_printf (text, "@%s{%s", has_publisher ? "article" : "misc", key);
  append_authors (self, text);
  append_field (text, "title", self->title, TRUE);
  append_field (text, "journal", self->publisher, FALSE);
  append_date (self, text);
  append_field (text, "langid", self->language, FALSE);
  append_address (self, text);
  g_string_append (text, "\n}\n\n");
}
