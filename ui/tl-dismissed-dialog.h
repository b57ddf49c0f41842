/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library-entities.h"

G_BEGIN_DECLS

#define TL_TYPE_DISMISSED_DIALOG (tl_dismissed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlDismissedDialog, tl_dismissed_dialog, TL, DISMISSED_DIALOG, AdwWindow)

GtkWindow *tl_dismissed_dialog_new (GtkWindow *parent,
                                    TlLibrary *library);

G_END_DECLS
