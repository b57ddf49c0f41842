/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-names.h"
#include "tl-page-place.h"

G_BEGIN_DECLS

/**
 * TlBylineSureness:
 * @TL_BYLINE_NOT: what stands somewhere else may be anybody's
 * @TL_BYLINE_CALLED: the style sheet calls it so
 * @TL_BYLINE_SEEN: it reads like one
 * @TL_BYLINE_MARKED: it is marked as one
 *
 * How sure it is that names on the page are those of the byline.
 */
typedef enum
{
  TL_BYLINE_NOT,
  TL_BYLINE_CALLED,
  TL_BYLINE_SEEN,
  TL_BYLINE_MARKED,
} TlBylineSureness;

TlBylineSureness tl_page_byline_read (const TlPageWalk     *page,
                                      const TlPageHeadline *headline,
                                      TlPagePlace          *place,
                                      const char *const    *sites,
                                      TlPageNames          *names);

G_END_DECLS
