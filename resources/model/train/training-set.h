/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-tagger.h"

G_BEGIN_DECLS

/*
 * TrainingIsland:
 * @first_token: index of its first token in the set
 * @n_tokens: how many tokens
 * @weight: how much a mistake in it counts
 * @is_held: whether it is of a text that is held out while confidence is calibrated
 *
 * An island of a text whose tags are known.
 */
typedef struct
{
  guint32 first_token;
  guint32 n_tokens;
  guint16 weight;
  guint16 is_held;
} TrainingIsland;

/*
 * TrainingSet:
 *
 * All islands of the texts that the tagger learns from or is measured on.
 */
typedef struct
{
  GArray *islands;              /* of TrainingIsland */
  GArray *tags;                 /* of guint8, by token */
  GArray *rules;                /* the same: the tag that the rules give it */
  GArray *rule_weights;         /* the same: how strongly */
  GArray *offsets;              /* of guint64: by token, index of its first feature; one more at the end */
  GArray *features;             /* of guint32 */
  guint   n_names;              /* in the texts */
  guint   n_lost;               /* of them, those that no island holds whole */
} TrainingSet;

/* One article of so many tells how sure a name is that was not learned from. */
#define TRAINING_FOLDS 5

/*
 * TrainingUse:
 * @TRAINING_HAS_EVENTS: its events are marked; where not, what may be one is left out
 * @TRAINING_AS_MARKED: its names stay as they are marked, see training_set_add_columns()
 */
typedef enum
{
  TRAINING_HAS_EVENTS = 1 << 0,
  TRAINING_AS_MARKED  = 1 << 1,
} TrainingUse;

TrainingSet *training_set_new          (void);
void         training_set_free         (TrainingSet         *self);
gboolean     training_set_add_columns  (TrainingSet         *self,
                                        const char          *path,
                                        guint                weight,
                                        TrainingUse          how,
                                        const TlModelParts  *parts,
                                        GError             **error);
gboolean     training_set_add_articles (TrainingSet         *self,
                                        const char          *folder,
                                        guint                weight,
                                        const TlModelParts  *parts,
                                        GError             **error);

char        *training_read_gzip        (const char          *path,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrainingSet, training_set_free)

G_END_DECLS
