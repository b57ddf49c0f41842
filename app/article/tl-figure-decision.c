/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a person said of the figures of a text, laid over what was read from it.  A decision
 * knows what it is on by the place and the contents of the figure that was read, and holds the
 * whole figure as it is from then on: so it holds in readings that find another figure there,
 * and in those that find none.
 */

#include "tl-figure-decision.h"

#include <string.h>

#include "tl-figure-laying.h"

/**
 * tl_figure_decision_free:
 * @self: (transfer full): a decision
 */
void
tl_figure_decision_free (TlFigureDecision *self)
{
  g_free (self->key);
  g_clear_object (&self->figure);
  g_free (self);
}

static TlFigureDecision *
make (TlVerdict   verdict,
      TlSpan      span,
      const char *key,
      TlFigure   *figure)
{
  TlFigureDecision *self = g_new0 (TlFigureDecision, 1);

  self->verdict = verdict;
  self->span = span;
  self->key = g_strdup (key);
  self->figure = g_object_ref (figure);
  return self;
}

/**
 * tl_figure_decision_new:
 * @article: an article as it was read
 * @decisions: (element-type TlFigureDecision): what was said of its figures, in the order in
 *   which it was said
 * @on: (nullable): one of its figures as they are known now, dismissed or not; %NULL to add one
 * @verdict: what is said of it
 * @figure: (nullable): what it is from now on, with %TL_VERDICT_EDIT and %TL_VERDICT_ADD
 *
 * Returns: (transfer full) (nullable): a decision to be put behind the others; %NULL where the
 *   article has no such figure
 */
TlFigureDecision *
tl_figure_decision_new (TlArticle  *article,
                        GPtrArray  *decisions,
                        TlFigure   *on,
                        TlVerdict   verdict,
                        TlFigure   *figure)
{
  g_autofree char *key = NULL;
  g_autoptr(GArray) laid = NULL;

  g_return_val_if_fail (TL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (TL_IS_FIGURE (on != NULL ? on : figure), NULL);

  key = tl_figure_dup_key (on != NULL ? on : figure);
  if (on == NULL)
    return make (verdict, tl_figure_get_data (figure)->quote, key, figure);
  laid = tl_figure_laying_new (decisions, article);
  for (guint i = 0; i < laid->len; i++)
    {
      const TlLaidFigure *known = &g_array_index (laid, TlLaidFigure, i);
      TlSpan quote = tl_figure_get_data (known->figure)->quote;
      g_autofree char *known_key = NULL;

      if (quote.start != tl_figure_get_data (on)->quote.start ||
          quote.end != tl_figure_get_data (on)->quote.end)
        continue;
      known_key = tl_figure_dup_key (known->figure);
      if (g_str_equal (key, known_key))
        return make (verdict, known->span, known->key, figure != NULL ? figure : known->figure);
    }
  return NULL;
}

/**
 * tl_figure_decisions_lay:
 * @decisions: (element-type TlFigureDecision): what was said of its figures, in the order in
 *   which it was said
 * @article: an article as it was read
 *
 * Returns: (transfer full): the article with its figures as a person knows them
 */
TlArticle *
tl_figure_decisions_lay (GPtrArray *decisions,
                         TlArticle *article)
{
  g_autoptr(GPtrArray) figures = NULL, dismissed = NULL;
  g_autoptr(GArray) laid = NULL;

  g_return_val_if_fail (decisions != NULL, NULL);
  g_return_val_if_fail (TL_IS_ARTICLE (article), NULL);

  if (decisions->len == 0)
    return g_object_ref (article);
  figures = g_ptr_array_new_with_free_func (g_object_unref);
  dismissed = g_ptr_array_new_with_free_func (g_object_unref);
  laid = tl_figure_laying_new (decisions, article);
  for (guint i = 0; i < laid->len; i++)
    {
      const TlLaidFigure *known = &g_array_index (laid, TlLaidFigure, i);

      g_ptr_array_add (known->is_dismissed ? dismissed : figures, g_object_ref (known->figure));
    }
  return tl_article_new_with_figures (article, figures, dismissed);
}
