/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-file-walk.h"

#include "tl-page-files.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "tl-link.h"
#include "tl-memory-file.h"

/* What is asked of the entries of a folder, and of files that were given. */
#define ENTRY_ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," \
  G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," \
  G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN
#define TARGET_ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," \
  G_FILE_ATTRIBUTE_ID_FILE

/* No person nests folders so deep; where the file system tells no ids, this ends a circle. */
#define MAX_DEPTH 256

typedef struct
{
  char     *name;               /* owned; NULL for a file that was given */
  GFile    *file;               /* owned; NULL for an entry of a folder */
  gboolean  is_plain;           /* neither a folder nor a link, and counted as found */
  gboolean  is_link;
} Entry;

typedef struct
{
  GFile      *folder;           /* owned; NULL for the files that were given */
  char       *id;               /* owned; NULL when the file system tells none */
  GArray     *entries;          /* owned: Entry */
  GHashTable *pages;            /* owned, nullable: saved pages in it, without their endings */
  guint       next;
  double      base;             /* what part of the walk is done before this folder */
  double      weight;           /* what part of the walk it is */
} Frame;

/* What is known of a folder, by its id: device and inode. */
typedef enum
{
  FOLDER_ABOVE = 1,             /* a folder that was given lies in it */
  FOLDER_OPEN,                  /* it is being read */
  FOLDER_DONE,
} FolderState;

struct _TlFileWalk
{
  GArray     *frames;           /* owned: Frame, the innermost last */
  GHashTable *folders;          /* owned: id to FolderState */
  guint       n_found;
  GFile      *file;             /* owned: of the last step */
  char       *refusal;          /* owned: of the last step */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->name, g_free);
  g_clear_object (&entry->file);
}

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  g_clear_object (&frame->folder);
  g_clear_pointer (&frame->id, g_free);
  g_clear_pointer (&frame->entries, g_array_unref);
  g_clear_pointer (&frame->pages, g_hash_table_unref);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  return entries;
}

/**
 * tl_file_walk_new:
 * @files: (element-type GFile): files and folders
 *
 * Returns: (transfer full): a walk over them
 */
TlFileWalk *
tl_file_walk_new (GPtrArray *files)
{
  TlFileWalk *self = g_new0 (TlFileWalk, 1);
  Frame frame = { .entries = new_entries (), .weight = 1 };

  for (guint i = 0; i < files->len; i++)
    {
      Entry entry = { .file = g_object_ref (g_ptr_array_index (files, i)) };

      g_array_append_val (frame.entries, entry);
    }

  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->frames, frame_clear);
  g_array_append_val (self->frames, frame);
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * tl_file_walk_free:
 * @self: (transfer full): a walk
 */
void
tl_file_walk_free (TlFileWalk *self)
{
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->folders, g_hash_table_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->refusal, g_free);
  g_free (self);
}

/* ---- folders ---- */

static FolderState
get_state (TlFileWalk *self,
           const char *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->folders, id)) : 0;
}

static void
set_state (TlFileWalk  *self,
           const char  *id,
           FolderState  state)
{
  if (id != NULL)
    g_hash_table_insert (self->folders, g_strdup (id), GINT_TO_POINTER (state));
}

/* A link to one of these would lead round in a circle, and over files that nobody gave. */
static void
note_folders_above (TlFileWalk   *self,
                    GFile        *folder,
                    GCancellable *cancellable)
{
  const char *path = g_file_peek_path (folder);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr(GFile) above = g_file_new_for_path (real != NULL ? real : "/");

  free (real);
  for (GFile *next = g_file_get_parent (above); next != NULL; next = g_file_get_parent (above))
    {
      g_autoptr(GFileInfo) info = NULL;
      const char *id;

      g_object_unref (above);
      above = next;
      info = g_file_query_info (above, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE,
                                cancellable, NULL);
      id = info != NULL ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE) : NULL;
      if (get_state (self, id) == 0)
        set_state (self, id, FOLDER_ABOVE);
    }
}

