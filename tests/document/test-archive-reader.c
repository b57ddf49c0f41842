/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include "tl-page-files.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define SAVED_PAGE                                                                      \
  "<!DOCTYPE html><html><head><title>Bridge 1 over the River Opens</title></head>"      \
  "<body><article><h1>Bridge 1 over the River Opens</h1><p>The bridge over the river "  \
  "was opened on Monday, and many people came to see it. The first to cross it was a "  \
  "baker from the other side, who had waited.</p></article></body></html>"

typedef struct
{
  const char *name;
  const void *data;
  gssize      length;           /* -1: it is a string */
  mode_t      type;             /* 0: a file */
} Member;

typedef int (*Setter) (struct archive *archive);

static la_ssize_t
write_cb (struct archive *archive G_GNUC_UNUSED,
          void           *user_data,
          const void     *data,
          size_t          length)
{
  g_byte_array_append (user_data, data, (guint) length);
  return (la_ssize_t) length;
}

static void
write_member (struct archive *archive,
              const Member   *member)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = member->data == NULL ? 0
                 : member->length < 0 ? strlen (member->data) : (gsize) member->length;

  archive_entry_set_pathname (entry, member->name);
  archive_entry_set_filetype (entry, member->type != 0 ? member->type : AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  if (member->type == AE_IFLNK)
    archive_entry_set_symlink (entry, "a.txt");
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (length > 0)
    g_assert_cmpint (archive_write_data (archive, member->data, length), ==, (int) length);
  archive_entry_free (entry);
}

static GByteArray *
pack (Setter        format,
      Setter        filter,
      const char   *options,
      const Member *members,
      gsize         n_members)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (format (archive), ==, ARCHIVE_OK);
  if (filter != NULL)
    g_assert_cmpint (filter (archive), ==, ARCHIVE_OK);
  if (options != NULL)
    g_assert_cmpint (archive_write_set_options (archive, options), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_set_passphrase (archive, "secret"), ==, ARCHIVE_OK);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open2 (archive, bytes, NULL, write_cb, NULL, NULL), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_members; i++)
    write_member (archive, &members[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return bytes;
}

static const Member two[] = {
  { "march/", NULL, 0, AE_IFDIR },
  { "march/a.txt", STORY (1), -1, 0 },
  { "b.txt", STORY (2), -1, 0 },
};

#define TWO "march/a.txt: Bridge 1 over the River Opens\nb.txt: Bridge 2 over the River Opens\n"

static void
test_formats (void)
{
  static const struct
  {
    Setter format;
    Setter filter;
  } cases[] = {
    { archive_write_set_format_zip, NULL },
    { archive_write_set_format_ustar, NULL },
    { archive_write_set_format_pax, NULL },
    { archive_write_set_format_gnutar, archive_write_add_filter_gzip },
    { archive_write_set_format_pax, archive_write_add_filter_bzip2 },
    { archive_write_set_format_pax, archive_write_add_filter_xz },
    { archive_write_set_format_pax, archive_write_add_filter_zstd },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GByteArray) bytes = pack (cases[i].format, cases[i].filter, NULL, two, G_N_ELEMENTS (two));
      g_autoptr(Reading) from_memory = reading_new_for_bytes ("two", bytes->data, bytes->len);
      g_autoptr(Reading) from_file = reading_new_for_file ("two", bytes->data, bytes->len);

      g_assert_no_error (from_memory->error);
      g_assert_cmpstr (from_memory->lines->str, ==, TWO);
      g_assert_no_error (from_file->error);
      g_assert_cmpstr (from_file->lines->str, ==, TWO);
      g_assert_cmpfloat (from_file->progress, >, 0);
    }
}

static void
test_single (void)
{
  static const Setter filters[] = {
    archive_write_add_filter_gzip, archive_write_add_filter_bzip2,
    archive_write_add_filter_xz, archive_write_add_filter_zstd,
  };
  static const char *const names[] = { "a.txt.gz", "a.txt.bz2", "a.txt.xz", "a.txt.zst" };
  const Member one = { "a.txt", STORY (1), -1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(GByteArray) bytes = pack (archive_write_set_format_raw, filters[i], NULL, &one, 1);
      g_autoptr(Reading) reading = reading_new_for_file (names[i], bytes->data, bytes->len);

      g_assert_no_error (reading->error);
      g_assert_cmpstr (reading->lines->str, ==, "a.txt: Bridge 1 over the River Opens\n");
    }
}

