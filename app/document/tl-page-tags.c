/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tags of HTML and their attributes mean for the text in them. */

#include "tl-page-tags.h"

#include <string.h>

/* A cell with more is part of the layout of a page. */
#define MAX_CELL 400

typedef struct
{
  const char *name;
  TlPageTags  tags;
} Named;

#define INLINE TL_PAGE_TAG_INLINE

static const Named named[] = {
  { "a", INLINE | TL_PAGE_TAG_LINK },
  { "abbr", INLINE },
  { "acronym", INLINE },
  { "article", TL_PAGE_TAG_ARTICLE },
  { "aside", TL_PAGE_TAG_ASIDE },
  { "amp-img", TL_PAGE_TAG_PICTURE },
  { "amp-sidebar", TL_PAGE_TAG_OUTSIDE },
  { "amp-user-notification", TL_PAGE_TAG_OUTSIDE },
  { "amp-consent", TL_PAGE_TAG_OUTSIDE },
  { "audio", TL_PAGE_TAG_DROPPED },
  { "b", INLINE | TL_PAGE_TAG_STRONG },
  { "bdi", INLINE },
  { "bdo", INLINE },
  { "big", INLINE },
  { "blockquote", TL_PAGE_TAG_QUOTE },
  { "body", TL_PAGE_TAG_BODY },
  { "br", TL_PAGE_TAG_BREAK },
  { "button", TL_PAGE_TAG_DROPPED },
  { "cite", INLINE | TL_PAGE_TAG_EMPHASIS },
  { "code", INLINE },
  { "data", INLINE },
  { "datalist", TL_PAGE_TAG_DROPPED },
  { "del", INLINE },
  { "dfn", INLINE },
  { "dialog", TL_PAGE_TAG_OUTSIDE },
  { "em", INLINE | TL_PAGE_TAG_EMPHASIS },
  { "fieldset", TL_PAGE_TAG_FORM },
  { "figcaption", TL_PAGE_TAG_CAPTION },
  { "figure", TL_PAGE_TAG_FIGURE },
  { "font", INLINE },
  { "footer", TL_PAGE_TAG_OUTSIDE },
  { "form", TL_PAGE_TAG_FORM },
  { "h1", TL_PAGE_TAG_HEADING | TL_PAGE_TAG_FIRST_HEADING },
  { "h2", TL_PAGE_TAG_HEADING },
  { "h3", TL_PAGE_TAG_HEADING },
  { "h4", TL_PAGE_TAG_HEADING },
  { "h5", TL_PAGE_TAG_HEADING },
  { "h6", TL_PAGE_TAG_HEADING },
  { "head", TL_PAGE_TAG_BODY },         /* unknown elements do not end it */
  { "header", TL_PAGE_TAG_HEADER },
  { "html", TL_PAGE_TAG_BODY },
  { "i", INLINE | TL_PAGE_TAG_EMPHASIS },
  { "img", INLINE | TL_PAGE_TAG_PICTURE },
  { "input", TL_PAGE_TAG_DROPPED },
  { "ins", INLINE },
  { "kbd", INLINE },
  { "label", INLINE },
  { "legend", TL_PAGE_TAG_DROPPED },
  { "li", TL_PAGE_TAG_ITEM },
  { "main", TL_PAGE_TAG_MAIN },
  { "map", TL_PAGE_TAG_DROPPED },
  { "mark", INLINE },
  { "meta", INLINE },
  { "link", INLINE },
  { "nav", TL_PAGE_TAG_OUTSIDE },
  { "nobr", INLINE },
  { "object", TL_PAGE_TAG_DROPPED | TL_PAGE_TAG_PICTURE },
  { "ol", TL_PAGE_TAG_LIST },
  { "option", TL_PAGE_TAG_DROPPED },
  { "p", TL_PAGE_TAG_PARAGRAPH },
  { "pre", TL_PAGE_TAG_PRE },
  { "progress", TL_PAGE_TAG_DROPPED },
  { "q", INLINE },
  { "rp", TL_PAGE_TAG_DROPPED },
  { "rt", TL_PAGE_TAG_DROPPED },
  { "ruby", INLINE },
  { "s", INLINE },
  { "samp", INLINE },
  { "script", TL_PAGE_TAG_DROPPED },
  { "select", TL_PAGE_TAG_DROPPED },
  { "small", INLINE | TL_PAGE_TAG_EMPHASIS },
  { "span", INLINE },
  { "strike", INLINE },
  { "strong", INLINE | TL_PAGE_TAG_STRONG },
  { "sub", INLINE },
  { "sup", INLINE },
  { "table", TL_PAGE_TAG_TABLE },
  { "td", TL_PAGE_TAG_CELL },
  { "th", TL_PAGE_TAG_CELL },
  { "time", INLINE },
  { "title", TL_PAGE_TAG_DROPPED },
  { "tr", TL_PAGE_TAG_ROW },
  { "tt", INLINE },
  { "u", INLINE },
  { "ul", TL_PAGE_TAG_LIST },
  { "var", INLINE },
  { "video", TL_PAGE_TAG_DROPPED | TL_PAGE_TAG_PICTURE },
  { "wbr", INLINE },
};

