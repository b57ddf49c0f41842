/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-adaptive-bin.h"
#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_ENTITIES_PAGE (tl_entities_page_get_type ())
G_DECLARE_FINAL_TYPE (TlEntitiesPage, tl_entities_page, TL, ENTITIES_PAGE, AdwBin)

void     tl_entities_page_set_library     (TlEntitiesPage *self,
                                           TlLibrary      *library);
GArray  *tl_entities_page_get_chosen      (TlEntitiesPage *self);
gint64   tl_entities_page_get_chosen_id   (TlEntitiesPage *self);
gboolean tl_entities_page_go_to           (TlEntitiesPage *self,
                                           gint64          id);
void     tl_entities_page_choose          (TlEntitiesPage *self,
                                           GArray         *ids);
gboolean tl_entities_page_is_opened       (TlEntitiesPage *self);
void     tl_entities_page_open            (TlEntitiesPage *self);
void     tl_entities_page_go_back         (TlEntitiesPage *self);
void     tl_entities_page_search          (TlEntitiesPage *self);
void     tl_entities_page_bind_order      (TlEntitiesPage *self,
                                           GSettings      *settings);

G_END_DECLS
