/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPngText:
 * @keyword: one of the PNG specification's keywords, "Title", or one of ours
 * @text: valid UTF-8
 * @is_compressed: whether it is stored compressed
 *
 * A text that a picture carries.
 */
typedef struct
{
  const char *keyword;
  const char *text;
  gboolean    is_compressed;
} TlPngText;

#define TL_PNG_KEYWORD_XMP     "XML:com.adobe.xmp"
#define TL_PNG_KEYWORD_FIGURES "Tradelines figures"

GBytes *tl_png_write (cairo_surface_t *surface,
                      double           scale,
                      const TlPngText *texts,
                      guint            n_texts);

G_END_DECLS
