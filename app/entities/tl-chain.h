/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-tagger-private.h"

G_BEGIN_DECLS

/* The tags, rounded up so that a processor can take them four at a time. */
#define TL_CHAIN_LANES 20

/*
 * TlChain:
 * @behind: weight of each tag behind each, by the tag before; far below zero where it may not be
 * @before: the same, by the tag behind
 * @emissions: by token and tag, what the token speaks for it
 * @forward: by token and tag, the weight of the best way that ends there
 * @tags: by token, its tag on the best way through all of them
 * @margins: by token, by how much that way beats every other that has another tag there
 *
 * An island while its tags are decided.  Weights are in the model's units, whole numbers of
 * which even those of the longest island add up to less than 2²⁴: a float has them exactly, and
 * the greater of two floats is one step for every processor.
 */
typedef struct
{
  float  behind[TL_CHAIN_LANES][TL_CHAIN_LANES];
  float  before[TL_CHAIN_LANES][TL_CHAIN_LANES];
  gint32 emissions[TL_MAX_ISLAND][TL_MODEL_TAGS];
  float  forward[TL_MAX_ISLAND][TL_CHAIN_LANES];
  guint8 tags[TL_MAX_ISLAND];
  gint32 margins[TL_MAX_ISLAND];
} TlChain;

TlChain *tl_chain_new             (void);
void     tl_chain_set_transitions (TlChain      *self,
                                   const gint16 *transitions);
void     tl_chain_decode          (TlChain      *self,
                                   guint         n_tokens);
void     tl_chain_find_margins    (TlChain      *self,
                                   guint         n_tokens);

G_END_DECLS
