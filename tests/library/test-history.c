/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a person did is undone and redone one after the other, also after the program was
 * closed. */

#include <string.h>

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-history-ids.h"
#include "tl-history.h"
#include "tl-library-facts.h"
#include "tl-library-figures.h"
#include "tl-library-history.h"
#include "tl-library-watch.h"
#include "tl-rescue.h"

static void
check_and_tear_down (EntityFixture *fixture,
                     gconstpointer  data)
{
  fixture_check (fixture->library);
  entity_tear_down (fixture, data);
}

/* ---- what a person does ---- */

static gint64
wait_corrected (EntityFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gint64 act = 0;

  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_correct_finish (fixture->library, fixture->result, &act, NULL, &error));
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
review (EntityFixture *fixture,
        gint64         id)
{
  tl_library_set_reviewed_async (fixture->library, id, TRUE, NULL, entity_result_cb, fixture);
  wait_corrected (fixture);
}

static gint64
merge (EntityFixture *fixture,
       gint64         id,
       gint64         into)
{
  tl_library_merge_entities_async (fixture->library, id, into, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static gint64
dismiss (EntityFixture *fixture,
         gint64         id)
{
  tl_library_dismiss_entity_async (fixture->library, id, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static void
remove_article (EntityFixture *fixture,
                gint64         id)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_library_remove (fixture->library, id, &error));
  g_assert_no_error (error);
}

/* ---- undoing ---- */

typedef struct
{
  guint     n_done;
  GString  *told;
  GError   *error;
  gint64    article_id;
  GString  *entities;           /* "1 2", where they are asked for */
} Undoing;

static void
note_entities (GString *told,
               GArray  *ids)
{
  g_string_truncate (told, 0);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_string_append_printf (told, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
}

static void
undone_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Undoing *undoing = user_data;
  g_auto(TlUndone) undone = { 0 };

  g_clear_error (&undoing->error);
  g_assert_true (tl_library_undo_finish (TL_LIBRARY (source_object), result, &undone, &undoing->error) ==
                 (undoing->error == NULL));
  undoing->n_done++;
  undoing->article_id = undone.article_id;
  if (undoing->entities != NULL)
    note_entities (undoing->entities, undone.entities);
  if (undoing->told != NULL)
    g_string_append_printf (undoing->told, "%s%s", undone.is_redo ? "+" : "-",
                            undone.entry != NULL ? undone.entry->what : "nothing");
}

static void
wait_undone (Undoing *undoing,
             guint    n)
{
  while (undoing->n_done < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (undoing->error);
}

static void
undo (EntityFixture *fixture)
{
  Undoing undoing = { 0 };

  tl_library_undo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 1);
}

static void
redo (EntityFixture *fixture)
{
  Undoing undoing = { 0 };

  tl_library_redo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 1);
}

static void
undo_act (EntityFixture *fixture,
          TlUndoKind     kind,
          gint64         act)
{
  Undoing undoing = { 0 };

  tl_library_undo_act_async (fixture->library, kind, act, undone_cb, &undoing);
  wait_undone (&undoing, 1);
}

static char *
describe (TlHistoryEntry *entry)
{
  g_autoptr(TlHistoryEntry) owned = entry;

  return owned == NULL ? g_strdup ("-")
                       : g_strdup_printf ("%s %s %u %s", tl_undo_kind_to_string (owned->kind), owned->what, owned->n,
                                          owned->name != NULL ? owned->name : "-");
}

#define assert_next(library, undo, redo) \
  G_STMT_START { \
    g_autofree char *next_undo = describe (tl_library_dup_undo (library)); \
    g_autofree char *next_redo = describe (tl_library_dup_redo (library)); \
    g_assert_cmpstr (next_undo, ==, undo); \
    g_assert_cmpstr (next_redo, ==, redo); \
  } G_STMT_END

/* What a person sees of the library. */
static char *
dup_state (EntityFixture *fixture)
{
  g_autofree char *entities = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");
  g_autofree char *articles =
    fixture_query (fixture->path, "SELECT group_concat (id || '|' || title || '|' || ifnull (published, '') || '|' ||"
                                  " is_reviewed, ' / ') FROM article WHERE removed_at IS NULL");

  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==,
                    g_list_model_get_n_items (tl_library_get_articles (fixture->library)));
  return g_strdup_printf ("%u: %s; %s", tl_library_get_n_articles (fixture->library), articles, entities);
}

