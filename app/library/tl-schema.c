/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a library's file, and how a file of an older version becomes one of
 * this.  A file's version is the number of migrations that it went through. */

#include "tl-schema.h"

#include <glib/gi18n-lib.h>

#include "tl-article-key.h"
#include "tl-library.h"

/* Tells our files from other programs' SQLite files. */
#define APPLICATION_ID 0x54724c6e

/* The list of articles and the charts are read often, the texts seldom: so an article's
 * row is narrow, what was read from it is apart, and its figures have columns of their own.
 *
 * article.published and the months of figures are numbers, see tl_date_pack().
 * article.text_sha256 is unique among the removed too: adding one of them restores it.
 * figure.first and figure.second are the countries behind figure.partner and
 * figure.other, "BY" for "BY-BR", in alphabetical order.
 * pair counts the charted figures of the articles that are there; the triggers keep it, and
 * from version 10 on tl_figure_rows_add(). */
static const char version_1[] =
  "CREATE TABLE article ("
  "  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND " G_STRINGIFY (TL_ARTICLE_KEY_MAX_ID) "),"
  "  uri TEXT,"
  "  url TEXT,"
  "  title TEXT NOT NULL,"
  "  publisher TEXT,"
  "  published INTEGER NOT NULL,"
  "  added INTEGER NOT NULL,"
  "  removed_at INTEGER,"
  "  n_figures INTEGER NOT NULL,"
  "  text_sha256 BLOB NOT NULL UNIQUE);"
  "CREATE INDEX article_by_date ON article (published DESC, id) WHERE removed_at IS NULL;"
  "CREATE INDEX article_removed ON article (removed_at) WHERE removed_at IS NOT NULL;"

  "CREATE TABLE reading ("
  "  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,"
  "  json TEXT NOT NULL);"

  "CREATE TABLE figure ("
  "  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,"
  "  n INTEGER NOT NULL,"
  "  first TEXT NOT NULL,"
  "  second TEXT NOT NULL,"
  "  charted INTEGER NOT NULL,"
  "  flow TEXT NOT NULL,"
  "  partner TEXT NOT NULL,"
  "  other TEXT NOT NULL,"
  "  scope TEXT NOT NULL,"
  "  status TEXT NOT NULL,"
  "  start INTEGER NOT NULL,"
  "  end INTEGER NOT NULL,"
  "  value REAL,"
  "  high REAL,"
  "  currency TEXT NOT NULL,"
  "  precision TEXT NOT NULL,"
  "  change,"                           /* per cent, or "up", "down", "flat" */
  "  change_against INTEGER NOT NULL,"
  "  quote TEXT NOT NULL,"
  "  quote_start INTEGER NOT NULL,"
  "  quote_end INTEGER NOT NULL,"
  "  sentence TEXT NOT NULL,"
  "  sentence_start INTEGER NOT NULL,"
  "  sentence_end INTEGER NOT NULL,"
  "  speaker TEXT,"
  "  PRIMARY KEY (article_id, n)) WITHOUT ROWID;"
  "CREATE INDEX figure_by_pair ON figure (first, second);"

  "CREATE TABLE pair ("
  "  first TEXT NOT NULL,"
  "  second TEXT NOT NULL,"
  "  n_figures INTEGER NOT NULL,"
  "  PRIMARY KEY (first, second)) WITHOUT ROWID;"
  "CREATE TRIGGER figure_added AFTER INSERT ON figure WHEN new.charted BEGIN"
  "  INSERT INTO pair VALUES (new.first, new.second, 1)"
  "    ON CONFLICT DO UPDATE SET n_figures = n_figures + 1;"
  "END;"
  "CREATE TRIGGER article_removed AFTER UPDATE OF removed_at ON article"
  "  WHEN old.removed_at IS NULL AND new.removed_at IS NOT NULL BEGIN"
  "  UPDATE pair SET n_figures = pair.n_figures - gone.n"
  "    FROM (SELECT first, second, count(*) AS n FROM figure"
  "           WHERE article_id = new.id AND charted GROUP BY first, second) AS gone"
  "    WHERE pair.first = gone.first AND pair.second = gone.second;"
  "END;"
  "CREATE TRIGGER article_restored AFTER UPDATE OF removed_at ON article"
  "  WHEN old.removed_at IS NOT NULL AND new.removed_at IS NULL BEGIN"
  "  UPDATE pair SET n_figures = pair.n_figures + back.n"
  "    FROM (SELECT first, second, count(*) AS n FROM figure"
  "           WHERE article_id = new.id AND charted GROUP BY first, second) AS back"
  "    WHERE pair.first = back.first AND pair.second = back.second;"
  "END;";

