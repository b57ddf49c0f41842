/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * tl_json_append_raw:
 * @json: JSON so far
 * @bytes: JSON
 * @length: how many bytes
 *
 * Appends it as it is.  An article's JSON is a thousand pieces of a few bytes each: with room
 * enough they are stored where they are named, without a call.
 */
static inline void
tl_json_append_raw (GString    *json,
                    const char *bytes,
                    gsize       length)
{
  if (G_UNLIKELY (json->allocated_len - json->len <= length))
    {
      g_string_append_len (json, bytes, (gssize) length);
      return;
    }
  memcpy (json->str + json->len, bytes, length);
  json->len += length;
  json->str[json->len] = '\0';
}

#define tl_json_append_literal(json, literal) \
  tl_json_append_raw (json, "" literal, sizeof (literal) - 1)

void tl_json_append_string (GString    *json,
                            const char *string);
void tl_json_append_bytes  (GString    *json,
                            const char *bytes,
                            gsize       length);
char *tl_json_dup_member   (const char *json,
                            const char *name);

G_END_DECLS
