/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlLayout:
 * @TL_LAYOUT_NARROW: room for one pane
 * @TL_LAYOUT_MEDIUM: room for two panes
 * @TL_LAYOUT_WIDE: room for three panes
 *
 * How much fits side by side.
 */
typedef enum
{
  TL_LAYOUT_NARROW,
  TL_LAYOUT_MEDIUM,
  TL_LAYOUT_WIDE,
} TlLayout;

#define TL_TYPE_LAYOUT (tl_layout_get_type ())

GType tl_layout_get_type (void);

#define TL_TYPE_ADAPTIVE_BIN (tl_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (TlAdaptiveBin, tl_adaptive_bin, TL, ADAPTIVE_BIN, GtkWidget)

TlLayout tl_adaptive_bin_get_layout (TlAdaptiveBin *self);
void     tl_adaptive_bin_expect     (TlAdaptiveBin *self,
                                     int            width);

G_END_DECLS
