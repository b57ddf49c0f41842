/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-model.h"
#include "tl-tagger-private.h"

#include <string.h>

G_BEGIN_DECLS

typedef gint8  TlRow __attribute__ ((vector_size (TL_MODEL_WEIGHTS)));
typedef gint16 TlSums __attribute__ ((vector_size (TL_MODEL_WEIGHTS)));

/*
 * TlRowSum:
 * @low: of the first half of the weights, which is what fits into a register with 16 bits for each
 * @high: of the second half
 *
 * The sum of up to %TL_MAX_FEATURES rows of a model; begins as all zero.  16 bits hold the
 * sum of 128 rows of 8 bits each.
 */
typedef struct
{
  TlSums low;
  TlSums high;
} TlRowSum;

/* Adds a row, by its index. */
static inline void
tl_row_sum_add (TlRowSum           *self,
                const TlModelParts *parts,
                guint32             index)
{
  const TlRow first = { 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7 };
  const TlRow second = { 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15 };
  TlRow row;

  G_STATIC_ASSERT (TL_MAX_FEATURES * 128 <= 32768);
  memcpy (&row, parts->rows + (gsize) index * TL_MODEL_WEIGHTS, sizeof row);
  /* Each weight twice, and the lower of them shifted out: its sign spreads over 16 bits. */
  self->low += (TlSums) __builtin_shuffle (row, first) >> 8;
  self->high += (TlSums) __builtin_shuffle (row, second) >> 8;
}

/* Writes the sum by tag; "outside" weighs nothing. */
static inline void
tl_row_sum_get (const TlRowSum *self,
                gint32          weights[TL_MODEL_TAGS])
{
  const guint half = TL_MODEL_WEIGHTS / 2;

  weights[TL_TAG_OUTSIDE] = 0;
  for (guint i = 0; i < half; i++)
    {
      weights[i + 1] = self->low[i];
      weights[i + 1 + half] = self->high[i];
    }
}

G_END_DECLS
