/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "entity-fixture.h"

#include <string.h>

#include "library-fixture.h"

void
entity_set_up (EntityFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.sqlite", NULL);
  fixture->library = fixture_open (fixture->path);
}

void
entity_tear_down (EntityFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->library);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static const char *const types[TL_N_ENTITY_TYPES] = {
  [TL_ENTITY_PERSON] = "person",
  [TL_ENTITY_ORGANIZATION] = "organization",
  [TL_ENTITY_PLACE] = "place",
  [TL_ENTITY_EVENT] = "event",
};

/* Of persons, organisations, locations and events. */
static const char letters[TL_N_ENTITY_TYPES + 1] = "pole";

static void
append_entity (GString    *json,
               GString    *text,
               const char *names)
{
  const char *end = names[2] == '[' ? strchr (names, ']') : NULL;
  g_autofree char *role = end != NULL ? g_strdup_printf ("\"%.*s\"", (int) (end - names - 3), names + 3)
                                      : g_strdup ("null");
  g_auto(GStrv) list = g_strsplit (end != NULL ? end + 1 : names + 2, " = ", -1);
  guint type = 0;

  if (names[0] == '-')
    {
      g_string_append_printf (text, "%s. ", names + 2);
      return;
    }
  while (letters[type] != names[0])
    type++;
  g_string_append_printf (json, "%s{ \"type\": \"%s\", \"name\": \"%s\", \"role\": %s,"
                          " \"mentions\": [", json->len > 0 ? ", " : "", types[type], list[0], role);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_string_append_printf (json, "%s{ \"offset\": %" G_GSIZE_FORMAT ", \"length\": %"
                              G_GSIZE_FORMAT " }", i > 0 ? ", " : "",
                              (gsize) g_utf8_strlen (text->str, -1),
                              (gsize) g_utf8_strlen (list[i], -1));
      g_string_append_printf (text, "%s. ", list[i]);
    }
  g_string_append (json, "] }");
}

/* "p:Vera Orlova = Orlova; o:OSCE; -:in May": the entities with their kinds, and by what names the
 * article calls each; words that were read as nothing.  "p:[Mayor]Vera Orlova" is the mayor. */
gint64
entity_add (EntityFixture *fixture,
            const char    *names)
{
  g_auto(GStrv) list = g_strsplit (names, "; ", -1);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) entities = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_string_append_printf (text, "%u: ", ++fixture->n_added);
  for (guint i = 0; list[i] != NULL; i++)
    append_entity (entities, text, list[i]);
  json = g_strdup_printf ("{ \"file\": null, \"title\": null, \"published\": null, \"url\": null,"
                          " \"language\": \"en\", \"publisher\": null, \"author\": null,"
                          " \"text\": \"%s\", \"figures\": [], \"entities\": [%s],"
                          " \"amounts\": [], \"dates\": [] }", text->str, entities->str);
  article = fixture_read (json);
  id = tl_library_add (fixture->library, article, &error);
  g_assert_no_error (error);
  return id;
}

/* The same, as the library knows it. */
char *
entity_show (EntityFixture *fixture,
             gint64         article_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_library_load_article (fixture->library, article_id, &error);
  GString *shown = g_string_new (NULL);
  GPtrArray *entities;

  g_assert_no_error (error);
  entities = tl_article_get_entities (article);
  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

      g_string_append_printf (shown, "%s%c:%s", i > 0 ? "; " : "",
                              letters[tl_entity_get_entity_type (entity)],
                              tl_entity_get_name (entity));
      for (guint k = 0; k < n_mentions; k++)
        g_string_append_printf (shown, " = %.*s", (int) (mentions[k].end - mentions[k].start),
                                tl_article_get_text (article) + mentions[k].start);
    }
  return g_string_free (shown, FALSE);
}

/* By what the library knows what an article calls so. */
gint64
entity_id (EntityFixture *fixture,
           gint64         article_id,
           const char    *name)
{
  g_autoptr(TlArticle) article = tl_library_load_article (fixture->library, article_id, NULL);
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (g_str_equal (tl_entity_get_name (entity), name))
        return tl_entity_get_id (entity);
    }
  g_test_message ("no %s in article %d", name, (int) article_id);
  g_test_fail ();
  return 0;
}

void
entity_result_cb (GObject      *source_object G_GNUC_UNUSED,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  EntityFixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static void
wait_for_result (EntityFixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

gint64
entity_decided (EntityFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gint64 act = -1;

  wait_for_result (fixture);
  tl_library_decide_finish (fixture->library, fixture->result, &act, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  entity_check (fixture);
  return act;
}

/* Ends a decision that is refused: nothing has changed. */
gint64
entity_fail (EntityFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gint64 act = -1;

  wait_for_result (fixture);
  g_assert_false (tl_library_decide_finish (fixture->library, fixture->result, &act, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_object (&fixture->result);
  entity_check (fixture);
  return act;
}

/* "Vera Orlova 2/3": in two articles, three times. */
char *
entity_list (EntityFixture *fixture,
             int            type,
             const char    *words)
{
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  GString *list = g_string_new (NULL);

  tl_library_find_entities_async (fixture->library, type, words, 100, NULL, entity_result_cb,
                                  fixture);
  wait_for_result (fixture);
  found = tl_library_find_entities_finish (fixture->library, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  for (guint i = 0; i < found->len; i++)
    {
      const TlKnownEntity *entity = g_ptr_array_index (found, i);

      g_string_append_printf (list, "%s%s %u/%u", i > 0 ? "; " : "", entity->name,
                              entity->n_articles, entity->n_mentions);
    }
  return g_string_free (list, FALSE);
}

void
entity_reopen (EntityFixture *fixture)
{
  g_clear_object (&fixture->library);
  fixture->library = fixture_open (fixture->path);
}

static void
assert_nothing (EntityFixture *fixture,
                const char    *what,
                const char    *sql)
{
  g_autofree char *found = fixture_query (fixture->path, sql);

  if (found != NULL)
    g_test_message ("%s: %s", what, found);
  g_assert_cmpstr (found, ==, NULL);
}

/* What holds at any time. */
void
entity_check (EntityFixture *fixture)
{
  fixture_check (fixture->library);
  assert_nothing (fixture, "a count that is wrong",
                  "SELECT root.key || ' ' || root.n_articles || '/' || root.n_mentions"
                  " FROM entity AS root WHERE (n_articles, n_mentions) !="
                  " (SELECT count(DISTINCT mention.article_id), ifnull(sum(n), 0) FROM mention"
                  "   JOIN entity AS part ON part.id = entity_id"
                  "   JOIN article ON article.id = mention.article_id"
                  "   WHERE part.main = root.id AND removed_at IS NULL)");
  assert_nothing (fixture, "a part of a part",
                  "SELECT part.key FROM entity AS part JOIN entity AS root ON root.id = part.main"
                  " WHERE root.main != root.id");
  assert_nothing (fixture, "an entity that nothing speaks of",
                  "SELECT key FROM entity WHERE NOT EXISTS (SELECT 1 FROM mention"
                  " WHERE entity_id = entity.id) AND NOT EXISTS (SELECT 1 FROM entity AS part"
                  " WHERE part.parent = entity.id)");
  assert_nothing (fixture, "an article left to do", "SELECT article_id FROM pending");
}
