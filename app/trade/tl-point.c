/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one report says of a period, and when two reports say the same. */

#include "tl-series-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-labels.h"

/* Two writers' roundings of one number: 419.1 and 419.14 million are the same. */
#define TOLERANCE 0.0005

static void
unref_if_set (gpointer object)
{
  g_clear_object (&object);
}

/**
 * tl_point_new:
 * @kind: what it is
 * @start: first month of its period
 * @end: its last month
 *
 * Returns: (transfer full): a point without a value and reports
 */
TlPoint *
tl_point_new (TlPointKind kind,
              TlDate      start,
              TlDate      end)
{
  TlPoint *self = g_new0 (TlPoint, 1);

  self->kind = kind;
  self->start = (TlDate) { start.year, start.month == 0 ? 1 : start.month, 0 };
  self->end = (TlDate) { end.year, end.month == 0 ? 12 : end.month, 0 };
  self->value = NAN;
  self->high = NAN;
  self->reports = g_ptr_array_new_with_free_func (unref_if_set);
  return self;
}

/**
 * tl_point_find_kind:
 * @figure: a figure
 *
 * Returns: which kind of point a report of it is
 */
TlPointKind
tl_point_find_kind (TlFigure *figure)
{
  switch (tl_figure_get_data (figure)->status)
    {
    case TL_STATUS_TARGET:
    case TL_STATUS_POTENTIAL:
      return TL_POINT_TARGET;
    case TL_STATUS_FORECAST:
      return TL_POINT_FORECAST;
    case TL_STATUS_REPORTED:
    default:
      return tl_figure_is_full_year (figure) ? TL_POINT_YEAR : TL_POINT_PARTIAL;
    }
}

/**
 * tl_point_new_reported:
 * @report: a report with a chartable figure
 *
 * Returns: (transfer full): what it says
 */
TlPoint *
tl_point_new_reported (TlReport *report)
{
  TlFigure *figure = tl_report_get_figure (report);
  const TlFigureData *data = tl_figure_get_data (figure);
  TlPoint *self = tl_point_new (tl_point_find_kind (figure), data->start, data->end);

  self->value = data->value;
  self->high = isfinite (data->high) && data->high > data->value ? data->high : NAN;
  self->precision = data->precision;
  g_ptr_array_add (self->reports, g_object_ref (report));
  return self;
}

/**
 * tl_point_new_converted:
 * @report: a report with a complete figure
 * @rate: how much a unit of its currency is worth in the series'
 *
 * Returns: (transfer full): what it says, in the series' currency, with the amount that was said
 */
TlPoint *
tl_point_new_converted (TlReport *report,
                        double    rate)
{
  TlPoint *self = tl_point_new_reported (report);
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));
  g_autofree char *amount = tl_label_for_amount (self->value, self->high, data->currency,
                                                 self->precision, TL_LABEL_STYLE_WORDS);
  g_autofree char *label = tl_rates_dup_label (rate);

  self->value *= rate;
  self->high *= rate;
  g_strlcpy (self->currency, data->currency, sizeof self->currency);
  /* Translators: an amount as it was reported, and the rate by which it was converted into
   * another currency: "€420 million, at 1.10" */
  self->conversion = g_strdup_printf (C_("conversion", "%s, at %s"), amount, label);
  return self;
}

/**
 * tl_point_free:
 * @self: (transfer full): a point
 *
 * Frees a point.
 */
void
tl_point_free (TlPoint *self)
{
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_free (self->formula);
  g_free (self->conversion);
  g_free (self);
}

static gboolean
is_same_number (double a,
                double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return fabs (a - b) <= TOLERANCE * MAX (fabs (a), fabs (b));
}

/**
 * tl_point_says_same:
 * @self: a point
 * @other: another
 *
 * Returns: whether both say the same of the same period with the same exactness
 */
gboolean
tl_point_says_same (const TlPoint *self,
                    const TlPoint *other)
{
  return self->kind == other->kind &&
         tl_date_compare (self->start, other->start) == 0 &&
         tl_date_compare (self->end, other->end) == 0 &&
         self->precision == other->precision &&
         g_str_equal (self->currency, other->currency) &&
         is_same_number (self->value, other->value) &&
         is_same_number (self->high, other->high);
}

static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  return tl_report_compare (*(TlReport *const *) a, *(TlReport *const *) b);
}

