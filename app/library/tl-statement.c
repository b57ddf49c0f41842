/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values into a statement's parameters, and out of the columns of its rows. */

#include "tl-database.h"

#include <math.h>

/**
 * tl_statement_release:
 * @statement: (nullable) (transfer full): a statement
 *
 * Resets a statement and forgets its values.
 */
void
tl_statement_release (TlStatement *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/**
 * tl_statement_bind_string:
 * @statement: a statement
 * @parameter: which parameter, from 1
 * @string: (nullable): its value, which has to live until the statement ran
 */
void
tl_statement_bind_string (TlStatement *statement,
                          int          parameter,
                          const char  *string)
{
  sqlite3_bind_text (statement, parameter, string, -1, SQLITE_STATIC);
}

/**
 * tl_statement_bind_all:
 * @statement: a statement
 * @types: for each parameter in turn "i" for a #gint64, "s" for a string or %NULL, "b" for
 *   a nullable #GBytes
 * @values: the values, which have to live until the statement ran
 */
void
tl_statement_bind_all (TlStatement *statement,
                       const char  *types,
                       va_list      values)
{
  for (int i = 1; *types != '\0'; i++, types++)
    {
      GBytes *bytes = NULL;

      switch (*types)
        {
        case 'i':
          sqlite3_bind_int64 (statement, i, va_arg (values, gint64));
          break;
        case 's':
          tl_statement_bind_string (statement, i, va_arg (values, const char *));
          break;
        case 'b':
          bytes = va_arg (values, GBytes *);
          if (bytes != NULL)
            sqlite3_bind_blob64 (statement, i, g_bytes_get_data (bytes, NULL),
                                 g_bytes_get_size (bytes), SQLITE_STATIC);
          else
            sqlite3_bind_null (statement, i);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * tl_statement_dup_bytes:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL where it has none
 */
GBytes *
tl_statement_dup_bytes (TlStatement *statement,
                        int          column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  return data != NULL ? g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column)) : NULL;
}

/**
 * tl_statement_bind_number:
 * @statement: a statement
 * @parameter: which parameter, from 1
 * @number: its value; NULL in SQL when it is not finite
 */
void
tl_statement_bind_number (TlStatement *statement,
                          int          parameter,
                          double       number)
{
  if (isfinite (number))
    sqlite3_bind_double (statement, parameter, number);
  else
    sqlite3_bind_null (statement, parameter);
}

/**
 * tl_statement_bind_date:
 * @statement: a statement
 * @parameter: which parameter, from 1
 * @date: its value, as tl_date_pack() writes it
 */
void
tl_statement_bind_date (TlStatement *statement,
                        int          parameter,
                        TlDate       date)
{
  sqlite3_bind_int (statement, parameter, tl_date_pack (date));
}

/**
 * tl_statement_dup_string:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: (transfer full) (nullable): its text, valid UTF-8 whatever the file holds;
 *   %NULL where it has none
 */
char *
tl_statement_dup_string (TlStatement *statement,
                         int          column)
{
  const char *string = (const char *) sqlite3_column_text (statement, column);

  return string != NULL ? g_utf8_make_valid (string, -1) : NULL;
}

/**
 * tl_statement_get_number:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: its number, NAN where it has none
 */
double
tl_statement_get_number (TlStatement *statement,
                         int          column)
{
  int type = sqlite3_column_type (statement, column);

  if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
    return NAN;
  return sqlite3_column_double (statement, column);
}

/**
 * tl_statement_get_date:
 * @statement: a statement that stands on a row
 * @column: which column, from 0
 *
 * Returns: its date, %TL_DATE_NONE where it has none
 */
TlDate
tl_statement_get_date (TlStatement *statement,
                       int          column)
{
  int packed = sqlite3_column_int (statement, column);
  TlDate date;

  if (packed <= 0 || packed > 99991231)
    return TL_DATE_NONE;
  date = (TlDate) { (gint16) (packed / 10000),
                    (guint8) (packed / 100 % 100),
                    (guint8) (packed % 100) };
  return tl_date_is_valid (date) ? date : TL_DATE_NONE;
}
