/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of one entity: its names and whose they are, its office, and what is named beside
 * it, or beside several. */

#include "entity-fixture.h"
#include "library-fixture.h"

static void
wait_for (EntityFixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
merge (EntityFixture *fixture,
       gint64         id,
       gint64         into)
{
  tl_library_merge_entities_async (fixture->library, id, into, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static void
undo (EntityFixture *fixture,
      gint64         act)
{
  tl_library_undo_decision_async (fixture->library, act, TRUE, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

/* "3: OSCE 2; Zagreb 1": in three articles, and what they name besides. */
static void
assert_beside (EntityFixture *fixture,
               gint64         id,
               gint64         other,
               guint          limit,
               const char    *expected)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) shown = g_string_new (NULL);
  guint n_articles = G_MAXUINT;

  g_array_append_val (ids, id);
  if (other != 0)
    g_array_append_val (ids, other);
  tl_library_load_companions_async (fixture->library, ids, limit, NULL, entity_result_cb, fixture);
  wait_for (fixture);
  found = tl_library_load_companions_finish (fixture->library, fixture->result, &n_articles, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  g_string_append_printf (shown, "%u:", n_articles);
  for (guint i = 0; i < found->len; i++)
    {
      const TlCompanion *companion = g_ptr_array_index (found, i);

      g_string_append_printf (shown, "%s %s %u", i > 0 ? ";" : "", companion->name, companion->n_shared);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_beside (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel = Ferrum Steel; l:Zagreb");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 ferrum = entity_id (fixture, first, "Ferrum Steel");
  gint64 zagreb = entity_id (fixture, first, "Zagreb");
  gint64 third;

  entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel; o:Delta Works; e:Autumn Fair");
  third = entity_add (fixture, "p:Vera Orlova; o:Delta Works; o:Ferrum Steel");
  entity_add (fixture, "l:Zagreb; o:Delta Works; o:Ferrum Steel");
  assert_beside (fixture, orlova, 0, 9, "3: Ferrum Steel 3; Delta Works 2; Zagreb 1; Autumn Fair 1");
  assert_beside (fixture, orlova, 0, 2, "3: Ferrum Steel 3; Delta Works 2");
  assert_beside (fixture, orlova, ferrum, 9, "3: Delta Works 2; Zagreb 1; Autumn Fair 1");
  assert_beside (fixture, orlova, zagreb, 9, "1: Ferrum Steel 1");
  assert_beside (fixture, G_MAXINT64, 0, 9, "0:");

  g_assert_true (tl_library_remove (fixture->library, third, NULL));
  assert_beside (fixture, orlova, 0, 9, "2: Ferrum Steel 2; Zagreb 1; Delta Works 1; Autumn Fair 1");
}

/* Those that were joined count as one, and what is nothing does not count. */
static void
test_beside_joined (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel; o:Ferrum Group");
  gint64 second = entity_add (fixture, "p:Ana Novak; o:Ferrum Group; l:Zagreb");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 steel = entity_id (fixture, first, "Ferrum Steel");
  gint64 group = entity_id (fixture, first, "Ferrum Group");
  gint64 novak = entity_id (fixture, second, "Ana Novak");
  gint64 zagreb = entity_id (fixture, second, "Zagreb");
  gint64 act;

  merge (fixture, group, steel);
  assert_beside (fixture, orlova, 0, 9, "1: Ferrum Steel 1");
  act = merge (fixture, novak, orlova);
  assert_beside (fixture, orlova, 0, 9, "2: Ferrum Steel 2; Zagreb 1");
  assert_beside (fixture, novak, 0, 9, "2: Ferrum Steel 2; Zagreb 1");
  tl_library_dismiss_entity_async (fixture->library, steel, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_beside (fixture, orlova, 0, 1, "2: Zagreb 1");
  assert_beside (fixture, zagreb, 0, 9, "1: Vera Orlova 1");
  undo (fixture, act);
  assert_beside (fixture, orlova, 0, 9, "1:");
}

static void
test_given_up (EntityFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  g_array_append_val (ids, orlova);
  tl_library_load_companions_async (fixture->library, ids, 9, cancellable, entity_result_cb, fixture);
  g_cancellable_cancel (cancellable);
  wait_for (fixture);
  found = tl_library_load_companions_finish (fixture->library, fixture->result, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (found);
  g_clear_object (&fixture->result);
}

/* ---- one ---- */

static TlEntityProfile *
load (EntityFixture *fixture,
      gint64         id)
{
  TlEntityProfile *profile;
  g_autoptr(GError) error = NULL;

  tl_library_load_profile_async (fixture->library, id, NULL, entity_result_cb, fixture);
  wait_for (fixture);
  profile = tl_library_load_profile_finish (fixture->library, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return profile;
}

/* "Vera Orlova 2; Novak 1*": the last is the name of what was joined. */
static void
assert_names (EntityFixture *fixture,
              gint64         id,
              const char    *expected)
{
  g_autoptr(TlEntityProfile) profile = load (fixture, id);
  g_autoptr(GString) shown = g_string_new (NULL);

  for (guint i = 0; i < profile->names->len; i++)
    {
      const TlProfileName *name = g_ptr_array_index (profile->names, i);

      g_string_append_printf (shown, "%s%s %u%s", i > 0 ? "; " : "", name->text, name->n_articles,
                              name->part_id != profile->known->id ? "*" : "");
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_profile (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:[Mayor]Vera Orlova = Orlova; p:Vera Novak; l:Zagreb");
  gint64 second = entity_add (fixture, "p:Vera Orlova = V. Orlova; l:Zagreb");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 novak = entity_id (fixture, first, "Vera Novak");
  gint64 zagreb = entity_id (fixture, first, "Zagreb");
  g_autoptr(TlEntityProfile) person = load (fixture, orlova);
  g_autoptr(TlEntityProfile) place = load (fixture, zagreb);
  g_autoptr(TlEntityProfile) joined = NULL;

  g_assert_cmpint (person->known->type, ==, TL_ENTITY_PERSON);
  g_assert_cmpstr (person->known->name, ==, "Vera Orlova");
  g_assert_cmpuint (person->known->n_articles, ==, 2);
  g_assert_cmpstr (person->office, ==, "Mayor");
  g_assert_cmpuint (person->parts->len, ==, 0);
  g_assert_null (place->office);
  g_assert_null (load (fixture, G_MAXINT64));
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1");

  merge (fixture, novak, orlova);
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1; Vera Novak 1*");
  joined = load (fixture, novak);
  g_assert_cmpint (joined->known->id, ==, orlova);
  g_assert_cmpuint (joined->parts->len, ==, 1);
  g_assert_cmpint (g_array_index (joined->parts, gint64, 0), ==, novak);

  /* What is somebody else's is no name of this one. */
  tl_library_split_name_async (fixture->library, orlova, "Vera Novak", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1");
  assert_names (fixture, novak, "Vera Novak 1");

  g_assert_true (tl_library_remove (fixture->library, second, NULL));
  assert_names (fixture, orlova, "Orlova 1; Vera Orlova 1");
  g_assert_true (tl_library_restore (fixture->library, second, NULL));
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ENTITY_ADD ("companions/beside", test_beside);
  ENTITY_ADD ("companions/joined", test_beside_joined);
  ENTITY_ADD ("companions/given-up", test_given_up);
  ENTITY_ADD ("profile", test_profile);

  return g_test_run ();
}
