/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How amounts, changes, periods and dates are written for people.  One place, so that a
 * list, a chart and a formula never write the same number in two ways. */

#include "tl-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-rates.h"

/* Beyond this an amount is no trade of this world; it is written with an exponent, so
 * that nonsense in a text cannot make a label of three hundred digits. */
#define LARGEST_IN_WORDS 1e18

#define N_SIGNIFICANT 4

/* ---- amounts ---- */

typedef struct
{
  double      unit;
  const char *words;            /* with room for the number */
  const char *compact;
} Magnitude;

static const Magnitude magnitudes[] = {
  { 1e12, NC_("amount", "%s trillion"), NC_("compact amount", "%str") },
  { 1e9,  NC_("amount", "%s billion"),  NC_("compact amount", "%sbn") },
  { 1e6,  NC_("amount", "%s million"),  NC_("compact amount", "%sm") },
  { 1e3,  NC_("amount", "%s thousand"), NC_("compact amount", "%sk") },
  { 1,    NULL, NULL },
};

static const struct
{
  const char *code;
  const char *sign;
} signs[] = {
  { "USD", "$" },
  { "EUR", "€" },
  { "GBP", "£" },
  { "JPY", "¥" },
};

static double
round_to_significant (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.3e", value);
  return g_ascii_strtod (buffer, NULL);
}

static const Magnitude *
find_magnitude (double value)
{
  guint i = 0;

  /* Four-digit amounts stay as they are: "$1250", not "$1.25 thousand". */
  while (magnitudes[i].words != NULL &&
         (fabs (value) < magnitudes[i].unit || (magnitudes[i].unit < 1e6 && fabs (value) < 1e4)))
    i++;
  return &magnitudes[i];
}

static char *
format_number (double value)
{
  /* Many trillions: still a whole number, not an exponent. */
  if (fabs (value) >= 1e4 && fabs (value) < 1e6)
    return g_strdup_printf ("%.0f", value);
  return g_strdup_printf ("%.*g", N_SIGNIFICANT, value);
}

static char *
apply_magnitude (const Magnitude *magnitude,
                 const char      *number,
                 TlLabelStyle     style)
{
  const char *format;

  if (magnitude->words == NULL)
    return g_strdup (number);

  if (style == TL_LABEL_STYLE_COMPACT)
    format = g_dpgettext2 (GETTEXT_PACKAGE, "compact amount", magnitude->compact);
  else
    format = g_dpgettext2 (GETTEXT_PACKAGE, "amount", magnitude->words);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, number);
#pragma GCC diagnostic pop
}

static char *
apply_currency (const char *currency,
                const char *number)
{
  if (currency == NULL || currency[0] == '\0')
    return g_strdup (number);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].code, currency))
      /* Translators: a currency's sign and the number, "$419.1 million" */
      return g_strdup_printf (C_("amount", "%s%s"), signs[i].sign, number);

  /* Translators: a currency's code and the number, "KZT 3.4 billion" */
  return g_strdup_printf (C_("amount with code", "%s %s"), currency, number);
}

static char *
format_single (double        value,
               const char   *currency,
               TlLabelStyle  style)
{
  double rounded = round_to_significant (value);
  const Magnitude *magnitude;
  g_autofree char *number = NULL;
  g_autofree char *amount = NULL;

  if (fabs (rounded) >= LARGEST_IN_WORDS)
    magnitude = &magnitudes[G_N_ELEMENTS (magnitudes) - 1];
  else
    magnitude = find_magnitude (rounded);

  number = format_number (rounded / magnitude->unit);
  amount = apply_magnitude (magnitude, number, style);
  return apply_currency (currency, amount);
}

static char *
format_range (double        low,
              double        high,
              const char   *currency,
              TlLabelStyle  style)
{
  const Magnitude *magnitude = find_magnitude (round_to_significant (high));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (fabs (high) < 1e16 && magnitude == find_magnitude (round_to_significant (low)))
    {
      g_autofree char *numbers = NULL;
      g_autofree char *amount = NULL;

      from = format_number (low / magnitude->unit);
      to = format_number (high / magnitude->unit);
      /* Translators: the ends of a range of numbers, "750–800" */
      numbers = g_strdup_printf (C_("range", "%s–%s"), from, to);
      amount = apply_magnitude (magnitude, numbers, style);
      return apply_currency (currency, amount);
    }

  from = format_single (low, currency, style);
  to = format_single (high, currency, style);
  /* Translators: the ends of a range of amounts, "$900 million to $1.2 billion" */
  return g_strdup_printf (C_("range", "%s to %s"), from, to);
}

static char *
apply_precision (TlPrecision   precision,
                 const char   *amount,
                 TlLabelStyle  style)
{
  switch (precision)
    {
    case TL_PRECISION_ABOUT:
      if (style == TL_LABEL_STYLE_WORDS)
        return g_strdup_printf (C_("amount", "about %s"), amount);
      if (style == TL_LABEL_STYLE_SIGNS)
        return g_strdup_printf (C_("amount", "≈ %s"), amount);
      return g_strdup_printf (C_("amount", "≈%s"), amount);
    case TL_PRECISION_BELOW:
      if (style != TL_LABEL_STYLE_COMPACT)
        return g_strdup_printf (C_("amount", "almost %s"), amount);
      return g_strdup (amount);
    case TL_PRECISION_ABOVE:
      if (style != TL_LABEL_STYLE_COMPACT)
        return g_strdup_printf (C_("amount", "over %s"), amount);
      return g_strdup (amount);
    case TL_PRECISION_EXACT:
    default:
      return g_strdup (amount);
    }
}

