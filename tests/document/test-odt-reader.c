/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading-checks.h"
#include "zip-maker.h"

#include <string.h>

#define TYPE "application/vnd.oasis.opendocument.text"

#define SPACES                                                                              \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                        \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                            \
  "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                          \
  "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "                         \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                          \
  "xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0' "                     \
  "xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' "                            \
  "xmlns:dc='http://purl.org/dc/elements/1.1/'"

#define STYLES                                                                              \
  "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/>" \
  "<number:date-style><number:text>.</number:text></number:date-style></office:automatic-styles>"

#define META                                                                                \
  "<office:meta><meta:initial-creator>Anna Berg</meta:initial-creator><dc:creator>Otto Lund</dc:creator>" \
  "<dc:title>Grain in the Harbour</dc:title><meta:creation-date>2009-01-02</meta:creation-date>"          \
  "<dc:date>2010-01-02</dc:date></office:meta>"

#define LEAD "The harbour took in more grain than ever before, and the town was glad of it, said the clerk on Monday."
#define REST "More ships are expected in the spring, when the ice is gone and the river carries them again to the sea."

#define P(text) "<text:p>" text "</text:p>"

static GBytes *
make (const char *body,
      const char *manifest)
{
  g_autofree char *content = g_strdup_printf (
    "<?xml version='1.0' encoding='UTF-8'?><office:document-content " SPACES ">" STYLES
    "<office:body><office:text>%s</office:text></office:body></office:document-content>", body);
  ZipMaker *maker = zip_maker_new (NULL);

  zip_maker_add (maker, "mimetype", TYPE, -1);
  zip_maker_add (maker, "content.xml", content, -1);
  zip_maker_add (maker, "meta.xml", "<office:document-meta " SPACES ">" META "</office:document-meta>", -1);
  zip_maker_add (maker, "META-INF/manifest.xml", manifest, -1);
  return zip_maker_finish (maker);
}

