/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What files are taken for, and how bytes become text.
 */

#include "tl-document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test. */
typedef struct
{
  char *folder;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tradelines-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *data,
            gssize      length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  return path;
}

static TlDocument *
load (const char  *path,
      GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return tl_document_load (file, NULL, error);
}

/* ---- formats ---- */

typedef struct
{
  const char *data;
  gsize       length;
  int         code;
  const char *word;             /* stands in the message */
} BadFile;

#define BYTES(string) string, sizeof (string) - 1

static const BadFile bad_files[] = {
  { BYTES (""), TL_DOCUMENT_ERROR_EMPTY, "empty" },
  { BYTES (" \n\t\r\n \xc2\xa0\n"), TL_DOCUMENT_ERROR_EMPTY, "blank" },
  { BYTES ("\xef\xbb\xbf"), TL_DOCUMENT_ERROR_EMPTY, "blank" },
  { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), TL_DOCUMENT_ERROR_NOT_TEXT, "is a PNG picture, not text" },
  { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), TL_DOCUMENT_ERROR_NOT_TEXT, "JPEG" },
  { BYTES ("GIF89a\1\0\1\0"), TL_DOCUMENT_ERROR_NOT_TEXT, "GIF" },
  { BYTES ("RIFF\x24\0\0\0WEBPVP8 "), TL_DOCUMENT_ERROR_NOT_TEXT, "WebP" },
  { BYTES ("RIFF\x24\0\0\0WAVEfmt "), TL_DOCUMENT_ERROR_NOT_TEXT, "sound" },
  { BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), TL_DOCUMENT_ERROR_BROKEN, "PDF" },
  { BYTES ("PK\3\4\x14\0\0\0\0\0"), TL_DOCUMENT_ERROR_BROKEN, "archive" },
  { BYTES ("PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml"),
    TL_DOCUMENT_ERROR_BROKEN, "damaged" },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), TL_DOCUMENT_ERROR_NOT_TEXT, "Office" },
  { BYTES ("{\\rtf1\\ansi Trade"), TL_DOCUMENT_ERROR_BROKEN, "damaged" },
  { BYTES ("\x1f\x8b\x08\0\0\0"), TL_DOCUMENT_ERROR_BROKEN, "archive" },
  { BYTES ("SQLite format 3\0\x10\0"), TL_DOCUMENT_ERROR_NOT_TEXT, "database" },
  { BYTES ("\x7f" "ELF\2\1\1\0"), TL_DOCUMENT_ERROR_NOT_TEXT, "program" },
  { BYTES ("some words and then\0\1\2\3\0\0\4binary\0"), TL_DOCUMENT_ERROR_NOT_TEXT, "binary" },
  { BYTES ("\1\2\3\4\5\6\16\17\20\21\22\23 ab"), TL_DOCUMENT_ERROR_NOT_TEXT, "binary" },
  { BYTES ("\xef\xbb\xbf\n  <HTML lang=en><head>"), TL_DOCUMENT_ERROR_EMPTY, "on the page" },
  { BYTES ("<!-- saved from the web -->\n<html>"), TL_DOCUMENT_ERROR_EMPTY, "on the page" },
  { BYTES ("<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html xmlns=\"x\">"), TL_DOCUMENT_ERROR_EMPTY, "on the page" },
  { BYTES ("\xff\xfe<\0h\0t\0m\0l\0>\0"), TL_DOCUMENT_ERROR_EMPTY, "on the page" },
  { BYTES ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">"), TL_DOCUMENT_ERROR_BROKEN, "markup" },
  { BYTES ("<?xml version=\"1.0\"?>\n<stock>"), TL_DOCUMENT_ERROR_NOT_TEXT, "XML" },
  { BYTES ("{\n  \"trade\": \"grew\"}"), TL_DOCUMENT_ERROR_NOT_TEXT, "describe no article" },
  { BYTES ("[{\"trade\": \"grew\"}]"), TL_DOCUMENT_ERROR_NOT_TEXT, "describe no article" },
  { BYTES ("[\"trade\", \"grew\"]"), TL_DOCUMENT_ERROR_NOT_TEXT, "describe no article" },
};

static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = write_file (fixture, "article.txt", bad_files[i].data, (gssize) bad_files[i].length);
      g_autoptr(GError) error = NULL;

      g_assert_null (load (path, &error));
      g_assert_error (error, TL_DOCUMENT_ERROR, bad_files[i].code);
      g_test_message ("%u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, bad_files[i].word));
      g_assert_false (g_str_has_suffix (error->message, "."));
    }
}

