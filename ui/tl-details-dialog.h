/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_DETAILS_DIALOG (tl_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlDetailsDialog, tl_details_dialog, TL, DETAILS_DIALOG, AdwWindow)

GtkWindow *tl_details_dialog_new (GtkWindow *parent,
                                  TlLibrary *library,
                                  gint64     id);

G_END_DECLS
