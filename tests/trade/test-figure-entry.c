/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person enters for a figure is understood as it is meant, or refused. */

#include <locale.h>
#include <math.h>

#include "tl-entry-words.h"
#include "tl-figure-entry.h"

static void
test_amounts (void)
{
  static const struct
  {
    const char  *entered;
    double       value;
    double       high;
    const char  *currency;
    TlPrecision  precision;
  } cases[] = {
    { "419.1 million USD", 419.1e6, NAN, "USD", TL_PRECISION_EXACT },
    { "  $419.1 million ", 419.1e6, NAN, "USD", TL_PRECISION_EXACT },
    { "$419.1m", 419.1e6, NAN, "USD", TL_PRECISION_EXACT },
    { "€1.2bn", 1.2e9, NAN, "EUR", TL_PRECISION_EXACT },
    { "419.1 million", 419.1e6, NAN, "KZT", TL_PRECISION_EXACT },
    { "1,250,000", 1.25e6, NAN, "KZT", TL_PRECISION_EXACT },
    { "750 – 800 million USD", 750e6, 800e6, "USD", TL_PRECISION_EXACT },
    { "$750–800 million", 750e6, 800e6, "USD", TL_PRECISION_EXACT },
    { "almost $1 billion", 1e9, NAN, "USD", TL_PRECISION_BELOW },
    { "about 3 trillion tenge", 3e12, NAN, "KZT", TL_PRECISION_ABOUT },
    { "", NAN, NAN, "", TL_PRECISION_EXACT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      TlFigureData data;

      tl_figure_data_init (&data);
      g_test_message ("%s", cases[i].entered);
      g_assert_true (tl_entry_read_amount (cases[i].entered, "KZT", &data, &error));
      g_assert_no_error (error);
      if (isnan (cases[i].value))
        g_assert_true (isnan (data.value));
      else
        g_assert_cmpfloat (data.value, ==, cases[i].value);
      if (isnan (cases[i].high))
        g_assert_true (isnan (data.high));
      else
        g_assert_cmpfloat (data.high, ==, cases[i].high);
      g_assert_cmpstr (data.currency, ==, cases[i].currency);
      g_assert_cmpint (data.precision, ==, cases[i].precision);
    }
}

static const TlEntryWords russian = {
  ",", { "%s\302\240трлн", "%s\302\240млрд", "%s\302\240млн", "%s\302\240тыс." },
};
static const TlEntryWords spanish = { ",", { "%s billones", "%s mil millones", "%s millones", "%s mil" } };
static const TlEntryWords german = { ",", { "%s Bio.", "%s Mrd.", "%s Mio.", "%s Tsd." } };
static const TlEntryWords french = { ",", { "%s mille milliards", "%s Md", "%s M", "%s mille" } };
static const TlEntryWords english = { ".", { "%s trillion", "%s billion", "%s million", "%s thousand" } };

/* An amount is entered in the language of the window; a comma is no sign of thousands there. */
static void
test_words (void)
{
  static const struct
  {
    const TlEntryWords *words;
    const char         *entered;
    double              value;
    double              high;
  } cases[] = {
    { &russian, "419,1 млн USD", 419.1e6, NAN },
    { &russian, "419,1\302\240млн USD", 419.1e6, NAN },
    { &russian, "1,125 млрд USD", 1.125e9, NAN },
    { &russian, "$1,125 Млрд", 1.125e9, NAN },
    { &russian, "750 – 800 млн USD", 750e6, 800e6 },
    { &russian, "40 тыс. USD", 40e3, NAN },
    { &russian, "40 тыс USD", 40e3, NAN },
    { &russian, "1.250.000,5 USD", 1250000.5, NAN },
    { &russian, "1.250.000 USD", 1.25e6, NAN },
    { &russian, "1,250,000 USD", 1.25e6, NAN },
    { &russian, "419.1 million USD", 419.1e6, NAN },
    { &spanish, "1,5 mil millones USD", 1.5e9, NAN },
    { &spanish, "1,5 millones USD", 1.5e6, NAN },
    { &spanish, "2 billones USD", 2e12, NAN },
    { &german, "419,1 Mio. USD", 419.1e6, NAN },
    { &german, "1,5 Mrd USD", 1.5e9, NAN },
    { &french, "419,1 M USD", 419.1e6, NAN },
    { &french, "1,5 mille milliards USD", 1.5e12, NAN },
    { &french, "40 mille MDL", 40e3, NAN },
    { &english, "1,125 million USD", 1125e6, NAN },
    { &english, "1.125 million USD", 1.125e6, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *amount = tl_entry_words_dup_english (cases[i].words, cases[i].entered);
      g_autoptr(GError) error = NULL;
      TlFigureData data;

      tl_figure_data_init (&data);
      g_test_message ("%s: %s", cases[i].entered, amount);
      g_assert_true (tl_entry_read_amount (amount, "USD", &data, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (data.value, cases[i].value, 1e-6);
      if (isnan (cases[i].high))
        g_assert_true (isnan (data.high));
      else
        g_assert_cmpfloat (data.high, ==, cases[i].high);
    }
}

/* What is shown can be entered again. */
static void
test_words_there_and_back (void)
{
  static const char *const amounts[] = {
    "419.1 million USD", "1.125 billion USD", "750 – 800 million USD", "1051.5 billion – 2.1 trillion KZT",
    "12345.678 USD", "2 trillion", "",
  };
  const TlEntryWords *all[] = { &russian, &spanish, &german, &french, &english };
  g_autofree char *shown = tl_entry_words_dup_local (&russian, "1.125 billion USD");

  g_assert_cmpstr (shown, ==, "1,125 млрд USD");
  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
      {
        g_autofree char *local = tl_entry_words_dup_local (all[k], amounts[i]);
        g_autofree char *again = tl_entry_words_dup_english (all[k], local);

        g_assert_cmpstr (again, ==, amounts[i]);
      }
}

static void
test_no_amounts (void)
{
  static const char *const cases[] = {
    "much", "12 per cent", "$1 and $2", "-5 million USD", "0 USD", "5 million USD in all", "USD", "1e999 USD",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      TlFigureData data;

      tl_figure_data_init (&data);
      data.value = 7;
      g_test_message ("%s", cases[i]);
      g_assert_false (tl_entry_read_amount (cases[i], "USD", &data, &error));
      g_assert_error (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_AMOUNT);
      g_assert_cmpfloat (data.value, ==, 7);
    }
}

static void
test_periods (void)
{
  static const struct
  {
    const char *entered;
    const char *start;
    const char *end;
    const char *again;          /* as it is shown then */
  } cases[] = {
    { "2016", "2016-01", "2016-12", "2016" },
    { " 2016-05 ", "2016-05", "2016-05", "2016-05" },
    { "2016-01 – 2016-09", "2016-01", "2016-09", "2016-01 – 2016-09" },
    { "2016-01–2016-12", "2016-01", "2016-12", "2016" },
    { "2016-01 - 2016-09", "2016-01", "2016-09", "2016-01 – 2016-09" },
    { "2016-01..2016-09", "2016-01", "2016-09", "2016-01 – 2016-09" },
    { "2012 – 2013", "2012-01", "2013-12", "2012 – 2013" },
    { "2015-07 – 2016-06", "2015-07", "2016-06", "2015-07 – 2016-06" },
    { "January to September 2017", "2017-01", "2017-09", "2017-01 – 2017-09" },
    { "May 2017", "2017-05", "2017-05", "2017-05" },
    { "first quarter of 2018", "2018-01", "2018-03", "2018-01 – 2018-03" },
    { "last year", "2016-01", "2016-12", "2016" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TlFigure) figure = NULL;
      g_autofree char *start = NULL, *end = NULL, *again = NULL;
      TlFigureData data;

      tl_figure_data_init (&data);
      g_test_message ("%s", cases[i].entered);
      g_assert_true (tl_entry_read_period (cases[i].entered, (TlDate) { 2017, 3, 16 }, &data, &error));
      g_assert_no_error (error);
      start = tl_date_to_string (data.start);
      end = tl_date_to_string (data.end);
      g_assert_cmpstr (start, ==, cases[i].start);
      g_assert_cmpstr (end, ==, cases[i].end);
      figure = tl_figure_new (&data, NULL, NULL, NULL);
      again = tl_figure_dup_period_entry (figure);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

static void
test_no_periods (void)
{
  static const char *const cases[] = {
    "then", "1850", "2016-13", "2016-09 – 2016-01", "2016 – 2015", "16", "20161", "2150", "2014 or 2016",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      TlFigureData data;

      tl_figure_data_init (&data);
      g_test_message ("%s", cases[i]);
      g_assert_false (tl_entry_read_period (cases[i], TL_DATE_NONE, &data, &error));
      g_assert_error (error, TL_ENTRY_ERROR, TL_ENTRY_ERROR_PERIOD);
      g_assert_false (tl_date_is_set (data.start));
    }
}

static void
test_percent (void)
{
  static const struct
  {
    const char *entered;
    double      change;
  } cases[] = {
    { "-29.5", -29.5 }, { "12", 12 }, { "+12 %", 12 }, { "−3,5%", -3.5 }, { "-100", -100 },
    { "", NAN }, { "much", NAN }, { "-101", NAN }, { "12 or 13", NAN }, { "nan", NAN }, { "inf", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigureData data;
      gboolean is_read;

      tl_figure_data_init (&data);
      is_read = tl_entry_read_percent (cases[i].entered, &data, NULL);
      g_test_message ("%s", cases[i].entered);
      g_assert_cmpint (is_read, ==, isfinite (cases[i].change));
      if (is_read)
        g_assert_cmpfloat (data.change, ==, cases[i].change);
    }
}

/* What is shown to be edited says what the figure says. */
static void
test_there_and_back (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      TlFigureData data, read;
      g_autoptr(TlFigure) figure = NULL;
      g_autofree char *amount = NULL;
      g_autoptr(GError) error = NULL;

      tl_figure_data_init (&data);
      tl_figure_data_init (&read);
      data.value = floor (pow (10, g_test_rand_double_range (0, 6))) / 100 * pow (10, 3 * g_test_rand_int_range (1, 5));
      data.high = i % 3 == 0 ? data.value * 2 : NAN;
      g_strlcpy (data.currency, i % 2 == 0 ? "USD" : "KZT", sizeof data.currency);
      figure = tl_figure_new (&data, NULL, NULL, NULL);
      amount = tl_figure_dup_amount_entry (figure);
      g_test_message ("%s", amount);
      g_assert_true (tl_entry_read_amount (amount, "", &read, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (read.value, data.value, data.value * 1e-14);
      g_assert_cmpstr (read.currency, ==, data.currency);
      g_assert_cmpint (isfinite (read.high), ==, isfinite (data.high));
    }
}

static TlFigure *
make_figure (void)
{
  TlFigureData data;

  tl_figure_data_init (&data);
  data.quote = (TlSpan) { 4, 8 };
  data.sentence = (TlSpan) { 0, 20 };
  data.flow = TL_FLOW_EXPORTS;
  g_strlcpy (data.partners[0], "KZ", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "BY", TL_PARTNER_SIZE);
  data.value = 5e6;
  g_strlcpy (data.currency, "USD", sizeof data.currency);
  data.start = (TlDate) { 2016, 1, 0 };
  data.end = (TlDate) { 2016, 12, 0 };
  tl_why_add (&data.why, TL_FIELD_AMOUNT, TL_HOW_STATED, (TlSpan) { 4, 8 });
  tl_why_add (&data.why, TL_FIELD_PERIOD, TL_HOW_STATED, (TlSpan) { 9, 12 });
  return tl_figure_new (&data, "5 m.", "It was 5 m. in 2016.", "Anna Verba");
}

static void
test_edited (void)
{
  g_autoptr(TlFigure) figure = make_figure ();
  g_autoptr(TlFigure) edited = NULL;
  g_autoptr(GError) error = NULL;
  TlFigureData data = *tl_figure_get_data (figure);

  data.flow = TL_FLOW_TURNOVER;
  g_assert_true (tl_entry_read_period ("2015", TL_DATE_NONE, &data, NULL));
  edited = tl_figure_new_edited (figure, &data, "Anna Verba", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_figure_get_data (edited)->partners[0], ==, "BY");
  g_assert_cmpstr (tl_figure_get_data (edited)->partners[1], ==, "KZ");
  g_assert_cmpstr (tl_figure_get_quote (edited), ==, "5 m.");
  g_assert_nonnull (tl_why_find (&tl_figure_get_data (edited)->why, TL_FIELD_AMOUNT));
  g_assert_null (tl_why_find (&tl_figure_get_data (edited)->why, TL_FIELD_PERIOD));
}

static void
assert_refused (const TlFigureData *data,
                TlEntryError        code)
{
  g_autoptr(TlFigure) figure = make_figure ();
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_figure_new_edited (figure, data, NULL, &error));
  g_assert_error (error, TL_ENTRY_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autoptr(TlFigure) figure = make_figure ();
  TlFigureData data = *tl_figure_get_data (figure);

  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  assert_refused (&data, TL_ENTRY_ERROR_PARTNERS);
  data = *tl_figure_get_data (figure);
  data.value = NAN;
  assert_refused (&data, TL_ENTRY_ERROR_EMPTY);
  data.change_kind = TL_CHANGE_UP;
  data.change_against = 12;
  assert_refused (&data, TL_ENTRY_ERROR_CHANGE);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-entry/amounts", test_amounts);
  g_test_add_func ("/figure-entry/words", test_words);
  g_test_add_func ("/figure-entry/words-there-and-back", test_words_there_and_back);
  g_test_add_func ("/figure-entry/no-amounts", test_no_amounts);
  g_test_add_func ("/figure-entry/periods", test_periods);
  g_test_add_func ("/figure-entry/no-periods", test_no_periods);
  g_test_add_func ("/figure-entry/percent", test_percent);
  g_test_add_func ("/figure-entry/there-and-back", test_there_and_back);
  g_test_add_func ("/figure-entry/edited", test_edited);
  g_test_add_func ("/figure-entry/refused", test_refused);

  return g_test_run ();
}
