/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bytes to text: byte order mark, UTF-16 by where its NUL bytes stand, UTF-8 when it is
 * valid, then the label if the bytes look like it, and only then a guess.  Valid UTF-8
 * stands above the label, because labels lie and nothing else looks like UTF-8.  The guess
 * is never asked first: it takes valid UTF-8 with curly quotes for something else now and
 * then, and is slow.
 */

#include "tl-charset.h"

#include "tl-ascii.h"
#include "tl-charset-clean.h"
#include "tl-charset-convert.h"
#include "tl-charset-guess.h"
#include "tl-charset-repair.h"
#include "tl-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So few characters beyond ASCII may be valid UTF-8 by chance in a charset of East Asia. */
#define FEW_CHARACTERS 4

typedef struct
{
  const char *charset;
  const char *mark;
  gsize       n_mark;
} Mark;

/* The mark of UTF-32 begins with that of UTF-16, so it stands first. */
static const Mark marks[] = {
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-32LE", "\xff\xfe\0\0", 4 },
  { "UTF-32BE", "\0\0\xfe\xff", 4 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

static const Mark *
find_mark (const guint8 *data,
           gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].n_mark && memcmp (data, marks[i].mark, marks[i].n_mark) == 0)
        return &marks[i];
    }
  return NULL;
}

/**
 * tl_charset_is_utf16:
 * @data: bytes
 * @length: how many
 *
 * Returns: whether the bytes are text in spite of their NUL bytes: in UTF-16, or in
 *   UTF-32 with its mark
 */
gboolean
tl_charset_is_utf16 (const guint8 *data,
                     gsize         length)
{
  const Mark *mark = find_mark (data, length);

  return mark != NULL ? mark->n_mark != 3 : tl_charset_guess_utf16 (data, length) != NULL;
}

/* A few broken bytes in UTF-8, as a cut or a bad paste leaves them, do not make it
 * another charset: most sequences of several bytes are still whole. */
static gboolean
is_nearly_utf8 (const guint8 *data,
                gsize         length)
{
  gsize n_whole = 0, n_broken = 0;
  gboolean was_broken = FALSE;

  for (gsize i = 0; i < length;)
    {
      gunichar c;

      if (data[i] < 0x80)
        {
          was_broken = FALSE;
          i++;
          continue;
        }
      c = g_utf8_get_char_validated ((const char *) data + i, (gssize) (length - i));
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_broken += !was_broken;
          was_broken = TRUE;
          i++;
        }
      else
        {
          was_broken = FALSE;
          n_whole++;
          i += (gsize) g_utf8_skip[data[i]];
        }
    }
  return n_whole > 0 && n_broken * 4 <= n_whole;
}

/* As g_utf8_validate_len(), which goes byte by byte through what is ASCII, too. */
static gboolean
is_utf8 (const guint8 *data,
         gsize         length)
{
  const char *p = (const char *) data, *end = p + length;

  if (memchr (p, '\0', length) != NULL)
    return FALSE;
  for (p = tl_ascii_skip (p, end); p < end; p = tl_ascii_skip (p, end))
    {
      const char *run = p;

      while (p < end && (guint8) *p >= 0x80)
        p++;
      if (!g_utf8_validate_len (run, (gsize) (p - run), NULL))
        return FALSE;
    }
  return TRUE;
}

/* Charsets that write everything in seven bits, so that their bytes are valid UTF-8. */
static gboolean
is_seven_bit (const char *charset)
{
  return g_str_has_prefix (charset, "ISO-2022-") || strcmp (charset, "UTF-7") == 0;
}

