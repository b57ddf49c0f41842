/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of figures holds: in the article, in the chart, and in every reading to
 * come. */

#include <math.h>
#include <string.h>

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-library-facts.h"
#include "tl-library-figures.h"

#define STORY \
  "MINSK, 16 March 2017. Trade between Belarus and Kazakhstan reached $419 million last year, " \
  "Minister Anna Verba said on Thursday. In 2014 trade between Belarus and Kazakhstan was $1.1 billion.\n"

static void
check_and_tear_down (EntityFixture *fixture,
                     gconstpointer  data)
{
  fixture_check (fixture->library);
  entity_tear_down (fixture, data);
}

static gint64
wait_decided (EntityFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gint64 act = 0;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_decide_figures_finish (fixture->library, fixture->result, &act, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return act;
}

static TlArticle *
load (EntityFixture *fixture,
      gint64         id)
{
  g_autoptr(GError) error = NULL;
  TlArticle *article = tl_library_load_article (fixture->library, id, &error);

  g_assert_no_error (error);
  return article;
}

/* The figure whose quote stands first, second, ... */
static TlFigure *
get (EntityFixture *fixture,
     gint64         id,
     guint          n)
{
  g_autoptr(TlArticle) article = load (fixture, id);
  GPtrArray *figures = tl_article_get_figures (article);

  g_assert_cmpuint (figures->len, >, n);
  return g_object_ref (g_ptr_array_index (figures, n));
}

static gint64
confirm (EntityFixture *fixture,
         gint64         id,
         guint          n)
{
  g_autoptr(GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (figures, get (fixture, id, n));
  tl_library_confirm_figures_async (fixture->library, id, figures, NULL, entity_result_cb, fixture);
  return wait_decided (fixture);
}

static gint64
dismiss (EntityFixture *fixture,
         gint64         id,
         guint          n)
{
  g_autoptr(TlFigure) figure = get (fixture, id, n);

  tl_library_dismiss_figure_async (fixture->library, id, figure, NULL, entity_result_cb, fixture);
  return wait_decided (fixture);
}

static TlFigure *
with_year (TlFigure *figure,
           int       year)
{
  TlFigureData data = *tl_figure_get_data (figure);

  data.start = (TlDate) { (gint16) year, 1, 0 };
  data.end = (TlDate) { (gint16) year, 12, 0 };
  return tl_figure_new (&data, tl_figure_get_quote (figure), tl_figure_get_sentence (figure),
                        tl_figure_get_speaker (figure));
}

static gint64
move_to_year (EntityFixture *fixture,
              gint64         id,
              guint          n,
              int            year)
{
  g_autoptr(TlFigure) figure = get (fixture, id, n);
  g_autoptr(TlFigure) edited = with_year (figure, year);

  tl_library_edit_figure_async (fixture->library, id, figure, edited, NULL, entity_result_cb, fixture);
  return wait_decided (fixture);
}

static void
undo (EntityFixture *fixture,
      gint64         act,
      gboolean       is_undone)
{
  tl_library_undo_figures_async (fixture->library, act, is_undone, NULL, entity_result_cb, fixture);
  g_assert_cmpint (wait_decided (fixture), ==, act);
}

static const char *const review_names[] = { "open", "confirmed", "edited", "added" };

static void
append (GString   *string,
        GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (figures, i);
      const TlFigureData *data = tl_figure_get_data (figure);

      g_string_append_printf (string, "%s%g %d %s", i > 0 ? ", " : "", data->value / 1e6,
                              (int) data->start.year, review_names[tl_figure_get_review (figure)]);
    }
}

/* "419 2016 open, 1100 2014 confirmed", and behind a stroke what was dismissed. */
static void
assert_figures (EntityFixture *fixture,
                gint64         id,
                const char    *expected)
{
  g_autoptr(TlArticle) article = load (fixture, id);
  g_autoptr(GString) string = g_string_new (NULL);

  append (string, tl_article_get_figures (article));
  if (tl_article_get_dismissed (article)->len > 0)
    {
      g_string_append (string, " | ");
      append (string, tl_article_get_dismissed (article));
    }
  g_assert_cmpstr (string->str, ==, expected);
}

/* "419 2016, 1100 2014 confirmed": what a chart is made of. */
static void
assert_reports (EntityFixture *fixture,
                const char    *expected)
{
  g_autoptr(GPtrArray) reports = tl_library_get_reports (fixture->library, "BY", "KZ");
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = g_ptr_array_index (reports, i);
      const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));

      g_string_append_printf (string, "%s%g %d%s", i > 0 ? ", " : "", data->value / 1e6,
                              (int) data->start.year, tl_report_is_confirmed (report) ? " confirmed" : "");
    }
  g_assert_cmpstr (string->str, ==, expected);
}

