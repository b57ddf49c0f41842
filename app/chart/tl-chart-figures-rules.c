/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By which rules a chart was made of its reports, in the JSON that its picture carries.  What is
 * as it always was is not written; what is written and makes no sense is refused, since nobody
 * would see that the chart is another. */

#include "tl-chart-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-currency.h"

/* More currencies than there are. */
#define MAX_RATES 200

/* ---- writing ---- */

static void
add_integer (JsonBuilder *builder,
             const char  *name,
             gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* Whether anything that is in the picture is reported in it. */
static gboolean
is_of_use (TlSeries   *series,
           const char *currency)
{
  g_autoptr(GPtrArray) converted = tl_chart_list_converted (series);
  GPtrArray *heeded = tl_series_get_heeded (series);

  if (g_ptr_array_find_with_equal_func (converted, currency, g_str_equal, NULL))
    return TRUE;
  for (guint i = 0; i < heeded->len; i++)
    if (g_str_equal (tl_figure_get_data (tl_report_get_figure (heeded->pdata[i]))->currency, currency))
      return TRUE;
  return FALSE;
}

/* Rates that convert nothing say nothing of the chart. */
static GPtrArray *
list_rates (TlSeries *series)
{
  const TlSeriesRules *rules = tl_series_get_rules (series);
  GPtrArray *currencies =
    rules->rates != NULL && g_str_equal (tl_rates_get_currency (rules->rates), rules->currency)
      ? tl_rates_list (rules->rates) : g_ptr_array_new ();

  for (guint i = currencies->len; i > 0; i--)
    if (!is_of_use (series, currencies->pdata[i - 1]))
      g_ptr_array_remove_index (currencies, i - 1);
  return currencies;
}

static void
add_rates (TlSeries    *series,
           JsonBuilder *builder)
{
  g_autoptr(GPtrArray) currencies = list_rates (series);

  if (currencies->len == 0)
    return;
  json_builder_set_member_name (builder, "rates");
  json_builder_begin_object (builder);
  for (guint i = 0; i < currencies->len; i++)
    {
      json_builder_set_member_name (builder, currencies->pdata[i]);
      json_builder_add_double_value (builder, tl_rates_get (tl_series_get_rules (series)->rates,
                                                            currencies->pdata[i]));
    }
  json_builder_end_object (builder);
}

/* Appends them as members of the object that is open. */
void
tl_chart_add_rules (TlSeries    *series,
                    JsonBuilder *builder)
{
  const TlSeriesRules *rules = tl_series_get_rules (series);

  if (rules->kinds != TL_ALL_POINT_KINDS)
    add_integer (builder, "kinds", rules->kinds);
  if (rules->scope != TL_SCOPE_NATIONAL)
    add_string (builder, "scope", tl_scope_to_string (rules->scope));
  if (rules->first_year != 0)
    add_integer (builder, "first-year", rules->first_year);
  if (rules->last_year != 0)
    add_integer (builder, "last-year", rules->last_year);
  if (rules->currency != NULL)
    add_string (builder, "currency", rules->currency);
  add_rates (series, builder);
  if (rules->only_confirmed)
    {
      json_builder_set_member_name (builder, "only-confirmed");
      json_builder_add_boolean_value (builder, TRUE);
    }
}

/* ---- reading ---- */

static gboolean
refuse (GError     **error,
        const char  *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN, message);
  return FALSE;
}

static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
           ? node : NULL;
}

/* Leaves alone what is not there. */
static gboolean
read_integer (JsonObject  *object,
              const char  *name,
              int          min,
              int          max,
              int         *value,
              GError     **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  if (!json_object_has_member (object, name))
    return TRUE;
  if (node == NULL || json_node_get_int (node) < min || json_node_get_int (node) > max)
    /* Translators: the name of a field, and the numbers that it may have */
    return refuse (error, _("The picture's field “%s” is no number from %d to %d"), name, min, max);
  *value = (int) json_node_get_int (node);
  return TRUE;
}

static gboolean
read_kinds (JsonObject     *object,
            TlSeriesRules  *rules,
            GError        **error)
{
  int kinds = TL_ALL_POINT_KINDS;

  if (!read_integer (object, "kinds", 0, TL_ALL_POINT_KINDS, &kinds, error))
    return FALSE;
  rules->kinds = (guint) kinds;
  return TRUE;
}

