/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <string.h>

#define FROM "From ann@town.example Wed Jun  9 10:00:00 2021\n"
#define MAIL(number)                                                                        \
  "From: Ann <ann@town.example>\nTo: bo@town.example\nSubject: Bridge " #number "\n\n"      \
  "The bridge over the river was opened on Monday, and many people came to see it.\n\n"     \
  ">From the other side came a baker.\n"                                                    \
  "From here nobody came.\n\n"

#define TEXT                                                                                \
  "The bridge over the river was opened on Monday, and many people came to see it.\n\n"     \
  "From the other side came a baker.\nFrom here nobody came."

static const char two[] = FROM MAIL (1) FROM MAIL (2);

static void
test_mails (void)
{
  g_autoptr(Reading) from_memory = reading_new_for_bytes ("a.mbox", two, sizeof two - 1);
  g_autoptr(Reading) from_file = reading_new_for_file ("a.mbox", two, sizeof two - 1);

  g_assert_no_error (from_memory->error);
  g_assert_cmpstr (from_memory->lines->str, ==, "1: Bridge 1\n2: Bridge 2\n");
  g_assert_cmpstr (tl_document_get_text (reading_get (from_memory, 0)), ==, TEXT);
  g_assert_no_error (from_file->error);
  g_assert_cmpstr (from_file->lines->str, ==, "1: Bridge 1\n2: Bridge 2\n");
  g_assert_cmpfloat (from_file->progress, >, 0);
}

static void
test_packed (void)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr(GInputStream) plain = g_memory_input_stream_new_from_data (two, sizeof two - 1, NULL);
  g_autoptr(GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  guint8 bytes[4096];
  gsize length;
  g_autoptr(Reading) reading = NULL;

  g_assert_true (g_input_stream_read_all (packed, bytes, sizeof bytes, &length, NULL, NULL));
  reading = reading_new_for_file ("a.mbox.gz", bytes, length);
  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->lines->str, ==, "1: Bridge 1\n2: Bridge 2\n");
}

/* Larger than what is read of one document, with a mail in it that is too large itself. */
static void
test_large (void)
{
  g_autoptr(GString) box = g_string_new (FROM MAIL (1) FROM "From: Ann <ann@town.example>\nSubject: large\n\n");
  g_autoptr(Reading) reading = NULL;
  gsize start = box->len;

  g_string_set_size (box, start + TL_DOCUMENT_MAX_SIZE);
  memset (box->str + start, 'x', TL_DOCUMENT_MAX_SIZE);
  g_string_append (box, "\n\n" FROM MAIL (3));
  reading = reading_new_for_file ("a.mbox", box->str, box->len);
  g_assert_no_error (reading->error);
  g_assert_true (g_str_has_prefix (reading->lines->str, "1: Bridge 1\n2! "));
  g_assert_true (g_str_has_suffix (reading->lines->str, "\n3: Bridge 3\n"));
}

static void
test_many (void)
{
  g_autoptr(GString) box = g_string_new (NULL);
  g_autoptr(Reading) reading = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (box, FROM MAIL (1));
  for (guint i = 0; i < 100000; i++)
    g_string_append (box, FROM "\n");
  reading = reading_new_for_bytes ("a.mbox", box->str, box->len);
  g_assert_cmpuint (reading->documents->len, ==, 3000);
}

/* A sentence that begins so makes no mailbox. */
static void
test_no_mailbox (void)
{
  static const char text[] = "From Minsk, 9 June 2021, 10:00: the bridge over the river was opened.\n\n"
                             "Many people came to see it.\n";
  g_autoptr(Reading) reading = reading_new_for_bytes ("a.txt", text, sizeof text - 1);

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, 1);
  g_assert_null (tl_document_get_part (reading_get (reading, 0)));
}

static void
test_broken (void)
{
  reading_survives ("a.mbox", two, sizeof two - 1, 100);
}

static void
test_threads (void)
{
  reading_in_threads ("a.mbox", two, sizeof two - 1, "1: Bridge 1\n2: Bridge 2\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mbox-reader/threads", test_threads);
  g_test_add_func ("/mbox-reader/mails", test_mails);
  g_test_add_func ("/mbox-reader/packed", test_packed);
  g_test_add_func ("/mbox-reader/large", test_large);
  g_test_add_func ("/mbox-reader/many", test_many);
  g_test_add_func ("/mbox-reader/no-mailbox", test_no_mailbox);
  g_test_add_func ("/mbox-reader/broken", test_broken);
  return g_test_run ();
}
