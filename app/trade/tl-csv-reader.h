/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_CSV_ERROR (tl_csv_error_quark ())

/**
 * TlCsvError:
 * @TL_CSV_ERROR_ROW: a row is longer, or has more fields, than any table's
 * @TL_CSV_ERROR_BINARY: there are zero bytes in it, so it is no text
 */
typedef enum
{
  TL_CSV_ERROR_ROW,
  TL_CSV_ERROR_BINARY,
} TlCsvError;

/**
 * TlCsvRow:
 * @fields: (array length=n_fields): the fields without their quotes, in UTF-8
 * @n_fields: how many
 * @number: which row, 0 for the header
 * @is_ended: whether it has an end of line; the last one may have none
 * @is_cut_off: whether the table ends within a quoted field of it
 *
 * A row of a table, as long as it is being looked at.
 */
typedef struct
{
  const char *const *fields;
  guint              n_fields;
  guint64            number;
  gboolean           is_ended;
  gboolean           is_cut_off;
} TlCsvRow;

/**
 * TlCsvRowFunc:
 * @row: a row; empty lines are passed over
 * @user_data: what was given to tl_csv_read()
 * @error: return location
 *
 * Returns: whether to go on; %FALSE with @error set
 */
typedef gboolean (*TlCsvRowFunc) (const TlCsvRow  *row,
                                  gpointer         user_data,
                                  GError         **error);

GQuark   tl_csv_error_quark (void);
gboolean tl_csv_read        (GInputStream  *stream,
                             TlCsvRowFunc   func,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
