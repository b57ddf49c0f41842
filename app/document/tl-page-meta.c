/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * <meta> and <link>: the vocabularies in which pages speak to social networks, to search
 * engines, libraries and counters of readers.
 */

#include "tl-page-meta.h"

#include "tl-document-words.h"
#include "tl-html-tree.h"

#include <string.h>

/* No name of a vocabulary is longer. */
#define MAX_NAME 64

/* A label stands no more nodes before its value. */
#define MAX_TO_LABEL 6

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
  { "article.author.names", TL_CLUE_AUTHOR, META, 4 },
  { "article.authorname", TL_CLUE_AUTHOR, META, 4 },
  { "article.authors", TL_CLUE_AUTHOR, META, 4 },
  { "article.byline", TL_CLUE_AUTHOR, META, 4 },
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
  { "article.reporter", TL_CLUE_AUTHOR, META, 4 },
  { "article.title", TL_CLUE_TITLE, META, 4 },
  { "article.updated", TL_CLUE_MODIFIED, META, 4 },
  { "article.updated.time", TL_CLUE_MODIFIED, META, 4 },
  { "article.writer", TL_CLUE_AUTHOR, META, 4 },
  { "articleauthor", TL_CLUE_AUTHOR, META, 4 },
  { "articlepubdate", TL_CLUE_PUBLISHED, META, 5 },
  { "author", TL_CLUE_AUTHOR, META, 4 },
  { "author.name", TL_CLUE_AUTHOR, META, 4 },
  { "authors", TL_CLUE_AUTHOR, META, 4 },
  { "bepress.citation.author", TL_CLUE_AUTHOR, META, 4 },
  { "book.release.date", TL_CLUE_PUBLISHED, OG, 2 },
  { "bt.author", TL_CLUE_AUTHOR, META, 4 },
  { "bt.pubdate", TL_CLUE_PUBLISHED, META, 5 },
  { "byl", TL_CLUE_AUTHOR, META, 5 },
  { "byline", TL_CLUE_AUTHOR, META, 5 },
  { "citation.author", TL_CLUE_AUTHOR, META, 6 },
  { "citation.authors", TL_CLUE_AUTHOR, META, 4 },
  { "citation.date", TL_CLUE_PUBLISHED, META, 4 },
  { "citation.journal.title", TL_CLUE_SITE, META, 4 },
  { "citation.online.date", TL_CLUE_PUBLISHED, META, 5 },
  { "citation.publication.date", TL_CLUE_PUBLISHED, META, 4 },
  { "citation.publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "citation.title", TL_CLUE_TITLE, META, 5 },
  { "content.author", TL_CLUE_AUTHOR, META, 4 },
  { "content.authors", TL_CLUE_AUTHOR, META, 4 },
  { "content.language", TL_CLUE_LANGUAGE, META, 2 },
  { "content.published", TL_CLUE_PUBLISHED, META, 5 },
  { "content.publisheddate", TL_CLUE_PUBLISHED, META, 5 },
  { "contentcreationdate", TL_CLUE_PUBLISHED, META, 3 },
  { "cre.author", TL_CLUE_AUTHOR, META, 4 },
  { "created", TL_CLUE_PUBLISHED, META, 3 },
  { "createdate", TL_CLUE_PUBLISHED, META, 4 },
  { "creation.date", TL_CLUE_PUBLISHED, META, 3 },
  { "creator", TL_CLUE_AUTHOR, META, 4 },
  { "cxenseparse.author", TL_CLUE_AUTHOR, META, 4 },
  { "cxenseparse.com.author", TL_CLUE_AUTHOR, META, 4 },
  { "cxenseparse.mck.publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "cxenseparse.publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "cxenseparse.recs.author", TL_CLUE_AUTHOR, META, 4 },
  { "cxenseparse.recs.publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "cxenseparse.title", TL_CLUE_TITLE, META, 3 },
  { "dable.author", TL_CLUE_AUTHOR, META, 4 },
  { "dable.published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "date", TL_CLUE_PUBLISHED, META, 3 },
  { "date.created", TL_CLUE_PUBLISHED, META, 3 },
  { "date.modified", TL_CLUE_MODIFIED, META, 3 },
  { "date.public", TL_CLUE_PUBLISHED, META, 4 },
  { "date.published", TL_CLUE_PUBLISHED, META, 5 },
  { "datecreated", TL_CLUE_PUBLISHED, META, 3 },
  { "datemodified", TL_CLUE_MODIFIED, META, 4 },
  { "dateposted", TL_CLUE_PUBLISHED, META, 4 },
  { "datepublished", TL_CLUE_PUBLISHED, META, 5 },
  { "dc.author", TL_CLUE_AUTHOR, META, 4 },
  { "dc.contributor", TL_CLUE_AUTHOR, META, 1 },
  { "dc.creator", TL_CLUE_AUTHOR, META, 4 },
  { "dc.creator.personalname", TL_CLUE_AUTHOR, META, 4 },
  { "dc.date", TL_CLUE_PUBLISHED, META, 4 },
  { "dc.date.created", TL_CLUE_PUBLISHED, META, 4 },
  { "dc.date.issued", TL_CLUE_PUBLISHED, META, 5 },
  { "dc.date.modified", TL_CLUE_MODIFIED, META, 3 },
  { "dc.date.publication", TL_CLUE_PUBLISHED, META, 5 },
  { "dc.language", TL_CLUE_LANGUAGE, META, 3 },
  { "dc.publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "dc.title", TL_CLUE_TITLE, META, 3 },
  { "dcsext.author", TL_CLUE_AUTHOR, META, 2 },
  { "dcterms.author", TL_CLUE_AUTHOR, META, 4 },
  { "dcterms.created", TL_CLUE_PUBLISHED, META, 4 },
  { "dcterms.creator", TL_CLUE_AUTHOR, META, 4 },
  { "dcterms.date", TL_CLUE_PUBLISHED, META, 4 },
  { "dcterms.issued", TL_CLUE_PUBLISHED, META, 5 },
  { "dcterms.language", TL_CLUE_LANGUAGE, META, 3 },
  { "dcterms.modified", TL_CLUE_MODIFIED, META, 3 },
  { "dcterms.publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "dcterms.title", TL_CLUE_TITLE, META, 3 },
  { "dd.author", TL_CLUE_AUTHOR, META, 4 },
  { "displaydate", TL_CLUE_PUBLISHED, META, 4 },
  { "dtk.author", TL_CLUE_AUTHOR, META, 4 },
  { "dtk.publishdate", TL_CLUE_PUBLISHED, META, 5 },
  { "eomportal.lastupdate", TL_CLUE_MODIFIED, META, 3 },
  { "eprints.creators.name", TL_CLUE_AUTHOR, META, 4 },
  { "firstpublished", TL_CLUE_PUBLISHED, META, 6 },
  { "hdl", TL_CLUE_TITLE, META, 4 },
  { "headline", TL_CLUE_TITLE, META, 4 },
  { "iomm.author", TL_CLUE_AUTHOR, META, 4 },
  { "iso.8601.publish.date", TL_CLUE_PUBLISHED, META, 5 },
  { "journalist", TL_CLUE_AUTHOR, META, 4 },
  { "language", TL_CLUE_LANGUAGE, META, 2 },
  { "last.modified", TL_CLUE_MODIFIED, META, 3 },
  { "last.updated", TL_CLUE_MODIFIED, META, 3 },
  { "lastmod", TL_CLUE_MODIFIED, META, 3 },
  { "lastmodified", TL_CLUE_MODIFIED, META, 3 },
  { "lastupdated", TL_CLUE_MODIFIED, META, 3 },
  { "mediator.author", TL_CLUE_AUTHOR, META, 4 },
  { "mediator.published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "modified", TL_CLUE_MODIFIED, META, 3 },
  { "news.author", TL_CLUE_AUTHOR, META, 4 },
  { "news.authors", TL_CLUE_AUTHOR, META, 4 },
  { "news.publishdate", TL_CLUE_PUBLISHED, META, 5 },
  { "news.published", TL_CLUE_PUBLISHED, META, 5 },
  { "ob.author", TL_CLUE_AUTHOR, META, 4 },
  { "og.article.author", TL_CLUE_AUTHOR, OG, 5 },
  { "og.article.modified.time", TL_CLUE_MODIFIED, OG, 5 },
  { "og.article.published.time", TL_CLUE_PUBLISHED, OG, 6 },
  { "og.author", TL_CLUE_AUTHOR, OG, 4 },
  { "og.locale", TL_CLUE_LANGUAGE, OG, 3 },
  { "og.pubdate", TL_CLUE_PUBLISHED, OG, 5 },
  { "og.publish.time", TL_CLUE_PUBLISHED, OG, 5 },
  { "og.published.time", TL_CLUE_PUBLISHED, OG, 5 },
  { "og.regdate", TL_CLUE_PUBLISHED, OG, 4 },
  { "og.release.date", TL_CLUE_PUBLISHED, OG, 4 },
  { "og.site.name", TL_CLUE_SITE, OG, 6 },
  { "og.title", TL_CLUE_TITLE, OG, 6 },
  { "og.updated.time", TL_CLUE_MODIFIED, OG, 4 },
  { "og.url", TL_CLUE_ADDRESS, OG, 5 },
  { "originalpublicationdate", TL_CLUE_PUBLISHED, META, 6 },
  { "page.author", TL_CLUE_AUTHOR, META, 4 },
  { "page.site", TL_CLUE_SITE, META, 2 },
  { "pageauthor", TL_CLUE_AUTHOR, META, 4 },
  { "parsely.author", TL_CLUE_AUTHOR, META, 5 },
  { "parsely.link", TL_CLUE_ADDRESS, META, 2 },
  { "parsely.pub.date", TL_CLUE_PUBLISHED, META, 5 },
  { "parsely.site", TL_CLUE_SITE, META, 3 },
  { "parsely.title", TL_CLUE_TITLE, META, 4 },
  { "pdate", TL_CLUE_PUBLISHED, META, 5 },
  { "post.author", TL_CLUE_AUTHOR, META, 4 },
  { "post.date", TL_CLUE_PUBLISHED, META, 4 },
  { "prism.creator", TL_CLUE_AUTHOR, META, 4 },
  { "prism.publicationdate", TL_CLUE_PUBLISHED, META, 5 },
  { "ptime", TL_CLUE_PUBLISHED, META, 4 },
  { "pub.date", TL_CLUE_PUBLISHED, META, 5 },
  { "pubdate", TL_CLUE_PUBLISHED, META, 5 },
  { "publication.date", TL_CLUE_PUBLISHED, META, 5 },
  { "publicationdate", TL_CLUE_PUBLISHED, META, 5 },
  { "publish.date", TL_CLUE_PUBLISHED, META, 5 },
  { "publishdate", TL_CLUE_PUBLISHED, META, 5 },
  { "published", TL_CLUE_PUBLISHED, META, 4 },
  { "published.at", TL_CLUE_PUBLISHED, META, 5 },
  { "published.date", TL_CLUE_PUBLISHED, META, 5 },
  { "published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "publisher", TL_CLUE_PUBLISHER, META, 3 },
  { "publishtime", TL_CLUE_PUBLISHED, META, 5 },
  { "rbauthors", TL_CLUE_AUTHOR, META, 4 },
  { "reporter", TL_CLUE_AUTHOR, META, 4 },
  { "rnews.author", TL_CLUE_AUTHOR, META, 4 },
  { "rnews.datepublished", TL_CLUE_PUBLISHED, META, 5 },
  { "sailthru.author", TL_CLUE_AUTHOR, META, 5 },
  { "sailthru.authors", TL_CLUE_AUTHOR, META, 4 },
  { "sailthru.date", TL_CLUE_PUBLISHED, META, 5 },
  { "sailthru.publishdate", TL_CLUE_PUBLISHED, META, 5 },
  { "sailthru.title", TL_CLUE_TITLE, META, 4 },
  { "schema.author", TL_CLUE_AUTHOR, META, 4 },
  { "shareaholic.article.author.name", TL_CLUE_AUTHOR, META, 4 },
  { "shareaholic.article.published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "shareaholic.site.name", TL_CLUE_SITE, META, 3 },
  { "smartocto.author", TL_CLUE_AUTHOR, META, 4 },
  { "st.author", TL_CLUE_AUTHOR, META, 4 },
  { "story.author", TL_CLUE_AUTHOR, META, 4 },
  { "story.published", TL_CLUE_PUBLISHED, META, 5 },
  { "swiftype.author", TL_CLUE_AUTHOR, META, 4 },
  { "timestamp", TL_CLUE_PUBLISHED, META, 2 },
  { "title", TL_CLUE_TITLE, META, 3 },
  { "twitter.title", TL_CLUE_TITLE, META, 3 },
  { "vr.author", TL_CLUE_AUTHOR, META, 4 },
  { "vr.published.time", TL_CLUE_PUBLISHED, META, 5 },
  { "weibo.article.create.at", TL_CLUE_PUBLISHED, META, 5 },
  { "weibo.article.update.at", TL_CLUE_MODIFIED, META, 3 },
  { "wp.author", TL_CLUE_AUTHOR, META, 4 },
  { "writer", TL_CLUE_AUTHOR, META, 4 },
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

/* "Berg, Anna", as libraries have it: the family name, and what stands before it. */
static char *
turn_name (const char *name)
{
  const char *comma = strchr (name, ',');
  const char *given = comma != NULL ? comma + 1 + strspn (comma + 1, " ") : NULL;
  gsize n_family = comma != NULL ? (gsize) (comma - name) : 0;

  if (given == NULL || *given == '\0' || strchr (given, ',') != NULL || n_family == 0 ||
      strcspn (name, " ") < n_family)
    return NULL;
  return g_strdup_printf ("%s %.*s", given, (int) n_family, name);
}

/* The label before the value of a pair, "twitter:label1" and "twitter:data1". */
static const char *
find_label (const xmlNode *node,
            const char    *number)
{
  g_autofree char *name = g_strconcat ("twitter:label", number, NULL);
  const xmlNode *p = node;

  for (guint i = 0; p != NULL && i < MAX_TO_LABEL; p = p->prev, i++)
    if (tl_html_is (p, "meta") &&
        (tl_html_has_word (p, "name", name) || tl_html_has_word (p, "property", name)))
      return tl_html_get (p, "content");
  return NULL;
}

/* "Written by", and who did. */
static void
read_labelled (const xmlNode *node,
               const char    *number,
               const char    *content,
               TlClues       *clues)
{
  const char *label = find_label (node, number);
  const char *end = label != NULL ? tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, label) : NULL;

  if (end != NULL && end[strspn (end, ": ")] == '\0')
    tl_clues_add (clues, TL_CLUE_AUTHOR, TL_PROVENANCE_META, 4, content, NULL);
}

static void
tell (const xmlNode *node,
      const char    *name,
      const char    *content,
      TlClues       *clues)
{
  const Meaning *meaning = find_meaning (name);
  g_autofree char *turned = NULL;

  if (g_str_has_prefix (name, "twitter.data"))
    read_labelled (node, name + strlen ("twitter.data"), content, clues);
  if (meaning == NULL)
    return;
  if (meaning->kind == TL_CLUE_AUTHOR && (strstr (name, "citation") != NULL || g_str_has_prefix (name, "dc")))
    turned = turn_name (content);
  tl_clues_add (clues, meaning->kind, meaning->provenance, meaning->trust, turned != NULL ? turned : content, NULL);
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

          p = take_name (p, name);
          tell (node, name, content, clues);
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
