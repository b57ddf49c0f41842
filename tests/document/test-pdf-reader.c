/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <cairo-pdf.h>
#include <string.h>

#define WIDTH 595
#define HEIGHT 842
#define SIZE 11.0

/* Words at a place, in a size; a page ends where there are none. */
typedef struct
{
  double      x;
  double      y;
  double      size;
  const char *words;
} Placed;

static cairo_status_t
write_cb (void        *user_data,
          const guint8 *data,
          guint         length)
{
  g_byte_array_append (user_data, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
make_pdf (const Placed *words,
          gsize         n_words,
          const char   *title)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2019-03-05T10:00:00Z");
  if (title != NULL)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Ann Baker");
    }
  for (gsize i = 0; i < n_words; i++)
    {
      if (words[i].words == NULL)
        {
          cairo_show_page (cr);
          continue;
        }
      cairo_set_font_size (cr, words[i].size);
      cairo_move_to (cr, words[i].x, words[i].y);
      cairo_show_text (cr, words[i].words);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

/* A bulletin: running heads, page numbers, a headline, two columns, a word broken at a
 * line's end and a paragraph that goes on in the next column and on the next page. */
static const Placed bulletin[] = {
  { 60, 30, 8, "Monthly Bulletin No. 5, page 1" },
  { 60, 90, 20, "Bridge Opens over the Wide River" },
  { 60, 130, SIZE, "The bridge over the river was opened" },
  { 60, 144, SIZE, "on Monday, and many people came to" },
  { 60, 158, SIZE, "see it. The first to cross it was a ba-" },
  { 60, 172, SIZE, "ker from the other side." },
  { 75, 186, SIZE, "It took four years to build, two more" },
  { 60, 200, SIZE, "than the town had hoped for: a long-" },
  { 60, 214, SIZE, "term plan, and a costly one for all of" },
  { 320, 130, SIZE, "the people who live here on both banks" },
  { 320, 144, SIZE, "of it. Nobody said that long-term plans" },
  { 320, 158, SIZE, "were cheap, and this one was not any of" },
  { 320, 172, SIZE, "those that come to their end in time to" },
  { 290, 820, 9, "1" },
  { 0, 0, 0, NULL },
  { 60, 30, 8, "Monthly Bulletin No. 5, page 2" },
  { 60, 130, SIZE, "be of use to those who had paid for it." },
  { 60, 160, SIZE, "A second one is to follow next year." },
  { 290, 820, 9, "2" },
};

#define BULLETIN                                                                             \
  "Bridge Opens over the Wide River\n\n"                                                     \
  "The bridge over the river was opened on Monday, and many people came to see it. The "     \
  "first to cross it was a baker from the other side.\n\n"                                   \
  "It took four years to build, two more than the town had hoped for: a long-term plan, "    \
  "and a costly one for all of the people who live here on both banks of it. Nobody said "   \
  "that long-term plans were cheap, and this one was not any of those that come to their "   \
  "end in time to be of use to those who had paid for it.\n\n"                               \
  "A second one is to follow next year."

static void
test_bulletin (void)
{
  g_autoptr(GByteArray) bytes = make_pdf (bulletin, G_N_ELEMENTS (bulletin), NULL);
  g_autoptr(Reading) reading = reading_new_for_file ("bulletin.pdf", bytes->data, bytes->len);
  TlDocument *document = reading_get (reading, 0);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (tl_document_get_text (document), ==, BULLETIN);
  g_assert_cmpstr (tl_document_get_title (document), ==, "Bridge Opens over the Wide River");
  g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_TITLE), ==, TL_PROVENANCE_TEXT);
  g_assert_cmpuint (tl_document_get_story (document), ==, strlen ("Bridge Opens over the Wide River\n\n"));
  g_assert_cmpstr (tl_document_get_published (document), ==, "2019-03-05");
  g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_PUBLISHED), ==, TL_PROVENANCE_PROPERTIES);
}

/* The name of the paper is larger than the headline, and has fewer words. */
static void
test_masthead (void)
{
  static const Placed words[] = {
    { 60, 60, 30, "The Paper" },
    { 60, 110, 18, "Bridge Opens over the Wide" },
    { 60, 132, 18, "River in Spring" },
    { 60, 170, SIZE, "The bridge over the river was opened on Monday, and many people came to see it." },
    { 60, 184, SIZE, "The first to cross it was a baker from the other side, who had waited there long." },
  };
  g_autoptr(GByteArray) bytes = make_pdf (words, G_N_ELEMENTS (words), NULL);
  g_autoptr(Reading) reading = reading_new_for_bytes ("paper.pdf", bytes->data, bytes->len);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (tl_document_get_title (reading_get (reading, 0)), ==, "Bridge Opens over the Wide River in Spring");
}

