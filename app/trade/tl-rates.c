/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-rates.h"

#include <math.h>

/* Fewer decimals look like a typing error in a rate. */
#define MIN_DECIMALS 2
#define MAX_DECIMALS 4

struct _TlRates
{
  char        currency[4];
  GHashTable *rates;            /* currency → rate, both owned */
};

/**
 * tl_rates_new:
 * @currency: ISO 4217 code of the currency that the others are counted in
 *
 * Returns: (transfer full): no rates yet
 */
TlRates *
tl_rates_new (const char *currency)
{
  TlRates *self;

  g_return_val_if_fail (currency != NULL, NULL);

  self = g_new0 (TlRates, 1);
  g_strlcpy (self->currency, currency, sizeof self->currency);
  self->rates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * tl_rates_copy:
 * @self: rates
 *
 * Returns: (transfer full): the same rates
 */
TlRates *
tl_rates_copy (const TlRates *self)
{
  TlRates *copy;
  GHashTableIter iter;
  gpointer currency, rate;

  g_return_val_if_fail (self != NULL, NULL);

  copy = tl_rates_new (self->currency);
  g_hash_table_iter_init (&iter, self->rates);
  while (g_hash_table_iter_next (&iter, &currency, &rate))
    tl_rates_set (copy, currency, *(double *) rate);
  return copy;
}

/**
 * tl_rates_free:
 * @self: (transfer full): rates
 *
 * Frees rates.
 */
void
tl_rates_free (TlRates *self)
{
  g_clear_pointer (&self->rates, g_hash_table_unref);
  g_free (self);
}

/**
 * tl_rates_get_currency:
 * @self: rates
 *
 * Returns: (transfer none): the currency that the others are counted in
 */
const char *
tl_rates_get_currency (const TlRates *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->currency;
}

/**
 * tl_rates_set:
 * @self: rates
 * @currency: ISO 4217 code of another currency
 * @rate: how much one unit of it is worth: 1.10 where €1 is $1.10
 *
 * Returns: whether that is a rate, from %TL_MIN_RATE to %TL_MAX_RATE; it is not kept where it is not
 */
gboolean
tl_rates_set (TlRates    *self,
              const char *currency,
              double      rate)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (currency != NULL, FALSE);

  if (!(rate >= TL_MIN_RATE && rate <= TL_MAX_RATE) || strlen (currency) != 3 ||
      g_str_equal (currency, self->currency))
    return FALSE;
  g_hash_table_insert (self->rates, g_strdup (currency), g_memdup2 (&rate, sizeof rate));
  return TRUE;
}

/**
 * tl_rates_get:
 * @self: (nullable): rates
 * @currency: ISO 4217 code of another currency
 *
 * Returns: how much one unit of it is worth, NAN where nobody said
 */
double
tl_rates_get (const TlRates *self,
              const char    *currency)
{
  double *rate = self != NULL ? g_hash_table_lookup (self->rates, currency) : NULL;

  return rate != NULL ? *rate : NAN;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tl_rates_list:
 * @self: rates
 *
 * Returns: (transfer container) (element-type utf8): the currencies whose rates are known, by the
 *   alphabet; they belong to @self
 */
GPtrArray *
tl_rates_list (const TlRates *self)
{
  GPtrArray *currencies = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer currency;

  g_return_val_if_fail (self != NULL, currencies);

  g_hash_table_iter_init (&iter, self->rates);
  while (g_hash_table_iter_next (&iter, &currency, NULL))
    g_ptr_array_add (currencies, currency);
  g_ptr_array_sort (currencies, compare_names);
  return currencies;
}

/**
 * tl_rates_dup_label:
 * @rate: a rate
 *
 * Returns: (transfer full): the rate for people, "1.10" or "0.00302"
 */
char *
tl_rates_dup_label (double rate)
{
  char *label;
  gsize length;

  if (rate < 0.1 || rate >= 1e6)
    return g_strdup_printf ("%.*g", MAX_DECIMALS, rate);

  label = g_strdup_printf ("%.*f", MAX_DECIMALS, rate);
  length = strlen (label);
  for (guint n = MAX_DECIMALS; n > MIN_DECIMALS && label[length - 1] == '0'; n--)
    label[--length] = '\0';
  return label;
}