/* figure.why said why a figure was read so.  Nobody asked for it but of the article, whose reading
 * says it too; so it is neither read nor written any more, and charts have half as much to read. */
static const char version_2[] =
  "ALTER TABLE figure ADD COLUMN why TEXT;";

/* An entity is a person, organisation, place or event as its names tell it: by a key, and
 * where that says too little, in one article only (article_id, else 0).  Several that are
 * one are a tree, whose root is the main one of each; the counts are the root's, of the
 * articles that are there, and 0 elsewhere.
 *
 * name holds how the articles call it, in how many of them, the removed included.  Whoever
 * has a key that joins and nothing else is this entity, if no other has it too; text is ''
 * where the key is only what a shorter name would have.
 *
 * mention.spans says where an article names it, see tl_mentions_pack().
 *
 * decision holds what a person decided, by names and texts and not by ids, so that it
 * outlives readings.  Those of one act are undone together, and never deleted by the program.
 *
 * pending lists the articles whose mentions are to be made again: all that there are in an
 * older file, and those that a decision is about. */
static const char version_3[] =
  "CREATE TABLE entity ("
  "  id INTEGER PRIMARY KEY,"
  "  type TEXT NOT NULL,"
  "  key TEXT NOT NULL,"
  "  article_id INTEGER NOT NULL,"
  "  is_split INTEGER NOT NULL,"        /* a person set it apart from those of this name */
  "  parent INTEGER NOT NULL,"
  "  main INTEGER NOT NULL,"
  "  renamed TEXT,"
  "  is_dismissed INTEGER NOT NULL,"
  "  n_articles INTEGER NOT NULL,"
  "  n_mentions INTEGER NOT NULL,"
  "  UNIQUE (type, key, article_id));"
  "CREATE INDEX entity_by_main ON entity (main) WHERE main != id;"
  "CREATE INDEX entity_by_parent ON entity (parent) WHERE parent != 0;"

  "CREATE TABLE name ("
  "  entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,"
  "  text TEXT NOT NULL,"
  "  key TEXT NOT NULL,"
  "  joins INTEGER NOT NULL,"
  "  n_articles INTEGER NOT NULL,"
  "  PRIMARY KEY (entity_id, text, key)) WITHOUT ROWID;"
  "CREATE INDEX name_by_key ON name (key) WHERE joins;"

  "CREATE TABLE mention ("
  "  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,"
  "  entity_id INTEGER NOT NULL REFERENCES entity (id),"
  "  n INTEGER NOT NULL,"
  "  spans BLOB NOT NULL,"
  "  PRIMARY KEY (article_id, entity_id)) WITHOUT ROWID;"
  "CREATE INDEX mention_by_entity ON mention (entity_id);"

  "CREATE TABLE decision ("
  "  id INTEGER PRIMARY KEY,"
  "  act INTEGER NOT NULL,"
  "  made INTEGER NOT NULL,"
  "  is_undone INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  type TEXT NOT NULL,"               /* on what */
  "  key TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  text_sha256 BLOB,"                 /* in this article only */
  "  to_type TEXT,"                     /* what it is, or is called, from then on */
  "  to_key TEXT,"
  "  to_name TEXT,"
  "  to_text_sha256 BLOB);"
  "CREATE INDEX decision_by_key ON decision (type, key);"
  "CREATE INDEX decision_by_act ON decision (act);"

  "CREATE TABLE pending ("
  "  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE);"
  "INSERT INTO pending SELECT article_id FROM reading;"

  "CREATE TRIGGER entities_removed AFTER UPDATE OF removed_at ON article"
  "  WHEN old.removed_at IS NULL AND new.removed_at IS NOT NULL BEGIN"
  "  UPDATE entity SET n_articles = entity.n_articles - 1, n_mentions = entity.n_mentions - gone.n"
  "    FROM (SELECT main, sum(n) AS n FROM mention JOIN entity ON id = entity_id"
  "           WHERE mention.article_id = new.id GROUP BY main) AS gone"
  "    WHERE entity.id = gone.main;"
  "END;"
  "CREATE TRIGGER entities_restored AFTER UPDATE OF removed_at ON article"
  "  WHEN old.removed_at IS NOT NULL AND new.removed_at IS NULL BEGIN"
  "  UPDATE entity SET n_articles = entity.n_articles + 1, n_mentions = entity.n_mentions + back.n"
  "    FROM (SELECT main, sum(n) AS n FROM mention JOIN entity ON id = entity_id"
  "           WHERE mention.article_id = new.id GROUP BY main) AS back"
  "    WHERE entity.id = back.main;"
  "END;";

