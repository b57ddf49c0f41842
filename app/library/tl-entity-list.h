/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity-finder.h"
#include "tl-entity-row.h"
#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlEntityList:
 *
 * The entities of a library that are asked for, as a list model of #TlEntityRow: main ones that
 * articles name, without what a person said is nothing.  It follows the library; what it takes is
 * found out in a thread, and the list before stays until then.
 *
 * Property "pending": whether another list is on its way.  Signal "found": the list is that which
 * was asked for last.
 */
#define TL_TYPE_ENTITY_LIST (tl_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (TlEntityList, tl_entity_list, TL, ENTITY_LIST, GObject)

TlEntityList *tl_entity_list_new        (TlLibrary     *library);
void          tl_entity_list_set_query  (TlEntityList  *self,
                                         const char    *words,
                                         guint          types,
                                         TlEntityOrder  order);
void          tl_entity_list_set_seen   (TlEntityList  *self,
                                         gboolean       is_seen);
gboolean      tl_entity_list_is_pending (TlEntityList  *self);
gint64        tl_entity_list_get_id     (TlEntityList  *self,
                                         guint          position);
gboolean      tl_entity_list_find       (TlEntityList  *self,
                                         gint64         id,
                                         guint         *position);

G_END_DECLS
