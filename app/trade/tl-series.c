/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-series.h"

#include <math.h>

#include "tl-series-private.h"

/* Which reports make which points:
 *
 * - A figure belongs to the series when its scope is national, its flow is the series'
 *   and its partners are exactly the two; for exports and balance in this order.  It must
 *   be chartable: an amount above zero with a currency, in a period between 1900 and 2100.
 * - The currency is that of most such figures; of several, US dollars, else the first by
 *   the alphabet.  Amounts in another are left out, never converted.
 * - Reports that say the same (kind, period, exactness, and value within 0.05%) are one
 *   point.  All others stay apart: "almost $1 billion" and "$1.1 billion" are two points
 *   of 2014.  Nothing is averaged, nothing is hidden.
 * - What articles say that carry one story is one report of that point, see
 *   tl_report_get_copies(); where they differ they are points of their own as well.
 * - Reported for January to December of one year: a year.  Reported for any other period:
 *   partial.  Targets and potentials, and forecasts, are kinds of their own.
 * - A change in per cent of a full year whose level is known gives the level of the year
 *   it is counted from, unless that year is reported.  Calculations are not calculated on.
 * - All other reports are kept aside, see tl_series_get_left_out(). */
struct _TlSeries
{
  GObject    parent_instance;

  char       partners[2][TL_PARTNER_SIZE];
  TlFlow     flow;
  char       currency[4];       /* "" when there is nothing to show */
  GPtrArray *points;            /* owned TlPoints, in order */
  GPtrArray *left_out;          /* owned TlReports, in the order given */
};

G_DEFINE_FINAL_TYPE (TlSeries, tl_series, G_TYPE_OBJECT)

static void
tl_series_finalize (GObject *object)
{
  TlSeries *self = TL_SERIES (object);

  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_series_parent_class)->finalize (object);
}

static void
tl_series_class_init (TlSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_series_finalize;
}

static void
tl_series_init (TlSeries *self)
{
  self->left_out = g_ptr_array_new_with_free_func (g_object_unref);
}

/* ---- which reports ---- */

static gboolean
is_of_series (TlSeries           *self,
              const TlFigureData *data)
{
  if (data->scope != TL_SCOPE_NATIONAL || data->flow != self->flow)
    return FALSE;
  if (g_str_equal (data->partners[0], self->partners[0]) &&
      g_str_equal (data->partners[1], self->partners[1]))
    return TRUE;
  return self->flow == TL_FLOW_TURNOVER &&
         g_str_equal (data->partners[0], self->partners[1]) &&
         g_str_equal (data->partners[1], self->partners[0]);
}

static gboolean
has_change_of_year (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  return data->status == TL_STATUS_REPORTED &&
         data->change_kind == TL_CHANGE_PERCENT &&
         isfinite (data->change) &&
         data->change > -100 &&
         tl_figure_is_full_year (figure);
}

static gboolean
is_better_currency (const char *currency,
                    guint       n,
                    const char *best,
                    guint       n_best)
{
  if (n != n_best)
    return n > n_best;
  if (g_str_equal (currency, "USD") || g_str_equal (best, "USD"))
    return g_str_equal (currency, "USD");
  return strcmp (currency, best) < 0;
}

/* Whether another article of the story says so, too: it counts once. */
static gboolean
is_repeated (GHashTable *said,
             TlReport   *report)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));
  gint64 story = tl_report_get_story (report);
  g_autofree char *what = NULL;
  gint64 *said_by;

  if (story == 0)
    return FALSE;
  what = g_strdup_printf ("%" G_GINT64_FORMAT " %d %d-%d %d-%d %.4g %s", story, (int) data->status,
                          data->start.year, data->start.month, data->end.year, data->end.month,
                          data->value, data->currency);
  said_by = g_hash_table_lookup (said, what);
  if (said_by != NULL)
    return *said_by != tl_report_get_article_id (report);
  said_by = g_new (gint64, 1);
  *said_by = tl_report_get_article_id (report);
  g_hash_table_insert (said, g_steal_pointer (&what), said_by);
  return FALSE;
}

static void
choose_currency (TlSeries  *self,
                 GPtrArray *reports)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer currency, n;
  guint n_best = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      TlFigure *figure = tl_report_get_figure (reports->pdata[i]);
      const TlFigureData *data = tl_figure_get_data (figure);

      if (!is_of_series (self, data) || !tl_figure_is_chartable (figure) ||
          is_repeated (said, reports->pdata[i]))
        continue;
      n = g_hash_table_lookup (counts, data->currency);
      n = GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1);
      g_hash_table_insert (counts, (gpointer) data->currency, n);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &currency, &n))
    if (is_better_currency (currency, GPOINTER_TO_UINT (n), self->currency, n_best))
      {
        g_strlcpy (self->currency, currency, sizeof self->currency);
        n_best = GPOINTER_TO_UINT (n);
      }
}

/* ---- what they say ---- */

