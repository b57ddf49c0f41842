/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_TABLE_FILE_ERROR (tl_table_file_error_quark ())

/**
 * TlTableFileError:
 * @TL_TABLE_FILE_ERROR_FORMAT: it is something else
 * @TL_TABLE_FILE_ERROR_VERSION: it is of another version
 * @TL_TABLE_FILE_ERROR_DAMAGED: it is cut, or was altered
 */
typedef enum
{
  TL_TABLE_FILE_ERROR_FORMAT,
  TL_TABLE_FILE_ERROR_VERSION,
  TL_TABLE_FILE_ERROR_DAMAGED,
} TlTableFileError;

/**
 * TlTableSection:
 * @offset: where its rows begin, a multiple of eight
 * @n_rows: how many there are
 * @row_size: bytes of each
 * @reserved: 0
 */
typedef struct
{
  guint32 offset;
  guint32 n_rows;
  guint32 row_size;
  guint32 reserved;
} TlTableSection;

/**
 * TlTableHeader:
 * @magic: what kind of tables these are
 * @version: of that kind's format
 * @size: of the whole file, a multiple of eight
 * @n_sections: how many sections' descriptions follow
 * @checksum: tl_table_checksum() of all that stands behind it
 *
 * How a file of tables begins.  Numbers are little-endian, here and in the rows.
 */
typedef struct
{
  char    magic[4];
  guint32 version;
  guint32 size;
  guint32 n_sections;
  guint64 checksum;
} TlTableHeader;

/**
 * TlTableFile:
 * @data: the bytes, whose owner has to outlive it
 * @size: how many
 * @sections: their descriptions
 * @n_sections: how many
 *
 * Tables that are used where they lie, mapped from a file or compiled in, without being
 * read in.  What is here is looked at once, in tl_table_file_open(), and then trusted;
 * what the rows refer to is checked by who knows them.
 */
typedef struct
{
  const guint8         *data;
  gsize                 size;
  const TlTableSection *sections;
  guint                 n_sections;
} TlTableFile;

GQuark        tl_table_file_error_quark (void);
gboolean      tl_table_file_open        (TlTableFile  *self,
                                         gconstpointer data,
                                         gsize         size,
                                         const char   *magic,
                                         guint32       version,
                                         GError      **error);
gconstpointer tl_table_file_get_rows    (const TlTableFile *self,
                                         guint              section,
                                         gsize              row_size,
                                         guint             *n_rows,
                                         GError           **error);
void          tl_table_file_set_damaged (GError      **error);
guint64       tl_table_checksum         (gconstpointer data,
                                         gsize         size);

G_END_DECLS
