/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of words that are compiled into the program. */

#include "tl-word-file.h"

#include "tl-document-resources.h"

/**
 * tl_word_file_load:
 * @path: a resource of this folder
 *
 * Returns: (transfer full): its groups
 */
GKeyFile *
tl_word_file_load (const char *path)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (tl_document_data_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  GKeyFile *file = g_key_file_new ();

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("%s was compiled in broken: %s", path, error != NULL ? error->message : "missing");
  return file;
}

/**
 * tl_word_file_read:
 * @file: groups of words
 * @group: one of them
 *
 * Returns: (transfer full) (array zero-terminated=1): its words
 */
char **
tl_word_file_read (GKeyFile   *file,
                   const char *group)
{
  g_autoptr(GError) error = NULL;
  char **words = g_key_file_get_string_list (file, group, "words", NULL, &error);

  if (words == NULL)
    g_error ("Words were compiled in broken: %s", error->message);
  return words;
}