/* What is left out of the articles of one story in the same words is one report, too. */
static void
fold_left_out (TlSeries *self)
{
  g_autoptr(GPtrArray) reports = g_steal_pointer (&self->left_out);
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->left_out = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = reports->pdata[i];
      const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));
      gint64 story = tl_report_get_story (report);
      g_autofree char *what =
        g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %s %s %s", story, (int) data->flow,
                         (int) data->scope, data->partners[0], data->partners[1],
                         tl_figure_get_quote (tl_report_get_figure (report)));
      guint place = story != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (places, what)) : 0;

      if (place != 0 && tl_report_get_article_id (self->left_out->pdata[place - 1]) !=
                        tl_report_get_article_id (report))
        {
          g_ptr_array_add (copies->pdata[place - 1], g_object_ref (report));
          continue;
        }
      g_ptr_array_add (self->left_out, g_object_ref (report));
      g_ptr_array_add (copies, g_ptr_array_new_with_free_func (g_object_unref));
      if (place == 0)
        g_hash_table_insert (places, g_steal_pointer (&what), GUINT_TO_POINTER (copies->len));
    }
  for (guint i = 0; i < self->left_out->len; i++)
    {
      g_autoptr(TlReport) report = self->left_out->pdata[i];
      GPtrArray *others = copies->pdata[i];

      self->left_out->pdata[i] = others->len > 0 ? tl_report_new_with_copies (report, others)
                                                 : g_object_ref (report);
    }
}

static void
read_reports (TlSeries  *self,
              GPtrArray *reports)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);
  g_autoptr(GPtrArray) changes = g_ptr_array_new ();
  GPtrArray *calculated;

  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = reports->pdata[i];
      TlFigure *figure = tl_report_get_figure (report);
      const TlFigureData *data = tl_figure_get_data (figure);
      gboolean is_drawn = is_of_series (self, data) &&
                          tl_figure_is_chartable (figure) &&
                          g_str_equal (data->currency, self->currency);
      gboolean is_change = is_of_series (self, data) &&
                           has_change_of_year (figure) &&
                           (is_drawn || !tl_figure_has_value (figure));

      if (is_drawn)
        g_ptr_array_add (points, tl_point_new_reported (report));
      if (is_change)
        g_ptr_array_add (changes, report);
      if (!is_drawn && !is_change)
        g_ptr_array_add (self->left_out, g_object_ref (report));
    }

  self->points = tl_points_merge (points);
  calculated = tl_points_calculate (self->points, changes, self->currency, self->left_out);
  fold_left_out (self);
  if (calculated->len == 0)
    {
      g_ptr_array_unref (calculated);
      return;
    }
  g_ptr_array_extend_and_steal (self->points, calculated);
  self->points = tl_points_merge (self->points);
}

/* ---- public ---- */

/**
 * tl_series_new:
 * @partner: code of a country; the exporter, or the side with the surplus
 * @other: code of the other country
 * @flow: which flow; for turnover the order of the two does not matter
 * @reports: (element-type TlReport): any reports; those of other pairs and flows are left out
 *
 * Returns: (transfer full): what the reports say of the flow
 */
TlSeries *
tl_series_new (const char *partner,
               const char *other,
               TlFlow      flow,
               GPtrArray  *reports)
{
  TlSeries *self;

  g_return_val_if_fail (partner != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);
  g_return_val_if_fail (reports != NULL, NULL);

  self = g_object_new (TL_TYPE_SERIES, NULL);
  g_strlcpy (self->partners[0], partner, TL_PARTNER_SIZE);
  g_strlcpy (self->partners[1], other, TL_PARTNER_SIZE);
  self->flow = flow;
  choose_currency (self, reports);
  read_reports (self, reports);
  return self;
}

/**
 * tl_series_get_partner:
 * @self: a series
 * @index: 0 or 1
 *
 * Returns: (transfer none): the partner's code, in the order given to tl_series_new()
 */
const char *
tl_series_get_partner (TlSeries *self,
                       guint     index)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);
  g_return_val_if_fail (index < 2, NULL);

  return self->partners[index];
}

/**
 * tl_series_get_flow:
 * @self: a series
 *
 * Returns: its flow
 */
TlFlow
tl_series_get_flow (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), TL_FLOW_TURNOVER);

  return self->flow;
}

/**
 * tl_series_get_currency:
 * @self: a series
 *
 * Returns: (transfer none): ISO 4217 code of all its values, "" when it has no points
 */
const char *
tl_series_get_currency (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return self->currency;
}

/**
 * tl_series_get_n_points:
 * @self: a series
 *
 * Returns: how many points it has
 */
guint
tl_series_get_n_points (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), 0);

  return self->points->len;
}

/**
 * tl_series_get_point:
 * @self: a series
 * @index: below tl_series_get_n_points(); points are ordered by period
 *
 * Returns: (transfer none): a point, which lives as long as the series
 */
const TlPoint *
tl_series_get_point (TlSeries *self,
                     guint     index)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);
  g_return_val_if_fail (index < self->points->len, NULL);

  return self->points->pdata[index];
}

/**
 * tl_series_get_left_out:
 * @self: a series
 *
 * What was given to tl_series_new() and is in no point: another pair, flow or scope,
 * another currency, no amount or no period, or a change from which nothing new follows.
 *
 * Returns: (transfer none) (element-type TlReport): the reports that are in no point
 */
GPtrArray *
tl_series_get_left_out (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return self->left_out;
}
