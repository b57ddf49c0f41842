/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-png-writer.h"

#include <png.h>
#include <setjmp.h>

/* One unit of the chart is a pixel of a screen of 96 dpi; PNG counts pixels a metre. */
#define PIXELS_PER_METRE (96 / 0.0254)

typedef struct
{
  GByteArray *bytes;
  png_bytep   row;
} Output;

static void
append_bytes (png_structp png,
              png_bytep   data,
              size_t      length)
{
  Output *output = png_get_io_ptr (png);

  g_byte_array_append (output->bytes, data, (guint) length);
}

static void
flush_bytes (png_structp png G_GNUC_UNUSED)
{
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

/* iTXt, as its text is UTF-8; tEXt could not hold most of the world's names. */
static void
write_texts (png_structp      png,
             png_infop        info,
             const TlPngText *texts,
             guint            n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      png_text text = { .compression = texts[i].is_compressed ? PNG_ITXT_COMPRESSION_zTXt
                                                              : PNG_ITXT_COMPRESSION_NONE };

      text.key = (png_charp) texts[i].keyword;
      text.text = (png_charp) texts[i].text;
      text.itxt_length = strlen (texts[i].text);
      text.lang = (png_charp) "";
      text.lang_key = (png_charp) "";
      png_set_text (png, info, &text, 1);
    }
}

static void
write_rows (png_structp      png,
            cairo_surface_t *surface,
            png_bytep        row)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          guint32 pixel;

          memcpy (&pixel, data + (gsize) y * (gsize) stride + (gsize) x * sizeof pixel, sizeof pixel);
          row[3 * x] = (pixel >> 16) & 0xff;
          row[3 * x + 1] = (pixel >> 8) & 0xff;
          row[3 * x + 2] = pixel & 0xff;
        }
      png_write_row (png, row);
    }
}

/* libpng reports errors by a longjmp to here; what must be freed then lives in @output. */
static gboolean
write_png (png_structp      png,
           png_infop        info,
           cairo_surface_t *surface,
           double           scale,
           const TlPngText *texts,
           guint            n_texts,
           Output          *output)
{
  png_uint_32 resolution = (png_uint_32) (PIXELS_PER_METRE * scale + 0.5);

  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;

  png_set_write_fn (png, output, append_bytes, flush_bytes);
  png_set_IHDR (png, info,
                (png_uint_32) cairo_image_surface_get_width (surface),
                (png_uint_32) cairo_image_surface_get_height (surface),
                8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, resolution, resolution, PNG_RESOLUTION_METER);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  write_texts (png, info, texts, n_texts);
  png_write_info (png, info);
  write_rows (png, surface, output->row);
  png_write_end (png, info);
  return TRUE;
}

/**
 * tl_png_write:
 * @surface: an image surface of %CAIRO_FORMAT_RGB24
 * @scale: how many pixels a unit has; says how large the picture is meant to be
 * @texts: (array length=n_texts): what the picture carries
 * @n_texts: how many
 *
 * Encodes a surface.  Cairo's own writer knows neither texts nor resolution.
 *
 * Returns: (transfer full) (nullable): a PNG file, the same for the same input; %NULL when
 *   there was not enough memory
 */
GBytes *
tl_png_write (cairo_surface_t *surface,
              double           scale,
              const TlPngText *texts,
              guint            n_texts)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, jump_out, ignore_warning);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  Output output = { g_byte_array_new (), NULL };
  gboolean is_written = FALSE;

  cairo_surface_flush (surface);
  output.row = g_try_malloc_n ((gsize) cairo_image_surface_get_width (surface), 3);
  if (info != NULL && output.row != NULL)
    is_written = write_png (png, info, surface, scale, texts, n_texts, &output);

  png_destroy_write_struct (&png, &info);
  g_free (output.row);
  if (is_written)
    return g_byte_array_free_to_bytes (output.bytes);
  g_byte_array_unref (output.bytes);
  return NULL;
}
