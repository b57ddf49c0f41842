/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The best way through an island, tag by tag: A. J. Viterbi, "Error bounds for
 * convolutional codes and an asymptotically optimum decoding algorithm", 1967; and how
 * far ahead of all others it is at each token, by the same from both ends.
 *
 * All sums over tags run over whole rows of lanes, without branches; inside of a name, over
 * the tags of its kind, since only those can be there.
 */

#include "tl-chain.h"

#include <string.h>

/* Below any weight that a way through an island can have. */
#define IMPOSSIBLE -1e9f

/*
 * tl_chain_new:
 *
 * It is not cleared: it has room for the longest island, and most texts use little of that.
 *
 * Returns: (transfer full): a chain, to be freed with g_free(); it needs transitions
 */
TlChain *
tl_chain_new (void)
{
  return g_new (TlChain, 1);
}

static inline void
make_impossible (float *lanes)
{
  for (guint i = 0; i < TL_CHAIN_LANES; i++)
    lanes[i] = IMPOSSIBLE;
}

/* @weights: those of the tag before, by the tag behind */
static inline void
set_transition (TlChain      *self,
                guint         before,
                guint         behind,
                const gint16 *weights)
{
  self->behind[before][behind] = weights[behind];
  self->before[behind][before] = weights[behind];
}

/*
 * tl_chain_set_transitions:
 * @self: a chain
 * @transitions: weight of each tag behind each, by tag before times %TL_MODEL_TAGS
 */
void
tl_chain_set_transitions (TlChain      *self,
                          const gint16 *transitions)
{
  for (guint tag = 0; tag < TL_CHAIN_LANES; tag++)
    {
      make_impossible (self->behind[tag]);
      make_impossible (self->before[tag]);
    }
  for (guint before = 0; before < TL_MODEL_TAGS; before++)
    {
      const gint16 *weights = transitions + before * TL_MODEL_TAGS;

      /* Those that tl_tag_may_follow() allows: a quarter of all, and each article begins with this. */
      if (tl_tag_is_open (before))
        {
          set_transition (self, before, tl_tag (tl_tag_type (before), TL_TAG_INSIDE), weights);
          set_transition (self, before, tl_tag (tl_tag_type (before), TL_TAG_LAST), weights);
          continue;
        }
      set_transition (self, before, TL_TAG_OUTSIDE, weights);
      for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
        {
          set_transition (self, before, tl_tag ((TlEntityType) type, TL_TAG_FIRST), weights);
          set_transition (self, before, tl_tag ((TlEntityType) type, TL_TAG_ONLY), weights);
        }
    }
}

/* Makes each lane at least @weight more than the step's. */
static inline void
lift (float       *lanes,
      const float *steps,
      float        weight)
{
  for (guint i = 0; i < TL_CHAIN_LANES; i++)
    lanes[i] = MAX (lanes[i], steps[i] + weight);
}

/* The same for the tags of one kind, from its first on: no others may stand beside one inside of a name. */
static inline void
lift_kind (float       *restrict lanes,
           const float *restrict steps,
           float                 weight)
{
#pragma GCC unroll 1            /* four at once, rather than one after the other */
  for (guint i = 0; i < TL_TAG_PARTS; i++)
    lanes[i] = MAX (lanes[i], steps[i] + weight);
}

/*
 * Goes one step on: from outside, from names of one token and from the @end of longer ones
 * to any tag; from inside of a name and from its other end, @open, to its own kind alone.
 */
static inline void
follow (float       *lanes,
        float      (*steps)[TL_CHAIN_LANES],
        const float *weights,
        TlTagPart    end,
        TlTagPart    open)
{
  lift (lanes, steps[TL_TAG_OUTSIDE], weights[TL_TAG_OUTSIDE]);
  for (guint tag = tl_tag (0, 0); tag < TL_MODEL_TAGS; tag += TL_TAG_PARTS)
    {
      lift (lanes, steps[tag + TL_TAG_ONLY], weights[tag + TL_TAG_ONLY]);
      lift (lanes, steps[tag + end], weights[tag + end]);
    }
  for (guint tag = tl_tag (0, 0); tag < TL_MODEL_TAGS; tag += TL_TAG_PARTS)
    {
      lift_kind (lanes + tag, steps[tag + TL_TAG_INSIDE] + tag, weights[tag + TL_TAG_INSIDE]);
      lift_kind (lanes + tag, steps[tag + open] + tag, weights[tag + open]);
    }
}