static gboolean
is_of_east_asia (const char *charset)
{
  static const char *const names[] = { "GB18030", "BIG5-HKSCS", "CP932", "EUC-JP-MS", "UHC" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (charset, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "\e$B" and the like: how Japanese and Korean are written in seven bits. */
static const char *
guess_seven_bit (const guint8 *data,
                 gsize         length)
{
  for (const guint8 *p = data; (p = memchr (p, 0x1b, length - (gsize) (p - data))) != NULL; p++)
    {
      gsize left = length - (gsize) (p - data);

      if (left >= 4 && memcmp (p + 1, "$)C", 3) == 0)
        return "ISO-2022-KR";
      if (left >= 3 && (memcmp (p + 1, "$B", 2) == 0 || memcmp (p + 1, "$@", 2) == 0))
        return "ISO-2022-JP-3";
    }
  return NULL;
}

/* How many characters of valid UTF-8 are beyond ASCII, up to @enough. */
static guint
count_characters (const guint8 *data,
                  gsize         length,
                  guint         enough)
{
  guint n = 0;

  for (gsize i = 0; i < length && n < enough; i++)
    n += data[i] >= 0xc0;
  return n;
}

/* Valid UTF-8 is that, unless it is in seven bits or very short and said to be else. */
static char *
read_utf8 (const guint8 *data,
           gsize         length,
           const char   *labelled,
           gsize        *n_text)
{
  const char *seven_bit = labelled != NULL && is_seven_bit (labelled) ? labelled : guess_seven_bit (data, length);
  guint n = count_characters (data, length, FEW_CHARACTERS);

  if (n == 0 && seven_bit != NULL)
    return tl_charset_convert (data, length, seven_bit, n_text, NULL);
  if (n > 0 && n < FEW_CHARACTERS && labelled != NULL && is_of_east_asia (labelled))
    {
      gsize n_broken = 0;
      char *text = tl_charset_convert (data, length, labelled, n_text, &n_broken);

      if (text != NULL && n_broken == 0)
        return text;
      g_free (text);
    }
  *n_text = length;
  return g_strndup ((const char *) data, length);
}

/* What UTF-16 without any NUL byte is said to be. */
static const char *
choose_utf16 (const guint8 *data,
              gsize         length,
              const char   *labelled)
{
  if (strcmp (labelled, "UTF-16") != 0)
    return labelled;
  return tl_charset_is_likely (data, length, "UTF-16LE") ? "UTF-16LE" : "UTF-16BE";
}

static char *
read_labelled (const guint8 *data,
               gsize         length,
               const char   *labelled,
               gsize        *n_text)
{
  const char *charset = labelled;

  if (g_str_has_prefix (labelled, "UTF-16"))
    charset = choose_utf16 (data, length, labelled);
  return tl_charset_is_likely (data, length, charset) ? tl_charset_convert (data, length, charset, n_text, NULL) : NULL;
}

/* NULL where the bytes are text in no charset that is known. */
static char *
to_utf8 (const guint8 *data,
         gsize         length,
         const char   *labelled,
         gsize        *n_text)
{
  const Mark *mark = find_mark (data, length);
  const char *utf16 = mark == NULL ? tl_charset_guess_utf16 (data, length) : NULL;
  g_autofree char *charset = NULL;
  char *text;

  if (mark != NULL && mark->n_mark != 3)
    return tl_charset_convert (data + mark->n_mark, length - mark->n_mark, mark->charset, n_text, NULL);
  if (utf16 != NULL)
    return tl_charset_convert (data, length, utf16, n_text, NULL);

  if (is_utf8 (data, length))
    return read_utf8 (data, length, labelled, n_text);
  if (mark != NULL || is_nearly_utf8 (data, length))
    {
      text = g_utf8_make_valid ((const char *) data, (gssize) length);
      *n_text = strlen (text);
      return text;
    }

  if (labelled != NULL && (text = read_labelled (data, length, labelled, n_text)) != NULL)
    return text;
  charset = tl_charset_guess (data, length);
  return charset != NULL ? tl_charset_convert (data, length, charset, n_text, NULL) : NULL;
}

/**
 * tl_charset_decode_labelled:
 * @data: the bytes of a text
 * @length: how many
 * @label: (nullable): the charset that they are said to be in, as a page, mail or document
 *   calls it
 * @error: return location for a #TlDocumentError
 *
 * Finds out in which charset the bytes are and makes them a text: UTF-8 in NFC, "\n" at
 * line ends, without control characters other than tabs and without invisible ones.  What
 * the bytes themselves show is worth more than the label.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the bytes are none
 */
char *
tl_charset_decode_labelled (const guint8  *data,
                            gsize          length,
                            const char    *label,
                            GError       **error)
{
  g_autofree char *labelled = tl_charset_from_label (label);
  char *text;
  gsize n_text = 0, n_controls = 0;

  text = to_utf8 (data, length, labelled, &n_text);
  if (text == NULL)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_CHARSET,
                           _("The file is no text, or text in an unknown encoding"));
      return NULL;
    }
  text = tl_charset_repair (text, &n_text);
  text = tl_charset_clean (text, n_text, &n_controls);
  if (n_controls * 20 > n_text)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_NOT_TEXT,
                           _("The file holds binary data, not text"));
      g_free (text);
      return NULL;
    }
  return text;
}

/**
 * tl_charset_decode:
 * @data: the bytes of a text file
 * @length: how many
 * @error: return location for a #TlDocumentError
 *
 * As tl_charset_decode_labelled(), where nobody says which charset it is.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the bytes are none
 */
char *
tl_charset_decode (const guint8  *data,
                   gsize          length,
                   GError       **error)
{
  return tl_charset_decode_labelled (data, length, NULL, error);
}
