/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-span.h"

G_BEGIN_DECLS

/**
 * TlWordScan:
 *
 * A text that is read word by word.
 */
typedef struct
{
  const char *start;
  const char *p;
  const char *end;
} TlWordScan;

void     tl_word_scan_init (TlWordScan  *self,
                            const char  *text,
                            gsize        length);
gboolean tl_word_scan_next (TlWordScan  *self,
                            GString     *folded,
                            TlSpan      *span);
void     tl_words_fold     (const char  *text,
                            gsize        length,
                            GString     *folded);

G_END_DECLS
