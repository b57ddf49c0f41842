/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table-writer.h"

#include "tl-table-file.h"

#include <string.h>

struct _TableWriter
{
  TlTableHeader  header;
  GArray        *sections;      /* of TlTableSection, offsets from the first section's rows */
  GByteArray    *rows;
};

TableWriter *
table_writer_new (const char *magic,
                  guint32     version)
{
  TableWriter *self = g_new0 (TableWriter, 1);

  memcpy (self->header.magic, magic, sizeof self->header.magic);
  self->header.version = GUINT32_TO_LE (version);
  self->sections = g_array_new (FALSE, FALSE, sizeof (TlTableSection));
  self->rows = g_byte_array_new ();
  return self;
}

/* Appends a section; its rows' numbers are little-endian already. */
void
table_writer_add_section (TableWriter  *self,
                          gconstpointer rows,
                          guint         n_rows,
                          gsize         row_size)
{
  static const guint8 zeros[8];
  TlTableSection section = {
    .offset = self->rows->len,
    .n_rows = n_rows,
    .row_size = (guint32) row_size,
  };

  g_array_append_val (self->sections, section);
  g_byte_array_append (self->rows, rows, n_rows * (guint) row_size);
  g_byte_array_append (self->rows, zeros, (8 - self->rows->len % 8) % 8);
}

/* Returns the whole file, and frees the writer. */
GBytes *
table_writer_finish (TableWriter *self)
{
  GByteArray *file = g_byte_array_new ();
  gsize behind = offsetof (TlTableHeader, checksum) + sizeof self->header.checksum;
  guint32 first = (guint32) (sizeof self->header + self->sections->len * sizeof (TlTableSection));
  guint64 checksum;

  for (guint i = 0; i < self->sections->len; i++)
    {
      TlTableSection *section = &g_array_index (self->sections, TlTableSection, i);

      section->offset = GUINT32_TO_LE (section->offset + first);
      section->n_rows = GUINT32_TO_LE (section->n_rows);
      section->row_size = GUINT32_TO_LE (section->row_size);
    }
  self->header.n_sections = GUINT32_TO_LE (self->sections->len);
  self->header.size = GUINT32_TO_LE (first + self->rows->len);
  g_byte_array_append (file, (const guint8 *) &self->header, sizeof self->header);
  g_byte_array_append (file, (const guint8 *) self->sections->data,
                       self->sections->len * (guint) sizeof (TlTableSection));
  g_byte_array_append (file, self->rows->data, self->rows->len);
  checksum = GUINT64_TO_LE (tl_table_checksum (file->data + behind, file->len - behind));
  memcpy (file->data + offsetof (TlTableHeader, checksum), &checksum, sizeof checksum);

  g_array_unref (self->sections);
  g_byte_array_unref (self->rows);
  g_free (self);
  return g_byte_array_free_to_bytes (file);
}
