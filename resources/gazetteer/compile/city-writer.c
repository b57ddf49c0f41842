/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "city-writer.h"

#include "tl-gazetteer.h"
#include "tl-place-table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct _CityWriter
{
  PhraseWriter *names;
  GArray       *cities;         /* of TlCityRow */
  GArray       *lists;          /* of guint32 */
  GHashTable   *by_id;          /* id, as the lines have it → its index in cities */
  GHashTable   *known_lists;    /* the ids of a list, as the lines have them → its index in lists */
};

CityWriter *
city_writer_new (StringPool *strings)
{
  CityWriter *self = g_new0 (CityWriter, 1);

  self->names = phrase_writer_new (strings);
  self->cities = g_array_new (FALSE, FALSE, sizeof (TlCityRow));
  self->lists = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known_lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/* G  id  country  population */
static void
add_city (CityWriter *self,
          char      **cells)
{
  TlCityRow row = {
    .geoname_id = GUINT32_TO_LE ((guint32) g_ascii_strtoull (cells[1], NULL, 10)),
    .population = GUINT32_TO_LE ((guint32) g_ascii_strtoull (cells[3], NULL, 10)),
  };

  g_strlcpy (row.country, cells[2], sizeof row.country);
  g_hash_table_insert (self->by_id, g_strdup (cells[1]), GUINT_TO_POINTER (self->cities->len));
  g_array_append_val (self->cities, row);
}

static guint32
add_list (CityWriter *self,
          char      **ids)
{
  g_autofree char *key = g_strjoinv ("\t", ids);
  gpointer known;

  if (!g_hash_table_lookup_extended (self->known_lists, key, NULL, &known))
    {
      known = GUINT_TO_POINTER (self->lists->len);
      for (guint i = 0; ids[i] != NULL; i++)
        {
          guint32 city = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, ids[i]));

          city = GUINT32_TO_LE (ids[i + 1] == NULL ? city | TL_CITY_LIST_END : city);
          g_array_append_val (self->lists, city);
        }
      g_hash_table_insert (self->known_lists, g_steal_pointer (&key), known);
    }
  return GPOINTER_TO_UINT (known);
}

/* Y  phrase  marks  id ... */
static void
add_name (CityWriter *self,
          char      **cells)
{
  guint8 marks = 0;

  if (strchr (cells[2], 'w') != NULL)
    marks |= TL_CITY_WORD;
  if (strchr (cells[2], 'p') != NULL)
    marks |= TL_CITY_FIRST_NAME;
  phrase_writer_add (self->names, cells[1], add_list (self, cells + 3), marks);
}

/* Reads what make-cities.py writes. */
void
city_writer_read (CityWriter *self,
                  const char *lines)
{
  g_auto(GStrv) all = g_strsplit (lines, "\n", -1);

  for (guint i = 0; all[i] != NULL && all[i][0] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (all[i], "\t", -1);
      guint n_cells = g_strv_length (cells);

      if (n_cells == 4 && strcmp (cells[0], "G") == 0)
        add_city (self, cells);
      else if (n_cells >= 4 && strcmp (cells[0], "Y") == 0)
        add_name (self, cells);
      else
        {
          fprintf (stderr, "compile-places: cities: line %u is odd\n", i + 1);
          exit (1);
        }
    }
}

/* Appends the sections to the table, and frees the writer. */
void
city_writer_finish (CityWriter  *self,
                    TableWriter *table)
{
  phrase_writer_finish (self->names, table);
  table_writer_add_section (table, self->lists->data, self->lists->len, sizeof (guint32));
  table_writer_add_section (table, self->cities->data, self->cities->len, sizeof (TlCityRow));

  g_array_unref (self->cities);
  g_array_unref (self->lists);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->known_lists);
  g_free (self);
}
