/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-import.h"

G_BEGIN_DECLS

#define TL_TYPE_IMPORT_REPORT (tl_import_report_get_type ())
G_DECLARE_FINAL_TYPE (TlImportReport, tl_import_report, TL, IMPORT_REPORT, AdwWindow)

GtkWindow *tl_import_report_new (GtkWindow *parent,
                                 TlLibrary *library,
                                 TlImport  *import);

G_END_DECLS
