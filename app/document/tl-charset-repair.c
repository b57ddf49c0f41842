/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * UTF-8 that was taken for another charset and made UTF-8 once more, "â€œ" for a quotation
 * mark: what mail gateways and old databases leave.  It is undone only where all of a text
 * shows it; what a text says about such characters stays.
 */

#include "tl-charset-repair.h"

#include "tl-ascii.h"
#include "tl-charset-convert.h"

#include <stdlib.h>
#include <string.h>

/* So many characters have to be made of several. */
#define MIN_SEQUENCES 2

/* For each other character beyond ASCII there have to be so many of them. */
#define MIN_SHARE 10

/* A text is given up at so many others. */
#define MAX_OTHERS 8

/* Twice, three times: nobody has seen more. */
#define MAX_ROUNDS 2

typedef struct
{
  gunichar character;
  guint8   byte;
} Pair;

/* The upper half of a charset of one byte, by character. */
typedef struct
{
  Pair  pairs[128];
  guint n_pairs;
} Half;

static const char *const charsets[] = { "CP1252", "CP1251", "CP1250" };

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a, *second = b;

  return first->character < second->character ? -1 : first->character > second->character;
}

/* All the upper half in one go, a line for each byte. */
static void
half_init (Half       *self,
           const char *charset)
{
  guint8 lines[2 * 128];
  gsize n_text = 0;
  g_autofree char *text = NULL;
  const char *p;

  for (guint i = 0; i < 128; i++)
    {
      lines[2 * i] = (guint8) (0x80 + i);
      lines[2 * i + 1] = '\n';
    }
  p = text = tl_charset_convert (lines, sizeof lines, charset, &n_text, NULL);
  for (guint i = 0; i < 128 && p != NULL && *p != '\0'; i++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0xfffd)
        self->pairs[self->n_pairs++] = (Pair) { c, lines[2 * i] };
      p = g_utf8_next_char (p) + 1;
    }
  qsort (self->pairs, self->n_pairs, sizeof (Pair), compare_pairs);
}

static const Half *
get_halves (void)
{
  static Half halves[G_N_ELEMENTS (charsets)];
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
        half_init (&halves[i], charsets[i]);
      g_once_init_leave (&is_ready, 1);
    }
  return halves;
}

/* The byte that became @c, 0 for none.  What a charset leaves open stays what it was. */
static guint8
get_byte (const Half *half,
          gunichar    c)
{
  Pair key = { c, 0 };
  const Pair *pair = bsearch (&key, half->pairs, half->n_pairs, sizeof (Pair), compare_pairs);

  if (pair != NULL)
    return pair->byte;
  return c >= 0x80 && c < 0xa0 ? (guint8) c : 0;
}

/* How many bytes of UTF-8 the character at @p was, with those behind it; 0 where it was none.
 * @p is moved behind them. */
static guint
read_sequence (const Half  *half,
               const char **p,
               char        *bytes)
{
  const char *next = *p;
  guint8 lead = get_byte (half, g_utf8_get_char (next));
  guint n = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;

  if (n == 0)
    return 0;
  bytes[0] = (char) lead;
  next = g_utf8_next_char (next);
  for (guint i = 1; i < n; i++)
    {
      guint8 byte = (guchar) *next < 0x80 ? 0 : get_byte (half, g_utf8_get_char (next));

      if ((byte & 0xc0) != 0x80)
        return 0;
      bytes[i] = (char) byte;
      next = g_utf8_next_char (next);
    }
  if (!g_utf8_validate (bytes, n, NULL))
    return 0;
  *p = next;
  return n;
}

static gboolean
is_sure (const Half *half,
         const char *text)
{
  gsize n_sequences = 0, n_others = 0;
  char bytes[4];

  for (const char *p = text; *p != '\0';)
    {
      if ((guchar) *p < 0x80)
        p++;
      else if (read_sequence (half, &p, bytes) > 0)
        n_sequences++;
      else
        {
          n_others++;
          if (n_others > MAX_OTHERS && n_others * MIN_SHARE > n_sequences)
            return FALSE;
          p = g_utf8_next_char (p);
        }
    }
  return n_sequences >= MIN_SEQUENCES && n_others * MIN_SHARE <= n_sequences;
}

/* Whether characters beyond ASCII stand side by side at all, as the parts of one do; in
 * English they hardly ever do. */
static gboolean
may_be_double (const char *text,
               gsize       length)
{
  const char *end = text + length;
  guint n = 0;

  for (const char *p = tl_ascii_skip (text, end); p < end && n < MIN_SEQUENCES; p = tl_ascii_skip (p, end))
    {
      p = g_utf8_next_char (p);
      if ((guchar) *p >= 0x80)
        {
          n++;
          p = g_utf8_next_char (p);
        }
    }
  return n >= MIN_SEQUENCES;
}

/* In place, which is possible because nothing grows. */
static void
undo (const Half *half,
      char       *text,
      gsize      *length)
{
  char *out = text;

  for (const char *p = text; *p != '\0';)
    {
      char bytes[4];
      guint n = (guchar) *p < 0x80 ? 0 : read_sequence (half, &p, bytes);

      if (n > 0)
        memcpy (out, bytes, n);
      else
        {
          n = (guint) g_utf8_skip[(guchar) *p];
          memmove (out, p, n);
          p += n;
        }
      out += n;
    }
  *out = '\0';
  *length = (gsize) (out - text);
}

/*
 * tl_charset_repair:
 * @text: (transfer full): a text in UTF-8
 * @length: (inout): how many bytes it has
 *
 * Returns: (transfer full): the text, without what one reading in a wrong charset left in it
 */
char *
tl_charset_repair (char  *text,
                   gsize *length)
{
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      const Half *half = NULL;

      if (strlen (text) != *length || !may_be_double (text, *length))
        break;
      for (guint i = 0; i < G_N_ELEMENTS (charsets) && half == NULL; i++)
        if (is_sure (&get_halves ()[i], text))
          half = &get_halves ()[i];
      if (half == NULL)
        break;
      undo (half, text, length);
    }
  return text;
}
