/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Office documents and books are zipped folders.  Of these only the few members are
 * unpacked that hold text or tell of it, each no larger than a document may be, and all
 * together no more than TOTAL_SIZE: a small archive may be made to unpack to anything.
 */

#include "tl-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK_SIZE (64 * 1024)
#define TOTAL_SIZE (64 * 1024 * 1024)
#define MAX_MEMBERS 65536

/* So many members are looked at to tell a document from an archive. */
#define MAX_LOOKED_AT 32

#define HEADER_SIZE 30

struct _TlZip
{
  GHashTable *members;          /* owned: name → GBytes */
  gsize       size;
  gboolean    is_encrypted;     /* some member can't be unpacked without a password */
  gboolean    is_damaged;
  gboolean    is_too_large;
};

static guint32
read_number (const guint8 *data,
             guint         n_bytes)
{
  guint32 number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | data[n_bytes];
  return number;
}

/**
 * tl_zip_names:
 * @data: the first bytes of a file
 * @length: how many
 * @name: the name of a member
 *
 * Looks through the headers of the first members, as far as they tell where the next one
 * is.
 *
 * Returns: whether @name is among the members
 */
gboolean
tl_zip_names (const guint8 *data,
              gsize         length,
              const char   *name)
{
  gsize n_name = strlen (name);
  gsize at = 0;

  for (guint i = 0; i < MAX_LOOKED_AT && length - at > HEADER_SIZE; i++)
    {
      const guint8 *header = data + at;
      gsize n = read_number (header + 26, 2);
      gsize size = HEADER_SIZE + n + read_number (header + 28, 2) + read_number (header + 18, 4);

      if (memcmp (header, "PK\3\4", 4) != 0 || n > length - at - HEADER_SIZE)
        return FALSE;
      if (n == n_name && memcmp (header + HEADER_SIZE, name, n_name) == 0)
        return TRUE;
      /* The size may stand behind the data only. */
      if ((header[6] & 8) != 0 || size > length - at)
        return FALSE;
      at += size;
    }
  return FALSE;
}

/**
 * tl_zip_is_of:
 * @data: the first bytes of a file
 * @length: how many
 * @type: how a media type begins
 *
 * Returns: whether the first member says that the file is of this type, as Open Document
 *   and EPUB have it
 */
gboolean
tl_zip_is_of (const guint8 *data,
              gsize         length,
              const char   *type)
{
  static const char name[] = "mimetype";
  gsize n_name = sizeof name - 1;
  gsize start;

  if (length < HEADER_SIZE + n_name || memcmp (data, "PK\3\4", 4) != 0 || read_number (data + 26, 2) != n_name ||
      memcmp (data + HEADER_SIZE, name, n_name) != 0)
    return FALSE;
  start = HEADER_SIZE + n_name + read_number (data + 28, 2);
  return start + strlen (type) <= length && memcmp (data + start, type, strlen (type)) == 0;
}

static TlZip *
zip_new (void)
{
  TlZip *self = g_new0 (TlZip, 1);

  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

/**
 * tl_zip_free:
 * @self: (transfer full): what was unpacked
 */
void
tl_zip_free (TlZip *self)
{
  g_hash_table_unref (self->members);
  g_free (self);
}

/* NULL where the member can't be unpacked; @error is set where nothing more can be. */
static GBytes *
unpack_member (TlZip          *self,
               struct archive *archive,
               TlDelivery     *delivery,
               GError        **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  for (;;)
    {
      guint length = bytes->len;
      la_ssize_t n;

      g_byte_array_set_size (bytes, length + CHUNK_SIZE);
      n = archive_read_data (archive, bytes->data + length, CHUNK_SIZE);
      if (n < 0)
        {
          self->is_damaged = TRUE;
          return NULL;
        }
      g_byte_array_set_size (bytes, length + (guint) n);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      self->size += (gsize) n;
      if (!tl_delivery_spend (delivery, (gsize) n, error))
        return NULL;
      if (bytes->len > TL_DOCUMENT_MAX_SIZE || self->size > TOTAL_SIZE)
        {
          self->is_too_large = TRUE;
          return NULL;
        }
    }
}

static const char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return name != NULL && g_utf8_validate (name, -1, NULL) ? name : NULL;
}

static gboolean
take_member (TlZip                *self,
             struct archive       *archive,
             struct archive_entry *entry,
             TlZipWanted           is_wanted,
             TlDelivery           *delivery,
             GError              **error)
{
  g_autoptr(GError) problem = NULL;
  const char *name = get_name (entry);
  g_autofree char *key = NULL;
  GBytes *bytes;

  if (name == NULL || !is_wanted (name) || g_hash_table_contains (self->members, name))
    return TRUE;
  if (archive_entry_is_data_encrypted (entry))
    {
      self->is_encrypted = TRUE;
      return TRUE;
    }

  key = g_strdup (name);
  bytes = unpack_member (self, archive, delivery, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (bytes != NULL)
    g_hash_table_insert (self->members, g_steal_pointer (&key), bytes);
  return !self->is_too_large || tl_zip_fail (self, error);
}

static gboolean
unpack (TlZip           *self,
        struct archive  *archive,
        TlZipWanted      is_wanted,
        TlDelivery      *delivery,
        GError         **error)
{
  for (guint i = 0; i < MAX_MEMBERS; i++)
    {
      struct archive_entry *entry;
      int status = archive_read_next_header (archive, &entry);

      if (status == ARCHIVE_EOF)
        return TRUE;
      if (status < ARCHIVE_WARN)
        {
          self->is_damaged = TRUE;
          return TRUE;
        }
      if (!take_member (self, archive, entry, is_wanted, delivery, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_zip_unpack:
 * @part: the bytes of a zipped document
 * @is_wanted: which members to unpack
 * @delivery: what bounds how much is unpacked
 * @error: return location for a #TlDocumentError or %G_IO_ERROR_CANCELLED
 *
 * Unpacks what is wanted.  Of a damaged document that is what still can be unpacked;
 * whether that is enough its reader knows.
 *
 * Returns: (transfer full) (nullable): the members
 */
TlZip *
tl_zip_unpack (const TlPart  *part,
               TlZipWanted    is_wanted,
               TlDelivery    *delivery,
               GError       **error)
{
  g_autoptr(TlZip) self = zip_new ();
  struct archive *archive = archive_read_new ();
  gboolean succeeded = TRUE;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, part->data, part->length) == ARCHIVE_OK)
    succeeded = unpack (self, archive, is_wanted, delivery, error);
  else
    self->is_damaged = TRUE;
  archive_read_free (archive);
  return succeeded ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_zip_find:
 * @self: what was unpacked
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): its bytes
 */
GBytes *
tl_zip_find (TlZip      *self,
             const char *name)
{
  return g_hash_table_lookup (self->members, name);
}

/**
 * tl_zip_fail:
 * @self: what was unpacked
 * @error: return location for a #TlDocumentError
 *
 * Says why a member that is needed is not there.
 *
 * Returns: %FALSE
 */
gboolean
tl_zip_fail (TlZip   *self,
             GError **error)
{
  if (self->is_encrypted)
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED,
                         _("The file is protected by a password"));
  else if (self->is_too_large)
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE,
                         _("There is too much in the file: it unpacks to more than is read of one"));
  else if (self->is_damaged)
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                         _("The file is damaged: not all of it is there"));
  else
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                         _("The file lacks what makes it a document"));
  return FALSE;
}
