/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sites name the parts of their pages for the style sheet: "post-author", "c-byline__name",
 * "ArticleDate".  The words in these names are those of web designers all over the world,
 * mostly English; see resources/lexicon/page.ini.
 */

#include "tl-page-class.h"

#include "tl-html-tree.h"
#include "tl-page-words.h"

#include <string.h>

/* No word that says anything has more letters. */
#define MAX_WORD 20

/* Names longer than this are made by machines. */
#define MAX_NAMES 400

/* So many folders of an address are looked at. */
#define MAX_SEGMENTS 6

/* "author-icon" is no name, "icon-list-text author" may well be. */
static guint
end_name (guint *of_name)
{
  guint classes = *of_name;

  *of_name = 0;
  return (classes & TL_PAGE_CLASS_AUTHOR) != 0 ? classes : classes & ~(guint) TL_PAGE_CLASS_NO_NAME;
}

/**
 * tl_page_class_of_names:
 * @names: the value of an attribute that names an element
 *
 * Returns: what they say of it; the words of "post-author", "postAuthor" and "post_author"
 *   are the same
 */
TlPageClass
tl_page_class_of_names (const char *names)
{
  guint classes = 0, of_name = 0;
  const char *p = names;

  while (*p != '\0' && p - names < MAX_NAMES)
    {
      char word[MAX_WORD];
      gsize n = 0;

      for (; *p != '\0' && !g_ascii_isalpha (*p); p++)
        if (*p == ' ')
          classes |= end_name (&of_name);
      for (const char *start = p; g_ascii_isalpha (*p); p++)
        {
          if (p > start && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
            break;
          if (n < MAX_WORD - 1)
            word[n] = g_ascii_tolower (*p);
          n++;
        }
      if (n >= 2 && n < MAX_WORD)
        of_name |= tl_page_class_of_word (word, n);
    }
  return (TlPageClass) (classes | end_name (&of_name));
}

/**
 * tl_page_class_is_name:
 * @attribute: an attribute
 *
 * Returns: whether its value names the element, for style sheets, scripts and tests
 */
gboolean
tl_page_class_is_name (const char *attribute)
{
  static const char *const names[] = {
    "testid", "test-id", "test", "component", "component-name", "qa", "name", "role", "type", "module", "element",
    "field", "block", "section", "item",
  };

  if (g_str_equal (attribute, "class") || g_str_equal (attribute, "id"))
    return TRUE;
  if (strncmp (attribute, "data-", 5) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (attribute + 5, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_page_class_tells_author:
 * @property: the value of an attribute by which machines know what an element holds
 *
 * Returns: whether it is who wrote something: "author", "schema:author", "sioc:has_creator"
 */
gboolean
tl_page_class_tells_author (const char *property)
{
  static const char *const prefixes[] = { "schema", "s", "dc", "dct", "dcterms", "sioc" };
  static const char *const names[] = { "author", "creator", "has_creator" };

  for (const char *p = property; *p != '\0'; p += strspn (p, " \t\r\n"))
    {
      gsize length = strcspn (p, " \t\r\n"), n = strcspn (p, ": \t\r\n");
      gboolean is_known = n == length;

      for (guint i = 0; i < G_N_ELEMENTS (prefixes) && !is_known; i++)
        is_known = strlen (prefixes[i]) == n && g_ascii_strncasecmp (p, prefixes[i], n) == 0;
      n = n == length ? 0 : n + 1;
      for (guint i = 0; i < G_N_ELEMENTS (names) && is_known; i++)
        if (strlen (names[i]) == length - n && g_ascii_strncasecmp (p + n, names[i], length - n) == 0)
          return TRUE;
      p += length;
    }
  return FALSE;
}

/* The part of an address behind the host. */
static const char *
find_path (const char *address)
{
  const char *host = strstr (address, "//");

  return strchr (host != NULL && host - address <= 6 ? host + 2 : address, '/');
}

/* Whether a folder is one of people who write. */
static gboolean
is_folder_of_author (const char *folder,
                     gboolean    is_first)
{
  gsize n = strspn (folder, "abcdefghijklmnopqrstuvwxyz");
  const char *end = folder + n;

  return n >= 2 && n < MAX_WORD && *end == '/' && end[1] != '\0' && end[1] != '?' && end[1] != '#' &&
         (tl_page_class_of_word (folder, n) &
          (guint) (is_first ? TL_PAGE_CLASS_AUTHOR : TL_PAGE_CLASS_AUTHOR | TL_PAGE_CLASS_PROFILE)) != 0;
}

/**
 * tl_page_class_leads_to_author:
 * @address: where a link leads
 *
 * Returns: whether that is the page of somebody who writes: "/authors/anna-berg", "yazar/anna-berg"
 */
gboolean
tl_page_class_leads_to_author (const char *address)
{
  const char *p = find_path (address);

  /* "muhabir/anna-berg", beside the page */
  if (is_folder_of_author (address, TRUE))
    return TRUE;
  for (guint i = 0; p != NULL && i < MAX_SEGMENTS; i++)
    {
      if (is_folder_of_author (p + 1, FALSE))
        return TRUE;
      p = strchr (p + 1, '/');
    }
  return FALSE;
}

/**
 * tl_page_class_of:
 * @node: an element
 *
 * Returns: what its names say of it
 */
TlPageClass
tl_page_class_of (const xmlNode *node)
{
  guint classes = 0;

  for (const xmlAttr *p = node->type == XML_ELEMENT_NODE ? node->properties : NULL; p != NULL; p = p->next)
    if (p->children != NULL && p->children->content != NULL && tl_page_class_is_name ((const char *) p->name))
      classes |= tl_page_class_of_names ((const char *) p->children->content);
  return (TlPageClass) classes;
}

/**
 * tl_page_class_is_beside:
 * @node: an element
 *
 * Returns: whether it is a part of the page that stands beside the article
 */
gboolean
tl_page_class_is_beside (const xmlNode *node)
{
  static const char *const names[] = { "nav", "aside", "figcaption", "menu", "dialog", "button", "form" };
  TlPageClass classes;

  if (node->type != XML_ELEMENT_NODE || tl_html_is (node, "body") || tl_html_is (node, "html"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (tl_html_is (node, names[i]))
      /* Old servers put the whole page into a form. */
      return !g_str_equal (names[i], "form") || !tl_html_is (node->parent, "body");
  classes = tl_page_class_of (node);
  if (tl_html_is (node, "footer"))
    return (classes & TL_PAGE_CLASS_STORY) == 0 && !tl_html_is (node->parent, "article");
  /* Below a story its own data may stand: "post-footer". */
  if ((classes & TL_PAGE_CLASS_FOOTER) != 0 && (classes & TL_PAGE_CLASS_STORY) == 0)
    return TRUE;
  if ((classes & TL_PAGE_CLASS_BESIDE) == 0 || (classes & TL_PAGE_CLASS_BUILDER) != 0)
    return FALSE;
  /* "article-card__author", "entry-footer" are named for what they are in, too. */
  return (classes & (TL_PAGE_CLASS_AUTHOR | TL_PAGE_CLASS_DATE)) == 0;
}
