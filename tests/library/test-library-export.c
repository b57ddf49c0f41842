/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library that was exported and imported again is the same: every field of what was read, and
 * all that people decided. */

#include <glib/gstdio.h>
#include <string.h>

#include "article-maker.h"
#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-export-job.h"
#include "tl-import.h"
#include "tl-library-facts.h"
#include "tl-library-figures.h"

#define HARBOUR \
  "The harbour of Koper took in more grain this spring than in any spring before it, and half" \
  " of it came down the river from Hungary. Dockers worked through the nights of March, and a" \
  " second crane was brought from Trieste to help them. The head of the port said that nobody" \
  " had foreseen such a season, least of all the railway, whose wagons stood in a queue that" \
  " reached to the hills."

/* ---- what is compared: all tables, by what does not depend on the order of things ---- */

#define ENTITIES \
  "WITH known AS (SELECT entity.id AS known_id, type || ' ' || key || ' ' || is_split || ' ' ||" \
  " coalesce ((SELECT hex (text_sha256) FROM article WHERE article.id = entity.article_id), '')" \
  " AS ident FROM entity) "

static const char *const dumps[] = {
  "SELECT group_concat (line, char (10)) FROM (SELECT concat_ AS line FROM (SELECT"
  " quote (uri) || quote (url) || quote (title) || quote (publisher) || published || ' ' || added"
  " || ' ' || n_figures || quote (text_sha256) || quote (language) || is_reviewed"
  " || quote (title_key) || quote (publisher_key) || version || json AS concat_"
  " FROM article JOIN reading ON article_id = id WHERE removed_at IS NULL ORDER BY text_sha256))",
  "SELECT group_concat (line, char (10)) FROM (SELECT hex (text_sha256) || n || ' ' || first ||"
  " second || charted || flow || ' ' || partner || ' ' || other || ' ' || scope || status || start"
  " || ' ' || end || quote (value) || quote (high) || currency || precision || quote (change) ||"
  " change_against || ' ' || quote || ' ' || quote_start || ' ' || quote_end || ' ' || sentence ||"
  " sentence_start || ' ' || sentence_end || quote (speaker) AS line"
  " FROM figure JOIN article ON article.id = article_id WHERE removed_at IS NULL"
  " ORDER BY text_sha256, n)",
  "SELECT group_concat (line, char (10)) FROM (SELECT first || ' ' || second || n_figures AS line"
  " FROM pair WHERE n_figures > 0 ORDER BY first, second)",
  ENTITIES
  "SELECT group_concat (line, char (10)) FROM (SELECT own.ident || ' > ' ||"
  " coalesce (up.ident, '') || ' > ' || top.ident || quote (renamed) || is_dismissed || ' ' ||"
  " n_articles || ' ' || n_mentions AS line FROM entity JOIN known AS own ON own.known_id = id"
  " LEFT JOIN known AS up ON up.known_id = parent JOIN known AS top ON top.known_id = main"
  " WHERE EXISTS (SELECT 1 FROM mention WHERE entity_id = id) ORDER BY own.ident)",
  ENTITIES
  "SELECT group_concat (line, char (10)) FROM (SELECT ident || ': ' || text || '/' || key || joins"
  " || ' ' || n_articles AS line FROM name JOIN known ON known_id = entity_id"
  " ORDER BY ident, text, key)",
  ENTITIES
  "SELECT group_concat (line, char (10)) FROM (SELECT hex (text_sha256) || ident || n || hex (spans)"
  " AS line FROM mention JOIN article ON article.id = article_id JOIN known ON known_id = entity_id"
  " WHERE removed_at IS NULL ORDER BY text_sha256, ident)",
  "SELECT group_concat (line, char (10)) FROM (SELECT hex (one.text_sha256) ||"
  " hex (two.text_sha256) AS line FROM copy AS a JOIN copy AS b ON a.story = b.story AND a.story != 0"
  " JOIN article AS one ON one.id = a.article_id JOIN article AS two ON two.id = b.article_id"
  " WHERE one.id != two.id AND one.removed_at IS NULL AND two.removed_at IS NULL"
  " ORDER BY one.text_sha256, two.text_sha256)",
  "SELECT group_concat (line, char (10)) FROM (SELECT hex (text_sha256) || fact || quote (value) ||"
  " made || is_undone AS line FROM correction ORDER BY text_sha256, made, id)",
  "SELECT group_concat (line, char (10)) FROM (SELECT is_undone || made || kind || type || key ||"
  " name || quote (text_sha256) || quote (to_type) || quote (to_key) || quote (to_name) ||"
  " quote (to_text_sha256) AS line FROM decision ORDER BY made, id)",
  "SELECT count (*) FROM pending",
  "SELECT group_concat (line, char (10)) FROM (SELECT place || name || added || source || reporter ||"
  " partner || is_import || year || ' ' || quote (value) AS line FROM official_table"
  " JOIN official_value ON table_id = id WHERE removed_at IS NULL"
  " ORDER BY place, reporter, partner, is_import, year)",
};

