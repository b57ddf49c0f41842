/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_ENTITIES_PANE (tl_entities_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlEntitiesPane, tl_entities_pane, TL, ENTITIES_PANE, AdwBin)

void     tl_entities_pane_set_library  (TlEntitiesPane *self,
                                        TlLibrary      *library);
GArray  *tl_entities_pane_get_chosen   (TlEntitiesPane *self);
void     tl_entities_pane_choose       (TlEntitiesPane *self,
                                        const gint64   *ids,
                                        guint           n_ids);
void     tl_entities_pane_unchoose     (TlEntitiesPane *self,
                                        gint64          id);
guint    tl_entities_pane_get_position (TlEntitiesPane *self);
void     tl_entities_pane_choose_near  (TlEntitiesPane *self,
                                        guint           position);
void     tl_entities_pane_search       (TlEntitiesPane *self);
void     tl_entities_pane_focus_list   (TlEntitiesPane *self);
void     tl_entities_pane_capture_keys (TlEntitiesPane *self,
                                        GtkWidget      *widget);

G_END_DECLS
