/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The averaged structured perceptron with a margin (Collins 2002; the margin after
 * Taskar et al. 2004): each island is decoded with the weights so far and a cost added
 * to every wrong tag; where the way found is not the right one, the right one's features
 * gain and the found one's lose.  What is kept is the average over all steps, and over
 * learners that went through the islands in different orders.
 */

#include "perceptron.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const TrainingSet        *set;
  const PerceptronSettings *settings;
  guint32                  *rows;       /* by index in the set's features: its row, or NO_ROW */
  gint32                   *weights;    /* n_rows times TL_MODEL_WEIGHTS */
  gdouble                  *sums;       /* the same, each update times the step it was made in */
  gint32                    transitions[TL_MODEL_TAGS * TL_MODEL_TAGS];
  gdouble                   transition_sums[TL_MODEL_TAGS * TL_MODEL_TAGS];
  gdouble                   step;
  TlChain                   chain;
} Trainer;

#define NO_ROW G_MAXUINT32

/* Numbers that are the same on every machine; G. Marsaglia, "Xorshift RNGs", 2003. */
static guint32
next_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

/* Looks features up once; those seen too seldom have no row. */
static guint32 *
find_rows (const TrainingSet        *set,
           const PerceptronSettings *settings)
{
  guint n = set->features->len;
  guint32 *rows = g_new (guint32, n + 1);
  guint32 mask = (1u << 24) - 1;
  guint8 *counts = g_new0 (guint8, mask + 1u);

  for (guint i = 0; i < n; i++)
    {
      guint8 *count = &counts[g_array_index (set->features, guint32, i) >> 8];

      *count = (guint8) MIN (*count + 1, 255);
    }
  for (guint i = 0; i < n; i++)
    {
      guint32 hash = g_array_index (set->features, guint32, i);

      rows[i] = counts[hash >> 8] >= settings->least ? tl_model_row_of (hash, settings->n_rows) : NO_ROW;
    }
  g_free (counts);
  return rows;
}

static guint64
first_feature (const TrainingSet *set,
               guint32            token)
{
  return g_array_index (set->offsets, guint64, token);
}

static void
weigh (const Trainer *self,
       guint32        token,
       gint32        *out)
{
  for (guint tag = 0; tag < TL_MODEL_TAGS; tag++)
    out[tag] = 0;
  for (guint64 i = first_feature (self->set, token); i < first_feature (self->set, token + 1); i++)
    if (self->rows[i] != NO_ROW)
      for (guint k = 0; k < TL_MODEL_WEIGHTS; k++)
        out[k + 1] += self->weights[(gsize) self->rows[i] * TL_MODEL_WEIGHTS + k];
}

static void
update_tag (Trainer *self,
            guint32  token,
            guint    tag,
            gint32   by)
{
  if (tag == TL_TAG_OUTSIDE)
    return;
  for (guint64 i = first_feature (self->set, token); i < first_feature (self->set, token + 1); i++)
    if (self->rows[i] != NO_ROW)
      {
        gsize at = (gsize) self->rows[i] * TL_MODEL_WEIGHTS + tag - 1;

        self->weights[at] += by;
        self->sums[at] += by * self->step;
      }
}

static void
update_step (Trainer *self,
             guint    before,
             guint    behind,
             gint32   by)
{
  self->transitions[before * TL_MODEL_TAGS + behind] += by;
  self->transition_sums[before * TL_MODEL_TAGS + behind] += by * self->step;
}

static void
learn (Trainer              *self,
       const TrainingIsland *island)
{
  const guint8 *right = &g_array_index (self->set->tags, guint8, island->first_token);
  const guint8 *tags = self->chain.tags;
  gint16 transitions[TL_MODEL_TAGS * TL_MODEL_TAGS];
  guint before_right = TL_TAG_OUTSIDE, before_found = TL_TAG_OUTSIDE;

  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    transitions[i] = (gint16) CLAMP (self->transitions[i], -30000, 30000);
  for (guint t = 0; t < island->n_tokens; t++)
    {
      gint32 *weights = self->chain.emissions[t];

      weigh (self, island->first_token + t, weights);
      for (guint tag = 0; tag < TL_MODEL_TAGS; tag++)
        if (tag != right[t])
          weights[tag] += (gint32) self->settings->margin;
    }
  tl_chain_set_transitions (&self->chain, transitions);
  tl_chain_decode (&self->chain, island->n_tokens);
  for (guint t = 0; t <= island->n_tokens; t++)
    {
      guint here_right = t < island->n_tokens ? right[t] : TL_TAG_OUTSIDE;
      guint here_found = t < island->n_tokens ? tags[t] : TL_TAG_OUTSIDE;

      if (here_right != here_found)
        {
          update_tag (self, island->first_token + t, here_right, (gint32) island->weight);
          update_tag (self, island->first_token + t, here_found, -(gint32) island->weight);
        }
      if (here_right != here_found || before_right != before_found)
        {
          update_step (self, before_right, here_right, (gint32) island->weight);
          update_step (self, before_found, here_found, -(gint32) island->weight);
        }
      before_right = here_right;
      before_found = here_found;
    }
  self->step += 1;
}

