/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Citations in the JSON of the Citation Style Language, version 1.0. */

#include "tl-citation-private.h"

#include "tl-json.h"

static void
append_member (GString    *text,
               const char *key,
               const char *value)
{
  g_autofree char *line = value != NULL ? tl_citation_dup_line (value) : NULL;

  if (line == NULL || *line == '\0')
    return;
  if (text->str[text->len - 1] != '{')
    g_string_append (text, ", ");
  g_string_append_printf (text, "\"%s\": ", key);
  tl_json_append_string (text, line);
}

static void
append_authors (const TlCitation *self,
                GString          *text)
{
  g_autoptr(GPtrArray) authors = tl_authors_split (self->author, self->language);

  if (authors->len == 0)
    return;
  g_string_append (text, ", \"author\": [");
  for (guint i = 0; i < authors->len; i++)
    {
      const TlAuthor *author = g_ptr_array_index (authors, i);

      g_string_append (text, i > 0 ? ", {" : "{");
      append_member (text, "literal", author->literal);
      append_member (text, "family", author->family);
      append_member (text, "given", author->given);
      append_member (text, "non-dropping-particle", author->particle);
      append_member (text, "suffix", author->suffix);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
}

/* As much of the day as is known. */
static void
append_issued (const TlCitation *self,
               GString          *text)
{
  TlDate date = self->published;

  if (date.year == 0)
    return;
  g_string_append_printf (text, ", \"issued\": {\"date-parts\": [[%d", date.year);
  if (date.month != 0)
    g_string_append_printf (text, ", %d", date.month);
  if (date.month != 0 && date.day != 0)
    g_string_append_printf (text, ", %d", date.day);
  g_string_append (text, "]]}");
}

/**
 * tl_citation_append_csl_json:
 * @self: a citation
 * @text: what to append to
 *
 * Appends an item, an object of JSON on one line without a line end.
 */
void
tl_citation_append_csl_json (const TlCitation *self,
                             GString          *text)
{
  g_autofree char *key = tl_citation_dup_key (self);

  g_string_append_c (text, '{');
  append_member (text, "id", key);
  append_member (text, "type", "article-newspaper");
  append_member (text, "title", self->title);
  append_authors (self, text);
  append_member (text, "container-title", self->publisher);
  append_issued (self, text);
  append_member (text, "language", self->language);
  append_member (text, "URL", self->url);
  g_string_append_c (text, '}');
}
