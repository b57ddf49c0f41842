/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-header-block.h"

#include <string.h>

/* More lines are no header. */
#define MAX_LINES 1000

struct _TlHeaderBlock
{
  GHashTable *values;           /* owned: names in lower case to values */
};

static const guint8 *
find_line_end (const guint8 *line,
               const guint8 *end)
{
  const guint8 *newline = memchr (line, '\n', (gsize) (end - line));

  return newline != NULL ? newline : end;
}

static void
add_line (TlHeaderBlock *self,
          const guint8  *line,
          const guint8  *end)
{
  const guint8 *colon = memchr (line, ':', (gsize) (end - line));
  char *name, *value;

  if (colon == NULL)
    return;
  name = g_ascii_strdown ((const char *) line, (gssize) (colon - line));
  value = g_strndup ((const char *) colon + 1, (gsize) (end - colon - 1));
  /* Where a name comes twice the first counts. */
  if (g_hash_table_contains (self->values, g_strstrip (name)))
    {
      g_free (name);
      g_free (value);
    }
  else
    g_hash_table_insert (self->values, name, g_strstrip (value));
}

/**
 * tl_header_block_new:
 * @data: bytes that begin with the first line of "Name: value"
 * @length: how many
 * @end: (out): where what is behind the blank line begins
 *
 * Returns: (transfer full) (nullable): the block; %NULL where no blank line ends it
 */
TlHeaderBlock *
tl_header_block_new (const guint8 *data,
                     gsize         length,
                     gsize        *end)
{
  g_autoptr(TlHeaderBlock) self = g_new0 (TlHeaderBlock, 1);
  const guint8 *line = data, *stop = data + length;

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint n = 0; line < stop && n < MAX_LINES; n++)
    {
      const guint8 *newline = find_line_end (line, stop);

      if (newline == line || (newline == line + 1 && *line == '\r'))
        {
          *end = (gsize) (MIN (newline + 1, stop) - data);
          return g_steal_pointer (&self);
        }
      add_line (self, line, newline);
      line = newline + 1;
    }
  return NULL;
}

/**
 * tl_header_block_free:
 * @self: (transfer full): a block
 */
void
tl_header_block_free (TlHeaderBlock *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

/**
 * tl_header_block_get:
 * @self: a block
 * @name: a name in lower case
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
tl_header_block_get (TlHeaderBlock *self,
                     const char    *name)
{
  return g_hash_table_lookup (self->values, name);
}

/**
 * tl_header_block_dup_type:
 * @self: a block
 * @name: the name of a value such as "text/html; charset=utf-8"
 *
 * Returns: (transfer full) (nullable): the type without what is behind it, in lower case
 */
char *
tl_header_block_dup_type (TlHeaderBlock *self,
                          const char    *name)
{
  const char *value = tl_header_block_get (self, name);

  return value != NULL ? g_ascii_strdown (value, (gssize) strcspn (value, "; \t")) : NULL;
}

/**
 * tl_header_block_dup_charset:
 * @self: a block
 * @name: the name of a value such as "text/html; charset=utf-8"
 *
 * Returns: (transfer full) (nullable): the charset
 */
char *
tl_header_block_dup_charset (TlHeaderBlock *self,
                             const char    *name)
{
  const char *value = tl_header_block_get (self, name);

  for (const char *p = value; p != NULL; p = strchr (p, ';'))
    {
      p += strspn (p, "; \t");
      if (g_ascii_strncasecmp (p, "charset=", 8) == 0)
        {
          p += 8 + (p[8] == '"' || p[8] == '\'');
          return g_strndup (p, strcspn (p, "\"'; \t"));
        }
    }
  return NULL;
}
