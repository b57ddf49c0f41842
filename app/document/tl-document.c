/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-delivery.h"
#include "tl-document-private.h"

struct _TlDocument
{
  GObject           parent_instance;

  char             *name;       /* owned, never NULL */
  char             *uri;        /* owned, NULL when it comes from no file */
  char             *part;       /* owned, NULL when it is the whole file */
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
  g_clear_pointer (&fields->published, g_free);
  g_clear_pointer (&fields->date_line, g_free);
}

static char **
find_field (TlDocumentFields *fields,
            TlFact            fact)
{
  switch (fact)
    {
    case TL_FACT_TITLE:
      return &fields->title;
    case TL_FACT_PUBLISHER:
      return &fields->publisher;
    case TL_FACT_AUTHOR:
      return &fields->author;
    case TL_FACT_URL:
      return &fields->url;
    case TL_FACT_LANGUAGE:
      return &fields->language;
    case TL_FACT_PUBLISHED:
      return &fields->published;
    default:
      g_assert_not_reached ();
    }
}

/*
 * tl_document_fields_get:
 * @fields: what a reader found
 * @fact: a fact
 *
 * Returns: (nullable): its value
 */
const char *
tl_document_fields_get (const TlDocumentFields *fields,
                        TlFact                  fact)
{
  return *find_field ((TlDocumentFields *) fields, fact);
}

/*
 * tl_document_fields_take:
 * @fields: what a reader found
 * @fact: a fact
 * @value: (transfer full) (nullable): its value; an empty one is none
 * @provenance: where it comes from
 *
 * Sets a fact in the place of what was known.
 */
void
tl_document_fields_take (TlDocumentFields *fields,
                         TlFact            fact,
                         char             *value,
                         TlProvenance      provenance)
{
  char **field = find_field (fields, fact);

  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);
  g_free (*field);
  *field = value;
  fields->provenance[fact] = value != NULL ? provenance : TL_PROVENANCE_NONE;
}

/*
 * tl_document_fields_set:
 * @fields: what a reader found
 * @fact: a fact
 * @value: (nullable): its value; an empty one is none
 * @provenance: where it comes from
 *
 * As tl_document_fields_take(), with a copy.
 */
void
tl_document_fields_set (TlDocumentFields *fields,
                        TlFact            fact,
                        const char       *value,
                        TlProvenance      provenance)
{
  tl_document_fields_take (fields, fact, g_strdup (value), provenance);
}

static void
tl_document_finalize (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->part, g_free);
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
 * tl_document_new:
 * @name: its name for people
 * @uri: (nullable): where it was read from
 * @part: (nullable): which part of the file it is
 * @fields: what it says; taken, and left empty
 *
 * Returns: (transfer full): the document
 */
TlDocument *
tl_document_new (const char       *name,
                 const char       *uri,
                 const char       *part,
                 TlDocumentFields *fields)
{
  TlDocument *self = g_object_new (TL_TYPE_DOCUMENT, NULL);

  self->name = g_strdup (name);
  self->uri = g_strdup (uri);
  self->part = g_strdup (part);
  self->fields = *fields;
  *fields = (TlDocumentFields) { NULL };
  return self;
}

/* Keeps the first document, and why the first part that is none can't be read. */
typedef struct
{
  TlDocument *document;
  GError     *failure;
} First;

static void
first_clear (First *first)
{
  g_clear_object (&first->document);
  g_clear_error (&first->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (First, first_clear)

static gboolean
keep_first_cb (const TlDocumentNews *news,
               gpointer              user_data)
{
  First *first = user_data;

  if (news->document != NULL)
    first->document = g_object_ref (news->document);
  else if (first->failure == NULL)
    first->failure = g_error_copy (news->failure);
  return first->document == NULL;
}

/* What reading brought, of which only the first document counts. */
static TlDocument *
take_first (First    *first,
            GError   *problem,
            GError  **error)
{
  if (first->document != NULL)
    g_clear_error (&problem);
  else if (problem != NULL)
    g_propagate_error (error, problem);
  else
    g_propagate_error (error, g_steal_pointer (&first->failure));
  return g_steal_pointer (&first->document);
}

/**
 * tl_document_load:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * As tl_documents_load(), for a file that holds a single document: where there are more,
 * the first.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL when the file is none or
 *   can't be read
 */
TlDocument *
tl_document_load (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_auto(First) first = { NULL, NULL };
  GError *problem = NULL;

  tl_documents_load (file, cancellable, keep_first_cb, &first, &problem);
  return take_first (&first, problem, error);
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
  g_auto(First) first = { NULL, NULL };
  g_autoptr(TlDelivery) delivery = NULL;
  GError *problem = NULL;
  TlPart part = { .data = data, .length = length, .fd = -1, .name = name };

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  delivery = tl_delivery_new (name, NULL, NULL, keep_first_cb, &first);
  tl_delivery_run (delivery, &part, &problem);
  return take_first (&first, problem, error);
}

/**
 * tl_document_new_from_facts:
 * @uri: (nullable): where it was read from
 * @part: (nullable): which part of the file it is
 * @text: its text, as tl_document_get_text() gave it
 * @story: the byte of @text that the story begins at
 * @values: (array fixed-size=6) (element-type utf8): for each #TlFact its value, or %NULL
 * @provenance: (array fixed-size=6): for each #TlFact where it comes from; a person may have
 *   said of one that there is none
 *
 * Makes a document again that was read before, to look at its text with other eyes.
 *
 * Returns: (transfer full): the document
 */
TlDocument *
tl_document_new_from_facts (const char         *uri,
                            const char         *part,
                            const char         *text,
                            gsize               story,
                            const char *const  *values,
                            const TlProvenance *provenance)
{
  g_auto(TlDocumentFields) fields = { NULL };
  g_autofree char *base = uri != NULL ? g_path_get_basename (uri) : NULL;

  g_return_val_if_fail (text != NULL, NULL);

  fields.text = g_strdup (text);
  fields.story = MIN (story, strlen (text));
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    {
      tl_document_fields_set (&fields, fact, values[fact], provenance[fact]);
      fields.provenance[fact] = provenance[fact];
    }
  return tl_document_new (base != NULL ? base : "", uri, part, &fields);
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
 * tl_document_get_part:
 * @self: a document
 *
 * Returns: (nullable): which part of its file it is, "bulletins/march.html"; %NULL when it
 *   is the whole file
 */
const char *
tl_document_get_part (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->part;
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

/**
 * tl_document_get_published:
 * @self: a document
 *
 * Returns: (nullable): the day it was published on, as the file's own data give it:
 *   "2017-11-23", or as much of it as is known
 */
const char *
tl_document_get_published (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.published;
}

/**
 * tl_document_get_date_line:
 * @self: a document
 *
 * Returns: (nullable): the words in which the file tells the day of publication, where it
 *   does not give it as data
 */
const char *
tl_document_get_date_line (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->fields.date_line;
}

/**
 * tl_document_get_provenance:
 * @self: a document
 * @fact: a fact
 *
 * Returns: where the fact comes from
 */
TlProvenance
tl_document_get_provenance (TlDocument *self,
                            TlFact      fact)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), TL_PROVENANCE_NONE);
  g_return_val_if_fail (fact < TL_N_FACTS, TL_PROVENANCE_NONE);

  return self->fields.provenance[fact];
}
