/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-table-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (tl-table-file-error-quark, tl_table_file_error)

/**
 * tl_table_checksum:
 * @data: bytes, at an address that is a multiple of eight
 * @size: how many, a multiple of eight
 *
 * Adds the bytes up, eight at a time, so that any cut or altered byte is noticed.  No
 * protection against who means harm.
 *
 * Returns: the sum
 */
guint64
tl_table_checksum (gconstpointer data,
                   gsize         size)
{
  const guint64 *words = data;
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < size / 8; i++)
    {
      sum = (sum ^ GUINT64_FROM_LE (words[i])) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      sum ^= sum >> 32;
    }
  return sum;
}

/**
 * tl_table_file_set_damaged:
 * @error: (nullable): where an error goes
 *
 * Says that a table is damaged, for who checks its rows.
 */
void
tl_table_file_set_damaged (GError **error)
{
  g_set_error_literal (error, TL_TABLE_FILE_ERROR, TL_TABLE_FILE_ERROR_DAMAGED, _("The table is damaged"));
}

static gboolean
check_section (const TlTableFile    *self,
               const TlTableSection *section)
{
  guint64 offset = GUINT32_FROM_LE (section->offset);
  guint64 length = (guint64) GUINT32_FROM_LE (section->n_rows) * GUINT32_FROM_LE (section->row_size);

  return offset % 8 == 0 && offset + length <= self->size;
}

/* Whether the sizes that the header tells hold, and the checksum. */
static gboolean
check_contents (const TlTableFile   *self,
                const TlTableHeader *header)
{
  gsize behind = offsetof (TlTableHeader, checksum) + sizeof header->checksum;

  if (GUINT32_FROM_LE (header->size) != self->size || self->size % 8 != 0 ||
      self->n_sections > (self->size - sizeof *header) / sizeof (TlTableSection))
    return FALSE;
  if (tl_table_checksum (self->data + behind, self->size - behind) != GUINT64_FROM_LE (header->checksum))
    return FALSE;
  for (guint i = 0; i < self->n_sections; i++)
    if (!check_section (self, &self->sections[i]))
      return FALSE;
  return TRUE;
}

/**
 * tl_table_file_open:
 * @self: (out caller-allocates): the file
 * @data: its bytes, at an address that is a multiple of eight
 * @size: how many
 * @magic: the four letters of its kind
 * @version: the version that the caller knows
 * @error: where an error goes, of #TlTableFileError
 *
 * Returns: whether these are whole tables of that kind and version
 */
gboolean
tl_table_file_open (TlTableFile  *self,
                    gconstpointer data,
                    gsize         size,
                    const char   *magic,
                    guint32       version,
                    GError      **error)
{
  const TlTableHeader *header = data;

  g_return_val_if_fail (((gsize) data) % 8 == 0, FALSE);

  if (size < sizeof *header || memcmp (header->magic, magic, sizeof header->magic) != 0)
    {
      g_set_error_literal (error, TL_TABLE_FILE_ERROR, TL_TABLE_FILE_ERROR_FORMAT,
                           _("This is no table of the kind that is needed"));
      return FALSE;
    }
  if (GUINT32_FROM_LE (header->version) != version)
    {
      g_set_error (error, TL_TABLE_FILE_ERROR, TL_TABLE_FILE_ERROR_VERSION,
                   _("The table is of version %u, and version %u is needed"),
                   GUINT32_FROM_LE (header->version), version);
      return FALSE;
    }
  *self = (TlTableFile) { data, size, (const TlTableSection *) (header + 1), GUINT32_FROM_LE (header->n_sections) };
  if (check_contents (self, header))
    return TRUE;
  tl_table_file_set_damaged (error);
  return FALSE;
}

/**
 * tl_table_file_get_rows:
 * @self: the file
 * @section: index of a section
 * @row_size: bytes of each of its rows
 * @n_rows: (out): how many rows there are
 * @error: where an error goes
 *
 * Returns: (nullable): the rows, %NULL where there is no such section with such rows
 */
gconstpointer
tl_table_file_get_rows (const TlTableFile *self,
                        guint              section,
                        gsize              row_size,
                        guint             *n_rows,
                        GError           **error)
{
  if (section >= self->n_sections || GUINT32_FROM_LE (self->sections[section].row_size) != row_size)
    {
      tl_table_file_set_damaged (error);
      return NULL;
    }
  *n_rows = GUINT32_FROM_LE (self->sections[section].n_rows);
  return self->data + GUINT32_FROM_LE (self->sections[section].offset);
}
