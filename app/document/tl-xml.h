/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * TlXml:
 *
 * Reads XML from its beginning to its end, one element or text after the other.
 */
typedef struct _TlXml TlXml;

/**
 * TlXmlEvent:
 * @TL_XML_BEGIN: an element begins
 * @TL_XML_END: an element ends; also one without content
 * @TL_XML_TEXT: text
 * @TL_XML_DONE: there is no more
 * @TL_XML_BROKEN: what comes next can't be read
 *
 * What is met next.
 */
typedef enum
{
  TL_XML_BEGIN,
  TL_XML_END,
  TL_XML_TEXT,
  TL_XML_DONE,
  TL_XML_BROKEN,
} TlXmlEvent;

TlXml      *tl_xml_new        (const guint8  *data,
                               gsize          length,
                               const char    *charset,
                               GError       **error);
void        tl_xml_free       (TlXml         *self);
TlXmlEvent  tl_xml_next       (TlXml         *self);
const char *tl_xml_get_name   (TlXml         *self);
const char *tl_xml_get_space  (TlXml         *self);
gboolean    tl_xml_is         (TlXml         *self,
                               const char    *name);
const char *tl_xml_get        (TlXml         *self,
                               const char    *attribute);
const char *tl_xml_get_text   (TlXml         *self);
gboolean    tl_xml_skip       (TlXml         *self);
gboolean    tl_xml_step       (TlXml         *self,
                               TlXmlEvent    *event,
                               gboolean      *is_broken);
void        tl_xml_pass       (TlXml         *self,
                               gboolean      *is_broken);
char       *tl_xml_dup_text   (TlXml         *self);
char       *tl_xml_dup_markup (TlXml         *self);
gboolean    tl_xml_fail       (GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXml, tl_xml_free)

G_END_DECLS