static void
assert_n_to_review (EntityFixture *fixture,
                    int            expected)
{
  g_autofree char *n = fixture_query (fixture->path, "SELECT count(*) FROM article WHERE removed_at IS NULL"
                                      " AND n_figures > 0 AND NOT is_reviewed");

  g_assert_cmpint (atoi (n), ==, expected);
}

static void
test_confirm (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  gint64 act;

  assert_figures (fixture, id, "419 2016 open, 1100 2014 open");
  assert_n_to_review (fixture, 1);
  act = confirm (fixture, id, 0);
  assert_figures (fixture, id, "419 2016 confirmed, 1100 2014 open");
  assert_reports (fixture, "419 2016 confirmed, 1100 2014");
  assert_n_to_review (fixture, 1);
  confirm (fixture, id, 1);
  assert_reports (fixture, "419 2016 confirmed, 1100 2014 confirmed");
  assert_n_to_review (fixture, 0);

  undo (fixture, act, TRUE);
  assert_figures (fixture, id, "419 2016 open, 1100 2014 confirmed");
  assert_n_to_review (fixture, 1);
  undo (fixture, act, FALSE);
  assert_reports (fixture, "419 2016 confirmed, 1100 2014 confirmed");
  entity_reopen (fixture);
  assert_figures (fixture, id, "419 2016 confirmed, 1100 2014 confirmed");
}

static void
test_dismiss (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  gint64 act = dismiss (fixture, id, 1);
  g_autoptr(TlArticle) article = NULL;
  g_autofree char *n = NULL;

  assert_figures (fixture, id, "419 2016 open | 1100 2014 open");
  assert_reports (fixture, "419 2016");
  n = fixture_query (fixture->path, "SELECT n_figures FROM article");
  g_assert_cmpstr (n, ==, "1");
  undo (fixture, act, TRUE);
  assert_reports (fixture, "419 2016, 1100 2014");
  undo (fixture, act, FALSE);

  article = load (fixture, id);
  tl_library_restore_figure_async (fixture->library, id,
                                   g_ptr_array_index (tl_article_get_dismissed (article), 0), NULL,
                                   entity_result_cb, fixture);
  wait_decided (fixture);
  assert_figures (fixture, id, "419 2016 open, 1100 2014 open");
}

static void
test_edit (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  gint64 first = move_to_year (fixture, id, 1, 2013);
  gint64 second;

  assert_figures (fixture, id, "419 2016 open, 1100 2013 edited");
  assert_reports (fixture, "419 2016, 1100 2013 confirmed");
  second = move_to_year (fixture, id, 1, 2012);
  dismiss (fixture, id, 1);
  assert_figures (fixture, id, "419 2016 open | 1100 2012 open");
  undo (fixture, second + 1, TRUE);
  assert_figures (fixture, id, "419 2016 open, 1100 2012 edited");
  undo (fixture, second, TRUE);
  assert_figures (fixture, id, "419 2016 open, 1100 2013 edited");
  undo (fixture, first, TRUE);
  assert_figures (fixture, id, "419 2016 open, 1100 2014 open");
}

