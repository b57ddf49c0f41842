/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_GUIDE (tl_guide_get_type ())
G_DECLARE_FINAL_TYPE (TlGuide, tl_guide, TL, GUIDE, AdwWindow)

void tl_guide_show (GtkWindow  *parent,
                    const char *topic);

G_END_DECLS
