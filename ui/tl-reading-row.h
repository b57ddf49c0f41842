/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-reading-item.h"

G_BEGIN_DECLS

#define TL_TYPE_READING_ROW (tl_reading_row_get_type ())
G_DECLARE_FINAL_TYPE (TlReadingRow, tl_reading_row, TL, READING_ROW, AdwBin)

void tl_reading_row_set_item (TlReadingRow  *self,
                              TlReadingItem *item);
TlReadingItem *tl_reading_row_get_item (TlReadingRow *self);

G_END_DECLS
