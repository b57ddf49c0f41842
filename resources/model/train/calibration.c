/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How likely a name is right that beats all else by some margin: a logistic curve laid
 * through names of texts that were not learned from.
 */

#include "calibration.h"

#include <math.h>

/* One name that the model finds. */
typedef struct
{
  double margin;                /* in TL_MARGIN_UNIT */
  double is_right;              /* 0 or 1 */
} Found;

static void
take_names (const guint8  *right,
            const TlChain *chain,
            guint          n_tokens,
            GArray        *names)
{
  for (guint t = 0; t < n_tokens; t++)
    {
      guint end = perceptron_name_end (chain->tags, n_tokens, t);
      gint32 margin = chain->margins[t];
      Found found = { 0, 1 };

      if (end == t)
        continue;
      for (guint i = t; i < end; i++)
        {
          margin = MIN (margin, chain->margins[i]);
          if (right[i] != chain->tags[i])
            found.is_right = 0;
        }
      found.margin = margin / TL_MARGIN_UNIT;
      g_array_append_val (names, found);
    }
}

static GArray *
find_names (const TrainingSet  *set,
            PerceptronPart      part,
            const TlModelParts *parts)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autofree TlChain *chain = tl_chain_new ();

  for (guint i = 0; i < set->islands->len; i++)
    {
      const TrainingIsland *island = &g_array_index (set->islands, TrainingIsland, i);

      if (!perceptron_is_part (island, part))
        continue;
      perceptron_decode (set, island, parts, chain);
      tl_chain_find_margins (chain, island->n_tokens);
      take_names (&g_array_index (set->tags, guint8, island->first_token), chain, island->n_tokens, names);
    }
  return names;
}

/*
 * calibration_fit:
 * @set: texts whose names are known
 * @part: those of them that the model did not learn from
 * @parts: (inout): a model, which gets the offset and the slope
 *
 * By Newton's method.
 */
void
calibration_fit (const TrainingSet *set,
                 PerceptronPart     part,
                 TlModelParts      *parts)
{
  g_autoptr(GArray) names = find_names (set, part, parts);
  double offset = 0, slope = 0;

  for (guint round = 0; round < 50; round++)
    {
      /* The gradient and the curvature; a little of the latter keeps all-right data finite. */
      double g0 = 0, g1 = 0, h00 = 1e-3, h01 = 0, h11 = 1e-3, determinant;

      for (guint i = 0; i < names->len; i++)
        {
          const Found *found = &g_array_index (names, Found, i);
          double p = 1 / (1 + exp (-(offset + slope * found->margin)));
          double curve = p * (1 - p);

          g0 += found->is_right - p;
          g1 += (found->is_right - p) * found->margin;
          h00 += curve;
          h01 += curve * found->margin;
          h11 += curve * found->margin * found->margin;
        }
      determinant = h00 * h11 - h01 * h01;
      offset += (h11 * g0 - h01 * g1) / determinant;
      slope += (h00 * g1 - h01 * g0) / determinant;
    }
  parts->calibration[0] = (gint32) lround (offset * 1000);
  parts->calibration[1] = (gint32) lround (slope * 1000);
}

/*
 * calibration_print:
 * @set: texts whose names are known
 * @part: which of them
 * @parts: a model
 *
 * Prints how many of the names with some confidence are right.
 */
void
calibration_print (const TrainingSet  *set,
                   PerceptronPart      part,
                   const TlModelParts *parts)
{
  static const guint bounds[] = { 0, 50, 60, 70, 80, 90, 95, 98, 100 };
  g_autoptr(GArray) names = find_names (set, part, parts);

  for (guint b = 0; b + 1 < G_N_ELEMENTS (bounds); b++)
    {
      guint n = 0;
      double sum = 0, n_right = 0;

      for (guint i = 0; i < names->len; i++)
        {
          const Found *found = &g_array_index (names, Found, i);
          guint confidence = tl_tagger_get_confidence (parts, (gint32) (found->margin * TL_MARGIN_UNIT));

          if (confidence < bounds[b] || confidence >= bounds[b + 1])
            continue;
          n++;
          sum += confidence;
          n_right += found->is_right;
        }
      if (n > 0)
        g_print ("  confidence %u to %u: %u names, said %.1f %%, right %.1f %%\n", bounds[b], bounds[b + 1] - 1, n,
                 sum / n, 100 * n_right / n);
    }
}