static void
add_entry (GArray    *entries,
           GFileInfo *info)
{
  const char *name = g_file_info_get_attribute_byte_string (info, G_FILE_ATTRIBUTE_STANDARD_NAME);
  GFileType type = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE);
  Entry entry = { NULL };

  if (name == NULL ||
      g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN))
    return;

  entry.is_link = type == G_FILE_TYPE_SYMBOLIC_LINK ||
                  g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK);
  entry.is_plain = !entry.is_link && type != G_FILE_TYPE_DIRECTORY;
  entry.name = g_strdup (name);
  g_array_append_val (entries, entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return strcmp (first->name, second->name);
}

/* What was read before an error is kept. */
static GArray *
list_folder (GFile         *folder,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GFileEnumerator) enumerator = NULL;
  GArray *entries = new_entries ();

  enumerator = g_file_enumerate_children (folder, ENTRY_ATTRIBUTES,
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                          cancellable, error);
  while (enumerator != NULL)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, error) || info == NULL)
        break;
      add_entry (entries, info);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static char *
describe_folder_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup (_("You have no permission to read the folder"));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_("The folder is not there"));
  return g_strdup (error->message);
}

/* Why a folder is not entered, or NULL. */
static char *
refuse_folder (FolderState  state,
               gboolean     is_link,
               gboolean    *is_duplicate)
{
  if (state == FOLDER_DONE)
    {
      *is_duplicate = TRUE;
      return g_strdup (_("This folder was read already"));
    }
  if (state == FOLDER_OPEN || (state == FOLDER_ABOVE && is_link))
    return g_strdup (_("The link leads back to a folder that it lies in"));
  return NULL;
}

/* What an entry is called among its neighbours; those that were given lie anywhere. */
static char *
dup_key (const Entry *entry)
{
  g_autofree char *uri = NULL;
  char *key;

  if (entry->file == NULL)
    return g_strdup (entry->name);
  uri = g_file_get_uri (entry->file);
  key = g_uri_unescape_string (uri, NULL);
  return key != NULL ? key : g_steal_pointer (&uri);
}

static GHashTable *
collect_pages (GArray *entries)
{
  GHashTable *pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      char *key = dup_key (&g_array_index (entries, Entry, i));
      gsize n_stem = tl_page_get_stem (key);

      key[n_stem] = '\0';
      if (n_stem > 0)
        g_hash_table_add (pages, key);
      else
        g_free (key);
    }
  return pages;
}

/* Whether a page that a folder may belong to, by its name, lies beside it. */
static gboolean
has_page (Frame        *frame,
          const Entry  *entry,
          TlPageFolder *kind)
{
  g_autofree char *key = dup_key (entry);
  char *slash = strrchr (key, '/');
  char *name = slash != NULL ? slash + 1 : key;

  *kind = tl_page_folder_look (name);
  if (kind->n_stem == 0)
    return FALSE;
  if (frame->pages == NULL)
    frame->pages = collect_pages (frame->entries);
  name[kind->n_stem] = '\0';
  return g_hash_table_contains (frame->pages, key);
}

static gboolean
belongs_to_page (TlPageFolder  kind,
                 GArray       *entries)
{
  guint n_material = 0, n_others = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->is_plain && tl_page_is_material (entry->name, NULL))
        n_material++;
      else
        n_others++;
    }
  return tl_page_folder_belongs (kind, n_material, n_others);
}

/* Goes into a folder; returns why not, or why not all of it, or NULL.  One that belongs to
 * a saved page is passed over without a word. */
