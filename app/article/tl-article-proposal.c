/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person's selection in an article may state. */

#include "tl-article-proposal.h"

#include <glib/gi18n-lib.h>

#include "tl-figure-proposal.h"
#include "tl-gazetteer.h"
#include "tl-gloss-reading.h"
#include "tl-home-money.h"
#include "tl-home.h"
#include "tl-recognizer.h"

/* Its address tells whose task a result is. */
static char proposal_tag;

/* The article without its text's reading: by what is told of it the outlet's country is known. */
static TlDocument *
make_document (TlArticle *self)
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

  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    provenance[fact] = tl_article_get_provenance (self, fact);
  return tl_document_new_from_facts (tl_article_get_uri (self), tl_article_get_part (self),
                                     tl_article_get_text (self), tl_article_get_story (self),
                                     values, provenance);
}

/* In a text that the readers know the words of. */
static TlFigure *
propose (TlArticle *self,
         TlText    *text,
         GPtrArray *entities,
         GPtrArray *figures,
         GPtrArray *dismissed,
         TlSpan     selection)
{
  g_autoptr(TlDocument) document = make_document (self);
  g_autoptr(GArray) places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  g_autofree char *home = tl_home_find (document, text, places);
  g_autofree char *subject = home == NULL ? tl_home_find_subject (text, places, NULL) : NULL;
  g_autoptr(GArray) amounts = tl_amounts_find (text);
  g_autoptr(GArray) periods = tl_periods_find_at_home (text, tl_article_get_published (self),
                                                       home != NULL ? home : subject);
  TlReading reading;

  tl_home_money_settle (text, places, home, amounts);
  reading = (TlReading) {
    .text = text,
    .published = tl_article_get_published (self),
    .home = home,
    .amounts = amounts,
    .periods = periods,
    .places = places,
    .entities = entities,
  };
  return tl_figure_propose (&reading, figures, dismissed, selection);
}

static TlFigure *
propose_by_gloss (TlArticle  *self,
                  TlGlossary *glossary,
                  TlText     *text,
                  TlSpan      selection)
{
  g_autoptr(TlGloss) gloss = tl_gloss_new (glossary, text);
  TlText *words = tl_gloss_get_text (gloss);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (words);
  g_autoptr(GPtrArray) figures = tl_gloss_send_figures (gloss, tl_article_get_figures (self));
  g_autoptr(GPtrArray) dismissed = tl_gloss_send_figures (gloss, tl_article_get_dismissed (self));
  g_autoptr(TlFigure) figure = propose (self, words, entities, figures, dismissed,
                                        tl_gloss_find_span (gloss, selection));

  return figure != NULL ? tl_gloss_bring_figure (gloss, tl_article_get_text (self), figure, entities) : NULL;
}

/**
 * tl_article_propose_figure:
 * @self: an article
 * @selection: some words of its text, in bytes
 *
 * Reads the figure that these words may state, see tl_figure_propose().  Takes a few milliseconds
 * for an article, and as many more as it is longer.
 *
 * Returns: (transfer full) (nullable): what to offer to the person; %NULL where no words
 *   are selected
 */
TlFigure *
tl_article_propose_figure (TlArticle *self,
                           TlSpan     selection)
{
  g_autoptr(TlText) text = NULL;
  TlGlossary *glossary;

  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  text = tl_text_new (tl_article_get_text (self), -1);
  glossary = tl_glossary_get (tl_article_get_language (self));
  if (glossary != NULL && !tl_span_is_empty (selection))
    return propose_by_gloss (self, glossary, text, selection);
  return propose (self, text, tl_article_get_entities (self), tl_article_get_figures (self),
                  tl_article_get_dismissed (self), selection);
}

static void
propose_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  TlFigure *figure;

  if (g_cancellable_is_cancelled (cancellable))
    return;                     /* the task knows what to tell */
  figure = tl_article_propose_figure (source_object, *(TlSpan *) task_data);
  if (figure != NULL)
    g_task_return_pointer (task, figure, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                             _("Select the words that state the figure"));
}

/**
 * tl_article_propose_figure_async:
 * @self: an article
 * @selection: some words of its text, in bytes
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As tl_article_propose_figure(), in a thread: some texts are books.
 */
void
tl_article_propose_figure_async (TlArticle           *self,
                                 TlSpan               selection,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (TL_IS_ARTICLE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, &proposal_tag);
  g_task_set_task_data (task, g_memdup2 (&selection, sizeof selection), g_free);
  g_task_run_in_thread (task, propose_thread);
}

/**
 * tl_article_propose_figure_finish:
 * @self: the article
 * @result: what the callback got
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the figure; %NULL where no words are selected
 */
TlFigure *
tl_article_propose_figure_finish (TlArticle     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &proposal_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_article_has_figure:
 * @self: an article
 * @figure: a figure
 *
 * Returns: whether the article has the same figure in the same place: there is nothing to add then
 */
gboolean
tl_article_has_figure (TlArticle *self,
                       TlFigure  *figure)
{
  g_autofree char *key = NULL;
  TlSpan quote;

  g_return_val_if_fail (TL_IS_ARTICLE (self), FALSE);
  g_return_val_if_fail (TL_IS_FIGURE (figure), FALSE);

  key = tl_figure_dup_key (figure);
  quote = tl_figure_get_data (figure)->quote;
  for (guint i = 0; i < tl_article_get_figures (self)->len; i++)
    {
      TlFigure *other = g_ptr_array_index (tl_article_get_figures (self), i);
      TlSpan span = tl_figure_get_data (other)->quote;
      g_autofree char *other_key = tl_figure_dup_key (other);

      if (span.start == quote.start && span.end == quote.end && g_str_equal (key, other_key))
        return TRUE;
    }
  return FALSE;
}