/* ---- all of it ---- */

#define N_ACTS 6

static void
assert_state (EntityFixture *fixture,
              const char    *expected)
{
  g_autofree char *state = dup_state (fixture);

  g_assert_cmpstr (state, ==, expected);
}

static void
do_all (EntityFixture *fixture,
        char         **states)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova");
  gint64 second = entity_add (fixture, "p:Vera Petrova; p:Boris Ivin");

  states[0] = dup_state (fixture);
  assert_next (fixture->library, "-", "-");
  correct (fixture, first, TL_FACT_TITLE, "Another title");
  assert_next (fixture->library, "correction title 1 -", "-");
  states[1] = dup_state (fixture);
  review (fixture, second);
  assert_next (fixture->library, "correction reviewed 1 -", "-");
  states[2] = dup_state (fixture);
  merge (fixture, entity_id (fixture, first, "Vera Petrova"), entity_id (fixture, first, "Vera Orlova"));
  assert_next (fixture->library, "decision merge 2 Vera Petrova", "-");
  states[3] = dup_state (fixture);
  dismiss (fixture, entity_id (fixture, second, "Boris Ivin"));
  assert_next (fixture->library, "decision dismiss 1 Boris Ivin", "-");
  states[4] = dup_state (fixture);
  remove_article (fixture, first);
  assert_next (fixture->library, "removal remove 1 Another title", "-");
  states[5] = dup_state (fixture);
  correct (fixture, second, TL_FACT_PUBLISHED, "2017-03-16");
  assert_next (fixture->library, "correction published 1 -", "-");
  states[6] = dup_state (fixture);
  for (guint i = 1; i <= N_ACTS; i++)
    g_assert_cmpstr (states[i - 1], !=, states[i]);
}

/* Back to the beginning and forward to the end, over a program that is closed in between. */
static void
test_all (EntityFixture *fixture,
          gconstpointer  data G_GNUC_UNUSED)
{
  char *states[N_ACTS + 1] = { NULL };

  do_all (fixture, states);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = N_ACTS; i > 0; i--)
        {
          assert_state (fixture, states[i]);
          if (i % 2 == round)
            entity_reopen (fixture);
          undo (fixture);
        }
      assert_state (fixture, states[0]);
      assert_next (fixture->library, "-", "correction title 1 -");
      undo (fixture);
      for (guint i = 0; i < N_ACTS; i++)
        {
          assert_state (fixture, states[i]);
          if (i % 2 == round)
            entity_reopen (fixture);
          redo (fixture);
        }
      assert_state (fixture, states[N_ACTS]);
      assert_next (fixture->library, "correction published 1 -", "-");
      redo (fixture);
    }
  for (guint i = 0; i <= N_ACTS; i++)
    g_free (states[i]);
}

/* What was undone is no more to be had once something else was done. */
static void
test_new_act (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova");

  correct (fixture, id, TL_FACT_TITLE, "One");
  correct (fixture, id, TL_FACT_AUTHOR, "Two");
  undo (fixture);
  undo (fixture);
  redo (fixture);
  assert_next (fixture->library, "correction title 1 -", "correction author 1 -");
  correct (fixture, id, TL_FACT_PUBLISHER, "Three");
  assert_next (fixture->library, "correction publisher 1 -", "-");
  undo (fixture);
  assert_next (fixture->library, "correction title 1 -", "correction publisher 1 -");
}

