/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The statistical tagger: a linear chain over the tokens of each island of a text that
 * may be parts of names.  A token's tags are weighed by the sum of its features' rows in
 * the model, and by what the rules took it for; a step from tag to tag by the model's
 * transitions.
 */

#include "tl-tagger.h"

#include "tl-row-sum.h"

#include <math.h>

/*
 * tl_tagger_weigh:
 * @parts: a model
 * @features: hashes of what is so of a token
 * @n_features: how many, at most %TL_MAX_FEATURES
 * @out: (out): a weight for each tag
 *
 * Adds up the rows of the features, as tl_tag_view_weigh() does for those of a token.
 */
void
tl_tagger_weigh (const TlModelParts *parts,
                 const guint32      *features,
                 guint               n_features,
                 gint32              out[TL_MODEL_TAGS])
{
  TlRowSum sum = { .n = 0 };

  for (guint i = 0; i < n_features; i++)
    tl_row_sum_add (&sum, parts, tl_model_row_of (features[i], parts->n_rows));
  tl_row_sum_get (&sum, out);
}

/*
 * tl_tagger_get_confidence:
 * @parts: a model
 * @margin: by how much a name beats every other reading of its tokens
 *
 * A logistic curve, whose offset and slope the model has: J. Platt, "Probabilistic outputs
 * for support vector machines", 1999.
 *
 * Returns: how likely the name is right, in percent, from 1 to 99
 */
guint
tl_tagger_get_confidence (const TlModelParts *parts,
                          gint32              margin)
{
  double x = (parts->calibration[0] + parts->calibration[1] * (margin / TL_MARGIN_UNIT)) / 1000;

  return (guint) CLAMP (lround (100 / (1 + exp (-x))), 1, 99);
}

static void
take_mentions (const TlReading    *reading,
               const TlModelParts *parts,
               const TlIsland     *island,
               const TlChain      *chain,
               GArray             *mentions)
{
  for (guint i = island->first; i < island->end; i++)
    {
      guint tag = chain->tags[i - island->first];
      gint32 margin = chain->margins[i - island->first];
      TlMention mention = { .first = i, .type = tag == TL_TAG_OUTSIDE ? 0 : tl_tag_type (tag) };

      if (tag == TL_TAG_OUTSIDE)
        continue;
      while (tl_tag_is_open (chain->tags[i - island->first]))
        {
          i++;
          margin = MIN (margin, chain->margins[i - island->first]);
        }
      mention.end = i + 1;
      mention.key = tl_reading_get_key (reading, mention.first, mention.end);
      mention.confidence = (guint8) tl_tagger_get_confidence (parts, margin);
      g_array_append_val (mentions, mention);
    }
}

static gboolean
has_names (const TlChain *chain,
           guint          n_tokens)
{
  for (guint i = 0; i < n_tokens; i++)
    if (chain->tags[i] != TL_TAG_OUTSIDE)
      return TRUE;
  return FALSE;
}

/*
 * tl_tagger_find:
 * @reading: a reading with the rules' candidates
 * @names: (element-type TlName): what the rules made of the strings
 * @mentions: (element-type TlMention): what they took for names, in order
 * @parts: the model
 *
 * Returns: (transfer full) (element-type TlMention): what the tagger takes for names, in
 *   order, each with its confidence
 */
GArray *
tl_tagger_find (const TlReading    *reading,
                GArray             *names,
                GArray             *mentions,
                const TlModelParts *parts)
{
  g_autoptr(TlTagView) view = tl_tag_view_new (reading, names, mentions, parts);
  g_autofree TlChain *chain = tl_chain_new ();
  GArray *found = g_array_sized_new (FALSE, TRUE, sizeof (TlMention), tl_reading_expect_names (reading));
  TlIsland island = { 0, 0 };

  tl_chain_set_transitions (chain, parts->transitions);
  while (tl_tag_view_next_island (view, &island))
    {
      guint n_tokens = island.end - island.first;

      tl_tag_view_enter (view, &island);
      for (guint i = 0; i < n_tokens; i++)
        {
          guint weight, rule = tl_tag_view_get_rule (view, island.first + i, &weight);

          tl_tag_view_weigh (view, island.first + i, chain->emissions[i]);
          chain->emissions[i][rule] += parts->rules_weight * (gint32) weight;
        }
      tl_chain_decode (chain, n_tokens);
      if (!has_names (chain, n_tokens))
        continue;
      tl_chain_find_margins (chain, n_tokens);
      take_mentions (reading, parts, &island, chain, found);
    }
  return found;
}
