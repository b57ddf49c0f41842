/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE             /* nftw() */

#include "library-fixture.h"

#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "tl-article-item.h"
#include "tl-reading-pack.h"
#include "tl-search-rows.h"

char *
fixture_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("tradelines-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static int
remove_cb (const char        *path,
           const struct stat *info G_GNUC_UNUSED,
           int                type G_GNUC_UNUSED,
           struct FTW        *position G_GNUC_UNUSED)
{
  return remove (path);
}

void
fixture_remove_folder (char *folder)
{
  g_assert_cmpint (nftw (folder, remove_cb, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_free (folder);
}

/* Returns the path of the file. */
char *
fixture_write (const char *folder,
               const char *name,
               const char *data,
               gssize      length)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return path;
}

TlLibrary *
fixture_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  TlLibrary *library = tl_library_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);
  return library;
}

TlArticle *
fixture_read (const char *json)
{
  g_autoptr(GError) error = NULL;
  TlArticle *article = tl_article_new_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
  return article;
}

/* An article whose text is made of its title, so that different titles are different
 * texts; @figures is what stands between the brackets, or NULL. */
TlArticle *
fixture_article (const char *title,
                 const char *published,
                 const char *figures)
{
  g_autofree char *date = published != NULL ? g_strdup_printf ("\"%s\"", published)
                                            : g_strdup ("null");
  g_autofree char *json =
    g_strdup_printf ("{ \"file\": \"file:///articles/%s.txt\", \"title\": \"%s\","
                     " \"published\": %s, \"url\": \"https://example.org/%s\","
                     " \"language\": \"en\", \"publisher\": \"Adria Press\", \"author\": null,"
                     " \"text\": \"%s\\n\\nTrade was spoken of, and this is all there is.\\n\","
                     " \"figures\": [%s], \"entities\": [], \"amounts\": [], \"dates\": [] }",
                     title, title, date, title, title, figures != NULL ? figures : "");

  return fixture_read (json);
}

static sqlite3 *
open_handle (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (tl_reading_pack_register (handle), ==, SQLITE_OK);
  return handle;
}

/* An article as it is read, without a date of its own. */
gint64
fixture_add_text (TlLibrary  *library,
                  const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document =
    tl_document_new_from_data ("story.txt", (const guint8 *) text, strlen (text), &error);
  g_autoptr(TlArticle) article = tl_article_read (document, TL_DATE_NONE);
  gint64 id = tl_library_add (library, article, &error);

  g_assert_no_error (error);
  return id;
}

void
fixture_execute (const char *path,
                 const char *sql)
{
  sqlite3 *handle = open_handle (path);
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

/* The first column of the first row, or NULL. */
char *
fixture_query (const char *path,
               const char *sql)
{
  sqlite3 *handle = open_handle (path);
  sqlite3_stmt *statement;
  char *value = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return value;
}

/* The whole index: every word, in which article and where. */
static char *
dump_index (TlDatabase *database)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, &error,
                       "SELECT term || ' ' || doc || ' ' || col || ' ' || \"offset\" AS place"
                       " FROM temp.word ORDER BY place", "");
  GString *index = g_string_new (NULL);

  g_assert_no_error (error);
  while (tl_database_step (database, statement, &error))
    g_string_append_printf (index, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  g_assert_no_error (error);
  return g_string_free (index, FALSE);
}

static void
catch_up (TlDatabase *database)
{
  g_autoptr(GError) error = NULL;
  gboolean at_end = FALSE;

  while (!at_end)
    g_assert_true (tl_search_rows_catch_up (database, 100, &at_end, &error));
}

/* The index is what it would be if it were made anew, once all is in it. */
void
fixture_check_index (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open (path, &error);
  g_autofree char *index = NULL;
  g_autofree char *anew = NULL;

  g_assert_no_error (error);
  tl_database_execute (database,
                       "CREATE VIRTUAL TABLE temp.word USING fts5vocab (main, search, instance);"
                       "INSERT INTO search (search) VALUES ('integrity-check');", &error);
  g_assert_no_error (error);
  g_assert_true (tl_database_begin (database, &error));
  catch_up (database);
  index = dump_index (database);
  g_assert_true (tl_search_rows_make_again (database, &error));
  catch_up (database);
  anew = dump_index (database);
  tl_database_rollback (database);
  g_assert_cmpstr (index, ==, anew);
}

/* Making the index of more articles anew takes longer than it is worth each time. */
#define MAX_INDEXED 20

/* What holds of every library at any time: the file is whole, the list is in order, every
 * article in it can be loaded, and the index of words is right. */
void
fixture_check (TlLibrary *library)
{
  GListModel *articles = tl_library_get_articles (library);
  guint n_articles = g_list_model_get_n_items (articles);
  g_autofree char *integrity =
    fixture_query (tl_library_get_path (library), "PRAGMA integrity_check");
  g_autofree char *orphans =
    fixture_query (tl_library_get_path (library), "PRAGMA foreign_key_check");
  g_autofree char *count =
    fixture_query (tl_library_get_path (library),
                   "SELECT count(*) FROM article JOIN reading ON article_id = id"
                   " WHERE removed_at IS NULL");

  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpstr (orphans, ==, NULL);
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, n_articles);
  g_assert_cmpuint (g_ascii_strtoull (count, NULL, 10), ==, n_articles);
  if (n_articles <= MAX_INDEXED)
    fixture_check_index (tl_library_get_path (library));

  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, i);
      g_autoptr(TlArticleItem) next = g_list_model_get_item (articles, i + 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(TlArticle) article =
        tl_library_load_article (library, tl_article_item_get_id (item), &error);

      g_assert_no_error (error);
      g_assert_nonnull (article);
      if (next != NULL)
        {
          int order = tl_date_compare (tl_article_item_get_published (item),
                                       tl_article_item_get_published (next));

          g_assert_true (order > 0 || (order == 0 && tl_article_item_get_id (item) <
                                                     tl_article_item_get_id (next)));
        }
    }
}
