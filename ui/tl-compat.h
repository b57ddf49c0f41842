/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void        tl_compat_open_files_async   (GtkWindow            *parent,
                                          gboolean              folders,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GListModel *tl_compat_open_files_finish  (GAsyncResult         *result,
                                          GError              **error);
void        tl_compat_open_file_async    (GtkWindow            *parent,
                                          const char           *title,
                                          const char           *filter,
                                          const char           *pattern,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GFile      *tl_compat_open_file_finish   (GAsyncResult         *result,
                                          GError              **error);
void        tl_compat_save_file_async    (GtkWindow            *parent,
                                          const char           *title,
                                          const char           *name,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GFile      *tl_compat_save_file_finish   (GAsyncResult         *result,
                                          GError              **error);
void        tl_compat_open_uri           (GtkWindow            *parent,
                                          const char           *uri);
void        tl_compat_show_about         (GtkWindow            *parent,
                                          const char           *version);

G_END_DECLS
