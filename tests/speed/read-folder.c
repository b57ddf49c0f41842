/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * read-folder FOLDER: reads each text of a folder and of those in it, with its entities and figures, and prints how many bytes that were
 * and the CPU seconds it took; loading the files is not counted, nor what is made once.
 */

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>

#include "measure.h"
#include "tl-article.h"

static void
load (GPtrArray  *documents,
      const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      TlDocument *document;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          load (documents, path);
          continue;
        }
      document = tl_document_load (file, NULL, &error);
      if (document == NULL)
        g_error ("%s", error->message);
      g_ptr_array_add (documents, document);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n_bytes = 0;
  double start;

  if (argc != 2)
    {
      fprintf (stderr, "Usage: read-folder FOLDER\n");
      return EXIT_FAILURE;
    }
  load (documents, argv[1]);
  if (documents->len == 0)
    g_error ("%s: no texts", argv[1]);
  g_object_unref (tl_article_read (documents->pdata[0], TL_DATE_NONE));
  start = measure_now ();
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr(TlArticle) article = tl_article_read (documents->pdata[i], TL_DATE_NONE);

      n_bytes += strlen (tl_document_get_text (documents->pdata[i]));
    }
  printf ("%" G_GSIZE_FORMAT " %.6f\n", n_bytes, measure_now () - start);
  return EXIT_SUCCESS;
}
