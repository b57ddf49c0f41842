/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

void     tl_library_confirm_figures_async (TlLibrary            *self,
                                           gint64                article_id,
                                           GPtrArray            *figures,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_library_dismiss_figure_async  (TlLibrary            *self,
                                           gint64                article_id,
                                           TlFigure             *figure,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_library_edit_figure_async     (TlLibrary            *self,
                                           gint64                article_id,
                                           TlFigure             *figure,
                                           TlFigure             *edited,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_library_add_figure_async      (TlLibrary            *self,
                                           gint64                article_id,
                                           TlFigure             *added,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_library_restore_figure_async  (TlLibrary            *self,
                                           gint64                article_id,
                                           TlFigure             *figure,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_library_undo_figures_async    (TlLibrary            *self,
                                           gint64                act,
                                           gboolean              is_undone,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean tl_library_decide_figures_finish (TlLibrary            *self,
                                           GAsyncResult         *result,
                                           gint64               *act,
                                           GError              **error);

G_END_DECLS
