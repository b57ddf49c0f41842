/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Mails, and pages that browsers saved as one.  What a mail says is an article, with facts
 * from its header or, where it is passed on, from the lines above it; what is attached is
 * read for itself.
 */

#include "tl-mail-reader.h"

#include "tl-charset.h"
#include "tl-html-reader.h"
#include "tl-mail-head.h"
#include "tl-mail-html.h"
#include "tl-mail-parts.h"
#include "tl-mail-text.h"
#include "tl-plain-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A shorter text with something attached says what is attached, and is no article. */
#define MIN_STORY 300

/* So much of a story tells where it begins. */
#define MIN_START 40

static void
initialize (void)
{
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      g_mime_init ();
      g_once_init_leave (&is_ready, 1);
    }
}

static GMimeMessage *
parse (const TlPart *part)
{
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer ((const char *) part->data, part->length);
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

  g_object_unref (parser);
  g_object_unref (stream);
  return message;
}

/* ---- the body ---- */

static gboolean
keep_cb (const TlDocumentNews *news,
         gpointer              user_data)
{
  if (news->document != NULL)
    g_set_object ((TlDocument **) user_data, news->document);
  return TRUE;
}

static void
copy_fields (TlDocument       *document,
             TlDocumentFields *fields)
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
    tl_document_fields_set (fields, fact, values[fact], tl_document_get_provenance (document, fact));
  fields->date_line = g_strdup (tl_document_get_date_line (document));
  fields->text = g_strdup (tl_document_get_text (document));
  fields->story = tl_document_get_story (document);
}

/* Reads a page in a mail; what it says is looked at before it goes out.  What is no part of
 * the article on it may still tell of it: @lines has all. */
static gboolean
read_html (GMimePart         *html,
           TlDelivery        *delivery,
           TlDocumentFields  *fields,
           char             **lines)
{
  g_autoptr(GByteArray) bytes = tl_mail_part_decode (GMIME_OBJECT (html));
  g_autoptr(TlDocument) document = NULL;
  g_autoptr(TlDelivery) own = tl_delivery_new ("", NULL, tl_delivery_get_cancellable (delivery), keep_cb, &document);
  TlPart part = TL_PART_INIT;

  part.data = bytes->data;
  part.length = bytes->len;
  part.media_type = "text/html";
  part.charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (html), "charset");
  if (bytes->len == 0 || !tl_html_reader_read (&part, own, NULL) || document == NULL)
    return FALSE;
  copy_fields (document, fields);
  *lines = tl_mail_html_dup_lines (part.data, part.length, part.charset);
  return TRUE;
}

static char *
read_plain (GMimePart *plain)
{
  g_autoptr(GByteArray) bytes = tl_mail_part_decode (GMIME_OBJECT (plain));
  const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (plain), "charset");
  const char *format = g_mime_object_get_content_type_parameter (GMIME_OBJECT (plain), "format");
  g_autofree char *text = NULL;

  if (bytes->len == 0 || bytes->len > TL_DOCUMENT_MAX_TEXT)
    return NULL;
  text = tl_charset_decode_labelled (bytes->data, bytes->len, charset, NULL);
  return text != NULL ? tl_mail_text_unwrap (text, format != NULL && g_ascii_strcasecmp (format, "flowed") == 0) : NULL;
}

/* The text of the mail, or of the one that it passes on.  Where the mail answers, what it
 * answers to stands below. */
static char *
take_story (const char       *text,
            const TlMailHead *head,
            TlMailForward    *forward,
            gboolean         *is_passed_on)
{
  gsize own;

  *is_passed_on = tl_mail_forward_find (text, forward);
  if (!*is_passed_on)
    return tl_mail_text_clean (text);
  own = forward->start;
  if (!head->is_forward && own >= MIN_STORY && own > strlen (text) - forward->end)
    {
      g_autofree char *above = g_strndup (text, own);

      *is_passed_on = FALSE;
      return tl_mail_text_clean (above);
    }
  return tl_mail_text_clean (text + forward->end);
}

static void
set_text (TlDocumentFields *fields,
          char             *text)
{
  g_free (fields->text);
  fields->text = text;
  fields->story = 0;
}

/* Whether the mail that @text is from is passed on in @lines. */
static gboolean
find_above (const char    *lines,
            const char    *text,
            TlMailForward *forward)
{
  g_autofree char *start = g_strndup (text, MIN (strcspn (text, "\n"), MIN_START));

  return tl_mail_forward_find (lines, forward) && strstr (lines + forward->end, start) != NULL;
}

/* What @fields has of a page is kept where the page is not cut.  @lines are those of the page. */
static void
finish_body (const TlMailHead *head,
             const char       *text,
             const char       *lines,
             TlDocumentFields *fields)
{
  g_auto(TlMailForward) forward = { NULL };
  TlMailHead outer = *head;
  gboolean is_passed_on;
  char *story = take_story (text, head, &forward, &is_passed_on);

  if (lines != NULL && !is_passed_on)
    is_passed_on = find_above (lines, text, &forward);
  if (lines == NULL || strcmp (story, text) != 0)
    {
      set_text (fields, story);
      if (lines == NULL)
        tl_plain_reader_find_facts (fields->text, fields);
    }
  else
    g_free (story);
  if (is_passed_on)
    tl_mail_head_tell_forward (&forward, fields);
  /* Who passes a mail on is not who published it. */
  outer.publisher = is_passed_on ? NULL : head->publisher;
  outer.is_bulk = head->is_bulk && !is_passed_on;
  tl_mail_head_tell (&outer, fields);
}

