/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-article.h"

G_BEGIN_DECLS

JsonParser *tl_json_parse              (const char  *json,
                                        GError     **error);
const char *tl_json_get_string         (JsonObject  *object,
                                        const char  *key);
double      tl_json_get_number         (JsonObject  *object,
                                        const char  *key);
TlArticle  *tl_article_new_from_object (JsonObject  *object,
                                        GError     **error);

G_END_DECLS
