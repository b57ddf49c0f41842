/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts that a PNG carries.  Its pixels are not looked at. */

#include "tl-png-reader.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

#define SIGNATURE_LENGTH 8

/* Of a compressed text when it is no longer compressed, and of all chunks. */
#define MAX_TEXT   (16 * 1000 * 1000)
#define MAX_CHUNKS 16

typedef struct
{
  const guint8 *data;
  gsize         length;
  gsize         at;
} Input;

static void
read_bytes (png_structp png,
            png_bytep   bytes,
            size_t      length)
{
  Input *input = png_get_io_ptr (png);

  if (length > input->length - input->at)
    png_error (png, "the file ends early");
  memcpy (bytes, input->data + input->at, length);
  input->at += length;
}

static void G_GNUC_NORETURN
jump_out (png_structp     png,
          png_const_charp message)
{
  g_debug ("libpng: %s", message);
  longjmp (png_jmpbuf (png), 1);
}

static void
ignore_warning (png_structp     png G_GNUC_UNUSED,
                png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

/* A text that is there twice is two stories: which one would be told? */
static char *
find_text (png_structp  png,
           png_infop    info,
           const char  *keyword)
{
  png_textp texts = NULL;
  const char *found = NULL;
  int n_texts = 0;

  png_get_text (png, info, &texts, &n_texts);
  for (int i = 0; i < n_texts; i++)
    {
      if (strcmp (texts[i].key, keyword) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = texts[i].text;
    }
  return found != NULL && g_utf8_validate (found, -1, NULL) ? g_strdup (found) : NULL;
}

/* libpng reports errors by a longjmp to here. */
static gboolean
read_texts (png_structp   png,
            png_infop     info,
            Input        *input,
            const char   *keyword,
            char        **text)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;

  png_set_read_fn (png, input, read_bytes);
  png_set_chunk_malloc_max (png, MAX_TEXT);
  png_set_chunk_cache_max (png, MAX_CHUNKS);
  png_set_crc_action (png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_read_info (png, info);
  *text = find_text (png, info, keyword);
  return TRUE;
}

/**
 * tl_png_is_png:
 * @bytes: a file
 *
 * Returns: whether it begins as PNG files do
 */
gboolean
tl_png_is_png (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length > SIGNATURE_LENGTH && png_sig_cmp (data, 0, SIGNATURE_LENGTH) == 0;
}

/**
 * tl_png_dup_text:
 * @bytes: a PNG file
 * @keyword: which text
 * @text: (out) (transfer full) (nullable): the text, valid UTF-8; %NULL when it is not there
 *   before the pixels, or more than once
 *
 * Reads a text of a PNG.  Nothing of the file is trusted: sizes are bounded and checksums
 * have to be right.
 *
 * Returns: whether the file is whole up to its pixels
 */
gboolean
tl_png_dup_text (GBytes      *bytes,
                 const char  *keyword,
                 char       **text)
{
  Input input = { .at = 0 };
  png_structp png;
  png_infop info;
  gboolean is_read = FALSE;

  g_return_val_if_fail (bytes != NULL && keyword != NULL && text != NULL, FALSE);

  *text = NULL;
  if (!tl_png_is_png (bytes))
    return FALSE;
  input.data = g_bytes_get_data (bytes, &input.length);
  png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, jump_out, ignore_warning);
  info = png != NULL ? png_create_info_struct (png) : NULL;
  if (info != NULL)
    is_read = read_texts (png, info, &input, keyword, text);
  png_destroy_read_struct (&png, &info, NULL);
  return is_read;
}
