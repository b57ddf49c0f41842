/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-partners.h"
#include "tl-party.h"

G_BEGIN_DECLS

/* Private to this folder. */
void     tl_partners_supply_other (TlPartnersContext *self,
                                   const TlTradeView *view,
                                   const TlCue       *cue,
                                   TlTokenRun         clause,
                                   const char        *known,
                                   TlSide            *other);
void     tl_partners_supply_owner (TlPartnersContext *self,
                                   const TlTradeView *view,
                                   const TlCue       *cue,
                                   const char        *known,
                                   TlSide            *owner);
gboolean tl_partners_supply_referred (TlPartnersContext *self,
                                      const TlTradeView *view,
                                      const TlCue       *cue,
                                      const char        *known,
                                      TlSide            *other);
gboolean tl_partners_supply_both  (TlPartnersContext *self,
                                   const TlTradeView *view,
                                   const TlCue       *cue,
                                   TlTokenRun         clause,
                                   TlSide            *owner,
                                   TlSide            *other);
gboolean tl_partners_supply_main  (TlPartnersContext *self,
                                   const TlTradeView *view,
                                   const char        *known,
                                   TlSide            *owner);

G_END_DECLS
