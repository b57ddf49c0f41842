/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of places that is cut, altered or of another kind is refused, whatever is wrong with it. */

#include "tl-data.h"
#include "tl-gazetteer-private.h"
#include "tl-table-file.h"

#include <string.h>

typedef struct
{
  guint8 *data;
  gsize   size;
} Copy;

static void
copy_table (Copy *copy)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("gazetteer/places.table");
  gconstpointer data = g_bytes_get_data (bytes, &copy->size);

  copy->data = g_memdup2 (data, copy->size);
}

/* Makes the checksum right again, so that what it covers is looked at. */
static void
sign (Copy *copy)
{
  gsize behind = offsetof (TlTableHeader, checksum) + sizeof (guint64);
  guint64 checksum = GUINT64_TO_LE (tl_table_checksum (copy->data + behind, copy->size - behind));

  memcpy (copy->data + offsetof (TlTableHeader, checksum), &checksum, sizeof checksum);
}

static void
assert_refused (const Copy *copy,
                int         code)
{
  g_autoptr(GError) error = NULL;
  TlGazetteer *gazetteer = tl_gazetteer_new_for_data (copy->data, copy->size, &error);

  g_assert_null (gazetteer);
  g_assert_error (error, TL_TABLE_FILE_ERROR, code);
}

static void
test_whole (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlGazetteer) gazetteer = NULL;
  g_autofree guint8 *data = NULL;
  Copy copy;

  copy_table (&copy);
  data = copy.data;
  gazetteer = tl_gazetteer_new_for_data (copy.data, copy.size, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_gazetteer_get_name (gazetteer, "NO"), ==, "Norway");
  g_assert_null (tl_gazetteer_get_name (gazetteer, "no"));
  g_assert_null (tl_gazetteer_get_name (gazetteer, ""));
}

static void
test_damaged (void)
{
  g_autofree guint8 *data = NULL;
  Copy copy, cut;

  copy_table (&copy);
  data = copy.data;

  cut = copy;
  for (cut.size = 0; cut.size < copy.size; cut.size = cut.size * 2 + 8)
    assert_refused (&cut, cut.size < sizeof (TlTableHeader) ? TL_TABLE_FILE_ERROR_FORMAT
                                                            : TL_TABLE_FILE_ERROR_DAMAGED);
  copy.data[copy.size / 2] ^= 1;
  assert_refused (&copy, TL_TABLE_FILE_ERROR_DAMAGED);
  copy.data[copy.size / 2] ^= 1;
  copy.data[0] = 'x';
  assert_refused (&copy, TL_TABLE_FILE_ERROR_FORMAT);
}

static void
test_other_version (void)
{
  g_autofree guint8 *data = NULL;
  guint32 version = GUINT32_TO_LE (TL_PLACE_TABLE_VERSION + 1);
  Copy copy;

  copy_table (&copy);
  data = copy.data;
  memcpy (copy.data + offsetof (TlTableHeader, version), &version, sizeof version);
  assert_refused (&copy, TL_TABLE_FILE_ERROR_VERSION);
}

/* Every kind of row refers to others: a number that is far too large is found before it is used. */
static void
test_astray (void)
{
  static const struct
  {
    guint section;
    gsize offset;
  } cases[] = {
    { TL_PLACES_PLACES, offsetof (TlPlaceRow, code) },
    { TL_PLACES_PLACES, offsetof (TlPlaceRow, name) },
    { TL_PLACES_PLACES, offsetof (TlPlaceRow, iso_name) },
    { TL_PLACES_PLACES, offsetof (TlPlaceRow, members) },
    { TL_PLACES_PLACES, offsetof (TlPlaceRow, kind) },
    { TL_PLACES_PLACE_NAMES, offsetof (TlPlaceNameRow, code) },
    { TL_PLACES_PLACE_NAMES, offsetof (TlPlaceNameRow, kind) },
    { TL_PLACES_MEANINGS, offsetof (TlMeaningRow, alone) },
    { TL_PLACES_MEANINGS, offsetof (TlMeaningRow, region) },
    { TL_PLACES_NAMES + TL_PHRASE_BUCKETS, 0 },
    { TL_PLACES_NAMES + TL_PHRASE_ROWS, offsetof (TlPhraseRow, phrase) },
    { TL_PLACES_NAMES + TL_PHRASE_ROWS, offsetof (TlPhraseRow, value) },
    { TL_PLACES_CITY_NAMES + TL_PHRASE_BUCKETS, 0 },
    { TL_PLACES_CITY_LISTS, 0 },
    { TL_PLACES_CITIES, offsetof (TlCityRow, country) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint8 *data = NULL;
      TlTableSection section;
      Copy copy;

      copy_table (&copy);
      data = copy.data;
      memcpy (&section, data + sizeof (TlTableHeader) + cases[i].section * sizeof section,
              sizeof section);
      if (section.n_rows == 0)
        continue;
      g_test_message ("section %u, byte %" G_GSIZE_FORMAT, cases[i].section, cases[i].offset);
      memset (data + GUINT32_FROM_LE (section.offset) + cases[i].offset, 0x7f, 4);
      sign (&copy);
      assert_refused (&copy, TL_TABLE_FILE_ERROR_DAMAGED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place-table/whole", test_whole);
  g_test_add_func ("/place-table/damaged", test_damaged);
  g_test_add_func ("/place-table/other-version", test_other_version);
  g_test_add_func ("/place-table/astray", test_astray);

  return g_test_run ();
}
