/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_RENEWED_DIALOG (tl_renewed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlRenewedDialog, tl_renewed_dialog, TL, RENEWED_DIALOG, AdwWindow)

GtkWindow *tl_renewed_dialog_new (GtkWindow *parent,
                                  TlLibrary *library);

G_END_DECLS
