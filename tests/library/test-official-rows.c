/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of official figures among what is imported: kept beside the articles, for good. */

#include "import-fixture.h"
#include "library-fixture.h"
#include "tl-library-official.h"
#include "tl-library-remove.h"
#include "tl-official-rows.h"
#include "tl-rescue.h"

#define HEADER "t,i,j,k,v,q\n"

static void
give_table (ImportFixture *fixture,
            const char    *name,
            const char    *table)
{
  g_autofree char *path = fixture_write (fixture->folder, name, table, -1);

  import_give (fixture, path);
}

/* "reporter year=value", as a chart of the pair would ask for it. */
static char *
describe (TlLibrary  *library,
          const char *partner,
          const char *other)
{
  g_autoptr(GArray) values = tl_library_get_official (library, partner, other);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const TlOfficialValue *value = &g_array_index (values, TlOfficialValue, i);

      g_string_append_printf (text, "%s%s %d=%g", i > 0 ? " " : "", value->reporter, value->year,
                              value->value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_official (TlLibrary  *library,
                 const char *expected)
{
  g_autofree char *forth = describe (library, "GH", "TG");
  g_autofree char *back = describe (library, "TG", "GH");

  g_assert_cmpstr (forth, ==, expected);
  g_assert_cmpstr (back, ==, expected);
}

static void
count_cb (TlLibrary *library G_GNUC_UNUSED,
          guint     *n_changes)
{
  (*n_changes)++;
}

static void
test_beside_articles (ImportFixture *fixture,
                      gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.txt", NULL);
  guint n_changes = 0;

  import_write_text (fixture->folder, "a.txt");
  import_give (fixture, path);
  give_table (fixture, "numbers.CSV", HEADER "2016,288,768,1,5,1\n2016,768,288,1,2,1\n2016,288,204,1,9,1\n");
  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_cb), &n_changes);
  import_run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (tl_import_get_n_official (fixture->import), ==, 3);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 1);
  g_assert_cmpuint (n_changes, >, 0);
  assert_official (fixture->library, "GH 2016=5000 TG 2016=2000");
}

/* Another table of the same publisher adds years, and revises those that were there. */
static void
test_revised (ImportFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  give_table (fixture, "a.csv", HEADER "2015,288,768,1,4,1\n2016,288,768,1,5,1\n");
  give_table (fixture, "b.csv", HEADER "2016,288,768,1,6,1\n2017,288,768,1,7,1\n");
  import_run (fixture);
  g_assert_no_error (fixture->error);
  assert_official (fixture->library, "GH 2015=4000 GH 2016=6000 GH 2017=7000");
}

static void
test_broken (ImportFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  give_table (fixture, "empty.csv", HEADER);
  give_table (fixture, "good.csv", HEADER "2015,288,768,1,4,1\n");
  import_run (fixture);
  g_assert_no_error (fixture->error);
  import_assert_failure (fixture, "empty.csv", "no whole year of trade between two countries");
  assert_official (fixture->library, "GH 2015=4000");
}

