/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlFacetItem:
 *
 * A value that articles can be filtered by, as a list offers it: "label", and "count" for how
 * many articles have it.
 */
#define TL_TYPE_FACET_ITEM (tl_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (TlFacetItem, tl_facet_item, TL, FACET_ITEM, GObject)

TlFacetItem *tl_facet_item_new       (const char  *value,
                                      const char  *label,
                                      guint        n_articles);
const char  *tl_facet_item_get_value (TlFacetItem *self);
const char  *tl_facet_item_get_label (TlFacetItem *self);

G_END_DECLS
