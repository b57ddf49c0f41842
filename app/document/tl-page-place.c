/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The byline and the day stand near the headline; those in menus, lists of other articles
 * and comments are others'.  A part of the page that holds the headline is none of these,
 * whatever it is called.
 */

#include "tl-page-place.h"

#include <string.h>

/* Elements nest no deeper where a name stands. */
#define MAX_DEPTH 60

/* How many characters may stand between the headline and what belongs to it. */
#define MAX_BEFORE 500
#define MAX_BEHIND 1500

/* The most nodes between a headline and the article that it is not a part of. */
#define MAX_TO_ARTICLE 400

struct _TlPagePlace
{
  const TlPageWalk *page;
  GHashTable       *ancestors;  /* the headline, and all that it stands in */
  GHashTable       *is_beside;  /* what was found out of elements: 1 or 2 */
  const xmlNode    *article;    /* the <article> or <main> of the headline */
  guint             position;   /* of the headline */
  gboolean          has_headline;
  gboolean          has_scope;  /* it stands in an article of microdata */
};

static guint
position_of (const TlPageWalk *page,
             guint             line)
{
  if (page->lines->len == 0)
    return 0;
  return g_array_index (page->lines, TlPageLine, MIN (line, page->lines->len - 1)).position;
}

static gboolean
is_article_scope (const xmlNode *node)
{
  const char *type = tl_html_get (node, "itemtype");

  return type != NULL && (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "BlogPosting"));
}

/* A headline that stands outside any <article> is that of the next one. */
static void
take_article (TlPagePlace   *self,
              const xmlNode *headline)
{
  guint n = 0;

  for (const xmlNode *node = headline; node != NULL && n < MAX_TO_ARTICLE; node = tl_html_next (node, NULL), n++)
    if (tl_html_is (node, "article"))
      {
        self->article = node;
        g_hash_table_add (self->ancestors, (gpointer) node);
        return;
      }
}

/**
 * tl_page_place_new:
 * @page: what was found on a page
 * @headline: its headline
 *
 * Returns: (transfer full): what is asked for places on it
 */
TlPagePlace *
tl_page_place_new (const TlPageWalk     *page,
                   const TlPageHeadline *headline)
{
  TlPagePlace *self = g_new0 (TlPagePlace, 1);

  self->page = page;
  self->ancestors = g_hash_table_new (NULL, NULL);
  self->is_beside = g_hash_table_new (NULL, NULL);
  self->has_headline = headline->node != NULL;
  for (const xmlNode *node = headline->node; node != NULL; node = node->parent)
    {
      g_hash_table_add (self->ancestors, (gpointer) node);
      if (self->article == NULL && tl_html_is (node, "article"))
        self->article = node;
      self->has_scope = self->has_scope || is_article_scope (node);
    }
  if (self->has_headline)
    self->position = position_of (page, headline->line);
  if (self->article == NULL && self->has_headline)
    take_article (self, headline->node);
  return self;
}

/**
 * tl_page_place_free:
 * @self: a place
 *
 * Frees it.
 */
void
tl_page_place_free (TlPagePlace *self)
{
  g_hash_table_unref (self->ancestors);
  g_hash_table_unref (self->is_beside);
  g_free (self);
}

/* An <article> that is not the headline's, or inside which a headline has its own, is another. */
static gboolean
is_other_article (TlPagePlace   *self,
                  const xmlNode *node)
{
  return self->has_headline && tl_html_is (node, "article") && !tl_html_has_word (node, "itemprop", "articleBody");
}

static gboolean
is_of_comment (const xmlNode *node)
{
  const char *type = tl_html_get (node, "itemtype");

  return (type != NULL && (strstr (type, "Comment") != NULL || strstr (type, "VideoObject") != NULL ||
                           strstr (type, "ImageObject") != NULL || strstr (type, "Event") != NULL)) ||
         tl_html_has_word (node, "itemprop", "comment");
}

/**
 * tl_page_place_is_beside:
 * @self: a place
 * @node: an element
 *
 * Returns: whether it is in a part of the page that stands beside the article
 */
gboolean
tl_page_place_is_beside (TlPagePlace   *self,
                         const xmlNode *node)
{
  const xmlNode *path[MAX_DEPTH];
  guint depth = 0;
  gboolean is_beside = FALSE;

  for (const xmlNode *p = node; p != NULL && depth < MAX_DEPTH; p = p->parent)
    {
      gpointer known = g_hash_table_lookup (self->is_beside, p);

      if (known != NULL)
        {
          is_beside = GPOINTER_TO_UINT (known) == 2;
          break;
        }
      if (g_hash_table_contains (self->ancestors, p))
        break;
      path[depth++] = p;
      if (tl_page_class_is_beside (p) || is_other_article (self, p) || is_of_comment (p) ||
          (self->has_scope && is_article_scope (p)))
        {
          is_beside = TRUE;
          break;
        }
    }
  for (guint i = 0; i < depth; i++)
    g_hash_table_insert (self->is_beside, (gpointer) path[i], GUINT_TO_POINTER (is_beside ? 2 : 1));
  return is_beside;
}

/**
 * tl_page_place_is_marked_beside:
 * @self: a place
 * @node: an element that says in itself which fact of an article it holds
 * @line: index of its line
 *
 * Returns: as tl_page_place_is_beside(); but between headline and story some kits have such
 *   facts in an <aside>
 */
gboolean
tl_page_place_is_marked_beside (TlPagePlace   *self,
                                const xmlNode *node,
                                guint          line)
{
  guint depth = 0;

  if (!tl_page_place_is_beside (self, node))
    return FALSE;
  if (!tl_page_place_is_near (self, line) || tl_page_place_distance (self, line) <= 0)
    return TRUE;
  for (const xmlNode *p = node; p != NULL && depth < MAX_DEPTH; p = p->parent, depth++)
    {
      if (g_hash_table_contains (self->ancestors, p))
        return FALSE;
      if ((!tl_html_is (p, "aside") && tl_page_class_is_beside (p)) || is_other_article (self, p) ||
          is_of_comment (p) || is_article_scope (p))
        return TRUE;
    }
  return TRUE;
}

/**
 * tl_page_place_distance:
 * @self: a place
 * @line: index of a line
 *
 * Returns: how many characters it stands behind the headline, less than 0 before it
 */
int
tl_page_place_distance (TlPagePlace *self,
                        guint        line)
{
  return (int) position_of (self->page, line) - (int) self->position;
}

/**
 * tl_page_place_is_near:
 * @self: a place
 * @line: index of a line
 *
 * Returns: whether it is where byline and day of the article are wont to stand
 */
gboolean
tl_page_place_is_near (TlPagePlace *self,
                       guint        line)
{
  int distance = tl_page_place_distance (self, line);

  return self->has_headline && distance >= -MAX_BEFORE && distance <= MAX_BEHIND;
}
