/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turnover and balance that nobody reports, but that follow from the exports of both sides in
 * the same period. */

#include "tl-series-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-gazetteer.h"
#include "tl-labels.h"

/* The difference of two approximations is known to a tenth of them at best. */
#define MIN_PART_OF_ABOUT 0.1

typedef struct
{
  const TlTrade *trade;
  const char    *currency;
  GPtrArray     *points;        /* what was calculated of a period, owned */
} Exports;

/* The months of a period in one number. */
static gpointer
get_period_key (const TlPoint *point)
{
  guint start = (guint) point->start.year * 12 + point->start.month;
  guint end = (guint) point->end.year * 12 + point->end.month;

  return GUINT_TO_POINTER (start << 16 | end);
}

static gboolean
is_reported (const TlPoint *point)
{
  return point->kind == TL_POINT_YEAR || point->kind == TL_POINT_PARTIAL;
}

/* By period; of each so many that all their combinations are still few. */
static GHashTable *
group_by_period (GPtrArray *points)
{
  GHashTable *periods =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < points->len; i++)
    {
      TlPoint *point = points->pdata[i];
      GPtrArray *others;

      if (!is_reported (point))
        continue;
      others = g_hash_table_lookup (periods, get_period_key (point));
      if (others == NULL)
        {
          others = g_ptr_array_new ();
          g_hash_table_insert (periods, get_period_key (point), others);
        }
      if (others->len < TL_MAX_CALCULATIONS)
        g_ptr_array_add (others, point);
    }
  return periods;
}

static double
get_high (const TlPoint *point)
{
  return isfinite (point->high) ? point->high : point->value;
}

static char *
format_formula (Exports       *self,
                const TlPoint *there,
                const TlPoint *back)
{
  TlGazetteer *names = tl_gazetteer_get_default ();
  g_autofree char *first = tl_gazetteer_dup_display_name (names, self->trade->partners[0]);
  g_autofree char *second = tl_gazetteer_dup_display_name (names, self->trade->partners[1]);
  g_autofree char *from_first = tl_label_for_amount (there->value, there->high, self->currency,
                                                     there->precision, TL_LABEL_STYLE_WORDS);
  g_autofree char *from_second = tl_label_for_amount (back->value, back->high, self->currency,
                                                      back->precision, TL_LABEL_STYLE_WORDS);

  if (self->trade->flow == TL_FLOW_BALANCE)
    /* Translators: how a surplus was calculated from what two countries export to each other:
     * "exports of Belarus, $364 million, − exports of Kazakhstan, $50 million" */
    return g_strdup_printf (C_("formula", "exports of %s, %s, − exports of %s, %s"),
                            first, from_first, second, from_second);
  /* Translators: how a turnover was calculated from what two countries export to each other:
   * "exports of Belarus, $364 million, + exports of Kazakhstan, $50 million" */
  return g_strdup_printf (C_("formula", "exports of %s, %s, + exports of %s, %s"),
                          first, from_first, second, from_second);
}

static gboolean
add_up (TlPoint       *sum,
        const TlPoint *there,
        const TlPoint *back)
{
  sum->value = there->value + back->value;
  sum->high = get_high (there) + get_high (back);
  return tl_precision_combine (there->precision, back->precision, &sum->precision);
}

/* A surplus below some value may be none at all, and what two approximations leave of each
 * other may be nothing but their errors. */
static gboolean
subtract (TlPoint       *difference,
          const TlPoint *there,
          const TlPoint *back)
{
  difference->value = there->value - get_high (back);
  difference->high = get_high (there) - back->value;
  if (difference->value <= 0 ||
      !tl_precision_combine (there->precision, tl_precision_turn (back->precision),
                             &difference->precision))
    return FALSE;
  return difference->precision == TL_PRECISION_EXACT ||
         difference->precision == TL_PRECISION_ABOVE ||
         (difference->precision == TL_PRECISION_ABOUT &&
          difference->value >= MIN_PART_OF_ABOUT * get_high (there));
}

