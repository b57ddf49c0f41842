/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-cancel: how long an import goes on after it was cancelled: in the midst of one long text,
 * of a mailbox, of many small files, and of each file that it is given.  Five times each,
 * cancelled later each time.
 */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "news-library.h"
#include "tl-import.h"
#include "tl-memory-file.h"

#define N_ROUNDS     5
#define FIRST_MOMENT 150        /* ms after the beginning */
#define LONG_TEXT    (8 * 1024 * 1024)
#define N_PARTS      4000

typedef struct
{
  GCancellable *cancellable;
  gint64        cancelled;
  gboolean      is_done;
  gboolean      was_cancelled;
} Run;

static gboolean
cancel_cb (gpointer user_data)
{
  Run *run = user_data;

  run->cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (run->cancellable);
  return G_SOURCE_REMOVE;
}

static void
import_done_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr(GError) error = NULL;

  run->was_cancelled = !tl_import_run_finish (TL_IMPORT (source_object), result, &error);
  run->is_done = TRUE;
}

/* Returns the milliseconds from the cancellation to the end. */
static double
run_once (GListModel *files,
          guint       moment,
          guint      *n_added)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlLibrary) library = tl_library_open (path, &error);
  g_autoptr(TlImport) import = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Run run = { .cancellable = cancellable };
  gint64 ended;

  if (library == NULL)
    g_error ("%s", error->message);
  import = tl_import_new (library, files);
  tl_import_run_async (import, cancellable, import_done_cb, &run);
  g_timeout_add (moment, cancel_cb, &run);
  while (!run.is_done || run.cancelled == 0)
    g_main_context_iteration (NULL, TRUE);
  ended = g_get_monotonic_time ();
  *n_added = tl_import_get_n_added (import);
  g_assert (tl_library_get_n_articles (library) == *n_added);
  g_clear_object (&import);
  g_clear_object (&library);
  g_unlink (path);
  g_rmdir (folder);
  return run.was_cancelled ? (double) (ended - run.cancelled) / 1000 : 0;
}

static void
bench (const char *name,
       GListModel *files)
{
  double worst = 0, sum = 0;
  guint n_added = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double passed = run_once (files, FIRST_MOMENT * (i + 1), &n_added);

      worst = MAX (worst, passed);
      sum += passed;
    }
  printf ("%-24s %8.1f ms, worst %.1f ms; %u articles kept the last time\n", name, sum / N_ROUNDS, worst, n_added);
  fflush (stdout);
}

static void
add_memory_file (GListStore *files,
                 const char *name,
                 char       *text,
                 const char *media_type)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr(TlMemoryFile) file = tl_memory_file_new (name, bytes, media_type, "UTF-8", NULL);

  g_list_store_append (files, file);
}

static void
bench_file (const char *path)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);

  g_list_store_append (files, file);
  bench (name, G_LIST_MODEL (files));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(News) news = news_new (1);
  g_autoptr(GListStore) text = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GListStore) mailbox = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GListStore) small = g_list_store_new (G_TYPE_FILE);
  GString *long_text = g_string_new (NULL), *mails = g_string_new (NULL);

  for (guint i = 0; long_text->len < LONG_TEXT; i++)
    {
      g_autofree char *one = news_make (news, i);

      g_string_append (long_text, one);
    }
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("article-%u.txt", i);
      char *one = news_make (news, i);

      g_string_append_printf (mails, "From desk@example.org Mon Jun  3 10:00:00 2019\nFrom: desk@example.org\n"
                              "Subject: Number %u\nContent-Type: text/plain; charset=utf-8\n\n%s\n\n", i, one);
      add_memory_file (small, name, one, "text/plain");
    }
  add_memory_file (text, "long.txt", g_string_free (long_text, FALSE), "text/plain");
  add_memory_file (mailbox, "mails.mbox", g_string_free (mails, FALSE), "application/mbox");
  bench ("in a long text", G_LIST_MODEL (text));
  bench ("in a mailbox", G_LIST_MODEL (mailbox));
  bench ("in many small files", G_LIST_MODEL (small));
  for (int i = 1; i < argc; i++)
    bench_file (argv[i]);
  return 0;
}
