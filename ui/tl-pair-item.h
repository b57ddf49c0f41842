/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlPairItem:
 *
 * Two partners, for a list to choose from.  Immutable.
 */
#define TL_TYPE_PAIR_ITEM (tl_pair_item_get_type ())
G_DECLARE_FINAL_TYPE (TlPairItem, tl_pair_item, TL, PAIR_ITEM, GObject)

TlPairItem   *tl_pair_item_new      (const TlPair *pair);
const TlPair *tl_pair_item_get_pair (TlPairItem   *self);
const char   *tl_pair_item_get_name (TlPairItem   *self);
char         *tl_pair_item_dup_key  (TlPairItem   *self);

G_END_DECLS