/* A toast undoes what it tells of, whatever was done since; what was undone last is redone first. */
static void
test_out_of_order (EntityFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova");
  gint64 other = entity_add (fixture, "p:Boris Ivin");
  gint64 title = correct (fixture, id, TL_FACT_TITLE, "One");
  Undoing undoing = { 0 };

  remove_article (fixture, other);
  correct (fixture, id, TL_FACT_AUTHOR, "Two");
  undo_act (fixture, TL_UNDO_CORRECTION, title);
  assert_next (fixture->library, "correction author 1 -", "correction title 1 -");
  undo (fixture);
  assert_next (fixture->library, "removal remove 1 2: Boris Ivin.", "correction author 1 -");
  undo_act (fixture, TL_UNDO_REMOVAL, other);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 2);
  assert_next (fixture->library, "-", "removal remove 1 2: Boris Ivin.");

  /* It is undone already. */
  undo_act (fixture, TL_UNDO_REMOVAL, other);
  assert_next (fixture->library, "-", "removal remove 1 2: Boris Ivin.");
  redo (fixture);
  redo (fixture);
  tl_library_redo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 1);
  g_assert_cmpint (undoing.article_id, ==, id);
  assert_next (fixture->library, "correction title 1 -", "-");
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 1);

  /* What was done again is what was done last. */
  undo (fixture);
  assert_next (fixture->library, "correction author 1 -", "correction title 1 -");
}

static void
decide_figures (EntityFixture *fixture,
                gint64         id,
                gboolean       is_dismissal)
{
  g_autoptr(TlArticle) article = tl_library_load_article (fixture->library, id, NULL);
  GPtrArray *figures = tl_article_get_figures (article);

  if (is_dismissal)
    tl_library_dismiss_figure_async (fixture->library, id, figures->pdata[0], NULL, entity_result_cb, fixture);
  else
    tl_library_confirm_figures_async (fixture->library, id, figures, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_decide_figures_finish (fixture->library, fixture->result, NULL, NULL));
  g_clear_object (&fixture->result);
}

/* How many figures the article has, and how many of them are confirmed. */
static void
assert_figures (EntityFixture *fixture,
                gint64         id,
                guint          n_figures,
                guint          n_confirmed)
{
  g_autoptr(TlArticle) article = tl_library_load_article (fixture->library, id, NULL);
  GPtrArray *figures = tl_article_get_figures (article);
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    n += tl_figure_get_review (figures->pdata[i]) == TL_REVIEW_CONFIRMED ? 1 : 0;
  g_assert_cmpuint (figures->len, ==, n_figures);
  g_assert_cmpuint (n, ==, n_confirmed);
}

/* What was said of figures. */
static void
test_figures (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library,
                                "MINSK, 16 March 2017. Trade between Belarus and Kazakhstan reached $419 million"
                                " last year, Minister Anna Verba said on Thursday. In 2014 trade between Belarus"
                                " and Kazakhstan was $1.1 billion.\n");
  Undoing undoing = { 0 };

  decide_figures (fixture, id, FALSE);
  assert_next (fixture->library, "figures confirm 2 -", "-");
  decide_figures (fixture, id, TRUE);
  assert_next (fixture->library, "figures dismiss 1 -", "-");
  assert_figures (fixture, id, 1, 1);
  entity_reopen (fixture);
  undo (fixture);
  assert_figures (fixture, id, 2, 2);
  tl_library_undo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 1);
  g_assert_cmpint (undoing.article_id, ==, id);
  assert_figures (fixture, id, 2, 0);
  redo (fixture);
  redo (fixture);
  assert_figures (fixture, id, 1, 1);
  assert_next (fixture->library, "figures dismiss 1 -", "-");
}

