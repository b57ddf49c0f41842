/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Years that nobody reports, but that follow from a reported change: when 2016 was $419.1
 * million after a decline of 30%, 2015 was $419.1 million ÷ (1 − 30%); and when 2017 was 30%
 * more, it was $419.1 million × (1 + 30%). */

#include "tl-series-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-labels.h"

/* What is reported of a year, and a report of it. */
typedef struct
{
  TlPoint  *point;              /* borrowed */
  TlReport *report;             /* borrowed */
} Level;

/* All levels of a year, and where they stand. */
typedef struct
{
  GArray     *all;              /* Level, each point once */
  GHashTable *by_article;       /* article's id → GArray of Level */
} Levels;

typedef struct
{
  GHashTable *reported;         /* years of which a level is reported */
  GHashTable *levels;           /* year → Levels */
  GHashTable *calculated;       /* year → GPtrArray of TlPoint, owned */
  const char *currency;
} Calculation;

/* What a report of a change says. */
typedef struct
{
  TlReport    *report;
  double       change;
  TlPrecision  precision;       /* of the change */
  gboolean     is_forward;      /* from the year before to the year, else back */
  int          known;           /* the year whose level is known */
  int          wanted;          /* the year whose level follows */
} Change;

/* ---- exactness ---- */

/**
 * tl_precision_combine:
 * @a: how exact a value is
 * @b: how exact another is
 * @result: (out): how exact is what grows with both
 *
 * Returns: whether anything is known of that: not of what is above one bound and below the
 *   other, and not of what is above a bound that is itself but an approximation
 */
gboolean
tl_precision_combine (TlPrecision  a,
                      TlPrecision  b,
                      TlPrecision *result)
{
  if (a == b || b == TL_PRECISION_EXACT)
    *result = a;
  else if (a == TL_PRECISION_EXACT)
    *result = b;
  else if (a == TL_PRECISION_ABOVE || b == TL_PRECISION_ABOVE)
    return FALSE;
  else
    *result = TL_PRECISION_ABOUT;
  return TRUE;
}

/**
 * tl_precision_turn:
 * @precision: how exact a value is
 *
 * Returns: how exact is what falls as the value grows
 */
TlPrecision
tl_precision_turn (TlPrecision precision)
{
  if (precision == TL_PRECISION_ABOVE)
    return TL_PRECISION_BELOW;
  if (precision == TL_PRECISION_BELOW)
    return TL_PRECISION_ABOVE;
  return precision;
}

/**
 * tl_calculation_round:
 * @value: what follows from something inexact
 *
 * Returns: the value to three digits: more are not known
 */
double
tl_calculation_round (double value)
{
  double unit;

  if (!isfinite (value) || value <= 0)
    return value;
  unit = pow (10, floor (log10 (value)) - 2);
  return round (value / unit) * unit;
}

/* How exact the factor of a change is.  "Almost 30%" is close to 30%: for a change, which is
 * small beside the level, that is an approximation and no bound. */
static TlPrecision
get_factor_precision (const Change *change)
{
  switch (change->precision)
    {
    case TL_PRECISION_EXACT:
      return TL_PRECISION_EXACT;
    case TL_PRECISION_ABOVE:
      return change->change < 0 ? TL_PRECISION_BELOW : TL_PRECISION_ABOVE;
    case TL_PRECISION_ABOUT:
    case TL_PRECISION_BELOW:
    default:
      return TL_PRECISION_ABOUT;
    }
}

/* ---- one calculation ---- */

static char *
format_formula (const TlPoint *level,
                const Change  *change,
                const char    *currency)
{
  g_autofree char *amount = tl_label_for_amount (level->value, level->high, currency,
                                                 level->precision, TL_LABEL_STYLE_WORDS);
  g_autofree char *percent = tl_label_for_percent (change->change);

  /* Translators: how a value was calculated from an amount and a change in per cent */
  if (change->is_forward)
    return change->change < 0 ? g_strdup_printf (C_("formula", "%s × (1 − %s)"), amount, percent)
                              : g_strdup_printf (C_("formula", "%s × (1 + %s)"), amount, percent);
  /* Translators: how a value was calculated from an amount and a change in per cent */
  return change->change < 0 ? g_strdup_printf (C_("formula", "%s ÷ (1 − %s)"), amount, percent)
                            : g_strdup_printf (C_("formula", "%s ÷ (1 + %s)"), amount, percent);
}

