/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-import [FILES [ROUNDS]]: how long it takes to import text files, each time into a new
 * library: CPU time and wall time on one core and on two, beside recollindex (Debian's recoll),
 * which indexes the words of the same files, if it is installed; then where the CPU time goes.
 * Medians.  FILES is 10000 and ROUNDS 3 where they are not given; without rounds, only where it goes:
 * `valgrind --tool=callgrind --toggle-collect=import_stages_print bench-import 2000 0`.
 */

#define _GNU_SOURCE

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "import-stages.h"
#include "news-library.h"
#include "tl-import.h"

#define MAX_ROUNDS 9

typedef struct
{
  const char *name;
  guint       n_cores;
  void      (*run) (const char *folder, const char *scratch);
  double      cpu[MAX_ROUNDS];
  double      wall[MAX_ROUNDS];
  gsize       peak;             /* MB of memory */
} Contender;

static void
import_done_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  gboolean *is_done = user_data;
  g_autoptr(GError) error = NULL;

  if (!tl_import_run_finish (TL_IMPORT (source_object), result, &error))
    g_error ("%s", error->message);
  *is_done = TRUE;
}

static void
run_import (const char *folder,
            const char *scratch)
{
  g_autofree char *path = g_build_filename (scratch, "library.sqlite", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlLibrary) library = tl_library_open (path, &error);
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(TlImport) import = NULL;
  gboolean is_done = FALSE;

  if (library == NULL)
    g_error ("%s", error->message);
  g_list_store_append (files, file);
  import = tl_import_new (library, G_LIST_MODEL (files));
  tl_import_run_async (import, NULL, import_done_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_recoll (const char *folder,
            const char *scratch)
{
  g_autofree char *path = g_build_filename (scratch, "recoll.conf", NULL);
  g_autofree char *conf = g_strdup_printf ("topdirs = %s\nloglevel = 1\nindexstemminglanguages =\nnoaspell = 1\n",
                                           folder);
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents (path, conf, -1, &error))
    g_error ("%s", error->message);
  if (freopen ("/dev/null", "w", stderr) == NULL || freopen ("/dev/null", "w", stdout) == NULL)
    _exit (1);
  execlp ("recollindex", "recollindex", "-c", scratch, "-z", NULL);
  _exit (1);
}

static void
use_cores (guint n_cores)
{
  cpu_set_t all, some;
  guint n = 0;

  CPU_ZERO (&some);
  if (sched_getaffinity (0, sizeof all, &all) != 0)
    g_error ("%s", g_strerror (errno));
  for (int i = 0; i < CPU_SETSIZE && n < n_cores; i++)
    if (CPU_ISSET (i, &all))
      {
        CPU_SET (i, &some);
        n++;
      }
  if (n < n_cores)
    g_message ("There are only %u cores", n);
  if (sched_setaffinity (0, sizeof some, &some) != 0)
    g_error ("%s", g_strerror (errno));
}

static void
delete_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        delete_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static double
to_seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

/* In a process of its own, whose CPU time and memory are its own, too. */
static void
measure (Contender  *self,
         guint       round,
         const char *folder)
{
  g_autofree char *scratch = g_dir_make_tmp ("tl-bench-XXXXXX", NULL);
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      use_cores (self->n_cores);
      self->run (folder, scratch);
      _exit (0);
    }
  if (pid < 0 || wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s failed", self->name);
  self->wall[round] = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  self->cpu[round] = to_seconds (usage.ru_utime) + to_seconds (usage.ru_stime);
  self->peak = MAX (self->peak, (gsize) usage.ru_maxrss / 1024);
  delete_folder (scratch);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (const double *values,
        guint         n)
{
  double sorted[MAX_ROUNDS];

  for (guint i = 0; i < n; i++)
    sorted[i] = values[i];
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  return sorted[n / 2];
}

static void
print_contenders (Contender *contenders,
                  guint      n_contenders,
                  guint      n_rounds,
                  guint      n_files)
{
  double cpu[3], wall[3];

  printf ("%-22s %8s %8s %14s %8s %8s\n", "files to library", "cpu s", "wall s", "files/s of cpu", "ratio", "peak MB");
  for (guint i = 0; i < n_contenders; i++)
    {
      cpu[i] = median (contenders[i].cpu, n_rounds);
      wall[i] = median (contenders[i].wall, n_rounds);
      printf ("%-22s %8.2f %8.2f %14.0f %8.2f %8zu\n", contenders[i].name, cpu[i], wall[i], n_files / cpu[i],
              cpu[0] / cpu[i], contenders[i].peak);
    }
  printf ("wall time on one core is %.2f × that on two\n", wall[0] / wall[1]);
  if (n_contenders > 2)
    printf ("files per CPU second are %.2f × those of recollindex\n\n", cpu[2] / cpu[0]);
  else
    printf ("recollindex is not installed: passed over\n\n");
}

int
main (int    argc,
      char **argv)
{
  Contender contenders[] = {
    { .name = "import, one core", .n_cores = 1, .run = run_import },
    { .name = "import, two cores", .n_cores = 2, .run = run_import },
    { .name = "recollindex, two cores", .n_cores = 2, .run = run_recoll },
  };
  g_autofree char *recoll = g_find_program_in_path ("recollindex");
  g_autofree char *folder = g_dir_make_tmp ("tl-bench-XXXXXX", NULL);
  g_autoptr(News) news = news_new (1);
  guint n_contenders = recoll != NULL ? 3 : 2;
  guint n_files = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 10000;
  guint n_rounds = argc > 2 ? MIN ((guint) strtoul (argv[2], NULL, 10), MAX_ROUNDS) : 3;

  news_to_folder (news, 0, n_files, folder);
  for (guint round = 0; round < n_rounds; round++)
    for (guint i = 0; i < n_contenders; i++)
      measure (&contenders[i], round, folder);
  if (n_rounds > 0)
    print_contenders (contenders, n_contenders, n_rounds, n_files);
  import_stages_print (folder, n_files);
  delete_folder (folder);
  return 0;
}
