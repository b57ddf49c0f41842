/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-window ARTICLES: how long the window does nothing else while the list is searched, filtered and scrolled and
 * charts are looked at, in a library of generated articles.  Each turn of the main loop is measured; what matters is
 * the longest, as nothing is painted and no key is taken in it.
 */

#include <stdio.h>
#include <stdlib.h>

#include "../ui/window-fixture.h"
#include "measure.h"
#include "news-library.h"
#include "tl-pair-picker.h"

/* What is promised, in milliseconds. */
#define MOST 200.0

#define N_ROUNDS 5

static guint n_articles;
static gboolean is_missed;

typedef struct
{
  GArray *longest;              /* of each act, in milliseconds */
  GArray *work;                 /* of each act, in milliseconds of CPU of the main thread */
  gint64  begun;                /* when the act began that goes on, in microseconds */
  double  cpu;                  /* and at what CPU time, in milliseconds */
} Acts;

static void
import (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlLibrary) library = tl_library_open (fixture->library_path, &error);
  g_autoptr(News) news = news_new (1);

  g_assert_no_error (error);
  news_to_library (news, 0, n_articles, library);
}

static void
begin_act (Acts *acts)
{
  acts->begun = g_get_monotonic_time ();
  acts->cpu = measure_thread_now () * 1000.0;
}

/* Goes on until nothing is done for a while, and keeps the longest turn; what the act did at once is one. */
static void
settle (Acts *acts)
{
  gint64 rested = g_get_monotonic_time ();
  double longest = (double) (rested - acts->begun) / 1000.0, work = measure_thread_now () * 1000.0 - acts->cpu;

  while (g_get_monotonic_time () - rested < 150000)
    {
      gint64 begin = g_get_monotonic_time ();
      double cpu = measure_thread_now () * 1000.0;

      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (500);
          continue;
        }
      cpu = measure_thread_now () * 1000.0 - cpu;
      longest = MAX (longest, (double) (g_get_monotonic_time () - begin) / 1000.0);
      work += cpu;
      if (cpu > 1)
        rested = g_get_monotonic_time ();
    }
  g_array_append_val (acts->longest, longest);
  g_array_append_val (acts->work, work);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_acts (const char *name,
            Acts       *acts)
{
  double most;

  g_array_sort (acts->longest, compare);
  g_array_sort (acts->work, compare);
  most = g_array_index (acts->longest, double, acts->longest->len - 1);
  printf ("  %-30s longest turn: median %6.1f, most %6.1f ms; all: median %6.1f ms of CPU\n", name,
          g_array_index (acts->longest, double, acts->longest->len / 2), most,
          g_array_index (acts->work, double, acts->work->len / 2));
  is_missed = is_missed || most > MOST;
  g_array_unref (acts->longest);
  g_array_unref (acts->work);
}

static Acts
begin_acts (void)
{
  return (Acts) { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)), 0, 0 };
}

static void
type (Fixture    *fixture,
      const char *words,
      Acts       *acts)
{
  begin_act (acts);
  gtk_editable_set_text (fixture_get (fixture, "bar/entry"), words);
  settle (acts);
}

static void
look_at_charts (Fixture *fixture)
{
  TlPairPicker *picker = find_of_type (GTK_WIDGET (fixture->window), TL_TYPE_PAIR_PICKER);
  GtkListView *view = find_of_type (GTK_WIDGET (picker), GTK_TYPE_LIST_VIEW);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  Acts acts = begin_acts ();

  for (guint i = 0; i < 2 * N_ROUNDS; i++)
    {
      g_autoptr(TlPairItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), i);

      g_assert_nonnull (item);
      g_ptr_array_add (keys, tl_pair_item_dup_key (item));
    }
  for (guint i = 0; i < keys->len; i++)
    {
      begin_act (&acts);
      g_assert_true (tl_pair_picker_select (picker, keys->pdata[i]));
      settle (&acts);
    }
  print_acts ("looking at the largest charts", &acts);
}

static void
test_window (Fixture *fixture)
{
  static const char *const words[] = { "trade", "exports", "minister", "million" };
  Acts acts;

  fixture_close_window (fixture);
  import (fixture);
  acts = begin_acts ();
  begin_act (&acts);
  fixture_open_window (fixture, fixture->library_path);
  settle (&acts);
  print_acts ("opening", &acts);

  acts = begin_acts ();
  fixture_activate (fixture, "search", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint n = 1; words[i][n - 1] != '\0'; n++)
      {
        g_autofree char *typed = g_strndup (words[i], n);

        type (fixture, typed, &acts);
      }
  print_acts ("typing a word to look for", &acts);

  acts = begin_acts ();
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      Acts unseen = begin_acts ();

      type (fixture, "trade", &unseen);
      type (fixture, "", &acts);
      g_array_unref (unseen.longest);
      g_array_unref (unseen.work);
    }
  print_acts ("taking the search away", &acts);

  acts = begin_acts ();
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (fixture_get (fixture, "list_view"));

      begin_act (&acts);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * (round + 1) / N_ROUNDS);
      settle (&acts);
    }
  print_acts ("scrolling far", &acts);

  acts = begin_acts ();
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      begin_act (&acts);
      fixture_activate (fixture, "show-page", "s", round % 2 == 0 ? "chart" : "articles");
      settle (&acts);
    }
  print_acts ("changing pages", &acts);
  look_at_charts (fixture);
}

static void
add_tests (void)
{
  fixture_add ("/window/turns", test_window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  if (argc < 2)
    {
      fprintf (stderr, "Usage: bench-window ARTICLES\n");
      return EXIT_FAILURE;
    }
  n_articles = (guint) atoi (argv[1]);
  status = fixture_main (1, argv, add_tests);
  if (is_missed)
    printf ("More than promised: %.0f ms\n", MOST);
  return is_missed ? EXIT_FAILURE : status;
}