static void
step_forward (TlChain *self,
              guint    t)
{
  float best[TL_CHAIN_LANES];

  make_impossible (best);
  if (t == 0)
    lift (best, self->behind[TL_TAG_OUTSIDE], 0);
  else
    follow (best, self->behind, self->forward[t - 1], TL_TAG_LAST, TL_TAG_FIRST);
  for (guint i = 0; i < TL_MODEL_TAGS; i++)
    self->forward[t][i] = best[i] + (float) self->emissions[t][i];
}

/* The tag from which the best way came to @tag at token @t. */
static guint
step_back (const TlChain *self,
           guint          t,
           guint          tag)
{
  float wanted = self->forward[t][tag] - (float) self->emissions[t][tag];
  guint before = 0;

  while (before + 1 < TL_MODEL_TAGS &&
         self->forward[t - 1][before] + self->before[tag][before] != wanted)
    before++;
  return before;
}

/* Most islands are one word, which has the choice of five tags: it decides at once. */
static void
decode_one (TlChain *self)
{
  const float *first = self->behind[TL_TAG_OUTSIDE], *last = self->before[TL_TAG_OUTSIDE];
  float best = first[TL_TAG_OUTSIDE] + last[TL_TAG_OUTSIDE] + (float) self->emissions[0][TL_TAG_OUTSIDE];
  float second = IMPOSSIBLE;

  self->tags[0] = TL_TAG_OUTSIDE;
  for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
    {
      guint tag = tl_tag ((TlEntityType) type, TL_TAG_ONLY);
      float weight = first[tag] + (float) self->emissions[0][tag] + last[tag];

      second = MAX (second, MIN (weight, best));
      if (weight > best)
        {
          best = weight;
          self->tags[0] = (guint8) tag;
        }
    }
  self->margins[0] = (gint32) (best - second);
}

/*
 * tl_chain_decode:
 * @self: a chain with its transitions and emissions
 * @n_tokens: how many tokens, from 1 to %TL_MAX_ISLAND
 *
 * Finds the tags.  What stands before and behind the tokens counts as outside.
 */
void
tl_chain_decode (TlChain *self,
                 guint    n_tokens)
{
  const float *leave = self->before[TL_TAG_OUTSIDE], *best = self->forward[n_tokens - 1];
  guint tag = TL_TAG_OUTSIDE;

  if (n_tokens == 1)
    {
      decode_one (self);
      return;
    }
  for (guint t = 0; t < n_tokens; t++)
    step_forward (self, t);
  for (guint i = 1; i < TL_MODEL_TAGS; i++)
    if (best[i] + leave[i] > best[tag] + leave[tag])
      tag = i;
  for (guint t = n_tokens; t-- > 0;)
    {
      self->tags[t] = (guint8) tag;
      if (t > 0)
        tag = step_back (self, t, tag);
    }
}

/*
 * tl_chain_find_margins:
 * @self: a chain that was decoded
 * @n_tokens: how many tokens
 *
 * Finds the margins.
 */
void
tl_chain_find_margins (TlChain *self,
                       guint    n_tokens)
{
  float rest[TL_CHAIN_LANES];           /* of the best way from here on to the end */

  if (n_tokens == 1)
    return;                             /* found with the tag */
  memcpy (rest, self->before[TL_TAG_OUTSIDE], sizeof rest);
  for (guint t = n_tokens; t-- > 0;)
    {
      guint tag = self->tags[t];
      float through[TL_MODEL_TAGS], next[TL_CHAIN_LANES], best, other = 2 * IMPOSSIBLE;

      for (guint i = 0; i < TL_MODEL_TAGS; i++)
        through[i] = self->forward[t][i] + rest[i];
      best = through[tag];
      through[tag] = 2 * IMPOSSIBLE;
      for (guint i = 0; i < TL_MODEL_TAGS; i++)
        other = MAX (other, through[i]);
      self->margins[t] = (gint32) (best - other);
      if (t == 0)
        break;
      make_impossible (next);
      for (guint i = 0; i < TL_MODEL_TAGS; i++)
        rest[i] += (float) self->emissions[t][i];
      follow (next, self->before, rest, TL_TAG_FIRST, TL_TAG_LAST);
      memcpy (rest, next, sizeof rest);
    }
}
