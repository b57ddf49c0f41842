/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *tl_settings_new             (void);
GSettings *tl_settings_new_for_library (const char *library_path);
void       tl_settings_forget_library  (const char *library_path);
void       tl_settings_bind            (GSettings  *settings,
                                        const char *key,
                                        gpointer    object,
                                        const char *property);

G_END_DECLS
