/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library's file, from a colleague or a dying disk. */

#include "fuzz.h"

#include <glib/gstdio.h>

#include "tl-library.h"

static void
look_at (TlLibrary *library)
{
  g_autoptr(GArray) pairs = tl_library_get_pairs (library);
  GListModel *articles = tl_library_get_articles (library);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < MIN (n, 8); i++)
    g_object_unref (g_list_model_get_item (articles, i));
  for (gint64 id = 1; id < 6; id++)
    g_clear_object (&(TlArticle *) { tl_library_load_article (library, id, NULL) });
  for (guint i = 0; i < MIN (pairs->len, 3); i++)
    {
      const TlPair *pair = &g_array_index (pairs, TlPair, i);
      g_autoptr(GPtrArray) reports = tl_library_get_reports (library, pair->partners[0], pair->partners[1]);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GDir) left = NULL;
  const char *name;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  library = tl_library_open (path, &error);
  g_assert_true ((library != NULL) == (error == NULL));
  if (library != NULL)
    look_at (library);
  g_clear_object (&library);
  left = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (left)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return 0;
}
