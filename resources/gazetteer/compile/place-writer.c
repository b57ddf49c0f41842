/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "place-writer.h"

#include "tl-gazetteer-private.h"
#include "word-writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct _PlaceWriter
{
  StringPool   *strings;
  GArray       *places;         /* of TlPlaceRow, in the machine's own order of bytes */
  GHashTable   *by_code;        /* code → its index in places */
  GArray       *place_names;    /* of TlPlaceNameRow */
  GHashTable   *known_names;    /* what a name says, in words → its index, plus one */
  GArray       *meanings;       /* of TlMeaningRow */
  PhraseWriter *names;
  WordWriter   *words;
};

PlaceWriter *
place_writer_new (StringPool *strings)
{
  PlaceWriter *self = g_new0 (PlaceWriter, 1);

  self->strings = strings;
  self->places = g_array_new (FALSE, FALSE, sizeof (TlPlaceRow));
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->place_names = g_array_new (FALSE, FALSE, sizeof (TlPlaceNameRow));
  self->known_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->meanings = g_array_new (FALSE, FALSE, sizeof (TlMeaningRow));
  self->names = phrase_writer_new (strings);
  self->words = word_writer_new ();
  return self;
}

/* Where the letter stands among @letters, which are in the order of an enumeration. */
static guint8
parse_letter (const char *cell,
              const char *letters)
{
  const char *at = *cell != '\0' && cell[1] == '\0' ? strchr (letters, *cell) : NULL;

  if (at == NULL)
    {
      fprintf (stderr, "compile-places: “%s” is none of “%s”\n", cell, letters);
      exit (1);
    }
  return (guint8) (at - letters);
}

static guint8
parse_kind (const char *cell)
{
  G_STATIC_ASSERT (TL_PLACE_COUNTRY == 0 && TL_PLACE_REGION == 1 && TL_PLACE_BLOC == 2 &&
                   TL_PLACE_CITY == 3);

  return parse_letter (cell, "CRBT");
}

static guint8
parse_form (const char *cell)
{
  G_STATIC_ASSERT (TL_NAME_PROPER == 0 && TL_NAME_ADJECTIVE == 1 && TL_NAME_DEMONYM == 2 &&
                   TL_NAME_CAPITAL == 3);

  return parse_letter (cell, "padc");
}

static guint32
parse_id (const char *cell)
{
  return (guint32) g_ascii_strtoull (cell, NULL, 10);
}

/* P  code  kind  name  iso-codes' name  id */
static void
add_place (PlaceWriter *self,
           char       **cells)
{
  TlPlaceRow row = {
    .code = string_pool_add (self->strings, cells[1]),
    .name = string_pool_add (self->strings, cells[3]),
    .iso_name = string_pool_add (self->strings, cells[4]),
    .geoname_id = parse_id (cells[5]),
    .kind = parse_kind (cells[2]),
  };

  g_hash_table_insert (self->by_code, g_strdup (cells[1]), GUINT_TO_POINTER (self->places->len));
  g_array_append_val (self->places, row);
}

/* M  bloc  codes */
static void
add_members (PlaceWriter *self,
             char       **cells)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, cells[1]));

  g_array_index (self->places, TlPlaceRow, index).members = string_pool_add (self->strings, cells[2]);
}

/* Returns the index of what a name says, plus one; the same for all names that say the same. */
static guint32
add_place_name (PlaceWriter *self,
                const char  *code,
                guint8       kind,
                guint8       form,
                guint32      geoname_id)
{
  g_autofree char *key = g_strdup_printf ("%s %u %u %u", code, kind, form, geoname_id);
  gpointer index = g_hash_table_lookup (self->known_names, key);

  if (index == NULL)
    {
      TlPlaceNameRow row = {
        .code = GUINT32_TO_LE (string_pool_add (self->strings, code)),
        .geoname_id = GUINT32_TO_LE (geoname_id),
        .kind = kind,
        .form = form,
      };

      g_array_append_val (self->place_names, row);
      index = GUINT_TO_POINTER (self->place_names->len);
      g_hash_table_insert (self->known_names, g_steal_pointer (&key), index);
    }
  return GPOINTER_TO_UINT (index);
}

