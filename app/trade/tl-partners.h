/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

/*
 * Who trades with whom.  The context is what the article said before: the pair that it
 * is about, the pair and the owner last spoken of.  Private to this folder.
 */
typedef struct
{
  char     pair[2][TL_PARTNER_SIZE];    /* the pair that the article is about; "" when there is none */
  char     main[TL_PARTNER_SIZE];       /* the country that it names most */
  gboolean names_eu;                    /* it speaks of the European Union */
  gboolean is_bilateral;                /* it is about two countries rather than about one and the world */
  char     last[2][TL_PARTNER_SIZE];    /* the partners last found, the owner first */
  char     region[TL_PARTNER_SIZE];     /* the region last named */
} TlPartnersContext;

void     tl_partners_context_init (TlPartnersContext *self,
                                   const TlReading   *reading);
void     tl_partners_context_see  (TlPartnersContext *self,
                                   const TlTradeView *view);
void     tl_partners_context_begin_paragraph (TlPartnersContext *self);
gboolean tl_partners_find_direction (TlPartnersContext *self,
                                     const TlTradeView *view,
                                     char               owner[TL_PARTNER_SIZE],
                                     char               other[TL_PARTNER_SIZE]);
gboolean tl_partners_resolve      (TlPartnersContext *self,
                                   const TlTradeView *view,
                                   const TlCue       *cue,
                                   guint              anchor,
                                   char               owner[TL_PARTNER_SIZE],
                                   char               other[TL_PARTNER_SIZE]);

G_END_DECLS