static TlFigure *
make_added (TlArticle  *article,
            const char *words)
{
  const char *text = tl_article_get_text (article);
  const char *found = strstr (text, words);
  TlFigureData data;

  g_assert_nonnull (found);
  tl_figure_data_init (&data);
  data.quote = (TlSpan) { (guint32) (found - text), (guint32) (found - text + strlen (words)) };
  data.sentence = data.quote;
  g_strlcpy (data.partners[0], "BY", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  g_strlcpy (data.currency, "USD", sizeof data.currency);
  data.value = 5e6;
  data.start = (TlDate) { 2016, 1, 0 };
  data.end = (TlDate) { 2016, 12, 0 };
  return tl_figure_new (&data, words, words, NULL);
}

static void
test_add (EntityFixture *fixture,
          gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autoptr(TlArticle) article = load (fixture, id);
  g_autoptr(TlFigure) added = make_added (article, "Minister Anna Verba");
  gint64 act;

  tl_library_add_figure_async (fixture->library, id, added, NULL, entity_result_cb, fixture);
  act = wait_decided (fixture);
  assert_figures (fixture, id, "419 2016 open, 5 2016 added, 1100 2014 open");
  assert_reports (fixture, "419 2016, 5 2016 confirmed, 1100 2014");
  move_to_year (fixture, id, 1, 2015);
  assert_figures (fixture, id, "419 2016 open, 5 2015 added, 1100 2014 open");
  dismiss (fixture, id, 1);
  assert_figures (fixture, id, "419 2016 open, 1100 2014 open | 5 2015 open");
  undo (fixture, act + 2, TRUE);
  undo (fixture, act + 1, TRUE);
  undo (fixture, act, TRUE);
  assert_figures (fixture, id, "419 2016 open, 1100 2014 open");
}

/* A figure beside one with the same words is another. */
static void
test_add_beside (EntityFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autoptr(TlArticle) article = load (fixture, id);
  g_autoptr(TlFigure) added = make_added (article, tl_figure_get_quote (g_ptr_array_index (tl_article_get_figures (article), 1)));

  tl_library_add_figure_async (fixture->library, id, added, NULL, entity_result_cb, fixture);
  wait_decided (fixture);
  assert_figures (fixture, id, "419 2016 open, 1100 2014 open, 5 2016 added");
  dismiss (fixture, id, 1);
  assert_figures (fixture, id, "419 2016 open, 5 2016 added | 1100 2014 open");
}

/* Another day makes another "last year" of what nobody has confirmed. */
static void
test_day (EntityFixture *fixture,
          gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);

  confirm (fixture, id, 1);
  tl_library_correct_async (fixture->library, id, TL_FACT_PUBLISHED, "2019-07-02", NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_correct_finish (fixture->library, fixture->result, NULL, NULL, NULL));
  g_clear_object (&fixture->result);
  assert_figures (fixture, id, "419 2018 open, 1100 2014 confirmed");
  confirm (fixture, id, 0);
  assert_figures (fixture, id, "419 2018 confirmed, 1100 2014 confirmed");
}

/* What a person said holds, and what is read instead is known. */
static void
test_read_instead (EntityFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autoptr(TlFigure) open = get (fixture, id, 0);
  g_autoptr(TlFigure) confirmed = NULL, edited = NULL;

  g_assert_null (tl_figure_get_read (open));
  confirm (fixture, id, 0);
  move_to_year (fixture, id, 1, 2013);
  confirmed = get (fixture, id, 0);
  edited = get (fixture, id, 1);
  g_assert_null (tl_figure_get_read (confirmed));
  g_assert_nonnull (tl_figure_get_read (edited));
  g_assert_cmpint (tl_figure_get_data (tl_figure_get_read (edited))->start.year, ==, 2014);
}

