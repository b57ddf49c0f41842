/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_CHOICE_ROW (tl_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (TlChoiceRow, tl_choice_row, TL, CHOICE_ROW, AdwBin)

G_END_DECLS