/* Returns NULL when nothing follows. */
static TlPoint *
calculate (const Change *change,
           const Level  *from,
           const char   *currency)
{
  const TlPoint *level = from->point;
  TlPrecision factor_precision = get_factor_precision (change);
  double factor = 1 + change->change / 100;
  TlPrecision precision;
  TlPoint *point;

  if (!change->is_forward)
    {
      factor = 1 / factor;
      factor_precision = tl_precision_turn (factor_precision);
    }
  if (!tl_precision_combine (level->precision, factor_precision, &precision))
    return NULL;

  point = tl_point_new (TL_POINT_CALCULATED,
                        (TlDate) { (gint16) change->wanted, 1, 0 },
                        (TlDate) { (gint16) change->wanted, 12, 0 });
  point->value = level->value * factor;
  point->high = level->high * factor;
  point->precision = precision;
  if (precision != TL_PRECISION_EXACT)
    {
      point->value = tl_calculation_round (point->value);
      point->high = tl_calculation_round (point->high);
    }
  point->formula = format_formula (level, change, currency);
  g_ptr_array_add (point->reports, g_object_ref (change->report));
  if (from->report != change->report)
    g_ptr_array_add (point->reports, g_object_ref (from->report));
  return point;
}

/**
 * tl_calculation_add:
 * @points: (element-type TlPoint): what was calculated of a period
 * @point: (transfer full) (nullable): one more of that period, %NULL when nothing followed
 *
 * Adds a point, to one that says the same where there is one.
 *
 * Returns: whether its reports are among the points now
 */
gboolean
tl_calculation_add (GPtrArray *points,
                    TlPoint   *point)
{
  if (point == NULL)
    return FALSE;

  for (guint i = 0; i < points->len; i++)
    if (tl_point_says_same (points->pdata[i], point))
      {
        tl_point_take_reports (points->pdata[i], point);
        return TRUE;
      }

  if (points->len >= TL_MAX_CALCULATIONS || !isfinite (point->value) || point->value <= 0)
    {
      tl_point_free (point);
      return FALSE;
    }
  g_ptr_array_add (points, point);
  return TRUE;
}

/* ---- from which levels ---- */

static void
levels_free (gpointer data)
{
  Levels *self = data;

  g_array_unref (self->all);
  g_hash_table_unref (self->by_article);
  g_free (self);
}

static Levels *
get_levels (GHashTable *table,
            int         year)
{
  Levels *levels = g_hash_table_lookup (table, GINT_TO_POINTER (year));

  if (levels != NULL)
    return levels;
  levels = g_new0 (Levels, 1);
  levels->all = g_array_new (FALSE, FALSE, sizeof (Level));
  levels->by_article = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) g_array_unref);
  g_hash_table_insert (table, GINT_TO_POINTER (year), levels);
  return levels;
}

/* A point stands once for an article, with the first report of it. */
static void
add_article (Levels      *levels,
             const Level *level,
             gint64       article_id)
{
  GArray *of_article = g_hash_table_lookup (levels->by_article, &article_id);

  if (of_article == NULL)
    {
      of_article = g_array_new (FALSE, FALSE, sizeof (Level));
      g_hash_table_insert (levels->by_article, g_memdup2 (&article_id, sizeof article_id),
                           of_article);
    }
  if (of_article->len == 0 ||
      g_array_index (of_article, Level, of_article->len - 1).point != level->point)
    g_array_append_val (of_article, *level);
}

static void
add_level (Levels  *levels,
           TlPoint *point)
{
  Level first = { point, point->reports->pdata[0] };

  g_array_append_val (levels->all, first);
  for (guint i = 0; i < point->reports->len; i++)
    {
      Level level = { point, point->reports->pdata[i] };
      GPtrArray *copies = tl_report_get_copies (level.report);

      add_article (levels, &level, tl_report_get_article_id (level.report));
      for (guint k = 0; copies != NULL && k < copies->len; k++)
        add_article (levels, &level, tl_report_get_article_id (copies->pdata[k]));
    }
}

