/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-official-table.h"

G_BEGIN_DECLS

/**
 * TlOfficialItem:
 *
 * A table of official figures, for a list.  Immutable.
 */
#define TL_TYPE_OFFICIAL_ITEM (tl_official_item_get_type ())
G_DECLARE_FINAL_TYPE (TlOfficialItem, tl_official_item, TL, OFFICIAL_ITEM, GObject)

TlOfficialItem        *tl_official_item_new       (TlOfficialTable *table);
const TlOfficialTable *tl_official_item_get_table (TlOfficialItem  *self);

G_END_DECLS
