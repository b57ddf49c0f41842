/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

void     tl_library_remove_many_async  (TlLibrary            *self,
                                        GArray               *ids,
                                        GArray               *tables,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean tl_library_remove_many_finish (TlLibrary            *self,
                                        GAsyncResult         *result,
                                        guint                *n_removed,
                                        GError              **error);

G_END_DECLS
