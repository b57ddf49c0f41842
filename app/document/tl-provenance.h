/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlFact:
 * @TL_FACT_TITLE: the headline
 * @TL_FACT_PUBLISHER: who published it
 * @TL_FACT_AUTHOR: who wrote it
 * @TL_FACT_URL: where it stands in the web
 * @TL_FACT_LANGUAGE: in which language it is
 * @TL_FACT_PUBLISHED: when it was published
 *
 * What is known of an article besides its text.
 */
typedef enum
{
  TL_FACT_TITLE,
  TL_FACT_PUBLISHER,
  TL_FACT_AUTHOR,
  TL_FACT_URL,
  TL_FACT_LANGUAGE,
  TL_FACT_PUBLISHED,
} TlFact;

#define TL_N_FACTS (TL_FACT_PUBLISHED + 1)

/**
 * TlProvenance:
 * @TL_PROVENANCE_NONE: the fact is not known
 * @TL_PROVENANCE_TEXT: the text itself: its headline, byline, dateline, last lines
 * @TL_PROVENANCE_JSON_LD: data after schema.org in a page
 * @TL_PROVENANCE_OPENGRAPH: what a page tells social networks
 * @TL_PROVENANCE_META: other metadata in a page's head
 * @TL_PROVENANCE_ELEMENT: an element of the page that is there to be seen: `<h1>`, `<time>`
 * @TL_PROVENANCE_HEADER: the header of a mail or of a web server's answer
 * @TL_PROVENANCE_ENTRY: the entry of a feed, or of a list of articles
 * @TL_PROVENANCE_PROPERTIES: the properties of an office document, book or PDF
 * @TL_PROVENANCE_ADDRESS: the article's address in the web
 * @TL_PROVENANCE_DOWNLOAD: what the desktop noted when the file was saved
 * @TL_PROVENANCE_INFERRED: worked out from what the text tells
 * @TL_PROVENANCE_GIVEN: told when it was imported
 * @TL_PROVENANCE_PERSON: a person's correction
 *
 * Where a fact comes from.
 */
typedef enum
{
  TL_PROVENANCE_NONE,
  TL_PROVENANCE_TEXT,
  TL_PROVENANCE_JSON_LD,
  TL_PROVENANCE_OPENGRAPH,
  TL_PROVENANCE_META,
  TL_PROVENANCE_ELEMENT,
  TL_PROVENANCE_HEADER,
  TL_PROVENANCE_ENTRY,
  TL_PROVENANCE_PROPERTIES,
  TL_PROVENANCE_ADDRESS,
  TL_PROVENANCE_DOWNLOAD,
  TL_PROVENANCE_INFERRED,
  TL_PROVENANCE_GIVEN,
  TL_PROVENANCE_PERSON,
} TlProvenance;

const char   *tl_fact_get_name         (TlFact        fact);
const char   *tl_provenance_get_name   (TlProvenance  provenance);
TlProvenance  tl_provenance_from_name  (const char   *name);

G_END_DECLS
