/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-partners.h"

G_BEGIN_DECLS

/* Private to this folder. */
gboolean tl_partners_says_internal (const TlTradeView       *view,
                                    const TlCue             *cue,
                                    TlTokenRun               clause,
                                    TlSpan                  *span);
gboolean tl_partners_is_internal   (const TlPartnersContext *self);
gboolean tl_partners_is_bloc       (const char              *code);
gboolean tl_partners_is_member     (const TlPartnersContext *self,
                                    const char              *code);
gboolean tl_partners_says_group    (const TlPartnersContext *self,
                                    const TlTradeView       *view,
                                    const TlCue             *cue,
                                    const char              *known);

G_END_DECLS
