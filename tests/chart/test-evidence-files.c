/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of an evidence report: what is in the report is in them, once, and nothing that an
 * article says gets out of its place. */

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <locale.h>
#include <poppler.h>

#include "test-charts.h"
#include "tl-evidence-report.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* Where a page's text ends, in points. */
#define FOOT (841.89 - 70)

static const TlEvidenceOptions options = { .reading_version = 1 };

static GBytes *
write_report (TlChart          *chart,
              TlEvidenceFormat  format)
{
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  tl_evidence_report_write (report, format, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static TlChart *
make_chart_of (GPtrArray *reports)
{
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);

  return tl_chart_new (series, NULL);
}

static TlChart *
make_large_chart (guint n)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u value=%u article=%u", 1990 + i % 35,
                                               1000000 * (i + 1), i + 1);

      g_ptr_array_add (reports, make_test_report (line));
    }
  return make_chart_of (reports);
}

/* ---- HTML ---- */

typedef struct
{
  xmlDoc             *document;
  xmlXPathContext    *context;
} Page;

static void
page_open (Page   *page,
           GBytes *html)
{
  gsize length;
  const char *data = g_bytes_get_data (html, &length);

  page->document = htmlReadMemory (data, (int) length, NULL, "UTF-8",
                                   HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  g_assert_nonnull (page->document);
  page->context = xmlXPathNewContext (page->document);
}

static void
page_close (Page *page)
{
  xmlXPathFreeContext (page->context);
  xmlFreeDoc (page->document);
}

static guint
count_nodes (Page       *page,
             const char *path)
{
  xmlXPathObject *result = xmlXPathEvalExpression ((const xmlChar *) path, page->context);
  guint n = result->nodesetval != NULL ? (guint) result->nodesetval->nodeNr : 0;

  xmlXPathFreeObject (result);
  return n;
}

/* The texts of what a path finds. */
static GPtrArray *
list_texts (Page       *page,
            const char *path)
{
  xmlXPathObject *result = xmlXPathEvalExpression ((const xmlChar *) path, page->context);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; result->nodesetval != NULL && i < result->nodesetval->nodeNr; i++)
    {
      xmlChar *text = xmlNodeGetContent (result->nodesetval->nodeTab[i]);

      g_ptr_array_add (texts, g_strdup ((const char *) text));
      xmlFree (text);
    }
  xmlXPathFreeObject (result);
  return texts;
}

static void
assert_links (Page *page)
{
  g_autoptr(GPtrArray) ids = list_texts (page, "//@id");
  g_autoptr(GPtrArray) links = list_texts (page, "//a/@href");
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_assert_true (g_hash_table_add (known, ids->pdata[i]));
  for (guint i = 0; i < links->len; i++)
    {
      const char *link = links->pdata[i];

      if (*link == '#')
        g_assert_true (g_hash_table_contains (known, link + 1));
      else
        g_assert_true (g_str_has_prefix (link, "http://") || g_str_has_prefix (link, "https://"));
    }
}

/* Nothing runs, and nothing comes from elsewhere. */
static void
assert_harmless (Page *page)
{
  g_autoptr(GPtrArray) policy =
    list_texts (page, "//meta[@http-equiv='Content-Security-Policy']/@content");

  g_assert_cmpuint (count_nodes (page, "//script | //iframe | //object | //embed | //img | //link | "
                                       "//form | //base | //foreignObject | //use | //image"), ==, 0);
  g_assert_cmpuint (count_nodes (page, "//@*[starts-with(name(), 'on')] | //@style | //@src"), ==, 0);
  g_assert_cmpuint (count_nodes (page, "//style"), ==, 1);
  g_assert_cmpuint (policy->len, ==, 1);
  g_assert_true (g_str_has_prefix (policy->pdata[0], "default-src 'none'; style-src 'sha256-"));
}