/* The properties tell what the text does not, unless they tell nothing. */
static void
test_properties (void)
{
  static const Placed words[] = {
    { 60, 170, SIZE, "The bridge over the river was opened on Monday, and many people came to see it." },
    { 60, 184, SIZE, "The first to cross it was a baker from the other side, who had waited there long." },
  };
  static const struct
  {
    const char *property;
    const char *title;
  } cases[] = {
    { "Bridge Opens over the Wide River", "Bridge Opens over the Wide River" },
    { "Microsoft Word - bridge final 2.doc", NULL },
    { "bridge_final_2.indd", NULL },
    { "untitled document 1", NULL },
    { "Bridge", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GByteArray) bytes = make_pdf (words, G_N_ELEMENTS (words), cases[i].property);
      g_autoptr(Reading) reading = reading_new_for_bytes ("paper.pdf", bytes->data, bytes->len);
      TlDocument *document = reading_get (reading, 0);

      g_assert_no_error (reading->error);
      g_assert_cmpstr (tl_document_get_title (document), ==, cases[i].title);
      g_assert_cmpstr (tl_document_get_author (document), ==, "Ann Baker");
    }
}

/* A picture of a page. */
static void
test_scan (void)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(Reading) reading = NULL;

  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (surface);
  reading = reading_new_for_bytes ("scan.pdf", bytes->data, bytes->len);
  g_assert_error (reading->error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY);
  g_assert_cmpstr (reading->error->message, ==, "This is a scanned PDF without text");
}

/* By hand: Cairo encrypts nothing.  No password opens what these bytes say. */
#define ENCRYPTED                                                                             \
  "%PDF-1.4\n"                                                                                \
  "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"                                          \
  "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"                                    \
  "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n"                      \
  "4 0 obj\n<</Filter/Standard/V 2/R 3/Length 128/P -4"                                       \
  "/O<000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>"                      \
  "/U<1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100>>>\nendobj\n"          \
  "trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff>"         \
  "<00112233445566778899aabbccddeeff>]>>\n%%EOF\n"

/* It says that it has more pages than anyone would read. */
#define MANY_PAGES                                                                            \
  "%PDF-1.4\n"                                                                                \
  "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"                                          \
  "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 2000000000>>\nendobj\n"                           \
  "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n"                      \
  "trailer\n<</Size 4/Root 1 0 R>>\n%%EOF\n"

/* The pages hold themselves. */
#define CYCLE                                                                                 \
  "%PDF-1.4\n"                                                                                \
  "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"                                          \
  "2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>\nendobj\n"                              \
  "trailer\n<</Size 3/Root 1 0 R>>\n%%EOF\n"

static void
test_bad (void)
{
  static const struct
  {
    const char *data;
    int         code;
  } cases[] = {
    { ENCRYPTED, TL_DOCUMENT_ERROR_ENCRYPTED },
    { "%PDF-1.7\n%nothing more", TL_DOCUMENT_ERROR_BROKEN },
    { "%PDF-", TL_DOCUMENT_ERROR_BROKEN },
    { CYCLE, -1 },
    { MANY_PAGES, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Reading) reading = reading_new_for_bytes ("bad.pdf", cases[i].data, strlen (cases[i].data));

      g_assert_nonnull (reading->error);
      g_assert_true (reading->error->domain == TL_DOCUMENT_ERROR);
      if (cases[i].code >= 0)
        g_assert_cmpint (reading->error->code, ==, cases[i].code);
    }
}

static void
test_broken (void)
{
  g_autoptr(GByteArray) bytes = make_pdf (bulletin, G_N_ELEMENTS (bulletin), NULL);

  reading_survives ("bulletin.pdf", bytes->data, bytes->len, 100);
}

static void
test_threads (void)
{
  g_autoptr(GByteArray) bytes = make_pdf (bulletin, G_N_ELEMENTS (bulletin), NULL);

  reading_in_threads ("bulletin.pdf", bytes->data, bytes->len, "-: Bridge Opens over the Wide River\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-reader/bulletin", test_bulletin);
  g_test_add_func ("/pdf-reader/masthead", test_masthead);
  g_test_add_func ("/pdf-reader/properties", test_properties);
  g_test_add_func ("/pdf-reader/scan", test_scan);
  g_test_add_func ("/pdf-reader/bad", test_bad);
  g_test_add_func ("/pdf-reader/broken", test_broken);
  g_test_add_func ("/pdf-reader/threads", test_threads);
  return g_test_run ();
}
