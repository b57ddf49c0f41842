/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-import.h"

G_BEGIN_DECLS

/**
 * TlFailureItem:
 *
 * A file that was not imported, for a list.  Immutable.  Properties: "name" of the file,
 * "folder" that it is in, "message" that says why.
 */
#define TL_TYPE_FAILURE_ITEM (tl_failure_item_get_type ())
G_DECLARE_FINAL_TYPE (TlFailureItem, tl_failure_item, TL, FAILURE_ITEM, GObject)

TlFailureItem *tl_failure_item_new            (const TlImportFailure *failure);
gint64         tl_failure_item_get_article_id (TlFailureItem         *self);
char          *tl_failure_item_dup_uri        (TlFailureItem         *self);

G_END_DECLS
