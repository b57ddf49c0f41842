/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_OFFICIAL_DIALOG (tl_official_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlOfficialDialog, tl_official_dialog, TL, OFFICIAL_DIALOG, AdwWindow)

GtkWindow *tl_official_dialog_new (GtkWindow *parent,
                                   TlLibrary *library);

G_END_DECLS
