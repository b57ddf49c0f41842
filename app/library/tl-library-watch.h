/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlLibraryWatch:
 *
 * Notices what others do with the file of a library that is open: other windows, other
 * programs, the person in the file manager.
 *
 * Signals: "vanished" when the file is gone, or another one stands in its place.
 */
#define TL_TYPE_LIBRARY_WATCH (tl_library_watch_get_type ())
G_DECLARE_FINAL_TYPE (TlLibraryWatch, tl_library_watch, TL, LIBRARY_WATCH, GObject)

TlLibraryWatch *tl_library_watch_new  (TlLibrary      *library);
void            tl_library_watch_look (TlLibraryWatch *self);
void            tl_library_watch_stop (TlLibraryWatch *self);

G_END_DECLS