/* correction holds what a person says of an article's facts, by its text, so that it outlives
 * readings.  Of those about one fact the latest that is not undone holds; without a value it
 * says that what was read is right. */
static const char version_4[] =
  "CREATE TABLE correction ("
  "  id INTEGER PRIMARY KEY,"
  "  text_sha256 BLOB NOT NULL,"
  "  fact TEXT NOT NULL,"
  "  value TEXT,"
  "  made INTEGER NOT NULL,"
  "  is_undone INTEGER NOT NULL);"
  "CREATE INDEX correction_by_text ON correction (text_sha256);";

/* copy.story is a number that all articles have which carry one story, 0 where no other does;
 * of the removed, too.  copy.sketch is what tl_copy_sketch_new() makes; copy.n tells which
 * sketches came since somebody looked.
 *
 * A decision of the kind "not-copy" says that one text, text_sha256, carries another story
 * than another, to_text_sha256; its type is "article".
 *
 * copy_pending lists the articles of an older file whose copies are yet to be looked for. */
static const char version_5[] =
  "CREATE TABLE copy ("
  "  n INTEGER PRIMARY KEY,"
  "  article_id INTEGER NOT NULL UNIQUE REFERENCES article (id) ON DELETE CASCADE,"
  "  story INTEGER NOT NULL,"
  "  sketch BLOB NOT NULL);"
  "CREATE INDEX copy_by_story ON copy (story) WHERE story != 0;"
  "CREATE TABLE copy_pending ("
  "  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE);"
  "INSERT INTO copy_pending SELECT article_id FROM reading;";

/* What lists are filtered and put in order by: each index holds all that one of them needs, so
 * that no article's row is read for it.  The keys are what tl_sort_key_new() makes of title and
 * publisher.  is_reviewed says what the latest correction "reviewed" of the text says.
 *
 * The language stands in the reading before the text, in which no such quotation marks can be. */
