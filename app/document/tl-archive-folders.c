/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-archive-folders.h"

#include "tl-page-files.h"

#include <string.h>

/* More than so many are not looked at: paths are as many and as long as one likes. */
#define MAX_FOLDERS 100000
#define MAX_PATH_LENGTH 1024

/* What lies in a folder that may belong to a page. */
typedef struct
{
  TlPageFolder kind;
  guint        n_material;
  guint        n_others;
} Folder;

struct _TlArchiveFolders
{
  GHashTable *folders;          /* owned: path to Folder */
  GHashTable *pages;            /* owned: paths of pages without their endings */
};

/**
 * tl_archive_folders_new:
 *
 * Returns: (transfer full): the folders of an archive, none so far
 */
TlArchiveFolders *
tl_archive_folders_new (void)
{
  TlArchiveFolders *self = g_new0 (TlArchiveFolders, 1);

  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * tl_archive_folders_free:
 * @self: (transfer full): folders
 */
void
tl_archive_folders_free (TlArchiveFolders *self)
{
  g_hash_table_unref (self->folders);
  g_hash_table_unref (self->pages);
  g_free (self);
}

/* The path of the next folder in @path that has a page's name, from @start on. */
static char *
next_folder (const char   *path,
             gsize        *start,
             TlPageFolder *kind)
{
  const char *slash;

  while ((slash = strchr (path + *start, '/')) != NULL)
    {
      g_autofree char *name = g_strndup (path + *start, (gsize) (slash - path) - *start);
      gsize base = *start;

      *start = (gsize) (slash - path) + 1;
      *kind = tl_page_folder_look (name);
      if (kind->n_stem > 0)
        {
          kind->n_stem += base;
          return g_strndup (path, (gsize) (slash - path));
        }
    }
  return NULL;
}

/**
 * tl_archive_folders_note:
 * @self: folders
 * @path: the path of a file in the archive
 *
 * To be told of every file before the first is asked for.
 */
void
tl_archive_folders_note (TlArchiveFolders *self,
                         const char       *path)
{
  gsize start = 0, n_stem = tl_page_get_stem (path);
  TlPageFolder kind;
  char *name;

  if (strlen (path) > MAX_PATH_LENGTH ||
      g_hash_table_size (self->folders) + g_hash_table_size (self->pages) >= MAX_FOLDERS)
    return;
  if (n_stem > 0)
    g_hash_table_add (self->pages, g_strndup (path, n_stem));

  while ((name = next_folder (path, &start, &kind)) != NULL)
    {
      Folder *folder = g_hash_table_lookup (self->folders, name);

      if (folder == NULL)
        {
          folder = g_new0 (Folder, 1);
          folder->kind = kind;
          g_hash_table_insert (self->folders, g_strdup (name), folder);
        }
      if (tl_page_is_material (path, NULL))
        folder->n_material++;
      else
        folder->n_others++;
      g_free (name);
    }
}

/**
 * tl_archive_folders_holds:
 * @self: folders
 * @path: the path of a file in the archive
 *
 * Returns: whether it lies in a folder that belongs to a page
 */
gboolean
tl_archive_folders_holds (TlArchiveFolders *self,
                          const char       *path)
{
  gsize start = 0;
  TlPageFolder kind;
  char *name;

  if (strlen (path) > MAX_PATH_LENGTH)
    return FALSE;
  while ((name = next_folder (path, &start, &kind)) != NULL)
    {
      const Folder *folder = g_hash_table_lookup (self->folders, name);
      g_autofree char *stem = g_strndup (path, kind.n_stem);

      g_free (name);
      if (folder != NULL && g_hash_table_contains (self->pages, stem) &&
          tl_page_folder_belongs (folder->kind, folder->n_material, folder->n_others))
        return TRUE;
    }
  return FALSE;
}
