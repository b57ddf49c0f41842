/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library-entities.h"

G_BEGIN_DECLS

#define TL_TYPE_ENTITY_VIEW (tl_entity_view_get_type ())
G_DECLARE_FINAL_TYPE (TlEntityView, tl_entity_view, TL, ENTITY_VIEW, AdwBin)

void tl_entity_view_show (TlEntityView        *self,
                          TlLibrary           *library,
                          const TlKnownEntity *entity);

G_END_DECLS
