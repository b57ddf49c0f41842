/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCopyPrint:
 * @words: (element-type TlCopyWord): its words
 * @sketch: by which its copies are found among many, see tl_copy_sketch_new()
 *
 * What is compared of a text to know its copies.
 */
typedef struct
{
  GArray *words;
  GBytes *sketch;
} TlCopyPrint;

TlCopyPrint *tl_copy_print_new     (const char        *text);
TlCopyPrint *tl_copy_print_copy    (const TlCopyPrint *self);
void         tl_copy_print_free    (TlCopyPrint       *self);
gboolean     tl_copy_print_is_copy (const TlCopyPrint *self,
                                    const TlCopyPrint *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCopyPrint, tl_copy_print_free)

G_END_DECLS