static gboolean
read_years (JsonObject     *object,
            TlSeriesRules  *rules,
            GError        **error)
{
  if (!read_integer (object, "first-year", TL_FIRST_YEAR, TL_LAST_YEAR, &rules->first_year, error) ||
      !read_integer (object, "last-year", TL_FIRST_YEAR, TL_LAST_YEAR, &rules->last_year, error))
    return FALSE;
  if (rules->last_year != 0 && rules->first_year > rules->last_year)
    return refuse (error, _("The picture's years run backwards, from %d to %d"), rules->first_year,
                   rules->last_year);
  return TRUE;
}

static gboolean
read_scope (JsonObject     *object,
            TlSeriesRules  *rules,
            GError        **error)
{
  JsonNode *node = get_value (object, "scope", G_TYPE_STRING);

  if (json_object_has_member (object, "scope") &&
      (node == NULL || !tl_scope_from_string (json_node_get_string (node), &rules->scope)))
    return refuse (error, _("The picture does not say rightly whose trade it shows"));
  return TRUE;
}

static gboolean
read_only_confirmed (JsonObject     *object,
                     TlSeriesRules  *rules,
                     GError        **error)
{
  JsonNode *node = get_value (object, "only-confirmed", G_TYPE_BOOLEAN);

  if (json_object_has_member (object, "only-confirmed") && node == NULL)
    return refuse (error, _("The picture does not say rightly whether it shows only confirmed reports"));
  rules->only_confirmed = node != NULL && json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_currency (JsonObject  *object,
               char        *currency,
               gsize        size,
               GError     **error)
{
  JsonNode *node = get_value (object, "currency", G_TYPE_STRING);

  if (json_object_has_member (object, "currency") &&
      (node == NULL || !tl_currency_exists (json_node_get_string (node))))
    return refuse (error, _("The picture is in a currency that does not exist"));
  g_strlcpy (currency, node != NULL ? json_node_get_string (node) : "", size);
  return TRUE;
}

static gboolean
read_rate (TlRates     *rates,
           const char  *currency,
           JsonNode    *node,
           GError     **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double rate = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;

  if (!tl_currency_exists (currency))
    return refuse (error, _("The picture has a rate for a currency that does not exist"));
  if (!tl_rates_set (rates, currency, rate))
    return refuse (error, _("The picture's rate for %s is none that amounts can be converted by"), currency);
  return TRUE;
}

static gboolean
read_rates (JsonObject  *object,
            const char  *currency,
            TlRates    **rates,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, "rates");
  JsonObject *members = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr(TlRates) read = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  *rates = NULL;
  if (node == NULL)
    return TRUE;
  if (members == NULL || json_object_get_size (members) > MAX_RATES)
    return refuse (error, _("The picture's rates are no list of them, or too many"));
  if (*currency == '\0')
    return refuse (error, _("The picture has rates, and does not say into which currency"));
  read = tl_rates_new (currency);
  json_object_iter_init (&iter, members);
  while (json_object_iter_next (&iter, &name, &value))
    if (!read_rate (read, name, value, error))
      return FALSE;
  *rates = g_steal_pointer (&read);
  return TRUE;
}

/* What tl_chart_add_rules() wrote; what it did not write is as it always was. */
gboolean
tl_chart_parse_rules (JsonObject    *object,
                      TlChartRules  *self,
                      GError       **error)
{
  self->rates = NULL;
  tl_series_rules_init (&self->rules);
  if (!read_kinds (object, &self->rules, error) ||
      !read_scope (object, &self->rules, error) ||
      !read_years (object, &self->rules, error) ||
      !read_only_confirmed (object, &self->rules, error) ||
      !read_currency (object, self->currency, sizeof self->currency, error) ||
      !read_rates (object, self->currency, &self->rates, error))
    return FALSE;
  if (*self->currency != '\0')
    self->rules.currency = self->currency;
  self->rules.rates = self->rates;
  return TRUE;
}

void
tl_chart_rules_clear (TlChartRules *self)
{
  g_clear_pointer (&self->rates, tl_rates_free);
}
