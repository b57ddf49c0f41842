/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order reports stand, however they came. */

#include "tl-report.h"

static int
compare_figures (const TlFigureData *a,
                 const TlFigureData *b)
{
  if (a->quote.start != b->quote.start)
    return a->quote.start < b->quote.start ? -1 : 1;
  if (a->quote.end != b->quote.end)
    return a->quote.end < b->quote.end ? -1 : 1;
  if (a->flow != b->flow)
    return (int) a->flow - (int) b->flow;
  if (!g_str_equal (a->partners[0], b->partners[0]))
    return strcmp (a->partners[0], b->partners[0]);
  if (!g_str_equal (a->partners[1], b->partners[1]))
    return strcmp (a->partners[1], b->partners[1]);
  if (tl_date_compare (a->start, b->start) != 0)
    return tl_date_compare (a->start, b->start);
  return (a->value > b->value) - (a->value < b->value);
}

/**
 * tl_report_compare:
 * @a: a report
 * @b: another
 *
 * Orders reports by what they are, so that it does not matter in which order they come: those
 * of the oldest article first, those of an article without a date last; those of one article
 * as they stand in it.
 *
 * Returns: less than, equal to or greater than 0, as for strcmp()
 */
int
tl_report_compare (TlReport *a,
                   TlReport *b)
{
  TlDate first = tl_report_get_published (a);
  TlDate second = tl_report_get_published (b);

  if (tl_date_is_set (first) != tl_date_is_set (second))
    return tl_date_is_set (first) ? -1 : 1;
  if (tl_date_compare (first, second) != 0)
    return tl_date_compare (first, second);
  if (tl_report_get_article_id (a) != tl_report_get_article_id (b))
    return tl_report_get_article_id (a) < tl_report_get_article_id (b) ? -1 : 1;
  return compare_figures (tl_figure_get_data (tl_report_get_figure (a)),
                          tl_figure_get_data (tl_report_get_figure (b)));
}

/**
 * tl_report_is_same:
 * @a: a report
 * @b: another
 *
 * Returns: whether both are of one figure in one article
 */
gboolean
tl_report_is_same (TlReport *a,
                   TlReport *b)
{
  return tl_report_get_figure (a) == tl_report_get_figure (b) &&
         tl_report_get_article_id (a) == tl_report_get_article_id (b);
}
