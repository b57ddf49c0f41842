/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-entity-list.h"

G_BEGIN_DECLS

/**
 * TlEntitySelection:
 *
 * Which entities of a list are chosen: by themselves and not by their positions, so that they stay
 * chosen while others are searched for.  Who merges two spellings of a name looks for the one, and
 * then for the other.
 *
 * Property "adds": whether choosing one leaves the others chosen, as with check marks.
 *
 * Signal: "chosen-changed".
 */
#define TL_TYPE_ENTITY_SELECTION (tl_entity_selection_get_type ())
G_DECLARE_FINAL_TYPE (TlEntitySelection, tl_entity_selection, TL, ENTITY_SELECTION, GObject)

TlEntitySelection *tl_entity_selection_new      (TlEntityList      *list);
GArray            *tl_entity_selection_get_ids  (TlEntitySelection *self);
void               tl_entity_selection_set_ids  (TlEntitySelection *self,
                                                 const gint64      *ids,
                                                 guint              n_ids);
void               tl_entity_selection_toggle   (TlEntitySelection *self,
                                                 guint              position);

G_END_DECLS
