/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-json.h"

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
  const char *run = string;     /* what goes as it is, from here to p */

  if (string == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (const char *p = string;; p++)
    {
      guchar byte = (guchar) *p;

      if (byte >= 0x20 && byte != '"' && byte != '\\')
        continue;
      g_string_append_len (json, run, p - run);
      if (byte == '\0')
        break;
      run = p + 1;
      switch (byte)
        {
        case '"':
        case '\\':
          g_string_append_c (json, '\\');
          g_string_append_c (json, (char) byte);
          break;
        case '\n':
          g_string_append (json, "\\n");
          break;
        case '\t':
          g_string_append (json, "\\t");
          break;
        default:
          g_string_append_printf (json, "\\u%04x", byte);
          break;
        }
    }
  g_string_append_c (json, '"');
}