static void
test_rescued (ImportFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *from = g_build_filename (fixture->outside, "from.sqlite", NULL);
  g_autofree char *to = g_build_filename (fixture->outside, "to.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (from);
  g_autoptr(GError) error = NULL;
  TlRescue rescue;

  fixture_execute (from,
                   "INSERT INTO official_table (id, place, source, name, added, n_values, n_pairs, first_year,"
                   " last_year) VALUES (1, 1, 'baci', 'a.csv', 0, 1, 1, 2015, 2015),"
                   " (2, 2, 'of the future', 'b.csv', 0, 1, 1, 2015, 2015);"
                   "INSERT INTO official_value (table_id, reporter, partner, is_import, year, value) VALUES"
                   " (1, 'GH', 'TG', 0, 2015, 4), (2, 'GH', 'TG', 0, 2015, 5)");
  /* Of a publisher that is not known nothing is shown. */
  assert_official (library, "GH 2015=4");
  g_clear_object (&library);
  g_assert_true (tl_rescue_run (from, to, &rescue, NULL, &error));
  g_assert_no_error (error);
  library = fixture_open (to);
  assert_official (library, "GH 2015=4");
}

/* ---- what is there ---- */

/* "source name: figures first-last pairs", a line for each. */
static void
assert_tables (TlLibrary  *library,
               const char *expected)
{
  g_autoptr(GPtrArray) tables = tl_library_list_official (library);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      const TlOfficialTable *table = tables->pdata[i];

      g_string_append_printf (text, "%s%s %s: %u %d-%d %u %s%s", i > 0 ? "\n" : "",
                              tl_official_source_to_string (table->source), table->name, table->n_values,
                              table->first_year, table->last_year, table->n_pairs, table->pairs[0][0],
                              table->pairs[0][1]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
get_table (TlLibrary *library,
           guint      n)
{
  g_autoptr(GPtrArray) tables = tl_library_list_official (library);

  g_assert_cmpuint (n, <, tables->len);
  return ((TlOfficialTable *) tables->pdata[n])->id;
}

static void
next_import (ImportFixture *fixture)
{
  g_assert_finalize_object (fixture->import);
  fixture->import = NULL;
  g_list_store_remove_all (fixture->files);
}

/* What another table said before counts again while the later one is away. */
static void
test_removed (ImportFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  guint n_changes = 0;
  gint64 id;

  give_table (fixture, "a.csv", HEADER "2015,288,768,1,4,1\n2016,288,768,1,5,1\n");
  give_table (fixture, "b.csv", HEADER "2016,288,768,1,6,1\n2017,768,288,1,7,1\n");
  import_run (fixture);
  assert_tables (fixture->library, "baci a.csv: 2 2015-2016 1 GHTG\nbaci b.csv: 2 2016-2017 2 GHTG");
  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_cb), &n_changes);
  id = get_table (fixture->library, 1);
  g_assert_true (tl_library_remove_official (fixture->library, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_official (fixture->library, "GH 2015=4000 GH 2016=5000");
  assert_tables (fixture->library, "baci a.csv: 2 2015-2016 1 GHTG");
  g_assert_false (tl_library_remove_official (fixture->library, id, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (tl_library_restore_official (fixture->library, id, &error));
  assert_official (fixture->library, "GH 2015=4000 GH 2016=6000 TG 2017=7000");
}

static void
undone_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_library_remove_many_finish (TL_LIBRARY (source_object), result, user_data, &error));
  g_assert_no_error (error);
}

/* Undoing an import takes its figures back, and nobody else's. */
static void
test_undone (ImportFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.txt", NULL);
  guint n_removed = G_MAXUINT;

  give_table (fixture, "a.csv", HEADER "2016,288,768,1,5,1\n");
  import_run (fixture);
  next_import (fixture);
  import_write_text (fixture->folder, "a.txt");
  import_give (fixture, path);
  give_table (fixture, "b.csv", HEADER "2016,288,768,1,6,1\n2017,288,768,1,7,1\n");
  import_run (fixture);
  assert_official (fixture->library, "GH 2016=6000 GH 2017=7000");
  g_assert_cmpuint (tl_import_get_tables (fixture->import)->len, ==, 1);
  tl_library_remove_many_async (fixture->library, tl_import_get_added (fixture->import),
                                tl_import_get_tables (fixture->import), NULL, undone_cb, &n_removed);
  while (n_removed == G_MAXUINT)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_removed, ==, 1);
  assert_official (fixture->library, "GH 2016=5000");
}

/* The same table under another name is no other; after it was removed it is the latest. */
static void
test_again (ImportFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  give_table (fixture, "a.csv", HEADER "2016,288,768,1,5,1\n");
  give_table (fixture, "same.txt", "t;i;j;k;v;q\n2016;288;768;1;5;1\n");
  give_table (fixture, "b.csv", HEADER "2016,288,768,1,6,1\n");
  import_run (fixture);
  import_assert_failure (fixture, "same.txt", "in the library already");
  g_assert_true (import_find_failure (fixture, "same.txt")->is_duplicate);
  g_assert_true (tl_library_remove_official (fixture->library, get_table (fixture->library, 0), &error));
  next_import (fixture);
  give_table (fixture, "a.csv", HEADER "2016,288,768,1,5,1\n");
  import_run (fixture);
  assert_tables (fixture->library, "baci b.csv: 1 2016-2016 1 GHTG\nbaci a.csv: 1 2016-2016 1 GHTG");
  assert_official (fixture->library, "GH 2016=5000");
}

/* ---- giving up ---- */

typedef struct
{
  guint n_looks;
  guint n_wanted;
} Looks;

static gboolean
look_cb (gpointer user_data)
{
  Looks *looks = user_data;

  return ++looks->n_looks > looks->n_wanted;
}

static GArray *
make_values (guint n)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));

  for (guint i = 0; i < n; i++)
    {
      TlOfficialValue value = { TL_OFFICIAL_BACI, "GH", "TG", FALSE, 2000 + (int) (i % 20), i };

      value.partner[0] = (char) ('A' + i / 20 % 26);
      value.partner[1] = (char) ('A' + i / 520 % 26);
      value.reporter[0] = (char) ('A' + i / 13520 % 26);
      g_array_append_val (values, value);
    }
  return values;
}

