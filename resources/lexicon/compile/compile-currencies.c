/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * compile-currencies CURRENCIES OUTPUT: makes the table of currencies that is compiled into
 * the program, see tl-currency-layout.h, of currencies.tsv.
 */

#include "currency-writer.h"
#include "tl-currency-layout.h"

#include <stdio.h>

static GBytes *
compile (const char *contents)
{
  g_auto(GStrv) rows = g_strsplit (contents, "\n", -1);
  StringPool strings;
  CurrencyWriter *writer;
  TableWriter *table;
  GBytes *bytes;

  string_pool_init (&strings);
  writer = currency_writer_new (&strings);
  for (guint i = 0; rows[i] != NULL; i++)
    if (rows[i][0] != '\0' && rows[i][0] != '#')
      currency_writer_add (writer, rows[i]);
  table = table_writer_new (TL_CURRENCY_TABLE_MAGIC, TL_CURRENCY_TABLE_VERSION);
  currency_writer_finish (writer, table);
  table_writer_add_section (table, strings.bytes->str, (guint) strings.bytes->len, 1);
  bytes = table_writer_finish (table);
  string_pool_clear (&strings);
  return bytes;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  const char *data;
  gsize size;

  if (argc != 3)
    {
      fprintf (stderr, "usage: compile-currencies CURRENCIES OUTPUT\n");
      return 1;
    }
  if (!g_file_get_contents (argv[1], &contents, NULL, &error))
    {
      fprintf (stderr, "compile-currencies: %s\n", error->message);
      return 1;
    }
  bytes = compile (contents);
  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents (argv[2], data, (gssize) size, &error))
    {
      fprintf (stderr, "compile-currencies: %s\n", error->message);
      return 1;
    }
  return 0;
}
