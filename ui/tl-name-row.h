/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-entity-row.h"

G_BEGIN_DECLS

#define TL_TYPE_NAME_ROW (tl_name_row_get_type ())
G_DECLARE_FINAL_TYPE (TlNameRow, tl_name_row, TL, NAME_ROW, AdwBin)

TlEntityRow *tl_name_row_get_item (TlNameRow *self);

G_END_DECLS
