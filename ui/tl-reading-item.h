/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-mention.h"

G_BEGIN_DECLS

/**
 * TlReadingItem:
 *
 * A row of the list of what was read from an article: a heading, or a name, an amount or
 * a date with the places where it stands.
 */
#define TL_TYPE_READING_ITEM (tl_reading_item_get_type ())
G_DECLARE_FINAL_TYPE (TlReadingItem, tl_reading_item, TL, READING_ITEM, GObject)

TlReadingItem *tl_reading_item_new         (TlMentionKind  kind,
                                            const char    *name,
                                            const char    *detail);
TlReadingItem *tl_reading_item_new_heading (TlMentionKind  kind,
                                            guint          n_items);
void           tl_reading_item_set_entity_id (TlReadingItem *self,
                                              gint64         id);
gint64         tl_reading_item_get_entity_id (TlReadingItem *self);
void           tl_reading_item_add_form    (TlReadingItem *self,
                                            const char    *form);
GPtrArray     *tl_reading_item_get_forms   (TlReadingItem *self);
TlMentionKind  tl_reading_item_get_kind    (TlReadingItem *self);
gboolean       tl_reading_item_is_heading  (TlReadingItem *self);
const char    *tl_reading_item_get_name    (TlReadingItem *self);
const char    *tl_reading_item_get_detail  (TlReadingItem *self);
void           tl_reading_item_add_mention (TlReadingItem *self,
                                            TlSpan         mention);
guint          tl_reading_item_get_n_mentions (TlReadingItem *self);
TlSpan         tl_reading_item_next_mention (TlReadingItem *self);
void           tl_reading_item_reset       (TlReadingItem *self);

GListModel    *tl_reading_items_new        (TlArticle     *article);

G_END_DECLS
