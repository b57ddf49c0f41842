/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-key.h"
#include "tl-correction.h"
#include "tl-database.h"
#include "tl-history-entry.h"
#include "tl-library.h"

G_BEGIN_DECLS

void        tl_library_take_in          (TlLibrary          *self,
                                         const TlArticleKey *keys,
                                         guint               n_keys);
void        tl_library_move_many        (TlLibrary          *self,
                                         const TlMove       *moves,
                                         guint               n_moves);
void        tl_library_take_out         (TlLibrary          *self,
                                         const TlArticleKey *keys,
                                         guint               n_keys);
TlDatabase *tl_library_get_database     (TlLibrary          *self);
void        tl_library_entities_changed (TlLibrary          *self);
void        tl_library_figures_changed  (TlLibrary          *self,
                                         gint64              article_id);
void        tl_library_history_changed  (TlLibrary          *self);
void        tl_library_copies_changed   (TlLibrary          *self);
void        tl_library_official_changed (TlLibrary          *self);
void        tl_library_follow           (TlLibrary          *self,
                                         GArray             *keys,
                                         gboolean            anyway);

/* tl-library-remove.c */
void        tl_library_change_back_async  (TlLibrary           *self,
                                           TlUndoKind           kind,
                                           gint64               act,
                                           gboolean             is_undone,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean    tl_library_change_back_finish (TlLibrary           *self,
                                           GAsyncResult        *result,
                                           guint               *n_articles,
                                           gint64              *article_id,
                                           GError             **error);

G_END_DECLS