static GPtrArray *
get_calculated (GHashTable *table,
                int         year)
{
  GPtrArray *points = g_hash_table_lookup (table, GINT_TO_POINTER (year));

  if (points == NULL)
    {
      points = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);
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

static gboolean
add_from_levels (Calculation  *self,
                 const Change *change,
                 GArray       *levels,
                 GPtrArray    *calculated)
{
  gboolean added = FALSE;

  for (guint i = 0; i < MIN (levels->len, TL_MAX_CALCULATIONS); i++)
    if (tl_calculation_add (calculated, calculate (change, &g_array_index (levels, Level, i),
                                                   self->currency)))
      added = TRUE;
  return added;
}

/* The writer of "fell by almost 30%" means the level in the same article, where it gives
 * one; without it every level that is reported of the year counts. */
static void
calculate_from_levels (Calculation  *self,
                       const Change *change,
                       GPtrArray    *calculated)
{
  Levels *levels = get_levels (self->levels, change->known);
  gint64 article_id = tl_report_get_article_id (change->report);
  GArray *of_article = g_hash_table_lookup (levels->by_article, &article_id);

  if (of_article == NULL || !add_from_levels (self, change, of_article, calculated))
    add_from_levels (self, change, levels->all, calculated);
}

/* The amount that stands beside a change is the level after it. */
static void
calculate_from_own_level (Calculation  *self,
                          const Change *change,
                          GPtrArray    *calculated)
{
  Level level = { tl_point_new_reported (change->report), change->report };

  tl_calculation_add (calculated, calculate (change, &level, self->currency));
  tl_point_free (level.point);
}

static void
calculate_from_change (Calculation *self,
                       TlReport    *report)
{
  TlFigure *figure = tl_report_get_figure (report);
  const TlFigureData *data = tl_figure_get_data (figure);
  gboolean has_level = tl_figure_has_value (figure);
  int year = data->start.year;
  int base_year = find_base_year (data);
  gboolean is_base_known = g_hash_table_contains (self->reported, GINT_TO_POINTER (base_year));
  Change change = { .report = report, .change = data->change };
  GPtrArray *calculated;

  if (base_year == year || base_year < TL_FIRST_YEAR || base_year > TL_LAST_YEAR ||
      (is_base_known &&
       (has_level || g_hash_table_contains (self->reported, GINT_TO_POINTER (year)))))
    return;

  /* Where there is an amount, the words of exactness are the amount's. */
  change.precision = has_level ? TL_PRECISION_EXACT : data->precision;
  change.is_forward = is_base_known;
  change.known = is_base_known ? base_year : year;
  change.wanted = is_base_known ? year : base_year;
  calculated = get_calculated (self->calculated, change.wanted);
  if (has_level)
    calculate_from_own_level (self, &change, calculated);
  else
    calculate_from_levels (self, &change, calculated);
}

/**
 * tl_points_calculate:
 * @points: (element-type TlPoint): what is reported, in order
 * @changes: (element-type TlReport): reports that give a change of a full year in per
 *   cent, with an amount in @currency or without one
 * @currency: the currency of the points
 *
 * Returns: (transfer full) (element-type TlPoint): what follows for years that nobody
 *   reports
 */
GPtrArray *
tl_points_calculate (GPtrArray  *points,
                     GPtrArray  *changes,
                     const char *currency)
{
  g_autoptr(GHashTable) reported = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) levels = g_hash_table_new_full (NULL, NULL, NULL, levels_free);
  g_autoptr(GHashTable) calculated = g_hash_table_new (NULL, NULL);
  Calculation self = { reported, levels, calculated, currency };
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);
  GHashTableIter iter;
  gpointer of_year;

  for (guint i = 0; i < points->len; i++)
    {
      TlPoint *point = points->pdata[i];

      if (point->kind != TL_POINT_YEAR)
        continue;
      g_hash_table_add (reported, GINT_TO_POINTER (point->start.year));
      if (*point->currency == '\0')
        add_level (get_levels (levels, point->start.year), point);
    }
  for (guint i = 0; i < changes->len; i++)
    calculate_from_change (&self, changes->pdata[i]);

  g_hash_table_iter_init (&iter, calculated);
  while (g_hash_table_iter_next (&iter, NULL, &of_year))
    g_ptr_array_extend_and_steal (all, of_year);
  return all;
}
