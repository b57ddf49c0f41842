/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"
#include "reading-checks.h"
#include "zip-maker.h"

#include <string.h>

#define CONTAINER                                                                       \
  "<?xml version='1.0'?><container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'>" \
  "<rootfiles><rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>"

#define PACKAGE(metadata, spine)                                                        \
  "<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' version='2.0'>"   \
  "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:opf='http://www.idpf.org/2007/opf'>" metadata "</metadata>" \
  "<manifest><item id='nav' href='nav.xhtml' properties='nav'/><item id='c' href='cover.xhtml'/>" \
  "<item id='a' href='text/a%20b.xhtml'/><item id='b' href='text/../b.xhtml'/></manifest>" \
  "<spine>" spine "</spine><guide><reference type='cover' href='cover.xhtml'/></guide></package>"

#define BOOK                                                                            \
  "<dc:title>The Harbour</dc:title><dc:creator opf:role='aut'>Anna Berg</dc:creator><dc:creator>Karl Lund</dc:creator>" \
  "<dc:date opf:event='modification'>2020-02-02</dc:date><dc:date>2019-03-04T05:06:07+00:00</dc:date>"                    \
  "<dc:publisher>The River Press</dc:publisher><dc:language>en-GB</dc:language><dc:source>https://press.example/1</dc:source>"

#define ISSUE                                                                           \
  "<dc:title>The River Post</dc:title><dc:creator>bookmaker</dc:creator><dc:publisher>bookmaker</dc:publisher>" \
  "<dc:contributor opf:role='bkp'>bookmaker (3.1)</dc:contributor><dc:date>2019-03-04</dc:date>"                 \
  "<meta name='maker:publication_type' content='periodical:unknown'/>"

#define SPINE "<itemref idref='c'/><itemref idref='nav'/><itemref idref='a'/><itemref idref='b'/><itemref idref='a'/><itemref idref='gone'/>"

#define LEAD "The harbour took in more grain than ever before, and the town was glad of it, said the clerk on Monday in his office by the sea."
#define REST "More ships are expected in the spring, when the ice is gone and the river carries them again to the sea and back from there."
#define NEXT "The bridge over the river was opened on Monday, and many people came to see it, among them a baker from the other side."
#define LAST "It took four years to build, two more than the town had hoped for, and cost as much as a ship, as the mayor put it."

#define PAGE(title, body)                                                               \
  "<?xml version='1.0' encoding='UTF-8'?><html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>" \
  "<head><title>" title "</title></head><body><h1>" title "</h1>" body "</body></html>"

#define CHAPTER_A PAGE ("Grain Comes In", "<p>" LEAD "<a epub:type='noteref' href='#n'><sup>1</sup></a></p><p>" REST "</p>")
#define CHAPTER_B PAGE ("A Bridge Opens", "<p>" NEXT "</p><p>" LAST "</p>")

static GBytes *
make (const char *package,
      const char *first,
      const char *encryption)
{
  ZipMaker *maker = zip_maker_new (NULL);

  zip_maker_add (maker, "mimetype", "application/epub+zip", -1);
  zip_maker_add (maker, "META-INF/container.xml", CONTAINER, -1);
  if (encryption != NULL)
    zip_maker_add (maker, "META-INF/encryption.xml", encryption, -1);
  if (package != NULL)
    zip_maker_add (maker, "OEBPS/book.opf", package, -1);
  zip_maker_add (maker, "OEBPS/cover.xhtml", PAGE ("Cover", "<p>The Harbour</p>"), -1);
  zip_maker_add (maker, "OEBPS/nav.xhtml", PAGE ("Contents", "<ol><li><a href='a'>Grain Comes In</a></li></ol>"), -1);
  if (first != NULL)
    zip_maker_add (maker, "OEBPS/text/a b.xhtml", first, -1);
  zip_maker_add (maker, "OEBPS/b.xhtml", CHAPTER_B, -1);
  return zip_maker_finish (maker);
}

static void
test_book (void)
{
  g_autoptr(GBytes) bytes = make (PACKAGE (BOOK, SPINE), CHAPTER_A, "<e><CipherReference URI='OEBPS/font.otf'/></e>");
  g_autoptr(TlDocument) document = read_document (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_assert_null (tl_document_get_part (document));
  g_assert_cmpstr (tl_document_get_title (document), ==, "The Harbour");
  g_assert_cmpstr (tl_document_get_author (document), ==, "Anna Berg, Karl Lund");
  g_assert_cmpstr (tl_document_get_publisher (document), ==, "The River Press");
  g_assert_cmpstr (tl_document_get_published (document), ==, "2019-03-04");
  g_assert_cmpstr (tl_document_get_url (document), ==, "https://press.example/1");
  g_assert_cmpstr (tl_document_get_language (document), ==, "en");
  g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_PUBLISHED), ==, TL_PROVENANCE_PROPERTIES);
  g_assert_cmpstr (tl_document_get_text (document), ==, LEAD "\n\n" REST "\n\n" NEXT "\n\n" LAST);
}

static void
test_collection (void)
{
  g_autoptr(GBytes) bytes = make (PACKAGE (ISSUE, SPINE), CHAPTER_A, NULL);
  g_autoptr(GPtrArray) documents = read_documents (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  TlDocument *first, *second;

  g_assert_cmpuint (documents->len, ==, 2);
  first = g_ptr_array_index (documents, 0);
  second = g_ptr_array_index (documents, 1);
  g_assert_cmpstr (tl_document_get_part (first), ==, "OEBPS/text/a b.xhtml");
  g_assert_cmpstr (tl_document_get_title (first), ==, "Grain Comes In");
  g_assert_cmpstr (tl_document_get_title (second), ==, "A Bridge Opens");
  g_assert_cmpstr (tl_document_get_text (second), ==, NEXT "\n\n" LAST);
  g_assert_cmpstr (tl_document_get_publisher (second), ==, "The River Post");
  g_assert_cmpstr (tl_document_get_published (second), ==, "2019-03-04");
  g_assert_null (tl_document_get_author (second));
}

static void
assert_book_unreadable (const char *package,
                        const char *first,
                        const char *encryption,
                        int         code)
{
  g_autoptr(GBytes) bytes = make (package, first, encryption);

  assert_unreadable (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), code);
}

static void
test_broken (void)
{
  g_autoptr(GBytes) good = make (PACKAGE (BOOK, SPINE), CHAPTER_A, NULL);

  assert_book_unreadable (NULL, CHAPTER_A, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_book_unreadable ("<package><spine>", CHAPTER_A, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_book_unreadable (PACKAGE (BOOK, SPINE), NULL, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_book_unreadable (PACKAGE (BOOK, ""), CHAPTER_A, NULL, TL_DOCUMENT_ERROR_EMPTY);
  assert_book_unreadable (PACKAGE (BOOK, "<itemref idref='a'/>"), "<html/>", NULL, TL_DOCUMENT_ERROR_EMPTY);
  assert_book_unreadable (PACKAGE (BOOK, SPINE), CHAPTER_A, "<e><CipherReference URI='OEBPS/b.xhtml'/></e>",
                          TL_DOCUMENT_ERROR_ENCRYPTED);
  assert_survives_cut (g_bytes_get_data (good, NULL), g_bytes_get_size (good), 3);
  assert_survives_rot (g_bytes_get_data (good, NULL), g_bytes_get_size (good), 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/epub-reader/book", test_book);
  g_test_add_func ("/epub-reader/collection", test_collection);
  g_test_add_func ("/epub-reader/broken", test_broken);
  return g_test_run ();
}
