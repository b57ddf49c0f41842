/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of which nobody says when they were: what is said of them, and by whom. */

#include "tl-chart-claims.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-scene-private.h"

/* How many a description names before it only counts them. */
#define MAX_NAMED 4

/* As for points: what differs by less is the same number, rounded otherwise. */
#define SAME 0.0005

static void
claim_free (gpointer data)
{
  TlClaim *self = data;

  g_array_unref (self->indices);
  g_ptr_array_unref (self->reports);
  g_free (self);
}

static TlPointKind
get_kind (TlStatus status)
{
  switch (status)
    {
    case TL_STATUS_TARGET:
    case TL_STATUS_POTENTIAL:
      return TL_POINT_TARGET;
    case TL_STATUS_FORECAST:
      return TL_POINT_FORECAST;
    case TL_STATUS_REPORTED:
    default:
      return TL_POINT_YEAR;
    }
}

static TlClaim *
claim_new (TlReport *report,
           guint     series,
           guint     index)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));
  TlClaim *self = g_new0 (TlClaim, 1);

  self->kind = get_kind (data->status);
  self->value = data->value;
  self->high = data->high;
  self->precision = data->precision;
  self->currency = data->currency;
  self->series = series;
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reports = g_ptr_array_new ();
  g_array_append_val (self->indices, index);
  g_ptr_array_add (self->reports, report);
  return self;
}

static gboolean
is_same_number (double a,
                double b)
{
  if (!isfinite (a) || !isfinite (b))
    return isfinite (a) == isfinite (b);
  return fabs (a - b) <= SAME * MAX (fabs (a), fabs (b));
}

static gboolean
says_same (const TlClaim *a,
           const TlClaim *b)
{
  return a->series == b->series && a->kind == b->kind && a->precision == b->precision &&
         g_str_equal (a->currency, b->currency) && is_same_number (a->value, b->value) &&
         is_same_number (a->high, b->high);
}

/* By currency, and in each from the lowest up; what could be the same stands together. */
static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const TlClaim *first = *(TlClaim *const *) a;
  const TlClaim *second = *(TlClaim *const *) b;
  int by_currency = strcmp (first->currency, second->currency);
  double first_high = isfinite (first->high) ? first->high : first->value;
  double second_high = isfinite (second->high) ? second->high : second->value;

  if (by_currency != 0)
    return by_currency;
  if (first->value < second->value || first->value > second->value)
    return first->value < second->value ? -1 : 1;
  if (first->series != second->series)
    return first->series < second->series ? -1 : 1;
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (first->precision != second->precision)
    return (int) first->precision - (int) second->precision;
  if (first_high < second_high || first_high > second_high)
    return first_high < second_high ? -1 : 1;
  return (int) g_array_index (first->indices, guint, 0) - (int) g_array_index (second->indices, guint, 0);
}

/* Joins what says the same; @claims are in order. */
static GPtrArray *
merge (GPtrArray *claims)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (claim_free);

  for (guint i = 0; i < claims->len; i++)
    {
      TlClaim *claim = claims->pdata[i];
      TlClaim *last = merged->len > 0 ? merged->pdata[merged->len - 1] : NULL;

      if (last != NULL && says_same (last, claim))
        {
          g_array_append_vals (last->indices, claim->indices->data, claim->indices->len);
          g_ptr_array_extend (last->reports, claim->reports, NULL, NULL);
          claim_free (claim);
        }
      else
        {
          g_ptr_array_add (merged, claim);
        }
    }
  g_ptr_array_unref (claims);
  return merged;
}

static void
add_claims (GPtrArray  *claims,
            TlSeries   *series,
            guint       index,
            const char *currency)
{
  GPtrArray *undated = tl_series_get_undated (series);

  for (guint i = 0; i < undated->len; i++)
    {
      const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (undated->pdata[i]));

      if (currency == NULL || g_str_equal (data->currency, currency))
        g_ptr_array_add (claims, claim_new (undated->pdata[i], index, i));
    }
}

/*
 * tl_claims_list:
 * @chart: a chart
 *
 * Returns: (transfer full) (element-type TlClaim): what the undated reports of its series say, in
 *   the currency of their series, from the lowest up in each currency; reports that say the same
 *   of one series are one claim
 */
GPtrArray *
tl_claims_list (TlChart *chart)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      add_claims (claims, series, i, tl_series_get_currency (series));
    }
  g_ptr_array_sort (claims, compare_claims);
  return merge (claims);
}

/*
 * tl_claims_list_reports:
 * @claims: (element-type TlClaim): claims
 * @first: index of the first
 * @n: how many from there
 *
 * Returns: (transfer container) (element-type TlReport): the reports of these claims, which live
 *   as long as their series
 */
GPtrArray *
tl_claims_list_reports (GPtrArray *claims,
                        guint      first,
                        guint      n)
{
  GPtrArray *reports = g_ptr_array_new ();

  for (guint i = first; i < first + n; i++)
    g_ptr_array_extend (reports, ((TlClaim *) claims->pdata[i])->reports, NULL, NULL);
  return reports;
}

