/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-json.h"

#include "tl-ascii.h"


static inline gboolean
is_escaped (char byte)
{
  return (guchar) byte < 0x20 || byte == '"' || byte == '\\';
}

/* Whether none of the bytes of a block surely need be escaped; a block with other bytes beyond
 * ASCII than such may be said to have one. */
static inline gboolean
is_surely_plain (guint64 block)
{
  guint64 quote = block ^ TL_ASCII_EACH ('"'), backslash = block ^ TL_ASCII_EACH ('\\');
  guint64 odd = (block - TL_ASCII_EACH (0x20)) | (quote - TL_ASCII_EACH (1)) | (backslash - TL_ASCII_EACH (1));

  return ((odd | block) & TL_ASCII_EACH (0x80)) == 0;
}

/* The first byte that has to be escaped. */
static inline const char *
skip_plain (const char *p,
            const char *end)
{
  for (;;)
    {
      const char *stop;

      while (end - p >= TL_ASCII_BLOCK && is_surely_plain (tl_ascii_load (p)))
        p += TL_ASCII_BLOCK;
      stop = end - p > TL_ASCII_BLOCK ? p + TL_ASCII_BLOCK : end;
      while (p < stop && !is_escaped (*p))
        p++;
      if (p < stop || p == end)
        return p;
    }
}

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
      tl_json_append_literal (json, "\\n");
      break;
    case '\t':
      tl_json_append_literal (json, "\\t");
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

  tl_json_append_literal (json, "\"");
  for (const char *run = bytes;;)
    {
      const char *p = skip_plain (run, end);

      tl_json_append_raw (json, run, (gsize) (p - run));
      if (p == end)
        break;
      append_escaped (json, *p);
      run = p + 1;
    }
  tl_json_append_literal (json, "\"");
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
    tl_json_append_literal (json, "null");
}

/* ---- one string of much ---- */

/* The closing quotation mark of the string that opens at @p; NULL where it does not end. */
static const char *
find_string_end (const char *p)
{
  for (p++; *p != '\0' && *p != '"'; p++)
    if (*p == '\\' && *++p == '\0')
      return NULL;
  return *p == '"' ? p : NULL;
}

static guint
read_unit (const char *hex)
{
  guint unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = unit * 16 + (guint) MAX (g_ascii_xdigit_value (hex[i]), 0);
  return unit;
}

/* What is written as \uXXXX at @p, half of a pair too; the last byte of it. */
static const char *
append_unicode (GString    *out,
                const char *p,
                const char *end)
{
  gunichar c;

  if (end - p < 5)
    return end - 1;
  c = read_unit (p + 1);
  p += 4;
  if (c >= 0xd800 && c < 0xdc00 && end - p > 6 && p[1] == '\\' && p[2] == 'u')
    {
      c = 0x10000 + ((c & 0x3ff) << 10) + (read_unit (p + 3) & 0x3ff);
      p += 6;
    }
  g_string_append_unichar (out, g_unichar_validate (c) && c != 0 ? c : 0xfffd);
  return p;
}

/* The string between quotation marks, as it is meant. */
static char *
unescape (const char *start,
          const char *end)
{
  GString *out = g_string_sized_new ((gsize) (end - start) + 1);

  for (const char *p = start; p < end; p++)
    {
      const char *escape = memchr (p, '\\', (gsize) (end - p));
      static const char plain[] = "bfnrt", meant[] = "\b\f\n\r\t";
      const char *found;

      g_string_append_len (out, p, (escape != NULL ? escape : end) - p);
      if (escape == NULL)
        break;
      p = escape + 1;
      found = strchr (plain, *p);
      if (*p == 'u')
        p = append_unicode (out, p, end);
      else
        g_string_append_c (out, found != NULL ? meant[found - plain] : *p);
    }
  return g_string_free (out, FALSE);
}

static const char *
skip_space (const char *p)
{
  while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')
    p++;
  return p;
}

/**
 * tl_json_dup_member:
 * @json: an object, as tl_article_append_json() writes it
 * @name: a member of it, a string
 *
 * Looks no further than this member, and builds nothing of what stands before: of a reading the
 * text alone is wanted a hundred times as often as all of it.
 *
 * Returns: (transfer full) (nullable): the string; %NULL where there is none, or null
 */
char *
tl_json_dup_member (const char *json,
                    const char *name)
{
  gsize length = strlen (name);
  guint depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    {
      const char *end, *value;

      depth += *p == '{' || *p == '[';
      depth -= (*p == '}' || *p == ']') && depth > 0;
      if (*p != '"')
        continue;
      end = find_string_end (p);
      if (end == NULL)
        return NULL;
      value = skip_space (end + 1);
      if (depth == 1 && *value == ':' && (gsize) (end - p) == length + 1 && memcmp (p + 1, name, length) == 0)
        {
          value = skip_space (value + 1);
          end = *value == '"' ? find_string_end (value) : NULL;
          return end != NULL ? unescape (value + 1, end) : NULL;
        }
      p = end;
    }
  return NULL;
}