static const char version_6[] =
  "ALTER TABLE article ADD COLUMN language TEXT;"
  "ALTER TABLE article ADD COLUMN is_reviewed INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE article ADD COLUMN title_key BLOB;"
  "ALTER TABLE article ADD COLUMN publisher_key BLOB;"
  "UPDATE article SET language = written.code"
  "  FROM (SELECT article_id, substr(rest, 1, instr(rest, '\"') - 1) AS code"
  "          FROM (SELECT article_id, substr(json, place + 13, 16) AS rest"
  "                  FROM (SELECT article_id, json, instr(json, '\"language\": \"') AS place"
  "                          FROM reading)"
  "                 WHERE place > 0)) AS written"
  " WHERE written.article_id = article.id AND code != '';"
  "UPDATE article SET language = nullif(correction.value, '')"
  "  FROM correction"
  " WHERE correction.id = (SELECT max(id) FROM correction AS latest"
  "                         WHERE latest.text_sha256 = article.text_sha256"
  "                           AND fact = 'language' AND NOT is_undone)"
  "   AND correction.value IS NOT NULL;"
  "UPDATE article SET title_key = tl_sort_key(title, language),"
  "                   publisher_key = tl_sort_key(publisher, NULL);"
  "CREATE INDEX article_by_title ON article (title_key, published DESC)"
  "  WHERE removed_at IS NULL;"
  "CREATE INDEX article_by_publisher ON article (publisher_key, publisher, published DESC)"
  "  WHERE removed_at IS NULL;"
  "CREATE INDEX article_by_figures ON article (n_figures DESC, published DESC)"
  "  WHERE removed_at IS NULL;"
  "CREATE INDEX article_by_language ON article (language) WHERE removed_at IS NULL;"
  "CREATE INDEX article_to_review ON article (is_reviewed)"
  "  WHERE removed_at IS NULL AND n_figures > 0 AND NOT is_reviewed;";

/* reading.version is TL_READING_VERSION of the program that read it.
 *
 * renewed lists the articles that were read again with another outcome which nobody has seen
 * yet; former_figure holds what they stated before, and renewed_name which names came (is_new)
 * and went. */
static const char version_7[] =
  "ALTER TABLE reading ADD COLUMN version INTEGER NOT NULL DEFAULT 0;"
  "CREATE INDEX reading_by_version ON reading (version);"
  "CREATE TABLE renewed ("
  "  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,"
  "  made INTEGER NOT NULL);"
  "CREATE TABLE former_figure ("
  "  article_id INTEGER NOT NULL REFERENCES renewed (article_id) ON DELETE CASCADE,"
  "  n INTEGER NOT NULL,"
  "  flow TEXT NOT NULL,"
  "  partner TEXT NOT NULL,"
  "  other TEXT NOT NULL,"
  "  scope TEXT NOT NULL,"
  "  status TEXT NOT NULL,"
  "  start INTEGER NOT NULL,"
  "  end INTEGER NOT NULL,"
  "  value REAL,"
  "  high REAL,"
  "  currency TEXT NOT NULL,"
  "  precision TEXT NOT NULL,"
  "  change,"
  "  change_against INTEGER NOT NULL,"
  "  quote TEXT NOT NULL,"
  "  quote_start INTEGER NOT NULL,"
  "  quote_end INTEGER NOT NULL,"
  "  sentence TEXT NOT NULL,"
  "  sentence_start INTEGER NOT NULL,"
  "  sentence_end INTEGER NOT NULL,"
  "  speaker TEXT,"
  "  why TEXT,"
  "  PRIMARY KEY (article_id, n)) WITHOUT ROWID;"
  "CREATE TABLE renewed_name ("
  "  article_id INTEGER NOT NULL REFERENCES renewed (article_id) ON DELETE CASCADE,"
  "  type TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  is_new INTEGER NOT NULL,"
  "  PRIMARY KEY (article_id, type, name)) WITHOUT ROWID;";

/* search is the index of folded words, see tl-search-rows.c; search_words holds those of them
 * that are not the text's, as they were put in.  A change of how words are folded takes a
 * version of its own, in which all articles are put into search_pending: these are to be put
 * into the index.  A batch of an import is one piece of the index, so there are few to be merged.
 *
 * Names are looked up by what is searched for, too. */
