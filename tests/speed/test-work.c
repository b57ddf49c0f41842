/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Twice the text is twice the work, and no more: for an article, and for texts of shapes
 * on which a careless rule would begin again at every word.
 */

#include "long-article.h"
#include "work-counter.h"

#include <string.h>

#include "tl-article.h"
#include "tl-copy-print.h"

/* What may come on top of twice as many steps, for hash tables that grow by jumps. */
#define MAX_GROWTH 2.2

static LongArticles *articles;

static guint64
count_steps (const char *string)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;
  g_autoptr(TlArticle) article = NULL;
  guint64 before = work_counter_get ();

  document = tl_document_new_from_data ("a.txt", (const guint8 *) string, strlen (string), &error);
  if (document != NULL)
    article = tl_article_read (document, (TlDate) { 2020, 6, 15 });
  return work_counter_get () - before;
}

/* Of a text that is looked for among others, and compared with one that is nearly the same. */
static guint64
count_copy_steps (const char *string)
{
  g_autofree char *other = g_strconcat ("Carried by another.\n\n", string, NULL);
  guint64 before = work_counter_get ();
  g_autoptr(TlCopyPrint) print = tl_copy_print_new (string);
  g_autoptr(TlCopyPrint) other_print = tl_copy_print_new (other);

  tl_copy_print_is_copy (print, other_print);
  return work_counter_get () - before;
}

static void
check_growth (const char *name,
              const char *once,
              const char *twice,
              guint64   (*count) (const char *))
{
  guint64 first = count (once), second = count (twice);
  double growth = (double) second / (double) MAX (first, 1);

  g_test_message ("%s: %.1f steps a byte, then %.1f", name, (double) first / (double) strlen (once),
                  (double) second / (double) strlen (twice));
  g_assert_cmpuint (first, >, 0);
  if (growth > MAX_GROWTH)
    {
      g_test_message ("%s: twice the text takes %.2f times the steps", name, growth);
      g_test_fail ();
    }
}

static void
test_article (void)
{
  for (gsize length = 20000; length <= 320000; length *= 4)
    {
      g_autofree char *once = long_articles_make (articles, length, 1);
      g_autofree char *twice = long_articles_make (articles, 2 * length, 1);

      check_growth ("an article", once, twice, count_steps);
      check_growth ("an article's copies", once, twice, count_copy_steps);
    }
}

static void
test_hostile (gconstpointer data)
{
  guint shape = GPOINTER_TO_UINT (data);
  g_autofree char *once = hostile_make (articles, shape, 50000);
  g_autofree char *twice = hostile_make (articles, shape, 100000);

  check_growth (hostile_get_name (shape), once, twice, count_steps);
  check_growth (hostile_get_name (shape), once, twice, count_copy_steps);
}

int
main (int    argc,
      char **argv)
{
  const char *folders[] = { g_getenv ("TL_OWN_DIR"), g_getenv ("TL_SAMPLES_DIR"), g_getenv ("TL_NO_TRADE_DIR"), NULL };
  g_autofree char *first = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();     /* every shape that fails is told */
  articles = long_articles_new (folders);
  /* What is loaded once is no work of a reading. */
  first = long_articles_make (articles, 5000, 0);
  count_steps (first);

  g_test_add_func ("/steps/article", test_article);
  for (guint i = 0; i < hostile_get_n (); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/steps/%s", hostile_get_name (i)), " ", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hostile);
    }
  result = g_test_run ();
  long_articles_free (articles);
  return result;
}
