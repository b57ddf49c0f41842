/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading-checks.h"
#include "zip-maker.h"

#include <string.h>

#define RELS                                                                                        \
  "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" \
  "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' " \
  "Target='%s'/></Relationships>"

#define STYLES                                                                                      \
  "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"               \
  "<w:style w:styleId='a3'><w:name w:val='Title'/></w:style>"                                        \
  "<w:style w:styleId='1'><w:name w:val='heading 1'/><w:pPr><w:numPr/></w:pPr></w:style>"            \
  "<w:style w:styleId='11'><w:name w:val='toc 1'/></w:style>"                                        \
  "<w:style w:styleId='lb'><w:name w:val='List Bullet'/><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>" \
  "<w:style w:styleId='lb2'><w:name w:val='Mine'/><w:basedOn w:val='lb'/></w:style>"                 \
  "<w:style w:styleId='x'><w:basedOn w:val='y'/></w:style><w:style w:styleId='y'><w:basedOn w:val='x'/></w:style>" \
  "</w:styles>"

#define PROPERTIES                                                                                  \
  "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' " \
  "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>"           \
  "<dc:title>%s</dc:title><dc:creator>%s</dc:creator>"                                               \
  "<dcterms:created>2009-01-02T03:04:05Z</dcterms:created></cp:coreProperties>"

#define LEAD "The harbour took in more grain than ever before, and the town was glad of it, said the clerk on Monday."
#define REST "More ships are expected in the spring, when the ice is gone and the river carries them again to the sea."

