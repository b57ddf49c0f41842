/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-date.h"

G_BEGIN_DECLS

guint tl_article_position (GListModel *articles,
                           gint64      id,
                           TlDate      published);

G_END_DECLS
