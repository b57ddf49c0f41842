/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A helper has read what a stranger wrote, and may say by now what the stranger wants: what it
 * tells is taken apart as strictly as any file.  The worst that is left to it is to tell of an
 * article that is not in the file, which the file could have told as well.
 */

#include "tl-helper-message.h"

#include <string.h>

/* Which errors a helper may tell of: those of reading. */
enum
{
  DOMAIN_NONE,
  DOMAIN_DOCUMENT,
  DOMAIN_IO,
  N_DOMAINS,
};

/* A person reads it in a row of a list. */
#define MAX_MESSAGE 4096

/*
 * tl_helper_message_begin:
 * @bytes: what is sent
 * @kind: what kind of message
 *
 * Begins a message, whose contents follow.
 *
 * Returns: for tl_helper_message_end()
 */
gsize
tl_helper_message_begin (GByteArray   *bytes,
                         TlHelperKind  kind)
{
  TlHelperHead head = { kind, 0 };
  gsize start = bytes->len;

  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  return start;
}

/*
 * tl_helper_message_end:
 * @bytes: what is sent
 * @start: what tl_helper_message_begin() gave
 *
 * Ends a message: its length is known now.
 */
void
tl_helper_message_end (GByteArray *bytes,
                       gsize       start)
{
  guint32 length = (guint32) (bytes->len - start - sizeof (TlHelperHead));

  memcpy (bytes->data + start + G_STRUCT_OFFSET (TlHelperHead, length), &length, sizeof length);
}

/*
 * tl_helper_message_max:
 * @kind: what kind of message a helper sends
 *
 * Returns: the most bytes that follow its head
 */
gsize
tl_helper_message_max (TlHelperKind kind)
{
  switch (kind)
    {
    case TL_HELPER_NEWS:
      return TL_HELPER_MAX_TEXT + TL_HELPER_MAX_PATH + (TL_N_FACTS + 2) * TL_HELPER_MAX_FACT;
    case TL_HELPER_BYTES:
      return TL_HELPER_MAX_BYTES;
    case TL_HELPER_PART:
    case TL_HELPER_TABLE:
      return 2 * TL_HELPER_MAX_PATH + 64;
    case TL_HELPER_DONE:
    case TL_HELPER_BYTES_END:
      return MAX_MESSAGE + 64;
    case TL_HELPER_READY:
      return sizeof (guint32);
    case TL_HELPER_READ:
    case TL_HELPER_TICK:
    default:
      return 0;
    }
}

/* ---- errors ---- */

/*
 * tl_helper_message_put_error:
 * @bytes: what is sent
 * @error: (nullable): an error
 */
void
tl_helper_message_put_error (GByteArray   *bytes,
                             const GError *error)
{
  guint32 domain = error == NULL ? DOMAIN_NONE
                   : error->domain == TL_DOCUMENT_ERROR ? DOMAIN_DOCUMENT : DOMAIN_IO;

  tl_wire_put_number (bytes, domain);
  if (error == NULL)
    return;
  tl_wire_put_number (bytes, domain == DOMAIN_DOCUMENT || error->domain == G_IO_ERROR
                             ? (guint32) error->code : G_IO_ERROR_FAILED);
  tl_wire_put_text (bytes, error->message, MAX_MESSAGE);
}

/* That it was cancelled only the person can say. */
static gboolean
is_code (guint32 domain,
         guint32 code)
{
  return domain == DOMAIN_DOCUMENT ? code < TL_DOCUMENT_N_ERRORS
                                   : code <= G_IO_ERROR_MESSAGE_TOO_LARGE && code != G_IO_ERROR_CANCELLED;
}

/*
 * tl_helper_message_take_error:
 * @wire: what came
 *
 * Returns: (transfer full) (nullable): an error; %NULL where there is none, or it is not right
 */
GError *
tl_helper_message_take_error (TlWire *wire)
{
  guint32 domain = tl_wire_take_number (wire, N_DOMAINS - 1);
  g_autofree char *message = NULL;
  guint32 code;

  if (wire->is_bad || domain == DOMAIN_NONE)
    return NULL;
  code = tl_wire_take_number (wire, G_MAXINT32);
  message = tl_wire_take_text (wire, MAX_MESSAGE);
  wire->is_bad |= message == NULL || *message == '\0' || !is_code (domain, code);
  if (wire->is_bad)
    return NULL;
  return g_error_new_literal (domain == DOMAIN_DOCUMENT ? TL_DOCUMENT_ERROR : G_IO_ERROR, (int) code, message);
}

/* ---- facts ---- */

static void
put_fact (GByteArray   *bytes,
          const char   *value,
          TlProvenance  provenance,
          gsize         max_length)
{
  /* Half an address leads nowhere: what is so long is none. */
  tl_wire_put_text (bytes, value != NULL && strlen (value) <= max_length ? value : NULL, max_length);
  tl_wire_put_number (bytes, provenance);
}

static void
take_facts (TlWire           *wire,
            TlDocumentFields *fields,
            gsize             max_length)
{
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    {
      char *value = tl_wire_take_text (wire, max_length);

      tl_document_fields_take (fields, fact, value, tl_wire_take_number (wire, TL_PROVENANCE_PERSON));
    }
  fields->date_line = tl_wire_take_text (wire, max_length);
}

/* ---- what a helper tells ---- */

