/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * XML without trust in it.  What stands before the root element, a document type with its
 * entities above all, is not shown to the parser, so that nothing can be defined that
 * grows; those entities that people know from HTML are put in by name.  Nothing is ever
 * fetched, and nesting is bounded by the parser itself.
 */

#include "tl-xml.h"

#include "tl-charset.h"
#include "tl-document-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* Says that there might be definitions elsewhere, so that what is not defined is no error. */
#define PROLOG "<!DOCTYPE a SYSTEM \"a\">"

#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)

struct _TlXml
{
  char             *markup;     /* owned */
  xmlTextReaderPtr  reader;     /* owned */
  guint             depth;      /* elements that are open */
  gboolean          is_empty;   /* the element that began has no content, and ends next */
  gboolean          was_root;   /* the root element has ended */
  gboolean          is_broken;  /* the parser gave up; asked again, it would make things up */
  char              entity[8];  /* the text that an entity stands for */
  const char       *text;
};

/* Behind the document type, whose brackets may hold quotes, comments and instructions. */
static const char *
skip_doctype (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\'')
        p = strchr (p + 1, *p);
      else if (g_str_has_prefix (p, "<!--"))
        p = strstr (p + 4, "-->");
      else if (*p == '<' || *p == '[')
        depth++;
      else if ((*p == '>' || *p == ']') && --depth == 0)
        return p + 1;
      if (p == NULL)
        return NULL;
    }
  return NULL;
}

/* NULL where there is none. */
static const char *
find_root (const char *markup)
{
  const char *p = strchr (markup, '<');

  while (p != NULL && (p[1] == '?' || p[1] == '!'))
    {
      if (p[1] == '?')
        p = strstr (p, "?>");
      else if (g_str_has_prefix (p, "<!--"))
        p = strstr (p + 4, "-->");
      else
        p = skip_doctype (p);
      p = p != NULL ? strchr (p, '<') : NULL;
    }
  return p;
}

/* An ampersand that begins no entity stands for itself; many feeds have some. */
static gboolean
begins_entity (const char *p)
{
  const char *end = p + 1;

  if (*end == '#')
    end++;
  while (g_ascii_isalnum (*end) || *end == '_' || *end == '.' || *end == '-' || (guchar) *end >= 0x80)
    end++;
  return *end == ';' && end > p + 1;
}

static char *
mend (const char *root)
{
  GString *markup = g_string_new (PROLOG);

  for (const char *p; (p = strchr (root, '&')) != NULL; root = p + 1)
    {
      g_string_append_len (markup, root, p + 1 - root);
      if (!begins_entity (p))
        g_string_append (markup, "amp;");
    }
  g_string_append (markup, root);
  return g_string_free (markup, FALSE);
}

/**
 * tl_xml_new:
 * @data: XML
 * @length: how many bytes of it
 * @charset: (nullable): in which charset it is said to be
 * @error: return location for a #TlDocumentError
 *
 * Returns: (transfer full) (nullable): a reader before the root element
 */
TlXml *
tl_xml_new (const guint8  *data,
            gsize          length,
            const char    *charset,
            GError       **error)
{
  g_autoptr(TlXml) self = g_new0 (TlXml, 1);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  const char *root;

  if (!tl_document_check_size (length, TL_DOCUMENT_MAX_SIZE, error))
    return NULL;
  label = charset != NULL ? g_strdup (charset) : tl_charset_find_label (data, length);
  text = tl_charset_decode_labelled (data, length, label, error);
  if (text == NULL)
    return NULL;

  root = find_root (text);
  if (root == NULL)
    return tl_xml_fail (error), NULL;
  self->markup = mend (root);
  self->reader = xmlReaderForMemory (self->markup, (int) strlen (self->markup), NULL, "UTF-8", OPTIONS);
  if (self->reader == NULL)
    return tl_xml_fail (error), NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_xml_free:
 * @self: (transfer full): a reader
 */
void
tl_xml_free (TlXml *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_free (self->markup);
  g_free (self);
}

/**
 * tl_xml_fail:
 * @error: return location for %TL_DOCUMENT_ERROR_BROKEN
 *
 * Says that XML is broken.
 *
 * Returns: %FALSE
 */
gboolean
tl_xml_fail (GError **error)
{
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                       _("The file is damaged: its markup is broken"));
  return FALSE;
}

static TlXmlEvent
end_element (TlXml *self)
{
  self->is_empty = FALSE;
  self->depth--;
  self->was_root |= self->depth == 0;
  return TL_XML_END;
}

/* An entity that nothing defines has a name that HTML knows, or is nothing. */
static const char *
read_entity (TlXml *self)
{
  const htmlEntityDesc *entity = htmlEntityLookup (xmlTextReaderConstLocalName (self->reader));

  self->entity[entity != NULL ? g_unichar_to_utf8 (entity->value, self->entity) : 0] = '\0';
  return self->entity;
}

/**
 * tl_xml_next:
 * @self: a reader
 *
 * Goes on to what comes next.
 *
 * Returns: what that is; what is behind the root element is not looked at
 */
