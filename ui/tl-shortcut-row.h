/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_SHORTCUT_ROW (tl_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (TlShortcutRow, tl_shortcut_row, TL, SHORTCUT_ROW, AdwActionRow)

G_END_DECLS
