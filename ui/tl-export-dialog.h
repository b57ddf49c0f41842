/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPORT_DIALOG (tl_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlExportDialog, tl_export_dialog, TL, EXPORT_DIALOG, AdwWindow)

TlExportDialog *tl_export_dialog_new  (GtkWindow      *parent,
                                       TlLibrary      *library,
                                       GArray         *shown,
                                       gint64          selected);
void            tl_export_dialog_save (TlExportDialog *self,
                                       GFile          *file);

G_END_DECLS