/* Plain text is better where the page came out short, or lost the lines above a mail that
 * is passed on. */
static gboolean
is_plain_better (const char       *plain,
                 const char       *page,
                 const char       *lines,
                 const TlMailHead *head)
{
  g_auto(TlMailForward) of_plain = { NULL };
  g_auto(TlMailForward) of_page = { NULL };

  if (plain == NULL || head->is_bulk)
    return FALSE;
  if (strlen (page) * 2 < strlen (plain))
    return TRUE;
  return tl_mail_forward_find (plain, &of_plain) && !find_above (lines, page, &of_page);
}

static gboolean
read_body (const TlMailParts *parts,
           const TlMailHead  *head,
           TlDelivery        *delivery,
           TlDocumentFields  *fields)
{
  g_autofree char *plain = parts->plain != NULL ? read_plain (parts->plain) : NULL;
  g_autofree char *lines = NULL;
  g_auto(TlDocumentFields) page = { NULL };

  if (parts->html != NULL && read_html (parts->html, delivery, &page, &lines) &&
      !is_plain_better (plain, page.text, lines, head))
    {
      g_autofree char *text = g_strdup (page.text);

      *fields = page;
      page = (TlDocumentFields) { NULL };
      finish_body (head, text, lines, fields);
    }
  else if (plain != NULL)
    finish_body (head, plain, NULL, fields);
  return fields->text != NULL && *fields->text != '\0';
}

/* ---- parts ---- */

static gboolean
read_other (GMimeObject  *object,
            guint         number,
            TlDelivery   *delivery,
            GError      **error)
{
  g_autoptr(GByteArray) bytes = tl_mail_part_decode (object);
  g_autofree char *type = tl_mail_part_dup_type (object);
  g_autofree char *name = tl_mail_part_dup_name (object);
  TlPart part = TL_PART_INIT;

  if (!tl_delivery_spend (delivery, bytes->len, error))
    return FALSE;
  if (bytes->len == 0)
    return TRUE;
  if (name == NULL)
    name = g_strdup_printf ("%u", number);
  part.data = bytes->data;
  part.length = bytes->len;
  part.name = name;
  part.media_type = type;
  part.charset = g_mime_object_get_content_type_parameter (object, "charset");
  return tl_delivery_read (delivery, &part, error);
}

static gboolean
fail_without_text (const TlMailParts *parts,
                   GError           **error)
{
  if (parts->is_encrypted)
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED, _("The mail is encrypted"));
  else
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY, _("There is no text in the mail"));
  return FALSE;
}

static gboolean
read_message (GMimeMessage      *message,
              const TlMailHead  *head,
              const TlPart      *part,
              TlDelivery        *delivery,
              GError           **error)
{
  g_auto(TlMailParts) parts = { NULL };
  g_auto(TlDocumentFields) fields = { NULL };
  gboolean has_body;

  tl_mail_parts_collect (&parts, g_mime_message_get_mime_part (message));
  has_body = read_body (&parts, head, delivery, &fields);
  if (has_body && parts.others->len > 0 && strlen (fields.text) < MIN_STORY)
    has_body = FALSE;
  else if (!has_body && parts.others->len == 0)
    return fail_without_text (&parts, error);

  if (has_body && !tl_delivery_take (delivery, part, &fields, error))
    return FALSE;
  for (guint i = 0; i < parts.others->len; i++)
    {
      if (!read_other (g_ptr_array_index (parts.others, i), i + 1, delivery, error))
        return FALSE;
    }
  return TRUE;
}

/* A page that was saved as a mail is read as a page; frames and pictures in it are none. */
static gboolean
read_page (GMimeMessage      *message,
           const TlMailHead  *head,
           const TlPart      *part,
           TlDelivery        *delivery,
           GError           **error)
{
  g_auto(TlMailParts) parts = { NULL };
  g_auto(TlDocumentFields) facts = { NULL };
  g_autoptr(GByteArray) bytes = NULL;
  TlPart page = *part;

  tl_mail_parts_collect (&parts, g_mime_message_get_mime_part (message));
  if (parts.html == NULL)
    return fail_without_text (&parts, error);
  bytes = tl_mail_part_decode (GMIME_OBJECT (parts.html));
  if (bytes->len == 0)
    return fail_without_text (&parts, error);
  tl_mail_head_tell (head, &facts);
  page.data = bytes->data;
  page.length = bytes->len;
  page.media_type = "text/html";
  page.charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (parts.html), "charset");
  page.facts = &facts;
  return tl_html_reader_read (&page, delivery, error);
}

/**
 * tl_mail_reader_read:
 * @part: a mail, or a page that a browser saved as one
 * @delivery: where what it says and what is attached goes
 * @error: return location for a #TlDocumentError or %G_IO_ERROR_CANCELLED
 *
 * The reader of mails and of MHTML.
 *
 * Returns: whether there is a text in it
 */
gboolean
tl_mail_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_auto(TlMailHead) head = { NULL };
  GMimeMessage *message;
  gboolean succeeded;

  initialize ();
  message = parse (part);
  if (message == NULL)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN, _("The mail is damaged"));
      return FALSE;
    }
  tl_mail_head_read (&head, message);
  succeeded = head.is_page ? read_page (message, &head, part, delivery, error)
                           : read_message (message, &head, part, delivery, error);
  g_object_unref (message);
  return succeeded;
}
