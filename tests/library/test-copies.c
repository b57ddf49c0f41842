/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that carry the same story are put together, in whatever order they come, and a
 * person can set them apart for good. */

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-article-item.h"

#define HARBOUR \
  "The harbour of Koper took in more grain this spring than in any spring before it, and half" \
  " of it came down the river from Hungary. Dockers worked through the nights of March, and a" \
  " second crane was brought from Trieste to help them. The head of the port said that nobody" \
  " had foreseen such a season, least of all the railway, whose wagons stood in a queue that" \
  " reached to the hills."
#define HARBOUR_END \
  " Millers on the other shore wait for their share, and the price of bread has not moved yet." \
  " A third pier is to be built when the money for it is found, which will not be this year, the" \
  " mayor told the council on Tuesday, and he asked for patience."
#define ORCHARD \
  "Frost has taken a third of the cherries in the valley, and the growers count what is left." \
  " They sold to Austria and to Bavaria last summer and hoped to do so again. Now the cooperative" \
  " tells its buyers to look elsewhere until the plums are ripe. Insurance pays for the trees but" \
  " not for the customers, an old grower said, and those are harder to plant."

static char *
quote (const char *string)
{
  g_autofree char *escaped = string != NULL ? g_strescape (string, NULL) : NULL;

  return escaped != NULL ? g_strdup_printf ("\"%s\"", escaped) : g_strdup ("null");
}

static TlArticle *
make_article_at (const char *publisher,
                 const char *url,
                 const char *published,
                 const char *text)
{
  g_autofree char *name = quote (publisher);
  g_autofree char *address = quote (url);
  g_autofree char *words = quote (text);
  g_autofree char *json =
    g_strdup_printf ("{ \"file\": null, \"title\": \"A title\", \"published\": \"%s\", \"url\": %s,"
                     " \"language\": \"en\", \"publisher\": %s, \"author\": null,"
                     " \"text\": %s, \"figures\": [], \"entities\": [], \"amounts\": [],"
                     " \"dates\": [] }", published, address, name, words);

  return fixture_read (json);
}

static gint64
add (EntityFixture *fixture,
     const char    *publisher,
     const char    *published,
     const char    *text)
{
  g_autoptr(TlArticle) article = make_article_at (publisher, NULL, published, text);
  g_autoptr(GError) error = NULL;
  gint64 id = tl_library_add (fixture->library, article, &error);

  g_assert_no_error (error);
  return id;
}

static gint64
add_agency (EntityFixture *fixture)
{
  return add (fixture, "Agency", "2018-05-02", HARBOUR HARBOUR_END);
}

static gint64
add_outlet (EntityFixture *fixture)
{
  return add (fixture, "Outlet", "2018-05-04",
              "Grain season like no other\n\nBy our staff\n\n" HARBOUR HARBOUR_END "\n\nRead also: Cranes");
}

static gint64
add_cut (EntityFixture *fixture)
{
  return add (fixture, "Daily", "2018-05-03", HARBOUR);
}

/* Who carries the story of an article, the first one first. */
static char *
list_carriers (EntityFixture *fixture,
               gint64         id)
{
  g_autoptr(GPtrArray) items = tl_library_get_carriers (fixture->library, id);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_assert_cmpuint (tl_article_item_get_n_carriers (items->pdata[i]), ==, items->len);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                              tl_article_item_get_publisher (items->pdata[i]));
    }
  return g_string_free (list, FALSE);
}

static void
assert_carriers (EntityFixture *fixture,
                 gint64         id,
                 const char    *expected)
{
  g_autofree char *list = list_carriers (fixture, id);

  g_assert_cmpstr (list, ==, expected);
}

