/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-json.h"

#include <string.h>

static void
append_escaped (GString *json,
                char     byte)
{
  switch (byte)
    {
    case '"':
    case '\\':
      g_string_append_c (json, '\\');
      g_string_append_c (json, byte);
      break;
    case '\n':
      g_string_append (json, "\\n");
      break;
    case '\t':
      g_string_append (json, "\\t");
      break;
    default:
      g_string_append_printf (json, "\\u%04x", (guchar) byte);
      break;
    }
}

/**
 * tl_json_append_bytes:
 * @json: JSON so far
 * @bytes: valid UTF-8
 * @length: how many bytes
 *
 * Appends a string as JSON writes it, in quotation marks.
 */
void
tl_json_append_bytes (GString    *json,
                      const char *bytes,
                      gsize       length)
{
  const char *end = bytes + length;
  const char *run = bytes;      /* what goes as it is, from here to p */

  g_string_append_c (json, '"');
  for (const char *p = bytes; p < end; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;
      g_string_append_len (json, run, p - run);
      append_escaped (json, *p);
      run = p + 1;
    }
  g_string_append_len (json, run, end - run);
  g_string_append_c (json, '"');
}

/**
 * tl_json_append_string:
 * @json: JSON so far
 * @string: (nullable): valid UTF-8
 *
 * Appends @string as JSON writes it, in quotation marks, or null.
 */
void
tl_json_append_string (GString    *json,
                       const char *string)
{
  if (string != NULL)
    tl_json_append_bytes (json, string, strlen (string));
  else
    g_string_append_len (json, "null", 4);
}
