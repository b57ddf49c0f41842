/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

gboolean tl_decide_merge         (TlDatabase    *database,
                                  GArray        *ids,
                                  gint64         into,
                                  gint64        *act,
                                  GError       **error);
gboolean tl_decide_rename        (TlDatabase    *database,
                                  gint64         id,
                                  const char    *name,
                                  gint64        *act,
                                  GError       **error);
gboolean tl_decide_retype        (TlDatabase    *database,
                                  gint64         id,
                                  TlEntityType   type,
                                  gint64        *act,
                                  GError       **error);
gboolean tl_decide_dismiss       (TlDatabase    *database,
                                  gint64         id,
                                  gint64        *act,
                                  GError       **error);
gboolean tl_decide_split_name    (TlDatabase    *database,
                                  gint64         id,
                                  const char    *name,
                                  gint64        *act,
                                  GError       **error);
gboolean tl_decide_split_article (TlDatabase    *database,
                                  gint64         id,
                                  gint64         article_id,
                                  gint64        *act,
                                  GError       **error);
gboolean tl_decide_again         (TlDatabase    *database,
                                  gint64         act,
                                  gboolean       is_undone,
                                  GError       **error);

G_END_DECLS