static const char version_8[] =
  "CREATE VIRTUAL TABLE search USING fts5 (title, text, names, figures, content = '',"
  "  tokenize = \"ascii tokenchars '.'\");"
  "INSERT INTO search (search, rank) VALUES ('hashsize', 33554432), ('automerge', 0),"
  "  ('pgsz', 16200);"
  "CREATE TABLE search_words ("
  "  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,"
  "  title TEXT NOT NULL,"
  "  names TEXT NOT NULL,"
  "  figures TEXT NOT NULL);"
  "CREATE TABLE search_pending ("
  "  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE);"
  "INSERT INTO search_pending SELECT article_id FROM reading;"
  "DROP INDEX name_by_key;"
  "CREATE INDEX name_by_key ON name (key);"
  "CREATE INDEX entity_renamed ON entity (main) WHERE renamed IS NOT NULL;";

/* reading.json holds what tl_reading_pack() makes from here on; what is JSON already stays so
 * until it is read again.  tl_unpack() gives the JSON of both. */
static const char version_9[] = "";

/* Figures are counted by tl_figure_rows_add() from here on: a trigger makes SQLite open a
 * savepoint for each statement, and FTS5 then writes out what it has gathered of the index.
 *
 * The index of copies has the story with it, so that a chart reads no row with a sketch. */
static const char version_10[] =
  "DROP TRIGGER figure_added;"
  "ALTER TABLE copy RENAME TO old_copy;"
  "DROP INDEX copy_by_story;"
  "CREATE TABLE copy ("
  "  n INTEGER PRIMARY KEY,"
  "  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,"
  "  story INTEGER NOT NULL,"
  "  sketch BLOB NOT NULL);"
  "INSERT INTO copy SELECT n, article_id, story, sketch FROM old_copy;"
  "DROP TABLE old_copy;"
  "CREATE INDEX copy_by_article ON copy (article_id, story);"
  "CREATE INDEX copy_by_story ON copy (story) WHERE story != 0;";

/* official holds what countries declare of their trade to publishers of statistics, in US dollars;
 * source is tl_official_source_to_string(). */
static const char version_11[] =
  "CREATE TABLE official ("
  "  id INTEGER PRIMARY KEY,"
  "  source TEXT NOT NULL,"
  "  reporter TEXT NOT NULL,"
  "  partner TEXT NOT NULL,"
  "  is_import INTEGER NOT NULL,"
  "  year INTEGER NOT NULL,"
  "  value REAL NOT NULL,"
  "  UNIQUE (reporter, partner, source, is_import, year));";

/* official_table is a table of official figures that was imported, its name that of its file.  It
 * counts from when it is whole: until then removed_at is set, and sha256, that of its values, is not.
 * Of two that tell of the same year the one with the later place is right; the other one's values
 * stay, and count again when that is removed. */
static const char version_12[] =
  "CREATE TABLE official_table ("
  "  id INTEGER PRIMARY KEY,"
  "  place INTEGER NOT NULL,"
  "  source TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  added INTEGER NOT NULL,"
  "  removed_at INTEGER,"
  "  n_values INTEGER NOT NULL,"
  "  n_pairs INTEGER NOT NULL,"
  "  first_year INTEGER NOT NULL,"
  "  last_year INTEGER NOT NULL,"
  "  sha256 BLOB UNIQUE);"
  "CREATE TABLE official_value ("
  "  table_id INTEGER NOT NULL REFERENCES official_table (id) ON DELETE CASCADE,"
  "  reporter TEXT NOT NULL,"
  "  partner TEXT NOT NULL,"
  "  is_import INTEGER NOT NULL,"
  "  year INTEGER NOT NULL,"
  "  value REAL NOT NULL,"
  "  PRIMARY KEY (table_id, reporter, partner, is_import, year)) WITHOUT ROWID;"
  "INSERT INTO official_table (place, source, name, added, n_values, n_pairs, first_year, last_year)"
  "  SELECT row_number() OVER (ORDER BY source), source, '', 0, count(*),"
  "         count(DISTINCT reporter || ' ' || partner), min(year), max(year)"
  "    FROM official GROUP BY source;"
  "INSERT INTO official_value"
  "  SELECT official_table.id, reporter, partner, is_import, year, value"
  "    FROM official JOIN official_table USING (source);"
  "DROP TABLE official;";

