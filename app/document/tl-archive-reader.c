/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Archives: zip, tar, and one file that is packed alone.  An archive is gone through twice:
 * the names of all its members tell in which charset they are and which folders belong to
 * saved pages; then each member that may be a document is unpacked into memory and read.
 */

#include "tl-archive-reader.h"

#include "tl-archive-folders.h"
#include "tl-archive-names.h"
#include "tl-format.h"
#include "tl-packed.h"
#include "tl-page-files.h"

#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Unpacking only for names ends here: what comes behind has its members read all the same. */
#define MAX_SURVEY (G_GINT64_CONSTANT (256) * 1024 * 1024)

typedef struct
{
  const TlPart     *part;
  TlDelivery       *delivery;
  TlArchiveNames   *names;      /* owned */
  TlArchiveFolders *folders;    /* owned */
  GByteArray       *bytes;      /* owned: of one member */
  guint             n_files;
  guint             n_locked;
} Archive;

static void
archive_clear (Archive *self)
{
  g_clear_pointer (&self->names, tl_archive_names_free);
  g_clear_pointer (&self->folders, tl_archive_folders_free);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Archive, archive_clear)

/* Folders, devices and pipes hold nothing; what a link leads to is there under its own name. */
static gboolean
is_file (struct archive_entry *entry)
{
  return archive_entry_filetype (entry) == AE_IFREG &&
         archive_entry_hardlink (entry) == NULL && archive_entry_symlink (entry) == NULL;
}

/* As the archive has it; in UTF-8 where the archive says so. */
static const char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);

  if (name == NULL)
    name = archive_entry_pathname_utf8 (entry);
  return name != NULL ? name : "";
}

static gboolean
is_raw (TlPacked *packed)
{
  return (archive_format (tl_packed_get_archive (packed)) & ARCHIVE_FORMAT_BASE_MASK) ==
         ARCHIVE_FORMAT_RAW;
}

/* What is nothing that libarchive knows is one run of bytes to it, even without packing. */
static gboolean
is_packed (TlPacked *packed)
{
  return !is_raw (packed) || archive_filter_count (tl_packed_get_archive (packed)) > 1;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                       _("The archive is damaged: nothing in it can be read"));
  return FALSE;
}

/* Headers cost little to store and something to read. */
static gboolean
spend_headers (Archive  *self,
               TlPacked *packed,
               gint64   *n_before,
               GError  **error)
{
  gint64 n = archive_filter_bytes (tl_packed_get_archive (packed), 0);
  gint64 n_more = n - *n_before;

  *n_before = n;
  if (++self->n_files > TL_DELIVERY_MAX_PARTS)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE,
                           _("There are too many parts in the file"));
      return FALSE;
    }
  return tl_delivery_spend (self->delivery, (gsize) CLAMP (n_more, 0, G_MAXINT64), error);
}

/* Whether the next name is worth unpacking what stands before it. */
static gboolean
is_near (TlPacked             *packed,
         struct archive_entry *entry,
         gint64                n_bytes)
{
  return archive_filter_count (tl_packed_get_archive (packed)) <= 1 ||
         archive_entry_size (entry) <= MAX_SURVEY - n_bytes;
}

/* Goes through the names.  A damaged archive is read as far as it goes, the second time. */
static gboolean
survey (Archive  *self,
        GError  **error)
{
  g_autoptr(TlPacked) packed = tl_packed_new (self->part, self->delivery, TL_PACKED_FILES, error);
  struct archive_entry *entry;
  gint64 n_bytes = 0;
  guint n_open = 0;

  if (packed == NULL)
    return FALSE;
  while (tl_packed_next (packed, &entry, NULL) && entry != NULL)
    {
      const char *name = get_name (entry);
      g_autofree char *path = NULL;

      if (!is_packed (packed))
        return fail_damaged (error);
      if (is_raw (packed))
        return TRUE;
      if (!spend_headers (self, packed, &n_bytes, error))
        return FALSE;
      if (!is_file (entry))
        continue;
      tl_archive_names_note (self->names, name);
      path = tl_archive_names_read (self->names, name);
      tl_archive_folders_note (self->folders, path);
      if (archive_entry_is_encrypted (entry))
        self->n_locked++;
      else
        n_open++;
      if (!is_near (packed, entry, n_bytes))
        return TRUE;
    }
  if (self->n_locked == 0 || n_open > 0)
    return TRUE;
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED,
                       _("The archive is encrypted with a password"));
  return FALSE;
}

