/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-mail-parts.h"

#include "tl-charset-clean.h"
#include "tl-page-files.h"

#include <string.h>

/* Parts in parts in parts: no program nests so many. */
#define MAX_DEPTH 40

/* Text that is no attachment and stands behind the body is a list's footer, unless it is long. */
#define MIN_MORE_TEXT 1000

static void collect (TlMailParts *self,
                     GMimeObject *object,
                     guint        depth);

static gboolean
is_type (GMimeObject *object,
         const char  *type,
         const char  *subtype)
{
  GMimeContentType *content_type = g_mime_object_get_content_type (object);

  return content_type != NULL && g_mime_content_type_is_type (content_type, type, subtype);
}

static void
add_other (TlMailParts *self,
           GMimeObject *object)
{
  g_autofree char *name = tl_mail_part_dup_name (object);
  g_autofree char *type = tl_mail_part_dup_type (object);

  if (!tl_page_is_material (name, type))
    g_ptr_array_add (self->others, object);
}

static void
collect_part (TlMailParts *self,
              GMimeObject *object)
{
  const char *name = g_mime_part_get_filename (GMIME_PART (object));
  gboolean is_html = is_type (object, "text", "html") || is_type (object, "application", "xhtml+xml");
  gboolean is_text = is_type (object, "text", "plain");

  if (g_mime_part_is_attachment (GMIME_PART (object)) || (!is_html && !is_text))
    add_other (self, object);
  else if (is_html && self->html == NULL)
    self->html = GMIME_PART (object);
  else if (is_text && self->plain == NULL && self->html == NULL)
    self->plain = GMIME_PART (object);
  else if (name != NULL)
    add_other (self, object);
  else if (is_text)
    {
      g_autoptr(GByteArray) bytes = tl_mail_part_decode (object);

      if (bytes->len >= MIN_MORE_TEXT)
        add_other (self, object);
    }
}

/* The first that fits: there may be a plain text, a page, and a page with pictures. */
static void
collect_alternative (TlMailParts    *self,
                     GMimeMultipart *multipart,
                     guint           depth)
{
  TlMailParts inner = { .others = self->others };

  for (int i = 0; i < g_mime_multipart_get_count (multipart); i++)
    {
      TlMailParts one = { .others = self->others };

      collect (&one, g_mime_multipart_get_part (multipart, i), depth + 1);
      if (inner.html == NULL)
        inner.html = one.html;
      if (inner.plain == NULL)
        inner.plain = one.plain;
      self->is_encrypted = self->is_encrypted || one.is_encrypted;
    }
  if (self->html == NULL && self->plain == NULL)
    {
      self->html = inner.html;
      self->plain = inner.plain;
    }
}

/* The root is the one that "start" names, else the first; the others are what it shows. */
static void
collect_related (TlMailParts    *self,
                 GMimeMultipart *multipart,
                 guint           depth)
{
  const char *start = g_mime_object_get_content_type_parameter (GMIME_OBJECT (multipart), "start");
  GMimeObject *root = NULL;

  for (int i = 0; start != NULL && root == NULL && i < g_mime_multipart_get_count (multipart); i++)
    {
      GMimeObject *object = g_mime_multipart_get_part (multipart, i);
      const char *id = g_mime_object_get_content_id (object);

      if (id != NULL && strlen (start) >= 2 && strncmp (id, start + (*start == '<'), strlen (id)) == 0)
        root = object;
    }
  if (root == NULL && g_mime_multipart_get_count (multipart) > 0)
    root = g_mime_multipart_get_part (multipart, 0);
  if (root != NULL)
    collect (self, root, depth + 1);
}

static void
collect_multipart (TlMailParts    *self,
                   GMimeMultipart *multipart,
                   guint           depth)
{
  GMimeObject *object = GMIME_OBJECT (multipart);
  int n = g_mime_multipart_get_count (multipart);

  if (is_type (object, "multipart", "encrypted"))
    self->is_encrypted = TRUE;
  else if (is_type (object, "multipart", "alternative"))
    collect_alternative (self, multipart, depth);
  else if (is_type (object, "multipart", "related"))
    collect_related (self, multipart, depth);
  else
    {
      /* Behind what was signed stands the signature. */
      if (is_type (object, "multipart", "signed"))
        n = MIN (n, 1);
      for (int i = 0; i < n; i++)
        collect (self, g_mime_multipart_get_part (multipart, i), depth + 1);
    }
}

static void
collect (TlMailParts *self,
         GMimeObject *object,
         guint        depth)
{
  if (object == NULL || depth > MAX_DEPTH)
    return;
  if (GMIME_IS_MULTIPART (object))
    collect_multipart (self, GMIME_MULTIPART (object), depth);
  else if (GMIME_IS_MESSAGE_PART (object))
    g_ptr_array_add (self->others, object);
  else if (is_type (object, "application", "pkcs7-mime"))
    self->is_encrypted = TRUE;
  else if (GMIME_IS_PART (object))
    collect_part (self, object);
}

/**
 * tl_mail_parts_collect:
 * @self: parts, none so far
 * @object: (nullable): what a mail is made of; it has to last as long as the parts
 *
 * Sorts the parts of a mail.
 */
void
tl_mail_parts_collect (TlMailParts *self,
                       GMimeObject *object)
{
  self->others = g_ptr_array_new ();
  collect (self, object, 0);
}

/**
 * tl_mail_parts_clear:
 * @self: parts
 */
void
tl_mail_parts_clear (TlMailParts *self)
{
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

/**
 * tl_mail_part_decode:
 * @object: a part of a mail
 *
 * Returns: (transfer full): its bytes as they were before they were put into the mail
 */
GByteArray *
tl_mail_part_decode (GMimeObject *object)
{
  GByteArray *bytes = g_byte_array_new ();
  GMimeStream *stream = g_mime_stream_mem_new_with_byte_array (bytes);

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      if (message != NULL)
        g_mime_object_write_to_stream (GMIME_OBJECT (message), NULL, stream);
    }
  else if (GMIME_IS_PART (object))
    {
      GMimeDataWrapper *content = g_mime_part_get_content (GMIME_PART (object));

      if (content != NULL)
        g_mime_data_wrapper_write_to_stream (content, stream);
    }
  g_object_unref (stream);
  return bytes;
}

/**
 * tl_mail_part_dup_type:
 * @object: a part of a mail
 *
 * Returns: (transfer full) (nullable): what it is said to be: "text/html"
 */
char *
tl_mail_part_dup_type (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);
  g_autofree char *name = NULL;

  if (GMIME_IS_MESSAGE_PART (object))
    return g_strdup ("message/rfc822");
  name = type != NULL ? g_mime_content_type_get_mime_type (type) : NULL;
  return name != NULL ? g_ascii_strdown (name, -1) : NULL;
}

/**
 * tl_mail_part_dup_name:
 * @object: a part of a mail
 *
 * Returns: (transfer full) (nullable): the name of an attached file, the subject of an
 *   attached mail
 */
char *
tl_mail_part_dup_name (GMimeObject *object)
{
  const char *name = NULL;
  char *clean;

  if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      name = message != NULL ? g_mime_message_get_subject (message) : NULL;
    }
  else if (GMIME_IS_PART (object))
    name = g_mime_part_get_filename (GMIME_PART (object));
  if (name == NULL || *name == '\0')
    return NULL;
  clean = g_utf8_make_valid (name, -1);
  clean = tl_charset_clean (clean, strlen (clean), NULL);
  g_strdelimit (clean, "\n\t", ' ');
  if (*g_strstrip (clean) == '\0')
    g_clear_pointer (&clean, g_free);
  return clean;
}
