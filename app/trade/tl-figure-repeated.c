/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an article says more than once, as in its headline and its story: where the first
 * place tells no time, it is that of the other; where it only leads in to a number, it goes.
 */

#include "tl-figure-repeated.h"

#include <math.h>
#include <string.h>

/* A headline rounds: this much, as a part of the number, it may differ. */
#define ROUNDING 0.02

/* A change of so many per cent is told apart from another. */
#define CHANGE_ROUNDING 0.51

/* Among so many figures behind a lead-in there is the one that it leads in to. */
#define LEAD_REACH 12

/* From so many figures on an article is a table, in which equal numbers are chance. */
#define MAX_FIGURES 200

/* A headline may say no more than how much it changed. */
static gboolean
same_value (const TlFigureData *headline,
            const TlFigureData *story)
{
  if (isnan (headline->value))
    return headline->change_kind == TL_CHANGE_PERCENT && story->change_kind == TL_CHANGE_PERCENT &&
           fabs (headline->change - story->change) < CHANGE_ROUNDING;
  return strcmp (headline->currency, story->currency) == 0 &&
         fabs (headline->value - story->value) <= ROUNDING * MAX (fabs (headline->value), fabs (story->value));
}

static gboolean
repeats (const TlFigureData *a,
         const TlFigureData *b)
{
  return a->flow == b->flow && a->status == b->status && strcmp (a->partners[0], b->partners[0]) == 0 &&
         strcmp (a->partners[1], b->partners[1]) == 0 && same_value (a, b);
}

/* The figure that says when; %NULL where none does, or two contradict each other. */
static const TlFigureData *
find_timed (GPtrArray          *figures,
            const TlFigureData *data)
{
  const TlFigureData *found = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      const TlFigureData *other = tl_figure_get_data (g_ptr_array_index (figures, i));

      if (!tl_date_is_set (other->start) || other->quote.start < data->quote.start || !repeats (data, other))
        continue;
      if (found != NULL && (tl_date_compare (found->start, other->start) != 0 ||
                            tl_date_compare (found->end, other->end) != 0))
        return NULL;
      found = other;
    }
  return found;
}

/*
 * tl_figures_time_repeated:
 * @figures: (element-type TlFigure): the figures of an article
 *
 * Gives those without a period the one that the article tells elsewhere for the same number.
 */
void
tl_figures_time_repeated (GPtrArray *figures)
{
  if (figures->len > MAX_FIGURES)
    return;
  for (guint i = 0; i < figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (figures, i);
      TlFigureData data = *tl_figure_get_data (figure);
      const TlFigureData *timed = tl_date_is_set (data.start) ? NULL : find_timed (figures, &data);

      if (timed == NULL)
        continue;
      data.start = timed->start;
      data.end = timed->end;
      tl_why_carry (&data.why, TL_FIELD_PERIOD, &timed->why, TL_FIELD_PERIOD, data.sentence);
      g_ptr_array_index (figures, i) = tl_figure_new (&data, tl_figure_get_quote (figure),
                                                      tl_figure_get_sentence (figure),
                                                      tl_figure_get_speaker (figure));
      g_object_unref (figure);
    }
}

/* "Exports rose in May", with no size and no amount. */
static gboolean
is_direction_alone (const TlFigureData *data)
{
  return (data->change_kind == TL_CHANGE_UP || data->change_kind == TL_CHANGE_DOWN) &&
         isnan (data->value) && tl_why_find (&data->why, TL_FIELD_AMOUNT) == NULL;
}

/* Whether @size says how far that went which @lead only says went up, or down. */
static gboolean
sizes (const TlFigureData *size,
       const TlFigureData *lead)
{
  gboolean is_sized = size->change_kind == TL_CHANGE_PERCENT;
  gboolean is_up = size->change_kind == TL_CHANGE_UP || (is_sized && size->change > 0);
  gboolean is_down = size->change_kind == TL_CHANGE_DOWN || (is_sized && size->change < 0);

  return size->flow == lead->flow && size->status == lead->status && !is_direction_alone (size) &&
         size->sentence.start != lead->sentence.start &&
         strcmp (size->partners[0], lead->partners[0]) == 0 &&
         strcmp (size->partners[1], lead->partners[1]) == 0 &&
         tl_date_compare (size->start, lead->start) == 0 &&
         tl_date_compare (size->end, lead->end) == 0 &&
         (lead->change_kind == TL_CHANGE_UP ? is_up : is_down);
}

/*
 * tl_figures_drop_leads:
 * @figures: (element-type TlFigure): the figures of an article
 *
 * Takes away the directions that only lead in to their size: "Exports rose in May. … They
 * were 5% up."
 */
void
tl_figures_drop_leads (GPtrArray *figures)
{
  for (guint i = figures->len; i-- > 0;)
    {
      const TlFigureData *lead = tl_figure_get_data (g_ptr_array_index (figures, i));

      if (!is_direction_alone (lead))
        continue;
      for (guint k = i + 1; k < figures->len && k <= i + LEAD_REACH; k++)
        if (sizes (tl_figure_get_data (g_ptr_array_index (figures, k)), lead))
          {
            g_ptr_array_remove_index (figures, i);
            break;
          }
    }
}