static void
assert_page (TlEvidenceReport *report,
             Page             *page)
{
  guint n = 0;

  assert_links (page);
  assert_harmless (page);
  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      const TlEvidenceBlock *block = tl_evidence_report_get_block (report, i);
      g_autofree char *path = NULL;

      if (block->kind != TL_EVIDENCE_SENTENCE)
        continue;
      n++;
      path = g_strdup_printf ("//div[@id='e%s']/span[text()='%s']", block->label, block->label);
      g_assert_cmpuint (count_nodes (page, path), ==, 1);
    }
  g_assert_cmpuint (count_nodes (page, "//blockquote"), ==, n);
  g_assert_cmpuint (count_nodes (page, "//blockquote[@dir][@lang]"), ==, n);
  g_assert_cmpuint (count_nodes (page, "//figure/figcaption"), ==, 1);
  g_assert_cmpuint (count_nodes (page, "//table[not(caption)] | //thead//th[not(@scope='col')] | "
                                       "//tbody//th[not(@scope='row')]"), ==, 0);
}

static void
test_html (void)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(TlChart) chart = make_chart ();
      g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
      g_autoptr(GBytes) html = write_report (chart, TL_EVIDENCE_HTML);
      Page page;

      page_open (&page, html);
      assert_page (report, &page);
      page_close (&page);
    }
}

/* ---- what articles may say ---- */

static TlReport *
make_hostile_report (gint64      article,
                     const char *words,
                     const char *url)
{
  TlFigureData data;
  g_autoptr(TlFigure) figure = NULL;

  tl_figure_data_init (&data);
  g_strlcpy (data.partners[0], "BY", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  g_strlcpy (data.currency, "USD", sizeof data.currency);
  data.value = 1e9 + (double) article * 1e7;
  data.start = (TlDate) { 2014, 1, 0 };
  data.end = (TlDate) { 2014, 12, 0 };
  figure = tl_figure_new (&data, "1bn", words, words);
  return tl_report_new (figure, article, words, words, TL_DATE_NONE, url);
}

static const struct
{
  const char *words, *url;
} hostile[] = {
  { "<script>alert(1)</script> 1bn", "javascript:alert(1)" },
  { "\"><img src=x onerror=alert(1)> 1bn", "data:text/html,<script>alert(1)</script>" },
  { "' onmouseover='alert(1) &lt;b&gt; 1bn", "https://example.org/'onmouseover='alert(1)" },
  { "</blockquote></style></svg><base href=//x> 1bn", "https://example.org/\"><script>" },
  { "one\x01two\x1b[31m\x7f\xc2\x85three\xff\xfe 1bn", "http:///nowhere" },
  { "\xe2\x80\xae" "turned 1bn\xe2\x81\xa6", "https://example.org/\xd0\xb6 ) ] uri='x'" },
  { "بلغ حجم التجارة 1bn دولار", "HTTPS://EXAMPLE.ORG/upper" },
  { "<!-- ]]> --> 1bn", "file:///etc/passwd" },
};

static TlChart *
make_hostile_chart (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_ptr_array_add (reports, make_hostile_report (i + 1, hostile[i].words, hostile[i].url));
  return make_chart_of (reports);
}

static void
test_hostile_html (void)
{
  g_autoptr(TlChart) chart = make_hostile_chart ();
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
  g_autoptr(GBytes) html = write_report (chart, TL_EVIDENCE_HTML);
  gsize length;
  const char *data = g_bytes_get_data (html, &length);
  g_autoptr(GPtrArray) quotes = NULL;
  Page page;

  g_assert_true (g_utf8_validate (data, (gssize) length, NULL));
  for (gsize i = 0; i < length; i++)
    g_assert_false ((guchar) data[i] < 0x20 && data[i] != '\n');
  g_assert_null (strstr (data, "\xe2\x80\xae"));

  page_open (&page, html);
  assert_page (report, &page);
  quotes = list_texts (&page, "//blockquote");
  g_assert_cmpuint (quotes->len, ==, G_N_ELEMENTS (hostile));
  for (guint i = 0; i < 4; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (quotes, hostile[i].words, g_str_equal, NULL));
  g_assert_cmpuint (count_nodes (&page, "//blockquote[@dir='rtl']"), ==, 1);
  g_assert_cmpuint (count_nodes (&page, "//a[not(starts-with(@href, '#'))]"), ==, 4);
  page_close (&page);
}

/* ---- PDF ---- */

static PopplerDocument *
open_pdf (GBytes *pdf)
{
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_target (PopplerDocument *document,
               const char      *name,
               const char      *label)
{
  PopplerDest *place = poppler_document_find_dest (document, name);
  g_autoptr(PopplerPage) page = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (place);
  page = poppler_document_get_page (document, place->page_num - 1);
  text = poppler_page_get_text (page);
  g_assert_nonnull (strstr (text, label));
  poppler_dest_free (place);
}

static void
assert_page_links (PopplerDocument *document,
                   PopplerPage     *page)
{
  GList *links = poppler_page_get_link_mapping (page);

  for (GList *l = links; l != NULL; l = l->next)
    {
      PopplerAction *action = ((PopplerLinkMapping *) l->data)->action;

      if (action->type == POPPLER_ACTION_URI)
        g_assert_true (g_ascii_strncasecmp (action->uri.uri, "http", 4) == 0);
      else
        {
          PopplerDest *place;

          g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
          place = poppler_document_find_dest (document, action->goto_dest.dest->named_dest);
          g_assert_nonnull (place);
          poppler_dest_free (place);
        }
    }
  poppler_page_free_link_mapping (links);
}

static gboolean
is_heading (const char *line)
{
  static const char *const headings[] = { "Values", "Evidence", "Left out of the chart",
                                          "Without a period", "How this was made",
                                          "Official figures", NULL };

  return g_strv_contains (headings, line);
}

/* Below a heading there is more than the page's number. */
static void
assert_headings (const char             *text,
                 const PopplerRectangle *rects,
                 guint                   n_rects)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  glong at = 0;

  for (guint i = 0; lines[i] != NULL; at += g_utf8_strlen (lines[i++], -1) + 1)
    if (is_heading (lines[i]) && rects[at].y2 - rects[at].y1 > 12)
      {
        g_assert_cmpint (at, <, (glong) n_rects);
        g_assert_cmpfloat (rects[at].y2, <, FOOT - 20);
      }
}

/* Its number at the foot, below no heading; all texts within its edges. */
static void
assert_pdf_page (PopplerPage *page,
                 int          index,
                 int          n_pages)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree char *number = g_strdup_printf ("%d ?/ ?%d\\s*$", index + 1, n_pages);
  PopplerRectangle *rects = NULL;
  guint n_rects;

  g_assert_true (g_regex_match_simple (number, text, G_REGEX_MULTILINE, G_REGEX_MATCH_DEFAULT));
  g_assert_true (poppler_page_get_text_layout (page, &rects, &n_rects));
  assert_headings (text, rects, n_rects);
  for (guint i = 0; i < n_rects; i++)
    {
      g_assert_cmpfloat (rects[i].x1, >, 40);
      g_assert_cmpfloat (rects[i].x2, <, 595.28 - 40);
      g_assert_cmpfloat (rects[i].y2, <, 841.89 - 30);
    }
  g_free (rects);
}

