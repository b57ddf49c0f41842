/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What `tradelines chart` is to show of the reports: years, kinds, scope, currency and rates.
 */

#include "tl-command-chart-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-command-private.h"
#include "tl-currency.h"

/*
 * tl_command_rules_clear:
 * @self: rules
 *
 * Frees what they own.
 */
void
tl_command_rules_clear (TlCommandRules *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->currency);
  g_strfreev (self->rates);
  g_free (self->kinds);
  g_free (self->scope);
  g_clear_pointer (&self->read_rates, tl_rates_free);
}

/*
 * tl_command_rules_add_entries:
 * @self: (out): rules
 * @context: the command's options
 *
 * Adds the options that say what is to be shown.
 */
void
tl_command_rules_add_entries (TlCommandRules *self,
                              GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, N_("The first year to show"), N_("YEAR") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, N_("The last year to show"), N_("YEAR") },
    { "kinds", 0, 0, G_OPTION_ARG_STRING, &self->kinds,
      N_("The kinds of values to show, with commas: year, partial, calculated, target, forecast; all by default"),
      N_("KIND,…") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &self->scope,
      N_("Whose trade: national (the default), regional (of a part of a country), bloc or sector (some goods only)"),
      N_("SCOPE") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &self->currency,
      N_("The currency to show, that of most reports by default; amounts in others are left out"),
      N_("CODE") },
    { "rate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->rates,
      N_("How much of --currency one unit of another is: EUR=1.10 converts euros; may be given for several"),
      N_("CODE=RATE") },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/*
 * tl_command_rules_is_given:
 * @self: rules
 *
 * Returns: whether any of the options was given
 */
gboolean
tl_command_rules_is_given (const TlCommandRules *self)
{
  return self->from != NULL || self->to != NULL || self->kinds != NULL || self->scope != NULL ||
         self->currency != NULL || self->rates != NULL;
}

static gboolean
parse_year (const char *string,
            int        *year)
{
  gint64 value = 0;

  if (string == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (string, 10, TL_FIRST_YEAR, TL_LAST_YEAR, &value, NULL))
    {
      tl_command_complain (_("“%s” is no year from %d to %d"), string, TL_FIRST_YEAR, TL_LAST_YEAR);
      return FALSE;
    }
  *year = (int) value;
  return TRUE;
}

static gboolean
parse_years (TlCommandRules *self)
{
  if (!parse_year (self->from, &self->rules.first_year) || !parse_year (self->to, &self->rules.last_year))
    return FALSE;
  if (self->rules.last_year == 0 || self->rules.first_year <= self->rules.last_year)
    return TRUE;
  tl_command_complain (_("The years run backwards, from %d to %d"), self->rules.first_year,
                       self->rules.last_year);
  return FALSE;
}

static gboolean
parse_kinds (TlCommandRules *self)
{
  static const char *const names[TL_N_POINT_KINDS] = {
    [TL_POINT_YEAR] = "year",
    [TL_POINT_PARTIAL] = "partial",
    [TL_POINT_CALCULATED] = "calculated",
    [TL_POINT_TARGET] = "target",
    [TL_POINT_FORECAST] = "forecast",
  };
  g_auto(GStrv) wanted = self->kinds != NULL ? g_strsplit (self->kinds, ",", -1) : NULL;

  if (wanted == NULL)
    return TRUE;
  self->rules.kinds = 0;
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      guint kind = 0;

      while (kind < TL_N_POINT_KINDS && !g_str_equal (names[kind], wanted[i]))
        kind++;
      if (kind == TL_N_POINT_KINDS)
        {
          tl_command_complain (_("There is no kind “%s”; it is year, partial, calculated, target or forecast"),
                               wanted[i]);
          return FALSE;
        }
      self->rules.kinds |= TL_POINT_BIT (kind);
    }
  if (self->rules.kinds != 0)
    return TRUE;
  tl_command_complain (_("Which kinds? Say it as in --kinds=year,partial"));
  return FALSE;
}

static gboolean
parse_currency (const char *string,
                char        currency[4])
{
  g_autofree char *upper = g_ascii_strup (string, -1);

  if (strlen (upper) != 3 || !tl_currency_exists (upper))
    {
      tl_command_complain (_("There is no currency “%s”; say it by its code, as in EUR"), string);
      return FALSE;
    }
  g_strlcpy (currency, upper, 4);
  return TRUE;
}

static gboolean
parse_rate (TlCommandRules *self,
            const char     *string)
{
  g_auto(GStrv) parts = g_strsplit (string, "=", -1);
  char currency[4];
  char *end = NULL;
  double rate;

  if (g_strv_length (parts) != 2)
    {
      tl_command_complain (_("“%s” is no rate; say it as in --rate=EUR=1.10"), string);
      return FALSE;
    }
  if (!parse_currency (parts[0], currency))
    return FALSE;
  rate = g_ascii_strtod (parts[1], &end);
  if (end != parts[1] && *end == '\0' && tl_rates_set (self->read_rates, currency, rate))
    return TRUE;
  if (g_str_equal (currency, tl_rates_get_currency (self->read_rates)))
    tl_command_complain (_("A rate is for another currency than %s itself"), currency);
  else
    tl_command_complain (_("“%s” is no rate that amounts can be converted by; say it as in --rate=EUR=1.10"),
                         parts[1]);
  return FALSE;
}

static gboolean
parse_rates (TlCommandRules *self)
{
  if (self->currency != NULL)
    {
      if (!parse_currency (self->currency, self->read_currency))
        return FALSE;
      self->rules.currency = self->read_currency;
    }
  if (self->rates == NULL)
    return TRUE;
  if (self->currency == NULL)
    {
      tl_command_complain (_("Into which currency? A rate needs one, as in --currency=USD --rate=EUR=1.10"));
      return FALSE;
    }
  self->read_rates = tl_rates_new (self->read_currency);
  for (guint i = 0; self->rates[i] != NULL; i++)
    if (!parse_rate (self, self->rates[i]))
      return FALSE;
  self->rules.rates = self->read_rates;
  return TRUE;
}

/*
 * tl_command_rules_parse:
 * @self: rules whose options were read
 *
 * Sets the rules.  Complains of what makes no sense.
 *
 * Returns: whether all of it makes sense
 */
gboolean
tl_command_rules_parse (TlCommandRules *self)
{
  tl_series_rules_init (&self->rules);
  if (self->scope != NULL && !tl_scope_from_string (self->scope, &self->rules.scope))
    {
      tl_command_complain (_("There is no scope “%s”; it is national, regional, bloc or sector"), self->scope);
      return FALSE;
    }
  return parse_years (self) && parse_kinds (self) && parse_rates (self);
}
