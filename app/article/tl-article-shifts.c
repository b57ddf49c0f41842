/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has another period after an article was read again with another day: "last year" is
 * another year then. */

#include "tl-article-shifts.h"

#include <string.h>

#include "tl-labels.h"

/* Several things may be read from the same words: the first of them before is the first after. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 nth;
} Place;

static guint
place_hash (gconstpointer data)
{
  const Place *place = data;

  return (place->start * 31 + place->end) * 31 + place->nth;
}

static gboolean
place_equal (gconstpointer a,
             gconstpointer b)
{
  return memcmp (a, b, sizeof (Place)) == 0;
}

/* The place of the next thing that was read from these words. */
static Place
count (GHashTable *counts,
       TlSpan      span)
{
  Place place = { span.start, span.end, 0 };
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &place));

  g_hash_table_insert (counts, g_memdup2 (&place, sizeof place), GUINT_TO_POINTER (n + 1));
  place.nth = n;
  return place;
}

static void
put_down (GHashTable *places,
          GHashTable *counts,
          TlSpan      span,
          gpointer    what)
{
  Place place = count (counts, span);

  g_hash_table_insert (places, g_memdup2 (&place, sizeof place), what);
}

static gpointer
look_up (GHashTable *places,
         GHashTable *counts,
         TlSpan      span)
{
  Place place = count (counts, span);

  return g_hash_table_lookup (places, &place);
}

static GHashTable *
new_places (void)
{
  return g_hash_table_new_full (place_hash, place_equal, g_free, NULL);
}

static void
add_shift (GPtrArray *shifts,
           TlSpan     span,
           gboolean   is_figure,
           char      *what,
           char      *before,
           char      *after)
{
  g_autoptr(TlArticleShift) shift = g_new (TlArticleShift, 1);

  *shift = (TlArticleShift) { span, is_figure, what, before, after };
  if (!g_str_equal (before, after))
    g_ptr_array_add (shifts, g_steal_pointer (&shift));
}

static char *
dup_figure_label (TlFigure *figure)
{
  return tl_figure_has_value (figure) ? tl_figure_dup_value_label (figure)
                                      : tl_figure_dup_change_label (figure);
}

static void
add_figures (GPtrArray *shifts,
             TlArticle *before,
             TlArticle *after)
{
  g_autoptr(GHashTable) places = new_places ();
  g_autoptr(GHashTable) n_before = new_places ();
  g_autoptr(GHashTable) n_after = new_places ();
  GPtrArray *old = tl_article_get_figures (before);
  GPtrArray *new = tl_article_get_figures (after);

  for (guint i = 0; i < old->len; i++)
    put_down (places, n_before, tl_figure_get_data (old->pdata[i])->quote, old->pdata[i]);
  for (guint i = 0; i < new->len; i++)
    {
      TlSpan quote = tl_figure_get_data (new->pdata[i])->quote;
      TlFigure *was = look_up (places, n_after, quote);

      if (was != NULL)
        add_shift (shifts, quote, TRUE, dup_figure_label (new->pdata[i]),
                   tl_figure_dup_period_label (was), tl_figure_dup_period_label (new->pdata[i]));
    }
}

static char *
dup_days_label (const TlPeriod *period)
{
  g_autofree char *from = tl_label_for_date (period->start);
  g_autofree char *to = tl_label_for_date (period->end);

  if (period->unit != TL_PERIOD_DAY && period->unit != TL_PERIOD_REFERENCE)
    {
      TlDate first, last;

      tl_period_get_months (period, &first, &last);
      return tl_label_for_period (first, last);
    }
  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

static void
add_dates (GPtrArray *shifts,
           TlArticle *before,
           TlArticle *after)
{
  g_autoptr(GHashTable) places = new_places ();
  g_autoptr(GHashTable) n_before = new_places ();
  g_autoptr(GHashTable) n_after = new_places ();
  GArray *old = tl_article_get_dates (before);
  GArray *new = tl_article_get_dates (after);
  const char *text = tl_article_get_text (after);

  for (guint i = 0; i < old->len; i++)
    {
      TlPeriod *period = &g_array_index (old, TlPeriod, i);

      put_down (places, n_before, period->span, period);
    }
  for (guint i = 0; i < new->len; i++)
    {
      const TlPeriod *period = &g_array_index (new, TlPeriod, i);
      const TlPeriod *was = look_up (places, n_after, period->span);

      if (was != NULL)
        add_shift (shifts, period->span, FALSE,
                   g_strndup (text + period->span.start, period->span.end - period->span.start),
                   dup_days_label (was), dup_days_label (period));
    }
}

static int
compare_shifts (gconstpointer a,
                gconstpointer b)
{
  const TlArticleShift *first = *(TlArticleShift *const *) a;
  const TlArticleShift *second = *(TlArticleShift *const *) b;

  if (first->is_figure != second->is_figure)
    return first->is_figure ? -1 : 1;
  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

/**
 * tl_article_shift_free:
 * @self: (transfer full) (nullable): a shift
 *
 * Frees it.
 */
void
tl_article_shift_free (TlArticleShift *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * tl_article_find_shifts:
 * @before: an article
 * @after: another reading of it
 *
 * Finds what both readings have at the same words, but with another period.  What only one of
 * them has did not move.
 *
 * Returns: (transfer full) (element-type TlArticleShift): the figures, then the dates, each in
 *   the text's order; none where the texts are not the same
 */
GPtrArray *
tl_article_find_shifts (TlArticle *before,
                        TlArticle *after)
{
  GPtrArray *shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_article_shift_free);

  g_return_val_if_fail (TL_IS_ARTICLE (before), shifts);
  g_return_val_if_fail (TL_IS_ARTICLE (after), shifts);

  if (!g_str_equal (tl_article_get_text (before), tl_article_get_text (after)))
    return shifts;
  add_figures (shifts, before, after);
  add_dates (shifts, before, after);
  g_ptr_array_sort (shifts, compare_shifts);
  return shifts;
}