static void
assert_pdf (TlEvidenceReport *report,
            GBytes           *pdf)
{
  g_autoptr(PopplerDocument) document = open_pdf (pdf);
  int n_pages = poppler_document_get_n_pages (document);

  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr(PopplerPage) page = poppler_document_get_page (document, i);

      assert_pdf_page (page, i, n_pages);
      assert_page_links (document, page);
    }
  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      const TlEvidenceBlock *block = tl_evidence_report_get_block (report, i);

      if (block->kind == TL_EVIDENCE_SENTENCE)
        assert_target (document, block->id, block->label);
    }
}

static void
test_pdf (void)
{
  for (guint i = 0; i < 16; i++)
    {
      g_autoptr(TlChart) chart = make_chart ();
      g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
      g_autoptr(GBytes) pdf = write_report (chart, TL_EVIDENCE_PDF);

      assert_pdf (report, pdf);
    }
}

static void
test_hostile_pdf (void)
{
  g_autoptr(TlChart) chart = make_hostile_chart ();
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
  g_autoptr(GBytes) pdf = write_report (chart, TL_EVIDENCE_PDF);

  assert_pdf (report, pdf);
}

/* What has no end is wrapped, and goes on overleaf. */
static void
test_long_words (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *word = g_strnfill (20000, 'x');
  g_autofree char *words = g_strconcat (word, " 1bn", NULL);
  g_autofree char *url = g_strconcat ("https://example.org/", word, NULL);
  g_autoptr(TlChart) chart = NULL;
  g_autoptr(TlEvidenceReport) report = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(PopplerDocument) document = NULL;

  g_ptr_array_add (reports, make_hostile_report (1, words, url));
  chart = make_chart_of (reports);
  report = tl_evidence_report_new (chart, &options);
  pdf = write_report (chart, TL_EVIDENCE_PDF);
  assert_pdf (report, pdf);
  document = open_pdf (pdf);
  g_assert_cmpint (poppler_document_get_n_pages (document), >, 5);
}

