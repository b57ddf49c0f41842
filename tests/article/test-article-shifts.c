/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What another day of an article moves. */

#include "tl-article-shifts.h"

#include <string.h>

static const char story[] =
  "Trade of Chile and Peru Grows\n\n"
  "Trade between Chile and Peru reached $4 billion last year, the minister said. In 2011 the "
  "trade between Chile and Peru was $3 billion.\n";

static TlArticle *
read_on (const char *text,
         TlDate      day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document =
    tl_document_new_from_data ("a.txt", (const guint8 *) text, strlen (text), &error);

  g_assert_no_error (error);
  return tl_article_read (document, day);
}

static char *
dup_shifts (TlArticle *before,
            TlArticle *after)
{
  g_autoptr(GPtrArray) shifts = tl_article_find_shifts (before, after);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < shifts->len; i++)
    {
      const TlArticleShift *shift = shifts->pdata[i];

      g_string_append_printf (string, "%s%s: %s > %s\n", shift->is_figure ? "figure " : "", shift->what,
                              shift->before, shift->after);
    }
  return g_string_free (string, FALSE);
}

static void
assert_shifts (TlArticle  *before,
               TlArticle  *after,
               const char *expected)
{
  g_autofree char *shifts = dup_shifts (before, after);

  g_assert_cmpstr (shifts, ==, expected);
}

static void
test_moved (void)
{
  g_autoptr(TlArticle) old = read_on (story, (TlDate) { 2017, 3, 16 });
  g_autoptr(TlArticle) new = read_on (story, (TlDate) { 2018, 3, 16 });

  assert_shifts (old, new, "figure $4 billion: 2016 > 2017\nlast year: 2016 > 2017\n");
  assert_shifts (new, old, "figure $4 billion: 2017 > 2016\nlast year: 2017 > 2016\n");
}

/* A day of the same year moves no year, and what has its own year stays. */
static void
test_stayed (void)
{
  g_autoptr(TlArticle) old = read_on (story, (TlDate) { 2017, 3, 16 });
  g_autoptr(TlArticle) new = read_on (story, (TlDate) { 2017, 8, 1 });

  assert_shifts (old, new, "");
  assert_shifts (old, old, "");
}

/* Without a day, "last year" is none. */
static void
test_unknown (void)
{
  g_autoptr(TlArticle) old = read_on (story, TL_DATE_NONE);
  g_autoptr(TlArticle) new = read_on (story, (TlDate) { 2018, 3, 16 });
  g_autofree char *shifts = dup_shifts (old, new);

  g_assert_nonnull (strstr (shifts, "figure $4 billion: "));
  g_assert_nonnull (strstr (shifts, " > 2017\n"));
}

static void
test_other_text (void)
{
  g_autoptr(TlArticle) old = read_on (story, (TlDate) { 2017, 3, 16 });
  g_autoptr(TlArticle) new = read_on (story + 1, (TlDate) { 2018, 3, 16 });

  assert_shifts (old, new, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-shifts/moved", test_moved);
  g_test_add_func ("/article-shifts/stayed", test_stayed);
  g_test_add_func ("/article-shifts/unknown", test_unknown);
  g_test_add_func ("/article-shifts/other-text", test_other_text);
  return g_test_run ();
}