/* What looks a little like another format is an article all the same. */
static void
test_nearly_bad (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const texts[] = {
    "BMW and MZ make motorcycles; PK and RIFF are letters.",
    "In 2019 x < y, and <html> is a word for a web page.",
    "[“Grew”, he said] and {\"so\" on}",
    "[\"Grew\" is the word.] Trade grew.",
    "The MIME-Version: 1.0 header is part of a sentence here.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (fixture, "picture.png", texts[i], -1);
      g_autoptr(GError) error = NULL;
      g_autoptr(TlDocument) document = load (path, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tl_document_get_text (document), ==, texts[i]);
      g_assert_cmpstr (tl_document_get_name (document), ==, "picture.png");
      g_assert_true (g_str_has_prefix (tl_document_get_uri (document), "file:///"));
      g_assert_finalize_object (g_steal_pointer (&document));
    }
}

/* ---- what is no file to read ---- */

static void
assert_refused (const char *path,
                int         code,
                const char *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (load (path, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_not_regular (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "pipe.txt", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop.txt", NULL);

  assert_refused (missing, G_IO_ERROR_NOT_FOUND, "not there");
  assert_refused (fixture->folder, G_IO_ERROR_IS_DIRECTORY, "folder");
  assert_refused ("/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE, "device");

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, G_IO_ERROR_NOT_REGULAR_FILE, "pipe");

  g_assert_cmpint (symlink ("loop.txt", loop), ==, 0);
  assert_refused (loop, G_IO_ERROR_TOO_MANY_LINKS, "itself");
}

static void
test_no_permission (Fixture       *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = write_file (fixture, "secret.txt", "Trade grew.", -1);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (g_access (path, R_OK) == 0)
    {
      g_test_skip ("this user may read everything");
      return;
    }
  assert_refused (path, G_IO_ERROR_PERMISSION_DENIED, "permission");
}

/* That the message tells the whole size shows that it was not found out by reading. */
static void
test_too_large (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = write_file (fixture, "large.txt", "Trade grew.", -1);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (truncate (path, 200 * 1024 * 1024), ==, 0);
  g_assert_null (load (path, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "209.7"));
}

static void
test_largest (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    gsize    length;
    gboolean is_read;
  } cases[] = {
    { TL_DOCUMENT_MAX_TEXT, TRUE },
    { TL_DOCUMENT_MAX_TEXT + 1, FALSE },
    { TL_DOCUMENT_MAX_SIZE + 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strnfill (cases[i].length, 'a');
      g_autofree char *path = write_file (fixture, "a.txt", text, (gssize) cases[i].length);
      g_autoptr(GError) error = NULL;
      g_autoptr(TlDocument) document = load (path, &error);

      if (cases[i].is_read)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (strlen (tl_document_get_text (document)), ==, cases[i].length);
        }
      else
        {
          g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE);
        }
    }
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = write_file (fixture, "a.txt", "Trade grew.", -1);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_document_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- charsets ---- */

static const char english[] = "Minister’s remarks: trade “grew” by €5 million – a lot – in Łódź.";
static const char russian[] =
  "Товарооборот между двумя странами вырос за год на треть, сообщили журналистам в министерстве экономики. "
  "Экспорт машин и удобрений составил более половины всех поставок.";

static void
assert_text (const char *data,
             gsize       length,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;

  document = tl_document_new_from_data ("a", (const guint8 *) data, length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_document_get_text (document), ==, expected);
}

static void
test_charsets (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    const char *text;
  } cases[] = {
    { "UTF-8", "", english },
    { "UTF-8", "\xef\xbb\xbf", english },
    { "UTF-16LE", "\xff\xfe", english },
    { "UTF-16BE", "\xfe\xff", english },
    { "UTF-16LE", "", english },
    { "UTF-16BE", "", english },
    { "UTF-16LE", "", russian },
    { "UTF-8", "", russian },
    { "WINDOWS-1251", "", russian },
    { "KOI8-R", "", russian },
    { "ISO-8859-5", "", russian },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GString) data = g_string_new (cases[i].mark);
      g_autofree char *converted = NULL;
      gsize length;

      converted = g_convert (cases[i].text, -1, cases[i].charset, "UTF-8", NULL, &length, &error);
      g_assert_no_error (error);
      g_string_append_len (data, converted, (gssize) length);
      g_test_message ("%s%s", cases[i].charset, *cases[i].mark != '\0' ? " with a mark" : "");
      assert_text (data->str, data->len, cases[i].text);
    }
}

