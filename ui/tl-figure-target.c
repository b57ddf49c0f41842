/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an action of the window is told which figure it is about. */

#include "tl-figure-target.h"

/**
 * tl_figure_target_new:
 * @article_id: the article that states it; 0 for the one that is selected in the window
 * @figure: a figure
 *
 * Returns: (transfer floating): the parameter of an action on the figure, of the type
 *   %TL_FIGURE_TARGET_TYPE
 */
GVariant *
tl_figure_target_new (gint64    article_id,
                      TlFigure *figure)
{
  TlSpan quote;
  g_autofree char *key = NULL;

  g_return_val_if_fail (TL_IS_FIGURE (figure), NULL);

  quote = tl_figure_get_data (figure)->quote;
  key = tl_figure_dup_key (figure);
  return g_variant_new (TL_FIGURE_TARGET_TYPE, article_id, quote.start, quote.end, key);
}

/**
 * tl_figure_target_get_article_id:
 * @target: from tl_figure_target_new()
 *
 * Returns: the article, 0 for the one that is selected
 */
gint64
tl_figure_target_get_article_id (GVariant *target)
{
  gint64 id;

  g_variant_get_child (target, 0, "x", &id);
  return id;
}

static TlFigure *
find_among (GPtrArray  *figures,
            TlSpan      quote,
            const char *key)
{
  for (guint i = 0; i < figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (figures, i);
      TlSpan place = tl_figure_get_data (figure)->quote;
      g_autofree char *its_key = NULL;

      if (place.start != quote.start || place.end != quote.end)
        continue;
      its_key = tl_figure_dup_key (figure);
      if (g_str_equal (key, its_key))
        return figure;
    }
  return NULL;
}

/**
 * tl_figure_target_find:
 * @target: from tl_figure_target_new()
 * @article: the article as it is now
 *
 * Returns: (transfer none) (nullable): the figure, dismissed or not; %NULL where it is not there
 */
TlFigure *
tl_figure_target_find (GVariant  *target,
                       TlArticle *article)
{
  TlSpan quote;
  const char *key;
  TlFigure *figure;

  g_return_val_if_fail (TL_IS_ARTICLE (article), NULL);

  g_variant_get (target, "(xuu&s)", NULL, &quote.start, &quote.end, &key);
  figure = find_among (tl_article_get_figures (article), quote, key);
  return figure != NULL ? figure : find_among (tl_article_get_dismissed (article), quote, key);
}