static gint64
set_apart (EntityFixture *fixture,
           gint64         id)
{
  tl_library_set_apart_async (fixture->library, id, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static void
undo (EntityFixture *fixture,
      gint64         act,
      gboolean       is_undone)
{
  tl_library_undo_decision_async (fixture->library, act, is_undone, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

static void
test_found (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 cut = add_cut (fixture);
  gint64 orchard = add (fixture, "Growers", "2018-05-02", ORCHARD);
  gint64 agency, outlet;

  assert_carriers (fixture, cut, "");
  agency = add_agency (fixture);
  assert_carriers (fixture, cut, "Agency, Daily");
  outlet = add_outlet (fixture);
  assert_carriers (fixture, agency, "Agency, Daily, Outlet");
  assert_carriers (fixture, outlet, "Agency, Daily, Outlet");
  assert_carriers (fixture, orchard, "");
}

/* What the whole has in common with either part brings the parts together. */
static void
test_parts_first (EntityFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = add_cut (fixture);
  gint64 second = add (fixture, "Weekly", "2018-05-09", HARBOUR_END);

  assert_carriers (fixture, first, "");
  assert_carriers (fixture, second, "");
  add_agency (fixture);
  assert_carriers (fixture, second, "Agency, Daily, Weekly");
}

static void
notify_cb (TlArticleItem *item G_GNUC_UNUSED,
           GParamSpec    *pspec G_GNUC_UNUSED,
           guint         *n)
{
  (*n)++;
}

static void
test_rows (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  GListModel *articles = tl_library_get_articles (fixture->library);
  g_autoptr(TlArticleItem) item = NULL;
  g_autofree char *before = NULL, *after = NULL, *alone = NULL;
  guint n_notified = 0;
  gint64 outlet;

  add_agency (fixture);
  item = g_list_model_get_item (articles, 0);
  g_signal_connect (item, "notify::subtitle", G_CALLBACK (notify_cb), &n_notified);
  g_object_get (item, "subtitle", &before, NULL);
  g_assert_cmpstr (before, ==, "Agency · 2 May 2018");
  outlet = add_outlet (fixture);
  g_object_get (item, "subtitle", &after, NULL);
  g_assert_cmpstr (after, ==, "Agency · 2 May 2018 · Carried by\302\2402");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (tl_library_remove (fixture->library, outlet, NULL));
  g_object_get (item, "subtitle", &alone, NULL);
  g_assert_cmpstr (alone, ==, before);
  g_assert_true (tl_library_restore (fixture->library, outlet, NULL));
  g_assert_cmpuint (tl_article_item_get_n_carriers (item), ==, 2);
  entity_reopen (fixture);
  assert_carriers (fixture, outlet, "Agency, Outlet");
}

static void
count_cb (TlLibrary *library G_GNUC_UNUSED,
          guint     *n)
{
  (*n)++;
}

static void
test_apart (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 agency = add_agency (fixture);
  gint64 cut = add_cut (fixture);
  gint64 outlet = add_outlet (fixture);
  guint n_changes = 0;
  gint64 act, later;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_cb), &n_changes);
  act = set_apart (fixture, cut);
  g_assert_cmpint (act, >, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_carriers (fixture, cut, "");
  assert_carriers (fixture, agency, "Agency, Outlet");
  g_assert_cmpint (set_apart (fixture, cut), ==, 0);

  /* What comes later is not the bridge over which they come together again. */
  later = add (fixture, "Evening", "2018-05-05", "From the harbour.\n\n" HARBOUR HARBOUR_END);
  assert_carriers (fixture, cut, "");
  assert_carriers (fixture, later, "Agency, Outlet, Evening");
  entity_reopen (fixture);
  assert_carriers (fixture, cut, "");

  undo (fixture, act, TRUE);
  assert_carriers (fixture, cut, "Agency, Daily, Outlet, Evening");
  undo (fixture, act, FALSE);
  assert_carriers (fixture, cut, "");
  assert_carriers (fixture, outlet, "Agency, Outlet, Evening");
}

/* One that was deleted for good and comes again is the same text, and what was decided on it
 * holds. */
static void
test_again (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 agency = add_agency (fixture);
  gint64 cut = add_cut (fixture);

  set_apart (fixture, cut);
  g_assert_true (tl_library_remove (fixture->library, cut, NULL));
  g_clear_object (&fixture->library);
  fixture_execute (fixture->path, "PRAGMA foreign_keys = ON; UPDATE article SET removed_at = 1 WHERE removed_at > 0");
  entity_reopen (fixture);
  g_assert_null (tl_library_load_article (fixture->library, cut, NULL));
  cut = add_cut (fixture);
  assert_carriers (fixture, cut, "");
  assert_carriers (fixture, agency, "");
  assert_carriers (fixture, add_outlet (fixture), "Agency, Outlet");
}

/* The very same text is a copy where another outlet brought it, else it is nothing new. */
static void
test_same_text (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *publisher;
    const char *url;
    gboolean    is_new;
  } cases[] = {
    { "Agency", "https://agency.example/1", TRUE },
    { "Agency", "https://www.agency.example/again", FALSE },
    { "Outlet", "https://agency.example/1", FALSE },
    { "Outlet", "https://outlet.example/1", TRUE },
    { "Outlet", "https://outlet.example/1?from=feed", FALSE },
    { NULL, NULL, FALSE },
    { "agency", NULL, FALSE },
    { "Daily", NULL, TRUE },
    { "DAILY", NULL, FALSE },
    { NULL, "https://weekly.example/", TRUE },
  };
  guint n_added = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlArticle) article =
        make_article_at (cases[i].publisher, cases[i].url, "2018-05-02", HARBOUR HARBOUR_END);
      g_autoptr(GError) error = NULL;
      gint64 id = tl_library_add (fixture->library, article, &error);

      g_test_message ("%s, %s", cases[i].publisher, cases[i].url);
      n_added += cases[i].is_new;
      if (cases[i].is_new)
        g_assert_no_error (error);
      else
        g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DUPLICATE);
      g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, n_added);
      if (id != 0 && n_added > 1)
        {
          g_autoptr(GPtrArray) carriers = tl_library_get_carriers (fixture->library, id);

          g_assert_cmpuint (carriers->len, ==, n_added);
        }
    }
}

