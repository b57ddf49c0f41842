/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-html-reader.h"

#include "tl-html-tree.h"
#include "tl-language.h"
#include "tl-page-text.h"

#include <glib/gi18n-lib.h>

/**
 * tl_html_reader_read:
 * @part: a web page, or a piece of one
 * @delivery: where the document goes
 * @error: return location for a #TlDocumentError
 *
 * The reader of HTML: pages as browsers save them, mails, chapters, entries of feeds,
 * selections.  The tree tells the facts and what of it is the article.
 *
 * Returns: whether there is a text
 */
gboolean
tl_html_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_auto(TlDocumentFields) fields = { NULL };
  g_autoptr(xmlDoc) document = NULL;

  document = tl_html_parse (part->data, part->length, part->charset, error);
  if (document == NULL)
    return FALSE;
  fields.text = tl_page_text_find (document, NULL);
  if (*fields.text == '\0')
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY, _("There is no text on the page"));
      return FALSE;
    }
  tl_document_fields_take (&fields, TL_FACT_LANGUAGE, tl_language_guess (fields.text), TL_PROVENANCE_TEXT);
  return tl_delivery_take (delivery, part, &fields, error);
}
