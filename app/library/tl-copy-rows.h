/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-copy-print.h"
#include "tl-database.h"

G_BEGIN_DECLS

/* Both in decision: what a decision on copies is on, and what it says. */
#define TL_COPY_DECISION_TYPE "article"
#define TL_COPY_DECISION_KIND "not-copy"

TlCopyPrint *tl_copy_rows_load_print   (TlDatabase   *database,
                                        gint64        article_id,
                                        GError      **error);
gboolean     tl_copy_rows_get_story    (TlDatabase   *database,
                                        gint64        article_id,
                                        gint64       *story,
                                        GError      **error);
gboolean     tl_copy_rows_join         (TlDatabase   *database,
                                        gint64        article_id,
                                        gint64        other_id,
                                        GError      **error);
gboolean     tl_copy_rows_get_carriers (TlDatabase   *database,
                                        gint64        article_id,
                                        GArray       *ids,
                                        GError      **error);
guint        tl_copy_rows_count        (TlDatabase   *database,
                                        gint64        article_id);

G_END_DECLS
