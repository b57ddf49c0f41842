/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chain.h"

G_BEGIN_DECLS

/* Margins are calibrated in this unit, so that slopes are handy numbers. */
#define TL_MARGIN_UNIT 100.0

GArray *tl_tagger_find           (const TlReading    *reading,
                                  GArray             *names,
                                  GArray             *mentions,
                                  const TlModelParts *parts);
void    tl_tagger_weigh          (const TlModelParts *parts,
                                  const guint32      *features,
                                  guint               n_features,
                                  gint32              out[TL_MODEL_TAGS]);
guint   tl_tagger_get_confidence (const TlModelParts *parts,
                                  gint32              margin);

G_END_DECLS
