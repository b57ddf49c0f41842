/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

/* A folder of its own for each test, taken away afterwards whatever is in it: links in
 * it are not followed. */
char      *fixture_make_folder (void);
void       fixture_remove_folder (char *folder);

char      *fixture_write       (const char *folder,
                                const char *name,
                                const char *data,
                                gssize      length);
TlLibrary *fixture_open        (const char *path);
TlArticle *fixture_read        (const char *json);
TlArticle *fixture_article     (const char *title,
                                const char *published,
                                const char *figures);
gint64     fixture_add_text    (TlLibrary  *library,
                                const char *text);
void       fixture_execute     (const char *path,
                                const char *sql);
char      *fixture_query       (const char *path,
                                const char *sql);
void       fixture_check       (TlLibrary  *library);
void       fixture_check_index (const char *path);

/* The version that a library has once it was opened. */
#define FIXTURE_VERSION "13"

/* Makes of a library one of the eighth version. */
#define FIXTURE_UNPACK "UPDATE reading SET json = tl_unpack (json);"

/* Makes of a library one of the ninth version. */
#define FIXTURE_COUNT_BY_TRIGGER \
  "CREATE TRIGGER figure_added AFTER INSERT ON figure WHEN new.charted BEGIN" \
  "  INSERT INTO pair VALUES (new.first, new.second, 1)" \
  "    ON CONFLICT DO UPDATE SET n_figures = n_figures + 1;" \
  "END;"

/* Makes of a library one of the seventh version. */
#define FIXTURE_DROP_SEARCH \
  "DROP TABLE history; ALTER TABLE figure DROP COLUMN is_confirmed;" \
  "DROP TABLE official_value;" \
  "DROP TABLE official_table;" \
  FIXTURE_COUNT_BY_TRIGGER \
  FIXTURE_UNPACK \
  "DROP TABLE search; DROP TABLE search_words; DROP TABLE search_pending;" \
  "DROP INDEX entity_renamed; DROP INDEX name_by_key;" \
  "CREATE INDEX name_by_key ON name (key) WHERE joins;"

/* Makes of a library one of the sixth version. */
#define FIXTURE_DROP_RENEWED \
  FIXTURE_DROP_SEARCH \
  "DROP TABLE renewed_name; DROP TABLE former_figure; DROP TABLE renewed;" \
  "DROP INDEX reading_by_version; ALTER TABLE reading DROP COLUMN version;"

/* Makes of a library one of the fifth version. */
#define FIXTURE_DROP_ORDERS \
  FIXTURE_DROP_RENEWED \
  "DROP INDEX article_by_title; DROP INDEX article_by_publisher; DROP INDEX article_by_figures;" \
  "DROP INDEX article_by_language; DROP INDEX article_to_review;" \
  "ALTER TABLE article DROP COLUMN title_key; ALTER TABLE article DROP COLUMN publisher_key;" \
  "ALTER TABLE article DROP COLUMN is_reviewed; ALTER TABLE article DROP COLUMN language;"

/* Makes of a library one of the fourth version. */
#define FIXTURE_DROP_COPIES \
  FIXTURE_DROP_ORDERS \
  "DROP TABLE copy_pending; DROP TABLE copy;"

/* Makes of a library one of the third version. */
#define FIXTURE_DROP_CORRECTIONS \
  FIXTURE_DROP_COPIES \
  "DROP TABLE correction;"

/* Makes of a library one of the second version. */
#define FIXTURE_DROP_ENTITIES \
  FIXTURE_DROP_CORRECTIONS \
  "DROP TRIGGER entities_removed; DROP TRIGGER entities_restored; DROP TABLE pending;" \
  "DROP TABLE decision; DROP TABLE mention; DROP TABLE name; DROP TABLE entity;"

typedef char FixtureFolder;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FixtureFolder, fixture_remove_folder)

G_END_DECLS
