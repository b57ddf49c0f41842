/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-docx-styles.h"

#include "tl-xml.h"

#include <string.h>

/* A style may be based on another, and that on a third; a circle ends here. */
#define MAX_BASES 16

typedef struct
{
  TlDocxStyle  style;
  char        *base;            /* owned, nullable */
} Style;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->base);
  g_free (style);
}

/* Programs name the built-in styles in English, whatever language they speak. */
static TlDocxStyle
read_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_equal (lower, "title"))
    return TL_DOCX_STYLE_TITLE;
  if (g_str_has_prefix (lower, "heading "))
    return TL_DOCX_STYLE_HEADING;
  if (g_str_has_prefix (lower, "toc "))
    return TL_DOCX_STYLE_CONTENTS;
  return 0;
}

static void
read_style (TlXml      *xml,
            GHashTable *styles)
{
  Style *style = g_new0 (Style, 1);
  const char *id = tl_xml_get (xml, "styleId");

  g_hash_table_replace (styles, g_strdup (id != NULL ? id : ""), style);
  for (TlXmlEvent event; (event = tl_xml_next (xml)) < TL_XML_DONE;)
    {
      const char *value = event == TL_XML_BEGIN ? tl_xml_get (xml, "val") : NULL;

      if (event == TL_XML_END && tl_xml_is (xml, "style"))
        break;
      if (event != TL_XML_BEGIN)
        continue;
      if (tl_xml_is (xml, "numPr"))
        style->style |= TL_DOCX_STYLE_ITEM;
      else if (value != NULL && tl_xml_is (xml, "name"))
        style->style |= read_name (value);
      else if (value != NULL && tl_xml_is (xml, "basedOn") && style->base == NULL)
        style->base = g_strdup (value);
    }
}

/**
 * tl_docx_styles_read:
 * @bytes: (nullable): word/styles.xml
 *
 * Returns: (transfer full): its styles
 */
GHashTable *
tl_docx_styles_read (GBytes *bytes)
{
  GHashTable *styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  g_autoptr(TlXml) xml = NULL;
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return styles;
  data = g_bytes_get_data (bytes, &length);
  xml = tl_xml_new (data, length, NULL, NULL);
  if (xml == NULL)
    return styles;
  for (TlXmlEvent event; (event = tl_xml_next (xml)) < TL_XML_DONE;)
    if (event == TL_XML_BEGIN && tl_xml_is (xml, "style"))
      read_style (xml, styles);
  return styles;
}

/**
 * tl_docx_styles_find:
 * @styles: the styles of a document
 * @id: what a paragraph names
 *
 * Returns: what a paragraph of this style is
 */
TlDocxStyle
tl_docx_styles_find (GHashTable *styles,
                     const char *id)
{
  TlDocxStyle found = 0;

  for (guint i = 0; id != NULL && i < MAX_BASES; i++)
    {
      const Style *style = g_hash_table_lookup (styles, id);

      if (style == NULL)
        break;
      found |= style->style;
      id = style->base;
    }
  /* Numbers before headings make no list. */
  if ((found & (TL_DOCX_STYLE_TITLE | TL_DOCX_STYLE_HEADING)) != 0)
    found &= ~(guint) TL_DOCX_STYLE_ITEM;
  return found;
}
