/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "tl-document-private.h"

G_BEGIN_DECLS

void  tl_page_facts_find        (xmlDoc           *tree,
                                 const char       *address,
                                 TlDocumentFields *fields);
char *tl_page_facts_dup_address (const char       *markup,
                                 gsize             length);

G_END_DECLS