/* What it was about: of a merge all that are apart again, and then the one that they are. */
static void
test_entities (EntityFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Boris Ivin; p:Ivan Dubov; p:Vera Orlova");
  gint64 ivin = entity_id (fixture, id, "Boris Ivin"), dubov = entity_id (fixture, id, "Ivan Dubov");
  g_autofree char *both = g_strdup_printf ("%d %d", (int) MIN (ivin, dubov), (int) MAX (ivin, dubov));
  g_autofree char *one = g_strdup_printf ("%d", (int) dubov);
  g_autoptr(GString) told = g_string_new (NULL);
  Undoing undoing = { .told = NULL, .entities = told };

  merge (fixture, ivin, dubov);
  tl_library_undo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 1);
  g_assert_cmpstr (told->str, ==, both);
  tl_library_redo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 2);
  g_assert_cmpstr (told->str, ==, one);

  /* What is no name is not there to be seen. */
  dismiss (fixture, entity_id (fixture, id, "Vera Orlova"));
  undo (fixture);
  tl_library_redo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 3);
  g_assert_cmpstr (told->str, ==, "");
}

/* Who presses the keys quickly does not undo one act twice. */
static void
test_quickly (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova");
  Undoing undoing = { 0, g_string_new (NULL), NULL, 0, NULL };

  correct (fixture, id, TL_FACT_TITLE, "One");
  dismiss (fixture, entity_id (fixture, id, "Vera Orlova"));
  remove_article (fixture, id);
  for (guint i = 0; i < 4; i++)
    tl_library_undo_async (fixture->library, undone_cb, &undoing);
  tl_library_redo_async (fixture->library, undone_cb, &undoing);
  tl_library_redo_async (fixture->library, undone_cb, &undoing);
  wait_undone (&undoing, 6);
  g_assert_cmpstr (undoing.told->str, ==, "-remove-dismiss-title-nothing+title+dismiss");
  g_string_free (undoing.told, TRUE);
}

