/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all citations have in common, and the one for people. */

#include "tl-citation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many letters of a name or word stand in a key. */
#define MAX_WORD 20

/* So many letters and digits of what tells an article from others. */
#define DIGEST_LENGTH 8

/**
 * tl_citation_dup_line:
 * @text: a text
 *
 * Returns: (transfer full): the text on one line, without control characters
 */
char *
tl_citation_dup_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && c != 0x2028 && c != 0x2029)
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  return g_string_free (line, FALSE);
}

/* The letters of a name that every program takes in a key. */
static char *
dup_plain (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *plain = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && plain->len < MAX_WORD; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (plain, g_ascii_tolower (*p));
  return g_string_free (plain, FALSE);
}

/* The first word of a title that says something: of four letters or more. */
static char *
dup_title_word (const char *title)
{
  g_auto(GStrv) words = g_strsplit_set (title, " \t\n", -1);
  char *first = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = dup_plain (words[i]);

      if (strlen (word) >= 4 && !g_ascii_isdigit (*word))
        {
          g_free (first);
          return g_steal_pointer (&word);
        }
      if (first == NULL && *word != '\0')
        first = g_steal_pointer (&word);
    }
  return first;
}

/**
 * tl_citation_dup_key:
 * @self: a citation
 *
 * Returns: (transfer full): a name for it, of ASCII letters, digits and hyphens: the same
 *   whenever and with whatever else the article is cited, and no other article's
 */
char *
tl_citation_dup_key (const TlCitation *self)
{
  g_autoptr(GPtrArray) authors = tl_authors_split (self->author, self->language);
  const TlAuthor *author = authors->len > 0 ? g_ptr_array_index (authors, 0) : NULL;
  const char *name = author == NULL ? self->publisher : author->literal != NULL ? author->literal : author->family;
  g_autofree char *plain = name != NULL ? dup_plain (name) : NULL;
  g_autofree char *word = dup_title_word (self->title);
  GString *key = g_string_new (plain != NULL && *plain != '\0' ? plain : "article");

  if (self->published.year != 0)
    g_string_append_printf (key, "%04d", self->published.year);
  if (word != NULL)
    g_string_append_printf (key, "-%s", word);
  g_string_append_printf (key, "-%.*s", DIGEST_LENGTH, self->digest);
  return g_string_free (key, FALSE);
}

/**
 * tl_citation_dup_text:
 * @self: a citation
 *
 * Returns: (transfer full): the citation for people, on one line: who wrote it, what, where and
 *   when
 */
char *
tl_citation_dup_text (const TlCitation *self)
{
  g_autofree char *title = tl_citation_dup_line (self->title);
  g_autofree char *date = tl_date_to_string (self->published);
  const char *parts[] = { self->publisher, date, self->url };
  GString *text = g_string_new (NULL);

  if (self->author != NULL && *self->author != '\0')
    {
      g_autofree char *author = tl_citation_dup_line (self->author);

      /* Translators: of a citation: who wrote it */
      g_string_append_printf (text, _("%s: "), author);
    }
  /* Translators: of a citation: the headline */
  g_string_append_printf (text, _("“%s”"), title);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        g_autofree char *part = tl_citation_dup_line (parts[i]);

        g_string_append_printf (text, ", %s", part);
      }
  return g_string_free (text, FALSE);
}
