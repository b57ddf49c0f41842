/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlFoldFlags:
 * @TL_FOLD_WORDS: "U.S. Steel" is "us steel"
 * @TL_FOLD_INITIALS: a point ends a word: "V.P. Orlov" is "v p orlov"
 *
 * How tl_name_fold() takes points.
 */
typedef enum
{
  TL_FOLD_WORDS,
  TL_FOLD_INITIALS,
} TlFoldFlags;

void     tl_name_fold_append (GString     *folded,
                              const char  *name,
                              gsize        length,
                              TlFoldFlags  flags);
char    *tl_name_fold        (const char  *name);

G_END_DECLS
