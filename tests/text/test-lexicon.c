/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lexicon: its groups, and that the file which is compiled in says what the rules understand. */

#include "tl-amount.h"
#include "tl-data.h"
#include "tl-lexicon.h"

#include <math.h>
#include <string.h>

static void
test_groups (void)
{
  static const char data[] =
    "[sizes]\nbillion=1e9\nhalf a billion=5e8\nCrore=1e7\n"
    "[members]\nwords=one; two words ;Three\nextra=named\n";
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(TlLexicon) lexicon = NULL;
  g_autoptr(TlText) text = tl_text_new ("billion half a Billion crore Crore two words three Three extra", -1);
  TlPhrases *sizes, *members;
  const TlWord *word;
  guint end;

  g_assert_true (g_key_file_load_from_data (file, data, strlen (data), G_KEY_FILE_NONE, NULL));
  lexicon = tl_lexicon_new (file);
  sizes = tl_lexicon_get_group (lexicon, "sizes");
  members = tl_lexicon_get_group (lexicon, "members");

  word = tl_lexicon_match (sizes, text, 0, &end);
  g_assert_nonnull (word);
  g_assert_cmpfloat (word->number, ==, 1e9);
  g_assert_cmpstr (word->value, ==, "1e9");
  g_assert_cmpuint (end, ==, 1);
  word = tl_lexicon_match (sizes, text, 1, &end);
  g_assert_nonnull (word);
  g_assert_cmpfloat (word->number, ==, 5e8);
  g_assert_cmpuint (end, ==, 4);
  g_assert_null (tl_lexicon_match (sizes, text, 4, NULL));
  g_assert_nonnull (tl_lexicon_match (sizes, text, 5, NULL));

  word = tl_lexicon_match (members, text, 6, &end);
  g_assert_nonnull (word);
  g_assert_null (word->value);
  g_assert_cmpuint (end, ==, 8);
  g_assert_null (tl_lexicon_match (members, text, 8, NULL));
  g_assert_nonnull (tl_lexicon_match (members, text, 9, NULL));
  word = tl_lexicon_match (members, text, 10, NULL);
  g_assert_nonnull (word);
  g_assert_cmpstr (word->value, ==, "named");
}

static GKeyFile *
load_file (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/en.ini");
  g_autoptr(GError) error = NULL;
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return file;
}

/* A group named twice, a phrase in it twice, or an empty one is a slip of who edited the file. */
static void
test_no_slips (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/en.ini");
  g_auto(GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *group = "";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *equals = strchr (lines[i], '=');
      g_autofree char *key = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      if (lines[i][0] == '[')
        {
          group = lines[i];
          key = g_strdup (group);
        }
      else
        {
          g_assert_nonnull (equals);
          key = g_strdup_printf ("%s %.*s", group, (int) (equals - lines[i]), lines[i]);
          if (equals[1] == '\0')
            g_error ("Nothing behind %s", key);
        }
      if (!g_hash_table_add (seen, g_steal_pointer (&key)))
        g_error ("Twice: %s %s", group, lines[i]);
    }
}

static void
check_numbers (GKeyFile   *file,
               const char *group,
               double      low,
               double      high)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  g_assert_nonnull (keys);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      double number = g_key_file_get_double (file, group, keys[i], NULL);

      g_test_message ("[%s] %s", group, keys[i]);
      g_assert_cmpfloat (number, >=, low);
      g_assert_cmpfloat (number, <=, high);
    }
}

static void
check_precisions (GKeyFile   *file,
                  const char *group)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  g_assert_nonnull (keys);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, group, keys[i], NULL);
      TlPrecision precision;

      g_test_message ("[%s] %s", group, keys[i]);
      g_assert_true (tl_precision_from_string (value, &precision));
    }
}

/* Magnitudes are powers of ten, or a rule would multiply with rubbish. */
static void
test_values (void)
{
  g_autoptr(GKeyFile) file = load_file ();
  g_auto(GStrv) magnitudes = g_key_file_get_keys (file, "number-magnitudes", NULL, NULL);

  check_numbers (file, "number-words", 0.25, 90);
  check_numbers (file, "number-magnitudes", 100, 1e15);
  for (guint i = 0; magnitudes[i] != NULL; i++)
    {
      double power = log10 (g_key_file_get_double (file, "number-magnitudes", magnitudes[i], NULL));

      g_assert_cmpfloat_with_epsilon (power, rint (power), 1e-9);
    }
  check_precisions (file, "amount-precision");
  check_precisions (file, "amount-precision-after");
  check_precisions (file, "amount-precision-verbs");
}

/* The words of periods have a class and a number or a unit. */
static void
test_period_words (void)
{
  static const char *const classes =
    " month weak-month weekday ordinal cardinal unit units shift same reference quarter half months day to-date "
    "year-end fiscal ago earlier ";
  static const char *const units = " day week month quarter half year decade period ";
  g_autoptr(GKeyFile) file = load_file ();
  g_auto(GStrv) keys = g_key_file_get_keys (file, "period-words", NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, "period-words", keys[i], NULL);
      g_auto(GStrv) parts = g_strsplit (value, " ", -1);
      g_autofree char *class_name = g_strdup_printf (" %s ", parts[0]);

      g_test_message ("%s = %s", keys[i], value);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_nonnull (strstr (classes, class_name));
      if (g_str_has_prefix (parts[0], "unit"))
        {
          g_autofree char *unit = g_strdup_printf (" %s ", parts[1]);

          g_assert_nonnull (strstr (units, unit));
        }
      else
        {
          char *end;

          g_ascii_strtoll (parts[1], &end, 10);
          g_assert_cmpstr (end, ==, "");
        }
    }
}

static void
test_default (void)
{
  TlLexicon *lexicon = tl_lexicon_get_default ();

  g_assert_true (lexicon == tl_lexicon_get_default ());
  g_assert_nonnull (tl_lexicon_get_group (lexicon, "number-magnitudes"));
}

static void
test_missing_group (void)
{
  if (g_test_subprocess ())
    {
      tl_lexicon_get_group (tl_lexicon_get_default (), "no such group");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no such group*");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text/lexicon/groups", test_groups);
  g_test_add_func ("/text/lexicon/no-slips", test_no_slips);
  g_test_add_func ("/text/lexicon/values", test_values);
  g_test_add_func ("/text/lexicon/period-words", test_period_words);
  g_test_add_func ("/text/lexicon/default", test_default);
  g_test_add_func ("/text/lexicon/missing-group", test_missing_group);
  return g_test_run ();
}