/* A later version reads other things in the same place, one more, and one less. */
static void
test_other_reading (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);

  confirm (fixture, id, 0);
  move_to_year (fixture, id, 1, 2013);
  fixture_execute (fixture->path,
                   "UPDATE reading SET json = replace (replace (tl_unpack (json), '2016-', '2011-'), '1100000000', '7000000')");
  entity_reopen (fixture);
  assert_figures (fixture, id, "419 2016 confirmed, 1100 2013 edited");
  fixture_execute (fixture->path,
                   "UPDATE reading SET json = substr (json, 1, instr (json, '\"figures\": [') + 11) || '], \"entities\": []}'");
  entity_reopen (fixture);
  assert_figures (fixture, id, "419 2016 confirmed, 1100 2013 edited");
  /* The rows say what is read now from here on. */
  tl_library_set_reviewed_async (fixture->library, id, TRUE, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_correct_finish (fixture->library, fixture->result, NULL, NULL, NULL));
  g_clear_object (&fixture->result);
  assert_reports (fixture, "419 2016 confirmed, 1100 2013 confirmed");
}

static void
mark (EntityFixture *fixture,
      gint64         id,
      gboolean       is_reviewed)
{
  tl_library_set_reviewed_async (fixture->library, id, is_reviewed, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_correct_finish (fixture->library, fixture->result, NULL, NULL, NULL));
  g_clear_object (&fixture->result);
}

/* The mark of the article and what was said of its figures: the later holds. */
static void
test_reviewed (EntityFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autoptr(TlArticle) article = load (fixture, id);

  mark (fixture, id, TRUE);
  assert_n_to_review (fixture, 0);
  mark (fixture, id, FALSE);
  assert_n_to_review (fixture, 1);
  tl_library_confirm_figures_async (fixture->library, id, tl_article_get_figures (article), NULL, entity_result_cb,
                                    fixture);
  wait_decided (fixture);
  assert_n_to_review (fixture, 0);
  mark (fixture, id, FALSE);
  assert_n_to_review (fixture, 1);
}

/* Somebody else has changed it since the person saw it. */
static void
test_gone (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autoptr(TlFigure) seen = get (fixture, id, 1);
  g_autoptr(GError) error = NULL;

  move_to_year (fixture, id, 1, 2013);
  tl_library_dismiss_figure_async (fixture->library, id, seen, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tl_library_decide_figures_finish (fixture->library, fixture->result, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING);
  g_clear_object (&fixture->result);
  assert_figures (fixture, id, "419 2016 open, 1100 2013 edited");
}

/* What stands in the file may be anything. */
static void
test_broken (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const values[] = {
    "", "7", "{", "{\"figures\": 9}", "{\"figures\": [9, {}, []]}",
    "{\"figures\": [{\"verdict\": \"dismiss\", \"key\": \"\", \"offset\": 4294967295, \"length\": 4294967295, \"figure\": {}}]}",
    "{\"figures\": [{\"verdict\": \"confirm\", \"key\": \"\", \"figure\": {\"quote\": \"\", \"sentence\": \"\"}}]}",
    "{\"figures\": [{\"verdict\": \"wish\", \"key\": \"\", \"figure\": {\"quote\": \"\", \"sentence\": \"\"}}]}",
  };
  gint64 id = fixture_add_text (fixture->library, STORY);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO correction (text_sha256, fact, value, made, is_undone)"
                                              " SELECT text_sha256, 'figures', '%s', 1, 0 FROM article", values[i]);
      g_autoptr(TlArticle) article = NULL;

      fixture_execute (fixture->path, sql);
      article = load (fixture, id);
      g_assert_cmpuint (tl_article_get_figures (article)->len, >=, 2);
      g_assert_cmpuint (tl_article_get_figures (article)->len, <=, 3);
    }
  fixture_execute (fixture->path, "DELETE FROM correction");
}

#define ADD(path, test) \
  g_test_add ("/figure-decisions/" path, EntityFixture, NULL, entity_set_up, test, check_and_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("confirm", test_confirm);
  ADD ("dismiss", test_dismiss);
  ADD ("edit", test_edit);
  ADD ("add", test_add);
  ADD ("add-beside", test_add_beside);
  ADD ("day", test_day);
  ADD ("read-instead", test_read_instead);
  ADD ("other-reading", test_other_reading);
  ADD ("reviewed", test_reviewed);
  ADD ("gone", test_gone);
  ADD ("broken", test_broken);

  return g_test_run ();
}
