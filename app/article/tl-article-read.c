/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article.h"

#include "tl-article-private.h"
#include "tl-date-line.h"
#include "tl-figure-finder.h"
#include "tl-gazetteer.h"
#include "tl-gloss-reading.h"
#include "tl-home-money.h"
#include "tl-home.h"
#include "tl-publication.h"
#include "tl-recognizer.h"

/* The periods are resolved twice: without a day to count from they tell the day of
 * publication, and only with it what "last year" is. */
static TlDate
find_in_text (TlDocument             *document,
              TlText                 *text,
              gsize                   story,
              const char             *language,
              const char             *home,
              GArray                 *amounts,
              const TlPeriodMentions *mentions)
{
  g_autoptr(GArray) periods = tl_period_mentions_resolve (mentions, TL_DATE_NONE, home);

  return tl_publication_find (text, story, tl_document_get_url (document), language, periods, amounts);
}

/* "en-US": dates in numbers are written in the order of the country that a page speaks for. */
static char *
dup_language_tag (TlDocument *document,
                  const char *home)
{
  const char *language = tl_document_get_language (document);

  return language != NULL && home != NULL ? g_strdup_printf ("%s-%s", language, home) : g_strdup (language);
}

/* What the file's own data say of the day, in numbers or in words. */
static TlDate
find_given (TlDocument   *document,
            const char   *language,
            TlProvenance *provenance)
{
  TlDate given = tl_date_from_string (tl_document_get_published (document));
  TlDate written = TL_DATE_NONE;

  if (given.day == 0)
    written = tl_date_line_read (tl_document_get_date_line (document), language);

  *provenance = tl_document_get_provenance (document, TL_FACT_PUBLISHED);
  if (written.day == 0 && tl_date_is_set (given))
    return given;
  if (tl_date_is_set (written) && *provenance == TL_PROVENANCE_NONE)
    *provenance = TL_PROVENANCE_ELEMENT;
  return written;
}

/* Properties and headers tell of the file or mail that an article is in: it was published
 * then or before. */
static gboolean
is_of_container (TlProvenance provenance)
{
  return provenance == TL_PROVENANCE_PROPERTIES || provenance == TL_PROVENANCE_HEADER;
}

/* Whether the day in the text may be meant by what is given.  Of a month that is given the
 * text may know the day, but it knows of no other month. */
static gboolean
agrees (TlDate       published,
        TlDate       given,
        TlProvenance provenance)
{
  if (given.day != 0 && is_of_container (provenance))
    return published.day != 0 && tl_date_days_between (given, published) <= 1;
  return published.day != 0 && published.year == given.year &&
         (given.month == 0 || published.month == given.month);
}

/* What the article's own data say, else what the text says, else what is known of the file. */
static TlDate
find_published (TlDocument             *document,
                TlText                 *text,
                gsize                   story,
                const char             *home,
                const char             *subject,
                GArray                 *amounts,
                const TlPeriodMentions *mentions,
                TlDate                  fallback,
                TlProvenance           *provenance)
{
  g_autofree char *language = dup_language_tag (document, home);
  TlDate given = find_given (document, language, provenance);
  TlDate published;

  if ((given.day != 0 && !is_of_container (*provenance)) || *provenance == TL_PROVENANCE_PERSON)
    return given;

  published = find_in_text (document, text, story, language, home != NULL ? home : subject, amounts, mentions);
  if (tl_date_is_set (given) && !agrees (published, given, *provenance))
    return given;
  *provenance = published.day != 0 ? TL_PROVENANCE_TEXT : TL_PROVENANCE_INFERRED;
  /* A day that is given is worth more than a year that is inferred. */
  if (published.day != 0 || (tl_date_is_set (published) && fallback.day == 0))
    return published;
  *provenance = tl_date_is_set (fallback) ? TL_PROVENANCE_GIVEN : TL_PROVENANCE_NONE;
  return fallback;
}

static void
take_facts (TlDocument     *document,
            TlArticleParts *parts)
{
  parts->uri = g_strdup (tl_document_get_uri (document));
  parts->part = g_strdup (tl_document_get_part (document));
  parts->text = g_strdup (tl_document_get_text (document));
  parts->story = tl_document_get_story (document);
  parts->title = g_strdup (tl_document_get_title (document));
  parts->publisher = g_strdup (tl_document_get_publisher (document));
  parts->author = g_strdup (tl_document_get_author (document));
  parts->url = g_strdup (tl_document_get_url (document));
  parts->language = g_strdup (tl_document_get_language (document));
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    parts->provenance[fact] = tl_document_get_provenance (document, fact);
}

