/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "zip-maker.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _ZipMaker
{
  struct archive *archive;
  GByteArray     *bytes;
};

static la_ssize_t
write_cb (struct archive *archive G_GNUC_UNUSED,
          void           *user_data,
          const void     *data,
          size_t          length)
{
  ZipMaker *self = user_data;

  g_byte_array_append (self->bytes, data, (guint) length);
  return (la_ssize_t) length;
}

/**
 * zip_maker_new:
 * @password: (nullable): what protects the members
 *
 * Returns: (transfer full): what makes an archive
 */
ZipMaker *
zip_maker_new (const char *password)
{
  ZipMaker *self = g_new0 (ZipMaker, 1);

  self->bytes = g_byte_array_new ();
  self->archive = archive_write_new ();
  g_assert_cmpint (archive_write_set_format_zip (self->archive), ==, ARCHIVE_OK);
  if (password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (self->archive, "zip:encryption=zipcrypt"), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_set_passphrase (self->archive, password), ==, ARCHIVE_OK);
    }
  g_assert_cmpint (archive_write_set_bytes_in_last_block (self->archive, 1), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open (self->archive, self, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  return self;
}

/**
 * zip_maker_add:
 * @self: an archive
 * @name: the name of a member; one that is called "mimetype" is stored as it is
 * @content: its bytes
 * @length: how many, or -1 for a string
 */
void
zip_maker_add (ZipMaker   *self,
               const char *name,
               const char *content,
               gssize      length)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize n = length < 0 ? strlen (content) : (gsize) length;

  if (g_str_equal (name, "mimetype"))
    archive_write_zip_set_compression_store (self->archive);
  else
    archive_write_zip_set_compression_deflate (self->archive);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) n);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (self->archive, content, n), ==, (la_ssize_t) n);
  archive_entry_free (entry);
}

/**
 * zip_maker_finish:
 * @self: (transfer full): an archive
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
zip_maker_finish (ZipMaker *self)
{
  GByteArray *bytes = self->bytes;

  g_assert_cmpint (archive_write_close (self->archive), ==, ARCHIVE_OK);
  archive_write_free (self->archive);
  g_free (self);
  return g_byte_array_free_to_bytes (bytes);
}
