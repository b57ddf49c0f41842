/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the time of an import goes: its steps one after the other in one thread, with the
 * thread's CPU time taken between them, and that of each statement by what it writes.
 */

#include "import-stages.h"

#include <gio/gio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tl-copy-desk.h"
#include "tl-reading-pack.h"
#include "tl-store.h"

#define BATCH 512       /* articles in one transaction */

typedef enum
{
  STAGE_READING,
  STAGE_RECOGNISING,
  STAGE_SKETCHING,
  STAGE_FOLDING,
  STAGE_PACKING,
  STAGE_COPIES,
  STAGE_STORING,
  STAGE_ENTITIES,
  STAGE_COMMITTING,
  N_STAGES,
} Stage;

static const char * const stage_names[N_STAGES] = {
  "reading the file", "recognising", "copies: sketch", "index: words", "packing", "copies: looking", "storing", "storing names",
  "committing",
};

/* By the first of these words that a statement has; the rest is of the article itself. */
static const struct
{
  const char *words[4];
  const char *name;
} kinds[] = {
  { { "search" }, "the search index" },
  { { " copy", "story" }, "copies" },
  { { "entity", " name ", "mention" }, "entities" },
  { { "INTO article" }, "article and reading" },
  { { "figure", "pair" }, "figures" },
  { { "COMMIT", "BEGIN" }, "commit" },
  { { "" }, "others" },
};

static double sql_seconds[G_N_ELEMENTS (kinds)];
static double stages[N_STAGES];

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static guint
find_kind (const char *sql)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds[i].words) && kinds[i].words[j] != NULL; j++)
      if (strstr (sql, kinds[i].words[j]) != NULL)
        return i;
  return G_N_ELEMENTS (kinds) - 1;
}

static int
trace_cb (unsigned int type G_GNUC_UNUSED,
          void        *data G_GNUC_UNUSED,
          void        *statement,
          void        *nanoseconds)
{
  sql_seconds[find_kind (sqlite3_sql (statement))] += (double) *(sqlite3_int64 *) nanoseconds / 1e9;
  return 0;
}

static int
watch_connection (sqlite3                           *handle,
                  char                             **message G_GNUC_UNUSED,
                  const struct sqlite3_api_routines *api G_GNUC_UNUSED)
{
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_PROFILE, trace_cb, NULL);
}

static void
pass (Stage   stage,
      double *last)
{
  double time = now ();

  stages[stage] += time - *last;
  *last = time;
}

static void
import_file (const char   *path,
             TlDatabase   *database,
             TlEntityDesk *desk,
             TlCopyDesk   *copies)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(TlCopyPrint) print = NULL;
  g_autoptr(TlSearchWords) words = NULL;
  g_autoptr(GBytes) packed = NULL;
  TlArticleKey key;
  double last = now ();

  document = tl_document_load (file, NULL, &error);
  pass (STAGE_READING, &last);
  if (document == NULL)
    g_error ("%s: %s", path, error->message);
  article = tl_article_read (document, TL_DATE_NONE);
  pass (STAGE_RECOGNISING, &last);
  print = tl_copy_print_new (tl_article_get_text (article));
  pass (STAGE_SKETCHING, &last);
  words = tl_search_words_new (article);
  pass (STAGE_FOLDING, &last);
  packed = tl_reading_pack (article);
  pass (STAGE_PACKING, &last);
  if (tl_store_add (database, desk, article, words, packed, &key, &error))
    {
      pass (STAGE_STORING, &last);
      if (!tl_copy_desk_add (copies, tl_article_key_get_id (key), print, &error))
        g_error ("%s", error->message);
    }
  pass (STAGE_COPIES, &last);
}

static void
import_batch (GPtrArray  *paths,
              guint       first,
              TlDatabase *database,
              TlEntityDesk *desk,
              TlCopyDesk *copies)
{
  g_autoptr(GError) error = NULL;
  double last;

  if (!tl_database_begin (database, &error))
    g_error ("%s", error->message);
  if (!tl_entity_desk_begin (desk, &error))
    g_error ("%s", error->message);
  tl_copy_desk_begin (copies);
  for (guint i = first; i < MIN (first + BATCH, paths->len); i++)
    import_file (paths->pdata[i], database, desk, copies);
  last = now ();
  if (!tl_entity_desk_store (desk, &error))
    g_error ("%s", error->message);
  pass (STAGE_ENTITIES, &last);
  if (!tl_database_commit (database, &error))
    g_error ("%s", error->message);
  pass (STAGE_COMMITTING, &last);
}

static void
find_files (const char *folder,
            GPtrArray  *paths)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          find_files (path, paths);
          g_free (path);
        }
      else
        {
          g_ptr_array_add (paths, path);
        }
    }
}

static void
print_stages (guint n_files)
{
  double sum = 0;

  for (guint i = 0; i < N_STAGES; i++)
    sum += stages[i];
  printf ("%-26s %12s %8s\n", "step, in one thread", "µs an article", "share");
  for (guint i = 0; i < N_STAGES; i++)
    printf ("%-26s %12.1f %7.1f%%\n", stage_names[i], stages[i] / n_files * 1e6, stages[i] / sum * 100);
  printf ("%-26s %12.1f\n\n%-26s\n", "together", sum / n_files * 1e6, "of that in SQLite (wall)");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    printf ("%-26s %12.1f %7.1f%%\n", kinds[i].name, sql_seconds[i] / n_files * 1e6, sql_seconds[i] / sum * 100);
}

/*
 * import_stages_print:
 * @folder: files
 * @n_files: how many there are
 *
 * Imports them into a library of their own, and prints what each step took.
 */
void
import_stages_print (const char *folder,
                     guint       n_files)
{
  g_autofree char *path = g_build_filename (folder, "stages.sqlite", NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = NULL;
  g_autoptr(TlEntityDesk) desk = NULL;
  g_autoptr(TlCopyDesk) copies = NULL;

  find_files (folder, paths);
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
  database = tl_database_open (path, &error);
  if (database == NULL)
    g_error ("%s", error->message);
  /* As in tl-import-job.c. */
  if (!tl_database_execute (database,
                            "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 2000;"
                            "PRAGMA foreign_keys = OFF",
                            &error))
    g_error ("%s", error->message);
  desk = tl_entity_desk_new (database, &error);
  copies = tl_copy_desk_new (database);
  memset (sql_seconds, 0, sizeof sql_seconds);
  for (guint first = 0; first < paths->len; first += BATCH)
    import_batch (paths, first, database, desk, copies);
  print_stages (n_files);
}
