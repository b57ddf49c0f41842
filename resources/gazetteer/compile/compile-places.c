/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * compile-places NAMES CITIES OUTPUT: makes the table of places that is compiled into the
 * program, see tl-place-table.h, of what make-gazetteer.py and make-cities.py write.
 */

#include "city-writer.h"
#include "place-writer.h"
#include "tl-place-table.h"

#include <stdio.h>
#include <stdlib.h>

static char *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *contents;

  if (!g_file_get_contents (path, &contents, NULL, &error))
    {
      fprintf (stderr, "compile-places: %s\n", error->message);
      exit (1);
    }
  return contents;
}

static void
write_file (const char *path,
            GBytes     *bytes)
{
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents (path, data, (gssize) size, &error))
    {
      fprintf (stderr, "compile-places: %s\n", error->message);
      exit (1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *names = NULL, *cities = NULL;
  g_autoptr(GBytes) bytes = NULL;
  TableWriter *table;
  PlaceWriter *place_writer;
  CityWriter *city_writer;
  StringPool strings;

  if (argc != 4)
    {
      fprintf (stderr, "usage: compile-places NAMES CITIES OUTPUT\n");
      return 1;
    }
  names = read_file (argv[1]);
  cities = read_file (argv[2]);
  string_pool_init (&strings);
  place_writer = place_writer_new (&strings);
  place_writer_read (place_writer, names);
  city_writer = city_writer_new (&strings);
  city_writer_read (city_writer, cities);

  table = table_writer_new (TL_PLACE_TABLE_MAGIC, TL_PLACE_TABLE_VERSION);
  place_writer_finish (place_writer, table);
  city_writer_finish (city_writer, table);
  table_writer_add_section (table, strings.bytes->str, (guint) strings.bytes->len, 1);
  bytes = table_writer_finish (table);
  write_file (argv[3], bytes);
  string_pool_clear (&strings);
  return 0;
}
