/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-partners.h"
#include "tl-party.h"

G_BEGIN_DECLS

/* Private to this folder. */
guint          tl_partners_get_gap      (const TlTradeView       *view,
                                         const TlCue             *cue,
                                         const TlParty           *party);
const TlParty *tl_partners_find_nearest (const TlTradeView       *view,
                                         GArray                  *parties,
                                         const TlCue             *cue,
                                         const TlTradeDraft      *draft,
                                         guint                    roles,
                                         const char              *other_than);
gboolean       tl_partners_find_joined  (const TlTradeView       *view,
                                         GArray                  *parties,
                                         const TlCue             *cue,
                                         const TlParty           *found[2]);
gboolean       tl_partners_are_others   (const TlTradeView       *view,
                                         GArray                  *parties,
                                         const TlCue             *cue);
const TlParty *tl_partners_find_subject (const TlTradeView       *view,
                                         GArray                  *parties,
                                         const TlCue             *cue);
const TlParty *tl_partners_find_where   (const TlPartnersContext *self,
                                         const TlTradeView       *view,
                                         GArray                  *parties,
                                         const TlCue             *cue);
const TlParty *tl_partners_find_elided  (const TlTradeView       *view,
                                         GArray                  *parties,
                                         const TlCue             *cue,
                                         const TlTradeDraft      *draft);

G_END_DECLS
