/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/HTMLtree.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

xmlDoc     *tl_html_parse        (const guint8  *data,
                                  gsize          length,
                                  const char    *charset,
                                  GError       **error);
xmlNode    *tl_html_next         (const xmlNode *node,
                                  const xmlNode *root);
xmlNode    *tl_html_skip         (const xmlNode *node,
                                  const xmlNode *root);
gboolean    tl_html_is           (const xmlNode *node,
                                  const char    *name);
const char *tl_html_get          (const xmlNode *node,
                                  const char    *attribute);
gboolean    tl_html_has_word     (const xmlNode *node,
                                  const char    *attribute,
                                  const char    *word);
char       *tl_html_dup_text     (const xmlNode *node);

G_END_DECLS
