/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is reported of a pair besides the trade of the two countries as a whole: that of their
 * regions, and that in some goods or services.  Each is a series of its own. */

#include "tl-series-private.h"

#include <glib/gi18n-lib.h>

#include "tl-gazetteer.h"

/* The reports of one pair of partners, of whatever flow. */
typedef struct
{
  TlScope    scope;
  char       partners[2][TL_PARTNER_SIZE];      /* by the alphabet */
  GPtrArray *reports;                           /* borrowed */
} Bucket;

static void
bucket_free (gpointer data)
{
  Bucket *self = data;

  g_ptr_array_unref (self->reports);
  g_free (self);
}

static gboolean
is_apart (const TlFigureData *data,
          const char         *partner,
          const char         *other)
{
  return (data->scope == TL_SCOPE_REGIONAL || data->scope == TL_SCOPE_SECTOR) &&
         tl_partners_are_of_pair (data, partner, other);
}

static Bucket *
get_bucket (GPtrArray          *buckets,
            GHashTable         *by_name,
            const TlFigureData *data)
{
  gboolean is_turned = strcmp (data->partners[0], data->partners[1]) > 0;
  const char *first = data->partners[is_turned ? 1 : 0];
  const char *second = data->partners[is_turned ? 0 : 1];
  g_autofree char *name = g_strdup_printf ("%d %s %s", (int) data->scope, first, second);
  Bucket *bucket = g_hash_table_lookup (by_name, name);

  if (bucket != NULL)
    return bucket;
  bucket = g_new0 (Bucket, 1);
  bucket->scope = data->scope;
  g_strlcpy (bucket->partners[0], first, TL_PARTNER_SIZE);
  g_strlcpy (bucket->partners[1], second, TL_PARTNER_SIZE);
  bucket->reports = g_ptr_array_new ();
  g_ptr_array_add (buckets, bucket);
  g_hash_table_insert (by_name, g_steal_pointer (&name), bucket);
  return bucket;
}

/* Regions before goods, those with most reports first. */
static int
compare_buckets (gconstpointer a,
                 gconstpointer b)
{
  const Bucket *first = *(Bucket *const *) a;
  const Bucket *second = *(Bucket *const *) b;
  int order = (int) first->scope - (int) second->scope;

  if (order == 0 && first->reports->len != second->reports->len)
    order = first->reports->len > second->reports->len ? -1 : 1;
  if (order == 0)
    order = strcmp (first->partners[0], second->partners[0]);
  return order != 0 ? order : strcmp (first->partners[1], second->partners[1]);
}

static void
add_series (GPtrArray           *list,
            const Bucket        *bucket,
            TlFlow               flow,
            guint                first,
            const TlSeriesRules *rules)
{
  TlSeriesRules own = *rules;
  g_autoptr(TlSeries) series = NULL;

  own.scope = bucket->scope;
  series = tl_series_new_by_rules (bucket->partners[first], bucket->partners[1 - first], flow,
                                   bucket->reports, &own);
  if (tl_series_get_n_points (series) > 0)
    g_ptr_array_add (list, g_steal_pointer (&series));
}

/**
 * tl_series_list_apart:
 * @partner: code of a country
 * @other: code of the other country
 * @reports: (element-type TlReport): all reports of the pair, or any
 * @rules: what is wanted of them; their scope does not matter
 *
 * Returns: (transfer full) (element-type TlSeries): what there is of the trade of regions of the
 *   two, and of that in some goods or services only, as far as it has points: each pair of
 *   partners and each flow apart
 */
GPtrArray *
tl_series_list_apart (const char          *partner,
                      const char          *other,
                      GPtrArray           *reports,
                      const TlSeriesRules *rules)
{
  g_autoptr(GPtrArray) buckets = g_ptr_array_new_with_free_func (bucket_free);
  g_autoptr(GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (partner != NULL && other != NULL, list);
  g_return_val_if_fail (reports != NULL && rules != NULL, list);

  for (guint i = 0; i < reports->len; i++)
    {
      const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (reports->pdata[i]));

      if (is_apart (data, partner, other))
        g_ptr_array_add (get_bucket (buckets, by_name, data)->reports, reports->pdata[i]);
    }
  g_ptr_array_sort (buckets, compare_buckets);
  for (guint i = 0; i < buckets->len; i++)
    {
      add_series (list, buckets->pdata[i], TL_FLOW_TURNOVER, 0, rules);
      add_series (list, buckets->pdata[i], TL_FLOW_EXPORTS, 0, rules);
      add_series (list, buckets->pdata[i], TL_FLOW_EXPORTS, 1, rules);
      add_series (list, buckets->pdata[i], TL_FLOW_BALANCE, 0, rules);
      add_series (list, buckets->pdata[i], TL_FLOW_BALANCE, 1, rules);
    }
  return list;
}

/**
 * tl_series_dup_scope_label:
 * @self: a series
 *
 * Returns: (transfer full): whose trade it is, for people: "Belarus – Kazakhstan", "Brest Oblast
 *   – Kazakhstan", "Belarus – Kazakhstan, some goods or services only"
 */
char *
tl_series_dup_scope_label (TlSeries *self)
{
  TlGazetteer *names = tl_gazetteer_get_default ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  first = tl_gazetteer_dup_display_name (names, tl_series_get_partner (self, 0));
  second = tl_gazetteer_dup_display_name (names, tl_series_get_partner (self, 1));
  if (tl_series_get_scope (self) == TL_SCOPE_SECTOR)
    /* Translators: two countries, of whose trade only a part is meant */
    return g_strdup_printf (C_("scope", "%s – %s, some goods or services only"), first, second);
  /* Translators: two partners in trade, "Brest Oblast – Kazakhstan" */
  return g_strdup_printf (C_("scope", "%s – %s"), first, second);
}