/* Whether the file that is being read is no longer wanted: the rest is left out then, and nobody
 * is given the article. */
static gboolean
is_given_up (void)
{
  return g_cancellable_is_cancelled (g_cancellable_get_current ());
}

/* What is left out is empty. */
static void
fill_parts (TlArticleParts *parts)
{
  if (parts->amounts == NULL)
    parts->amounts = g_array_new (FALSE, FALSE, sizeof (TlAmount));
  if (parts->dates == NULL)
    parts->dates = g_array_new (FALSE, FALSE, sizeof (TlPeriod));
  if (parts->entities == NULL)
    parts->entities = g_ptr_array_new_with_free_func (g_object_unref);
  if (parts->figures == NULL)
    parts->figures = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The text in the language that the readers know, where it is another one. */
static TlGloss *
make_gloss (TlDocument *document,
            TlText     *text)
{
  TlGlossary *glossary = tl_glossary_get (tl_document_get_language (document));

  return glossary != NULL ? tl_gloss_new (glossary, text) : NULL;
}

static void
bring (TlGloss        *gloss,
       TlArticleParts *parts)
{
  g_autoptr(GPtrArray) entities = parts->entities;
  g_autoptr(GPtrArray) figures = parts->figures;

  tl_gloss_bring_amounts (gloss, parts->amounts);
  tl_gloss_bring_periods (gloss, parts->dates);
  parts->entities = tl_gloss_bring_entities (gloss, parts->text, entities);
  parts->figures = figures != NULL ? tl_gloss_bring_figures (gloss, parts->text, figures, entities) : NULL;
}

static void
read_parts (TlDocument     *document,
            TlDate          published,
            TlArticleParts *parts)
{
  g_autoptr(TlText) source = tl_text_new (tl_document_get_text (document), -1);
  g_autoptr(TlGloss) gloss = make_gloss (document, source);
  TlText *text = gloss != NULL ? tl_gloss_get_text (gloss) : source;
  gsize story = gloss != NULL ? tl_gloss_find_gloss (gloss, tl_document_get_story (document)) :
                tl_document_get_story (document);
  g_autoptr(GArray) places = NULL;
  g_autoptr(TlPeriodMentions) mentions = NULL;
  g_autofree char *home = NULL;
  g_autofree char *subject = NULL;
  TlReading reading;

  if (is_given_up ())
    return;
  places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  home = tl_home_find (document, text, places);
  subject = home == NULL ? tl_home_find_subject (text, places, NULL) : NULL;

  if (is_given_up ())
    return;
  parts->amounts = tl_amounts_find (text);
  tl_home_money_settle (text, places, home, parts->amounts);
  if (is_given_up ())
    return;
  mentions = tl_period_mentions_new (text);
  parts->published = find_published (document, text, story, home, subject, parts->amounts, mentions, published,
                                     &parts->provenance[TL_FACT_PUBLISHED]);
  parts->dates = tl_period_mentions_resolve (mentions, parts->published, home != NULL ? home : subject);
  if (is_given_up ())
    return;
  parts->entities = tl_recognizer_find_among (text, places);

  reading = (TlReading) {
    .text = text,
    .published = parts->published,
    .home = home,
    .amounts = parts->amounts,
    .periods = parts->dates,
    .places = places,
    .entities = parts->entities,
  };
  if (!is_given_up ())
    parts->figures = tl_figures_find (&reading);
  if (gloss != NULL)
    bring (gloss, parts);
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

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  take_facts (document, &parts);
  read_parts (document, published, &parts);
  fill_parts (&parts);
  return tl_article_new (&parts);
}

/* What was found in the text or worked out is looked for again. */
static gboolean
is_found_in_text (TlArticle *self,
                  TlFact     fact)
{
  TlProvenance provenance = tl_article_get_provenance (self, fact);

  return fact == TL_FACT_PUBLISHED &&
         (provenance == TL_PROVENANCE_TEXT || provenance == TL_PROVENANCE_INFERRED);
}

/**
 * tl_article_read_again:
 * @self: an article
 * @corrections: (array fixed-size=6) (element-type utf8): for each #TlFact what a person says
 *   it is, or %NULL where nothing was said; "" says that there is none.  The day of
 *   publication is one that tl_date_from_string() reads.
 *
 * Reads an article again with what a person knows better: another day of publication makes
 * other days of "last year", another publisher another country of "our exports".
 *
 * Returns: (transfer full): the article with its corrections
 */
TlArticle *
tl_article_read_again (TlArticle         *self,
                       const char *const *corrections)
{
  g_autofree char *published = tl_date_to_string (tl_article_get_published (self));
  const char *values[TL_N_FACTS] = {
    [TL_FACT_TITLE] = tl_article_get_title (self),
    [TL_FACT_PUBLISHER] = tl_article_get_publisher (self),
    [TL_FACT_AUTHOR] = tl_article_get_author (self),
    [TL_FACT_URL] = tl_article_get_url (self),
    [TL_FACT_LANGUAGE] = tl_article_get_language (self),
    [TL_FACT_PUBLISHED] = published,
  };
  TlProvenance provenance[TL_N_FACTS];
  g_autoptr(TlDocument) document = NULL;

  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (corrections != NULL, NULL);

  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    {
      provenance[fact] = tl_article_get_provenance (self, fact);
      if (corrections[fact] != NULL)
        {
          values[fact] = corrections[fact];
          provenance[fact] = TL_PROVENANCE_PERSON;
        }
      else if (is_found_in_text (self, fact))
        values[fact] = NULL;
    }
  document = tl_document_new_from_facts (tl_article_get_uri (self), tl_article_get_part (self),
                                         tl_article_get_text (self), tl_article_get_story (self),
                                         values, provenance);
  return tl_article_read (document, TL_DATE_NONE);
}

/*
 * tl_article_reader_read:
 * @news: what tl_documents_load() brings
 * @user_data: a #TlArticleReader
 *
 * Reads it, and passes on the article.
 *
 * Returns: whether to go on
 */
gboolean
tl_article_reader_read (const TlDocumentNews *news,
                        gpointer              user_data)
{
  TlArticleReader *reader = user_data;
  g_autoptr(TlArticle) article = NULL;

  if (news->document != NULL)
    article = tl_article_read (news->document, reader->published);
  if (is_given_up ())
    return FALSE;               /* it may be read by half */
  return reader->func (&(TlArticleNews) { article, news->part, news->failure, news->progress, NULL },
                       reader->user_data);
}

/*
 * tl_article_reader_load:
 * @file: a file
 * @claim: (nullable): what is read otherwise, with a #TlArticleReader
 * @published: as for tl_article_read()
 * @cancellable: (nullable): to give up
 * @func: called for each article in the file, and for each part that could not be read
 * @user_data: for @func
 * @error: return location
 *
 * Returns: whether it was read to its end
 */
gboolean
tl_article_reader_load (GFile          *file,
                        const TlClaim  *claim,
                        TlDate          published,
                        GCancellable   *cancellable,
                        TlArticleFunc   func,
                        gpointer        user_data,
                        GError        **error)
{
  TlArticleReader reader = { published, func, user_data, cancellable };
  gboolean succeeded;

  g_return_val_if_fail (func != NULL, FALSE);

  /* For what takes long in between, too. */
  if (cancellable != NULL)
    g_cancellable_push_current (cancellable);
  succeeded = tl_documents_load_claiming (file, claim, cancellable, tl_article_reader_read, &reader, error);
  if (cancellable != NULL)
    g_cancellable_pop_current (cancellable);
  return succeeded;
}

/**
 * tl_articles_load:
 * @file: a file
 * @published: as for tl_article_read()
 * @cancellable: (nullable): to give up
 * @func: called for each article in the file, and for each part that could not be read
 * @user_data: for @func
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Loads a file and reads what is in it: mostly one article, but an archive, a mailbox or
 * a feed holds many.  Blocks, so it belongs in a thread.
 *
 * Returns: %FALSE when the file is none, or could not be read to its end; what @func was
 *   told until then is good
 */
gboolean
tl_articles_load (GFile          *file,
                  TlDate          published,
                  GCancellable   *cancellable,
                  TlArticleFunc   func,
                  gpointer        user_data,
                  GError        **error)
{
  return tl_article_reader_load (file, NULL, published, cancellable, func, user_data, error);
}

/**
 * tl_article_load:
 * @file: a file
 * @published: as for tl_article_read()
 * @cancellable: (nullable): to give up
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * As tl_articles_load(), for a file that holds a single article: where there are more, the
 * first.
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
