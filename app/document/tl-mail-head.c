/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-mail-head.h"

#include "tl-charset-clean.h"
#include "tl-document-words.h"
#include "tl-mail-parts.h"

#include <string.h>

static char *
dup_clean (const char *value)
{
  char *clean = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  if (clean == NULL)
    return NULL;
  clean = tl_charset_clean (clean, strlen (clean), NULL);
  g_strdelimit (clean, "\n\t", ' ');
  if (*g_strstrip (clean) == '\0')
    g_clear_pointer (&clean, g_free);
  return clean;
}

/* "news@paper.example" is a newsroom's, "a.baker@paper.example" a person's. */
static gboolean
is_of_office (const char *address)
{
  const char *const *words = tl_document_words (TL_DOCUMENT_MAIL_SENDERS);
  gsize n = address != NULL ? strcspn (address, "@+") : 0;

  for (guint i = 0; n > 0 && words[i] != NULL; i++)
    {
      if (strlen (words[i]) == n && g_ascii_strncasecmp (address, words[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "Ann Baker via River News" */
static char *
dup_sender_name (const char *name)
{
  g_autofree char *clean = dup_clean (name);
  const char *via = clean != NULL ? strstr (clean, " via ") : NULL;

  if (clean == NULL || strchr (clean, '@') != NULL)
    return NULL;
  return g_strdup (via != NULL ? via + strlen (" via ") : clean);
}

static char *
find_publisher (GMimeMessage *message,
                gboolean      is_bulk)
{
  InternetAddressList *from = g_mime_message_get_from (message);
  InternetAddress *first = from != NULL && internet_address_list_length (from) > 0
                           ? internet_address_list_get_address (from, 0) : NULL;

  if (first == NULL || !INTERNET_ADDRESS_IS_MAILBOX (first))
    return NULL;
  if (!is_bulk && !is_of_office (internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first))))
    return NULL;
  return dup_sender_name (internet_address_get_name (first));
}

static const char *
get_header (GMimeMessage *message,
            const char   *name)
{
  return g_mime_object_get_header (GMIME_OBJECT (message), name);
}

static gboolean
is_bulk (GMimeMessage *message)
{
  static const char *const names[] = { "List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID" };
  const char *precedence = get_header (message, "Precedence");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (get_header (message, names[i]) != NULL)
        return TRUE;
    }
  return precedence != NULL && (g_ascii_strcasecmp (precedence, "bulk") == 0 ||
                                g_ascii_strcasecmp (precedence, "list") == 0);
}

/* In the sender's own time: it was written on that day. */
static char *
dup_date (GMimeMessage *message)
{
  GDateTime *date = g_mime_message_get_date (message);

  return date != NULL && g_date_time_get_year (date) >= 1980 ? g_date_time_format (date, "%Y-%m-%d") : NULL;
}

/* The address of the page stands in the header, or in that of the part that it is. */
static char *
find_page (GMimeMessage *message)
{
  GMimeObject *part = g_mime_message_get_mime_part (message);
  g_auto(TlMailParts) parts = { NULL };
  const char *address = get_header (message, "Snapshot-Content-Location");

  if (address == NULL)
    address = get_header (message, "Content-Location");
  if (address == NULL && part != NULL)
    address = g_mime_object_get_header (part, "Content-Location");
  if (address == NULL)
    {
      tl_mail_parts_collect (&parts, part);
      if (parts.html != NULL)
        address = g_mime_object_get_header (GMIME_OBJECT (parts.html), "Content-Location");
    }
  return dup_clean (address);
}

/* Browsers name themselves as the sender, and nobody as who gets it. */
static gboolean
is_page (GMimeMessage *message,
         const char   *address)
{
  const char *from = get_header (message, "From");

  return get_header (message, "Snapshot-Content-Location") != NULL ||
         (from != NULL && g_ascii_strncasecmp (from + strspn (from, "<\""), "Saved by ", 9) == 0) ||
         (address != NULL && get_header (message, "To") == NULL && get_header (message, "Received") == NULL);
}

/**
 * tl_mail_head_read:
 * @self: (out caller-allocates): what the header tells
 * @message: a mail
 */
void
tl_mail_head_read (TlMailHead   *self,
                   GMimeMessage *message)
{
  g_autofree char *subject = dup_clean (g_mime_message_get_subject (message));
  g_autofree char *page = find_page (message);

  self->is_page = is_page (message, page);
  self->is_bulk = is_bulk (message);
  self->subject = self->is_page ? g_strdup (subject) : tl_mail_dup_subject (subject, &self->is_forward);
  if (self->is_page && page != NULL &&
      (g_str_has_prefix (page, "http://") || g_str_has_prefix (page, "https://")))
    self->page = g_steal_pointer (&page);
  self->publisher = find_publisher (message, self->is_bulk);
  self->date = dup_date (message);
  if (self->date == NULL)
    self->words = dup_clean (get_header (message, "Date"));
}

/**
 * tl_mail_head_clear:
 * @self: what a header tells
 */
void
tl_mail_head_clear (TlMailHead *self)
{
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->page, g_free);
}

static void
tell_words (TlDocumentFields *fields,
            const char       *words)
{
  if (words == NULL || fields->published != NULL)
    return;
  g_free (fields->date_line);
  fields->date_line = g_strdup (words);
  fields->provenance[TL_FACT_PUBLISHED] = TL_PROVENANCE_HEADER;
}

/**
 * tl_mail_head_tell:
 * @self: what a header tells
 * @fields: where it is put, as far as nothing is there yet
 *
 * A page that was saved as a mail has its day of saving in the header, which tells nothing.
 */
void
tl_mail_head_tell (const TlMailHead *self,
                   TlDocumentFields *fields)
{
  if (fields->title == NULL || (self->is_bulk && self->subject != NULL))
    tl_document_fields_set (fields, TL_FACT_TITLE, self->subject, TL_PROVENANCE_HEADER);
  if (fields->url == NULL)
    tl_document_fields_set (fields, TL_FACT_URL, self->page, TL_PROVENANCE_HEADER);
  if (self->is_page)
    return;
  if (fields->publisher == NULL)
    tl_document_fields_set (fields, TL_FACT_PUBLISHER, self->publisher, TL_PROVENANCE_HEADER);
  if (fields->published == NULL && fields->date_line == NULL)
    {
      tl_document_fields_set (fields, TL_FACT_PUBLISHED, self->date, TL_PROVENANCE_HEADER);
      tell_words (fields, self->words);
    }
}

/* "River News <news@river.example>" or "[mailto:news@river.example]" */
static char *
dup_forward_publisher (const char *from)
{
  const char *start = from != NULL ? strpbrk (from, "<[(") : NULL;
  g_autofree char *name = NULL;
  const char *address = start;

  if (start == NULL)
    return NULL;
  address += strspn (address, "<[(* ");
  if (g_str_has_prefix (address, "mailto:"))
    address += strlen ("mailto:");
  if (!is_of_office (address))
    return NULL;
  name = g_strndup (from, (gsize) (start - from));
  g_strdelimit (name, "\"*'", ' ');
  return dup_sender_name (name);
}

/**
 * tl_mail_head_tell_forward:
 * @forward: what stands above a mail that is passed on
 * @fields: where it is put
 *
 * What is told of the mail that is passed on counts, not of the one who passes it on.
 */
void
tl_mail_head_tell_forward (const TlMailForward *forward,
                           TlDocumentFields    *fields)
{
  gboolean is_forward;
  g_autofree char *subject = tl_mail_dup_subject (forward->subject, &is_forward);
  g_autofree char *publisher = dup_forward_publisher (forward->from);

  if (subject != NULL)
    tl_document_fields_set (fields, TL_FACT_TITLE, subject, TL_PROVENANCE_HEADER);
  if (fields->publisher == NULL)
    tl_document_fields_set (fields, TL_FACT_PUBLISHER, publisher, TL_PROVENANCE_HEADER);
  tell_words (fields, forward->date);
}
