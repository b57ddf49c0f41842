/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of official figures among what is imported: kept beside the articles, for good. */

#include "import-fixture.h"
#include "library-fixture.h"
#include "tl-official.h"
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
                   "INSERT INTO official (source, reporter, partner, is_import, year, value) VALUES"
                   " ('baci', 'GH', 'TG', 0, 2015, 4), ('of the future', 'GH', 'TG', 0, 2015, 5)");
  /* Of a publisher that is not known nothing is shown. */
  assert_official (library, "GH 2015=4");
  g_clear_object (&library);
  g_assert_true (tl_rescue_run (from, to, &rescue, NULL, &error));
  g_assert_no_error (error);
  library = fixture_open (to);
  assert_official (library, "GH 2015=4");
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

  return g_test_run ();
}
