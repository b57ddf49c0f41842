/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bytes of a page to a tree of its elements, and how the tree is walked: without recursion,
 * for pages nest as deep as they like.
 */

#include "tl-html-tree.h"

#include "tl-charset.h"
#include "tl-document-private.h"
#include "tl-html-slim.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* The most bytes of markup that become a tree: a book in one page has less, and the tree
 * takes ten times as many. */
#define MAX_MARKUP (8 * 1024 * 1024)

/* Slim markup nests no deeper but where end tags cross on purpose. */
#define MAX_TREE_DEPTH 2000

/* With XML_PARSE_HUGE the parser goes deeper than 256 elements; start_element() bounds it. */
#define OPTIONS (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | \
                 HTML_PARSE_COMPACT | XML_PARSE_HUGE)

static void
start_element (void           *user_data,
               const xmlChar  *name,
               const xmlChar **attributes)
{
  xmlParserCtxt *parser = user_data;

  if (parser->nodeNr >= MAX_TREE_DEPTH)
    xmlStopParser (parser);
  else
    xmlSAX2StartElement (parser, name, attributes);
}

static xmlDoc *
parse (const GString *markup)
{
  static gsize is_ready = 0;
  htmlParserCtxt *parser;
  xmlDoc *document;

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }
  parser = htmlNewParserCtxt ();
  if (parser == NULL)
    return NULL;
  parser->sax->startElement = start_element;
  document = htmlCtxtReadMemory (parser, markup->str, (int) markup->len, NULL, "UTF-8", OPTIONS);
  htmlFreeParserCtxt (parser);
  return document;
}

static gboolean
is_blank (const GString *markup)
{
  return strspn (markup->str, " \t\r\n\f") == markup->len;
}

/**
 * tl_html_parse:
 * @data: the bytes of a page or of a piece of one
 * @length: how many
 * @charset: (nullable): in which charset it was said to be when it came
 * @error: return location for a #TlDocumentError
 *
 * Reads markup however broken it is, and fetches nothing.  Scripts other than JSON-LD,
 * styles, drawings and comments are not in the tree.
 *
 * Returns: (transfer full) (nullable): the tree; %NULL when the bytes are no text, or none
 *   at all, or too many
 */
xmlDoc *
tl_html_parse (const guint8  *data,
               gsize          length,
               const char    *charset,
               GError       **error)
{
  g_autofree char *label = charset == NULL ? tl_charset_find_label (data, length) : NULL;
  g_autofree char *text = NULL;
  GString *markup;
  xmlDoc *document = NULL;

  text = tl_charset_decode_labelled (data, length, charset != NULL ? charset : label, error);
  if (text == NULL)
    return NULL;
  markup = tl_html_slim (text, strlen (text));
  g_clear_pointer (&text, g_free);

  if (tl_document_check_size (markup->len, MAX_MARKUP, error))
    {
      document = is_blank (markup) ? NULL : parse (markup);
      if (document == NULL)
        g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY, _("There is nothing on the page"));
    }
  g_string_free (markup, TRUE);
  return document;
}

/**
 * tl_html_skip:
 * @node: a node
 * @root: (nullable): the node to stay inside
 *
 * Returns: (transfer none) (nullable): the node that follows behind all that is in @node,
 *   %NULL at the end of @root
 */
xmlNode *
tl_html_skip (const xmlNode *node,
              const xmlNode *root)
{
  while (node != NULL && node != root && node->next == NULL)
    node = node->parent;
  return node != NULL && node != root ? node->next : NULL;
}

/**
 * tl_html_next:
 * @node: a node
 * @root: (nullable): the node to stay inside
 *
 * Returns: (transfer none) (nullable): the node that follows in the order of the page: the
 *   first in @node, or the one behind it; %NULL at the end of @root
 */
xmlNode *
tl_html_next (const xmlNode *node,
              const xmlNode *root)
{
  /* The children of a reference to an entity are those of its declaration. */
  if (node->children != NULL && (node->type == XML_ELEMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE))
    return node->children;
  return tl_html_skip (node, root);
}

/**
 * tl_html_is:
 * @node: a node
 * @name: the name of an element, in lower case
 *
 * Returns: whether the node is such an element
 */
gboolean
tl_html_is (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && node->name[0] == (guchar) name[0] &&
         strcmp ((const char *) node->name, name) == 0;
}

/**
 * tl_html_get:
 * @node: a node
 * @attribute: the name of an attribute, in lower case
 *
 * Returns: (transfer none) (nullable): its value, "" where it has none, %NULL where there is
 *   no such attribute
 */
const char *
tl_html_get (const xmlNode *node,
             const char    *attribute)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *p = node->properties; p != NULL; p = p->next)
    if (p->name[0] == (guchar) attribute[0] && strcmp ((const char *) p->name, attribute) == 0)
      return p->children != NULL && p->children->content != NULL ? (const char *) p->children->content : "";
  return NULL;
}

/**
 * tl_html_has_word:
 * @node: a node
 * @attribute: the name of an attribute that holds words: "class", "rel", "itemprop"
 * @word: one of them, in lower case
 *
 * Returns: whether the attribute holds the word, in whatever case
 */
gboolean
tl_html_has_word (const xmlNode *node,
                  const char    *attribute,
                  const char    *word)
{
  const char *p = tl_html_get (node, attribute);
  gsize n = strlen (word);

  while (p != NULL && *p != '\0')
    {
      gsize length = strcspn (p, " \t\r\n\f");

      if (length == n && g_ascii_strncasecmp (p, word, n) == 0)
        return TRUE;
      p += length;
      p += strspn (p, " \t\r\n\f");
    }
  return FALSE;
}

/* Whether words before and in the element are apart. */
static gboolean
is_block (const xmlNode *node)
{
  static const char *const inlines[] = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", NULL,
  };

  return node->type == XML_ELEMENT_NODE && !g_strv_contains (inlines, (const char *) node->name);
}

/**
 * tl_html_dup_text:
 * @node: a node
 *
 * Returns: (transfer full): all text in it, with one blank for any white space and for the
 *   end of a block or cell, and none at the ends
 */
char *
tl_html_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);
  gboolean is_apart = FALSE;

  for (const xmlNode *p = node; p != NULL; p = p == node && p->children == NULL ? NULL : tl_html_next (p, node))
    {
      is_apart |= is_block (p) || (p != node && p->prev != NULL && is_block (p->prev));
      if (p->type != XML_TEXT_NODE || p->content == NULL)
        continue;
      for (const char *c = (const char *) p->content; *c != '\0'; c = g_utf8_next_char (c))
        {
          if (g_unichar_isspace (g_utf8_get_char (c)))
            {
              is_apart = TRUE;
              continue;
            }
          if (is_apart && text->len > 0)
            g_string_append_c (text, ' ');
          is_apart = FALSE;
          g_string_append_len (text, c, g_utf8_skip[(guchar) *c]);
        }
    }
  return g_string_free (text, FALSE);
}
