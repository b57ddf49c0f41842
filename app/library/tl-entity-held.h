/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity-row.h"

G_BEGIN_DECLS

/**
 * TlEntityHeld:
 *
 * The rows of a library's entities that somebody holds, each of them read when it is asked for, and
 * some that were held last.  An entity has one row for as long as anybody holds it.
 */
typedef struct _TlEntityHeld TlEntityHeld;

TlEntityHeld *tl_entity_held_new     (TlDatabase   *database);
void          tl_entity_held_free    (TlEntityHeld *self);
TlEntityRow  *tl_entity_held_get     (TlEntityHeld *self,
                                      gint64        id);
GArray       *tl_entity_held_dup_ids (TlEntityHeld *self);
void          tl_entity_held_update  (TlEntityHeld *self,
                                      GArray       *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEntityHeld, tl_entity_held_free)

G_END_DECLS
