/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which currencies a trade is reported in, and how often. */

#include "tl-series-private.h"

/* Whose word a report is: that of its article, or of all that carry the story. */
typedef struct
{
  gboolean            is_story;
  gint64              id;
  const TlFigureData *data;     /* not owned */
} Saying;

static guint
saying_hash (gconstpointer key)
{
  const Saying *saying = key;

  return g_int64_hash (&saying->id) * 31 + (guint) saying->data->start.year;
}

static gboolean
has_same_month (TlDate a,
                TlDate b)
{
  return a.year == b.year && a.month == b.month;
}

/* In four digits. */
static gboolean
is_same_value (double a,
               double b)
{
  char first[32], second[32];

  if (a == b)
    return TRUE;
  g_snprintf (first, sizeof first, "%.4g", a);
  g_snprintf (second, sizeof second, "%.4g", b);
  return g_str_equal (first, second);
}

/* What an article says twice, and what another article of the story says too, counts once. */
static gboolean
saying_equal (gconstpointer a,
              gconstpointer b)
{
  const Saying *first = a, *second = b;

  return first->is_story == second->is_story && first->id == second->id &&
         first->data->status == second->data->status &&
         has_same_month (first->data->start, second->data->start) &&
         has_same_month (first->data->end, second->data->end) &&
         g_str_equal (first->data->currency, second->data->currency) &&
         is_same_value (first->data->value, second->data->value);
}

/* The most frequent first; of several US dollars, else the first by the alphabet. */
static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const TlCurrencyCount *first = a, *second = b;

  if (first->n_reports != second->n_reports)
    return first->n_reports > second->n_reports ? -1 : 1;
  if (g_str_equal (first->currency, "USD") || g_str_equal (second->currency, "USD"))
    return g_str_equal (first->currency, "USD") ? -1 : 1;
  return strcmp (first->currency, second->currency);
}

static void
count_report (GArray     *counts,
              GHashTable *places,
              const char *currency)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, currency));

  if (place == 0)
    {
      TlCurrencyCount count = { .n_reports = 0 };

      g_strlcpy (count.currency, currency, sizeof count.currency);
      g_array_append_val (counts, count);
      place = counts->len;
      g_hash_table_insert (places, (gpointer) currency, GUINT_TO_POINTER (place));
    }
  g_array_index (counts, TlCurrencyCount, place - 1).n_reports++;
}

/**
 * tl_currencies_count:
 * @trade: which trade
 * @reports: (element-type TlReport): reports of any
 *
 * Returns: (transfer full) (element-type TlCurrencyCount): in which currencies it is reported,
 *   the most frequent first
 */
GArray *
tl_currencies_count (const TlTrade *trade,
                     GPtrArray     *reports)
{
  g_autofree Saying *sayings = g_new (Saying, reports->len);
  g_autoptr(GHashTable) said = g_hash_table_new (saying_hash, saying_equal);
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (TlCurrencyCount));

  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = reports->pdata[i];
      TlFigure *figure = tl_report_get_figure (report);
      gint64 story = tl_report_get_story (report);

      sayings[i] = (Saying) {
        story != 0, story != 0 ? story : tl_report_get_article_id (report), tl_figure_get_data (figure),
      };
      if (tl_trade_includes (trade, report) && tl_figure_is_complete (figure) &&
          g_hash_table_add (said, &sayings[i]))
        count_report (counts, places, tl_figure_get_data (figure)->currency);
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

/**
 * tl_currencies_join:
 * @there: (element-type TlCurrencyCount): currencies of one direction
 * @back: (element-type TlCurrencyCount): those of the other
 *
 * Returns: (transfer full) (element-type TlCurrencyCount): those in which both directions are
 *   reported, with the reports of both
 */
GArray *
tl_currencies_join (GArray *there,
                    GArray *back)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *both = g_array_new (FALSE, FALSE, sizeof (TlCurrencyCount));

  for (guint i = 0; i < back->len; i++)
    {
      TlCurrencyCount *count = &g_array_index (back, TlCurrencyCount, i);

      g_hash_table_insert (counts, count->currency, count);
    }
  for (guint i = 0; i < there->len; i++)
    {
      TlCurrencyCount count = g_array_index (there, TlCurrencyCount, i);
      const TlCurrencyCount *other = g_hash_table_lookup (counts, count.currency);

      if (other == NULL)
        continue;
      count.n_reports += other->n_reports;
      g_array_append_val (both, count);
    }
  g_array_sort (both, compare_counts);
  return both;
}