static gpointer
make_table (gpointer data G_GNUC_UNUSED)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    g_hash_table_insert (table, (gpointer) named[i].name, GUINT_TO_POINTER (named[i].tags));
  return table;
}

/**
 * tl_page_tags_of:
 * @name: the name of an element
 *
 * Returns: what kind of element it is; 0 for a block that means nothing, like `<div>`
 */
TlPageTags
tl_page_tags_of (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *table = g_once (&once, make_table, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (table, name));
}

/* Elements that stand in no cell of a table of data. */
static gboolean
is_layout (const xmlNode *node)
{
  static const char *const names[] = {
    "table", "h1", "h2", "form", "article", "section", "nav", "header", "footer", "hr", "ul", NULL,
  };

  return g_strv_contains (names, (const char *) node->name);
}

/**
 * tl_page_table_is_data:
 * @table: a `<table>`
 *
 * Looks no further than to the first thing that is in no table of data, so that tables in
 * tables are looked through once.
 *
 * Returns: whether it has rows and columns with little in each cell
 */
gboolean
tl_page_table_is_data (const xmlNode *table)
{
  guint n_rows = 0, n_cells = 0, n_paragraphs = 0;
  gsize cell = 0;

  for (const xmlNode *p = tl_html_next (table, table); p != NULL; p = tl_html_next (p, table))
    {
      if (p->type == XML_TEXT_NODE && p->content != NULL)
        cell += strspn ((const char *) p->content, " \t\r\n") == strlen ((const char *) p->content)
                  ? 0 : strlen ((const char *) p->content);
      if (cell > MAX_CELL)
        return FALSE;
      if (p->type != XML_ELEMENT_NODE)
        continue;
      if (is_layout (p))
        return FALSE;
      if (tl_html_is (p, "tr"))
        n_rows++;
      else if (tl_html_is (p, "td") || tl_html_is (p, "th"))
        {
          n_cells++;
          n_paragraphs = 0;
          cell = 0;
        }
      else if (tl_html_is (p, "p") && ++n_paragraphs > 2)
        return FALSE;
    }
  return n_rows >= 2 && n_cells >= 2 * n_rows;
}

/**
 * tl_page_node_is_hidden:
 * @node: an element
 *
 * Returns: whether it says that it is not to be seen
 */
gboolean
tl_page_node_is_hidden (const xmlNode *node)
{
  const char *style = tl_html_get (node, "style");
  const char *hidden = tl_html_get (node, "hidden");
  g_autofree char *lower = NULL;

  if (hidden != NULL && strcmp (hidden, "false") != 0 && strcmp (hidden, "until-found") != 0)
    return TRUE;
  if (style == NULL)
    return FALSE;
  lower = g_ascii_strdown (style, -1);
  for (const char *p = lower; (p = strpbrk (p, "dv")) != NULL; p++)
    {
      const char *value;

      if (g_str_has_prefix (p, "display"))
        value = p + strlen ("display");
      else if (g_str_has_prefix (p, "visibility"))
        value = p + strlen ("visibility");
      else
        continue;
      value += strspn (value, " :\t\n");
      if (g_str_has_prefix (value, "none") || g_str_has_prefix (value, "hidden"))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_page_node_is_body:
 * @node: an element
 *
 * Returns: whether it says, in the words of schema.org, that it is the body of an article
 */
gboolean
tl_page_node_is_body (const xmlNode *node)
{
  return tl_html_has_word (node, "itemprop", "articlebody") || tl_html_has_word (node, "property", "articlebody") ||
         tl_html_has_word (node, "property", "content:encoded") || tl_html_has_word (node, "name", "articlebody");
}

/**
 * tl_page_node_is_centred:
 * @node: an element
 *
 * Returns: whether it says that its text is set in the middle
 */
gboolean
tl_page_node_is_centred (const xmlNode *node)
{
  const char *align = tl_html_get (node, "align");
  const char *style = tl_html_get (node, "style");

  return tl_html_is (node, "center") || (align != NULL && g_ascii_strcasecmp (align, "center") == 0) ||
         (style != NULL && strstr (style, "center") != NULL);
}