static void
add_meaning (PlaceWriter  *self,
             const char   *phrase,
             TlMeaningRow  row)
{
  phrase_writer_add (self->names, phrase, self->meanings->len, 0);
  row.alone = GUINT32_TO_LE (row.alone);
  row.region = GUINT32_TO_LE (row.region);
  row.divisions = GUINT32_TO_LE (row.divisions);
  row.marks = GUINT32_TO_LE (row.marks);
  g_array_append_val (self->meanings, row);
}

/* N  phrase  code  kind  form  marks  region  words  id */
static void
add_name (PlaceWriter *self,
          char       **cells)
{
  TlMeaningRow row = { 0 };

  if (*cells[2] != '\0')
    row.alone = add_place_name (self, cells[2], parse_kind (cells[3]), parse_form (cells[4]),
                                parse_id (cells[8]));
  if (*cells[6] != '\0')
    {
      row.region = add_place_name (self, cells[6], TL_PLACE_REGION, TL_NAME_PROPER, 0);
      row.divisions = word_writer_get_divisions (self->words, cells[7]);
    }
  if (strchr (cells[5], '!') != NULL)
    row.marks |= TL_MARK_PERSON;
  if (strchr (cells[5], 't') != NULL)
    row.marks |= TL_MARK_ARTICLE;
  add_meaning (self, cells[1], row);
}

static gboolean
read_line (PlaceWriter *self,
           char       **cells,
           guint        n_cells)
{
  switch (cells[0][0])
    {
    case 'P':
      if (n_cells == 6)
        add_place (self, cells);
      return n_cells == 6;
    case 'M':
      if (n_cells == 3)
        add_members (self, cells);
      return n_cells == 3;
    case 'D':
      if (n_cells == 3)
        word_writer_add_division (self->words, cells[1], cells[2]);
      return n_cells == 3;
    case 'W':
      if (n_cells > 2)
        word_writer_add_rule (self->words, cells[1], cells + 2);
      return n_cells > 2;
    case 'N':
      if (n_cells == 9)
        add_name (self, cells);
      return n_cells == 9;
    case 'X':
      if (n_cells == 2)
        add_meaning (self, cells[1], (TlMeaningRow) { .marks = TL_MARK_NOT_PLACE });
      return n_cells == 2;
    default:
      return FALSE;
    }
}

/* Reads what make-gazetteer.py writes. */
void
place_writer_read (PlaceWriter *self,
                   const char  *lines)
{
  g_auto(GStrv) all = g_strsplit (lines, "\n", -1);

  for (guint i = 0; all[i] != NULL && all[i][0] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (all[i], "\t", -1);

      if (!read_line (self, cells, g_strv_length (cells)))
        {
          fprintf (stderr, "compile-places: names: line %u is odd\n", i + 1);
          exit (1);
        }
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const StringPool *strings = user_data;
  const TlPlaceRow *x = a, *y = b;

  return strcmp (strings->bytes->str + x->code, strings->bytes->str + y->code);
}

static void
write_places (PlaceWriter *self,
              TableWriter *table)
{
  g_array_sort_with_data (self->places, compare_codes, self->strings);
  for (guint i = 0; i < self->places->len; i++)
    {
      TlPlaceRow *row = &g_array_index (self->places, TlPlaceRow, i);

      row->code = GUINT32_TO_LE (row->code);
      row->name = GUINT32_TO_LE (row->name);
      row->iso_name = GUINT32_TO_LE (row->iso_name);
      row->members = GUINT32_TO_LE (row->members);
      row->geoname_id = GUINT32_TO_LE (row->geoname_id);
      row->kind = GUINT32_TO_LE (row->kind);
    }
  table_writer_add_section (table, self->places->data, self->places->len, sizeof (TlPlaceRow));
}

/* Appends the sections to the table, and frees the writer. */
void
place_writer_finish (PlaceWriter *self,
                     TableWriter *table)
{
  write_places (self, table);
  table_writer_add_section (table, self->place_names->data, self->place_names->len,
                            sizeof (TlPlaceNameRow));
  word_writer_finish (self->words, table);
  table_writer_add_section (table, self->meanings->data, self->meanings->len,
                            sizeof (TlMeaningRow));
  phrase_writer_finish (self->names, table);

  g_array_unref (self->places);
  g_hash_table_unref (self->by_code);
  g_array_unref (self->place_names);
  g_hash_table_unref (self->known_names);
  g_array_unref (self->meanings);
  g_free (self);
}
