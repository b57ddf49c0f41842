/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-entry.h"

G_BEGIN_DECLS

char *tl_history_words_new       (const TlHistoryEntry *entry);
char *tl_history_words_new_undo  (const TlHistoryEntry *entry);
char *tl_history_words_new_redo  (const TlHistoryEntry *entry);

G_END_DECLS
