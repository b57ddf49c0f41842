/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles to files, and through the import to a library. */

#include "news-library.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-import.h"
#include "tl-memory-file.h"

#define FILES_PER_FOLDER    1000
#define ARTICLES_PER_IMPORT 10000       /* they are in memory meanwhile */

static void
make_folder (const char *folder)
{
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_error ("%s: %s", folder, g_strerror (errno));
}

/*
 * news_to_folder:
 * @news: articles
 * @first: the number of the first
 * @n: how many
 * @folder: where to
 *
 * Writes articles as text files, a thousand in a folder.
 */
void
news_to_folder (News       *news,
                guint       first,
                guint       n,
                const char *folder)
{
  g_autofree char *part = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("article-%07u.txt", i);
      g_autofree char *text = news_make (news, i);
      g_autofree char *path = NULL;
      g_autoptr(GError) error = NULL;

      if (part == NULL || i % FILES_PER_FOLDER == 0)
        {
          g_autofree char *number = g_strdup_printf ("%04u", i / FILES_PER_FOLDER);

          g_free (part);
          part = g_build_filename (folder, number, NULL);
          make_folder (part);
        }
      path = g_build_filename (part, name, NULL);
      if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error))
        g_error ("%s", error->message);
    }
}

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
import_some (News      *news,
             guint      first,
             guint      n,
             TlLibrary *library)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(TlImport) import = NULL;
  gboolean is_done = FALSE;

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("article-%07u.txt", i);
      char *text = news_make (news, i);
      g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));
      g_autoptr(TlMemoryFile) file = tl_memory_file_new (name, bytes, "text/plain", "UTF-8", NULL);

      g_list_store_append (files, file);
    }
  import = tl_import_new (library, G_LIST_MODEL (files));
  g_clear_object (&files);
  tl_import_run_async (import, NULL, import_done_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

/*
 * news_to_library:
 * @news: articles
 * @first: the number of the first
 * @n: how many
 * @library: where to
 *
 * Imports articles as a person's are imported, but for the files.
 */
void
news_to_library (News      *news,
                 guint      first,
                 guint      n,
                 TlLibrary *library)
{
  for (guint i = 0; i < n; i += ARTICLES_PER_IMPORT)
    import_some (news, first + i, MIN (ARTICLES_PER_IMPORT, n - i), library);
}
