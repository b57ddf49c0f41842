/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/* So many columns a row has at most. */
#define TL_ROW_MAX_COLUMNS 8

/*
 * TlRowSource:
 * @rows: the rows, one behind the other
 * @size: of one of them, in bytes
 * @n_rows: how many there are
 * @get: gives a column of a row, from 0, with sqlite3_result_int64() and the like; what it gives has
 *   to live until the statement ran
 *
 * Rows in memory that a statement goes through.
 */
typedef struct
{
  gconstpointer   rows;
  gsize           size;
  guint           n_rows;
  void          (*get) (sqlite3_context *context,
                        gconstpointer    row,
                        int              column);
} TlRowSource;

int      tl_row_source_register (sqlite3            *handle);
gboolean tl_database_write_rows (TlDatabase         *self,
                                 const char         *sql,
                                 const TlRowSource  *source,
                                 GError            **error);

G_END_DECLS
