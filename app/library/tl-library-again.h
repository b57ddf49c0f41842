/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"
#include "tl-renewed.h"

G_BEGIN_DECLS

void       tl_library_read_again_async  (TlLibrary            *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean   tl_library_read_again_finish (TlLibrary            *self,
                                         GAsyncResult         *result,
                                         guint                *n_renewed,
                                         GError              **error);
gboolean   tl_library_has_renewed       (TlLibrary            *self);
GArray    *tl_library_get_renewed       (TlLibrary            *self);
TlRenewal *tl_library_load_renewal      (TlLibrary            *self,
                                         gint64                id,
                                         GError              **error);
gboolean   tl_library_forget_renewed    (TlLibrary            *self,
                                         GError              **error);

G_END_DECLS
