/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one report says of a period, and when two reports say the same. */

#include "tl-series-private.h"

#include <math.h>

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

static TlPointKind
find_kind (TlFigure *figure)
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
  TlPoint *self = tl_point_new (find_kind (figure), data->start, data->end);

  self->value = data->value;
  self->high = isfinite (data->high) && data->high > data->value ? data->high : NAN;
  self->precision = data->precision;
  g_ptr_array_add (self->reports, g_object_ref (report));
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
         is_same_number (self->value, other->value) &&
         is_same_number (self->high, other->high);
}

/* The oldest article first; what has no date behind those that have one. */
static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  TlReport *first = *(TlReport *const *) a;
  TlReport *second = *(TlReport *const *) b;
  TlDate first_date = tl_report_get_published (first);
  TlDate second_date = tl_report_get_published (second);
  gint64 first_id = tl_report_get_article_id (first);
  gint64 second_id = tl_report_get_article_id (second);
  TlSpan first_span = tl_figure_get_data (tl_report_get_figure (first))->quote;
  TlSpan second_span = tl_figure_get_data (tl_report_get_figure (second))->quote;

  if (tl_date_is_set (first_date) != tl_date_is_set (second_date))
    return tl_date_is_set (first_date) ? -1 : 1;
  if (tl_date_compare (first_date, second_date) != 0)
    return tl_date_compare (first_date, second_date);
  if (first_id != second_id)
    return first_id < second_id ? -1 : 1;
  return (first_span.start > second_span.start) - (first_span.start < second_span.start);
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

static gboolean
is_same_report (TlReport *a,
                TlReport *b)
{
  return tl_report_get_figure (a) == tl_report_get_figure (b) &&
         tl_report_get_article_id (a) == tl_report_get_article_id (b);
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

/* What carriers of a story say is what the first of them says: of the others, the reports are
 * copies of that one's first. */
static void
fold_copies (TlPoint *self)
{
  g_autoptr(GHashTable) firsts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) copies =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n_kept = 0;

  for (guint i = 0; i < self->reports->len; i++)
    {
      TlReport *report = self->reports->pdata[i];
      gint64 story = tl_report_get_story (report);
      TlReport *first = story != 0 ? g_hash_table_lookup (firsts, &story) : NULL;
      GPtrArray *others;

      if (first == NULL && story != 0)
        g_hash_table_insert (firsts, g_memdup2 (&story, sizeof story), report);
      if (first == NULL ||
          tl_report_get_article_id (first) == tl_report_get_article_id (report))
        {
          self->reports->pdata[n_kept++] = report;
          continue;
        }
      others = g_hash_table_lookup (copies, first);
      if (others == NULL)
        {
          others = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (copies, first, others);
        }
      g_ptr_array_add (others, report);
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

      if (n_kept > 0 && is_same_report (self->reports->pdata[n_kept - 1], report))
        g_object_unref (report);
      else
        self->reports->pdata[n_kept++] = report;
    }
  for (guint i = n_kept; i < self->reports->len; i++)
    self->reports->pdata[i] = NULL;
  g_ptr_array_set_size (self->reports, (int) n_kept);
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

/**
 * tl_point_compare:
 * @a: a point
 * @b: another
 *
 * Orders points by the year in which their period begins, then by its end, so that parts
 * of a year come before the whole; those of one period by kind and value.
 *
 * Returns: less than, equal to or greater than 0, as for strcmp()
 */
int
tl_point_compare (const TlPoint *a,
                  const TlPoint *b)
{
  int order = a->start.year - b->start.year;

  if (order == 0)
    order = tl_date_compare (a->end, b->end);
  if (order == 0)
    order = tl_date_compare (a->start, b->start);
  if (order == 0)
    order = (int) a->kind - (int) b->kind;
  if (order == 0)
    order = compare_numbers (a->value, b->value);
  if (order == 0)
    order = compare_numbers (a->high, b->high);
  if (order == 0)
    order = (int) a->precision - (int) b->precision;
  return order;
}

/* As tl_point_compare(), but what may say the same stands together. */
static int
compare_sayings (const TlPoint *a,
                 const TlPoint *b)
{
  if (tl_date_compare (a->start, b->start) != 0 ||
      tl_date_compare (a->end, b->end) != 0 ||
      a->kind != b->kind)
    return tl_point_compare (a, b);
  if (a->precision != b->precision)
    return (int) a->precision - (int) b->precision;
  if (compare_numbers (a->high, b->high) != 0)
    return compare_numbers (a->high, b->high);
  return compare_numbers (a->value, b->value);
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
