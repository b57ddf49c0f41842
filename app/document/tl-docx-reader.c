/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Word's documents: a zipped folder in which "_rels/.rels" names the member that holds the
 * text.  Headers, footers, notes and comments are members of their own and stay out; so do
 * deletions that are tracked, hidden text, the codes of fields and the table of contents.
 */

#include "tl-docx-reader.h"

#include "tl-docx-styles.h"
#include "tl-office.h"
#include "tl-xml.h"
#include "tl-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TlOffice   *office;
  TlXml      *xml;
  GHashTable *styles;
  guint       n_hidden;         /* open elements whose text is not shown */
  gboolean    joins_next;       /* the end of the last paragraph is deleted */
  gboolean    is_broken;
} Reader;

/* What is known of a paragraph before its text. */
typedef struct
{
  TlDocxStyle style;
  gboolean    is_listed;
  gboolean    is_unlisted;
  gboolean    joins_next;
} Paragraph;

static void read_content (Reader *self);

static gboolean
is_word_space (const char *space)
{
  return strstr (space, "/wordprocessingml/") != NULL;
}

/* "<w:vanish/>" and "<w:vanish w:val='1'/>", but not "<w:vanish w:val='0'/>" */
static gboolean
is_on (Reader *self)
{
  const char *value = tl_xml_get (self->xml, "val");

  return value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0 && strcmp (value, "off") != 0);
}

/* Whether the properties, which are read to their end, have @name switched on. */
static gboolean
has_property (Reader     *self,
              const char *name)
{
  gboolean found = FALSE;
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      if (event != TL_XML_BEGIN)
        continue;
      found |= tl_xml_is (self->xml, name) && is_on (self);
      tl_xml_pass (self->xml, &self->is_broken);
    }
  return found;
}

static void
read_list (Reader    *self,
           Paragraph *paragraph)
{
  TlXmlEvent event;

  paragraph->is_listed = TRUE;
  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      const char *value = event == TL_XML_BEGIN ? tl_xml_get (self->xml, "val") : NULL;

      if (event != TL_XML_BEGIN)
        continue;
      if (tl_xml_is (self->xml, "numId") && g_strcmp0 (value, "0") == 0)
        paragraph->is_unlisted = TRUE;
      tl_xml_pass (self->xml, &self->is_broken);
    }
}

static void
read_paragraph_properties (Reader    *self,
                           Paragraph *paragraph)
{
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      if (event != TL_XML_BEGIN)
        continue;
      if (tl_xml_is (self->xml, "numPr"))
        {
          read_list (self, paragraph);
          continue;
        }
      if (tl_xml_is (self->xml, "rPr"))
        {
          paragraph->joins_next = has_property (self, "del");
          continue;
        }
      if (tl_xml_is (self->xml, "pStyle"))
        paragraph->style |= tl_docx_styles_find (self->styles, tl_xml_get (self->xml, "val"));
      else if (tl_xml_is (self->xml, "outlineLvl") && g_strcmp0 (tl_xml_get (self->xml, "val"), "9") != 0)
        paragraph->style |= TL_DOCX_STYLE_HEADING;
      tl_xml_pass (self->xml, &self->is_broken);
    }
}

static gboolean
is_item (const Paragraph *paragraph)
{
  return !paragraph->is_unlisted && (paragraph->style & (TL_DOCX_STYLE_TITLE | TL_DOCX_STYLE_HEADING)) == 0 &&
         (paragraph->is_listed || (paragraph->style & TL_DOCX_STYLE_ITEM) != 0);
}

static void
read_text (Reader *self)
{
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      const char *text = tl_xml_get_text (self->xml);

      if (event == TL_XML_BEGIN)
        tl_xml_pass (self->xml, &self->is_broken);
      else if (self->n_hidden == 0)
        tl_text_flow_add (self->office->flow, text, strlen (text));
    }
}

static void
read_run (Reader *self)
{
  gboolean is_hidden = FALSE;
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      TlTextFlow *flow = self->office->flow;

      if (event != TL_XML_BEGIN)
        continue;
      if (!is_word_space (tl_xml_get_space (self->xml)))
        {
          read_content (self);
          continue;
        }
      if (tl_xml_is (self->xml, "rPr"))
        {
          is_hidden |= has_property (self, "vanish");
          continue;
        }
      self->n_hidden += is_hidden;
      if (tl_xml_is (self->xml, "t"))
        read_text (self);
      else if (tl_xml_is (self->xml, "drawing") || tl_xml_is (self->xml, "pict") ||
               tl_xml_is (self->xml, "object") || tl_xml_is (self->xml, "ruby"))
        read_content (self);
      else
        {
          if (self->n_hidden > 0)
            ;
          else if (tl_xml_is (self->xml, "tab"))
            tl_text_flow_add_tab (flow);
          else if (tl_xml_is (self->xml, "br") || tl_xml_is (self->xml, "cr"))
            tl_text_flow_add_line_break (flow);
          else if (tl_xml_is (self->xml, "noBreakHyphen"))
            tl_text_flow_add (flow, "-", 1);
          tl_xml_pass (self->xml, &self->is_broken);
        }
      self->n_hidden -= is_hidden;
    }
}

