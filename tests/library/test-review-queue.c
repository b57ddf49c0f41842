/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures are gone through one after the other, faster than what is said of them can be kept. */

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-article-item.h"
#include "tl-library-figures.h"
#include "tl-review-queue.h"

#define N_FIGURES 8

/* So many amounts of eight years. */
static char *
make_story (const char *place,
            int         first)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s, 16 March 2017.", place);
  for (int i = 0; i < N_FIGURES; i++)
    g_string_append_printf (text, " In %d trade between Belarus and Kazakhstan was $%d million.", 2005 + i, first + i);
  g_string_append_c (text, '\n');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_up (EntityFixture *fixture,
        gconstpointer  data)
{
  g_autofree char *first = make_story ("MINSK", 200), *second = make_story ("ASTANA", 300);

  entity_set_up (fixture, data);
  fixture_add_text (fixture->library, first);
  fixture_add_text (fixture->library, second);
}

static void
wait_for_state (TlReviewQueue *queue)
{
  while (tl_review_queue_get_state (queue) == TL_REVIEW_LOADING)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_run (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* In the library, and not only in the queue. */
static guint
count_open (TlLibrary *library)
{
  GListModel *articles = tl_library_get_articles (library);
  guint n_open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, i);
      g_autoptr(TlArticle) article = tl_library_load_article (library, tl_article_item_get_id (item), NULL);

      for (guint k = 0; k < tl_article_get_figures (article)->len; k++)
        n_open += tl_figure_get_review (g_ptr_array_index (tl_article_get_figures (article), k)) == TL_REVIEW_OPEN;
    }
  return n_open;
}

/* At each pace something else of what was said is being stored, told and loaded again; the queue
 * does not take what is on its way for undone, and come back. */
static void
test_paces (EntityFixture *fixture,
            gconstpointer  data)
{
  guint pace = GPOINTER_TO_UINT (data);
  g_autoptr(TlReviewQueue) queue = tl_review_queue_new (fixture->library, NULL, NULL);
  guint last = 0;

  wait_for_state (queue);
  while (tl_review_queue_get_state (queue) == TL_REVIEW_AT_FIGURE)
    {
      g_assert_cmpuint (tl_review_queue_get_position (queue), ==, last + 1);
      last++;
      tl_review_queue_confirm (queue);
      let_run (pace);
      wait_for_state (queue);
    }
  g_assert_cmpuint (last, ==, 2 * N_FIGURES);
  while (count_open (fixture->library) > 0)
    let_run (1);
  let_run (20);
  g_assert_cmpint (tl_review_queue_get_state (queue), ==, TL_REVIEW_AT_END);
  g_assert_cmpuint (tl_review_queue_get_counts (queue).n_confirmed, ==, 2 * N_FIGURES);
}

/* ---- what is on its way when somebody else says something ---- */

typedef void (*Say) (TlLibrary *library, gint64 id, TlFigure *figure, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data);

static void
keep_result_cb (GObject      *source_object G_GNUC_UNUSED,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
confirm (TlLibrary           *library,
         gint64               id,
         TlFigure            *figure,
         GCancellable        *cancellable,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  g_autoptr(GPtrArray) figures = g_ptr_array_new ();

  g_ptr_array_add (figures, figure);
  tl_library_confirm_figures_async (library, id, figures, cancellable, callback, user_data);
}

/* In another window of the library, while this one does nothing. */
static void
say_elsewhere (EntityFixture *fixture,
               Say            say,
               gint64         id,
               TlFigure      *figure)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_main_context_push_thread_default (context);
  library = tl_library_open (fixture->path, &error);
  g_assert_no_error (error);
  say (library, id, figure, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  tl_library_decide_figures_finish (library, result, NULL, &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (context);
}

static void
let_all_run (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
check_position_cb (TlReviewQueue *queue)
{
  g_assert_cmpuint (tl_review_queue_get_position (queue), ==, 2);
}

/* What was read before the last word on it is not taken for the last word: the queue would go back to
 * a figure that nobody has taken back. */
static void
test_overtaken (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlReviewQueue) queue = tl_review_queue_new (fixture->library, NULL, NULL);
  g_autoptr(TlFigure) first = NULL;
  gint64 id;

  wait_for_state (queue);
  id = tl_review_queue_get_article_id (queue);
  first = g_object_ref (tl_review_queue_get_figure (queue));
  tl_review_queue_confirm (queue);
  while (count_open (fixture->library) == 2 * N_FIGURES)
    let_run (1);
  let_run (20);
  g_assert_cmpuint (tl_review_queue_get_position (queue), ==, 2);
  g_signal_connect (queue, "changed", G_CALLBACK (check_position_cb), NULL);

  say_elsewhere (fixture, tl_library_restore_figure_async, id, first);
  let_all_run ();
  g_signal_emit_by_name (fixture->library, "figures-changed", id);
  while (!g_main_context_pending (NULL))
    g_usleep (1000);
  say_elsewhere (fixture, confirm, id, first);
  g_signal_emit_by_name (fixture->library, "figures-changed", id);
  let_run (50);
  g_assert_cmpuint (tl_review_queue_get_position (queue), ==, 2);
  g_assert_cmpuint (tl_review_queue_get_counts (queue).n_confirmed, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint pace = 0; pace < 8; pace++)
    {
      g_autofree char *path = g_strdup_printf ("/review-queue/pace/%u", pace);

      g_test_add (path, EntityFixture, GUINT_TO_POINTER (pace), set_up, test_paces, entity_tear_down);
    }
  g_test_add ("/review-queue/overtaken", EntityFixture, NULL, set_up, test_overtaken, entity_tear_down);
  return g_test_run ();
}
