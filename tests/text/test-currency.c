/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of currencies: complete, and found in texts. */

#include "tl-amount.h"
#include "tl-currency.h"
#include "tl-data.h"

#include <string.h>

static char **
read_rows (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/currencies.tsv");

  return g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
}

/* Every code of iso-codes' list, the path of which is the test's argument. */
static void
test_complete (gconstpointer data)
{
  static const char key[] = "\"alpha_3\": \"";
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  guint n_codes = 0;

  g_file_get_contents (data, &json, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = strstr (json, key); at != NULL; at = strstr (at, key))
    {
      g_autofree char *code = g_strndup (at + strlen (key), 3);

      g_test_message ("%s", code);
      g_assert_true (tl_currency_exists (code));
      n_codes++;
      at += strlen (key);
    }
  g_assert_cmpuint (n_codes, >, 150);
}

/* Each row by its code, by its signs, and by its adjectives and units. */
static void
check_found (const char *string,
             const char *code)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(GArray) amounts = tl_amounts_find (text);

  g_test_message ("%s", string);
  g_assert_cmpuint (amounts->len, ==, 1);
  g_assert_cmpstr (g_array_index (amounts, TlAmount, 0).currency, ==, code);
  g_assert_cmpfloat (g_array_index (amounts, TlAmount, 0).value, ==, 12.5e6);
}

static void
check_row (char **columns,
           guint  n_columns)
{
  g_autofree char *code = g_strndup (columns[0], 3);
  g_autofree char *before = g_strdup_printf ("It is %s 12.5 million now", code);
  g_autofree char *behind = g_strdup_printf ("It is 12.5 million %s now", code);

  if (!g_str_equal (code, "TOP"))
    check_found (before, code);         /* "top 12.5 million" is a verb */
  check_found (behind, code);
  for (guint k = 1; k < n_columns; k += 3)
    {
      g_auto(GStrv) names = g_strsplit (columns[k], "; ", -1);

      for (guint n = 0; names[n] != NULL; n++)
        {
          g_autofree char *sign = g_strndup (names[n], strlen (names[n]) - g_str_has_suffix (names[n], "?"));
          g_autofree char *string =
            g_strdup_printf (k == 1 ? "It is %s 12.5 million now" : "It is 12.5 million %s now", sign);

          check_found (string, code);
        }
    }
}

static void
test_found (void)
{
  g_auto(GStrv) rows = read_rows ();

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (rows[i], "\t", -1);

      if (rows[i][0] != '#' && rows[i][0] != '\0')
        check_row (columns, g_strv_length (columns));
    }
}

static void
test_adjectives (void)
{
  static const struct { const char *name; const char *code; } cases[] = {
    { "US dollars", "USD" }, { "Canadian dollars", "CAD" }, { "Hong Kong dollars", "HKD" }, { "Zimbabwean dollars", "ZWL" },
    { "Belarusian rubles", "BYN" }, { "Russian roubles", "RUB" }, { "Indian rupees", "INR" }, { "Pakistani rupees", "PKR" },
    { "Egyptian pounds", "EGP" }, { "British pounds", "GBP" }, { "Turkish lira", "TRY" }, { "Lebanese lira", "LBP" },
    { "Swiss francs", "CHF" }, { "French francs", "FRF" }, { "CFA francs", "XOF" }, { "Kuwaiti dinars", "KWD" },
    { "Serbian dinars", "RSD" }, { "Omani rials", "OMR" }, { "Saudi riyals", "SAR" }, { "Swedish kronor", "SEK" },
    { "Norwegian crowns", "NOK" }, { "Mexican pesos", "MXN" }, { "Philippine pesos", "PHP" }, { "Uzbek soms", "UZS" },
    { "Kyrgyz soms", "KGS" }, { "South Korean won", "KRW" }, { "North Korean won", "KPW" }, { "Deutsche marks", "DEM" },
    { "Kenyan shillings", "KES" }, { "Ugandan shillings", "UGX" }, { "Azerbaijani manats", "AZN" },
    { "Turkmen manats", "TMT" }, { "Moldovan lei", "MDL" }, { "Romanian lei", "RON" }, { "Brazilian reals", "BRL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *string = g_strdup_printf ("It is 12.5 million %s now", cases[i].name);
      g_autofree char *upper = g_ascii_strup (string, -1);

      check_found (string, cases[i].code);
      check_found (upper, cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (argc > 1)
    g_test_add_data_func ("/text/currency/complete", argv[1], test_complete);
  g_test_add_func ("/text/currency/found", test_found);
  g_test_add_func ("/text/currency/adjectives", test_adjectives);
  return g_test_run ();
}
