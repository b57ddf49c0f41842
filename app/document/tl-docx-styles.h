/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlDocxStyle:
 * @TL_DOCX_STYLE_TITLE: the title of the document
 * @TL_DOCX_STYLE_HEADING: a heading
 * @TL_DOCX_STYLE_ITEM: an item of a list
 * @TL_DOCX_STYLE_CONTENTS: an entry of the table of contents
 *
 * What a paragraph is by its style; several may be so.
 */
typedef enum
{
  TL_DOCX_STYLE_TITLE    = 1 << 0,
  TL_DOCX_STYLE_HEADING  = 1 << 1,
  TL_DOCX_STYLE_ITEM     = 1 << 2,
  TL_DOCX_STYLE_CONTENTS = 1 << 3,
} TlDocxStyle;

GHashTable  *tl_docx_styles_read (GBytes     *bytes);
TlDocxStyle  tl_docx_styles_find (GHashTable *styles,
                                  const char *id);

G_END_DECLS
