/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-decision.h"
#include "tl-entity-node.h"

G_BEGIN_DECLS

/* tl-decide.c, for tl-decide-add.c and tl-decide-merge.c */
gboolean tl_decide_load_main (TlDatabase          *database,
                              gint64               id,
                              TlEntityNode        *node,
                              GError             **error);
gboolean tl_decide_identify  (TlDatabase          *database,
                              const TlEntityNode  *node,
                              TlIdentity          *identity,
                              GError             **error);
gboolean tl_decide_carry_out (TlDatabase          *database,
                              gint64               act,
                              GError             **error);

G_END_DECLS
