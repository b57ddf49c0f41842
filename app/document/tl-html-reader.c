/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-html-reader.h"

#include "tl-html-tree.h"
#include "tl-language.h"
#include "tl-page-facts.h"
#include "tl-page-text.h"

#include <glib/gi18n-lib.h>

/* Words tell their language more surely than templates do. */
static void
take_language (TlDocumentFields *fields)
{
  g_autofree char *language = tl_language_guess (fields->text);

  if (language != NULL)
    tl_document_fields_set (fields, TL_FACT_LANGUAGE, language, TL_PROVENANCE_TEXT);
}

static void
find_facts (const TlPart     *part,
            xmlDoc           *document,
            TlDocumentFields *fields)
{
  const char *address = part->facts != NULL ? part->facts->url : NULL;
  g_autofree char *saved_from = NULL;

  if (address == NULL)
    address = saved_from = tl_page_facts_dup_address ((const char *) part->data, part->length);
  tl_page_facts_find (document, address, fields);
  /* Who knew the address from outside knows where it is from. */
  if (fields->provenance[TL_FACT_URL] == TL_PROVENANCE_DOWNLOAD && part->facts != NULL && part->facts->url != NULL)
    fields->provenance[TL_FACT_URL] = part->facts->provenance[TL_FACT_URL];
}

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
  if (document == NULL || !tl_delivery_spend (delivery, 0, error))
    return FALSE;
  find_facts (part, document, &fields);
  if (!tl_delivery_spend (delivery, 0, error))
    return FALSE;
  fields.text = tl_page_text_find (document, fields.title, fields.author);
  if (*fields.text == '\0')
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY, _("There is no text on the page"));
      return FALSE;
    }
  take_language (&fields);
  return tl_delivery_take (delivery, part, &fields, error);
}
