/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_TAB_STOP (tl_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (TlTabStop, tl_tab_stop, TL, TAB_STOP, AdwBin)

G_END_DECLS
