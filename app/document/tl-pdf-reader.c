/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-pdf-reader.h"

#include "tl-charset-clean.h"
#include "tl-pdf-lines.h"
#include "tl-plain-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No article has more; a file that says so may lie. */
#define MAX_PAGES 2000

/* Where more of the characters than one in so many have no letter, no word is right. */
#define MAX_UNKNOWN 4

static void
fail_open (const GError  *failure,
           GError       **error)
{
  if (g_error_matches (failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED,
                         _("The PDF is encrypted with a password"));
  else
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                         _("The PDF is damaged and can't be read"));
}

static gboolean
read_pages (TlPdfLines       *lines,
            PopplerDocument  *document,
            TlDelivery       *delivery,
            GError          **error)
{
  int n_pages = poppler_document_get_n_pages (document);

  if (n_pages > MAX_PAGES)
    {
      g_set_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE,
                   _("The PDF has %d pages; no more than %d are read of one"), n_pages, MAX_PAGES);
      return FALSE;
    }
  for (int i = 0; i < n_pages; i++)
    {
      gsize before = lines->text->len;
      PopplerPage *page = poppler_document_get_page (document, i);

      if (page != NULL)
        tl_pdf_lines_read_page (lines, page);
      g_clear_object (&page);
      if (!tl_delivery_spend (delivery, lines->text->len - before, error) ||
          !tl_document_check_size (lines->text->len, TL_DOCUMENT_MAX_TEXT, error))
        return FALSE;
      tl_delivery_set_progress (delivery, (i + 1.0) / n_pages);
    }
  return TRUE;
}

static gboolean
check_text (TlPdfLines  *lines,
            GError     **error)
{
  if (lines->n_unknown > 0 && lines->n_unknown * MAX_UNKNOWN > lines->text->len)
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_CHARSET,
                         _("The PDF's fonts don't tell which letters they show"));
  else if (lines->lines->len == 0)
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY,
                         _("This is a scanned PDF without text"));
  else
    return TRUE;
  return FALSE;
}

/* Programs that make PDFs put names of files there, of themselves, or nothing. */
static gboolean
is_headline (const char *title)
{
  static const char *const beginnings[] = { "Microsoft ", "untitled", "Untitled", "PowerPoint " };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (title, beginnings[i]))
        return FALSE;
    }
  return strchr (title, ' ') != NULL && strchr (title, '_') == NULL && strchr (title, '\\') == NULL &&
         g_utf8_strlen (title, -1) >= 12;
}

/* A person's name; what else stands there is a computer's user or a program. */
static gboolean
is_author (const char *name)
{
  return strchr (name, ' ') != NULL && strpbrk (name, "@0123456789/\\_()") == NULL;
}

static char *
dup_clean (char *property)
{
  char *text = property != NULL && g_utf8_validate (property, -1, NULL)
               ? tl_charset_clean (property, strlen (property), NULL) : NULL;

  if (text == NULL)
    {
      g_free (property);
      return NULL;
    }
  return g_strstrip (text);
}

static char *
dup_creation_day (PopplerDocument *document)
{
  g_autoptr(GDateTime) time = poppler_document_get_creation_date_time (document);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  if (time == NULL || g_date_time_get_year (time) < 1990 || g_date_time_compare (time, now) > 0)
    return NULL;
  return g_date_time_format (time, "%Y-%m-%d");
}

/* What the text tells comes first; a file's properties tell of the file. */
static void
add_properties (PopplerDocument  *document,
                TlDocumentFields *fields)
{
  g_autofree char *title = dup_clean (poppler_document_get_title (document));
  g_autofree char *author = dup_clean (poppler_document_get_author (document));

  if (title != NULL && is_headline (title) &&
      (fields->title == NULL || strstr (fields->text, title) != NULL))
    tl_document_fields_set (fields, TL_FACT_TITLE, title,
                            fields->title == NULL ? TL_PROVENANCE_PROPERTIES : TL_PROVENANCE_TEXT);
  if (fields->author == NULL && author != NULL && is_author (author))
    tl_document_fields_set (fields, TL_FACT_AUTHOR, author, TL_PROVENANCE_PROPERTIES);
  tl_document_fields_take (fields, TL_FACT_PUBLISHED, dup_creation_day (document), TL_PROVENANCE_PROPERTIES);
}

/* The headline is known by its letters, and the story begins behind it. */
static void
take_headline (TlDocumentFields *fields,
               char             *headline)
{
  const char *place = strstr (fields->text, headline);
  gsize end;

  tl_document_fields_take (fields, TL_FACT_TITLE, headline, TL_PROVENANCE_TEXT);
  if (place == NULL)
    return;
  end = (gsize) (place - fields->text) + strlen (fields->title);
  end += strspn (fields->text + end, " \n");
  fields->story = MAX (fields->story, end);
}

static gboolean
read_document (PopplerDocument  *document,
               TlDelivery       *delivery,
               TlDocumentFields *fields,
               GError          **error)
{
  g_autoptr(TlPdfLines) lines = tl_pdf_lines_new ();
  char *text, *headline;

  if (!read_pages (lines, document, delivery, error) || !check_text (lines, error))
    return FALSE;
  tl_pdf_lines_finish (lines);
  text = tl_pdf_lines_dup_text (lines);
  headline = tl_pdf_lines_dup_title (lines);
  fields->text = tl_charset_clean (text, strlen (text), NULL);
  tl_plain_reader_find_facts (fields->text, fields);
  if (headline != NULL)
    take_headline (fields, tl_charset_clean (headline, strlen (headline), NULL));
  add_properties (document, fields);
  return TRUE;
}

/**
 * tl_pdf_reader_read:
 * @part: a PDF
 * @delivery: where the document goes
 * @error: return location for a #TlDocumentError or %G_IO_ERROR_CANCELLED
 *
 * The reader of PDFs.  Its text is read as plain text is, but for the headline, which the
 * size of its letters tells.
 *
 * Returns: whether there is a text
 */
gboolean
tl_pdf_reader_read (const TlPart  *part,
                    TlDelivery    *delivery,
                    GError       **error)
{
  g_auto(TlDocumentFields) fields = { NULL };
  g_autoptr(GBytes) bytes = g_bytes_new_static (part->data, part->length);
  g_autoptr(GError) failure = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &failure);
  gboolean succeeded;

  if (document == NULL)
    {
      fail_open (failure, error);
      return FALSE;
    }
  succeeded = read_document (document, delivery, &fields, error);
  g_object_unref (document);
  return succeeded && tl_delivery_take (delivery, part, &fields, error);
}