static GBytes *
make (const char *body,
      const char *title,
      const char *creator)
{
  g_autofree char *rels = g_strdup_printf (RELS, "word/document.xml");
  g_autofree char *properties = g_strdup_printf (PROPERTIES, title, creator);
  g_autofree char *document = g_strdup_printf (
    "<?xml version='1.0' encoding='UTF-8'?><w:document "
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><w:body>%s</w:body></w:document>", body);
  ZipMaker *maker = zip_maker_new (NULL);

  zip_maker_add (maker, "[Content_Types].xml", "<Types/>", -1);
  zip_maker_add (maker, "_rels/.rels", rels, -1);
  zip_maker_add (maker, "word/header1.xml", "<w:hdr>A header</w:hdr>", -1);
  zip_maker_add (maker, "word/document.xml", document, -1);
  zip_maker_add (maker, "word/styles.xml", STYLES, -1);
  zip_maker_add (maker, "docProps/core.xml", properties, -1);
  return zip_maker_finish (maker);
}

static TlDocument *
read_body (const char *body,
           const char *title,
           const char *creator)
{
  g_autoptr(GBytes) bytes = make (body, title, creator);

  return read_document (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

#define P(text) "<w:p><w:r><w:t xml:space='preserve'>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define CELL(text) "<w:tc><w:tcPr/>" P (text) "</w:tc>"

static void
test_text (void)
{
  static const struct
  {
    const char *body;
    const char *text;
  } cases[] = {
    { P ("One") P ("Two"), "One\n\nTwo" },
    { P ("One") "<w:p/>" P ("Two"), "One\n\nTwo" },
    { "<w:p><w:r><w:t>Gr</w:t></w:r><w:r><w:t>ain </w:t></w:r><w:r><w:t xml:space='preserve'> for all</w:t></w:r></w:p>",
      "Grain for all" },
    { "<w:p><w:r><w:t>One</w:t><w:br/><w:t>Two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>", "One\nTwo\tthree" },
    { "<w:p><w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r><w:t>to</w:t><w:noBreakHyphen/><w:t>day</w:t></w:r></w:p>",
      "to-day" },
    { P ("A:") STYLED ("lb", "one") STYLED ("lb2", "two") P ("End"), "A:\n\n• one\n• two\n\nEnd" },
    { "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>", "• one" },
    { "<w:p><w:pPr><w:pStyle w:val='lb'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>none</w:t></w:r></w:p>",
      "none" },
    { STYLED ("1", "Head") STYLED ("x", "In a circle"), "Head\n\nIn a circle" },
    { P ("A") "<w:tbl><w:tblPr/><w:tr>" CELL ("Country") CELL ("2017") "</w:tr><w:tr>" CELL ("Peru") CELL ("") CELL ("3")
      "</w:tr></w:tbl>" P ("B"), "A\n\nCountry\t2017\nPeru\t\t3\n\nB" },
    /* a table that only lays out the page */
    { "<w:tbl><w:tr><w:tc>" P ("One") P ("Two") "</w:tc></w:tr></w:tbl>", "One\n\nTwo" },
    /* a table in a table */
    { "<w:tbl><w:tr>" CELL ("a") "<w:tc><w:tbl><w:tr>" CELL ("b") CELL ("c") "</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
      "a\tb c" },
    /* deleted, inserted, moved, hidden */
    { "<w:p><w:r><w:t>Sold </w:t></w:r><w:del><w:r><w:delText>nothing</w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>all</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom>"
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r>"
      "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> seen</w:t></w:r></w:p>", "Sold all seen" },
    { "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>" P ("sentence"), "One sentence" },
    /* notes, comments, fields */
    { "<w:p><w:r><w:t>Sold</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t>, said he</w:t></w:r>"
      "<w:r><w:commentReference w:id='2'/></w:r></w:p>", "Sold, said he" },
    { "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK \"x\"</w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>here</w:t></w:r></w:p>", "here" },
    { "<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> and tag</w:t></w:r></w:smartTag></w:p>",
      "A link and tag" },
    /* boxes are written twice */
    { "<w:p><w:r><w:t>Text</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" P ("Box")
      "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" P ("Box")
      "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> goes on</w:t></w:r></w:p>" P ("Next"),
      "Text goes on\n\nBox\n\nNext" },
    { "<w:p><w:r><w:drawing><a:p><a:r><a:t>in a drawing</a:t></a:r></a:p></w:drawing><w:t>Text</w:t></w:r></w:p>", "Text" },
    /* contents */
    { STYLED ("11", "Chapter 1 ..... 3") "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
      "</w:docPartObj></w:sdtPr><w:sdtContent>" P ("Chapter") "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>"
      P ("Text") "</w:sdtContent></w:sdt>", "Text" },
    { P ("soft&#xad;ly &amp; e&#x301;"), "softly & \303\251" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlDocument) document = read_body (cases[i].body, "", "");

      g_assert_cmpstr (tl_document_get_text (document), ==, cases[i].text);
    }
}

static void
test_facts (void)
{
  static const struct
  {
    const char   *body;
    const char   *property;
    const char   *creator;
    const char   *title;
    const char   *author;
    TlProvenance  title_from;
    TlProvenance  author_from;
  } cases[] = {
    { STYLED ("a3", "More Grain Than Ever") P ("By Anna Berg") P (LEAD) P (REST), "Template for a Letter", "Office User",
      "More Grain Than Ever", "Anna Berg", TL_PROVENANCE_TEXT, TL_PROVENANCE_TEXT },
    { P (LEAD) P (REST), "Grain in the Harbour", "Karl Maria Lund",
      "Grain in the Harbour", "Karl Maria Lund", TL_PROVENANCE_PROPERTIES, TL_PROVENANCE_PROPERTIES },
    { P (LEAD) P (REST), "Microsoft Word - grain_final.doc", "admin", NULL, NULL, TL_PROVENANCE_NONE, TL_PROVENANCE_NONE },
    { P (LEAD) P (REST), "Document1", "HP", NULL, NULL, TL_PROVENANCE_NONE, TL_PROVENANCE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlDocument) document = read_body (cases[i].body, cases[i].property, cases[i].creator);

      g_assert_cmpstr (tl_document_get_title (document), ==, cases[i].title);
      g_assert_cmpstr (tl_document_get_author (document), ==, cases[i].author);
      g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_TITLE), ==, cases[i].title_from);
      g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_AUTHOR), ==, cases[i].author_from);
      /* the day the file was made on is not the day of the article */
      g_assert_null (tl_document_get_published (document));
    }
}