TlXmlEvent
tl_xml_next (TlXml *self)
{
  self->text = NULL;
  if (self->is_empty)
    return end_element (self);
  if (self->was_root)
    return TL_XML_DONE;

  while (!self->is_broken && xmlTextReaderRead (self->reader) == 1)
    {
      switch (xmlTextReaderNodeType (self->reader))
        {
        case XML_READER_TYPE_ELEMENT:
          self->depth++;
          self->is_empty = xmlTextReaderIsEmptyElement (self->reader) == 1;
          return TL_XML_BEGIN;

        case XML_READER_TYPE_END_ELEMENT:
          return end_element (self);

        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          self->text = (const char *) xmlTextReaderConstValue (self->reader);
          return TL_XML_TEXT;

        case XML_READER_TYPE_ENTITY_REFERENCE:
          self->text = read_entity (self);
          return TL_XML_TEXT;

        default:
          break;
        }
    }
  self->is_broken = TRUE;
  return TL_XML_BROKEN;
}

static const char *
skip_prefix (const char *name)
{
  const char *colon = name != NULL ? strchr (name, ':') : NULL;

  return colon != NULL ? colon + 1 : name;
}

/**
 * tl_xml_get_name:
 * @self: a reader
 *
 * Returns: the name of the element that begins or ends, without prefix
 */
const char *
tl_xml_get_name (TlXml *self)
{
  const char *name = skip_prefix ((const char *) xmlTextReaderConstLocalName (self->reader));

  return name != NULL ? name : "";
}

/**
 * tl_xml_get_space:
 * @self: a reader
 *
 * Returns: the namespace of the element that begins or ends; "" where it has none
 */
const char *
tl_xml_get_space (TlXml *self)
{
  const char *space = (const char *) xmlTextReaderConstNamespaceUri (self->reader);

  return space != NULL ? space : "";
}

/**
 * tl_xml_is:
 * @self: a reader
 * @name: a name without prefix
 *
 * Returns: whether the element that begins or ends has this name
 */
gboolean
tl_xml_is (TlXml      *self,
           const char *name)
{
  return strcmp (tl_xml_get_name (self), name) == 0;
}

/**
 * tl_xml_get:
 * @self: a reader
 * @attribute: the name of an attribute without prefix
 *
 * Returns: (transfer none) (nullable): its value at the element that begins
 */
const char *
tl_xml_get (TlXml      *self,
            const char *attribute)
{
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);

  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    {
      const xmlNode *value = attr->children;

      if (strcmp (skip_prefix ((const char *) attr->name), attribute) != 0)
        continue;
      if (value == NULL)
        return "";
      if (value->type == XML_TEXT_NODE && value->next == NULL)
        return (const char *) value->content;
    }
  return NULL;
}

/**
 * tl_xml_get_text:
 * @self: a reader
 *
 * Returns: (transfer none): the text that was met
 */
const char *
tl_xml_get_text (TlXml *self)
{
  return self->text != NULL ? self->text : "";
}

/**
 * tl_xml_skip:
 * @self: a reader at the beginning of an element
 *
 * Goes on to the end of the element.
 *
 * Returns: whether it has one
 */
gboolean
tl_xml_skip (TlXml *self)
{
  guint depth = self->depth;

  while (self->depth >= depth)
    {
      TlXmlEvent event = tl_xml_next (self);

      if (event == TL_XML_BROKEN || event == TL_XML_DONE)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_xml_dup_text:
 * @self: a reader at the beginning of an element
 *
 * Goes on to the end of the element.
 *
 * Returns: (transfer full): all text in it
 */
char *
tl_xml_dup_text (TlXml *self)
{
  GString *text = g_string_new (NULL);
  guint depth = self->depth;

  while (self->depth >= depth)
    {
      TlXmlEvent event = tl_xml_next (self);

      if (event == TL_XML_BROKEN || event == TL_XML_DONE)
        break;
      g_string_append (text, tl_xml_get_text (self));
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/**
 * tl_xml_dup_markup:
 * @self: a reader at the beginning of an element
 *
 * Goes on to the end of the element.
 *
 * Returns: (transfer full): what stands in it, with its markup
 */
char *
tl_xml_dup_markup (TlXml *self)
{
  xmlChar *inner = xmlTextReaderReadInnerXml (self->reader);
  char *markup = g_strdup (inner != NULL ? (const char *) inner : "");

  xmlFree (inner);
  tl_xml_skip (self);
  return markup;
}

/**
 * tl_xml_step:
 * @self: a reader
 * @event: (out): what comes next
 * @is_broken: (inout): set where that can't be read
 *
 * Returns: whether there is anything more inside the element that began
 */
gboolean
tl_xml_step (TlXml      *self,
             TlXmlEvent *event,
             gboolean   *is_broken)
{
  *event = tl_xml_next (self);
  *is_broken |= *event == TL_XML_BROKEN;
  return *event == TL_XML_BEGIN || *event == TL_XML_TEXT;
}

/**
 * tl_xml_pass:
 * @self: a reader, at the beginning of an element
 * @is_broken: (inout): set where that can't be read
 *
 * Goes on to the end of the element.
 */
void
tl_xml_pass (TlXml    *self,
             gboolean *is_broken)
{
  *is_broken |= !tl_xml_skip (self);
}
