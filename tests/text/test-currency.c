/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of currencies: complete, and found in texts. */

#include "tl-amount.h"
#include "tl-currency-private.h"
#include "tl-data.h"
#include "tl-table-file.h"

#include <string.h>

static char **
read_rows (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "lexicon", "currencies.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (contents, "\n", -1);
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

static char *
strip_marks (const char *name)
{
  return g_strndup (name, strcspn (name, "?~*"));
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
  gboolean is_known = !g_str_equal (code, TL_CURRENCY_UNKNOWN);

  if (is_known && !g_str_equal (code, "TOP"))
    check_found (before, code);         /* "top 12.5 million" is a verb */
  if (is_known)
    check_found (behind, code);
  for (guint k = 1; k < n_columns; k += 3)
    {
      g_auto(GStrv) names = g_strsplit (columns[k], "; ", -1);

      for (guint n = 0; names[n] != NULL; n++)
        {
          g_autofree char *sign = strip_marks (names[n]);
          g_autofree char *string =
            g_strdup_printf (k == 1 ? "It is %s 12.5 million now" : "It is 12.5 million %s now", sign);

          check_found (string, is_known ? code : "");
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

/* The text between quotes behind @key, at or behind @at. */
static char *
read_member (const char *at,
             const char *key)
{
  const char *start = strstr (at, key);

  if (start == NULL)
    return NULL;
  start += strlen (key);
  return g_strndup (start, strcspn (start, "\""));
}

/* Each currency by the name that iso-codes has for it. */
static void
test_iso_names (gconstpointer data)
{
  /* Units of account, and names that two codes have; those in X are metals and the like but for these. */
  static const char *const skipped[] = { "USN", "UYI", "UYW", "VED", "SLE", "MXV", NULL };
  static const char *const regional[] = { "XAF", "XCD", "XOF", "XPF", NULL };
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  guint n_names = 0;

  g_file_get_contents (data, &json, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = strstr (json, "\"alpha_3\""); at != NULL; at = strstr (at + 1, "\"alpha_3\""))
    {
      g_autofree char *code = read_member (at, "\"alpha_3\": \"");
      g_autofree char *name = read_member (at, "\"name\": \"");
      g_autofree char *string = g_strdup_printf ("It is 12.5 million %s now", name);

      if (g_strv_contains (skipped, code) || (code[0] == 'X' && !g_strv_contains (regional, code)))
        continue;
      check_found (string, code);
      n_names++;
    }
  g_assert_cmpuint (n_names, >, 150);
}

/* Each unit and subunit with an adjective of its own before it. */
static void
test_units (void)
{
  g_auto(GStrv) rows = read_rows ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (rows[i], "\t", -1);
      guint n_columns = rows[i][0] == '#' ? 0 : g_strv_length (columns);
      g_auto(GStrv) adjectives = g_strsplit (n_columns > 3 ? columns[2] : "", "; ", -1);
      g_auto(GStrv) units = g_strsplit (n_columns > 3 ? columns[3] : "", "; ", -1);

      for (guint a = 0; adjectives[a] != NULL; a++)
        for (guint u = 0; units[u] != NULL; u++)
          {
            g_autofree char *pair = g_strdup_printf ("%s %s", adjectives[a], units[u]);
            g_autofree char *string = g_strdup_printf ("It is 12.5 million %s now", pair);
            g_autofree char *code = g_strndup (columns[0], 3);

            /* "Venezuelan bolivars" are those of the first row that claims them. */
            if (g_hash_table_add (seen, g_ascii_strdown (pair, -1)))
              check_found (string, code);
          }
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

/* A table that was cut or altered is refused. */
static void
test_damaged (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/currencies.table");
  g_autoptr(GError) error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  TlCurrencyTable table;

  g_assert_true (tl_currency_table_open (&table, copy, size, &error));
  g_assert_no_error (error);
  g_assert_false (tl_currency_table_open (&table, copy, size - 8, &error));
  g_assert_error (error, TL_TABLE_FILE_ERROR, TL_TABLE_FILE_ERROR_DAMAGED);
  g_clear_error (&error);
  copy[size - 1] ^= 1;
  g_assert_false (tl_currency_table_open (&table, copy, size, &error));
  g_assert_error (error, TL_TABLE_FILE_ERROR, TL_TABLE_FILE_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (argc > 1)
    {
      g_test_add_data_func ("/text/currency/complete", argv[1], test_complete);
      g_test_add_data_func ("/text/currency/iso-names", argv[1], test_iso_names);
    }
  g_test_add_func ("/text/currency/found", test_found);
  g_test_add_func ("/text/currency/units", test_units);
  g_test_add_func ("/text/currency/adjectives", test_adjectives);
  g_test_add_func ("/text/currency/damaged", test_damaged);
  return g_test_run ();
}