/**
 * tl_point_take_reports:
 * @self: a point
 * @other: (transfer full): one that says the same
 *
 * Adds the other's reports; tl_point_sort_reports() brings them into order.
 */
void
tl_point_take_reports (TlPoint *self,
                       TlPoint *other)
{
  g_ptr_array_extend_and_steal (self->reports, g_steal_pointer (&other->reports));
  tl_point_free (other);
}

/* Takes copies apart again: a point may get more of them. */
static void
flatten (TlPoint *self)
{
  guint n = self->reports->len;

  for (guint i = 0; i < n; i++)
    {
      GPtrArray *copies = tl_report_get_copies (self->reports->pdata[i]);

      for (guint k = 0; copies != NULL && k < copies->len; k++)
        g_ptr_array_add (self->reports, g_object_ref (copies->pdata[k]));
    }
}

/* What is said of what in which story: of a calculated point, reports say different things. */
static char *
dup_saying (TlReport *report)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));

  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %s %d-%d %d-%d %d",
                          tl_report_get_story (report), (int) data->flow,
                          data->flow != TL_FLOW_TURNOVER ? data->partners[0] : "",
                          data->start.year, data->start.month, data->end.year, data->end.month,
                          tl_figure_has_value (tl_report_get_figure (report)));
}

/* The report that speaks for the others of its story, which may be this one. */
static TlReport *
find_first (GHashTable *firsts,
            TlReport   *report)
{
  g_autofree char *saying = NULL;
  TlReport *first;

  if (tl_report_get_story (report) == 0)
    return report;
  saying = dup_saying (report);
  first = g_hash_table_lookup (firsts, saying);
  if (first == NULL)
    g_hash_table_insert (firsts, g_steal_pointer (&saying), report);
  if (first == NULL || tl_report_get_article_id (first) == tl_report_get_article_id (report))
    return report;
  return first;
}

static void
add_copy (GHashTable *copies,
          TlReport   *first,
          TlReport   *copy)
{
  GPtrArray *others = g_hash_table_lookup (copies, first);

  if (others == NULL)
    {
      others = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (copies, first, others);
    }
  g_ptr_array_add (others, copy);
}

static gboolean
is_of_story (TlPoint *self)
{
  for (guint i = 0; i < self->reports->len; i++)
    if (tl_report_get_story (self->reports->pdata[i]) != 0)
      return TRUE;
  return FALSE;
}

/* What carriers of a story say is what the first of them says: of the others, the reports are
 * copies of that one's first. */
static void
fold_copies (TlPoint *self)
{
  g_autoptr(GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) copies =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n_kept = 0;

  for (guint i = 0; i < self->reports->len; i++)
    {
      TlReport *report = self->reports->pdata[i];
      TlReport *first = find_first (firsts, report);

      if (first == report)
        self->reports->pdata[n_kept++] = report;
      else
        add_copy (copies, first, report);
    }
  for (guint i = n_kept; i < self->reports->len; i++)
    self->reports->pdata[i] = NULL;
  g_ptr_array_set_size (self->reports, (int) n_kept);
  for (guint i = 0; i < n_kept; i++)
    {
      g_autoptr(TlReport) report = self->reports->pdata[i];
      GPtrArray *others = g_hash_table_lookup (copies, report);

      self->reports->pdata[i] = others != NULL ? tl_report_new_with_copies (report, others)
                                               : g_object_ref (report);
    }
}

/**
 * tl_point_sort_reports:
 * @self: a point
 *
 * Puts the report of the oldest article first, drops what is there twice, and makes one
 * report of what several articles say that carry one story.
 */
void
tl_point_sort_reports (TlPoint *self)
{
  guint n_kept = 0;

  flatten (self);
  g_ptr_array_sort (self->reports, compare_reports);
  for (guint i = 0; i < self->reports->len; i++)
    {
      gpointer report = self->reports->pdata[i];

      if (n_kept > 0 && tl_report_is_same (self->reports->pdata[n_kept - 1], report))
        g_object_unref (report);
      else
        self->reports->pdata[n_kept++] = report;
    }
  for (guint i = n_kept; i < self->reports->len; i++)
    self->reports->pdata[i] = NULL;
  g_ptr_array_set_size (self->reports, (int) n_kept);
  if (self->reports->len > 1 && is_of_story (self))
    fold_copies (self);
}

static int
compare_numbers (double a,
                 double b)
{
  if (isnan (a) || isnan (b))
    return isnan (b) - isnan (a);       /* no range before a range */
  return (a > b) - (a < b);
}

