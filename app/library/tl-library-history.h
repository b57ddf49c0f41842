/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-entry.h"
#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlUndone:
 * @entry: (nullable): what was undone or redone; %NULL where there was nothing
 * @is_redo: whether it was done again
 * @article_id: an article that it was about, and that is there; or 0
 * @span: where in its text the figure stands that it was about, the first of several; else empty
 * @entities: (nullable) (element-type gint64): the entities that it was about and that are there, in
 *   what people see of them: after a merge was undone all of them, after it was redone the one
 * @n_articles: of articles that came or went, how many
 *
 * What came of undoing or redoing something.
 */
typedef struct
{
  TlHistoryEntry *entry;
  gboolean        is_redo;
  gint64          article_id;
  TlSpan          span;
  GArray         *entities;
  guint           n_articles;
} TlUndone;

void            tl_undone_clear           (TlUndone             *self);

TlHistoryEntry *tl_library_dup_undo       (TlLibrary            *self);
TlHistoryEntry *tl_library_dup_redo       (TlLibrary            *self);
gboolean        tl_library_has_act        (TlLibrary            *self,
                                           TlUndoKind            kind,
                                           gint64                act,
                                           gboolean              is_undone);
void            tl_library_undo_async     (TlLibrary            *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void            tl_library_redo_async     (TlLibrary            *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void            tl_library_undo_act_async (TlLibrary            *self,
                                           TlUndoKind            kind,
                                           gint64                act,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void            tl_library_redo_act_async (TlLibrary            *self,
                                           TlUndoKind            kind,
                                           gint64                act,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean        tl_library_undo_finish    (TlLibrary            *self,
                                           GAsyncResult         *result,
                                           TlUndone             *undone,
                                           GError              **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlUndone, tl_undone_clear)

G_END_DECLS
