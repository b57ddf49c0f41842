/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article.h"

#include "tl-article-private.h"
#include "tl-figure-finder.h"
#include "tl-gazetteer.h"
#include "tl-home-money.h"
#include "tl-home.h"
#include "tl-publication.h"
#include "tl-recognizer.h"

/* The periods are looked for twice: without a day to count from they tell the day of
 * publication, and only with it what "last year" is. */
static TlDate
find_published (TlDocument *document,
                TlText     *text,
                const char *home,
                GArray     *amounts,
                TlDate      fallback)
{
  g_autoptr(GArray) periods = tl_periods_find_at_home (text, TL_DATE_NONE, home);
  TlDate published = tl_publication_find (text, tl_document_get_story (document), tl_document_get_url (document),
                                          periods, amounts);

  /* A day that is given is worth more than a year that is inferred. */
  return published.day != 0 || (tl_date_is_set (published) && fallback.day == 0) ? published : fallback;
}

/**
 * tl_article_read:
 * @document: a document
 * @published: the day that relative dates count from where the text itself tells no day;
 *   may be not set
 *
 * Reads all that is in a document: when it was published, its dates, amounts, entities
 * and trade figures.  Takes no more than a few milliseconds for an article.
 *
 * Returns: (transfer full): the article
 */
TlArticle *
tl_article_read (TlDocument *document,
                 TlDate      published)
{
  g_auto(TlArticleParts) parts = { NULL };
  g_autoptr(TlText) text = NULL;
  g_autoptr(GArray) places = NULL;
  g_autofree char *home = NULL;
  g_autofree char *subject = NULL;
  TlReading reading;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  text = tl_text_new (tl_document_get_text (document), -1);
  places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  home = tl_home_find (document, text, places);
  subject = home == NULL ? tl_home_find_subject (text, places, NULL) : NULL;

  parts.uri = g_strdup (tl_document_get_uri (document));
  parts.text = g_strdup (tl_document_get_text (document));
  parts.title = g_strdup (tl_document_get_title (document));
  parts.publisher = g_strdup (tl_document_get_publisher (document));
  parts.author = g_strdup (tl_document_get_author (document));
  parts.url = g_strdup (tl_document_get_url (document));
  parts.language = g_strdup (tl_document_get_language (document));
  parts.amounts = tl_amounts_find (text);
  tl_home_money_settle (text, places, home, parts.amounts);
  parts.published = find_published (document, text, home != NULL ? home : subject, parts.amounts, published);
  parts.dates = tl_periods_find_at_home (text, parts.published, home != NULL ? home : subject);
  parts.entities = tl_recognizer_find (text);

  reading = (TlReading) {
    .text = text,
    .published = parts.published,
    .home = home,
    .amounts = parts.amounts,
    .periods = parts.dates,
    .places = places,
    .entities = parts.entities,
  };
  parts.figures = tl_figures_find (&reading);
  return tl_article_new (&parts);
}

/**
 * tl_article_load:
 * @file: a file
 * @published: as for tl_article_read()
 * @cancellable: (nullable): to give up
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Loads a file and reads it.  Blocks, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable): the article, or %NULL when the file is none
 */
TlArticle *
tl_article_load (GFile         *file,
                 TlDate         published,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(TlDocument) document = tl_document_load (file, cancellable, error);

  return document != NULL ? tl_article_read (document, published) : NULL;
}
