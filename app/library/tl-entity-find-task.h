/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity-finder.h"

G_BEGIN_DECLS

/**
 * TlEntitySearch:
 * @path: (transfer full): a library's file
 * @words: (transfer full): see tl_entities_find()
 * @types: likewise
 * @order: likewise
 * @orders: (transfer full): likewise
 * @reader: (transfer full) (nullable): a connection from the last time; for the next time
 * @held: (transfer full) (element-type gint64): the entities whose rows somebody holds
 * @ids: (transfer full) (nullable) (element-type gint64): what was found, in order
 * @facts: (transfer full) (element-type TlEntityFacts): what is known of the held ones now
 * @duration: how long it took, in microseconds
 *
 * A search for a library's entities, and what it has found.
 */
typedef struct
{
  char          *path;
  char          *words;
  guint          types;
  TlEntityOrder  order;
  TlEntityOrders orders;
  TlDatabase    *reader;
  GArray        *held;
  GArray        *ids;
  GArray        *facts;
  gint64         duration;
} TlEntitySearch;

void            tl_entity_search_async  (TlEntitySearch       *search,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
TlEntitySearch *tl_entity_search_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
