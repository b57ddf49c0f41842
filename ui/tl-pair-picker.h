/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-pair-item.h"

G_BEGIN_DECLS

#define TL_TYPE_PAIR_PICKER (tl_pair_picker_get_type ())
G_DECLARE_FINAL_TYPE (TlPairPicker, tl_pair_picker, TL, PAIR_PICKER, AdwBin)

void        tl_pair_picker_set_pairs    (TlPairPicker *self,
                                         GArray       *pairs);
TlPairItem *tl_pair_picker_get_selected (TlPairPicker *self);
gboolean    tl_pair_picker_select       (TlPairPicker *self,
                                         const char   *key);
void          tl_pair_picker_hide         (TlPairPicker      *self,
                                           const char *const *keys,
                                           TlPairItem        *also);

G_END_DECLS
