/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lexicon: its groups.  What is written in the files is checked when building, see test-check-lexicon. */

#include "tl-lexicon.h"

#include <string.h>

static guint32
count_letters (const char *value)
{
  return (guint32) strlen (value);
}

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

  tl_lexicon_set_codes (sizes, count_letters);
  g_assert_cmpuint (tl_lexicon_match (sizes, text, 1, NULL)->code, ==, strlen ("5e8"));

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
  g_test_add_func ("/text/lexicon/default", test_default);
  g_test_add_func ("/text/lexicon/missing-group", test_missing_group);
  return g_test_run ();
}
