/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library-entities.h"

G_BEGIN_DECLS

#define TL_TYPE_ENTITY_GROUP (tl_entity_group_get_type ())
G_DECLARE_FINAL_TYPE (TlEntityGroup, tl_entity_group, TL, ENTITY_GROUP, AdwBin)

void tl_entity_group_show (TlEntityGroup *self,
                           TlLibrary     *library,
                           GPtrArray     *entities);

G_END_DECLS