/* From one report to many: each page of the table has its head, and all sections are in the
 * outline. */
static void
test_pages (void)
{
  g_autoptr(TlChart) small = make_large_chart (1);
  g_autoptr(TlChart) large = make_large_chart (300);
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (large, &options);
  g_autoptr(GBytes) small_pdf = write_report (small, TL_EVIDENCE_PDF);
  g_autoptr(GBytes) large_pdf = write_report (large, TL_EVIDENCE_PDF);
  g_autoptr(PopplerDocument) first = open_pdf (small_pdf);
  g_autoptr(PopplerDocument) second = open_pdf (large_pdf);
  g_autofree char *title = poppler_document_get_title (second);
  PopplerIndexIter *outline = poppler_index_iter_new (second);
  guint n_sections = 1;

  g_assert_cmpint (poppler_document_get_n_pages (first), <=, 2);
  assert_pdf (report, large_pdf);
  for (int i = 1; i < 5; i++)
    {
      g_autoptr(PopplerPage) page = poppler_document_get_page (second, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_assert_true (g_str_has_prefix (text, "Period"));
    }
  g_assert_cmpstr (title, ==, "Trade between Belarus and Kazakhstan");
  while (poppler_index_iter_next (outline))
    n_sections++;
  poppler_index_iter_free (outline);
  g_assert_cmpuint (n_sections, ==, 3);
}

/* ---- files ---- */

static void
test_same_bytes (void)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr(TlChart) chart = make_chart ();

      for (guint format = TL_EVIDENCE_HTML; format <= TL_EVIDENCE_PDF; format++)
        {
          g_autoptr(GBytes) first = write_report (chart, (TlEvidenceFormat) format);
          g_autoptr(GBytes) second = write_report (chart, (TlEvidenceFormat) format);

          g_assert_true (g_bytes_equal (first, second));
        }
    }
}

/* A stream that is cancelled when so much was written. */
static GCancellable *growing;

static gpointer
cancel_and_grow (gpointer data,
                 gsize    size)
{
  if (size > 8192)
    g_cancellable_cancel (growing);
  return g_realloc (data, size);
}

static void
test_cancel (void)
{
  g_autoptr(TlChart) chart = make_large_chart (400);
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);

  for (guint format = TL_EVIDENCE_HTML; format <= TL_EVIDENCE_PDF; format++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new (NULL, 0, cancel_and_grow, g_free);
      g_autoptr(GError) error = NULL;

      growing = cancellable;
      g_assert_false (tl_evidence_report_write (report, (TlEvidenceFormat) format, stream,
                                                cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* A file that is there stays as it was until the new one is whole. */
static void
test_save (void)
{
  g_autoptr(TlChart) chart = make_large_chart (3);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "report.html", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (path, "before", -1, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (tl_evidence_report_save (chart, &options, TL_EVIDENCE_HTML, file, cancellable,
                                           &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_cmpstr (contents, ==, "before");

  g_assert_true (tl_evidence_report_save (chart, &options, TL_EVIDENCE_HTML, file, NULL, &error));
  g_clear_pointer (&contents, g_free);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_true (g_str_has_prefix (contents, "<!DOCTYPE html>"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/evidence-files/html", test_html);
  g_test_add_func ("/evidence-files/hostile-html", test_hostile_html);
  g_test_add_func ("/evidence-files/pdf", test_pdf);
  g_test_add_func ("/evidence-files/hostile-pdf", test_hostile_pdf);
  g_test_add_func ("/evidence-files/long-words", test_long_words);
  g_test_add_func ("/evidence-files/pages", test_pages);
  g_test_add_func ("/evidence-files/same-bytes", test_same_bytes);
  g_test_add_func ("/evidence-files/cancel", test_cancel);
  g_test_add_func ("/evidence-files/save", test_save);

  return g_test_run ();
}
