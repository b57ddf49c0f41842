/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-history-entry.h"

G_BEGIN_DECLS

/* What is done in a row that goes on with what an import brought. */
#define TL_HISTORY_MORE "more"

gboolean        tl_history_add          (TlDatabase            *database,
                                         TlUndoKind             kind,
                                         const char            *what,
                                         gint64                 act,
                                         guint                  n,
                                         const char            *name,
                                         GError               **error);
gboolean        tl_history_add_decision (TlDatabase            *database,
                                         gint64                 act,
                                         GError               **error);
gboolean        tl_history_add_removal  (TlDatabase            *database,
                                         GArray                *articles,
                                         GArray                *tables,
                                         GError               **error);
gboolean        tl_history_add_import   (TlDatabase            *database,
                                         gint64                *act,
                                         GArray                *articles,
                                         GArray                *tables,
                                         GError               **error);
gboolean        tl_history_mark         (TlDatabase            *database,
                                         TlUndoKind             kind,
                                         gint64                 act,
                                         gboolean               is_undone,
                                         GError               **error);
gboolean        tl_history_get_next     (TlDatabase            *database,
                                         gboolean               is_undone,
                                         TlHistoryEntry       **entry,
                                         GError               **error);
gboolean        tl_history_find         (TlDatabase            *database,
                                         TlUndoKind             kind,
                                         gint64                 act,
                                         gboolean               is_undone,
                                         TlHistoryEntry       **entry,
                                         GError               **error);
gboolean        tl_history_load_ids     (TlDatabase            *database,
                                         const TlHistoryEntry  *entry,
                                         GArray                *articles,
                                         GArray                *tables,
                                         GError               **error);
gboolean        tl_history_forget       (TlDatabase            *database,
                                         const TlHistoryEntry  *entry,
                                         GError               **error);
gboolean        tl_history_forget_purged (TlDatabase           *database,
                                         GError               **error);

G_END_DECLS
