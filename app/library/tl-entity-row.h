/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-entity-facts.h"

G_BEGIN_DECLS

/**
 * TlEntityRow:
 *
 * A row of the list of a library's entities.  It stays the same object while it is in a list, and
 * follows what the library knows of the entity.  Properties that a row binds: "id", "entity-type",
 * "name", "office" (of a person, by the newest articles that give one; it is looked up after the
 * row was asked for), "n-articles".
 */
#define TL_TYPE_ENTITY_ROW (tl_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (TlEntityRow, tl_entity_row, TL, ENTITY_ROW, GObject)

TlEntityRow  *tl_entity_row_new             (gint64               id,
                                             TlEntityType         type,
                                             const char          *name,
                                             const char          *office,
                                             guint                n_articles);
gint64        tl_entity_row_get_id          (TlEntityRow         *self);
TlEntityType  tl_entity_row_get_entity_type (TlEntityRow         *self);
const char   *tl_entity_row_get_name        (TlEntityRow         *self);
const char   *tl_entity_row_get_office      (TlEntityRow         *self);
void          tl_entity_row_set_office      (TlEntityRow         *self,
                                             const char          *office);
guint         tl_entity_row_get_n_articles  (TlEntityRow         *self);
gboolean      tl_entity_row_update          (TlEntityRow         *self,
                                             const TlEntityFacts *facts);

G_END_DECLS