/* Those functions that undo one thing alone are noted, too. */
static void
test_by_hand (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova");
  gint64 act = dismiss (fixture, entity_id (fixture, id, "Vera Orlova"));

  tl_library_undo_decision_async (fixture->library, act, TRUE, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_next (fixture->library, "-", "decision dismiss 1 Vera Orlova");
  tl_library_undo_decision_async (fixture->library, act, FALSE, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_next (fixture->library, "decision dismiss 1 Vera Orlova", "-");
  remove_article (fixture, id);
  g_assert_true (tl_library_restore (fixture->library, id, NULL));
  assert_next (fixture->library, "decision dismiss 1 Vera Orlova", "removal remove 1 1: Vera Orlova.");
}

/* What is deleted for good can neither be restored nor removed again. */
static void
test_purged (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 gone = entity_add (fixture, "p:Vera Orlova");
  gint64 here = entity_add (fixture, "p:Boris Ivin; p:Ivan Dubov");

  correct (fixture, gone, TL_FACT_TITLE, "One");
  merge (fixture, entity_id (fixture, here, "Boris Ivin"), entity_id (fixture, here, "Ivan Dubov"));
  remove_article (fixture, gone);
  fixture_execute (fixture->path, "UPDATE article SET removed_at = 1 WHERE removed_at IS NOT NULL");
  entity_reopen (fixture);
  assert_next (fixture->library, "decision merge 2 Boris Ivin", "-");
  undo (fixture);
  assert_next (fixture->library, "-", "decision merge 2 Boris Ivin");
}

/* Too late: that is said, and what was done before can be undone. */
static void
test_too_late (EntityFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova");
  gint64 other = entity_add (fixture, "p:Boris Ivin");
  Undoing undoing = { 0 };

  correct (fixture, other, TL_FACT_TITLE, "One");
  remove_article (fixture, id);
  fixture_execute (fixture->path, "DELETE FROM mention; DELETE FROM name; DELETE FROM entity;"
                                  "PRAGMA foreign_keys = ON; DELETE FROM article WHERE removed_at IS NOT NULL");
  tl_library_undo_async (fixture->library, undone_cb, &undoing);
  while (undoing.n_done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (undoing.error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING);
  g_clear_error (&undoing.error);
  assert_next (fixture->library, "correction title 1 -", "-");
}

/* Only so many are kept, the latest. */
static void
test_bounded (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (fixture->path, &error);
  g_autofree char *count = NULL;

  g_assert_no_error (error);
  g_assert_true (tl_database_begin (database, &error));
  for (gint64 i = 1; i <= 1500; i++)
    g_assert_true (tl_history_add (database, TL_UNDO_CORRECTION, "title", i, 1, NULL, &error));
  g_assert_true (tl_database_commit (database, &error));
  count = fixture_query (fixture->path, "SELECT count(*) || ' ' || max(act) || ' ' || (min(act) > 490) FROM history");
  g_assert_true (g_str_has_prefix (count, "100") && g_str_has_suffix (count, " 1500 1"));
}

static void
count_cb (TlLibrary *library G_GNUC_UNUSED,
          guint     *n)
{
  (*n)++;
}

/* What another program does can be undone here, and is told. */
static void
test_other (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova");
  g_autoptr(TlLibrary) other = fixture_open (fixture->path);
  g_autoptr(TlLibraryWatch) watch = tl_library_watch_new (other);
  Undoing undoing = { 0 };
  guint n_here = 0, n_there = 0;

  g_signal_connect (fixture->library, "history-changed", G_CALLBACK (count_cb), &n_here);
  g_signal_connect (other, "history-changed", G_CALLBACK (count_cb), &n_there);
  correct (fixture, id, TL_FACT_TITLE, "One");
  g_assert_cmpuint (n_here, ==, 1);
  while (n_there == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_next (other, "correction title 1 -", "-");
  tl_library_undo_async (other, undone_cb, &undoing);
  wait_undone (&undoing, 1);
  assert_next (fixture->library, "-", "correction title 1 -");
  n_there = 0;
  redo (fixture);
  while (n_there == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_next (other, "correction title 1 -", "-");
  tl_library_watch_stop (watch);
}

/* What can be read of a damaged library can be undone there. */
static void
test_rescued (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova");
  g_autofree char *path = g_build_filename (fixture->folder, "rescued.sqlite", NULL);
  g_autoptr(TlLibrary) rescued = NULL;
  g_autoptr(GError) error = NULL;
  Undoing undoing = { 0 };
  TlRescue rescue;

  correct (fixture, id, TL_FACT_TITLE, "One");
  dismiss (fixture, entity_id (fixture, id, "Vera Orlova"));
  remove_article (fixture, id);
  undo (fixture);
  g_assert_true (tl_rescue_run (fixture->path, path, &rescue, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rescue.n_decisions, ==, 2);
  rescued = fixture_open (path);
  assert_next (rescued, "decision dismiss 1 Vera Orlova", "removal remove 1 One");
  tl_library_redo_async (rescued, undone_cb, &undoing);
  wait_undone (&undoing, 1);
  g_assert_cmpuint (tl_library_get_n_articles (rescued), ==, 0);
}

/* ---- what an import brings while it goes on ---- */

static void
bring (TlDatabase *database,
       gint64     *act,
       gint64      from,
       gint64      to)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  for (gint64 id = from; id < to; id++)
    g_array_append_val (ids, id);
  g_assert_true (tl_database_begin (database, &error));
  g_assert_true (tl_history_add_import (database, act, ids, NULL, &error));
  g_assert_true (tl_database_commit (database, &error));
}

static void
mark (TlDatabase *database,
      TlUndoKind  kind,
      gint64      act,
      gboolean    is_undone)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_database_begin (database, &error));
  g_assert_true (tl_history_mark (database, kind, act, is_undone, &error));
  g_assert_true (tl_database_commit (database, &error));
}

/* It is one act, however much it brings, and whatever was done meanwhile. */
static void
test_long_import (EntityFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  gint64 article = entity_add (fixture, "p:Vera Orlova");
  g_autoptr(TlDatabase) database = tl_database_open_again (fixture->path, NULL);
  g_autoptr(TlHistoryEntry) entry = NULL;
  g_autoptr(GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) tables = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *longest = NULL;
  gint64 act = 0;

  for (gint64 i = 0; i < 30; i++)
    {
      bring (database, &act, 100 + i * 1000, 1100 + i * 1000);
      if (i == 10)
        correct (fixture, article, TL_FACT_TITLE, "One");
    }
  assert_next (fixture->library, "correction title 1 -", "-");
  undo (fixture);
  assert_next (fixture->library, "import import 30000 -", "correction title 1 -");
  longest = fixture_query (fixture->path, "SELECT max(length(articles)) < 6000 AND count(*) < 10 FROM history");
  g_assert_cmpstr (longest, ==, "1");

  g_assert_true (tl_history_get_next (database, FALSE, &entry, NULL));
  g_assert_true (tl_history_load_ids (database, entry, articles, tables, NULL));
  g_assert_cmpuint (articles->len, ==, 30000);
  mark (database, TL_UNDO_IMPORT, act, TRUE);
  assert_next (fixture->library, "-", "import import 30000 -");

  /* What comes after it was undone is another one. */
  bring (database, &act, 40000, 40010);
  assert_next (fixture->library, "import import 10 -", "import import 30000 -");
}

static void
test_ids (void)
{
  static const gint64 values[] = { 5, 1, 1, 127, 128, 129, 300, 70000, G_MAXINT64 };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) unpacked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GBytes) packed = NULL;

  g_array_append_vals (ids, values, G_N_ELEMENTS (values));
  packed = tl_history_ids_pack (ids);
  tl_history_ids_unpack (packed, unpacked);
  g_assert_cmpuint (unpacked->len, ==, 8);
  g_assert_cmpint (g_array_index (unpacked, gint64, 0), ==, 1);
  g_assert_cmpint (g_array_index (unpacked, gint64, 1), ==, 5);
  g_assert_cmpint (g_array_index (unpacked, gint64, 4), ==, 129);
  g_assert_cmpint (g_array_index (unpacked, gint64, 7), ==, G_MAXINT64);

  /* Anything may stand in a damaged file. */
  for (guint i = 0; i < 2000; i++)
    {
      guint8 bytes[24];
      g_autoptr(GBytes) damaged = NULL;

      for (guint k = 0; k < sizeof bytes; k++)
        bytes[k] = (guint8) (i < 10 ? 0xff : g_test_rand_int_range (0, 256));
      damaged = g_bytes_new_static (bytes, (gsize) g_test_rand_int_range (0, sizeof bytes));
      g_array_set_size (unpacked, 0);
      tl_history_ids_unpack (damaged, unpacked);
      for (guint k = 0; k < unpacked->len; k++)
        g_assert_cmpint (g_array_index (unpacked, gint64, k), >=, 0);
    }
}

#define HISTORY_ADD(path, test) \
  g_test_add ("/history/" path, EntityFixture, NULL, entity_set_up, test, check_and_tear_down)
/* What is not about the articles of the fixture. */
#define HISTORY_ADD_UNCHECKED(path, test) \
  g_test_add ("/history/" path, EntityFixture, NULL, entity_set_up, test, entity_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/history/ids", test_ids);
  HISTORY_ADD ("all", test_all);
  HISTORY_ADD ("new-act", test_new_act);
  HISTORY_ADD ("out-of-order", test_out_of_order);
  HISTORY_ADD ("figures", test_figures);
  HISTORY_ADD ("entities", test_entities);
  HISTORY_ADD ("quickly", test_quickly);
  HISTORY_ADD ("by-hand", test_by_hand);
  HISTORY_ADD ("purged", test_purged);
  HISTORY_ADD_UNCHECKED ("too-late", test_too_late);
  HISTORY_ADD ("bounded", test_bounded);
  HISTORY_ADD ("other", test_other);
  HISTORY_ADD ("rescued", test_rescued);
  HISTORY_ADD ("import/long", test_long_import);

  return g_test_run ();
}
