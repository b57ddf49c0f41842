/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of money: what is found, what it is worth, and what is none. */

#include "tl-amount.h"
#include "tl-number.h"

#include <math.h>
#include <string.h>

#include "amount-cases-currencies.h"
#include "amount-cases-links.h"
#include "amount-cases-none.h"
#include "amount-cases-numbers.h"
#include "amount-cases.h"

typedef struct
{
  const char       *path;
  const AmountCase *cases;
  guint             n_cases;
} AmountKind;

#define KIND(name, table) { "/text/amount/found/" name, table, G_N_ELEMENTS (table) }

static const AmountKind kinds[] = {
  KIND ("running", running_cases),
  KIND ("words", words_cases),
  KIND ("digits", digits_cases),
  KIND ("subunits", subunits_cases),
  KIND ("codes", codes_cases),
  KIND ("signs", signs_cases),
  KIND ("names", names_cases),
  KIND ("precisions", precisions_cases),
  KIND ("ranges", ranges_cases),
  KIND ("conversions", conversions_cases),
  KIND ("none", none_cases),
};

static char *
describe (const char *string,
          gssize      length)
{
  g_autoptr(TlText) text = tl_text_new (string, length);
  g_autoptr(GArray) amounts = tl_amounts_find (text);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < amounts->len; i++)
    {
      const TlAmount *amount = &g_array_index (amounts, TlAmount, i);
      g_autofree char *span = tl_text_dup_span (text, amount->span);

      g_string_append_printf (description, "%s%s = %.15g", i > 0 ? " | " : "", span, amount->value);
      if (!isnan (amount->high))
        g_string_append_printf (description, "..%.15g", amount->high);
      g_string_append_printf (description, " %s %s%s", amount->currency[0] != '\0' ? amount->currency : "-",
                              tl_precision_to_string (amount->precision), amount->in_brackets ? " ()" : "");
    }
  return g_string_free (description, FALSE);
}

static void
test_kind (gconstpointer data)
{
  const AmountKind *kind = data;

  for (guint i = 0; i < kind->n_cases; i++)
    {
      g_autofree char *found = describe (kind->cases[i].text, -1);

      g_test_message ("%s", kind->cases[i].text);
      g_assert_cmpstr (found, ==, kind->cases[i].amounts);
    }
}

/* The tokens of an amount are those of its span. */
static void
test_tokens (void)
{
  g_autoptr(TlText) text = tl_text_new ("Trade was nearly $5 million, or 4 million euros.", -1);
  g_autoptr(GArray) amounts = tl_amounts_find (text);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  g_assert_cmpuint (amounts->len, ==, 2);
  for (guint i = 0; i < amounts->len; i++)
    {
      const TlAmount *amount = &g_array_index (amounts, TlAmount, i);

      g_assert_cmpuint (tokens[amount->first_token].span.start, ==, amount->span.start);
      g_assert_cmpuint (tokens[amount->end_token - 1].span.end, ==, amount->span.end);
    }
}

static void
test_precision_names (void)
{
  static const char *const names[] = { "exact", "about", "below", "above" };
  TlPrecision precision = TL_PRECISION_BELOW;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (tl_precision_from_string (names[i], &precision));
      g_assert_cmpstr (tl_precision_to_string (precision), ==, names[i]);
    }
  g_assert_false (tl_precision_from_string ("roughly", &precision));
  g_assert_false (tl_precision_from_string (NULL, &precision));
  g_assert_cmpint (precision, ==, TL_PRECISION_ABOVE);
}

static void
test_digits (void)
{
  static const struct { const char *digits; double value; } numbers[] = {
    { "0", 0 }, { "7", 7 }, { "419.1", 419.1 }, { "419,1", 419.1 }, { "1,181", 1181 }, { "1,181.5", 1181.5 },
    { "1.181,5", 1181.5 }, { "1.181.500", 1181500 }, { "12,34,567", 1234567 }, { "0,125", 0.125 },
    { "20,479.5", 20479.5 }, { "1.375", 1.375 }, { "3.14159", 3.14159 }, { "12,3456", 12.3456 },
  };
  static const char *const none[] = {
    "25.10.2019", "1.2.3.4", "1,2,3", "1,181,5", "1.181,500.2", "1,18,1", "99999999999999999999999999", "",
  };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_true (tl_number_parse_digits (numbers[i].digits, strlen (numbers[i].digits), &value));
      g_assert_cmpfloat_with_epsilon (value, numbers[i].value, 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (tl_number_parse_digits (none[i], strlen (none[i]), &value));
}

/* Short numbers are read by a way of their own: to the last bit, they are what the C library reads. */
static void
test_short_digits (void)
{
  static const char all[] = "9007199254740993141592653";

  for (gsize length = 1; length <= 22; length++)
    for (gsize first = 0; first + length < sizeof all; first++)
      for (gsize point = 0; point <= length; point++)
        {
          g_autofree char *number = g_strdup_printf ("%.*s.%.*s", (int) point, all + first, (int) (length - point),
                                                     all + first + point);
          double value;

          g_assert_true (tl_number_parse_digits (number, strlen (number), &value));
          g_assert_cmpfloat (value, ==, g_ascii_strtod (number, NULL));
        }
}

/* Decimals times a magnitude are whole: nobody reported 419100000.00000006. */
static void
test_multiply (void)
{
  for (int i = 1; i < 10000; i++)
    {
      g_assert_cmpfloat (tl_number_multiply (i / 10.0, 1e6), ==, i * 1e5);
      g_assert_cmpfloat (tl_number_multiply (i / 100.0, 1e9), ==, i * 1e7);
      g_assert_cmpfloat (tl_number_multiply (i / 1000.0, 1e12), ==, i * 1e9);
    }
}

/* Texts that nobody would write: none may crash, hang, or be worth what is no number. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "$", "9", "$9", "1,", "million ", "$1 million ", "half a ", "a ", "one hundred and ", "($1bn", "$1-", "1 billion 1 ",
    "nearly the ", "twenty-", "US$ ", "\xe2\x82\xac", "$1 to ", "minus ", "$(", "1/", "5 of ",
    "a million and 5 cents ", "kr 5 million ", "1 181 ", "'000", "USD mln\n\n  1  2\n", "up to ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) repeated = g_string_new (NULL);
      g_autoptr(TlText) text = NULL;
      g_autoptr(GArray) amounts = NULL;

      for (guint k = 0; k < 10000; k++)
        g_string_append (repeated, pieces[i]);
      text = tl_text_new (repeated->str, (gssize) repeated->len);
      amounts = tl_amounts_find (text);
      for (guint k = 0; k < amounts->len; k++)
        {
          const TlAmount *amount = &g_array_index (amounts, TlAmount, k);

          g_assert_true (isfinite (amount->value));
          g_assert_cmpuint (amount->span.start, <, amount->span.end);
          g_assert_cmpuint (amount->span.end, <=, repeated->len);
        }
    }
}

static void
test_empty (void)
{
  g_autofree char *nothing = describe ("", 0);
  g_autofree char *control = describe ("\x01\x02 \xc2\xa0", -1);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (control, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, &kinds[i], test_kind);
  g_test_add_func ("/text/amount/tokens", test_tokens);
  g_test_add_func ("/text/amount/precision-names", test_precision_names);
  g_test_add_func ("/text/amount/digits", test_digits);
  g_test_add_func ("/text/amount/short-digits", test_short_digits);
  g_test_add_func ("/text/amount/multiply", test_multiply);
  g_test_add_func ("/text/amount/hostile", test_hostile);
  g_test_add_func ("/text/amount/empty", test_empty);
  return g_test_run ();
}