/* figure.is_confirmed is 0 where a person said nothing of it, and else what: a TlReview.  What
 * people say of figures stands in correction, see tl-figure-decide.c.
 *
 * history holds what people did, in the order in which they did it, so that it can be undone and
 * redone, see tl-history.c: what was done to how many things (n) of which name; act is by what it
 * is undone, and of an import articles and tables hold what it brought. */
static const char version_13[] =
  "ALTER TABLE figure ADD COLUMN is_confirmed INTEGER NOT NULL DEFAULT 0;"
  "CREATE TABLE history ("
  "  id INTEGER PRIMARY KEY,"
  "  made INTEGER NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  what TEXT NOT NULL,"
  "  act INTEGER NOT NULL,"
  "  n INTEGER NOT NULL,"
  "  name TEXT,"
  "  articles BLOB,"
  "  tables BLOB,"
  "  is_undone INTEGER NOT NULL);";

/* The next version's changes are appended; what stands here is never altered. */
static const char *const migrations[] = {
  version_1, version_2, version_3, version_4, version_5, version_6, version_7, version_8,
  version_9, version_10, version_11, version_12, version_13,
};

#define SCHEMA_VERSION ((gint64) G_N_ELEMENTS (migrations))

/**
 * tl_schema_get_step:
 * @version: from which version, 0 for a new file
 *
 * Returns: (nullable): what brings a file to the next version; %NULL for the present one.  For
 *   tests, which make files of older versions
 */
const char *
tl_schema_get_step (guint version)
{
  return version < G_N_ELEMENTS (migrations) ? migrations[version] : NULL;
}

/* These fail on a file that claims our schema and does not have it: that of an older
 * version, from which it can be brought to this, and that of this. */
#define PROBE(columns, tables) \
  "SELECT count(*) FROM (SELECT " columns " FROM " tables \
  " WHERE article.id = 0 AND reading.article_id = 0 AND figure.article_id = 0 AND pair.first = '')"
#define OLDER_TABLES "article, reading, figure, pair"

static const char older_probe[] = PROBE ("article.id", OLDER_TABLES);
static const char probe[] =
  PROBE ("article.id, figure.why, entity.main, name.joins, mention.spans, decision.act,"
         " pending.article_id, correction.fact, copy.story, copy_pending.article_id,"
         " article.language, article.is_reviewed, article.title_key, article.publisher_key,"
         " reading.version, renewed.made, former_figure.flow, renewed_name.is_new,"
         " search_words.title, search_pending.article_id, official_table.place, official_value.year,"
         " figure.is_confirmed, history.what",
         OLDER_TABLES ", entity, name, mention, decision, pending, correction, copy, copy_pending,"
         " renewed, former_figure, renewed_name, search_words, search_pending, official_table,"
         " official_value, history");

static gboolean
refuse_foreign (TlDatabase  *database,
                GError     **error)
{
  g_autofree char *name = g_filename_display_name (tl_database_get_path (database));

  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_FOREIGN,
               _("“%s” is not a library of Tradelines"), name);
  return FALSE;
}

static gboolean
refuse_newer (TlDatabase  *database,
              GError     **error)
{
  g_autofree char *name = g_filename_display_name (tl_database_get_path (database));

  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_NEWER,
               _("The library “%s” was written by a newer version of Tradelines; "
                 "nothing in it was changed"),
               name);
  return FALSE;
}

/* Reads who wrote the file and in which version.  In a transaction, so that the answers
 * are of one moment: another program may be making the file just now. */