static void
shuffle (guint32 *order,
         guint    n,
         guint32 *state)
{
  for (guint i = n; i > 1; i--)
    {
      guint k = (guint) (((guint64) next_random (state) * i) >> 32);
      guint32 other = order[k];

      order[k] = order[i - 1];
      order[i - 1] = other;
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  gdouble first = *(const gdouble *) a, second = *(const gdouble *) b;

  return (first > second) - (first < second);
}

/* What one step of the quantised weights stands for: a ten-thousandth of them is cut. */
static gdouble
choose_scale (const gdouble *averages,
              gsize          n)
{
  g_autofree gdouble *sizes = g_new (gdouble, n + 1);
  gsize n_sizes = 0;

  for (gsize i = 0; i < n; i++)
    if (averages[i] != 0)
      sizes[n_sizes++] = fabs (averages[i]);
  if (n_sizes == 0)
    return 1;
  qsort (sizes, n_sizes, sizeof *sizes, compare_doubles);
  return sizes[n_sizes - 1 - n_sizes / 10000] / 127;
}

/* Adds the averages of what one way through the data gave to those of the others. */
static void
add_averages (const Trainer *self,
              gdouble       *weights,
              gdouble       *transitions)
{
  gsize n = (gsize) self->settings->n_rows * TL_MODEL_WEIGHTS;

  for (gsize i = 0; i < n; i++)
    weights[i] += self->weights[i] - self->sums[i] / self->step;
  for (guint i = 0; i < G_N_ELEMENTS (self->transitions); i++)
    transitions[i] += self->transitions[i] - self->transition_sums[i] / self->step;
}

static void
quantise (const PerceptronSettings *settings,
          const gdouble            *weights,
          const gdouble            *transitions,
          TlModelParts             *parts)
{
  gsize n = (gsize) settings->n_rows * TL_MODEL_WEIGHTS;
  gint8 *rows = g_new0 (gint8, n);
  gdouble scale = choose_scale (weights, n);

  for (gsize i = 0; i < n; i++)
    rows[i] = (gint8) CLAMP (lround (weights[i] / scale), -127, 127);
  for (guint i = 0; i < G_N_ELEMENTS (parts->transitions); i++)
    parts->transitions[i] = (gint16) lround (CLAMP (transitions[i] / scale, -30000, 30000));
  g_free ((gpointer) parts->rows);
  parts->rows = rows;
  parts->n_rows = settings->n_rows;
  parts->rules_weight = settings->rules_weight;
}

/* Goes through the islands several times, each time in another order. */
static void
learn_all (Trainer *self,
           guint32 *order,
           guint    n,
           guint32 *state)
{
  gsize n_weights = (gsize) self->settings->n_rows * TL_MODEL_WEIGHTS;

  memset (self->weights, 0, n_weights * sizeof *self->weights);
  memset (self->sums, 0, n_weights * sizeof *self->sums);
  memset (self->transitions, 0, sizeof self->transitions);
  memset (self->transition_sums, 0, sizeof self->transition_sums);
  self->step = 1;
  for (guint round = 0; round < self->settings->rounds; round++)
    {
      shuffle (order, n, state);
      for (guint i = 0; i < n; i++)
        learn (self, &g_array_index (self->set->islands, TrainingIsland, order[i]));
    }
}

/*
 * perceptron_train:
 * @set: what to learn from
 * @part: which of its texts
 * @settings: how
 * @parts: (inout): the model; gets other rows (to be freed with g_free()) and transitions
 *
 * The same set, settings and compiler give the same weights.
 */
void
perceptron_train (const TrainingSet        *set,
                  PerceptronPart            part,
                  const PerceptronSettings *settings,
                  TlModelParts             *parts)
{
  g_autofree Trainer *self = g_new0 (Trainer, 1);
  g_autofree guint32 *order = g_new (guint32, set->islands->len + 1);
  gsize n_weights = (gsize) settings->n_rows * TL_MODEL_WEIGHTS;
  g_autofree gdouble *weights = g_new0 (gdouble, n_weights);
  gdouble transitions[TL_MODEL_TAGS * TL_MODEL_TAGS] = { 0 };
  guint32 state = settings->seed;
  guint n = 0;

  self->set = set;
  self->settings = settings;
  self->rows = find_rows (set, settings);
  self->weights = g_new (gint32, n_weights);
  self->sums = g_new (gdouble, n_weights);
  for (guint i = 0; i < set->islands->len; i++)
    if (perceptron_is_part (&g_array_index (set->islands, TrainingIsland, i), part))
      order[n++] = i;
  for (guint i = 0; i < settings->learners; i++)
    {
      learn_all (self, order, n, &state);
      add_averages (self, weights, transitions);
    }
  quantise (settings, weights, transitions, parts);
  g_free (self->rows);
  g_free (self->weights);
  g_free (self->sums);
}

/* Returns whether the island is in that part of its set. */
gboolean
perceptron_is_part (const TrainingIsland *island,
                    PerceptronPart        part)
{
  return part == PERCEPTRON_ALL || (island->is_held != 0) == (part == PERCEPTRON_HELD);
}

/* Returns the end of the name that begins at the token, or the token where none does. */
guint
perceptron_name_end (const guint8 *tags,
                     guint         n_tokens,
                     guint         token)
{
  if (tags[token] == TL_TAG_OUTSIDE || tl_tag_part (tags[token]) == TL_TAG_INSIDE ||
      tl_tag_part (tags[token]) == TL_TAG_LAST)
    return token;
  while (tl_tag_is_open (tags[token]) && token + 1 < n_tokens)
    token++;
  return token + 1;
}

static void
count (PerceptronScore *score,
       const guint8    *right,
       const guint8    *found,
       guint            n)
{
  for (guint t = 0; t < n; t++)
    {
      guint end_right = perceptron_name_end (right, n, t), end_found = perceptron_name_end (found, n, t);

      if (end_right > t)
        score->n_known[tl_tag_type (right[t])]++;
      if (end_found > t)
        score->n_found[tl_tag_type (found[t])]++;
      if (end_right > t && end_right == end_found && tl_tag_type (right[t]) == tl_tag_type (found[t]))
        score->n_right[tl_tag_type (right[t])]++;
    }
}

/*
 * perceptron_decode:
 * @set: a set
 * @island: one of its islands
 * @parts: a model
 * @chain: (out): the island as the program tags it with the model
 */
void
perceptron_decode (const TrainingSet    *set,
                   const TrainingIsland *island,
                   const TlModelParts   *parts,
                   TlChain              *chain)
{
  for (guint t = 0; t < island->n_tokens; t++)
    {
      guint32 token = island->first_token + t;
      guint64 first = first_feature (set, token);

      tl_tagger_weigh (parts, &g_array_index (set->features, guint32, first),
                       (guint) (first_feature (set, token + 1) - first), chain->emissions[t]);
      chain->emissions[t][g_array_index (set->rules, guint8, token)] +=
        parts->rules_weight * g_array_index (set->rule_weights, guint8, token);
    }
  tl_chain_set_transitions (chain, parts->transitions);
  tl_chain_decode (chain, island->n_tokens);
}

/*
 * perceptron_measure:
 * @set: texts whose names are known
 * @part: which of them
 * @parts: a model
 *
 * Returns: how many of the islands' names the model finds
 */
PerceptronScore
perceptron_measure (const TrainingSet  *set,
                    PerceptronPart      part,
                    const TlModelParts *parts)
{
  PerceptronScore score = { { 0 }, { 0 }, { 0 } };
  g_autofree TlChain *chain = tl_chain_new ();

  for (guint i = 0; i < set->islands->len; i++)
    {
      const TrainingIsland *island = &g_array_index (set->islands, TrainingIsland, i);

      if (!perceptron_is_part (island, part))
        continue;
      perceptron_decode (set, island, parts, chain);
      count (&score, &g_array_index (set->tags, guint8, island->first_token), chain->tags, island->n_tokens);
    }
  return score;
}
