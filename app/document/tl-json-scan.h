/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TL_JSON_SCAN_MAX_DEPTH:
 *
 * How deep an object may be nested: parsers follow brackets on the stack.
 */
#define TL_JSON_SCAN_MAX_DEPTH 64

/**
 * TlJsonScan:
 * @at: where to go on
 * @start: where the object begins that is open
 * @depth: how many brackets of it are open
 * @is_too_deep: whether more were open at once than may be
 * @in_string: whether a string is open
 *
 * Finds the outermost objects of JSON, which may stand in a list, in lines of their own or
 * one behind the other.  More bytes may come while it looks.
 */
typedef struct
{
  gsize    at;
  gsize    start;
  guint    depth;
  gboolean is_too_deep;
  gboolean in_string;
} TlJsonScan;

gboolean tl_json_scan_next (TlJsonScan *self,
                            const char *json,
                            gsize       length);

G_END_DECLS