/* What a person corrects makes no other outlet of it. */
static void
test_same_text_corrected (EntityFixture *fixture,
                          gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlArticle) article = make_article_at ("Agency", NULL, "2018-05-02", HARBOUR HARBOUR_END);
  g_autoptr(GError) error = NULL;
  gint64 id = add_agency (fixture);

  fixture_execute (fixture->path, "UPDATE article SET publisher = 'The Agency'");
  g_assert_cmpint (id, ==, 1);
  g_assert_cmpint (tl_library_add (fixture->library, article, &error), ==, 0);
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DUPLICATE);
}

/* What another outlet brought too comes back as it was. */
static void
test_same_text_again (EntityFixture *fixture,
                      gconstpointer  data G_GNUC_UNUSED)
{
  gint64 agency = add_agency (fixture);
  gint64 daily = add (fixture, "Daily", "2018-05-04", HARBOUR HARBOUR_END);

  g_assert_cmpint (agency, !=, daily);
  g_assert_true (tl_library_remove (fixture->library, agency, NULL));
  g_assert_true (tl_library_remove (fixture->library, daily, NULL));
  g_assert_cmpint (add (fixture, "Daily", "2018-05-04", HARBOUR HARBOUR_END), ==, daily);
  g_assert_cmpint (add_agency (fixture), ==, agency);
  assert_carriers (fixture, daily, "Agency, Daily");
}

/* In a library of an older version copies are looked for in the background. */
static void
test_older (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const older[] = {
    FIXTURE_DROP_COPIES "PRAGMA user_version = 4",
    FIXTURE_DROP_CORRECTIONS "PRAGMA user_version = 3",
    FIXTURE_DROP_ENTITIES "PRAGMA user_version = 2",
  };
  gint64 agency = add_agency (fixture);
  gint64 orchard = add (fixture, "Growers", "2018-05-02", ORCHARD);

  add_outlet (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    {
      g_autofree char *left = NULL;

      g_clear_object (&fixture->library);
      fixture_execute (fixture->path, older[i]);
      entity_reopen (fixture);
      assert_carriers (fixture, agency, "");
      tl_library_catch_up_async (fixture->library, NULL, entity_result_cb, fixture);
      entity_decided (fixture);
      assert_carriers (fixture, agency, "Agency, Outlet");
      assert_carriers (fixture, orchard, "");
      left = fixture_query (fixture->path, "SELECT count(*) FROM copy_pending");
      g_assert_cmpstr (left, ==, "0");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define COPY_ADD(path, test) \
  g_test_add ("/copies/" path, EntityFixture, NULL, entity_set_up, test, entity_tear_down)
  COPY_ADD ("found", test_found);
  COPY_ADD ("parts-first", test_parts_first);
  COPY_ADD ("rows", test_rows);
  COPY_ADD ("apart", test_apart);
  COPY_ADD ("again", test_again);
  COPY_ADD ("same-text", test_same_text);
  COPY_ADD ("same-text-corrected", test_same_text_corrected);
  COPY_ADD ("same-text-again", test_same_text_again);
  COPY_ADD ("older", test_older);

  return g_test_run ();
}
