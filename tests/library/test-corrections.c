/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person corrects of an article's facts holds: in the list, in the figures that
 * depend on it, and when the article comes again. */

#include <string.h>

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-article-item.h"
#include "tl-library-facts.h"
#include "tl-library-remove.h"

#define STORY \
  "MINSK, 16 March 2017. Trade between Belarus and Kazakhstan reached $419 million last year, " \
  "Minister Anna Verba said on Thursday. She expects more of it, and of tourists, too.\n"

static void
check_and_tear_down (EntityFixture *fixture,
                     gconstpointer  data)
{
  fixture_check (fixture->library);
  entity_tear_down (fixture, data);
}

static gint64
wait_corrected (EntityFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gint64 act = 0, id = 0;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_correct_finish (fixture->library, fixture->result, &act, &id, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return act;
}

static gint64
correct (EntityFixture *fixture,
         gint64         id,
         TlFact         fact,
         const char    *value)
{
  tl_library_correct_async (fixture->library, id, fact, value, NULL, entity_result_cb, fixture);
  return wait_corrected (fixture);
}

static void
undo (EntityFixture *fixture,
      gint64         act,
      gboolean       is_undone)
{
  tl_library_undo_correction_async (fixture->library, act, is_undone, NULL, entity_result_cb, fixture);
  g_assert_cmpint (wait_corrected (fixture), ==, act);
}

/* "title|publisher|day": the row of the list. */
static void
assert_row (EntityFixture *fixture,
            guint          position,
            const char    *expected)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (tl_library_get_articles (fixture->library), position);
  g_autofree char *day = tl_date_to_string (tl_article_item_get_published (item));
  const char *publisher = tl_article_item_get_publisher (item);
  g_autofree char *row = g_strdup_printf ("%.12s|%s|%s", tl_article_item_get_title (item),
                                          publisher != NULL ? publisher : "", day != NULL ? day : "");

  g_assert_cmpstr (row, ==, expected);
}

/* "2016-01..2016-12", of the only figure between the two. */
static char *
dup_period (EntityFixture *fixture)
{
  g_autoptr(GPtrArray) reports = tl_library_get_reports (fixture->library, "BY", "KZ");
  const TlFigureData *figure;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_assert_cmpuint (reports->len, ==, 1);
  figure = tl_figure_get_data (tl_report_get_figure (g_ptr_array_index (reports, 0)));
  start = tl_date_to_month (figure->start);
  end = tl_date_to_month (figure->end);
  return g_strdup_printf ("%s..%s", start != NULL ? start : "", end != NULL ? end : "");
}

static void
assert_period (EntityFixture *fixture,
               const char    *expected)
{
  g_autofree char *period = dup_period (fixture);

  g_assert_cmpstr (period, ==, expected);
}

static void
assert_n_pairs (EntityFixture *fixture,
                guint          n_figures)
{
  g_autoptr(GArray) pairs = tl_library_get_pairs (fixture->library);

  g_assert_cmpuint (pairs->len, ==, n_figures > 0 ? 1 : 0);
  if (n_figures > 0)
    g_assert_cmpuint (g_array_index (pairs, TlPair, 0).n_figures, ==, n_figures);
}

static void
test_names (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  gint64 act;

  assert_row (fixture, 0, "Trade betwee||2017-03-16");
  correct (fixture, id, TL_FACT_TITLE, "Our Neighbour");
  act = correct (fixture, id, TL_FACT_PUBLISHER, "Evening Star");
  assert_row (fixture, 0, "Our Neighbou|Evening Star|2017-03-16");

  g_clear_object (&fixture->library);
  fixture->library = fixture_open (fixture->path);
  assert_row (fixture, 0, "Our Neighbou|Evening Star|2017-03-16");
  undo (fixture, act, TRUE);
  assert_row (fixture, 0, "Our Neighbou||2017-03-16");
  undo (fixture, act, FALSE);
  assert_row (fixture, 0, "Our Neighbou|Evening Star|2017-03-16");
  correct (fixture, id, TL_FACT_TITLE, NULL);
  assert_row (fixture, 0, "Trade betwee|Evening Star|2017-03-16");
}

static void
test_provenance (EntityFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autoptr(TlArticle) before = tl_library_load_article (fixture->library, id, NULL);
  g_autoptr(TlArticle) after = NULL;

  g_assert_cmpint (tl_article_get_provenance (before, TL_FACT_PUBLISHED), ==, TL_PROVENANCE_TEXT);
  g_assert_cmpint (tl_article_get_provenance (before, TL_FACT_AUTHOR), ==, TL_PROVENANCE_NONE);
  correct (fixture, id, TL_FACT_AUTHOR, "Lena Moroz");
  after = tl_library_load_article (fixture->library, id, NULL);
  g_assert_cmpstr (tl_article_get_author (after), ==, "Lena Moroz");
  g_assert_cmpint (tl_article_get_provenance (after, TL_FACT_AUTHOR), ==, TL_PROVENANCE_PERSON);
  g_assert_cmpint (tl_article_get_provenance (after, TL_FACT_PUBLISHED), ==, TL_PROVENANCE_TEXT);
  g_assert_cmpint (tl_article_get_figures (after)->len, ==, tl_article_get_figures (before)->len);
}

