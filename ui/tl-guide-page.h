/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-guide-text.h"

G_BEGIN_DECLS

#define TL_TYPE_GUIDE_PAGE (tl_guide_page_get_type ())
G_DECLARE_FINAL_TYPE (TlGuidePage, tl_guide_page, TL, GUIDE_PAGE, AdwBin)

GtkWidget *tl_guide_page_new (const TlGuideTopic *topic);

G_END_DECLS