/* Unpacks a member; FALSE with @failure where only this one can't be read. */
static gboolean
unpack (Archive       *self,
        TlPacked      *packed,
        const guint8  *data,
        gsize          length,
        goffset        offset,
        GError       **failure)
{
  static const guint8 gap[4096];

  for (;;)
    {
      if (!tl_document_check_size ((guint64) offset + length, TL_DOCUMENT_MAX_SIZE, failure))
        return FALSE;
      while (self->bytes->len < (guint64) offset)
        g_byte_array_append (self->bytes, gap, (guint) MIN (sizeof gap, (guint64) offset - self->bytes->len));
      g_byte_array_append (self->bytes, data, (guint) length);
      if (!tl_packed_read (packed, &data, &length, &offset, failure))
        return FALSE;
      if (length == 0)
        return TRUE;
    }
}

/* What ends the reading of everything is no failure of one member. */
static gboolean
is_end (Archive *self)
{
  return !tl_delivery_spend (self->delivery, 0, NULL);
}

static gboolean
read_member (Archive     *self,
             TlPacked    *packed,
             const char  *name,
             GError     **error)
{
  g_autoptr(GError) failure = NULL;
  TlPart inner = TL_PART_INIT;
  const guint8 *data;
  gsize length;
  goffset offset;
  gboolean is_whole;

  g_byte_array_set_size (self->bytes, 0);
  is_whole = tl_packed_read (packed, &data, &length, &offset, &failure);
  if (is_whole && length > 0 && tl_delivery_wants (self->delivery, name, data, length))
    return tl_delivery_give (self->delivery, name, data, length, packed, error);
  if (is_whole && is_raw (packed) && tl_format_reads_packed (data, length))
    return tl_format_read_packed (data, length, self->part, self->delivery, error);
  if (is_whole && length > 0)
    is_whole = unpack (self, packed, data, length, offset, &failure);

  if (!is_whole)
    {
      if (!is_end (self))
        return tl_delivery_fail (self->delivery, name, failure, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  inner.data = self->bytes->data;
  inner.length = self->bytes->len;
  inner.name = name;
  inner.facts = self->part->facts;
  return tl_delivery_read (self->delivery, &inner, error);
}

/* "a.txt" for the "a.txt.gz" that it is in. */
static char *
dup_raw_name (Archive *self)
{
  static const char *const endings[] = { ".gz", ".bz2", ".xz", ".lzma", ".zst", ".lz4" };
  const char *name = self->part->name != NULL ? self->part->name : "1";

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (name), n_ending = strlen (endings[i]);

      if (n > n_ending && g_ascii_strcasecmp (name + n - n_ending, endings[i]) == 0)
        return g_strndup (name, n - n_ending);
    }
  return g_strdup (name);
}

static gboolean
fail_locked (Archive     *self,
             const char  *name,
             GError     **error)
{
  g_autoptr(GError) failure = g_error_new_literal (TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED,
                                                   _("It is encrypted with a password"));

  return tl_delivery_fail (self->delivery, name, failure, error);
}

static gboolean
read_entry (Archive               *self,
            TlPacked              *packed,
            struct archive_entry  *entry,
            GError               **error)
{
  g_autofree char *name = is_raw (packed) ? dup_raw_name (self)
                                          : tl_archive_names_read (self->names, get_name (entry));

  if (is_raw (packed))
    return read_member (self, packed, name, error);
  if (!is_file (entry) || tl_page_is_litter (name) || tl_page_is_material (name, NULL) ||
      tl_archive_folders_holds (self->folders, name))
    return TRUE;
  if (archive_entry_is_encrypted (entry))
    return fail_locked (self, name, error);
  return read_member (self, packed, name, error);
}

static gboolean
read_members (Archive  *self,
              GError  **error)
{
  g_autoptr(TlPacked) packed = tl_packed_new (self->part, self->delivery, TL_PACKED_FILES, error);
  struct archive_entry *entry;
  gint64 n_bytes = 0;

  self->n_files = 0;
  if (packed == NULL)
    return FALSE;
  do
    {
      if (!tl_packed_next (packed, &entry, error))
        return FALSE;
      if (entry == NULL)
        return TRUE;
      if (!spend_headers (self, packed, &n_bytes, error) || !read_entry (self, packed, entry, error))
        return FALSE;
    }
  while (TRUE);
}

/**
 * tl_archive_reader_read:
 * @part: an archive, or a file that is packed
 * @delivery: where what is in it goes
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * The reader of archives.  Links, devices, and what pages and systems put beside documents
 * are passed over without a word.
 *
 * Returns: whether it was read to its end
 */
gboolean
tl_archive_reader_read (const TlPart  *part,
                        TlDelivery    *delivery,
                        GError       **error)
{
  g_auto(Archive) archive = { .part = part, .delivery = delivery };

  archive.names = tl_archive_names_new ();
  archive.folders = tl_archive_folders_new ();
  archive.bytes = g_byte_array_new ();
  return survey (&archive, error) && read_members (&archive, error);
}