/* It asks after each 500 rows, in whatever part of the work; what it gave up never counts. */
static void
test_given_up (ImportFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  const char *path = tl_library_get_path (fixture->library);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (path, &error);
  g_autoptr(GArray) values = make_values (50000);
  const guint wanted[] = { 0, 50, 99, 100, 150, 199 };
  TlOfficialFit fit;
  gint64 id;

  g_assert_no_error (error);
  give_table (fixture, "a.csv", HEADER "2016,288,768,1,5,1\n");
  import_run (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      Looks looks = { 0, wanted[i] };

      g_assert_true (tl_official_rows_store (database, values, "big.csv", 0, look_cb, &looks, NULL, &id, &fit, &error));
      g_assert_no_error (error);
      g_assert_cmpint (fit, ==, TL_OFFICIAL_STOPPED);
      g_assert_cmpuint (looks.n_looks, ==, wanted[i] + 1);
      assert_tables (fixture->library, "baci a.csv: 1 2016-2016 1 GHTG");
      assert_official (fixture->library, "GH 2016=5000");
    }
  g_assert_true (tl_official_rows_store (database, values, "big.csv", 0, NULL, NULL, NULL, &id, &fit, &error));
  g_assert_cmpint (fit, ==, TL_OFFICIAL_STORED);
  assert_tables (fixture->library, "baci a.csv: 1 2016-2016 1 GHTG\nbaci big.csv: 50000 2000-2019 2500 AHAA");
  /* What was never whole is not kept for good. */
  g_assert_true (tl_official_rows_purge (database, g_get_real_time () / G_USEC_PER_SEC + 1, &error));
  g_assert_true (tl_database_query_int (database, "SELECT count(*) FROM official_value", &id, &error));
  g_assert_cmpint (id, ==, 50001);
}

/* Pairs of which no article reports anything are listed after the others, once, whoever declares. */
static void
test_pairs (ImportFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  give_table (fixture, "a.csv", HEADER "2015,288,768,1,4,1\n2016,288,768,1,5,1\n2015,768,288,1,4,1\n"
              "2015,288,204,1,4,1\n");
  give_table (fixture, "b.csv", HEADER "2017,768,288,1,6,1\n2017,152,604,1,6,1\n");
  import_run (fixture);
  g_assert_no_error (fixture->error);
  pairs = tl_library_get_pairs (fixture->library);
  for (guint i = 0; i < pairs->len; i++)
    {
      const TlPair *pair = &g_array_index (pairs, TlPair, i);

      g_string_append_printf (text, "%s-%s:%u ", pair->partners[0], pair->partners[1], pair->n_figures);
    }
  g_assert_cmpstr (text->str, ==, "BJ-GH:0 CL-PE:0 GH-TG:0 ");
}

/* A table of the whole world's trade lists no more pairs than one can wait for. */
static void
test_many_pairs (ImportFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  static const int codes[] = { 4, 8, 12, 20, 24, 28, 31, 32, 36, 40, 44, 48, 50, 51, 52, 56, 60, 64, 68, 70,
                               72, 76, 84, 90, 92, 96, 100, 104, 108, 112, 116, 120, 124, 132, 136, 140, 144,
                               148, 152, 156, 170, 174, 178, 180, 184, 188, 191, 192, 196, 203 };
  g_autoptr(GString) table = g_string_new (HEADER);
  g_autoptr(GArray) pairs = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint k = 0; k < G_N_ELEMENTS (codes); k++)
      if (i != k)
        g_string_append_printf (table, "2015,%d,%d,1,4,1\n", codes[i], codes[k]);
  give_table (fixture, "world.csv", table->str);
  import_run (fixture);
  g_assert_no_error (fixture->error);
  pairs = tl_library_get_pairs (fixture->library);
  g_assert_cmpuint (pairs->len, ==, 1000);
}

static void
cancel_cb (TlImport      *import G_GNUC_UNUSED,
           GParamSpec    *pspec G_GNUC_UNUSED,
           ImportFixture *fixture)
{
  g_cancellable_cancel (fixture->cancellable);
}

/* A table that is read when the import is cancelled is not there; what came before it is. */
static void
test_cancelled (ImportFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GString) table = g_string_new (HEADER);

  give_table (fixture, "a.csv", HEADER "2016,288,768,1,5,1\n");
  for (guint i = 0; i < 2000000; i++)
    g_string_append_printf (table, "2017,288,768,%u,1,1\n", i);
  give_table (fixture, "b.csv", table->str);
  import_begin (fixture);
  g_signal_connect (fixture->import, "notify::n-done", G_CALLBACK (cancel_cb), fixture);
  import_run (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_official (fixture->library, "GH 2016=5000");
  assert_tables (fixture->library, "baci a.csv: 1 2016-2016 1 GHTG");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  IMPORT_ADD ("official/beside-articles", test_beside_articles);
  IMPORT_ADD ("official/revised", test_revised);
  IMPORT_ADD ("official/broken", test_broken);
  IMPORT_ADD ("official/rescued", test_rescued);
  IMPORT_ADD ("official/removed", test_removed);
  IMPORT_ADD ("official/undone", test_undone);
  IMPORT_ADD ("official/again", test_again);
  IMPORT_ADD ("official/given-up", test_given_up);
  IMPORT_ADD ("official/pairs", test_pairs);
  IMPORT_ADD ("official/many-pairs", test_many_pairs);
  IMPORT_ADD ("official/cancelled", test_cancelled);

  return g_test_run ();
}
