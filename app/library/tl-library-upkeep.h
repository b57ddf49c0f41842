/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"
#include "tl-rescue.h"

G_BEGIN_DECLS

void      tl_library_keep_async    (TlLibrary            *self,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean  tl_library_keep_finish   (TlLibrary            *self,
                                    GAsyncResult         *result,
                                    gboolean             *has_backup,
                                    GError              **error);
void      tl_library_save_async    (const char           *path,
                                    const char           *to,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean  tl_library_save_finish   (GAsyncResult         *result,
                                    GError              **error);
void      tl_library_rescue_async  (const char           *path,
                                    const char           *to,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean  tl_library_rescue_finish (GAsyncResult         *result,
                                    TlRescue             *rescue,
                                    GError              **error);

gboolean  tl_library_is_file       (const char           *path);

G_END_DECLS
