/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-item.h"

G_BEGIN_DECLS

#define TL_TYPE_RENEWED_ROW (tl_renewed_row_get_type ())
G_DECLARE_FINAL_TYPE (TlRenewedRow, tl_renewed_row, TL, RENEWED_ROW, AdwBin)

G_END_DECLS
