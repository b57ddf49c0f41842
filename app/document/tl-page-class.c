/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sites name the parts of their pages for the style sheet: "post-author", "c-byline__name",
 * "ArticleDate".  The words in these names are those of web designers all over the world,
 * mostly English.
 */

#include "tl-page-class.h"

#include "tl-html-tree.h"

#include <string.h>

#define MAX_WORD 16

/* Names longer than this are made by machines. */
#define MAX_NAMES 400

typedef struct
{
  const char *word;
  guint       classes;
} Word;

#define A TL_PAGE_CLASS_AUTHOR
#define N TL_PAGE_CLASS_NO_NAME
#define D TL_PAGE_CLASS_DATE
#define U TL_PAGE_CLASS_UPDATED
#define T TL_PAGE_CLASS_TITLE
#define S TL_PAGE_CLASS_STORY
#define B TL_PAGE_CLASS_BESIDE
#define K TL_PAGE_CLASS_BUILDER
#define L TL_PAGE_CLASS_LOGO
#define F TL_PAGE_CLASS_FOOTER

/* In the order of the alphabet. */
static const Word words[] = {
  { "about", N }, { "also", B }, { "archive", 0 }, { "article", S }, { "aside", B },
  { "assinatura", A }, { "auteur", A }, { "auteurs", A }, { "author", A }, { "authors", A },
  { "autor", A }, { "autore", A }, { "autoren", A }, { "autores", A }, { "autoria", A },
  { "autorzy", A }, { "avatar", N }, { "avtor", A }, { "banner", B }, { "baslik", T },
  { "bio", N }, { "biography", N }, { "bottom", 0 }, { "breadcrumb", B }, { "breadcrumbs", B },
  { "by", A }, { "byline", A }, { "bylines", A }, { "calendar", B }, { "caption", B },
  { "captions", B }, { "card", B }, { "cards", B }, { "carousel", B }, { "columnist", A },
  { "comment", B }, { "commentlist", B }, { "comments", B }, { "contributor", A },
  { "contributors", A }, { "cookie", B }, { "copyright", B }, { "count", N }, { "counter", N },
  { "created", D }, { "creator", A }, { "dat", D }, { "data", D }, { "date", D },
  { "dateline", D }, { "dates", D }, { "datetime", D }, { "datum", D }, { "desc", N },
  { "description", N }, { "disclaimer", B }, { "disqus", B }, { "edited", U }, { "elementor", K },
  { "email", N }, { "entry", S }, { "event", B }, { "events", B }, { "facebook", N },
  { "fecha", D }, { "figcaption", B }, { "firma", A }, { "firmante", A }, { "follow", N },
  { "footer", F }, { "heading", T }, { "headline", T }, { "icon", N }, { "icons", N },
  { "image", N }, { "images", N }, { "img", N }, { "item", S }, { "job", N }, { "journalist", A },
  { "journaliste", A }, { "journalists", A }, { "jurnalis", A }, { "kirjoittaja", A },
  { "lastmod", U }, { "latest", B }, { "login", B }, { "logo", B | N | L }, { "menu", B },
  { "metadate", D }, { "modal", B }, { "modified", U }, { "most", B }, { "muallif", A },
  { "muellif", A }, { "nav", F }, { "navbar", B }, { "navigation", B }, { "newsletter", B },
  { "outbrain", B }, { "penulis", A }, { "photo", N }, { "photos", N }, { "pic", N },
  { "picture", N }, { "popular", B }, { "popup", B }, { "position", N }, { "post", S },
  { "postdate", D }, { "posted", D }, { "posts", N }, { "posttime", D }, { "promo", B },
  { "promoted", B }, { "pubdate", D }, { "publicado", D }, { "publication", D }, { "publish", D },
  { "published", D }, { "pubtime", D }, { "rail", B }, { "readmore", B }, { "recommend", B },
  { "recommendation", B }, { "recommendations", B }, { "recommended", B }, { "redacteur", A },
  { "redaktor", A }, { "related", B }, { "reporter", A }, { "reportero", A }, { "reporters", A },
  { "role", N }, { "search", B }, { "sidebar", B }, { "sign", A }, { "signatur", A },
  { "signature", A }, { "skribent", A }, { "slider", B }, { "social", N }, { "sponsored", B },
  { "story", S }, { "submitted", A }, { "subscribe", B }, { "swiper", B }, { "taboola", B },
  { "tarih", D }, { "teaser", B }, { "teasers", B }, { "ticker", B }, { "time", D },
  { "times", D }, { "timestamp", D }, { "tit", T }, { "titel", T }, { "title", T },
  { "titolo", T }, { "titre", T }, { "titulo", T }, { "trending", B }, { "twitter", N },
  { "update", U }, { "updated", U }, { "username", A }, { "verfasser", A }, { "views", N },
  { "wartawan", A }, { "widget", B }, { "widgets", B }, { "writer", A }, { "writers", A },
  { "yazar", A },
};

#undef A
#undef N
#undef D
#undef U
#undef T
#undef S
#undef B
#undef K
#undef L
#undef F

/* Where the words with each first letter begin. */
typedef struct
{
  guint8 first[27];
} Index;

static const Index *
get_index (void)
{
  static Index index;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      guint letter = 0;

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        while (letter <= (guint) (words[i].word[0] - 'a'))
          index.first[letter++] = (guint8) i;
      while (letter < G_N_ELEMENTS (index.first))
        index.first[letter++] = G_N_ELEMENTS (words);
      g_once_init_leave (&is_ready, 1);
    }
  return &index;
}

static guint
classes_of_word (const char *word)
{
  const Index *index = get_index ();
  guint letter = (guint) (word[0] - 'a');

  G_STATIC_ASSERT (G_N_ELEMENTS (words) < 256);
  for (guint i = index->first[letter]; i < index->first[letter + 1]; i++)
    if (strcmp (words[i].word, word) == 0)
      return words[i].classes;
  return 0;
}

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
      if (n >= 3 && n < MAX_WORD)
        {
          word[n] = '\0';
          of_name |= classes_of_word (word);
        }
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
  switch (attribute[0])
    {
    case 'c':
      return strcmp (attribute, "class") == 0;
    case 'i':
      return strcmp (attribute, "id") == 0;
    case 'd':
      return strcmp (attribute, "data-testid") == 0 || strcmp (attribute, "data-component") == 0 ||
             strcmp (attribute, "data-qa") == 0;
    default:
      return FALSE;
    }
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
