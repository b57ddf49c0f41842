/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

void     tl_library_correct_async            (TlLibrary            *self,
                                              gint64                id,
                                              TlFact                fact,
                                              const char           *value,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void     tl_library_set_reviewed_async       (TlLibrary            *self,
                                              gint64                id,
                                              gboolean              is_reviewed,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void     tl_library_undo_correction_async    (TlLibrary            *self,
                                              gint64                act,
                                              gboolean              is_undone,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean tl_library_correct_finish           (TlLibrary            *self,
                                              GAsyncResult         *result,
                                              gint64               *act,
                                              gint64               *id,
                                              GError              **error);

G_END_DECLS
