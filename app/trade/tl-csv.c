/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as comma-separated values, RFC 4180.  A text that a spreadsheet program would take for
 * a formula gets an apostrophe before it: what stands in an article must not be run. */

#include "tl-csv.h"

#include <math.h>
#include <string.h>

/**
 * tl_csv_append_text:
 * @csv: a table so far
 * @text: (nullable): what the cell says
 *
 * Appends a cell.
 */
void
tl_csv_append_text (GString    *csv,
                    const char *text)
{
  gboolean is_quoted;

  if (text == NULL)
    text = "";
  is_quoted = strpbrk (text, ",\"\r\n") != NULL || *text == ' ' || *text == '\t';
  if (is_quoted)
    g_string_append_c (csv, '"');
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append (csv, is_quoted ? "\"," : ",");
}

/**
 * tl_csv_append_number:
 * @csv: a table so far
 * @number: a number; NAN leaves the cell empty
 *
 * Appends a cell with a number as the C locale writes it, "-29.8".
 */
void
tl_csv_append_number (GString *csv,
                      double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    {
      g_string_append_c (csv, ',');
      return;
    }
  if (number == floor (number) && fabs (number) < 1e15)
    g_ascii_formatd (buffer, sizeof buffer, "%.0f", number);
  else
    g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  g_string_append (csv, strcmp (buffer, "-0") == 0 ? "0" : buffer);
  g_string_append_c (csv, ',');
}

/**
 * tl_csv_end_row:
 * @csv: a table so far
 *
 * Ends a row, which has cells.
 */
void
tl_csv_end_row (GString *csv)
{
  g_string_truncate (csv, csv->len - 1);
  g_string_append (csv, "\r\n");
}
