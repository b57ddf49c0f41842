/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Open Document text, zipped or as one XML file.  Notes, comments, indexes, hidden text and
 * what tracked changes deleted stay out; headers and footers are part of the styles.
 */

#include "tl-odt-reader.h"

#include "tl-office.h"
#include "tl-xml.h"
#include "tl-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TlOffice   *office;
  TlXml      *xml;
  GHashTable *titles;           /* owned: names of styles of the title */
  guint       list_depth;
  guint       n_paragraphs;     /* that are open; what stands in none is no text */
  gboolean    is_item;          /* the next paragraph is the first of an item */
  gboolean    has_text;         /* the document holds text, not a table or slides */
  gboolean    is_broken;
} Reader;

static void read_content (Reader *self);

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  return g_strv_contains (names, name);
}

static gboolean
is_office_space (Reader *self)
{
  return g_str_has_suffix (tl_xml_get_space (self->xml), ":office:1.0");
}

/* Styles that a program makes for a paragraph say which they are based on. */
static void
note_style (Reader *self)
{
  const char *name = tl_xml_get (self->xml, "name");

  if (name != NULL && g_strcmp0 (tl_xml_get (self->xml, "parent-style-name"), "Title") == 0)
    g_hash_table_add (self->titles, g_strdup (name));
}

static void
read_paragraph (Reader *self)
{
  gsize start = tl_text_flow_get_length (self->office->flow);
  const char *style = tl_xml_get (self->xml, "style-name");
  gboolean is_title = style != NULL && g_hash_table_contains (self->titles, style);
  gboolean is_heading = tl_xml_is (self->xml, "h");

  tl_text_flow_begin_paragraph (self->office->flow, self->list_depth > 0 && self->is_item && !is_heading);
  self->is_item = FALSE;
  self->n_paragraphs++;
  read_content (self);
  self->n_paragraphs--;
  tl_text_flow_end_paragraph (self->office->flow);
  if (is_title || is_heading)
    tl_office_note_heading (self->office, start, is_title);
}

static void
read_list (Reader *self)
{
  self->list_depth++;
  read_content (self);
  self->list_depth--;
}

static void
read_aside (Reader *self)
{
  tl_text_flow_begin_aside (self->office->flow);
  read_content (self);
  tl_text_flow_end_aside (self->office->flow);
}

static void
read_row (Reader *self)
{
  tl_text_flow_begin_row (self->office->flow);
  read_content (self);
  tl_text_flow_end_row (self->office->flow);
}

/* Lists, tables, boxes and the like. */
static gboolean
read_block (Reader     *self,
            const char *name)
{
  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    read_paragraph (self);
  else if (g_str_equal (name, "list"))
    read_list (self);
  else if (g_str_equal (name, "table-row"))
    read_row (self);
  else if (g_str_equal (name, "text-box"))
    read_aside (self);
  else if (is_one_of (name, (const char *const[]) { "list-item", "list-header", "table-cell", "table", "text", NULL }))
    {
      self->is_item = g_str_equal (name, "list-item");
      self->has_text |= g_str_equal (name, "text") && is_office_space (self);
      if (g_str_equal (name, "table-cell"))
        tl_text_flow_begin_cell (self->office->flow);
      else if (g_str_equal (name, "table"))
        tl_text_flow_begin_paragraph (self->office->flow, FALSE);
      read_content (self);
    }
  else
    return FALSE;
  return TRUE;
}

/* What stands for white space that XML would lose. */
static gboolean
read_space (Reader     *self,
            const char *name)
{
  TlTextFlow *flow = self->office->flow;

  if (g_str_equal (name, "s"))
    tl_text_flow_add (flow, " ", 1);
  else if (g_str_equal (name, "tab"))
    tl_text_flow_add_tab (flow);
  else if (g_str_equal (name, "line-break"))
    tl_text_flow_add_line_break (flow);
  else
    return FALSE;
  tl_xml_pass (self->xml, &self->is_broken);
  return TRUE;
}