/*
 * tl_claim_add_to_mark:
 * @self: a claim
 * @mark: a mark
 *
 * Lets a mark stand for the claim's reports, too.
 */
void
tl_claim_add_to_mark (const TlClaim *self,
                      TlMark        *mark)
{
  for (guint i = 0; i < self->indices->len; i++)
    tl_mark_add_subject (mark, tl_subject_for_undated (self->series,
                                                       g_array_index (self->indices, guint, i)));
}

/* ---- in words ---- */

/*
 * tl_claim_dup_value:
 * @self: a claim
 * @style: how it is written
 *
 * Returns: (transfer full): its amount
 */
char *
tl_claim_dup_value (const TlClaim *self,
                    TlLabelStyle   style)
{
  return tl_label_for_amount (self->value, self->high, self->currency, self->precision, style);
}

/*
 * tl_claim_dup_description:
 * @self: a claim
 *
 * Returns: (transfer full): the claim in words
 */
char *
tl_claim_dup_description (const TlClaim *self)
{
  g_autofree char *value = tl_claim_dup_value (self, TL_LABEL_STYLE_WORDS);
  g_autofree char *origin = tl_chart_dup_origin (self->reports);

  switch (self->kind)
    {
    case TL_POINT_TARGET:
      /* Translators: an amount, and who reports it; so are the next two */
      return g_strdup_printf (_("%s, a target without a year, reported by %s"), value, origin);
    case TL_POINT_FORECAST:
      return g_strdup_printf (_("%s, a forecast without a year, reported by %s"), value, origin);
    case TL_POINT_YEAR:
    case TL_POINT_PARTIAL:
    case TL_POINT_CALCULATED:
    default:
      return g_strdup_printf (_("%s, no period is said, reported by %s"), value, origin);
    }
}

/* "about $500 million; €2 million; and 3 more" */
static char *
dup_list (GPtrArray *claims)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (claims->len, MAX_NAMED); i++)
    {
      g_autofree char *value = tl_claim_dup_value (claims->pdata[i], TL_LABEL_STYLE_WORDS);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", value);
    }
  if (claims->len > MAX_NAMED)
    {
      g_autofree char *more = tl_chart_dup_more (claims->len - MAX_NAMED);

      g_string_append_printf (list, "; %s", more);
    }
  return g_string_free (list, FALSE);
}

/*
 * tl_claims_dup_note:
 * @claims: (element-type TlClaim): claims, one at least
 *
 * Returns: (transfer full): all of them in words, of whatever series and currency
 */
char *
tl_claims_dup_note (GPtrArray *claims)
{
  g_autoptr(GPtrArray) reports = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *list = NULL;

  if (claims->len == 1)
    return tl_claim_dup_description (claims->pdata[0]);
  reports = tl_claims_list_reports (claims, 0, claims->len);
  origin = tl_chart_dup_origin (reports);
  list = dup_list (claims);
  /* Translators: a list of amounts, and who reports them */
  return g_strdup_printf (_("%s, no period is said, reported by %s"), list, origin);
}

/*
 * tl_claims_dup_joined:
 * @claims: (element-type TlClaim): claims in one currency, from the lowest up
 * @first: index of the first
 * @n: how many from there are one mark
 *
 * Returns: (transfer full): these claims in words
 */
char *
tl_claims_dup_joined (GPtrArray *claims,
                      guint      first,
                      guint      n)
{
  g_autofree char *lowest = tl_claim_dup_value (claims->pdata[first], TL_LABEL_STYLE_WORDS);
  g_autofree char *highest = tl_claim_dup_value (claims->pdata[first + n - 1], TL_LABEL_STYLE_WORDS);
  g_autoptr(GPtrArray) reports = tl_claims_list_reports (claims, first, n);
  g_autofree char *origin = tl_chart_dup_origin (reports);

  /* Translators: how many amounts, the lowest and the highest of them, and who reports them */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u amount from %s to %s, no period is said, reported by %s",
                                       "%u amounts from %s to %s, no period is said, reported by %s", n),
                          n, lowest, highest, origin);
}

/*
 * tl_claims_dup_description:
 * @series: a series
 *
 * Returns: (transfer full) (nullable): what is said without a period, in whatever currency, in a
 *   sentence; %NULL where nothing is
 */
char *
tl_claims_dup_description (TlSeries *series)
{
  g_autoptr(GPtrArray) claims = NULL;
  g_autofree char *list = NULL;
  GPtrArray *all = g_ptr_array_new ();

  add_claims (all, series, 0, NULL);
  g_ptr_array_sort (all, compare_claims);
  claims = merge (all);
  if (claims->len == 0)
    return NULL;
  list = dup_list (claims);
  /* Translators: a list of amounts */
  return g_strdup_printf (_("Said without a period: %s."), list);
}
