/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-plain-reader.h"

#include "tl-charset.h"
#include "tl-head.h"
#include "tl-language.h"
#include "tl-origin.h"

#include <glib/gi18n-lib.h>

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_plain_reader_find_facts:
 * @text: a text
 * @fields: what it tells is put there, and where its story begins
 *
 * Looks for what a text says of itself, for all formats that have nothing else to tell it.
 */
void
tl_plain_reader_find_facts (const char       *text,
                            TlDocumentFields *fields)
{
  g_auto(TlHead) head = { NULL };
  g_autofree char *url = NULL;
  g_autofree char *publisher = NULL;

  tl_origin_find (text, &url, &publisher);
  tl_head_find (text, url, &head);
  tl_document_fields_set (fields, TL_FACT_URL, url, TL_PROVENANCE_TEXT);
  tl_document_fields_set (fields, TL_FACT_PUBLISHER, publisher, TL_PROVENANCE_TEXT);
  tl_document_fields_set (fields, TL_FACT_TITLE, head.title, TL_PROVENANCE_TEXT);
  tl_document_fields_set (fields, TL_FACT_AUTHOR, head.author, TL_PROVENANCE_TEXT);
  tl_document_fields_take (fields, TL_FACT_LANGUAGE, tl_language_guess (text), TL_PROVENANCE_TEXT);
  fields->story = head.story;
}

/**
 * tl_plain_reader_read:
 * @part: a text file
 * @delivery: where the document goes
 * @error: return location for a #TlDocumentError
 *
 * The reader of plain text: an article as a person saves or pastes it, with whatever
 * the page left in.  It is the text itself that names its headline and where it is from.
 *
 * Returns: whether there is a text
 */
gboolean
tl_plain_reader_read (const TlPart  *part,
                      TlDelivery    *delivery,
                      GError       **error)
{
  g_auto(TlDocumentFields) fields = { NULL };
  g_autofree char *text = NULL;

  if (!tl_document_check_size (part->length, TL_DOCUMENT_MAX_TEXT, error))
    return FALSE;
  text = tl_charset_decode_labelled (part->data, part->length, part->charset, error);
  if (text == NULL)
    return FALSE;
  if (is_blank (text))
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY,
                           _("The file is blank: there is no text in it"));
      return FALSE;
    }

  tl_plain_reader_find_facts (text, &fields);
  fields.text = g_steal_pointer (&text);
  return tl_delivery_take (delivery, part, &fields, error);
}
