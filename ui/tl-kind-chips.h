/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlKindChips:
 *
 * Buttons by which kinds of entities are chosen; none is pressed where all are.
 *
 * Signal: "changed".
 */
#define TL_TYPE_KIND_CHIPS (tl_kind_chips_get_type ())
G_DECLARE_FINAL_TYPE (TlKindChips, tl_kind_chips, TL, KIND_CHIPS, AdwBin)

guint tl_kind_chips_get_types (TlKindChips *self);
void  tl_kind_chips_clear     (TlKindChips *self);

G_END_DECLS
