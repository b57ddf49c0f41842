/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Books.  Most are one text, whose chapters follow each other; but digests of news, and
 * what programs make that keep articles for later, are collections: each chapter then is an
 * article by itself, with what the book says where it says nothing.
 */

#include "tl-epub-reader.h"

#include "tl-epub-package.h"
#include "tl-html-tree.h"
#include "tl-language.h"
#include "tl-page-facts.h"
#include "tl-page-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A shorter chapter is a title page, or a list of what follows. */
#define MIN_CHAPTER 160

typedef struct
{
  const char *name;             /* of the package */
  GBytes     *bytes;            /* of the archive */
  char       *text;             /* owned */
  gboolean    is_article;       /* tells by itself when it was published, by whom, or where */
} Chapter;

static void
chapter_clear (gpointer data)
{
  g_free (((Chapter *) data)->text);
}

static gboolean
is_wanted (const char *name)
{
  static const char *const endings[] = { ".opf", ".xml", ".xhtml", ".html", ".htm" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* "<body epub:type='titlepage'>" */
static gboolean
is_front (const xmlDoc *document)
{
  static const char *const types[] = { "titlepage", "cover", "toc", "copyright-page", "landmarks" };
  guint n = 0;

  for (const xmlNode *p = (const xmlNode *) document; p != NULL && n < 40; p = tl_html_next (p, NULL), n++)
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      if (tl_html_has_word (p, "epub:type", types[i]) || tl_html_has_word (p, "type", types[i]))
        return TRUE;
  return FALSE;
}

/* The numbers of notes would stand in the middle of sentences. */
static void
drop_notes (xmlDoc *document)
{
  static const char *const types[] = { "noteref", "footnote", "rearnote", "footnotes", "rearnotes" };
  xmlNode *after;

  for (xmlNode *p = (xmlNode *) document; p != NULL; p = after)
    {
      gboolean is_note = tl_html_has_word (p, "class", "footnote-ref");

      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        is_note |= tl_html_has_word (p, "epub:type", types[i]) || tl_html_has_word (p, "type", types[i]);
      after = is_note ? tl_html_skip (p, NULL) : tl_html_next (p, NULL);
      if (is_note)
        {
          xmlUnlinkNode (p);
          xmlFreeNode (p);
        }
    }
}

static gboolean
tells_facts (xmlDoc *document)
{
  g_auto(TlDocumentFields) fields = { NULL };

  tl_page_facts_find (document, NULL, &fields);
  return fields.published != NULL || fields.date_line != NULL || fields.author != NULL || fields.url != NULL;
}

/* Nothing where it has no text; what can't be read is a picture, perhaps. */
static void
read_chapter (GArray     *chapters,
              const char *name,
              GBytes     *bytes)
{
  Chapter chapter = { .name = name, .bytes = bytes };
  g_autoptr(xmlDoc) document = NULL;
  gconstpointer data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  document = tl_html_parse (data, length, NULL, NULL);
  if (document == NULL || is_front (document))
    return;
  drop_notes (document);
  chapter.text = tl_page_text_find (document, NULL, NULL);
  if (*chapter.text == '\0')
    {
      g_free (chapter.text);
      return;
    }
  chapter.is_article = strlen (chapter.text) >= MIN_CHAPTER && tells_facts (document);
  g_array_append_val (chapters, chapter);
}

static const Chapter *
get_chapter (GArray *chapters,
             guint   index)
{
  return &g_array_index (chapters, Chapter, index);
}

static gboolean
is_collection (const TlEpubPackage *package,
               GArray              *chapters)
{
  guint n_long = 0, n_articles = 0;

  for (guint i = 0; i < chapters->len; i++)
    {
      n_long += strlen (get_chapter (chapters, i)->text) >= MIN_CHAPTER;
      n_articles += get_chapter (chapters, i)->is_article;
    }
  return n_long >= 2 && (package->is_periodical || (n_articles >= 2 && n_articles * 2 >= n_long));
}

/* An issue's title is the paper's name, and its day that of the articles. */
static gboolean
deliver_articles (TlEpubPackage  *package,
                  GArray         *chapters,
                  TlDelivery     *delivery,
                  GError        **error)
{
  TlDocumentFields *facts = &package->facts.fields;

  if (facts->publisher == NULL)
    tl_document_fields_set (facts, TL_FACT_PUBLISHER, facts->title, TL_PROVENANCE_PROPERTIES);
  tl_document_fields_set (facts, TL_FACT_TITLE, NULL, TL_PROVENANCE_NONE);
  tl_document_fields_set (facts, TL_FACT_AUTHOR, NULL, TL_PROVENANCE_NONE);
  tl_document_fields_set (facts, TL_FACT_URL, NULL, TL_PROVENANCE_NONE);
  for (guint i = 0; i < chapters->len; i++)
    {
      const Chapter *chapter = get_chapter (chapters, i);
      TlPart inner = TL_PART_INIT;

      if (strlen (chapter->text) < MIN_CHAPTER)
        continue;
      inner.data = g_bytes_get_data (chapter->bytes, &inner.length);
      inner.name = chapter->name;
      inner.media_type = "application/xhtml+xml";
      inner.facts = facts;
      if (!tl_delivery_read (delivery, &inner, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
deliver_book (TlEpubPackage  *package,
              GArray         *chapters,
              const TlPart   *part,
              TlDelivery     *delivery,
              GError        **error)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chapters->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", get_chapter (chapters, i)->text);
  package->facts.fields.text = g_string_free (text, FALSE);
  return tl_document_check_size (strlen (package->facts.fields.text), TL_DOCUMENT_MAX_TEXT, error) &&
         tl_entry_deliver (&package->facts, part, NULL, delivery, error);
}

/* Whether some chapter is locked; fonts may be, and nobody minds. */
static gboolean
is_locked (TlZip     *zip,
           GPtrArray *names)
{
  GBytes *bytes = tl_zip_find (zip, "META-INF/encryption.xml");
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < MIN (names->len, 100); i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (names, i));

      if (g_strstr_len (data, (gssize) length, base) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
fail_empty (TlZip     *zip,
            GPtrArray *names,
            gboolean   lacks_chapters,
            GError   **error)
{
  if (lacks_chapters)
    return tl_zip_fail (zip, error);
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY,
                       names->len > 0 ? _("There is no text in the book") : _("There is no chapter in the book"));
  return FALSE;
}

/**
 * tl_epub_reader_read:
 * @part: a book in EPUB
 * @delivery: where it goes, or the articles in it
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether there is a text
 */
gboolean
tl_epub_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_autoptr(TlZip) zip = tl_zip_unpack (part, is_wanted, delivery, error);
  g_autoptr(GArray) chapters = g_array_new (FALSE, FALSE, sizeof (Chapter));
  g_auto(TlEpubPackage) package = { NULL };
  gboolean lacks_chapters = FALSE;

  g_array_set_clear_func (chapters, chapter_clear);
  if (zip == NULL || !tl_epub_package_read (&package, zip, error))
    return FALSE;
  if (is_locked (zip, package.chapters))
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED,
                           _("The book is protected against copying"));
      return FALSE;
    }
  for (guint i = 0; i < package.chapters->len; i++)
    {
      const char *name = g_ptr_array_index (package.chapters, i);
      GBytes *bytes = tl_zip_find (zip, name);

      if (g_cancellable_set_error_if_cancelled (tl_delivery_get_cancellable (delivery), error))
        return FALSE;
      lacks_chapters |= bytes == NULL && is_wanted (name);
      if (bytes != NULL)
        read_chapter (chapters, name, bytes);
    }
  if (chapters->len == 0 || lacks_chapters)
    return fail_empty (zip, package.chapters, lacks_chapters, error);
  return is_collection (&package, chapters) ? deliver_articles (&package, chapters, delivery, error)
                                            : deliver_book (&package, chapters, part, delivery, error);
}
