/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <string.h>

#define PAGE_START                                                                      \
  "<!DOCTYPE html><html><head><title>Bridge over the River Opens</title></head><body>"  \
  "<article><h1>Bridge over the River Opens</h1><p>The bridge over the river was "      \
  "opened on Monday, and many people came to see it. The first to cross it was a "      \
  "baker from the other side, who had waited. "
#define PAGE_END "</p></article></body></html>"
#define PAGE PAGE_START PAGE_END

static void
append_record (GByteArray *warc,
               const char *kind,
               const char *address,
               const char *type,
               const void *content,
               gsize       length)
{
  g_autofree char *header = g_strdup_printf ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n"
                                             "WARC-Date: 2021-06-09T10:00:00Z\r\nContent-Type: %s\r\n"
                                             "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                                             kind, address, type, length);

  g_byte_array_append (warc, (const guint8 *) header, (guint) strlen (header));
  g_byte_array_append (warc, content, (guint) length);
  g_byte_array_append (warc, (const guint8 *) "\r\n\r\n", 4);
}

/* @headers has the status and ends its lines. */
static void
append_response (GByteArray *warc,
                 const char *address,
                 const char *headers,
                 const void *body,
                 gsize       length)
{
  g_autoptr(GByteArray) answer = g_byte_array_new ();

  g_byte_array_append (answer, (const guint8 *) headers, (guint) strlen (headers));
  g_byte_array_append (answer, (const guint8 *) "\r\n", 2);
  g_byte_array_append (answer, body, (guint) length);
  append_record (warc, "response", address, "application/http; msgtype=response", answer->data, answer->len);
}

static GByteArray *
compress (const void            *data,
          gsize                  length,
          GZlibCompressorFormat  format)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (format, 6);
  g_autoptr(GInputStream) plain = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr(GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  GByteArray *bytes = g_byte_array_new ();
  guint8 block[4096];
  gssize n;

  while ((n = g_input_stream_read (packed, block, sizeof block, NULL, NULL)) > 0)
    g_byte_array_append (bytes, block, (guint) n);
  return bytes;
}

#define HTML "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"

static GByteArray *
make_warc (void)
{
  GByteArray *warc = g_byte_array_new ();

  append_record (warc, "warcinfo", "", "application/warc-fields", "software: none\r\n", 16);
  append_record (warc, "request", "https://a.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n", 18);
  append_response (warc, "https://a.example/1", HTML, PAGE, strlen (PAGE));
  append_response (warc, "https://a.example/logo.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n", "\x89PNG\r\n", 6);
  append_response (warc, "https://a.example/site.css", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n", "p { }", 5);
  append_response (warc, "https://a.example/moved", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n", PAGE, strlen (PAGE));
  append_response (warc, "https://a.example/none", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n", PAGE, strlen (PAGE));
  append_record (warc, "revisit", "https://a.example/1", "application/http; msgtype=response", HTML "\r\n", strlen (HTML) + 2);
  append_record (warc, "resource", "https://a.example/2", "text/html", PAGE, strlen (PAGE));
  append_record (warc, "resource", "dns:a.example", "text/dns", "a.example. 1 IN A 10.0.0.1", 26);
  append_record (warc, "metadata", "https://a.example/1", "application/warc-fields", "via: none\r\n", 11);
  append_record (warc, "conversion", "https://a.example/3", "text/plain", STORY (3), strlen (STORY (3)));
  return warc;
}

static void
assert_pages (Reading *reading)
{
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *address = g_strdup_printf ("https://a.example/%u", i + 1);
      TlDocument *document = reading_get (reading, i);

      g_assert_cmpstr (tl_document_get_part (document), ==, address);
      g_assert_cmpstr (tl_document_get_url (document), ==, address);
      g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_URL), ==, TL_PROVENANCE_HEADER);
      /* The day of the crawl is none of publication. */
      g_assert_null (tl_document_get_published (document));
      g_assert_nonnull (strstr (tl_document_get_text (document), "The bridge over the river was opened"));
    }
}

static void
test_records (void)
{
  g_autoptr(GByteArray) warc = make_warc ();
  g_autoptr(Reading) from_memory = reading_new_for_bytes ("a.warc", warc->data, warc->len);
  g_autoptr(Reading) from_file = reading_new_for_file ("a.warc", warc->data, warc->len);

  assert_pages (from_memory);
  assert_pages (from_file);
}

/* Each record is packed by itself, so that each can be found. */
static void
test_packed (void)
{
  g_autoptr(GByteArray) packed = g_byte_array_new ();
  g_autoptr(Reading) from_memory = NULL;
  g_autoptr(Reading) from_file = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *address = g_strdup_printf ("https://a.example/%u", i + 1);
      g_autoptr(GByteArray) warc = g_byte_array_new ();
      g_autoptr(GByteArray) member = NULL;

      append_response (warc, address, HTML, PAGE, strlen (PAGE));
      member = compress (warc->data, warc->len, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
      g_byte_array_append (packed, member->data, member->len);
    }
  from_memory = reading_new_for_bytes ("a.warc.gz", packed->data, packed->len);
  from_file = reading_new_for_file ("a.warc.gz", packed->data, packed->len);
  assert_pages (from_memory);
  assert_pages (from_file);
}