/* What goes with documents, and what is no document, is passed over; what can't be read is told. */
static void
test_members (void)
{
  static const Member members[] = {
    { "a.txt", STORY (1), -1, 0 },
    { "logo.png", "\x89PNG\r\n\x1a\n", 8, 0 },
    { "site.css", "p { color: red }", -1, 0 },
    { "menu.js.download", "menu ();", -1, 0 },
    { "__MACOSX/._a.txt", "\0\5\x16\7", 4, 0 },
    { ".DS_Store", "\0\0\0\1Bud1", 8, 0 },
    { "link.txt", NULL, 0, AE_IFLNK },
    { "pipe", NULL, 0, AE_IFIFO },
    { "null", NULL, 0, AE_IFCHR },
    { "scan.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, 0 },
    { "empty.txt", "", -1, 0 },
    { "./../up.txt", STORY (3), -1, 0 },
  };
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_pax, archive_write_add_filter_gzip, NULL,
                                      members, G_N_ELEMENTS (members));
  g_autoptr(Reading) reading = reading_new_for_bytes ("all.tar.gz", bytes->data, bytes->len);

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, 2);
  g_assert_true (g_str_has_prefix (reading->lines->str, "a.txt: Bridge 1 over the River Opens\nscan.doc! "));
  g_assert_true (g_str_has_suffix (reading->lines->str, "\nempty.txt! The file is empty\n"
                                                        "../up.txt: Bridge 3 over the River Opens\n"));
}

static void
test_saved_pages (void)
{
  static const Member members[] = {
    { "in/page_files/ad.html", "<html><body>Buy a boat today.</body></html>", -1, 0 },
    { "in/page_files/site.css", "p { }", -1, 0 },
    { "in/page.html", SAVED_PAGE, -1, 0 },
    { "in/other_files/c.txt", STORY (3), -1, 0 },
    { "news.html", SAVED_PAGE, -1, 0 },
    { "news-archive/d.txt", STORY (4), -1, 0 },
    { "news-archive/map.png", "", -1, 0 },
    { "news kirjat/ad.html", "<html><body>Buy a boat today.</body></html>", -1, 0 },
    { "news kirjat/a.css", "", -1, 0 },
    { "news kirjat/b.css", "", -1, 0 },
  };
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_zip, NULL, NULL, members, G_N_ELEMENTS (members));
  g_autoptr(Reading) reading = reading_new_for_bytes ("pages.zip", bytes->data, bytes->len);

  g_assert_no_error (reading->error);
  g_assert_null (strstr (reading->lines->str, "ad.html"));
  g_assert_nonnull (strstr (reading->lines->str, "in/page.html"));
  g_assert_nonnull (strstr (reading->lines->str, "in/other_files/c.txt: Bridge 3"));
  g_assert_nonnull (strstr (reading->lines->str, "news-archive/d.txt: Bridge 4"));
}

static void
test_page_folders (void)
{
  static const struct
  {
    const char *name;
    gsize       n_stem;
    gboolean    is_certain;
  } cases[] = {
    { "page_files", 4, TRUE },
    { "page.files", 4, TRUE },
    { "Die Seite-Dateien", 9, TRUE },
    { "strona pliki", 6, TRUE },
    { "sida-filer", 4, TRUE },
    { "Новости_файлы", 14, TRUE },
    { "a_b_files", 3, TRUE },
    { "news-archive", 4, FALSE },
    { "march-2019", 0, FALSE },
    { "_files", 0, FALSE },
    { "page_", 0, FALSE },
    { "page", 0, FALSE },
    { "", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlPageFolder folder = tl_page_folder_look (cases[i].name);

      g_assert_cmpuint (folder.n_stem, ==, cases[i].n_stem);
      g_assert_true (folder.is_certain == cases[i].is_certain);
    }
}

/* Names as systems of old wrote them, without a word on their charset. */
static void
test_names (void)
{
  static const Member members[] = {
    { "\x8d\xae\xa2\xae\xe1\xe2\xa8/\x92\xae\xe0\xa3\xae\xa2\xab\xef \xa2\xeb\xe0\xae\xe1\xab\xa0.txt",
      STORY (1), -1, 0 },
    { "\x8d\xae\xa2\xae\xe1\xe2\xa8/\x8f\xe0\xa5\xa7\xa8\xa4\xa5\xad\xe2 \xaf\xe0\xa8\xa1\xeb\xab \xa2 "
      "\x8c\xa8\xad\xe1\xaa.txt", STORY (2), -1, 0 },
    { "two\nlines.txt", STORY (3), -1, 0 },
  };
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_ustar, NULL, NULL, members, G_N_ELEMENTS (members));
  g_autoptr(Reading) reading = reading_new_for_bytes ("old.tar", bytes->data, bytes->len);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->lines->str, ==,
                   "Новости/Торговля выросла.txt: Bridge 1 over the River Opens\n"
                   "Новости/Президент прибыл в Минск.txt: Bridge 2 over the River Opens\n"
                   "two_lines.txt: Bridge 3 over the River Opens\n");
}

