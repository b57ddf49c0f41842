/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-import.h"

G_BEGIN_DECLS

#define TL_TYPE_IMPORT_BAR (tl_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlImportBar, tl_import_bar, TL, IMPORT_BAR, AdwBin)

void        tl_import_bar_set_import (TlImportBar *self,
                                      TlImport    *import);
const char *tl_import_bar_get_text   (TlImportBar *self);

G_END_DECLS
