/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person enters for the parts of a figure: as the text would say it, or shorter.  The
 * reader of articles reads it, so that both understand the same. */

#include "tl-figure-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-currency.h"
#include "tl-period.h"

G_DEFINE_QUARK (tl-entry-error-quark, tl_entry_error)

static char *
dup_stripped (const char *entered)
{
  return g_strstrip (g_strdup (entered));
}

/* ---- amounts ---- */

static const struct
{
  double      size;
  const char *name;
} magnitudes[] = {
  { 1e12, " trillion" },
  { 1e9, " billion" },
  { 1e6, " million" },
  { 1, "" },
};

static guint
find_magnitude (double value)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (magnitudes) && fabs (value) < magnitudes[i].size)
    i++;
  return i;
}

static void
append_number (GString *string,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (string, g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/**
 * tl_figure_dup_amount_entry:
 * @self: a figure
 *
 * Returns: (transfer full): its amount as it can be entered: "419.1 million USD",
 *   "750 – 800 million USD"; "" where it has none
 */
char *
tl_figure_dup_amount_entry (TlFigure *self)
{
  const TlFigureData *data;
  g_autoptr(GString) string = g_string_new (NULL);
  guint magnitude;

  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  data = tl_figure_get_data (self);
  if (!isfinite (data->value))
    return g_strdup ("");
  magnitude = find_magnitude (isfinite (data->high) ? data->high : data->value);
  append_number (string, data->value / magnitudes[magnitude].size);
  if (isfinite (data->high))
    {
      /* Thousands of billions are no part of "1051 – 2103 billion" for the reader. */
      if (data->value / magnitudes[magnitude].size >= 1000)
        g_string_append (string, magnitudes[magnitude].name);
      g_string_append (string, " – ");
      append_number (string, data->high / magnitudes[magnitude].size);
    }
  g_string_append (string, magnitudes[magnitude].name);
  if (data->currency[0] != '\0')
    g_string_append_printf (string, " %s", data->currency);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* The amount that all of a text is. */
static gboolean
find_amount (const char *string,
             TlAmount   *amount)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(GArray) amounts = tl_amounts_find (text);

  if (amounts->len != 1)
    return FALSE;
  *amount = g_array_index (amounts, TlAmount, 0);
  return amount->span.start == 0 && amount->span.end == strlen (string) &&
         isfinite (amount->value) && amount->value > 0;
}

/* An amount without its currency is meant in the one that the figure has: the reader takes it for
 * money only with one.  A dash between spaces is one of a range. */
static gboolean
read_amount (const char *entered,
             const char *currency,
             TlAmount   *amount)
{
  g_auto(GStrv) parts = g_strsplit (entered, " – ", -1);
  g_autofree char *closed = g_strjoinv ("–", parts);
  g_autofree char *in_currency = NULL;

  if (find_amount (entered, amount) || find_amount (closed, amount))
    return TRUE;
  in_currency = g_strdup_printf ("%s %s", closed, *currency != '\0' ? currency : "USD");
  if (!find_amount (in_currency, amount))
    return FALSE;
  g_strlcpy (amount->currency, currency, sizeof amount->currency);
  return TRUE;
}

/**
 * tl_entry_read_amount:
 * @entered: what a person entered: "419.1 million USD", "€750–800 million", "almost $1 billion",
 *   "419.1 million"; "" for none
 * @currency: the currency where none was entered, ISO 4217, or ""
 * @data: (inout): whose value, high end and currency are set, and the precision where words of
 *   @entered say it
 * @error: return location for a #TlEntryError
 *
 * Returns: whether it is an amount, or nothing
 */
gboolean
tl_entry_read_amount (const char    *entered,
                      const char    *currency,
                      TlFigureData  *data,
                      GError       **error)
{
  g_autofree char *stripped = dup_stripped (entered);
  TlAmount amount;

  if (*stripped == '\0')
    {
      data->value = NAN;
      data->high = NAN;
      data->currency[0] = '\0';
      return TRUE;
    }
  if (!read_amount (stripped, currency, &amount) || g_str_equal (amount.currency, TL_CURRENCY_UNKNOWN))
    {
      g_set_error_literal (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_AMOUNT,
                           _("Write an amount as “419.1 million USD”"));
      return FALSE;
    }
  data->value = amount.value;
  data->high = amount.high;
  g_strlcpy (data->currency, amount.currency, sizeof data->currency);
  if (amount.precision != TL_PRECISION_EXACT)
    data->precision = amount.precision;
  return TRUE;
}

/* ---- periods ---- */

static void
append_month (GString *string,
              TlDate   date)
{
  g_string_append_printf (string, "%04d-%02u", date.year, date.month);
}

/**
 * tl_figure_dup_period_entry:
 * @self: a figure
 *
 * Returns: (transfer full): its period as it can be entered: "2016", "2012 – 2013", "2016-05",
 *   "2016-01 – 2016-09"; "" where it has none
 */
char *
tl_figure_dup_period_entry (TlFigure *self)
{
  const TlFigureData *data;
  g_autoptr(GString) string = g_string_new (NULL);
  gboolean is_years;

  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  data = tl_figure_get_data (self);
  if (!tl_date_is_set (data->start))
    return g_strdup ("");
  is_years = data->start.month <= 1 && (data->end.month == 0 || data->end.month == 12);
  if (is_years)
    g_string_append_printf (string, "%04d", data->start.year);
  else
    append_month (string, data->start);
  if (is_years && data->end.year != data->start.year)
    {
      g_string_append_printf (string, " – %04d", data->end.year);
    }
  else if (!is_years && tl_date_compare (data->start, data->end) != 0)
    {
      g_string_append (string, " – ");
      append_month (string, data->end);
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* "2016" or "2016-05". */
static TlDate
read_month (const char *string)
{
  g_autofree char *stripped = dup_stripped (string);
  gsize length = strlen (stripped);

  return length == 4 || length == 7 ? tl_date_from_string (stripped) : TL_DATE_NONE;
}

static gboolean
read_months (const char *entered,
             TlDate     *start,
             TlDate     *end)
{
  g_auto(GStrv) parts = g_regex_split_simple ("\\s*(?:–|—|\\.\\.|\\s-)\\s*", entered, 0, 0);
  guint n_parts = g_strv_length (parts);

  if (n_parts < 1 || n_parts > 2)
    return FALSE;
  *start = read_month (parts[0]);
  *end = read_month (parts[n_parts - 1]);
  return tl_date_is_set (*start) && tl_date_is_set (*end);
}

/* In words, as an article says it: "January to May 2017", "Q1 2018", "last year". */
static gboolean
read_words (const char *entered,
            TlDate      published,
            TlDate     *start,
            TlDate     *end)
{
  g_autoptr(TlText) text = tl_text_new (entered, -1);
  g_autoptr(GArray) periods = tl_periods_find (text, published);

  if (periods->len != 1)
    return FALSE;
  tl_period_get_months (&g_array_index (periods, TlPeriod, 0), start, end);
  return tl_date_is_set (*start) && tl_date_is_set (*end);
}

static gboolean
is_possible (TlDate start,
             TlDate end)
{
  return start.year >= TL_FIRST_YEAR && end.year <= TL_LAST_YEAR &&
         tl_date_compare (start, end) <= 0;
}

/**
 * tl_entry_read_period:
 * @entered: what a person entered: "2016", "2016-05", "2016-01 – 2016-09", or in words; "" for none
 * @published: the day that "last year" is counted from, where it is known
 * @data: (inout): whose period is set
 * @error: return location for a #TlEntryError
 *
 * Returns: whether it is a period between 1900 and 2100, or nothing
 */
gboolean
tl_entry_read_period (const char    *entered,
                      TlDate         published,
                      TlFigureData  *data,
                      GError       **error)
{
  g_autofree char *stripped = dup_stripped (entered);
  TlDate start = TL_DATE_NONE, end = TL_DATE_NONE;

  if (*stripped != '\0')
    {
      if (!read_months (stripped, &start, &end) && !read_words (stripped, published, &start, &end))
        start = TL_DATE_NONE;
      if (start.month == 0)
        start.month = 1;
      if (end.month == 0)
        end.month = 12;
      if (!is_possible (start, end))
        {
          g_set_error_literal (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_PERIOD,
                               _("Write a year as “2016”, months as “2016-01 – 2016-09”"));
          return FALSE;
        }
    }
  data->start = start;
  data->end = end;
  return TRUE;
}

/* ---- changes ---- */

/**
 * tl_figure_dup_change_entry:
 * @self: a figure
 *
 * Returns: (transfer full): its change in per cent as it can be entered: "-29.5"; "" where it has
 *   none
 */
char *
tl_figure_dup_change_entry (TlFigure *self)
{
  const TlFigureData *data;
  g_autoptr(GString) string = g_string_new (NULL);

  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  data = tl_figure_get_data (self);
  if (data->change_kind == TL_CHANGE_PERCENT)
    append_number (string, data->change);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * tl_entry_read_percent:
 * @entered: what a person entered: "-29.5", "+12 %", "−3,5"
 * @data: (inout): whose change is set
 * @error: return location for a #TlEntryError
 *
 * Returns: whether it is a number of per cent of -100 or more
 */
gboolean
tl_entry_read_percent (const char    *entered,
                       TlFigureData  *data,
                       GError       **error)
{
  g_autofree char *stripped = dup_stripped (entered);
  g_autofree char *number = NULL;
  char *end = NULL;
  double change = NAN;

  if (g_str_has_suffix (stripped, "%"))
    stripped[strlen (stripped) - 1] = '\0';
  g_strdelimit (g_strstrip (stripped), ",", '.');
  number = g_str_has_prefix (stripped, "−") ? g_strconcat ("-", stripped + strlen ("−"), NULL)
                                            : g_strdup (stripped);
  if (*number != '\0')
    change = g_ascii_strtod (number, &end);
  if (end == NULL || *end != '\0' || !isfinite (change) || change < -100 || change > 1e6)
    {
      g_set_error_literal (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_CHANGE,
                           _("Write a change in per cent as “-29.5”"));
      return FALSE;
    }
  data->change_kind = TL_CHANGE_PERCENT;
  data->change = change;
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
is_same_number (double a,
                double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* What a person says has no reason in the text but that. */
static void
drop_reasons (TlFigureData       *data,
              const TlFigureData *before)
{
  if (!is_same_number (data->value, before->value) || !is_same_number (data->high, before->high) ||
      data->precision != before->precision || strcmp (data->currency, before->currency) != 0)
    tl_why_drop (&data->why, TL_FIELD_AMOUNT);
  if (data->change_kind != before->change_kind || !is_same_number (data->change, before->change) ||
      data->change_against != before->change_against)
    tl_why_drop (&data->why, TL_FIELD_CHANGE);
  if (tl_date_compare (data->start, before->start) != 0 || tl_date_compare (data->end, before->end) != 0)
    tl_why_drop (&data->why, TL_FIELD_PERIOD);
  if (strcmp (data->partners[0], before->partners[0]) != 0)
    tl_why_drop (&data->why, TL_FIELD_FIRST_PARTNER);
  if (strcmp (data->partners[1], before->partners[1]) != 0)
    tl_why_drop (&data->why, TL_FIELD_SECOND_PARTNER);
  if (data->flow != before->flow)
    tl_why_drop (&data->why, TL_FIELD_FLOW);
  if (data->status != before->status)
    tl_why_drop (&data->why, TL_FIELD_STATUS);
}

/* Of turnover the partners stand in alphabetical order; one that is not known stands last. */
static void
order_partners (TlFigureData *data)
{
  char first[TL_PARTNER_SIZE];

  if (data->flow != TL_FLOW_TURNOVER || data->partners[1][0] == '\0' ||
      (data->partners[0][0] != '\0' && strcmp (data->partners[0], data->partners[1]) <= 0))
    return;
  memcpy (first, data->partners[0], sizeof first);
  memcpy (data->partners[0], data->partners[1], sizeof first);
  memcpy (data->partners[1], first, sizeof first);
}

static gboolean
check (const TlFigureData  *data,
       GError             **error)
{
  if (!isfinite (data->value) && data->change_kind == TL_CHANGE_NONE)
    {
      g_set_error_literal (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_EMPTY,
                           _("A figure has an amount or a change"));
      return FALSE;
    }
  if (data->partners[0][0] != '\0' && g_str_equal (data->partners[0], data->partners[1]))
    {
      g_set_error_literal (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_PARTNERS,
                           _("The two partners are the same"));
      return FALSE;
    }
  if (data->change_kind != TL_CHANGE_NONE && data->change_against > 0 &&
      (data->change_against < TL_FIRST_YEAR || data->change_against > TL_LAST_YEAR))
    {
      g_set_error_literal (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_CHANGE,
                           _("Write the year that the change is counted from as “2015”"));
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_figure_new_edited:
 * @self: a figure
 * @data: what its fields are instead
 * @speaker: (nullable): who says so
 * @error: return location for a #TlEntryError
 *
 * Returns: (transfer full) (nullable): a figure with the same words and these fields, the reasons
 *   kept for those that are as they were; %NULL where they make no figure
 */
TlFigure *
tl_figure_new_edited (TlFigure            *self,
                      const TlFigureData  *data,
                      const char          *speaker,
                      GError             **error)
{
  const TlFigureData *before;
  TlFigureData edited = *data;

  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  if (!check (data, error))
    return NULL;
  before = tl_figure_get_data (self);
  edited.quote = before->quote;
  edited.sentence = before->sentence;
  edited.why = before->why;
  if (edited.change_kind == TL_CHANGE_NONE)
    edited.change_against = TL_AGAINST_PREVIOUS_YEAR;
  if (edited.change_kind != TL_CHANGE_PERCENT)
    edited.change = 0;
  order_partners (&edited);
  drop_reasons (&edited, before);
  if (g_strcmp0 (speaker, tl_figure_get_speaker (self)) != 0)
    tl_why_drop (&edited.why, TL_FIELD_SPEAKER);
  return tl_figure_new (&edited, tl_figure_get_quote (self), tl_figure_get_sentence (self),
                        speaker != NULL && *speaker != '\0' ? speaker : NULL);
}
