/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-announcer.h"
#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_WINDOW (tl_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

TlWindow  *tl_window_new            (GtkApplication *application,
                                     const char     *library_path);
TlLibrary *tl_window_get_library    (TlWindow       *self);
TlAnnouncer *tl_window_get_announcer (TlWindow      *self);
TlWindow  *tl_window_open_file      (GtkApplication *application,
                                     GtkWindow      *from,
                                     const char     *library_path);
void       tl_window_import         (TlWindow       *self,
                                     GListModel     *files);
void       tl_window_import_samples (TlWindow       *self);
gboolean   tl_window_drop           (TlWindow       *self,
                                     const GValue   *value);

G_END_DECLS
