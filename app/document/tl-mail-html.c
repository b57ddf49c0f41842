/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-mail-html.h"

#include "tl-html-tree.h"

#include <string.h>

static gboolean
is_named (const xmlNode     *node,
          const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp ((const char *) node->name, names[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
end_line (GString *lines)
{
  while (lines->len > 0 && lines->str[lines->len - 1] == ' ')
    g_string_truncate (lines, lines->len - 1);
  if (lines->len > 0 && lines->str[lines->len - 1] != '\n')
    g_string_append_c (lines, '\n');
}

static void
append_words (GString    *lines,
              const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (lines, c);
      else if (lines->len > 0 && strchr (" \n", lines->str[lines->len - 1]) == NULL)
        g_string_append_c (lines, ' ');
    }
}

/**
 * tl_mail_html_dup_lines:
 * @data: a page in a mail
 * @length: how many bytes it has
 * @charset: (nullable): what charset it is said to be in
 *
 * Returns: (transfer full) (nullable): all that is to be seen of it, line by line, also
 *   what is no part of an article: the lines above a mail that is passed on
 */
char *
tl_mail_html_dup_lines (const guint8 *data,
                        gsize         length,
                        const char   *charset)
{
  static const char *const breaks[] = {
    "br", "p", "div", "tr", "li", "table", "blockquote", "hr", "h1", "h2", "h3", "h4", NULL
  };
  static const char *const unseen[] = { "head", "style", "script", "title", NULL };
  g_autoptr(xmlDoc) document = tl_html_parse (data, length, charset, NULL);
  GString *lines = g_string_new (NULL);
  xmlNode *node = document != NULL ? xmlDocGetRootElement (document) : NULL;

  while (node != NULL)
    {
      gboolean is_element = node->type == XML_ELEMENT_NODE;

      if (node->type == XML_TEXT_NODE && node->content != NULL)
        append_words (lines, (const char *) node->content);
      if (is_element && is_named (node, breaks))
        end_line (lines);
      if (is_element && node->children != NULL && !is_named (node, unseen))
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node->next == NULL)
        {
          node = node->parent;
          if (node != NULL && node->type == XML_ELEMENT_NODE && is_named (node, breaks))
            end_line (lines);
          if (node != NULL && node->type != XML_ELEMENT_NODE)
            node = NULL;
        }
      node = node != NULL ? node->next : NULL;
    }
  return g_string_free (lines, FALSE);
}
