/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_COPIES_BUTTON (tl_copies_button_get_type ())
G_DECLARE_FINAL_TYPE (TlCopiesButton, tl_copies_button, TL, COPIES_BUTTON, AdwBin)

void tl_copies_button_set_article (TlCopiesButton *self,
                                   TlLibrary      *library,
                                   gint64          id);

G_END_DECLS
