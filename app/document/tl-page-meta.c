/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * <meta> and <link>: the vocabularies in which pages speak to social networks, to search
 * engines, libraries and counters of readers.
 */

#include "tl-page-meta.h"

#include "tl-html-tree.h"

#include <string.h>

/* No name of a vocabulary is longer. */
#define MAX_NAME 64

typedef struct
{
  const char   *name;           /* lower case, its parts apart by full stops */
  TlClueKind    kind;
  TlProvenance  provenance;
  guint         trust;
} Meaning;

#define OG TL_PROVENANCE_OPENGRAPH
#define META TL_PROVENANCE_META

static const Meaning meanings[] = {
  { "analyticsattributes.articledate", TL_CLUE_PUBLISHED, META, 5 },
  { "application.name", TL_CLUE_SITE, META, 2 },
  { "article.author", TL_CLUE_AUTHOR, OG, 5 },
  { "article.author.name", TL_CLUE_AUTHOR, OG, 5 },
  { "article.create.at", TL_CLUE_PUBLISHED, META, 4 },
  { "article.created", TL_CLUE_PUBLISHED, META, 4 },
  { "article.date.original", TL_CLUE_PUBLISHED, META, 5 },
  { "article.datepublished", TL_CLUE_PUBLISHED, META, 5 },
  { "article.modified", TL_CLUE_MODIFIED, OG, 5 },
  { "article.modified.time", TL_CLUE_MODIFIED, OG, 6 },
  { "article.original.date", TL_CLUE_PUBLISHED, META, 5 },
  { "article.post.date", TL_CLUE_PUBLISHED, META, 4 },
  { "article.pubdate", TL_CLUE_PUBLISHED, META, 5 },
  { "article.publicationdate", TL_CLUE_PUBLISHED, META, 5 },
  { "article.published", TL_CLUE_PUBLISHED, OG, 6 },
  { "article.published.date", TL_CLUE_PUBLISHED, OG, 6 },
  { "article.published.time", TL_CLUE_PUBLISHED, OG, 6 },
  { "article.title", TL_CLUE_TITLE, META, 4 },
  { "article.updated", TL_CLUE_MODIFIED, META, 4 },
  { "article.updated.time", TL_CLUE_MODIFIED, META, 4 },
  { "articlepubdate", TL_CLUE_PUBLISHED, META, 5 },
  { "author", TL_CLUE_AUTHOR, META, 4 },
  { "author.name", TL_CLUE_AUTHOR, META, 4 },
  { "authors", TL_CLUE_AUTHOR, META, 4 },
  { "book.release.date", TL_CLUE_PUBLISHED, OG, 2 },
  { "bt.author", TL_CLUE_AUTHOR, META, 4 },
  { "bt.pubdate", TL_CLUE_PUBLISHED, META, 5 },
  { "byl", TL_CLUE_AUTHOR, META, 5 },
  { "byline", TL_CLUE_AUTHOR, META, 5 },
  { "citation.author", TL_CLUE_AUTHOR, META, 6 },
  { "citation.date", TL_CLUE_PUBLISHED, META, 4 },
  { "citation.journal.title", TL_CLUE_SITE, META, 4 },
  { "citation.online.date", TL_CLUE_PUBLISHED, META, 5 },
  { "citation.publication.date", TL_CLUE_PUBLISHED, META, 4 },
  { "citation.publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "citation.title", TL_CLUE_TITLE, META, 5 },
  { "content.language", TL_CLUE_LANGUAGE, META, 2 },
  { "contentcreationdate", TL_CLUE_PUBLISHED, META, 3 },
  { "createdate", TL_CLUE_PUBLISHED, META, 4 },
  { "created", TL_CLUE_PUBLISHED, META, 3 },
  { "creation.date", TL_CLUE_PUBLISHED, META, 3 },
  { "cxenseparse.author", TL_CLUE_AUTHOR, META, 4 },
  { "cxenseparse.mck.publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "cxenseparse.publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "cxenseparse.recs.publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "cxenseparse.title", TL_CLUE_TITLE, META, 3 },
  { "date", TL_CLUE_PUBLISHED, META, 3 },
  { "date.created", TL_CLUE_PUBLISHED, META, 3 },
  { "date.modified", TL_CLUE_MODIFIED, META, 3 },
  { "date.public", TL_CLUE_PUBLISHED, META, 4 },
  { "date.published", TL_CLUE_PUBLISHED, META, 5 },
  { "datecreated", TL_CLUE_PUBLISHED, META, 3 },
  { "datemodified", TL_CLUE_MODIFIED, META, 4 },
  { "dateposted", TL_CLUE_PUBLISHED, META, 4 },
  { "datepublished", TL_CLUE_PUBLISHED, META, 5 },
  { "dc.contributor", TL_CLUE_AUTHOR, META, 1 },
  { "dc.creator", TL_CLUE_AUTHOR, META, 4 },
  { "dc.date", TL_CLUE_PUBLISHED, META, 4 },
  { "dc.date.created", TL_CLUE_PUBLISHED, META, 4 },
  { "dc.date.issued", TL_CLUE_PUBLISHED, META, 5 },
  { "dc.date.modified", TL_CLUE_MODIFIED, META, 3 },
  { "dc.date.publication", TL_CLUE_PUBLISHED, META, 5 },
  { "dc.language", TL_CLUE_LANGUAGE, META, 3 },
  { "dc.publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "dc.title", TL_CLUE_TITLE, META, 3 },
  { "dcsext.author", TL_CLUE_AUTHOR, META, 2 },
  { "dcterms.created", TL_CLUE_PUBLISHED, META, 4 },
  { "dcterms.creator", TL_CLUE_AUTHOR, META, 4 },
  { "dcterms.date", TL_CLUE_PUBLISHED, META, 4 },
  { "dcterms.issued", TL_CLUE_PUBLISHED, META, 5 },
  { "dcterms.language", TL_CLUE_LANGUAGE, META, 3 },
  { "dcterms.modified", TL_CLUE_MODIFIED, META, 3 },
  { "dcterms.publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "dcterms.title", TL_CLUE_TITLE, META, 3 },
  { "displaydate", TL_CLUE_PUBLISHED, META, 4 },
  { "eomportal.lastupdate", TL_CLUE_MODIFIED, META, 3 },
  { "firstpublished", TL_CLUE_PUBLISHED, META, 6 },
  { "hdl", TL_CLUE_TITLE, META, 4 },
  { "headline", TL_CLUE_TITLE, META, 4 },
  { "iso.8601.publish.date", TL_CLUE_PUBLISHED, META, 5 },
  { "language", TL_CLUE_LANGUAGE, META, 2 },
  { "last.modified", TL_CLUE_MODIFIED, META, 3 },
  { "last.updated", TL_CLUE_MODIFIED, META, 3 },
  { "lastmod", TL_CLUE_MODIFIED, META, 3 },
  { "lastmodified", TL_CLUE_MODIFIED, META, 3 },
  { "lastupdated", TL_CLUE_MODIFIED, META, 3 },
  { "mediator.author", TL_CLUE_AUTHOR, META, 4 },
  { "mediator.published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "modified", TL_CLUE_MODIFIED, META, 3 },
  { "news.authors", TL_CLUE_AUTHOR, META, 4 },
  { "news.published", TL_CLUE_PUBLISHED, META, 5 },
  { "og.article.author", TL_CLUE_AUTHOR, OG, 5 },
  { "og.article.modified.time", TL_CLUE_MODIFIED, OG, 5 },
  { "og.article.published.time", TL_CLUE_PUBLISHED, OG, 6 },
  { "og.author", TL_CLUE_AUTHOR, OG, 4 },
  { "og.locale", TL_CLUE_LANGUAGE, OG, 3 },
  { "og.pubdate", TL_CLUE_PUBLISHED, OG, 5 },
  { "og.published.time", TL_CLUE_PUBLISHED, OG, 5 },
  { "og.publish.time", TL_CLUE_PUBLISHED, OG, 5 },
  { "og.regdate", TL_CLUE_PUBLISHED, OG, 4 },
  { "og.release.date", TL_CLUE_PUBLISHED, OG, 4 },
  { "og.site.name", TL_CLUE_SITE, OG, 6 },
  { "og.title", TL_CLUE_TITLE, OG, 6 },
  { "og.updated.time", TL_CLUE_MODIFIED, OG, 4 },
  { "og.url", TL_CLUE_ADDRESS, OG, 5 },
  { "originalpublicationdate", TL_CLUE_PUBLISHED, META, 6 },
  { "page.site", TL_CLUE_SITE, META, 2 },
  { "parsely.author", TL_CLUE_AUTHOR, META, 5 },
  { "parsely.link", TL_CLUE_ADDRESS, META, 2 },
  { "parsely.pub.date", TL_CLUE_PUBLISHED, META, 5 },
  { "parsely.site", TL_CLUE_SITE, META, 3 },
  { "parsely.title", TL_CLUE_TITLE, META, 4 },
  { "pdate", TL_CLUE_PUBLISHED, META, 5 },
  { "post.date", TL_CLUE_PUBLISHED, META, 4 },
  { "prism.publicationdate", TL_CLUE_PUBLISHED, META, 5 },
  { "ptime", TL_CLUE_PUBLISHED, META, 4 },
  { "pub.date", TL_CLUE_PUBLISHED, META, 5 },
  { "pubdate", TL_CLUE_PUBLISHED, META, 5 },
  { "publicationdate", TL_CLUE_PUBLISHED, META, 5 },
  { "publication.date", TL_CLUE_PUBLISHED, META, 5 },
  { "publishdate", TL_CLUE_PUBLISHED, META, 5 },
  { "publish.date", TL_CLUE_PUBLISHED, META, 5 },
  { "published", TL_CLUE_PUBLISHED, META, 4 },
  { "published.at", TL_CLUE_PUBLISHED, META, 5 },
  { "published.date", TL_CLUE_PUBLISHED, META, 5 },
  { "published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "rnews.author", TL_CLUE_AUTHOR, META, 4 },
  { "rnews.datepublished", TL_CLUE_PUBLISHED, META, 5 },
  { "sailthru.author", TL_CLUE_AUTHOR, META, 5 },
  { "sailthru.date", TL_CLUE_PUBLISHED, META, 5 },
  { "sailthru.title", TL_CLUE_TITLE, META, 4 },
  { "shareaholic.article.author.name", TL_CLUE_AUTHOR, META, 4 },
  { "shareaholic.article.published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "shareaholic.site.name", TL_CLUE_SITE, META, 3 },
  { "timestamp", TL_CLUE_PUBLISHED, META, 2 },
  { "title", TL_CLUE_TITLE, META, 3 },
  { "twitter.title", TL_CLUE_TITLE, META, 3 },
  { "vr.author", TL_CLUE_AUTHOR, META, 4 },
  { "vr.published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "weibo.article.create.at", TL_CLUE_PUBLISHED, META, 5 },
  { "weibo.article.update.at", TL_CLUE_MODIFIED, META, 3 },
  { "xb.publishtime", TL_CLUE_PUBLISHED, META, 5 },
};

#undef OG
#undef META

static const Meaning *
find_meaning (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strcmp (name, meanings[i].name) == 0)
      return &meanings[i];
  return NULL;
}

/* The next word of a list of names, "article:published_time" as "article.published.time". */
static const char *
take_name (const char *p,
           char       *name)
{
  gsize n = 0;

  p += strspn (p, " \t\r\n");
  for (; *p != '\0' && strchr (" \t\r\n", *p) == NULL; p++)
    if (n < MAX_NAME - 1)
      name[n++] = strchr (":_-.", *p) != NULL ? '.' : g_ascii_tolower (*p);
  name[n] = '\0';
  return p;
}

/**
 * tl_page_meta_read:
 * @node: a <meta>
 * @clues: where to put what it tells
 *
 * Reads an element of a page's metadata.
 */
void
tl_page_meta_read (const xmlNode *node,
                   TlClues       *clues)
{
  static const char *const attributes[] = { "property", "name", "http-equiv" };
  const char *content = tl_html_get (node, "content");

  if (content == NULL)
    content = tl_html_get (node, "value");
  if (content == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *p = tl_html_get (node, attributes[i]);

      for (guint j = 0; p != NULL && *p != '\0' && j < 8; j++)
        {
          char name[MAX_NAME];
          const Meaning *meaning;

          p = take_name (p, name);
          meaning = find_meaning (name);
          if (meaning != NULL)
            tl_clues_add (clues, meaning->kind, meaning->provenance, meaning->trust, content, NULL);
        }
    }
}

/**
 * tl_page_base_read:
 * @node: a <base>
 * @clues: where to put what it tells
 *
 * Reads what addresses on the page lean on: mostly its own, or that of its folder.
 */
void
tl_page_base_read (const xmlNode *node,
                   TlClues       *clues)
{
  tl_clues_add (clues, TL_CLUE_ADDRESS, TL_PROVENANCE_META, 1, tl_html_get (node, "href"), NULL);
}

/**
 * tl_page_link_read:
 * @node: a <link>
 * @clues: where to put what it tells
 *
 * Reads where the page says that it stands.
 */
void
tl_page_link_read (const xmlNode *node,
                   TlClues       *clues)
{
  if (tl_html_has_word (node, "rel", "canonical"))
    tl_clues_add (clues, TL_CLUE_ADDRESS, TL_PROVENANCE_META, 6, tl_html_get (node, "href"), NULL);
}
