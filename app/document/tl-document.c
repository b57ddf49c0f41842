/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-document.h"

#include <glib/gi18n-lib.h>

#include "tl-document-private.h"
#include "tl-format.h"

struct _TlDocument
{
  GObject           parent_instance;

  char             *name;       /* owned, never NULL */
  char             *uri;        /* owned, NULL when it comes from no file */
  TlDocumentFields  fields;     /* owned; the text is never NULL */
};

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)
G_DEFINE_QUARK (tl-document-error-quark, tl_document_error)

/**
 * tl_document_fields_clear:
 * @fields: what a reader found
 *
 * Frees what @fields holds, not @fields itself.
 */
void
tl_document_fields_clear (TlDocumentFields *fields)
{
  g_clear_pointer (&fields->text, g_free);
  g_clear_pointer (&fields->title, g_free);
  g_clear_pointer (&fields->publisher, g_free);
  g_clear_pointer (&fields->author, g_free);
  g_clear_pointer (&fields->url, g_free);
  g_clear_pointer (&fields->language, g_free);
}

static void
tl_document_finalize (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->uri, g_free);
  tl_document_fields_clear (&self->fields);

  G_OBJECT_CLASS (tl_document_parent_class)->finalize (object);
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_document_finalize;
}

static void
tl_document_init (TlDocument *self G_GNUC_UNUSED)
{
}

/*
 * tl_document_check_size:
 * @size: how many bytes it has
 * @limit: how many it may have
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether it is no larger
 */
gboolean
tl_document_check_size (guint64   size,
                        guint64   limit,
                        GError  **error)
{
  g_autofree char *is = NULL;
  g_autofree char *may_be = NULL;

  if (size <= limit)
    return TRUE;

  is = g_format_size (size);
  may_be = g_format_size (limit);
  /* Translators: both are sizes, "200.0 MB" */
  g_set_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE,
               _("The file is too large for an article: %s, where %s is the most that is read"),
               is, may_be);
  return FALSE;
}

/*
 * tl_document_new_named:
 * @name: its name for people
 * @uri: (nullable): where it was read from
 * @data: the bytes of the file
 * @length: how many
 * @error: return location for a #TlDocumentError
 *
 * Returns: (transfer full) (nullable): the document
 */
TlDocument *
tl_document_new_named (const char    *name,
                       const char    *uri,
                       const guint8  *data,
                       gsize          length,
                       GError       **error)
{
  g_auto(TlDocumentFields) fields = { NULL };
  TlDocument *self;

  if (!tl_format_read (data, length, &fields, error))
    return NULL;

  self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  self->name = g_strdup (name);
  self->uri = g_strdup (uri);
  self->fields = fields;
  fields = (TlDocumentFields) { NULL };
  return self;
}

/**
 * tl_document_new_from_data:
 * @name: its name for people, as a file would have one
 * @data: (array length=length): the bytes that such a file would hold
 * @length: how many
 * @error: return location for a #TlDocumentError
 *
 * Reads a document that is in memory: a selection, the clipboard.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL when the bytes are none
 */
TlDocument *
tl_document_new_from_data (const char    *name,
                           const guint8  *data,
                           gsize          length,
                           GError       **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  return tl_document_new_named (name, NULL, data, length, error);
}

/**
 * tl_document_get_name:
 * @self: a document
 *
 * Returns: its name for people, mostly that of its file
 */
const char *
tl_document_get_name (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->name;
}

/**
 * tl_document_get_uri:
 * @self: a document
 *
 * Returns: (nullable): where it was read from; %NULL when it comes from no file
 */
const char *
tl_document_get_uri (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->uri;
}

/**
 * tl_document_get_text:
 * @self: a document
 *
 * Returns: its whole text: valid UTF-8 in NFC, "\n" at line ends, no other control
 *   characters than tabs
 */
const char *
tl_document_get_text (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.text;
}

/**
 * tl_document_get_title:
 * @self: a document
 *
 * Returns: (nullable): its headline, %NULL when it carries none
 */
const char *
tl_document_get_title (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.title;
}

/**
 * tl_document_get_publisher:
 * @self: a document
 *
 * Returns: (nullable): the agency, outlet or site that published it, as it names it
 */
const char *
tl_document_get_publisher (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.publisher;
}

/**
 * tl_document_get_author:
 * @self: a document
 *
 * Returns: (nullable): who wrote it, as its byline names them
 */
const char *
tl_document_get_author (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.author;
}

/**
 * tl_document_get_url:
 * @self: a document
 *
 * Returns: (nullable): the article's own address in the web
 */
const char *
tl_document_get_url (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.url;
}

/**
 * tl_document_get_language:
 * @self: a document
 *
 * Returns: (nullable): ISO 639-1 code of its language, %NULL when unsure
 */
const char *
tl_document_get_language (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.language;
}

/**
 * tl_document_get_story:
 * @self: a document
 *
 * What stands before the story is headline, date and byline, and perhaps menus.
 *
 * Returns: the byte of the text that its first paragraph begins at
 */
gsize
tl_document_get_story (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), 0);

  return self->fields.story;
}