static void
read_element (Reader *self)
{
  static const char *const skipped[] = {
    "note", "annotation", "tracked-changes", "table-of-content", "illustration-index", "table-index", "object-index",
    "user-index", "alphabetical-index", "bibliography", "hidden-text", "hidden-paragraph", "ruby-text", "forms",
    "style", "title", "desc", "event-listeners", "sequence-decls", "variable-decls", "user-field-decls", "scripts",
    "font-face-decls", "master-styles", "settings", "binary-data", "object", "object-ole", "script", NULL,
  };
  const char *name = tl_xml_get_name (self->xml);

  if (g_str_equal (name, "style"))
    note_style (self);
  if (is_one_of (name, skipped) || (g_str_equal (name, "meta") && is_office_space (self)) ||
      (g_str_equal (name, "section") && g_strcmp0 (tl_xml_get (self->xml, "display"), "none") == 0))
    tl_xml_pass (self->xml, &self->is_broken);
  else if (!read_block (self, name) && !read_space (self, name))
    read_content (self);
}

/* All that is inside an element; the parser bounds how deep this goes. */
static void
read_content (Reader *self)
{
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      const char *text = tl_xml_get_text (self->xml);

      if (event == TL_XML_BEGIN)
        read_element (self);
      else if (self->n_paragraphs > 0)
        tl_text_flow_add (self->office->flow, text, strlen (text));
    }
}

static gboolean
read_document (TlOffice      *office,
               const guint8  *data,
               gsize          length,
               GError       **error)
{
  g_autoptr(TlXml) xml = tl_xml_new (data, length, NULL, error);
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { .office = office, .xml = xml, .titles = titles };

  if (xml == NULL)
    return FALSE;
  g_hash_table_add (titles, g_strdup ("Title"));
  if (tl_xml_next (xml) != TL_XML_BEGIN ||
      (!tl_xml_is (xml, "document-content") && !tl_xml_is (xml, "document")))
    return tl_xml_fail (error);
  read_content (&self);
  if (self.is_broken)
    return tl_xml_fail (error);
  if (self.has_text)
    return TRUE;
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_NOT_TEXT,
                       _("The file is a spreadsheet, a presentation or a drawing, not an article"));
  return FALSE;
}

static gboolean
is_wanted (const char *name)
{
  return g_str_equal (name, "content.xml") || g_str_equal (name, "meta.xml") ||
         g_str_equal (name, "META-INF/manifest.xml");
}

/* What is encrypted is a member like any other; only the list of members tells. */
static gboolean
is_encrypted (TlZip *zip)
{
  GBytes *bytes = tl_zip_find (zip, "META-INF/manifest.xml");
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return g_strstr_len (data, (gssize) length, ":encryption-data") != NULL;
}

static gboolean
read_zipped (TlOffice      *office,
             const TlPart  *part,
             TlDelivery    *delivery,
             GError       **error)
{
  g_autoptr(TlZip) zip = tl_zip_unpack (part, is_wanted, delivery, error);
  gconstpointer data;
  gsize length;
  GBytes *bytes;

  if (zip == NULL)
    return FALSE;
  if (is_encrypted (zip))
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_ENCRYPTED,
                           _("The file is protected by a password"));
      return FALSE;
    }
  bytes = tl_zip_find (zip, "content.xml");
  if (bytes == NULL)
    return tl_zip_fail (zip, error);
  data = g_bytes_get_data (bytes, &length);
  if (!read_document (office, data, length, error))
    return FALSE;
  tl_office_read_properties (office, tl_zip_find (zip, "meta.xml"));
  return TRUE;
}

/**
 * tl_odt_reader_read:
 * @part: Open Document text, zipped or not
 * @delivery: where it goes
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether there is a text
 */
gboolean
tl_odt_reader_read (const TlPart  *part,
                    TlDelivery    *delivery,
                    GError       **error)
{
  g_auto(TlOffice) office = { NULL };

  tl_office_init (&office);
  if (part->data[0] == 'P')
    {
      if (!read_zipped (&office, part, delivery, error))
        return FALSE;
    }
  else
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (part->data, part->length);

      if (!read_document (&office, part->data, part->length, error))
        return FALSE;
      tl_office_read_properties (&office, bytes);
    }
  return tl_office_deliver (&office, part, delivery, error);
}
