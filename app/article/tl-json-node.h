/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-article.h"
#include "tl-offsets.h"

G_BEGIN_DECLS

/**
 * TlJsonSource:
 * @text: a text
 * @length: its length in bytes
 * @offsets: its offsets
 *
 * What the offsets in JSON are of.
 */
typedef struct
{
  const char *text;
  gsize       length;
  TlOffsets  *offsets;
} TlJsonSource;

JsonParser *tl_json_parse              (const char  *json,
                                        GError     **error);
const char *tl_json_get_string         (JsonObject  *object,
                                        const char  *key);
double      tl_json_get_number         (JsonObject  *object,
                                        const char  *key);
TlSpan      tl_json_get_span           (JsonObject         *object,
                                        const TlJsonSource *source);
TlFigure   *tl_article_read_figure     (JsonObject         *object,
                                        const TlJsonSource *source);
TlArticle  *tl_article_new_from_object (JsonObject  *object,
                                        GError     **error);

G_END_DECLS