static char *
enter_folder (TlFileWalk   *self,
              GFile        *folder,
              const Entry  *entry,
              const char   *id,
              GCancellable *cancellable,
              gboolean     *is_duplicate)
{
  Frame *parent = &g_array_index (self->frames, Frame, self->frames->len - 1);
  double share = parent->weight / parent->entries->len;
  g_autoptr(GError) error = NULL;
  char *refusal = refuse_folder (get_state (self, id), entry->is_link, is_duplicate);
  Frame frame = { NULL };
  TlPageFolder kind;

  if (refusal != NULL)
    return refusal;
  if (self->frames->len > MAX_DEPTH)
    return g_strdup (_("The folder lies too deep in other folders"));

  if (entry->is_link || entry->file != NULL)
    note_folders_above (self, folder, cancellable);
  set_state (self, id, FOLDER_OPEN);

  frame.entries = list_folder (folder, cancellable, &error);
  if (has_page (parent, entry, &kind) && belongs_to_page (kind, frame.entries))
    {
      set_state (self, id, FOLDER_DONE);
      frame_clear (&frame);
      return NULL;
    }
  frame.folder = g_object_ref (folder);
  frame.id = g_strdup (id);
  frame.base = parent->base + share * (parent->next - 1);
  frame.weight = share;
  for (guint i = 0; i < frame.entries->len; i++)
    self->n_found += g_array_index (frame.entries, Entry, i).is_plain;
  g_array_append_val (self->frames, frame);
  return error != NULL ? describe_folder_error (error) : NULL;
}

static void
leave_folder (TlFileWalk *self)
{
  const Frame *frame = &g_array_index (self->frames, Frame, self->frames->len - 1);

  set_state (self, frame->id, FOLDER_DONE);
  g_array_set_size (self->frames, self->frames->len - 1);
}

/* ---- steps ---- */

/* What is no file is not looked at: of a link that would be done in the web. */
static gboolean
is_no_file (GFile *file)
{
  return TL_IS_MEMORY_FILE (file) || tl_link_is_file (file);
}

/* Looks at one entry; returns whether it makes a step. */
static gboolean
visit (TlFileWalk   *self,
       const Entry  *entry,
       GCancellable *cancellable,
       gboolean     *is_duplicate)
{
  g_autoptr(GFileInfo) info = NULL;
  GFileType type = G_FILE_TYPE_UNKNOWN;
  const char *id = NULL;

  if (entry->is_plain)
    return TRUE;

  /* Where nothing can be learnt of it, whoever reads it will say why. */
  if (!is_no_file (self->file))
    info = g_file_query_info (self->file, TARGET_ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                              cancellable, NULL);
  if (info != NULL)
    {
      type = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE);
      id = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE);
    }

  if (type == G_FILE_TYPE_DIRECTORY)
    self->refusal = enter_folder (self, self->file, entry, id, cancellable, is_duplicate);
  else if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    self->refusal = g_strdup (_("The link leads to nothing that is there"));

  if (type == G_FILE_TYPE_DIRECTORY && self->refusal == NULL)
    return FALSE;
  self->n_found++;
  return TRUE;
}

/**
 * tl_file_walk_next:
 * @self: a walk
 * @cancellable: (nullable): to give up
 * @step: (out caller-allocates): the next step; what it holds is the walk's, until the
 *   next call
 *
 * Returns: whether there was a next step; %FALSE at the end, and when cancelled
 */
gboolean
tl_file_walk_next (TlFileWalk   *self,
                   GCancellable *cancellable,
                   TlFileStep   *step)
{
  while (!g_cancellable_is_cancelled (cancellable))
    {
      Frame *frame = &g_array_index (self->frames, Frame, self->frames->len - 1);
      const Entry *entry;
      gboolean is_duplicate = FALSE;
      double fraction;

      if (frame->next == frame->entries->len)
        {
          if (self->frames->len == 1)
            return FALSE;
          leave_folder (self);
          continue;
        }

      entry = &g_array_index (frame->entries, Entry, frame->next);
      frame->next++;
      fraction = frame->base + frame->weight * frame->next / frame->entries->len;
      g_clear_pointer (&self->refusal, g_free);
      g_clear_object (&self->file);
      self->file = entry->file != NULL ? g_object_ref (entry->file)
                                       : g_file_get_child (frame->folder, entry->name);
      /* From here on the frame may have moved: a folder may lie on top of it. */
      if (!visit (self, entry, cancellable, &is_duplicate))
        continue;

      *step = (TlFileStep) { self->file, self->refusal, is_duplicate, MIN (fraction, 1) };
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_file_walk_get_n_found:
 * @self: a walk
 *
 * Returns: how many steps are known so far, made or ahead
 */
guint
tl_file_walk_get_n_found (TlFileWalk *self)
{
  return self->n_found;
}
