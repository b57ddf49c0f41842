/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training-set.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;                 /* of the model */
  guint rounds;
  guint learners;               /* that the weights are averaged over */
  guint margin;                 /* by how much the right way shall beat one that is wrong at a token */
  guint least;                  /* features seen less often are not learned */
  guint32 seed;
  gint rules_weight;            /* see TlModelParts; not there while learning */
} PerceptronSettings;

/*
 * PerceptronScore:
 *
 * How many names there are, how many were found, and how many of these are right.
 */
typedef struct
{
  guint n_known[TL_N_ENTITY_TYPES];
  guint n_found[TL_N_ENTITY_TYPES];
  guint n_right[TL_N_ENTITY_TYPES];
} PerceptronScore;

/* Which of a set's texts. */
typedef enum
{
  PERCEPTRON_ALL,
  PERCEPTRON_NOT_HELD,
  PERCEPTRON_HELD,
} PerceptronPart;

void            perceptron_train     (const TrainingSet        *set,
                                      PerceptronPart            part,
                                      const PerceptronSettings *settings,
                                      TlModelParts             *parts);
PerceptronScore perceptron_measure   (const TrainingSet        *set,
                                      PerceptronPart            part,
                                      const TlModelParts       *parts);
void            perceptron_decode    (const TrainingSet        *set,
                                      const TrainingIsland     *island,
                                      const TlModelParts       *parts,
                                      TlChain                  *chain);
gboolean        perceptron_is_part   (const TrainingIsland     *island,
                                      PerceptronPart            part);
guint           perceptron_name_end  (const guint8             *tags,
                                      guint                     n_tokens,
                                      guint                     token);

G_END_DECLS
