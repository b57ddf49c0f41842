/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of official figures in files and archives, among articles or alone. */

#include "tl-article.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-official.h"
#include "zip-maker.h"

#define BACI "t,i,j,k,v,q\n2016,604,578,030310,5,1\n"
#define WITS \
  "ReporterISO3,ProductCode,PartnerISO3,Year,TradeFlowName,TradeValue in 1000 USD\nPER,Total Trade,NOR,2017,Export,4\n"
#define COUNTRIES "country_code,country_name,country_iso2,country_iso3\n604,Peru,PE,PER\n"
#define ARTICLE "Peru and Norway Trade More\n\nTrade of Peru and Norway grew to $5 million in 2016.\n"

typedef struct
{
  char    *folder;              /* owned */
  GString *told;                /* owned: a line for each news */
  guint    n_wanted;            /* how many news are wanted; 0 for all */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("official-files-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->told = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_string_free (fixture->told, TRUE);
}

static gboolean
tell_cb (const TlArticleNews *news,
         gpointer             user_data)
{
  Fixture *fixture = user_data;
  const char *part = news->part != NULL ? news->part : "-";

  if (news->official != NULL)
    {
      const TlOfficialValue *value = &g_array_index (news->official, TlOfficialValue, 0);

      g_string_append_printf (fixture->told, "%s: %s %s-%s %d=%g\n", part,
                              tl_official_source_to_string (value->source), value->reporter,
                              value->partner, value->year, value->value);
    }
  else if (news->article != NULL)
    g_string_append_printf (fixture->told, "%s: article\n", part);
  else
    g_string_append_printf (fixture->told, "%s: %s\n", part, news->failure->message);
  return fixture->n_wanted == 0 || --fixture->n_wanted > 0;
}

/* Reads a file of these bytes; what it says of itself comes last. */
static void
load (Fixture    *fixture,
      const char *name,
      const void *bytes,
      gsize       length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  if (!tl_articles_load_with_tables (file, TL_DATE_NONE, NULL, tell_cb, fixture, &error))
    g_string_append_printf (fixture->told, "%s\n", error->message);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
load_zip (Fixture  *fixture,
          ZipMaker *maker)
{
  g_autoptr(GBytes) bytes = zip_maker_finish (maker);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  load (fixture, "tables.zip", data, length);
}

static void
assert_told (Fixture    *fixture,
             const char *expected)
{
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_set_size (fixture->told, 0);
}

/* What it is called does not matter. */
static void
test_by_content (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const names[] = { "baci.csv", "baci.txt", "baci", "baci.html" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      load (fixture, names[i], BACI, strlen (BACI));
      assert_told (fixture, "-: baci PE-NO 2016=5000\n");
    }
  load (fixture, "article.txt", ARTICLE, strlen (ARTICLE));
  assert_told (fixture, "-: article\n");
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  load (fixture, "prices.csv", "name,price\nfish,3\n", 18);
  assert_told (fixture, "This table is of no known kind; those of UN Comtrade, IMF DOTS, BACI and WITS are "
                        "known by the names of their columns\n");
  load (fixture, "countries.csv", COUNTRIES, strlen (COUNTRIES));
  assert_told (fixture, "This is BACI's list of codes; the trade is in the tables beside it\n");
  load (fixture, "owid.csv", "Entity,Code,Year,Trade\nPeru,PER,2016,5\n", 39);
  assert_told (fixture, "This table of Our World in Data tells of single countries, not of trade between two\n");
}

/* Articles and tables of several publishers, with a list of codes beside them. */
static void
test_zip (Fixture       *fixture,
          gconstpointer  data G_GNUC_UNUSED)
{
  ZipMaker *maker = zip_maker_new (NULL);

  zip_maker_add (maker, "BACI_Y2016.csv", BACI, -1);
  zip_maker_add (maker, "country_codes.csv", COUNTRIES, -1);
  zip_maker_add (maker, "news/march.txt", ARTICLE, -1);
  zip_maker_add (maker, "wits/data.csv", WITS, -1);
  load_zip (fixture, maker);
  assert_told (fixture,
               "BACI_Y2016.csv: baci PE-NO 2016=5000\nnews/march.txt: article\nwits/data.csv: wits PE-NO 2017=4000\n");
}

static void
test_zip_in_zip (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  ZipMaker *inner = zip_maker_new (NULL), *outer = zip_maker_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  gsize length;
  gconstpointer content;

  zip_maker_add (inner, "a.csv", BACI, -1);
  bytes = zip_maker_finish (inner);
  content = g_bytes_get_data (bytes, &length);
  zip_maker_add (outer, "inner.zip", content, (gssize) length);
  load_zip (fixture, outer);
  assert_told (fixture, "inner.zip/a.csv: baci PE-NO 2016=5000\n");
}

static void
test_gzip (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  char packed[512];
  gsize n_read, n_packed;

  g_assert_cmpint (g_converter_convert (gzip, BACI, strlen (BACI), packed, sizeof packed,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_packed, NULL),
                   ==, G_CONVERTER_FINISHED);
  load (fixture, "baci.csv.gz", packed, n_packed);
  assert_told (fixture, "baci.csv: baci PE-NO 2016=5000\n");
}

/* Says of a member, before and behind the members, that it is encrypted: one alone cannot be made so. */
static GByteArray *
make_locked (ZipMaker   *maker,
             const char *name)
{
  static const struct
  {
    char  magic[5];
    gsize flags, name;          /* where they are */
  } headers[] = { { "PK\x03\x04", 6, 30 }, { "PK\x01\x02", 8, 46 } };
  g_autoptr(GBytes) bytes = zip_maker_finish (maker);
  GByteArray *zip = g_byte_array_new ();

  g_byte_array_append (zip, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  for (gsize i = 0; i + 46 + strlen (name) < zip->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (headers); k++)
      if (memcmp (zip->data + i, headers[k].magic, 4) == 0 &&
          memcmp (zip->data + i + headers[k].name, name, strlen (name)) == 0)
        zip->data[i + headers[k].flags] |= 1;
  return zip;
}

/* A member that is no use is told by its name, and the others are read. */
static void
test_bad_members (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  ZipMaker *maker = zip_maker_new (NULL);
  g_autoptr(GByteArray) zip = NULL;

  zip_maker_add (maker, "other.csv", "name,price\nfish,3\n", -1);
  zip_maker_add (maker, "empty.csv", "t,i,j,k,v,q\n", -1);
  zip_maker_add (maker, "locked.csv", BACI, -1);
  zip_maker_add (maker, "cut.csv", "t,i,j,k,v,q\n2016,604,578,1", -1);
  zip_maker_add (maker, "good.csv", BACI, -1);
  zip = make_locked (maker, "locked.csv");
  load (fixture, "tables.zip", zip->data, zip->len);
  assert_told (fixture,
               "other.csv: This table is of no known kind; those of UN Comtrade, IMF DOTS, BACI and WITS are "
               "known by the names of their columns\n"
               "empty.csv: This table has no whole year of trade between two countries\n"
               "locked.csv: It is encrypted with a password\n"
               "cut.csv: The table is cut off in row 2\n"
               "good.csv: baci PE-NO 2016=5000\n");
}

/* Rows of which no two are packed alike. */
static char *
make_long_table (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  GString *table = g_string_new ("t,i,j,k,v,q\n");

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (table, "2016,604,578,%u,1,%u\n", g_rand_int (random), g_rand_int (random));
  return g_string_free (table, FALSE);
}

static void
test_broken_member (Fixture       *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  ZipMaker *maker = zip_maker_new (NULL);
  g_autofree char *table = make_long_table ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GByteArray) broken = g_byte_array_new ();

  zip_maker_add (maker, "broken.csv", table, -1);
  zip_maker_add (maker, "good.csv", BACI, -1);
  bytes = zip_maker_finish (maker);
  g_byte_array_append (broken, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  memset (broken->data + broken->len / 2, 0xA5, 64);
  load (fixture, "tables.zip", broken->data, broken->len);
  g_assert_true (g_str_has_prefix (fixture->told->str, "broken.csv: The archive is damaged here ("));
  g_assert_nonnull (strstr (fixture->told->str, "\ngood.csv: baci PE-NO 2016=5000\n"));
}

/* A download that was cut off: what is whole of it is taken. */
static void
test_cut_off (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  ZipMaker *maker = zip_maker_new (NULL);
  g_autofree char *table = make_long_table ();
  g_autoptr(GBytes) bytes = NULL;

  zip_maker_add (maker, "good.csv", BACI, -1);
  zip_maker_add (maker, "cut.csv", table, -1);
  bytes = zip_maker_finish (maker);
  load (fixture, "tables.zip", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) / 2);
  g_assert_true (g_str_has_prefix (fixture->told->str, "good.csv: baci PE-NO 2016=5000\ncut.csv: The archive "));
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  ZipMaker *maker = zip_maker_new (NULL);

  zip_maker_add (maker, "a.csv", BACI, -1);
  zip_maker_add (maker, "b.csv", BACI, -1);
  fixture->n_wanted = 1;
  load_zip (fixture, maker);
  assert_told (fixture, "a.csv: baci PE-NO 2016=5000\nReading was stopped\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/official-files/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("by-content", test_by_content);
  ADD ("unknown", test_unknown);
  ADD ("zip", test_zip);
  ADD ("zip-in-zip", test_zip_in_zip);
  ADD ("gzip", test_gzip);
  ADD ("bad-members", test_bad_members);
  ADD ("broken-member", test_broken_member);
  ADD ("cut-off", test_cut_off);
  ADD ("stopped", test_stopped);
#undef ADD

  return g_test_run ();
}