/* Returns whether anything follows. */
static gboolean
calculate (Exports       *self,
           const TlPoint *there,
           TlReport      *there_report,
           const TlPoint *back,
           TlReport      *back_report)
{
  TlPoint *point = tl_point_new (TL_POINT_CALCULATED, there->start, there->end);
  gboolean follows = self->trade->flow == TL_FLOW_BALANCE ? subtract (point, there, back)
                                                          : add_up (point, there, back);

  if (!follows)
    {
      tl_point_free (point);
      return FALSE;
    }
  if (point->precision != TL_PRECISION_EXACT)
    {
      point->value = tl_calculation_round (point->value);
      point->high = tl_calculation_round (point->high);
    }
  if (point->high <= point->value)
    point->high = NAN;
  point->formula = format_formula (self, there, back);
  g_ptr_array_add (point->reports, g_object_ref (there_report));
  g_ptr_array_add (point->reports, g_object_ref (back_report));
  return tl_calculation_add (self->points, point);
}

static gboolean
stands_in (TlReport *report,
           gint64    article_id)
{
  GPtrArray *copies = tl_report_get_copies (report);

  if (tl_report_get_article_id (report) == article_id)
    return TRUE;
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    if (tl_report_get_article_id (copies->pdata[i]) == article_id)
      return TRUE;
  return FALSE;
}

/* Which of the point's reports stands in the article of a report of something else. */
static TlReport *
find_carrier (const TlPoint *point,
              TlReport      *report)
{
  for (guint i = 0; i < point->reports->len; i++)
    if (stands_in (point->reports->pdata[i], tl_report_get_article_id (report)))
      return point->reports->pdata[i];
  return NULL;
}

/* What one article says of both directions goes together. */
static gboolean
calculate_within_articles (Exports       *self,
                           const TlPoint *there,
                           const TlPoint *back)
{
  for (guint i = 0; i < MIN (there->reports->len, TL_MAX_CALCULATIONS); i++)
    {
      TlReport *report = there->reports->pdata[i];
      TlReport *other = find_carrier (back, report);

      if (other != NULL)
        return calculate (self, there, report, back, other);
    }
  return FALSE;
}

static void
calculate_period (Exports   *self,
                  GPtrArray *there,
                  GPtrArray *back)
{
  gboolean added = FALSE;

  for (guint i = 0; i < there->len; i++)
    for (guint k = 0; k < back->len; k++)
      added |= calculate_within_articles (self, there->pdata[i], back->pdata[k]);
  if (added)
    return;

  for (guint i = 0; i < there->len; i++)
    for (guint k = 0; k < back->len; k++)
      {
        TlPoint *first = there->pdata[i];
        TlPoint *second = back->pdata[k];

        calculate (self, first, first->reports->pdata[0], second, second->reports->pdata[0]);
      }
}

/**
 * tl_points_from_exports:
 * @points: (element-type TlPoint): what is reported of the turnover or the balance
 * @trade: which of the two it is
 * @there: (element-type TlPoint): what is reported of the exports of the first partner, in
 *   order and in one currency
 * @back: (element-type TlPoint): the same of the second's
 * @currency: that currency
 *
 * Returns: (transfer full) (element-type TlPoint): what follows for periods of which neither
 *   turnover nor balance is reported
 */
GPtrArray *
tl_points_from_exports (GPtrArray     *points,
                        const TlTrade *trade,
                        GPtrArray     *there,
                        GPtrArray     *back,
                        const char    *currency)
{
  Exports self = { .trade = trade, .currency = currency };
  g_autoptr(GHashTable) reported = group_by_period (points);
  g_autoptr(GHashTable) from_there = group_by_period (there);
  g_autoptr(GHashTable) from_back = group_by_period (back);
  GPtrArray *calculated = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);
  GHashTableIter iter;
  gpointer period, exports;

  g_hash_table_iter_init (&iter, from_there);
  while (g_hash_table_iter_next (&iter, &period, &exports))
    {
      GPtrArray *others = g_hash_table_lookup (from_back, period);

      if (others == NULL || g_hash_table_contains (reported, period))
        continue;
      self.points = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);
      calculate_period (&self, exports, others);
      g_ptr_array_extend_and_steal (calculated, g_steal_pointer (&self.points));
    }
  return calculated;
}
