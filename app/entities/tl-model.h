/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many weights a feature has: one for each tag but "outside", which weighs nothing. */
#define TL_MODEL_WEIGHTS 16

/* The tags, "outside" among them. */
#define TL_MODEL_TAGS (TL_MODEL_WEIGHTS + 1)

/* A word's class where the model does not know the word. */
#define TL_MODEL_NO_CLUSTER 0

#define TL_MODEL_ERROR (tl_model_error_quark ())

/**
 * TlModelError:
 * @TL_MODEL_ERROR_MISSING: there is no such file
 * @TL_MODEL_ERROR_UNREADABLE: it is there and can't be read
 * @TL_MODEL_ERROR_NOT_A_MODEL: it is something else
 * @TL_MODEL_ERROR_VERSION: it is of another version of the program
 * @TL_MODEL_ERROR_DAMAGED: it was cut or altered
 */
typedef enum
{
  TL_MODEL_ERROR_MISSING,
  TL_MODEL_ERROR_UNREADABLE,
  TL_MODEL_ERROR_NOT_A_MODEL,
  TL_MODEL_ERROR_VERSION,
  TL_MODEL_ERROR_DAMAGED,
} TlModelError;

GQuark tl_model_error_quark (void);

/**
 * TlModelCluster:
 * @word: tl_token_hash() of the word
 * @fine: its cluster among the many, from 1
 * @coarse: its cluster among the few, from 1
 *
 * Words that stand in the same surroundings have the same cluster.
 */
typedef struct
{
  guint32 word;
  guint16 fine;
  guint16 coarse;
} TlModelCluster;

/**
 * TlModelParts:
 * @rows: @n_rows times %TL_MODEL_WEIGHTS weights
 * @n_rows: how many; a feature's hash is its row by tl_model_row_of()
 * @transitions: weight of each tag behind each, by tag before times %TL_MODEL_TAGS
 * @clusters: a table by hash with open addressing, word 0 where it is free
 * @n_clusters: its size, a power of two
 * @rules_weight: what speaks for the tag that the rules give a token
 * @calibration: see tl_tagger_get_confidence(): offset and slope, times 1000
 *
 * What a model knows.
 */
typedef struct
{
  const gint8          *rows;
  guint32               n_rows;
  gint16                transitions[TL_MODEL_TAGS * TL_MODEL_TAGS];
  const TlModelCluster *clusters;
  guint32               n_clusters;
  gint32                rules_weight;
  gint32                calibration[2];
} TlModelParts;

typedef struct _TlModel TlModel;

TlModel              *tl_model_load         (const char          *path,
                                             GError             **error);
TlModel              *tl_model_new          (GBytes              *bytes,
                                             const char          *name,
                                             GError             **error);
TlModel              *tl_model_ref          (TlModel             *self);
void                  tl_model_unref        (TlModel             *self);
const TlModelParts   *tl_model_get_parts    (const TlModel       *self);
GBytes               *tl_model_to_bytes     (const TlModelParts  *parts);
const TlModelCluster *tl_model_find_cluster (const TlModelParts  *parts,
                                             guint32              word);

const TlModel        *tl_model_get_default   (void);
gboolean              tl_model_check_default (GError             **error);

/**
 * tl_model_prefetch_cluster:
 * @parts: what a model knows
 * @word: a word's tl_token_hash()
 *
 * Lets the memory begin to fetch what tl_model_find_cluster() will look at.
 */
static inline void
tl_model_prefetch_cluster (const TlModelParts *parts,
                           guint32             word)
{
  if (parts->n_clusters > 0)
    __builtin_prefetch (&parts->clusters[word & (parts->n_clusters - 1)]);
}

/**
 * tl_model_row_of:
 * @hash: a feature's hash
 * @n_rows: the model's number of rows
 *
 * Returns: the index of the feature's row of weights
 */
static inline guint32
tl_model_row_of (guint32 hash,
                 guint32 n_rows)
{
  return (guint32) (((guint64) hash * n_rows) >> 32);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlModel, tl_model_unref)

G_END_DECLS
