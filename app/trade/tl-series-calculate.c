/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Years that nobody reports, but that follow from a reported change: when 2016 was $419.1
 * million after a decline of 30%, 2015 was $419.1 million ÷ (1 − 30%). */

#include "tl-series-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-labels.h"

/* Every change times every level of its year could be thousands in a hostile library.
 * So many different calculations of one year show already that nothing is known of it. */
#define MAX_CALCULATIONS 16

typedef struct
{
  GHashTable *reported;         /* year → GPtrArray of TlPoint, borrowed */
  GHashTable *calculated;       /* year → GPtrArray of TlPoint, borrowed */
  GPtrArray  *points;           /* what was calculated, owned */
  const char *currency;
} Calculation;

static GPtrArray *
get_points_of_year (GHashTable *table,
                    int         year)
{
  GPtrArray *points = g_hash_table_lookup (table, GINT_TO_POINTER (year));

  if (points == NULL)
    {
      points = g_ptr_array_new ();
      g_hash_table_insert (table, GINT_TO_POINTER (year), points);
    }
  return points;
}

static int
find_base_year (const TlFigureData *data)
{
  if (data->change_against == TL_AGAINST_PREVIOUS_YEAR ||
      data->change_against == TL_AGAINST_PREVIOUS_PERIOD)
    return data->start.year - 1;
  return data->change_against;
}

static char *
format_formula (const TlPoint *level,
                double         change,
                const char    *currency)
{
  g_autofree char *amount = tl_label_for_amount (level->value, level->high, currency,
                                                 level->precision, TL_LABEL_STYLE_WORDS);
  g_autofree char *percent = tl_label_for_percent (change);

  /* Translators: how a value was calculated from an amount and a change in per cent */
  if (change < 0)
    return g_strdup_printf (C_("formula", "%s ÷ (1 − %s)"), amount, percent);
  return g_strdup_printf (C_("formula", "%s ÷ (1 + %s)"), amount, percent);
}

/* What follows from an approximation is not known to more than three digits. */
static double
round_approximation (double value)
{
  double unit;

  if (!isfinite (value) || value <= 0)
    return value;
  unit = pow (10, floor (log10 (value)) - 2);
  return round (value / unit) * unit;
}

static TlPoint *
calculate (TlReport      *report,
           const TlPoint *level,
           TlReport      *level_report,
           int            base_year,
           const char    *currency)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));
  double factor = 1 + data->change / 100;
  TlPoint *point = tl_point_new (TL_POINT_CALCULATED,
                                 (TlDate) { (gint16) base_year, 1, 0 },
                                 (TlDate) { (gint16) base_year, 12, 0 });

  point->value = level->value / factor;
  point->high = level->high / factor;
  point->precision = data->precision == TL_PRECISION_EXACT && level->precision == TL_PRECISION_EXACT
                       ? TL_PRECISION_EXACT
                       : TL_PRECISION_ABOUT;
  if (point->precision != TL_PRECISION_EXACT)
    {
      point->value = round_approximation (point->value);
      point->high = round_approximation (point->high);
    }
  point->formula = format_formula (level, data->change, currency);
  g_ptr_array_add (point->reports, g_object_ref (report));
  if (level_report != report)
    g_ptr_array_add (point->reports, g_object_ref (level_report));
  return point;
}

/* Merges into what says the same.  Returns whether the point is in the series now. */
static gboolean
add_calculated (Calculation *self,
                TlPoint     *point)
{
  GPtrArray *others = get_points_of_year (self->calculated, point->start.year);

  for (guint i = 0; i < others->len; i++)
    if (tl_point_says_same (others->pdata[i], point))
      {
        tl_point_take_reports (others->pdata[i], point);
        return TRUE;
      }

  if (others->len >= MAX_CALCULATIONS || !isfinite (point->value) || point->value <= 0)
    {
      tl_point_free (point);
      return FALSE;
    }
  g_ptr_array_add (others, point);
  g_ptr_array_add (self->points, point);
  return TRUE;
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

static TlReport *
find_report_of_article (const TlPoint *point,
                        gint64         article_id)
{
  for (guint i = 0; i < point->reports->len; i++)
    if (stands_in (point->reports->pdata[i], article_id))
      return point->reports->pdata[i];
  return NULL;
}

/* The writer of "fell by almost 30%" means the level in the same article, where it gives
 * one; without it every level that is reported of the year counts. */
static gboolean
calculate_from_levels (Calculation *self,
                       TlReport    *report,
                       int          year,
                       int          base_year)
{
  GPtrArray *levels = get_points_of_year (self->reported, year);
  gint64 article_id = tl_report_get_article_id (report);
  gboolean added = FALSE;

  for (guint i = 0; i < levels->len; i++)
    {
      TlReport *level_report = find_report_of_article (levels->pdata[i], article_id);

      if (level_report != NULL)
        added |= add_calculated (self, calculate (report, levels->pdata[i], level_report,
                                                  base_year, self->currency));
    }
  if (added)
    return TRUE;

  for (guint i = 0; i < MIN (levels->len, MAX_CALCULATIONS); i++)
    {
      TlPoint *level = levels->pdata[i];

      added |= add_calculated (self, calculate (report, level, level->reports->pdata[0],
                                                base_year, self->currency));
    }
  return added;
}

/* Returns whether something was calculated from the report. */
static gboolean
calculate_from_change (Calculation *self,
                       TlReport    *report)
{
  TlFigure *figure = tl_report_get_figure (report);
  const TlFigureData *data = tl_figure_get_data (figure);
  int year = data->start.year;
  int base_year = find_base_year (data);

  if (base_year == year || base_year < TL_FIRST_YEAR || base_year > TL_LAST_YEAR)
    return FALSE;
  if (get_points_of_year (self->reported, base_year)->len > 0)
    return FALSE;

  if (tl_figure_has_value (figure))
    {
      TlPoint *level = tl_point_new_reported (report);
      gboolean added = add_calculated (self, calculate (report, level, report,
                                                        base_year, self->currency));

      tl_point_free (level);
      return added;
    }
  return calculate_from_levels (self, report, year, base_year);
}

/**
 * tl_points_calculate:
 * @points: (element-type TlPoint): what is reported
 * @changes: (element-type TlReport): reports that give a change of a full year in per
 *   cent, with an amount in @currency or without one
 * @currency: the currency of the points
 * @left_out: (element-type TlReport): reports of a change only, of which no use could be
 *   made, are added to it
 *
 * Returns: (transfer full) (element-type TlPoint): what follows for years that nobody
 *   reports
 */
GPtrArray *
tl_points_calculate (GPtrArray  *points,
                     GPtrArray  *changes,
                     const char *currency,
                     GPtrArray  *left_out)
{
  Calculation self = { .currency = currency };

  self.reported = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self.calculated = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self.points = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);

  for (guint i = 0; i < points->len; i++)
    {
      TlPoint *point = points->pdata[i];

      if (point->kind == TL_POINT_YEAR)
        g_ptr_array_add (get_points_of_year (self.reported, point->start.year), point);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      TlReport *report = changes->pdata[i];

      if (!calculate_from_change (&self, report) &&
          !tl_figure_has_value (tl_report_get_figure (report)))
        g_ptr_array_add (left_out, g_object_ref (report));
    }

  for (guint i = 0; i < self.points->len; i++)
    tl_point_sort_reports (self.points->pdata[i]);
  g_hash_table_unref (self.reported);
  g_hash_table_unref (self.calculated);
  return self.points;
}
