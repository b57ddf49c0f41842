/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Twice the text is twice the work, and no more: for an article, and for texts of shapes
 * on which a careless rule would begin again at every word.  And little is done for what
 * nobody wants any more.
 */

#include "long-article.h"
#include "work-counter.h"

#include <string.h>

#include "tl-article.h"
#include "tl-copy-print.h"
#include "tl-memory-file.h"

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

/* ---- what is done after a cancellation ---- */

#define LARGE     (1024 * 1024)
#define N_MOMENTS 8

/* What may still be done: of a text so large a part of all that is done for it, as no step of it
 * takes longer; of many texts the work of so many. */
#define ALLOWED_SHARE    4
#define ALLOWED_ARTICLES 2

static gboolean
count_article_cb (const TlArticleNews *news,
                  gpointer             user_data)
{
  guint *n_articles = user_data;

  *n_articles += news->article != NULL;
  return TRUE;
}

/* The steps that are taken in all, or after a cancellation after @n_before. */
static guint64
count_load_steps (GBytes  *bytes,
                  guint64  n_before,
                  guint   *n_articles)
{
  g_autoptr(TlMemoryFile) file = tl_memory_file_new ("large", bytes, NULL, NULL, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  guint64 before = work_counter_get ();

  *n_articles = 0;
  work_counter_cancel (cancellable, n_before);
  tl_articles_load (G_FILE (file), TL_DATE_NONE, cancellable, count_article_cb, n_articles, NULL);
  work_counter_cancel (NULL, G_MAXINT64);
  return work_counter_get () - before - (g_cancellable_is_cancelled (cancellable) ? n_before : 0);
}

static char *
make_text (void)
{
  return long_articles_make (articles, LARGE, 1);
}

static char *
make_page (void)
{
  g_autofree char *text = make_text ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *page = g_string_new ("<!DOCTYPE html><html><head><title>A year</title></head><body><article>");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (page, "<p>%s</p>\n", line);
    }
  g_string_append (page, "</article></body></html>");
  return g_string_free (page, FALSE);
}

static char *
make_mailbox (void)
{
  GString *mails = g_string_new (NULL);

  for (guint i = 0; mails->len < LARGE; i++)
    {
      g_autofree char *text = long_articles_make (articles, 2500, i);

      g_string_append_printf (mails, "From desk@example.org Mon Jun  3 10:00:00 2019\nFrom: desk@example.org\n"
                              "Subject: Number %u\n\n%s\n\n", i, text);
    }
  return g_string_free (mails, FALSE);
}

static const struct
{
  const char *path;
  char     *(*make) (void);
} larges[] = {
  { "/cancel/text", make_text },
  { "/cancel/page", make_page },
  { "/cancel/mailbox", make_mailbox },
};

static void
test_cancel (gconstpointer data)
{
  char *string = larges[GPOINTER_TO_UINT (data)].make ();
  g_autoptr(GBytes) bytes = g_bytes_new_take (string, strlen (string));
  guint n_articles, n_read;
  guint64 n_all = count_load_steps (bytes, G_MAXINT64, &n_articles);
  guint64 n_allowed = MAX (n_all / ALLOWED_SHARE, 1);

  if (n_articles > 1)
    n_allowed = n_all / n_articles * ALLOWED_ARTICLES;
  for (guint i = 1; i < N_MOMENTS; i++)
    {
      guint64 n_behind = count_load_steps (bytes, n_all / N_MOMENTS * i, &n_read);

      if (n_behind > n_allowed)
        {
          g_test_message ("Cancelled after %u/%u of %" G_GUINT64_FORMAT " steps: %" G_GUINT64_FORMAT " more",
                          i, N_MOMENTS, n_all, n_behind);
          g_test_fail ();
        }
      g_assert_cmpuint (n_read, <=, n_articles * (i + 1) / N_MOMENTS + 1);
    }
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
  for (guint i = 0; i < G_N_ELEMENTS (larges); i++)
    g_test_add_data_func (larges[i].path, GUINT_TO_POINTER (i), test_cancel);
  for (guint i = 0; i < hostile_get_n (); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/steps/%s", hostile_get_name (i)), " ", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hostile);
    }
  result = g_test_run ();
  long_articles_free (articles);
  return result;
}