/* What is known of the whole year, what of parts of it, what is only hoped for. */
static int
get_rank (const TlPoint *self)
{
  static const int ranks[TL_N_POINT_KINDS] = {
    [TL_POINT_YEAR] = 0,
    [TL_POINT_CALCULATED] = 1,
    [TL_POINT_PARTIAL] = 2,
    [TL_POINT_TARGET] = 3,
    [TL_POINT_FORECAST] = 4,
  };

  return ranks[self->kind];
}

/* The day of the latest article; of several that carry one story the first counts. */
static TlDate
get_latest (const TlPoint *self)
{
  TlDate latest = TL_DATE_NONE;

  for (guint i = 0; i < self->reports->len; i++)
    {
      TlDate published = tl_report_get_published (self->reports->pdata[i]);

      if (!tl_date_is_set (latest) || tl_date_compare (published, latest) > 0)
        latest = published;
    }
  return latest;
}

static int
compare_claims (const TlPoint *a,
                const TlPoint *b)
{
  int order = compare_numbers (a->value, b->value);

  if (order == 0)
    order = compare_numbers (a->high, b->high);
  if (order == 0)
    order = (int) a->precision - (int) b->precision;
  if (order == 0)
    order = strcmp (a->currency, b->currency);
  return order;
}

/**
 * tl_point_compare:
 * @a: a point
 * @b: another
 *
 * Orders points by the year in which their period begins.  Of one year, what is reported for the
 * whole comes first, then what was calculated, then its parts, the one that reaches furthest
 * first, then targets and forecasts.  Of one period and kind, the latest article comes first.
 *
 * Returns: less than, equal to or greater than 0, as for strcmp()
 */
int
tl_point_compare (const TlPoint *a,
                  const TlPoint *b)
{
  int order = a->start.year - b->start.year;

  if (order == 0)
    order = get_rank (a) - get_rank (b);
  if (order == 0)
    order = tl_date_compare (b->end, a->end);
  if (order == 0)
    order = tl_date_compare (a->start, b->start);
  if (order == 0)
    order = tl_date_compare (get_latest (b), get_latest (a));
  return order != 0 ? order : compare_claims (a, b);
}

/* As tl_point_compare(), but what may say the same stands together. */
static int
compare_sayings (const TlPoint *a,
                 const TlPoint *b)
{
  int order = tl_date_compare (a->start, b->start);

  if (order == 0)
    order = tl_date_compare (a->end, b->end);
  if (order == 0)
    order = (int) a->kind - (int) b->kind;
  if (order == 0)
    order = strcmp (a->currency, b->currency);
  if (order == 0)
    order = (int) a->precision - (int) b->precision;
  if (order == 0)
    order = compare_numbers (a->high, b->high);
  return order != 0 ? order : compare_numbers (a->value, b->value);
}

static int
compare_for_order (gconstpointer a,
                   gconstpointer b)
{
  return tl_point_compare (*(const TlPoint *const *) a, *(const TlPoint *const *) b);
}

static int
compare_for_merging (gconstpointer a,
                     gconstpointer b)
{
  const TlPoint *first = *(const TlPoint *const *) a;
  const TlPoint *second = *(const TlPoint *const *) b;
  int order = compare_sayings (first, second);

  if (order == 0 && first->reports->len > 0 && second->reports->len > 0)
    order = compare_reports (&first->reports->pdata[0], &second->reports->pdata[0]);
  return order;
}

/**
 * tl_points_merge:
 * @points: (transfer full) (element-type TlPoint): points in any order
 *
 * Returns: (transfer full) (element-type TlPoint): the points in order, those that say
 *   the same made one with all their reports, the oldest first
 */
GPtrArray *
tl_points_merge (GPtrArray *points)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);
  TlPoint *last = NULL;

  g_ptr_array_sort (points, compare_for_merging);
  for (guint i = 0; i < points->len; i++)
    {
      TlPoint *point = g_steal_pointer (&points->pdata[i]);

      if (last != NULL && tl_point_says_same (last, point))
        {
          tl_point_take_reports (last, point);
          continue;
        }
      g_ptr_array_add (merged, point);
      last = point;
    }
  g_ptr_array_set_free_func (points, NULL);
  g_ptr_array_unref (points);

  for (guint i = 0; i < merged->len; i++)
    tl_point_sort_reports (merged->pdata[i]);
  g_ptr_array_sort (merged, compare_for_order);
  return merged;
}