static void
begin_paragraph (Reader          *self,
                 const Paragraph *paragraph)
{
  if (!self->joins_next)
    tl_text_flow_begin_paragraph (self->office->flow, is_item (paragraph));
  self->joins_next = FALSE;
}

static gboolean read_element (Reader *self);

static void
read_paragraph (Reader *self)
{
  gsize start = tl_text_flow_get_length (self->office->flow);
  Paragraph paragraph = { 0 };
  gboolean has_begun = FALSE;
  gboolean is_contents;
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      if (event != TL_XML_BEGIN)
        continue;
      if (!has_begun && tl_xml_is (self->xml, "pPr"))
        {
          read_paragraph_properties (self, &paragraph);
          continue;
        }
      if (!has_begun)
        begin_paragraph (self, &paragraph);
      has_begun = TRUE;
      is_contents = (paragraph.style & TL_DOCX_STYLE_CONTENTS) != 0;
      self->n_hidden += is_contents;
      read_element (self);
      self->n_hidden -= is_contents;
    }
  if (!has_begun)
    begin_paragraph (self, &paragraph);

  self->joins_next = paragraph.joins_next;
  if (self->joins_next)
    return;
  tl_text_flow_end_paragraph (self->office->flow);
  if ((paragraph.style & (TL_DOCX_STYLE_TITLE | TL_DOCX_STYLE_HEADING)) != 0)
    tl_office_note_heading (self->office, start, (paragraph.style & TL_DOCX_STYLE_TITLE) != 0);
}

static void
read_row (Reader *self)
{
  gboolean is_deleted = FALSE;
  TlXmlEvent event;

  tl_text_flow_begin_row (self->office->flow);
  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      if (event != TL_XML_BEGIN)
        continue;
      if (tl_xml_is (self->xml, "trPr"))
        {
          is_deleted |= has_property (self, "del");
          continue;
        }
      self->n_hidden += is_deleted;
      read_element (self);
      self->n_hidden -= is_deleted;
    }
  tl_text_flow_end_row (self->office->flow);
}

/* What is put in by the program, as the table of contents, is marked as a part of a gallery. */
static gboolean
is_contents (Reader *self)
{
  gboolean found = FALSE;
  guint depth = 1;

  while (depth > 0)
    {
      TlXmlEvent event = tl_xml_next (self->xml);

      if (event == TL_XML_DONE || event == TL_XML_BROKEN)
        break;
      depth += event == TL_XML_BEGIN;
      depth -= event == TL_XML_END;
      found |= event == TL_XML_BEGIN && tl_xml_is (self->xml, "docPartGallery") &&
               g_strcmp0 (tl_xml_get (self->xml, "val"), "Table of Contents") == 0;
    }
  return found;
}

static void
read_control (Reader *self)
{
  gboolean is_skipped = FALSE;
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      if (event != TL_XML_BEGIN)
        continue;
      if (tl_xml_is (self->xml, "sdtPr"))
        is_skipped = is_contents (self);
      else if (is_skipped)
        tl_xml_pass (self->xml, &self->is_broken);
      else
        read_element (self);
    }
}

static void
read_word_element (Reader *self)
{
  static const char *const skipped[] = {
    "del", "moveFrom", "rPr", "pPr", "sectPr", "tblPr", "tblGrid", "tcPr", "tblPrEx", "rt", "customXmlPr",
    "smartTagPr", NULL,
  };
  const char *name = tl_xml_get_name (self->xml);
  TlTextFlow *flow = self->office->flow;

  if (g_strv_contains (skipped, name))
    tl_xml_pass (self->xml, &self->is_broken);
  else if (g_str_equal (name, "p"))
    read_paragraph (self);
  else if (g_str_equal (name, "r"))
    read_run (self);
  else if (g_str_equal (name, "tr"))
    read_row (self);
  else if (g_str_equal (name, "sdt"))
    read_control (self);
  else if (g_str_equal (name, "txbxContent"))
    {
      tl_text_flow_begin_aside (flow);
      read_content (self);
      tl_text_flow_end_aside (flow);
    }
  else
    {
      if (g_str_equal (name, "tc"))
        tl_text_flow_begin_cell (flow);
      else if (g_str_equal (name, "tbl"))
        tl_text_flow_begin_paragraph (flow, FALSE);
      read_content (self);
    }
}

