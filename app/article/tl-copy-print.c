/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-copy-print.h"

#include "tl-copy-match.h"
#include "tl-copy-sketch.h"
#include "tl-copy-words.h"

/**
 * tl_copy_print_new:
 * @text: a text, valid UTF-8
 *
 * Returns: (transfer full): what is compared of it; takes some hundredths of a millisecond
 *   for an article
 */
TlCopyPrint *
tl_copy_print_new (const char *text)
{
  TlCopyPrint *self = g_new (TlCopyPrint, 1);

  self->words = tl_copy_words_new (text);
  self->sketch = tl_copy_sketch_new (self->words);
  return self;
}

/**
 * tl_copy_print_copy:
 * @self: a text's
 *
 * Returns: (transfer full): the same, without copying what it holds
 */
TlCopyPrint *
tl_copy_print_copy (const TlCopyPrint *self)
{
  TlCopyPrint *copy = g_new (TlCopyPrint, 1);

  *copy = (TlCopyPrint) { .words = g_array_ref (self->words), .sketch = g_bytes_ref (self->sketch) };
  return copy;
}

/**
 * tl_copy_print_free:
 * @self: (transfer full): a print
 */
void
tl_copy_print_free (TlCopyPrint *self)
{
  g_array_unref (self->words);
  g_bytes_unref (self->sketch);
  g_free (self);
}

/**
 * tl_copy_print_is_copy:
 * @self: a text's
 * @other: another's
 *
 * Returns: whether they carry the same story: one is a copy of the other, or of a part of it
 */
gboolean
tl_copy_print_is_copy (const TlCopyPrint *self,
                       const TlCopyPrint *other)
{
  TlCopyMatch match;

  tl_copy_match_init (&match, self->words, other->words);
  return tl_copy_match_is_copy (&match);
}