/* Another day makes another "last year", in the chart, too. */
static void
test_day (EntityFixture *fixture,
          gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id, act;

  fixture_add_text (fixture->library, "PARIS, 1 May 2018. The bridge was opened, and many people came to see it.\n");
  id = fixture_add_text (fixture->library, STORY);
  assert_row (fixture, 1, "Trade betwee||2017-03-16");
  assert_period (fixture, "2016-01..2016-12");
  assert_n_pairs (fixture, 1);

  act = correct (fixture, id, TL_FACT_PUBLISHED, "2019-07-02");
  assert_row (fixture, 0, "Trade betwee||2019-07-02");
  assert_period (fixture, "2018-01..2018-12");
  assert_n_pairs (fixture, 1);

  correct (fixture, id, TL_FACT_PUBLISHED, "");
  assert_row (fixture, 1, "Trade betwee||");
  assert_n_pairs (fixture, 0);

  undo (fixture, act, TRUE);
  assert_row (fixture, 1, "Trade betwee||");
  correct (fixture, id, TL_FACT_PUBLISHED, NULL);
  assert_row (fixture, 1, "Trade betwee||2017-03-16");
  assert_period (fixture, "2016-01..2016-12");
  assert_n_pairs (fixture, 1);
}

/* It is the text that was corrected, not the row. */
static void
test_comes_again (EntityFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  correct (fixture, fixture_add_text (fixture->library, STORY), TL_FACT_PUBLISHED, "2019-07-02");
  g_clear_object (&fixture->library);
  fixture_execute (fixture->path, "PRAGMA foreign_keys = ON; DELETE FROM mention; DELETE FROM article;"
                   "DELETE FROM name; DELETE FROM entity; DELETE FROM pair");
  fixture->library = fixture_open (fixture->path);
  fixture_add_text (fixture->library, STORY);
  assert_row (fixture, 0, "Trade betwee||2019-07-02");
  assert_period (fixture, "2018-01..2018-12");
}

/* Undone while the article is removed, it is so when that is restored. */
static void
test_removed (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  gint64 act = correct (fixture, id, TL_FACT_PUBLISHED, "2019-07-02");

  g_assert_true (tl_library_remove (fixture->library, id, NULL));
  undo (fixture, act, TRUE);
  assert_n_pairs (fixture, 0);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 0);
  g_assert_true (tl_library_restore (fixture->library, id, NULL));
  assert_row (fixture, 0, "Trade betwee||2017-03-16");
  assert_period (fixture, "2016-01..2016-12");
  assert_n_pairs (fixture, 1);
}

static guint
remove_many (EntityFixture *fixture,
             GArray        *ids)
{
  g_autoptr(GError) error = NULL;
  guint n_removed = 0;

  tl_library_remove_many_async (fixture->library, ids, NULL, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_remove_many_finish (fixture->library, fixture->result, &n_removed, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return n_removed;
}

/* As an import is undone: all but what came before, and what is gone already. */
static void
test_remove_many (EntityFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 removed;

  fixture_add_text (fixture->library, "PARIS, 1 May 2018. The bridge was opened, and many people came to see it.\n");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u %s", i, STORY);
      gint64 id = fixture_add_text (fixture->library, text);

      g_array_append_val (ids, id);
    }
  removed = g_array_index (ids, gint64, 7);
  g_assert_true (tl_library_remove (fixture->library, removed, NULL));

  g_assert_cmpuint (remove_many (fixture, ids), ==, 19);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 1);
  assert_row (fixture, 0, "The bridge w||2018-05-01");
  assert_n_pairs (fixture, 0);
  g_assert_cmpuint (remove_many (fixture, ids), ==, 0);
  g_assert_true (tl_library_restore (fixture->library, removed, NULL));
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 2);
}

static void
test_older (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);

  g_clear_object (&fixture->library);
  fixture_execute (fixture->path, FIXTURE_DROP_CORRECTIONS "PRAGMA user_version = 3");
  fixture->library = fixture_open (fixture->path);
  correct (fixture, id, TL_FACT_PUBLISHER, "Evening Star");
  assert_row (fixture, 0, "Trade betwee|Evening Star|2017-03-16");
}

#define ADD(path, func) \
  g_test_add (path, EntityFixture, NULL, entity_set_up, func, check_and_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/corrections/names", test_names);
  ADD ("/corrections/provenance", test_provenance);
  ADD ("/corrections/day", test_day);
  ADD ("/corrections/comes-again", test_comes_again);
  ADD ("/corrections/removed", test_removed);
  ADD ("/corrections/remove-many", test_remove_many);
  ADD ("/corrections/older", test_older);
  return g_test_run ();
}
