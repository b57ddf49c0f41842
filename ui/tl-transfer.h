/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkContentFormats *tl_transfer_get_formats  (void);
void               tl_transfer_read_async   (GObject              *source,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GListModel        *tl_transfer_read_finish  (GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