static void
test_encrypted (void)
{
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_zip, NULL, "zip:encryption=zipcrypt",
                                      two, G_N_ELEMENTS (two));
  g_autoptr(Reading) reading = reading_new_for_file ("locked.zip", bytes->data, bytes->len);

  g_assert_error (reading->error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED);
  g_assert_cmpstr (reading->lines->str, ==, "");
}

/* A member that is too large is told, and the one behind it read. */
static void
test_large_member (void)
{
  gsize size = TL_DOCUMENT_MAX_SIZE + 1;
  g_autofree char *large = g_malloc0 (size);
  const Member members[] = {
    { "large.txt", large, (gssize) size, 0 },
    { "b.txt", STORY (2), -1, 0 },
  };
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_pax, archive_write_add_filter_gzip, NULL,
                                      members, G_N_ELEMENTS (members));
  g_autoptr(Reading) reading = reading_new_for_bytes ("large.tar.gz", bytes->data, bytes->len);

  g_assert_no_error (reading->error);
  g_assert_true (g_str_has_prefix (reading->lines->str, "large.txt! "));
  g_assert_true (g_str_has_suffix (reading->lines->str, "\nb.txt: Bridge 2 over the River Opens\n"));
}

static void
test_deep (void)
{
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_zip, NULL, NULL, two, G_N_ELEMENTS (two));
  g_autoptr(Reading) reading = NULL;

  for (guint i = 0; i < 20; i++)
    {
      Member member = { "in.zip", bytes->data, (gssize) bytes->len, 0 };
      GByteArray *outer = pack (archive_write_set_format_zip, NULL, NULL, &member, 1);

      g_byte_array_unref (bytes);
      bytes = outer;
    }
  reading = reading_new_for_bytes ("deep.zip", bytes->data, bytes->len);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, 0);
  g_assert_nonnull (strstr (reading->lines->str, "in.zip! It lies too deep"));
}

static void
test_many (void)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GByteArray) bytes = NULL;
  g_autoptr(Reading) reading = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      Member member = { NULL, STORY (1), -1, 0 };

      g_ptr_array_add (names, g_strdup_printf ("%u.txt", i));
      member.name = g_ptr_array_index (names, i);
      g_array_append_val (members, member);
    }
  bytes = pack (archive_write_set_format_zip, NULL, NULL, (const Member *) (gpointer) members->data, members->len);
  reading = reading_new_for_file ("many.zip", bytes->data, bytes->len);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, 5000);
}

static void
test_broken (void)
{
  static const Setter formats[] = { archive_write_set_format_zip, archive_write_set_format_pax };
  static const Setter filters[] = { NULL, archive_write_add_filter_gzip, archive_write_add_filter_zstd };
  g_autoptr(Reading) no_archive = reading_new_for_bytes ("no.zip", "PK\3\4 and no more", 16);

  g_assert_error (no_archive->error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN);
  for (guint i = 0; i < G_N_ELEMENTS (formats) * G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(GByteArray) bytes = pack (formats[i % 2], filters[i / 2], NULL, two, G_N_ELEMENTS (two));

      reading_survives ("two", bytes->data, bytes->len, 150);
    }
}

/* What was whole before the archive was cut off is there. */
static void
test_cut_off (void)
{
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_zip, NULL, NULL, two, G_N_ELEMENTS (two));
  g_autoptr(Reading) reading = reading_new_for_bytes ("cut.zip", bytes->data, bytes->len - 200);

  g_assert_cmpuint (reading->documents->len, >=, 1);
}

static void
test_threads (void)
{
  g_autoptr(GByteArray) bytes = pack (archive_write_set_format_pax, archive_write_add_filter_xz, NULL,
                                      two, G_N_ELEMENTS (two));

  reading_in_threads ("two", bytes->data, bytes->len, TWO);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-reader/formats", test_formats);
  g_test_add_func ("/archive-reader/single", test_single);
  g_test_add_func ("/archive-reader/members", test_members);
  g_test_add_func ("/archive-reader/saved-pages", test_saved_pages);
  g_test_add_func ("/archive-reader/page-folders", test_page_folders);
  g_test_add_func ("/archive-reader/names", test_names);
  g_test_add_func ("/archive-reader/encrypted", test_encrypted);
  g_test_add_func ("/archive-reader/large-member", test_large_member);
  g_test_add_func ("/archive-reader/deep", test_deep);
  g_test_add_func ("/archive-reader/many", test_many);
  g_test_add_func ("/archive-reader/broken", test_broken);
  g_test_add_func ("/archive-reader/cut-off", test_cut_off);
  g_test_add_func ("/archive-reader/threads", test_threads);
  return g_test_run ();
}