/**
 * tl_label_for_amount:
 * @value: in units of the currency
 * @high: the high end of a range, else NAN
 * @currency: (nullable): ISO 4217; nothing is written for %NULL and ""
 * @precision: how exact it is
 * @style: how to write it
 *
 * Writes an amount with four significant digits at most.  %TL_LABEL_STYLE_COMPACT writes
 * no bound: whoever uses it shows the bound by other means.
 *
 * Returns: (transfer full): "almost $1 billion", "$750–800 million"; "" when the value
 *   is not a finite number
 */
char *
tl_label_for_amount (double        value,
                     double        high,
                     const char   *currency,
                     TlPrecision   precision,
                     TlLabelStyle  style)
{
  g_autofree char *amount = NULL;

  if (!isfinite (value))
    return g_strdup ("");

  if (isfinite (high) && high > value)
    amount = format_range (value, high, currency, style);
  else
    amount = format_single (value, currency, style);
  return apply_precision (precision, amount, style);
}

/**
 * tl_label_for_rate:
 * @currency: ISO 4217
 * @rate: how much one unit of it is worth
 * @other: ISO 4217 code of the currency that it is worth it in
 *
 * Returns: (transfer full): the rate for people, "€1 = $1.10"
 */
char *
tl_label_for_rate (const char *currency,
                   double      rate,
                   const char *other)
{
  g_autofree char *one = apply_currency (currency, "1");
  g_autofree char *number = tl_rates_dup_label (rate);
  g_autofree char *worth = apply_currency (other, number);

  /* Translators: what one unit of a currency is worth in another, "€1 = $1.10" */
  return g_strdup_printf (C_("rate", "%s = %s"), one, worth);
}

/**
 * tl_label_for_percent:
 * @percent: a change in per cent; its sign is not written
 *
 * Returns: (transfer full): "30%"
 */
char *
tl_label_for_percent (double percent)
{
  g_autofree char *number = format_number (fabs (percent));

  /* Translators: a number of per cent, "30%" */
  return g_strdup_printf (C_("per cent", "%s%%"), number);
}

/* ---- periods and dates ---- */

static char *
format_date (TlDate      date,
             const char *format)
{
  g_autoptr(GDateTime) time = NULL;
  char *label;

  time = g_date_time_new_utc (CLAMP (date.year, 1, 9999),
                              date.month == 0 ? 1 : date.month,
                              date.day == 0 ? 1 : date.day,
                              0, 0, 0);
  label = time != NULL ? g_date_time_format (time, format) : NULL;
  return label != NULL ? label : g_strdup ("");
}

static TlDate
first_month (TlDate date)
{
  return (TlDate) { date.year, date.month == 0 ? 1 : date.month, 0 };
}

static TlDate
last_month (TlDate date)
{
  return (TlDate) { date.year, date.month == 0 ? 12 : date.month, 0 };
}

/**
 * tl_label_for_months:
 * @start: first month of a period
 * @end: its last month
 *
 * Writes which months a part of one year is, without the year, for where the year is
 * written already.
 *
 * Returns: (transfer full): "Jan–Sep" or "Dec"; as tl_label_for_period() when the period
 *   is not within one year
 */
char *
tl_label_for_months (TlDate start,
                     TlDate end)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (start.year != end.year || !tl_date_is_set (start))
    return tl_label_for_period (start, end);

  start = first_month (start);
  end = last_month (end);
  from = format_date (start, "%Ob");
  if (start.month == end.month)
    return g_steal_pointer (&from);
  to = format_date (end, "%Ob");
  /* Translators: the first and last month of a period, "Jan–Sep" */
  return g_strdup_printf (C_("period", "%s–%s"), from, to);
}

/**
 * tl_label_for_period:
 * @start: first month of a period
 * @end: its last month
 *
 * Returns: (transfer full): "2016", "2018–2024", "Jan–Sep 2017", "Jul 2016–Jun 2017"; ""
 *   when the period is not set
 */
char *
tl_label_for_period (TlDate start,
                     TlDate end)
{
  gboolean whole_years;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!tl_date_is_set (start) || !tl_date_is_set (end))
    return g_strdup ("");

  start = first_month (start);
  end = last_month (end);
  whole_years = start.month == 1 && end.month == 12;

  if (start.year == end.year)
    {
      g_autofree char *months = NULL;

      if (whole_years)
        return g_strdup_printf ("%d", start.year);
      months = tl_label_for_months (start, end);
      /* Translators: months and year, "Jan–Sep 2017" */
      return g_strdup_printf (C_("period", "%s %d"), months, start.year);
    }

  from = whole_years ? g_strdup_printf ("%d", start.year) : format_date (start, "%Ob %Y");
  to = whole_years ? g_strdup_printf ("%d", end.year) : format_date (end, "%Ob %Y");
  /* Translators: first and last month of a period, or first and last year, "2018–2024" */
  return g_strdup_printf (C_("period", "%s–%s"), from, to);
}

/**
 * tl_label_for_date:
 * @date: a date, whole or partial
 *
 * Returns: (transfer full): "16 March 2017", "March 2017" or "2017"; "" when nothing is known
 */
char *
tl_label_for_date (TlDate date)
{
  if (!tl_date_is_set (date))
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%d", date.year);
  if (date.day == 0)
    /* Translators: month and year as g_date_time_format() writes them, "March 2017" */
    return format_date (date, C_("date", "%B %Y"));
  /* Translators: a day as g_date_time_format() writes it, "16 March 2017" */
  return format_date (date, C_("date", "%-d %B %Y"));
}

/**
 * tl_label_for_carriers:
 * @n_carriers: how many outlets carry one story
 *
 * Returns: (transfer full): "Carried by 3"
 */
char *
tl_label_for_carriers (guint n_carriers)
{
  /* Translators: so many outlets brought the same article */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Carried by\302\240%u", "Carried by\302\240%u", n_carriers),
                          n_carriers);
}