static void
put_document (GByteArray *bytes,
              TlDocument *document)
{
  const char *values[TL_N_FACTS] = {
    [TL_FACT_TITLE] = tl_document_get_title (document),
    [TL_FACT_PUBLISHER] = tl_document_get_publisher (document),
    [TL_FACT_AUTHOR] = tl_document_get_author (document),
    [TL_FACT_URL] = tl_document_get_url (document),
    [TL_FACT_LANGUAGE] = tl_document_get_language (document),
    [TL_FACT_PUBLISHED] = tl_document_get_published (document),
  };

  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    put_fact (bytes, values[fact], tl_document_get_provenance (document, fact), TL_HELPER_MAX_FACT);
  tl_wire_put_text (bytes, tl_document_get_date_line (document), TL_HELPER_MAX_FACT);
  tl_wire_put_number (bytes, (guint32) tl_document_get_story (document));
}

/*
 * tl_helper_message_put_news:
 * @bytes: what is sent
 * @news: what was read, with a text that is no longer than %TL_HELPER_MAX_TEXT
 */
void
tl_helper_message_put_news (GByteArray           *bytes,
                            const TlDocumentNews *news)
{
  tl_wire_put_text (bytes, news->part, TL_HELPER_MAX_PATH);
  tl_wire_put_fraction (bytes, news->progress);
  tl_wire_put_text (bytes, news->document != NULL ? tl_document_get_text (news->document) : NULL,
                    TL_HELPER_MAX_TEXT);
  if (news->document != NULL)
    put_document (bytes, news->document);
  else
    tl_helper_message_put_error (bytes, news->failure);
}

/* Whether @fields are such as a document has: with a text, in which the story begins at a character. */
static gboolean
is_document (const TlDocumentFields *fields)
{
  gsize length = strlen (fields->text);

  return length > 0 && fields->story <= length && ((guint8) fields->text[fields->story] & 0xc0) != 0x80;
}

/*
 * tl_helper_message_take_news:
 * @wire: what came
 * @news: (out): what it tells; to be cleared whatever is returned
 *
 * Returns: whether it was right
 */
gboolean
tl_helper_message_take_news (TlWire       *wire,
                             TlHelperNews *news)
{
  *news = (TlHelperNews) { NULL };
  news->part = tl_wire_take_text (wire, TL_HELPER_MAX_PATH);
  news->progress = tl_wire_take_fraction (wire);
  news->fields.text = tl_wire_take_text (wire, TL_HELPER_MAX_TEXT);
  if (wire->is_bad)
    return FALSE;
  if (news->fields.text == NULL)
    {
      news->failure = tl_helper_message_take_error (wire);
      return tl_wire_is_done (wire) && news->failure != NULL;
    }
  take_facts (wire, &news->fields, TL_HELPER_MAX_FACT);
  news->fields.story = tl_wire_take_number (wire, TL_HELPER_MAX_TEXT);
  return tl_wire_is_done (wire) && is_document (&news->fields);
}

/*
 * tl_helper_news_clear:
 * @news: what a helper told
 */
void
tl_helper_news_clear (TlHelperNews *news)
{
  g_clear_pointer (&news->part, g_free);
  tl_document_fields_clear (&news->fields);
  g_clear_error (&news->failure);
}

/* ---- what it is asked ---- */

/*
 * tl_helper_message_put_request:
 * @bytes: what is sent
 * @part: what is known of the file
 * @request: what else there is to say; its texts and facts are not looked at
 */
void
tl_helper_message_put_request (GByteArray            *bytes,
                               const TlPart          *part,
                               const TlHelperRequest *request)
{
  static const TlDocumentFields no_facts;
  const TlDocumentFields *facts = part->facts != NULL ? part->facts : &no_facts;

  tl_wire_put_text (bytes, part->name, TL_HELPER_MAX_GIVEN);
  tl_wire_put_text (bytes, part->media_type, TL_HELPER_MAX_GIVEN);
  tl_wire_put_text (bytes, part->charset, TL_HELPER_MAX_GIVEN);
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    put_fact (bytes, tl_document_fields_get (facts, fact), facts->provenance[fact], TL_HELPER_MAX_GIVEN);
  tl_wire_put_text (bytes, facts->date_line, TL_HELPER_MAX_GIVEN);
  tl_wire_put_number (bytes, request->has_claim ? 1 : 0);
  tl_wire_put_number (bytes, request->n_heard);
  tl_wire_put_number (bytes, request->n_skipped);
  for (guint i = 0; i < request->n_skipped; i++)
    tl_wire_put_number (bytes, request->skipped[i]);
}

/*
 * tl_helper_message_take_request:
 * @wire: what came
 * @request: (out): what is asked; to be cleared whatever is returned
 *
 * Returns: whether it was right
 */
gboolean
tl_helper_message_take_request (TlWire          *wire,
                                TlHelperRequest *request)
{
  *request = (TlHelperRequest) { NULL };
  request->name = tl_wire_take_text (wire, TL_HELPER_MAX_GIVEN);
  request->media_type = tl_wire_take_text (wire, TL_HELPER_MAX_GIVEN);
  request->charset = tl_wire_take_text (wire, TL_HELPER_MAX_GIVEN);
  take_facts (wire, &request->facts, TL_HELPER_MAX_GIVEN);
  request->has_claim = tl_wire_take_number (wire, 1) == 1;
  request->n_heard = tl_wire_take_number (wire, G_MAXUINT32);
  request->n_skipped = tl_wire_take_number (wire, TL_HELPER_MAX_SKIPPED);
  for (guint i = 0; i < request->n_skipped; i++)
    request->skipped[i] = tl_wire_take_number (wire, G_MAXUINT32);
  return tl_wire_is_done (wire);
}

/*
 * tl_helper_request_clear:
 * @request: what a helper was asked
 */
void
tl_helper_request_clear (TlHelperRequest *request)
{
  g_clear_pointer (&request->name, g_free);
  g_clear_pointer (&request->media_type, g_free);
  g_clear_pointer (&request->charset, g_free);
  tl_document_fields_clear (&request->facts);
}
