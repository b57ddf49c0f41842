/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-model.h"
#include "tl-tagger-private.h"

#include <string.h>

G_BEGIN_DECLS

/* A row as it lies in the model: each of the numbers holds two weights of 8 bits. */
typedef guint16 TlPairs __attribute__ ((vector_size (TL_MODEL_WEIGHTS)));
typedef gint16 TlSums __attribute__ ((vector_size (TL_MODEL_WEIGHTS)));

/* The lower weight of a pair is moved by so much, and then has no sign. */
#define TL_PAIR_BIAS 128

/*
 * TlRowSum:
 * @pairs: of both weights of each pair, modulo 2¹⁶
 * @high: of the higher weight of each pair
 * @n: how many rows
 *
 * The sum of up to %TL_MAX_FEATURES rows of a model; begins as all zero.  To add the pairs as
 * they are spares taking them apart for each row: what the lower weights come to is told at
 * the end, by what is left of the pairs without the higher ones.
 */
typedef struct
{
  TlPairs pairs;
  TlSums  high;
  guint   n;
} TlRowSum;

/* Adds a row, by its index. */
static inline void
tl_row_sum_add (TlRowSum           *self,
                const TlModelParts *parts,
                guint32             index)
{
  TlPairs row;

  G_STATIC_ASSERT (TL_MAX_FEATURES * 128 <= 32768);
  memcpy (&row, parts->rows + (gsize) index * TL_MODEL_WEIGHTS, sizeof row);
  row ^= TL_PAIR_BIAS;
  self->pairs += row;
  self->high += (TlSums) row >> 8;
  self->n++;
}

/* Writes the sum by tag; "outside" weighs nothing. */
static inline void
tl_row_sum_get (const TlRowSum *self,
                gint32          weights[TL_MODEL_TAGS])
{
  const TlPairs low = self->pairs - ((TlPairs) self->high << 8);
  const guint low_first = G_BYTE_ORDER == G_LITTLE_ENDIAN;

  weights[TL_TAG_OUTSIDE] = 0;
  for (guint i = 0; i < TL_MODEL_WEIGHTS / 2; i++)
    {
      weights[2 * i + 2 - low_first] = (gint32) low[i] - (gint32) (self->n * TL_PAIR_BIAS);
      weights[2 * i + 1 + low_first] = self->high[i];
    }
}

G_END_DECLS
