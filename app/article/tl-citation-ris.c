/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Citations in RIS, which reference managers read: a tag and a value on each line. */

#include "tl-citation-private.h"

static void
append_tag (GString    *text,
            const char *tag,
            const char *value)
{
  g_autofree char *line = value != NULL ? tl_citation_dup_line (value) : NULL;

  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s  - %s\r\n", tag, line);
}

/* A comma parts family name, given names and suffix; so a body's name has none. */
static char *
dup_name (const TlAuthor *author)
{
  g_autoptr(GString) name = g_string_new (NULL);

  if (author->literal != NULL)
    return g_strdelimit (g_strdup (author->literal), ",", ' ');
  if (author->particle != NULL)
    g_string_append_printf (name, "%s ", author->particle);
  g_string_append_printf (name, "%s, %s", author->family, author->given);
  if (author->suffix != NULL)
    g_string_append_printf (name, ", %s", author->suffix);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
append_authors (const TlCitation *self,
                GString          *text)
{
  g_autoptr(GPtrArray) authors = tl_authors_split (self->author, self->language);

  for (guint i = 0; i < authors->len; i++)
    {
      g_autofree char *name = dup_name (g_ptr_array_index (authors, i));

      append_tag (text, "AU", name);
    }
}

/* "2017/11/23/", with nothing between the slashes where that is not known. */
static void
append_date (const TlCitation *self,
             GString          *text)
{
  TlDate date = self->published;
  g_autofree char *month = date.month != 0 ? g_strdup_printf ("%02d", date.month) : g_strdup ("");
  g_autofree char *day = date.day != 0 ? g_strdup_printf ("%02d", date.day) : g_strdup ("");

  if (date.year != 0)
    g_string_append_printf (text, "PY  - %04d\r\nDA  - %04d/%s/%s/\r\n", date.year, date.year, month, day);
}

/**
 * tl_citation_append_ris:
 * @self: a citation
 * @text: what to append to
 *
 * Appends a reference.
 */
void
tl_citation_append_ris (const TlCitation *self,
                        GString          *text)
{
  g_autofree char *key = tl_citation_dup_key (self);

  append_tag (text, "TY", "NEWS");
  append_tag (text, "ID", key);
  append_tag (text, "TI", self->title);
  append_authors (self, text);
  append_tag (text, "T2", self->publisher);
  append_date (self, text);
  append_tag (text, "LA", self->language);
  append_tag (text, "UR", self->url);
  g_string_append (text, "ER  - \r\n\r\n");
}
