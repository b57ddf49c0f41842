/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-mention.h"

G_BEGIN_DECLS

#define TL_TYPE_MARK_SWATCH (tl_mark_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TlMarkSwatch, tl_mark_swatch, TL, MARK_SWATCH, GtkWidget)

GtkWidget *tl_mark_swatch_new      (TlMentionKind  kind);
void       tl_mark_swatch_set_kind (TlMarkSwatch  *self,
                                    TlMentionKind  kind);

G_END_DECLS
