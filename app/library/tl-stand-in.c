/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library of an older version that lies where nothing can be written: what is read in its
 * place is brought up to date in the person's cache. */

#include "tl-stand-in.h"

#include <glib/gstdio.h>

#include "tl-database-save.h"

/**
 * tl_stand_in_new:
 * @path: a library of an older version
 *
 * Returns: (transfer full) (nullable): another file with the same, in the present version,
 *   that nothing is written into; for tl_stand_in_remove()
 */
char *
tl_stand_in_new (const char *path)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "tradelines", NULL);
  g_autofree char *folder = g_build_filename (parent, "reading-XXXXXX", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy = NULL;
  TlDatabase *database = NULL;

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp_full (folder, 0700) == NULL)
    return NULL;
  copy = g_build_filename (folder, name, NULL);
  if (tl_database_save (path, copy, NULL, NULL))
    database = tl_database_open (copy, NULL);
  if (database == NULL)
    {
      tl_stand_in_remove (copy);
      return NULL;
    }
  tl_database_unref (database);
  tl_database_protect (copy, TRUE);
  return g_steal_pointer (&copy);
}

/**
 * tl_stand_in_remove:
 * @path: what tl_stand_in_new() made
 *
 * Removes it, with its folder.
 */
void
tl_stand_in_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  tl_database_protect (path, FALSE);
  tl_new_file_drop (path);
  g_rmdir (folder);
}