static gboolean
check_origin (TlDatabase  *database,
              gint64      *version,
              GError     **error)
{
  gint64 application_id, n_tables;

  if (!tl_database_query_int (database, "PRAGMA application_id", &application_id, error) ||
      !tl_database_query_int (database, "PRAGMA user_version", version, error) ||
      !tl_database_query_int (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application_id != APPLICATION_ID &&
      (application_id != 0 || *version != 0 || n_tables != 0))
    return refuse_foreign (database, error);
  if (*version > SCHEMA_VERSION)
    return refuse_newer (database, error);
  if (*version < 0)
    return refuse_foreign (database, error);
  return TRUE;
}

static gboolean
check_origin_now (TlDatabase  *database,
                  gint64      *version,
                  GError     **error)
{
  gboolean succeeded;

  if (!tl_database_execute (database, "BEGIN", error))
    return FALSE;
  succeeded = check_origin (database, version, error);
  tl_database_rollback (database);
  return succeeded;
}

static gboolean
refuse_older (TlDatabase  *database,
              GError     **error)
{
  g_autofree char *name = g_filename_display_name (tl_database_get_path (database));

  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_OLDER,
               _("The library “%s” was written by an older version of Tradelines, and cannot be "
                 "brought up to date where it is"),
               name);
  return FALSE;
}

/* Some of what it has to have may be damaged: then it is no stranger's. */
static gboolean
probe_tables (TlDatabase  *database,
              const char  *sql,
              GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  gint64 ignored;

  if (tl_database_query_int (database, sql, &ignored, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    return refuse_foreign (database, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
configure (TlDatabase  *database,
           GError     **error)
{
  /* With FULL, what was committed survives a power cut too; batches make it cheap.
   * The page size counts for a file without pages only. */
  return tl_database_execute (database, "PRAGMA page_size = 16384", error) &&
         tl_database_set_journal (database, error) &&
         tl_database_execute (database,
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA journal_size_limit = 33554432;",
                              error);
}

static gboolean
run_migrations (TlDatabase  *database,
                gint64       version,
                GError     **error)
{
  g_autofree char *sql = NULL;
  if (version > 0 && !probe_tables (database, older_probe, error))
    return FALSE;
  for (gint64 i = version; i < SCHEMA_VERSION; i++)
    if (!tl_database_execute (database, migrations[i], error))
      return FALSE;

  sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                         APPLICATION_ID, (int) SCHEMA_VERSION);
  return tl_database_execute (database, sql, error);
}

static gboolean
migrate (TlDatabase  *database,
         GError     **error)
{
  gint64 version;

  if (!tl_database_begin (database, error))
    return FALSE;

  /* Another program may have done it while this one waited. */
  if (!check_origin (database, &version, error) ||
      (version < SCHEMA_VERSION && !run_migrations (database, version, error)))
    {
      tl_database_rollback (database);
      return FALSE;
    }
  return tl_database_commit (database, error);
}

/**
 * tl_schema_prepare:
 * @database: a connection that was just opened
 * @error: return location for an error
 *
 * Refuses files that are no library, or a newer one, without writing to them; makes
 * the tables in a new file; brings an older file to the present version.
 *
 * Returns: whether the library can be used
 */
gboolean
tl_schema_prepare (TlDatabase  *database,
                   GError     **error)
{
  gint64 version;

  if (!check_origin_now (database, &version, error) || !configure (database, error))
    return FALSE;
  if (version < SCHEMA_VERSION && !migrate (database, error))
    return FALSE;
  return probe_tables (database, probe, error);
}

/**
 * tl_schema_check:
 * @database: a connection that was just opened for reading only
 * @error: return location for an error
 *
 * Refuses files that are no library, a newer one or an older one, %TL_LIBRARY_ERROR_OLDER.
 * Damage is no reason: what cannot be read is missed when it is asked for.
 *
 * Returns: whether the library can be read
 */
gboolean
tl_schema_check (TlDatabase  *database,
                 GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  gint64 version;

  if (!check_origin_now (database, &version, error))
    return FALSE;
  if (version < SCHEMA_VERSION)
    return refuse_older (database, error);
  if (probe_tables (database, probe, &local_error) ||
      g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
