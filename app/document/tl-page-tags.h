/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-survey.h"

G_BEGIN_DECLS

TlPageTags tl_page_tags_of         (const char    *name);
gboolean   tl_page_table_is_data   (const xmlNode *table);
gboolean   tl_page_node_is_hidden  (const xmlNode *node);
gboolean   tl_page_node_is_body    (const xmlNode *node);
gboolean   tl_page_node_is_centred (const xmlNode *node);

G_END_DECLS
