/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-import.h"

G_BEGIN_DECLS

#define TL_TYPE_FAILURES_DIALOG (tl_failures_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlFailuresDialog, tl_failures_dialog, TL, FAILURES_DIALOG, AdwWindow)

GtkWindow *tl_failures_dialog_new (GtkWindow *parent,
                                   TlImport  *import);

G_END_DECLS