static void
test_western (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  static const char text[] = "Der Außenhandel wuchs: Exporte nach Österreich erreichten 3 Milliarden, sagte der Präsident "
                             "der Kammer über die Geschäfte des Jahres, für das noch größere Zahlen erwartet würden.";
  gsize length;

  data = g_convert (text, -1, "WINDOWS-1252", "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  assert_text (data, length, text);
}

static void
test_cleaning (void)
{
  static const struct
  {
    const char *data;
    const char *text;
  } cases[] = {
    { "one\r\ntwo\rthree\n\rfour", "one\ntwo\nthree\n\nfour" },
    { "page\fbreak\vand\xe2\x80\xa8line\xc2\x85" "end", "page\nbreak\nand\nline\nend" },
    { "tab\tstays, bell\a goes and this is a long line so that one bell does not make it binary",
      "tab\tstays, bell goes and this is a long line so that one bell does not make it binary" },
    { "soft\xc2\xadhyphen zero\xe2\x80\x8bwidth \xe2\x80\xaeright", "softhyphen zerowidth right" },
    { "Cafe\xcc\x81 Nu\xcc\x88rnberg", "Café Nürnberg" },
    { "\xe2\x84\xab is \xc3\x85", "Å is Å" },
    { "a broken \xe2\x82 byte in “good” – UTF-8 – “text” – with – many – “signs” – “all” whole",
      "a broken \xef\xbf\xbd\xef\xbf\xbd byte in “good” – UTF-8 – “text” – with – many – “signs” – “all” whole" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (cases[i].data, strlen (cases[i].data), cases[i].text);
}

/* Long texts are composed in pieces: at no place is a mark parted from its letter. */
static void
test_composing (void)
{
  static const struct
  {
    const char *data;
    const char *text;
  } cases[] = {
    { "e\xcc\x81", "é" },
    { "a\xcc\x81 b\xcc\x83 ", "á b\xcc\x83 " },
    { "\xd0\xb8\xcc\x86", "й" },
    { "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8 ", "각 " },
    { "\xe4\xb8\xad\xe2\x84\xab", "中Å" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) data = g_string_new (NULL);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint n = 0; n < 7000; n++)
        {
          g_string_append (data, cases[i].data);
          g_string_append (text, cases[i].text);
        }
      assert_text (data->str, data->len, text->str);
    }
}

/* Whatever bytes come, there is a text or a message. */
static void
test_any_bytes (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20171123);

  for (guint i = 0; i < 3000; i++)
    {
      guint8 data[300];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof data);
      int low = g_rand_boolean (random) ? 0 : 9;
      int high = g_rand_boolean (random) ? 256 : 128;
      g_autoptr(GError) error = NULL;
      g_autoptr(TlDocument) document = NULL;

      for (gsize j = 0; j < length; j++)
        data[j] = (guint8) g_rand_int_range (random, low, high);
      document = tl_document_new_from_data ("bytes", data, length, &error);
      if (document == NULL)
        {
          g_assert_true (error != NULL && error->domain == TL_DOCUMENT_ERROR);
          continue;
        }
      g_assert_true (g_utf8_validate (tl_document_get_text (document), -1, NULL));
      g_assert_null (strchr (tl_document_get_text (document), '\r'));
      g_assert_cmpuint (tl_document_get_story (document), <=, strlen (tl_document_get_text (document)));
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* Nobody can see these, and they turn a name into another one. */
static void
test_unseen (void)
{
  static const char page[] =
    "<html><head><title>Exports \342\200\256fdp.esir\342\200\254</title><meta name=\"author\" content=\"A\342\201\246na "
    "Co\342\200\213sta\"></head><body><article><h1>Exports \342\200\256rise</h1><p>Exports of Peru to Chile ro\302\255se by "
    "5% in 2021 to $3\342\200\21300 million, said the minister, and they will go on rising\342\200\255.</p>"
    "</article></body></html>";
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document =
    tl_document_new_from_data ("page.html", (const guint8 *) page, sizeof page - 1, &error);
  const char *told[] = { tl_document_get_title (document), tl_document_get_author (document),
                         tl_document_get_text (document) };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    for (const char *p = told[i] != NULL ? told[i] : ""; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);

        g_assert_false ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200b || c == 0xad);
      }
  g_assert_nonnull (strstr (tl_document_get_text (document), "$300 million"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/document/bad-files", test_bad_files);
  ADD ("/document/nearly-bad", test_nearly_bad);
  ADD ("/document/not-regular", test_not_regular);
  ADD ("/document/no-permission", test_no_permission);
  ADD ("/document/too-large", test_too_large);
  ADD ("/document/largest", test_largest);
  ADD ("/document/cancelled", test_cancelled);
  g_test_add_func ("/document/charsets", test_charsets);
  g_test_add_func ("/document/western", test_western);
  g_test_add_func ("/document/cleaning", test_cleaning);
  g_test_add_func ("/document/composing", test_composing);
  g_test_add_func ("/document/any-bytes", test_any_bytes);
  g_test_add_func ("/document/unseen", test_unseen);

  return g_test_run ();
}
