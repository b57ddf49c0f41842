/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCopyMatch:
 * @n_words: how many words the shorter of two texts has
 * @n_longer: how many the longer has
 * @n_shared: how many words of the shorter stand in passages that both have
 * @n_same: how many numbers in these passages are the same
 * @n_other: how many are others
 * @n_passages: how many passages
 * @n_backward: how many of them stand before the last one in the longer text
 * @n_before: how many words of the shorter stand before the first passage
 * @n_longer_before: how many of the longer do
 * @n_inside: how many words stand from the first passage to the end of the last, in the text
 *   in which these are less
 *
 * What two texts have in common.
 */
typedef struct
{
  guint n_words;
  guint n_longer;
  guint n_shared;
  guint n_same;
  guint n_other;
  guint n_passages;
  guint n_backward;
  guint n_before;
  guint n_longer_before;
  guint n_inside;
} TlCopyMatch;

void     tl_copy_match_init    (TlCopyMatch       *self,
                                GArray            *words,
                                GArray            *other);
gboolean tl_copy_match_is_copy (const TlCopyMatch *self);

G_END_DECLS