static void
test_text (void)
{
  static const struct
  {
    const char *body;
    const char *text;
  } cases[] = {
    { P ("One") P ("Two"), "One\n\nTwo" },
    { P ("Gr<text:span>ain</text:span><text:s text:c='2000000000'/>for\n all"), "Grain for all" },
    { P ("One<text:line-break/>Two<text:tab/>three"), "One\nTwo\tthree" },
    { P ("Sold<text:note><text:note-body>" P ("note") "</text:note-body></text:note>, said he"), "Sold, said he" },
    { P ("Sold<office:annotation><dc:creator>X</dc:creator>" P ("no") "</office:annotation>"), "Sold" },
    { "<text:tracked-changes><text:changed-region><text:deletion>" P ("gone") "</text:deletion></text:changed-region>"
      "</text:tracked-changes>" P ("Sold<text:change text:change-id='1'/> out"), "Sold out" },
    { P ("A:") "<text:list><text:list-item>" P ("one") "</text:list-item><text:list-item>" P ("two")
      "<text:list><text:list-item>" P ("two and a half") "</text:list-item></text:list></text:list-item></text:list>" P ("End"),
      "A:\n\n\342\200\242 one\n\342\200\242 two\n\342\200\242 two and a half\n\nEnd" },
    { "<text:list><text:list-item><text:h text:outline-level='1'>Numbered</text:h></text:list-item></text:list>" P ("x"),
      "Numbered\n\nx" },
    { P ("A") "<table:table><table:table-column table:number-columns-repeated='2'/><table:table-row><table:table-cell>"
      P ("Country") "</table:table-cell><table:table-cell>" P ("2017") "</table:table-cell></table:table-row>"
      "<table:table-row><table:table-cell>" P ("Peru") "</table:table-cell><table:table-cell>" P ("3")
      "</table:table-cell></table:table-row></table:table>" P ("B"), "A\n\nCountry\t2017\nPeru\t3\n\nB" },
    { P ("Text <draw:frame><draw:text-box>" P ("Box") "</draw:text-box></draw:frame>goes on") P ("Next"),
      "Text goes on\n\nBox\n\nNext" },
    { "<text:table-of-content>" P ("Chapter 1") "</text:table-of-content><text:section text:display='none'>" P ("no")
      "</text:section><text:section>" P ("Text") "</text:section>", "Text" },
    { P ("Tom &amp; Ann<text:hidden-text>no</text:hidden-text>"), "Tom & Ann" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = make (cases[i].body, "<m/>");
      g_autoptr(TlDocument) document = read_document (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

      g_assert_cmpstr (tl_document_get_text (document), ==, cases[i].text);
    }
}

static void
test_facts (void)
{
  static const struct
  {
    const char *body;
    const char *title;
    const char *author;
  } cases[] = {
    { "<text:p text:style-name='P1'>More Grain Than Ever</text:p>" P ("By Karl Lund") P (LEAD) P (REST),
      "More Grain Than Ever", "Karl Lund" },
    { P (LEAD) P (REST), "Grain in the Harbour", "Anna Berg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = make (cases[i].body, "<m/>");
      g_autoptr(TlDocument) document = read_document (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

      g_assert_cmpstr (tl_document_get_title (document), ==, cases[i].title);
      g_assert_cmpstr (tl_document_get_author (document), ==, cases[i].author);
      g_assert_null (tl_document_get_published (document));
    }
}

static void
test_flat (void)
{
  static const char flat[] =
    "<?xml version='1.0'?><office:document " SPACES ">" META STYLES
    "<office:body><office:text>" P (LEAD) P (REST) "</office:text></office:body></office:document>";
  g_autoptr(TlDocument) document = read_document (flat, -1);

  g_assert_cmpstr (tl_document_get_text (document), ==, LEAD "\n\n" REST);
  g_assert_cmpstr (tl_document_get_title (document), ==, "Grain in the Harbour");
}

static void
test_broken (void)
{
  g_autoptr(GBytes) good = make (P (LEAD) P (REST) "<text:list><text:list-item>" P ("x") "</text:list-item></text:list>", "<m/>");
  g_autoptr(GBytes) locked = make (P (LEAD), "<m:file-entry><m:encryption-data/></m:file-entry>");
  g_autoptr(GBytes) blank = make (P (""), "<m/>");
  g_autoptr(GBytes) cut = make (P (LEAD) "<text:p>", "<m/>");
  g_autoptr(GBytes) lacking = NULL;
  ZipMaker *maker = zip_maker_new (NULL);

  zip_maker_add (maker, "mimetype", TYPE, -1);
  lacking = zip_maker_finish (maker);
  assert_unreadable (g_bytes_get_data (lacking, NULL), (gssize) g_bytes_get_size (lacking), TL_DOCUMENT_ERROR_BROKEN);
  assert_unreadable (g_bytes_get_data (locked, NULL), (gssize) g_bytes_get_size (locked), TL_DOCUMENT_ERROR_ENCRYPTED);
  assert_unreadable (g_bytes_get_data (blank, NULL), (gssize) g_bytes_get_size (blank), TL_DOCUMENT_ERROR_EMPTY);
  assert_unreadable (g_bytes_get_data (cut, NULL), (gssize) g_bytes_get_size (cut), TL_DOCUMENT_ERROR_BROKEN);
  assert_unreadable ("<?xml version='1.0'?><office:document " SPACES "><office:body><office:spreadsheet/></office:body></office:document>",
                     -1, TL_DOCUMENT_ERROR_NOT_TEXT);
  assert_survives_cut (g_bytes_get_data (good, NULL), g_bytes_get_size (good), 1);
  assert_survives_rot (g_bytes_get_data (good, NULL), g_bytes_get_size (good), 500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt-reader/text", test_text);
  g_test_add_func ("/odt-reader/facts", test_facts);
  g_test_add_func ("/odt-reader/flat", test_flat);
  g_test_add_func ("/odt-reader/broken", test_broken);
  return g_test_run ();
}
