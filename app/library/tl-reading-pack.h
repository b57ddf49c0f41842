/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tl-article.h"

G_BEGIN_DECLS

GBytes *tl_reading_pack          (TlArticle  *article);
GBytes *tl_reading_pack_json     (const char *json,
                                  gsize       length);
char   *tl_reading_unpack        (const void *data,
                                  gsize       size);
int     tl_reading_pack_register (sqlite3    *handle);

G_END_DECLS