static void
assert_lines_equal (const char *dump,
                    const char *other_dump)
{
  g_auto(GStrv) lines = g_strsplit (dump, "\n", -1);
  g_auto(GStrv) other_lines = g_strsplit (other_dump, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpstr (other_lines[i], ==, lines[i]);
  g_assert_cmpuint (g_strv_length (other_lines), ==, g_strv_length (lines));
}

static void
assert_equal (const char *path,
              const char *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
    {
      g_autofree char *dump = fixture_query (path, dumps[i]);
      g_autofree char *other_dump = fixture_query (other, dumps[i]);

      g_assert_nonnull (dump);
      g_assert_nonnull (other_dump);
      assert_lines_equal (dump, other_dump);
    }
}

/* ---- doing it ---- */

static char *
export_choice (EntityFixture        *fixture,
               const TlExportChoice *choice,
               const char           *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_export_save (tl_library_get_path (fixture->library), choice, file, NULL, NULL, NULL,
                                 NULL, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static char *
export_all (EntityFixture *fixture,
            const char    *name)
{
  TlExportChoice choice = { TL_EXPORT_ARTICLES, NULL, { NULL, NULL }, FALSE };

  return export_choice (fixture, &choice, name);
}

static char *
export_ids (EntityFixture *fixture,
            const char    *name,
            gint64         first,
            gint64         second)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TlExportChoice choice = { TL_EXPORT_ARTICLES, ids, { NULL, NULL }, FALSE };

  g_array_append_val (ids, first);
  g_array_append_val (ids, second);
  return export_choice (fixture, &choice, name);
}

static void
import_done_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  tl_import_run_finish (TL_IMPORT (source_object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static TlImport *
import_file (EntityFixture *fixture,
             const char    *path)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  gboolean is_done = FALSE;
  TlImport *import;

  g_list_store_append (files, file);
  import = tl_import_new (fixture->library, G_LIST_MODEL (files));
  tl_import_run_async (import, NULL, import_done_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture_check (fixture->library);
  return import;
}

static gint64
decide_merge (EntityFixture *fixture,
              gint64         id,
              gint64         into)
{
  tl_library_merge_entities_async (fixture->library, id, into, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static void
correct_done_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_library_correct_finish (TL_LIBRARY (source_object), result, user_data, NULL, &error));
  g_assert_no_error (error);
}

static void
wait_for (gint64 *act)
{
  while (*act < 0)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
correct (EntityFixture *fixture,
         gint64         id,
         TlFact         fact,
         const char    *value)
{
  gint64 act = -1;

  tl_library_correct_async (fixture->library, id, fact, value, NULL, correct_done_cb, &act);
  wait_for (&act);
  return act;
}

static void
review (EntityFixture *fixture,
        gint64         id,
        gboolean       is_reviewed)
{
  gint64 act = -1;

  tl_library_set_reviewed_async (fixture->library, id, is_reviewed, NULL, correct_done_cb, &act);
  wait_for (&act);
}

static void
undo_correction (EntityFixture *fixture,
                 gint64         act)
{
  gint64 result = -1;

  tl_library_undo_correction_async (fixture->library, act, TRUE, NULL, correct_done_cb, &result);
  wait_for (&result);
}

static void
figures_done_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_library_decide_figures_finish (TL_LIBRARY (source_object), result, user_data, &error));
  g_assert_no_error (error);
}

/* Confirms an article's first figure, and says what it is instead. */
static void
decide_figures (EntityFixture *fixture,
                gint64         id)
{
  g_autoptr(TlArticle) article = tl_library_load_article (fixture->library, id, NULL);
  GPtrArray *figures = tl_article_get_figures (article);
  g_autoptr(TlArticle) confirmed = NULL;
  g_autoptr(TlFigure) edited = NULL;
  TlFigureData data;
  gint64 act = -1;

  g_assert_cmpuint (figures->len, >, 0);
  tl_library_confirm_figures_async (fixture->library, id, figures, NULL, figures_done_cb, &act);
  wait_for (&act);
  confirmed = tl_library_load_article (fixture->library, id, NULL);
  figures = tl_article_get_figures (confirmed);
  data = *tl_figure_get_data (g_ptr_array_index (figures, 0));
  data.value = 4.25e8;
  edited = tl_figure_new (&data, tl_figure_get_quote (g_ptr_array_index (figures, 0)),
                          tl_figure_get_sentence (g_ptr_array_index (figures, 0)), "“Nobody\\\n”");
  act = -1;
  tl_library_edit_figure_async (fixture->library, id, g_ptr_array_index (figures, 0), edited, NULL,
                                figures_done_cb, &act);
  wait_for (&act);
}

/* ---- a library with everything in it ---- */

static gint64
add_story (EntityFixture *fixture,
           const char    *publisher,
           const char    *before)
{
  g_autofree char *json =
    g_strdup_printf ("{ \"file\": \"file:///st%%C3%%B6ries/%s.txt\", \"part\": \"inbox/3\","
                     " \"title\": \"Grain “comes”\\t& goes\", \"published\": \"2018-05\","
                     " \"url\": \"https://%s.example/a?b=c&d=%%7B\", \"language\": \"en\","
                     " \"publisher\": \"%s\", \"author\": \"Vera Orlova, Ana Horvat\","
                     " \"provenance\": {\"title\": \"metadata\"}, \"text\": \"%s" HARBOUR "\","
                     " \"figures\": [], \"entities\": [], \"amounts\": [], \"dates\": [] }",
                     publisher, publisher, publisher, before);
  g_autoptr(TlArticle) article = fixture_read (json);
  g_autoptr(GError) error = NULL;
  gint64 id = tl_library_add (fixture->library, article, &error);

  g_assert_no_error (error);
  return id;
}

/* In all articles, and at one place; the first one was undone. */
static void
add_names (EntityFixture *fixture)
{
  gint64 first = entity_add (fixture, "-:the Grain Quay; o:Grain Union = Union");
  gint64 second = entity_add (fixture, "-:the Grain Quay of Ana Horvat");
  gint64 act;

  tl_library_add_name_async (fixture->library, first, (TlSpan) { 7, 12 }, TL_ENTITY_PERSON, 0, TRUE, NULL,
                             entity_result_cb, fixture);
  act = entity_decided (fixture);
  tl_library_undo_decision_async (fixture->library, act, TRUE, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_add_name_async (fixture->library, first, (TlSpan) { 7, 17 }, TL_ENTITY_PLACE, 0, TRUE, NULL,
                             entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_add_name_async (fixture->library, second, (TlSpan) { 7, 12 }, TL_ENTITY_PLACE,
                             entity_id (fixture, first, "Grain Union"), FALSE, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

static void
add_entities (EntityFixture *fixture)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova = Orlova; p:Vera Petrova = Petrova; o:OSCE");
  gint64 second = entity_add (fixture, "p:Vera Petrova; p:Ana Horvat; l:Jordan; p:Read More");
  gint64 third = entity_add (fixture, "o:Northern Harbour Bank = NHB = Harbour; p:Ana Horvat");
  gint64 fourth = entity_add (fixture, "p:Orlova; p:Vera Orlova; p:Ana Horvat = Horvat; o:NHB");
  gint64 act;

  decide_merge (fixture, entity_id (fixture, first, "Vera Petrova"),
                entity_id (fixture, first, "Vera Orlova"));
  act = decide_merge (fixture, entity_id (fixture, first, "OSCE"), entity_id (fixture, third, "Northern Harbour Bank"));
  tl_library_undo_decision_async (fixture->library, act, TRUE, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_rename_entity_async (fixture->library, entity_id (fixture, first, "Vera Orlova"),
                                  "Vera Orlova (Люблян🙂)", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_retype_entity_async (fixture->library, entity_id (fixture, second, "Jordan"),
                                  TL_ENTITY_PERSON, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_dismiss_entity_async (fixture->library, entity_id (fixture, second, "Read More"), NULL,
                                   entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_split_name_async (fixture->library, entity_id (fixture, third, "Northern Harbour Bank"),
                               "Harbour", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_split_article_async (fixture->library, entity_id (fixture, fourth, "Ana Horvat"), fourth,
                                  NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

static void
add_corrections (EntityFixture *fixture)
{
  gint64 first = fixture_add_text (fixture->library, "MINSK, 16 March 2017. Trade between Belarus and Kazakhstan reached"
                                    " $419 million last year,\nMinister Anna Verba said on Thursday.\n");
  gint64 second = fixture_add_text (fixture->library, "Exports of Serbia to Hungary grew by 12% in 2015 to €2.1bn.\n\n"
                                     "“Trade will reach €5 billion,” Goran Ilić said.\n");

  correct (fixture, first, TL_FACT_PUBLISHED, "2015-05-02");
  correct (fixture, first, TL_FACT_AUTHOR, "Ana \"Quotes\" Horvat\\");
  undo_correction (fixture, correct (fixture, first, TL_FACT_PUBLISHER, "Wrong"));
  correct (fixture, second, TL_FACT_PUBLISHER, "");
  correct (fixture, second, TL_FACT_URL, "https://example.org/corrected");
  correct (fixture, second, TL_FACT_TITLE, "Another, better title");
  correct (fixture, second, TL_FACT_TITLE, NULL);
  review (fixture, first, TRUE);
  decide_figures (fixture, first);
  decide_figures (fixture, second);
  review (fixture, second, TRUE);
  review (fixture, second, FALSE);
}

static void
add_copies (EntityFixture *fixture)
{
  gint64 third;

  add_story (fixture, "agency", "");
  add_story (fixture, "outlet", "By our staff. ");
  third = add_story (fixture, "daily", "Read also: Cranes. ");
  /* The same text of another outlet is known by both. */
  add_story (fixture, "weekly", "");
  tl_library_set_apart_async (fixture->library, third, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

static void
fill (EntityFixture *fixture)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(TlArticle) removed = fixture_article ("gone", "2011", NULL);
  g_autoptr(GError) error = NULL;
  gint64 id = tl_library_add (fixture->library, removed, &error);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = article_maker_compose (rand, i);

      fixture_add_text (fixture->library, text);
    }
  add_entities (fixture);
  add_names (fixture);
  add_corrections (fixture);
  add_copies (fixture);
  g_assert_true (tl_library_remove (fixture->library, id, &error));
  /* It was added and read some time ago, and not all of it by this version. */
  fixture_execute (fixture->path, "UPDATE article SET added = 1500000000 + id;"
                                  "UPDATE reading SET version = 0 WHERE article_id = 5");
  fixture_execute (fixture->path,
                   "INSERT INTO official_table (id, place, source, name, added, n_values, n_pairs, first_year,"
                   " last_year) VALUES (1, 1, 'comtrade', 'a.csv', 1500000000, 3, 1, 2015, 2016),"
                   " (2, 2, 'baci', '', 0, 1, 1, 2016, 2016);"
                   "INSERT INTO official_value (table_id, reporter, partner, is_import, year, value) VALUES"
                   " (1, 'GH', 'TG', 0, 2015, 4.25), (1, 'GH', 'TG', 0, 2016, 1e10),"
                   " (1, 'GH', 'TG', 1, 2016, 3), (2, 'GH', 'TG', 0, 2016, 0.1)");
}

static void
assert_same_file (const char *path,
                  const char *other)
{
  g_autofree char *data = NULL, *other_data = NULL;
  gsize length, other_length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_true (g_file_get_contents (other, &other_data, &other_length, NULL));
  g_assert_cmpmem (data, length, other_data, other_length);
}

/* ---- tests ---- */

static void
test_all (EntityFixture *fixture,
          gconstpointer  data)
{
  EntityFixture other = { NULL };
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr(TlImport) import = NULL;

  fill (fixture);
  first = export_all (fixture, "first.jsonl");
  entity_set_up (&other, data);
  import = import_file (&other, first);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, tl_library_get_n_articles (fixture->library));
  g_assert_cmpuint (tl_import_get_n_failures (import), ==, 0);
  g_assert_cmpuint (tl_import_get_n_official (import), ==, 4);
  g_assert_cmpuint (tl_import_get_n_found (import), ==,
                    tl_import_get_n_added (import) + tl_import_get_tables (import)->len);
  g_assert_cmpuint (tl_import_get_n_decisions (import), ==, 11);
  assert_equal (fixture->path, other.path);
  second = export_all (&other, "second.jsonl");
  assert_same_file (first, second);
  entity_check (&other);
  g_clear_object (&import);
  entity_tear_down (&other, data);
}

/* All of it is there already; nothing becomes more. */
static void
test_twice (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr(TlImport) import = NULL;

  fill (fixture);
  first = export_all (fixture, "first.jsonl");
  import = import_file (fixture, first);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, 0);
  g_assert_cmpuint (tl_import_get_n_decisions (import), ==, 0);
  g_assert_cmpuint (tl_import_get_n_failures (import), ==, tl_library_get_n_articles (fixture->library) + 2);
  second = export_all (fixture, "second.jsonl");
  assert_same_file (first, second);
}

static void
test_packed (EntityFixture *fixture,
             gconstpointer  data)
{
  EntityFixture other = { NULL };
  g_autofree char *plain = NULL;
  g_autofree char *packed = g_build_filename (fixture->folder, "first.jsonl.gz", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr(GFile) file = g_file_new_for_path (packed);
  g_autoptr(GOutputStream) stream = NULL, packing = NULL;
  g_autoptr(TlImport) import = NULL;
  gsize length;

  entity_add (fixture, "p:Vera Orlova");
  plain = export_all (fixture, "first.jsonl");
  g_file_get_contents (plain, &contents, &length, NULL);
  stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  packing = g_converter_output_stream_new (stream, G_CONVERTER (packer));
  g_assert_true (g_output_stream_write_all (packing, contents, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packing, NULL, NULL));

  entity_set_up (&other, data);
  import = import_file (&other, packed);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, 1);
  g_clear_object (&import);
  entity_tear_down (&other, data);
}

/* Some articles take along what concerns them, and the end of chains. */
static void
test_choice (EntityFixture *fixture,
             gconstpointer  data)
{
  EntityFixture other = { NULL };
  gint64 first = entity_add (fixture, "p:Ana Horvat; p:Ana Novak");
  gint64 second = entity_add (fixture, "p:Ana Kranjc; p:Ivo Kos");
  gint64 third = entity_add (fixture, "p:Ivo Kos; p:Ivo Babić");
  gint64 novak = entity_id (fixture, first, "Ana Novak");
  gint64 kranjc = entity_id (fixture, second, "Ana Kranjc");
  g_autofree char *path = NULL, *shown = NULL, *kinds = NULL, *n = NULL;
  g_autoptr(TlImport) import = NULL;

  decide_merge (fixture, entity_id (fixture, first, "Ana Horvat"), novak);
  decide_merge (fixture, novak, kranjc);
  decide_merge (fixture, entity_id (fixture, third, "Ivo Babić"), entity_id (fixture, third, "Ivo Kos"));
  tl_library_rename_entity_async (fixture->library, kranjc, "Ana K.", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  tl_library_split_article_async (fixture->library, entity_id (fixture, second, "Ivo Kos"), third, NULL,
                                  entity_result_cb, fixture);
  entity_decided (fixture);
  correct (fixture, first, TL_FACT_PUBLISHER, "One");
  correct (fixture, third, TL_FACT_PUBLISHER, "Three");

  path = export_ids (fixture, "choice.jsonl", first, 4711);
  entity_set_up (&other, data);
  import = import_file (&other, path);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, 1);
  shown = entity_show (&other, 1);
  g_assert_cmpstr (shown, ==, "p:Ana K. = Ana Horvat = Ana Novak");
  kinds = fixture_query (other.path, "SELECT group_concat (kind) FROM decision");
  g_assert_cmpstr (kinds, ==, "merge,merge,rename");
  n = fixture_query (other.path, "SELECT group_concat (value) FROM correction");
  g_assert_cmpstr (n, ==, "One");
  g_clear_object (&import);
  entity_tear_down (&other, data);
}

/* Of two decisions on the same thing the later holds, whichever library it is from. */
static void
test_merged (EntityFixture *fixture,
             gconstpointer  data)
{
  EntityFixture other = { NULL };
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Ana Horvat");
  g_autofree char *path = NULL, *shown = NULL, *publisher = NULL, *n = NULL;
  g_autoptr(TlImport) import = NULL;
  const char *names[] = { "Vera Orlova", "Ana Horvat" };
  gint64 id;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strconcat (names[i], " (file)", NULL);

      tl_library_rename_entity_async (fixture->library, entity_id (fixture, first, names[i]), name, NULL,
                                      entity_result_cb, fixture);
      entity_decided (fixture);
    }
  correct (fixture, first, TL_FACT_PUBLISHER, "of the file");
  correct (fixture, first, TL_FACT_AUTHOR, "of the file");
  fixture_execute (fixture->path, "UPDATE decision SET made = 1000 * id; UPDATE correction SET made = 1000 * id");
  path = export_all (fixture, "merged.jsonl");

  entity_set_up (&other, data);
  other.n_added = 1;
  entity_add (&other, "p:Ivo Kos");
  other.n_added = 0;
  id = entity_add (&other, "p:Vera Orlova; p:Ana Horvat");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strconcat (names[i], " (own)", NULL);

      tl_library_rename_entity_async (other.library, entity_id (&other, id, names[i]), name, NULL,
                                      entity_result_cb, &other);
      entity_decided (&other);
    }
  correct (&other, id, TL_FACT_PUBLISHER, "own");
  correct (&other, id, TL_FACT_AUTHOR, "own");
  /* Of the first they decided later here, of the second there. */
  fixture_execute (other.path, "UPDATE decision SET made = 1500; UPDATE correction SET made = 1500");
  import = import_file (&other, path);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, 0);
  g_assert_cmpuint (tl_import_get_n_decisions (import), ==, 2);
  shown = entity_show (&other, id);
  g_assert_cmpstr (shown, ==, "p:Vera Orlova (own) = Vera Orlova; p:Ana Horvat (file) = Ana Horvat");
  publisher = fixture_query (other.path, "SELECT publisher FROM article WHERE id = 2");
  g_assert_cmpstr (publisher, ==, "own");
  n = fixture_query (other.path, "SELECT count (*) FROM decision");
  g_assert_cmpstr (n, ==, "4");
  g_clear_object (&import);
  entity_tear_down (&other, data);
}

/* A text that is known otherwise here keeps what was decided on it. */
static void
test_known_otherwise (EntityFixture *fixture,
                      gconstpointer  data)
{
  EntityFixture other = { NULL };
  gint64 first = add_story (fixture, "agency", "");
  gint64 second = add_story (fixture, "outlet", "By our staff. ");
  g_autofree char *path = NULL, *stories = NULL;
  g_autoptr(TlImport) import = NULL;

  g_assert_cmpint (first, !=, second);
  tl_library_set_apart_async (fixture->library, second, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  path = export_all (fixture, "stories.jsonl");

  /* There the text came from another outlet first. */
  entity_set_up (&other, data);
  add_story (&other, "weekly", "");
  import = import_file (&other, path);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, 2);
  stories = fixture_query (other.path, "SELECT group_concat (count) FROM (SELECT count (*) AS count"
                                       " FROM decision JOIN article USING (text_sha256)"
                                       " WHERE key = lower (hex (text_sha256)) GROUP BY act)");
  g_assert_cmpstr (stories, ==, "2");
  g_clear_object (&import);
  entity_tear_down (&other, data);
}

/* Whatever stands in the file, the rest of it is read. */
static void
test_broken (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const char article[] =
    "{\"kind\": \"article\", \"sha256\": \"zz\", \"added\": -7, \"reading_version\": 1e300,"
    " \"corrections\": [{\"fact\": 7}, 9, {\"fact\": \"color\", \"value\": \"red\", \"made\": 1e14}],"
    " \"file\": null, \"title\": \"%s\", \"text\": \"%s\", \"story\": 99999,"
    " \"figures\": [{\"quote\": \"x\", \"sentence\": \"y\", \"offset\": 4000000000, \"length\": 4000000000,"
    " \"partners\": [\"ŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽŽ\", 3], \"value\": 1e400, \"currency\": \"ŽŽŽ\"}],"
    " \"entities\": [{\"type\": \"person\", \"name\": \"X\", \"mentions\": [{\"offset\": 3, \"length\": 1},"
    " {\"offset\": 0, \"length\": 9}, 5]}], \"amounts\": {}, \"dates\": [null]}\n";
  static const char *const bad[] = {
    "{\"kind\": \"article\", \"title\": \"no text\"}", "{\"kind\": \"article\", \"text\": \"\"}",
    "{", "[]", "null", "{\"kind\": \"vote\"}", "{\"kind\": \"act\"}", "not JSON at all",
    "{\"kind\": \"act\", \"decisions\": [{\"decision\": \"merge\"}]}", "\xff\xfe", "\"\\ud800\"",
    "{\"kind\": \"article\", \"text\": \"cut",
  };
  static const char *const good_acts[] = {
    "{\"kind\": \"act\", \"decisions\": [{\"decision\": \"marry\", \"type\": \"ghost\", \"key\": \"\","
    " \"name\": \"\", \"made\": 99999999999999}]}",
    "{\"kind\": \"act\", \"decisions\": [{\"decision\": \"merge\", \"type\": \"person\", \"key\": \"x\","
    " \"name\": \"X\", \"to_type\": \"person\", \"to_key\": \"x\", \"to_name\": \"X\"}]}",
  };
  g_autoptr(GString) file = g_string_new ("\xEF\xBB\xBF {\"format\":\"tradelines-library\",\"version\":1}\r\n\r\n");
  g_autofree char *path = NULL, *future = NULL;
  g_autoptr(TlImport) import = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      g_string_append_printf (file, article, title, title);
      g_string_append_printf (file, "%s\n", bad[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good_acts); i++)
    g_string_append_printf (file, "%s\n", good_acts[i]);
  g_string_append_c (file, '\0');
  g_string_append (file, "\n{\"kind\": \"article\", \"title\": \"last\", \"text\": \"last\"}");
  path = fixture_write (fixture->folder, "broken.jsonl", file->str, (gssize) file->len);
  import = import_file (fixture, path);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, G_N_ELEMENTS (bad) + 1);
  g_assert_cmpuint (tl_import_get_n_failures (import), ==, G_N_ELEMENTS (bad) + 1);
  for (guint i = 0; i < tl_import_get_failures (import)->len; i++)
    {
      const TlImportFailure *failure = g_ptr_array_index (tl_import_get_failures (import), i);

      g_test_message ("%s: %s", failure->part, failure->message);
      g_assert_nonnull (failure->part);
      g_assert_false (failure->is_duplicate);
    }
  future = fixture_query (fixture->path, "SELECT count (*) FROM decision WHERE made > unixepoch () + 5");
  g_assert_cmpstr (future, ==, "0");
  g_free (export_all (fixture, "again.jsonl"));
}

/* A line may be as long as it likes: what is too much is passed over, and takes no memory. */
static void
test_huge (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "huge.jsonl", NULL);
  g_autofree char *block = g_strnfill (1024 * 1024, 'x');
  g_autofree char *n = NULL;
  g_autoptr(TlImport) import = NULL;
  FILE *file = g_fopen (path, "w");

  fputs ("{\"format\": \"tradelines-library\", \"version\": 1}\n{\"kind\": \"article\", \"text\": \"", file);
  for (guint i = 0; i < 65; i++)
    fputs (block, file);
  fputs ("\"}\n{\"kind\": \"article\", \"text\": \"Many\", \"dates\": [0", file);
  for (guint i = 0; i < 9000000; i++)
    fputs (",0", file);
  fputs ("]}\n{\"kind\": \"article\", \"text\": \"The last\"}\n", file);
  fclose (file);
  import = import_file (fixture, path);
  g_assert_cmpuint (tl_import_get_n_failures (import), ==, 2);
  n = fixture_query (fixture->path, "SELECT group_concat (title) FROM article");
  g_assert_cmpstr (n, ==, "The last");
}

static void
test_newer (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path =
    fixture_write (fixture->folder, "newer.jsonl",
                   "{\"format\": \"tradelines-library\", \"version\": 99}\n{\"kind\": \"hologram\"}\n", -1);
  g_autoptr(TlImport) import = import_file (fixture, path);
  const TlImportFailure *failure = g_ptr_array_index (tl_import_get_failures (import), 0);

  g_assert_cmpuint (tl_import_get_n_failures (import), ==, 1);
  g_assert_nonnull (strstr (failure->message, "newer version"));
}

/* An article that was removed comes back, with what it is now known by. */
static void
test_removed (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Vera Orlova");
  gint64 other = entity_add (fixture, "p:Ana Horvat");
  g_autofree char *path = NULL, *publisher = NULL;
  g_autoptr(TlImport) import = NULL;
  g_autoptr(GError) error = NULL;

  correct (fixture, id, TL_FACT_PUBLISHER, "The Post");
  path = export_ids (fixture, "removed.jsonl", id, other);
  fixture_execute (fixture->path, "DELETE FROM correction");
  g_assert_true (tl_library_remove (fixture->library, id, &error));
  import = import_file (fixture, path);
  g_assert_cmpuint (tl_import_get_n_added (import), ==, 1);
  g_assert_cmpuint (tl_import_get_n_failures (import), ==, 1);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 2);
  publisher = fixture_query (fixture->path, "SELECT publisher FROM article WHERE id = 1");
  g_assert_cmpstr (publisher, ==, "The Post");
}

/* What was exported before stays until all is written, and nothing is left behind. */
static void
test_cancelled (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  TlExportChoice choice = { TL_EXPORT_ARTICLES, NULL, { NULL, NULL }, FALSE };
  g_autofree char *path = fixture_write (fixture->folder, "old.jsonl", "old", -1);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autofree char *contents = NULL;

  entity_add (fixture, "p:Vera Orlova");
  g_cancellable_cancel (cancellable);
  g_assert_false (tl_export_save (fixture->path, &choice, file, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_clear_error (&error);
  g_assert_false (tl_export_save (fixture->path, &choice, folder, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_suffix (name, ".part"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ENTITY_ADD ("export/all", test_all);
  ENTITY_ADD ("export/twice", test_twice);
  ENTITY_ADD ("export/packed", test_packed);
  ENTITY_ADD ("export/choice", test_choice);
  ENTITY_ADD ("export/merged", test_merged);
  ENTITY_ADD ("export/known-otherwise", test_known_otherwise);
  ENTITY_ADD ("export/broken", test_broken);
  ENTITY_ADD ("export/huge", test_huge);
  ENTITY_ADD ("export/removed", test_removed);
  ENTITY_ADD ("export/newer", test_newer);
  ENTITY_ADD ("export/cancelled", test_cancelled);

  return g_test_run ();
}
