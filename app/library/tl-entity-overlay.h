/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-database.h"

G_BEGIN_DECLS

TlArticle *tl_entity_overlay_lay (TlDatabase  *database,
                                  gint64       article_id,
                                  TlArticle   *article,
                                  GError     **error);

G_END_DECLS
