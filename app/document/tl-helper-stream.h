/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlHelperStream:
 *
 * The bytes of a table, as a helper process unpacks them.
 */
#define TL_TYPE_HELPER_STREAM (tl_helper_stream_get_type ())
G_DECLARE_FINAL_TYPE (TlHelperStream, tl_helper_stream, TL, HELPER_STREAM, GInputStream)

/**
 * TlHelperStreamFunc:
 * @data: (out): the next bytes, until the next call
 * @length: (out): how many; 0 at the end
 * @user_data: what was given
 * @error: return location
 *
 * Returns: %FALSE where there is no more to be had
 */
typedef gboolean (*TlHelperStreamFunc) (const guint8 **data,
                                        gsize         *length,
                                        gpointer       user_data,
                                        GError       **error);

TlHelperStream *tl_helper_stream_new   (TlHelperStreamFunc  func,
                                        gpointer            user_data,
                                        guint64             max_size);
gboolean        tl_helper_stream_drain (TlHelperStream     *self);

G_END_DECLS
