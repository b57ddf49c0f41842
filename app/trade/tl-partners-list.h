/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-partners.h"
#include "tl-party.h"

G_BEGIN_DECLS

/* Private to this folder. */
const TlParty *tl_partners_list_choose    (const TlTradeView  *view,
                                           GPtrArray          *candidates,
                                           const TlTradeDraft *draft);
const TlParty *tl_partners_list_find_partner (const TlTradeView  *view,
                                              GArray             *parties,
                                              const TlTradeDraft *draft,
                                              TlTokenRun          clause);
gboolean       tl_partners_list_find_owner (const TlTradeView  *view,
                                            GArray             *parties,
                                            const TlParty      *partner,
                                            TlSide             *owner);
gboolean       tl_partners_list_resolve   (TlPartnersContext  *self,
                                           const TlTradeView  *view,
                                           const TlTradeDraft *draft,
                                           GArray             *parties,
                                           TlTokenRun          clause,
                                           TlSide             *owner,
                                           TlSide             *other);
gboolean       tl_partners_list_continue  (TlPartnersContext  *self,
                                           const TlTradeView  *view,
                                           const TlTradeDraft *draft,
                                           const TlCue        *cue,
                                           const TlFigureData *last,
                                           TlSide             *owner,
                                           TlSide             *other);

G_END_DECLS