/* As it came over the wire. */
static void
test_codings (void)
{
  static const struct
  {
    const char *headers;
    int         format;
  } cases[] = {
    { HTML "Content-Encoding: gzip\r\n", G_ZLIB_COMPRESSOR_FORMAT_GZIP },
    { HTML "Content-Encoding: deflate\r\n", G_ZLIB_COMPRESSOR_FORMAT_ZLIB },
    { HTML "Content-Encoding: deflate\r\n", G_ZLIB_COMPRESSOR_FORMAT_RAW },
    { HTML "Content-Encoding: gzip\r\n", -1 },
    { HTML "Transfer-Encoding: chunked\r\n", -1 },
  };
  static const char *const chunked[] = {
    "10\r\n<!DOCTYPE html><\r\nFFFF;a=b\r\nhtml><p>The bridge over the river was opened on Monday.</p>",
    "zz\r\nnothing of it", "ffffffffffffffffffff\r\n", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GByteArray) warc = g_byte_array_new ();
      g_autoptr(GByteArray) body = NULL;
      g_autoptr(Reading) reading = NULL;

      if (cases[i].format >= 0)
        body = compress (PAGE, strlen (PAGE), (GZlibCompressorFormat) cases[i].format);
      append_response (warc, "https://a.example/1", cases[i].headers, body != NULL ? body->data : (const guint8 *) PAGE,
                       body != NULL ? body->len : strlen (PAGE));
      reading = reading_new_for_bytes ("a.warc", warc->data, warc->len);
      g_assert_no_error (reading->error);
      g_assert_cmpuint (reading->documents->len, ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (chunked); i++)
    {
      g_autoptr(GByteArray) warc = g_byte_array_new ();
      g_autoptr(Reading) reading = NULL;

      append_response (warc, "https://a.example/1", HTML "Transfer-Encoding: chunked\r\n", chunked[i], strlen (chunked[i]));
      reading = reading_new_for_bytes ("a.warc", warc->data, warc->len);
      if (i == 0)
        g_assert_cmpuint (reading->documents->len, ==, 1);
    }
}

static void
test_charset (void)
{
  g_autoptr(GByteArray) warc = g_byte_array_new ();
  g_autofree char *page = g_convert (PAGE_START "Мост через реку открыли в понедельник." PAGE_END, -1,
                                     "windows-1251", "UTF-8", NULL, NULL, NULL);
  g_autoptr(Reading) reading = NULL;

  append_response (warc, "https://a.example/1", "HTTP/1.0 200 OK\ncontent-type: text/html;charset=\"windows-1251\"\n",
                   page, strlen (page));
  reading = reading_new_for_bytes ("a.warc", warc->data, warc->len);
  g_assert_no_error (reading->error);
  g_assert_nonnull (strstr (tl_document_get_text (reading_get (reading, 0)), "Мост через реку"));
}

/* A record that lies about its length costs what is in it, and no other. */
static void
test_lengths (void)
{
  static const char *const lengths[] = { "0", "10", "9999999999999", "99999999999999999999999", "-1", "many", "" };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(GByteArray) warc = g_byte_array_new ();
      g_autofree char *record = g_strdup_printf ("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\n"
                                                 "WARC-Target-URI: https://a.example/0\r\n"
                                                 "Content-Length: %s\r\n\r\n" PAGE "\r\n\r\n", lengths[i]);
      g_autoptr(Reading) reading = NULL;

      g_byte_array_append (warc, (const guint8 *) record, (guint) strlen (record));
      append_response (warc, "https://a.example/1", HTML, PAGE, strlen (PAGE));
      reading = reading_new_for_bytes ("a.warc", warc->data, warc->len);
      if (i != 2)
        g_assert_nonnull (strstr (reading->lines->str, "https://a.example/1: "));
      else
        g_assert_nonnull (strstr (reading->lines->str, "https://a.example/0! "));
    }
}

/* More of records without pages than memory should hold at once. */
static void
test_many (void)
{
  g_autoptr(GByteArray) warc = g_byte_array_new ();
  g_autoptr(Reading) reading = NULL;

  for (guint i = 0; i < 100000; i++)
    append_record (warc, "revisit", "https://a.example/1", "application/http", "", 0);
  append_response (warc, "https://a.example/1", HTML, PAGE, strlen (PAGE));
  reading = reading_new_for_file ("a.warc", warc->data, warc->len);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, 1);
}

static void
test_broken (void)
{
  g_autoptr(GByteArray) warc = make_warc ();
  g_autoptr(GByteArray) packed = compress (warc->data, warc->len, G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  reading_survives ("a.warc", warc->data, warc->len, 150);
  reading_survives ("a.warc.gz", packed->data, packed->len, 150);
}

static void
test_threads (void)
{
  g_autoptr(GByteArray) warc = g_byte_array_new ();

  append_record (warc, "conversion", "https://a.example/1", "text/plain", STORY (1), strlen (STORY (1)));
  reading_in_threads ("a.warc", warc->data, warc->len, "https://a.example/1: Bridge 1 over the River Opens\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/warc-reader/records", test_records);
  g_test_add_func ("/warc-reader/packed", test_packed);
  g_test_add_func ("/warc-reader/codings", test_codings);
  g_test_add_func ("/warc-reader/charset", test_charset);
  g_test_add_func ("/warc-reader/lengths", test_lengths);
  g_test_add_func ("/warc-reader/many", test_many);
  g_test_add_func ("/warc-reader/broken", test_broken);
  g_test_add_func ("/warc-reader/threads", test_threads);
  return g_test_run ();
}
