/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlWrapLayout:
 *
 * Puts widgets one after the other, and on the next line where one has no room, as words are.
 * Those that expand fill their line; "homogeneous" makes all as wide as the widest.
 */
#define TL_TYPE_WRAP_LAYOUT (tl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, TL, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
