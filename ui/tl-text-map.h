/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlTextMap TlTextMap;

TlTextMap  *tl_text_map_new        (const char *text);
void        tl_text_map_free       (TlTextMap  *self);
const char *tl_text_map_get_text   (TlTextMap  *self,
                                    gsize      *length);
guint       tl_text_map_get_offset (TlTextMap  *self,
                                    gsize       byte);
gsize       tl_text_map_get_byte   (TlTextMap  *self,
                                    guint       offset);
gboolean    tl_text_map_shows      (TlTextMap  *self,
                                    gsize       byte);
gboolean    tl_text_map_is_cut     (TlTextMap  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextMap, tl_text_map_free)

G_END_DECLS
