/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-companions.h"
#include "tl-entity-profile.h"
#include "tl-known-entity.h"
#include "tl-library.h"

G_BEGIN_DECLS

TlKnownEntity *tl_library_load_entity          (TlLibrary            *self,
                                                gint64                id,
                                                GError              **error);
GArray        *tl_library_get_entity_articles  (TlLibrary            *self,
                                                gint64                id,
                                                GError              **error);
void           tl_library_list_dismissed_async (TlLibrary            *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_find_entities_async  (TlLibrary            *self,
                                                int                   type,
                                                const char           *words,
                                                guint                 limit,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray     *tl_library_find_entities_finish (TlLibrary            *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void           tl_library_load_profile_async   (TlLibrary            *self,
                                                gint64                id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
TlEntityProfile *tl_library_load_profile_finish (TlLibrary           *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void           tl_library_load_companions_async (TlLibrary           *self,
                                                GArray               *ids,
                                                guint                 limit,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray     *tl_library_load_companions_finish (TlLibrary          *self,
                                                GAsyncResult         *result,
                                                guint                *n_articles,
                                                GError              **error);

void           tl_library_merge_entities_async (TlLibrary            *self,
                                                gint64                id,
                                                gint64                into,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_merge_all_async      (TlLibrary            *self,
                                                GArray               *ids,
                                                gint64                into,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_rename_entity_async  (TlLibrary            *self,
                                                gint64                id,
                                                const char           *name,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_retype_entity_async  (TlLibrary            *self,
                                                gint64                id,
                                                TlEntityType          type,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_dismiss_entity_async (TlLibrary            *self,
                                                gint64                id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_restore_entity_async (TlLibrary            *self,
                                                gint64                id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_add_name_async       (TlLibrary            *self,
                                                gint64                article_id,
                                                TlSpan                span,
                                                TlEntityType          type,
                                                gint64                into,
                                                gboolean              is_everywhere,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_split_name_async     (TlLibrary            *self,
                                                gint64                id,
                                                const char           *name,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_split_article_async  (TlLibrary            *self,
                                                gint64                id,
                                                gint64                article_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_set_apart_async      (TlLibrary            *self,
                                                gint64                id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_undo_decision_async  (TlLibrary            *self,
                                                gint64                act,
                                                gboolean              is_undone,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void           tl_library_catch_up_async       (TlLibrary            *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean       tl_library_decide_finish        (TlLibrary            *self,
                                                GAsyncResult         *result,
                                                gint64               *act,
                                                GError              **error);

G_END_DECLS
