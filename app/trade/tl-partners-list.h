/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-party.h"
#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/* Private to this folder. */
const TlParty *tl_partners_list_choose    (GPtrArray          *candidates,
                                           const TlTradeDraft *draft);
const TlParty *tl_partners_list_find_bare (const TlTradeView  *view,
                                           GArray             *parties,
                                           const TlTradeDraft *draft);

G_END_DECLS
