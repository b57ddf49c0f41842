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
 * tl_plain_reader_read:
 * @data: the bytes of a text file
 * @length: how many
 * @fields: (out caller-allocates): what was found
 * @error: return location for a #TlDocumentError
 *
 * The reader of plain text: an article as a person saves or pastes it, with whatever
 * the page left in.  It is the text itself that names its headline and where it is from.
 *
 * Returns: whether there is a text
 */
gboolean
tl_plain_reader_read (const guint8      *data,
                      gsize              length,
                      TlDocumentFields  *fields,
                      GError           **error)
{
  g_autofree char *text = NULL;
  g_auto(TlHead) head = { NULL };

  if (!tl_document_check_size (length, TL_DOCUMENT_MAX_TEXT, error))
    return FALSE;
  text = tl_charset_decode (data, length, error);
  if (text == NULL)
    return FALSE;
  if (is_blank (text))
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY,
                           _("The file is blank: there is no text in it"));
      return FALSE;
    }

  tl_origin_find (text, &fields->url, &fields->publisher);
  tl_head_find (text, fields->url, &head);
  fields->title = g_steal_pointer (&head.title);
  fields->author = g_steal_pointer (&head.author);
  fields->story = head.story;
  fields->language = tl_language_guess (text);
  fields->text = g_steal_pointer (&text);
  return TRUE;
}
