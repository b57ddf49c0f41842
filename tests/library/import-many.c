/* SPDX-License-Identifier: GPL-3.0-or-later */

/* import-many LIBRARY FILE…: imports and says of each article that it is stored, as soon
 * as that is known, so that a test can kill it and look whether it spoke the truth. */

#include <stdio.h>

#include "tl-import.h"

static void
say_added_cb (TlImport   *import,
              GParamSpec *pspec G_GNUC_UNUSED,
              guint      *n_said)
{
  GArray *added = tl_import_get_added (import);

  for (; *n_said < added->len; (*n_said)++)
    printf ("%" G_GINT64_FORMAT "\n", g_array_index (added, gint64, *n_said));
  fflush (stdout);
}

static void
done_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  TlImport *import = TL_IMPORT (source_object);
  GPtrArray *failures = tl_import_get_failures (import);
  g_autoptr(GError) error = NULL;

  if (!tl_import_run_finish (import, result, &error))
    fprintf (stderr, "%s\n", error->message);
  for (guint i = 0; i < failures->len; i++)
    {
      TlImportFailure *failure = g_ptr_array_index (failures, i);

      if (!failure->is_duplicate)
        fprintf (stderr, "%s: %s\n", g_file_peek_path (failure->file), failure->message);
    }
  g_main_loop_quit (user_data);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(TlImport) import = NULL;
  g_autoptr(GError) error = NULL;
  guint n_said = 0;

  if (argc < 3)
    {
      fprintf (stderr, "Usage: import-many LIBRARY FILE...\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (argv[i]);

      g_list_store_append (files, file);
    }

  library = tl_library_open (argv[1], &error);
  if (library == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  import = tl_import_new (library, G_LIST_MODEL (files));
  g_signal_connect (import, "notify::n-added", G_CALLBACK (say_added_cb), &n_said);
  tl_import_run_async (import, NULL, done_cb, loop);
  g_main_loop_run (loop);
  return 0;
}