static void
test_elsewhere (void)
{
  g_autofree char *rels = g_strdup_printf (RELS, "/word/document2.xml");
  g_autofree char *sheet = g_strdup_printf (RELS, "xl/workbook.xml");
  ZipMaker *maker = zip_maker_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) table = NULL;
  g_autoptr(TlDocument) document = NULL;

  zip_maker_add (maker, "docProps/app.xml", "<x/>", -1);
  zip_maker_add (maker, "_rels/.rels", rels, -1);
  zip_maker_add (maker, "word/document2.xml",
                 "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body>" P ("Text") "</w:body></w:document>", -1);
  bytes = zip_maker_finish (maker);
  document = read_document (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_assert_cmpstr (tl_document_get_text (document), ==, "Text");

  maker = zip_maker_new (NULL);
  zip_maker_add (maker, "[Content_Types].xml", "<x/>", -1);
  zip_maker_add (maker, "_rels/.rels", sheet, -1);
  zip_maker_add (maker, "xl/workbook.xml", "<x/>", -1);
  table = zip_maker_finish (maker);
  assert_unreadable (g_bytes_get_data (table, NULL), (gssize) g_bytes_get_size (table), TL_DOCUMENT_ERROR_NOT_TEXT);
}

/* An archive with the member @content as the document. */
static void
assert_member_unreadable (const char *content,
                          gssize      length,
                          const char *password,
                          int         code)
{
  ZipMaker *maker = zip_maker_new (password);
  g_autoptr(GBytes) bytes = NULL;

  zip_maker_add (maker, "[Content_Types].xml", "<Types/>", -1);
  if (content != NULL)
    zip_maker_add (maker, "word/document.xml", content, length);
  bytes = zip_maker_finish (maker);
  assert_unreadable (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), code);
}

static char *
repeat (const char *text,
        guint       n_times)
{
  GString *all = g_string_new (NULL);

  while (n_times-- > 0)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

#define DOCUMENT "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"

static void
test_broken (void)
{
  static const char bomb[] =
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
    DOCUMENT P ("&d;&d;&d;&d;&d;&d;&d;&d;") "</w:body></w:document>";
  g_autofree char *deep = repeat ("<w:sdt><w:sdtContent>", 10000);
  g_autofree char *nested = g_strconcat (DOCUMENT, deep, NULL);
  g_autofree char *zeros = g_malloc0 (TL_DOCUMENT_MAX_SIZE + 1);

  memset (zeros, ' ', TL_DOCUMENT_MAX_SIZE + 1);
  assert_member_unreadable (NULL, 0, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_member_unreadable ("", 0, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_member_unreadable ("<html><body>no</body></html>", -1, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_member_unreadable (DOCUMENT P ("cut"), -1, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_member_unreadable (DOCUMENT "</w:body></w:document>", -1, NULL, TL_DOCUMENT_ERROR_EMPTY);
  assert_member_unreadable (bomb, -1, NULL, TL_DOCUMENT_ERROR_EMPTY);
  assert_member_unreadable (nested, -1, NULL, TL_DOCUMENT_ERROR_BROKEN);
  assert_member_unreadable (zeros, TL_DOCUMENT_MAX_SIZE + 1, NULL, TL_DOCUMENT_ERROR_TOO_LARGE);
  assert_member_unreadable (DOCUMENT P ("Text") "</w:body></w:document>", -1, "secret", TL_DOCUMENT_ERROR_ENCRYPTED);
}

static void
test_damaged (void)
{
  g_autoptr(GBytes) bytes = make (P (LEAD) P (REST) STYLED ("lb", "x") "<w:tbl><w:tr>" CELL ("a") CELL ("b") "</w:tr></w:tbl>",
                                  "A Title of Words", "Anna Berg");
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  assert_survives_cut (data, length, 1);
  assert_survives_rot (data, length, 500);
}

/* The parts of a protected document, and an old one, are in a file system of their own. */
static void
test_compound (void)
{
  static const char *const names[] = { "EncryptedPackage", "WordDocument", "Workbook", "Nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint8 data[1024] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

      for (guint j = 0; names[i][j] != '\0'; j++)
        data[600 + 2 * j] = (guint8) names[i][j];
      assert_unreadable (data, sizeof data, TL_DOCUMENT_ERROR_NOT_TEXT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx-reader/text", test_text);
  g_test_add_func ("/docx-reader/facts", test_facts);
  g_test_add_func ("/docx-reader/elsewhere", test_elsewhere);
  g_test_add_func ("/docx-reader/broken", test_broken);
  g_test_add_func ("/docx-reader/damaged", test_damaged);
  g_test_add_func ("/docx-reader/compound", test_compound);
  return g_test_run ();
}