/* Where there is a choice, the first is the newer way to say the same. */
static gboolean
read_element (Reader *self)
{
  if (is_word_space (tl_xml_get_space (self->xml)))
    read_word_element (self);
  else if (tl_xml_is (self->xml, "Fallback"))
    tl_xml_pass (self->xml, &self->is_broken);
  else
    read_content (self);
  return !self->is_broken;
}

/* All that is inside an element; the parser bounds how deep this goes. */
static void
read_content (Reader *self)
{
  TlXmlEvent event;

  while (tl_xml_step (self->xml, &event, &self->is_broken))
    {
      if (event == TL_XML_BEGIN && !read_element (self))
        return;
    }
}

static gboolean
is_wanted (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  return g_str_equal (name, "_rels/.rels") || g_str_equal (name, "docProps/core.xml") ||
         g_str_equal (base, "styles.xml") ||
         (g_str_has_prefix (base, "document") && g_str_has_suffix (base, ".xml"));
}

/* The name of the member with the text. */
static char *
find_main (TlZip *zip)
{
  GBytes *bytes = tl_zip_find (zip, "_rels/.rels");
  g_autoptr(TlXml) xml = NULL;
  gconstpointer data;
  gsize length;

  if (bytes != NULL)
    {
      data = g_bytes_get_data (bytes, &length);
      xml = tl_xml_new (data, length, NULL, NULL);
    }
  for (TlXmlEvent event; xml != NULL && (event = tl_xml_next (xml)) < TL_XML_DONE;)
    {
      const char *type = event == TL_XML_BEGIN ? tl_xml_get (xml, "Type") : NULL;
      const char *target = event == TL_XML_BEGIN ? tl_xml_get (xml, "Target") : NULL;

      if (type != NULL && target != NULL && g_str_has_suffix (type, "/officeDocument"))
        return g_strdup (*target == '/' ? target + 1 : target);
    }
  return g_strdup ("word/document.xml");
}

static gboolean
fail_other (const char  *name,
            TlZip       *zip,
            GError     **error)
{
  const char *message = NULL;

  if (g_str_has_prefix (name, "xl/"))
    message = _("The file is a spreadsheet, not an article");
  else if (g_str_has_prefix (name, "ppt/"))
    message = _("The file is a presentation, not an article");
  if (message == NULL)
    return tl_zip_fail (zip, error);
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_NOT_TEXT, message);
  return FALSE;
}

static gboolean
read_document (TlOffice    *office,
               GBytes      *bytes,
               GBytes      *styles,
               GError     **error)
{
  g_autoptr(GHashTable) table = NULL;
  g_autoptr(TlXml) xml = NULL;
  Reader self = { .office = office };
  gconstpointer data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  xml = tl_xml_new (data, length, NULL, error);
  if (xml == NULL)
    return FALSE;
  table = tl_docx_styles_read (styles);
  self.xml = xml;
  self.styles = table;
  if (tl_xml_next (xml) != TL_XML_BEGIN || !tl_xml_is (xml, "document"))
    return tl_xml_fail (error);
  read_content (&self);
  return !self.is_broken || tl_xml_fail (error);
}

/**
 * tl_docx_reader_read:
 * @part: a document of Word
 * @delivery: where it goes
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether there is a text
 */
gboolean
tl_docx_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_autoptr(TlZip) zip = tl_zip_unpack (part, is_wanted, delivery, error);
  g_auto(TlOffice) office = { NULL };
  g_autofree char *folder = NULL;
  g_autofree char *styles = NULL;
  g_autofree char *name = NULL;
  GBytes *bytes;

  if (zip == NULL)
    return FALSE;
  name = find_main (zip);
  bytes = tl_zip_find (zip, name);
  if (bytes == NULL)
    return fail_other (name, zip, error);

  folder = g_path_get_dirname (name);
  styles = g_strconcat (folder, "/styles.xml", NULL);
  tl_office_init (&office);
  if (!read_document (&office, bytes, tl_zip_find (zip, styles), error))
    return FALSE;
  tl_office_read_properties (&office, tl_zip_find (zip, "docProps/core.xml"));
  return tl_office_deliver (&office, part, delivery, error);
}
