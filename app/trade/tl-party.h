/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"
#include "tl-trade-view.h"

G_BEGIN_DECLS

/*
 * The part that a place plays beside a flow, told by the words around it.  Private to
 * this folder.
 */
typedef enum
{
  TL_ROLE_NONE,
  TL_ROLE_OWNER,                /* "Kazakhstan's exports", "Kazakh exports" */
  TL_ROLE_SUBJECT,              /* "Kazakhstan exported" */
  TL_ROLE_OF,                   /* "exports of Kazakhstan" */
  TL_ROLE_BETWEEN,
  TL_ROLE_WITH,
  TL_ROLE_TO,
  TL_ROLE_FROM,
  TL_ROLE_OFFICE,               /* "the ambassador of Kazakhstan": no partner */
} TlRole;

typedef struct
{
  const TlPlaceMatch *match;
  const char         *code;
  TlRole              role;
  gboolean            joined;   /* to the place before it, by "and", a comma or a hyphen */
  gboolean            is_cause; /* it only tells why the flow rose or fell */
} TlParty;

GArray  *tl_parties_find    (const TlTradeView  *view,
                             const TlCue        *cue,
                             TlTokenRun          clause,
                             gboolean            names_eu);
gboolean tl_party_may_be    (const TlPlaceMatch *match);
gboolean tl_party_follows_preposition (TlText *text,
                                       guint   token);
gboolean tl_party_is_other_side (const TlTradeView  *view,
                                 const TlPlaceMatch *match);
guint    tl_party_word_before (const TlTradeView  *view,
                               guint               token);
gboolean tl_party_elides_flow   (const TlTradeView  *view,
                                 const TlPlaceMatch *match,
                                 guint               figure);
gboolean tl_party_is_left_out   (const TlTradeView  *view,
                                 const TlPlaceMatch *match);
gboolean tl_party_is_cause      (const TlTradeView  *view,
                                 const TlCue        *cue,
                                 const TlPlaceMatch *match);
gboolean tl_party_is_currency   (const TlTradeView  *view,
                                 const TlPlaceMatch *match);
gboolean tl_party_is_surpassed  (const TlTradeView  *view,
                                 const TlPlaceMatch *match);
gboolean tl_party_is_possessed  (const TlTradeView  *view,
                                 const TlPlaceMatch *match);
gboolean tl_party_is_office (const TlTradeView  *view,
                             const TlPlaceMatch *match,
                             TlTokenRun          flow);

gboolean tl_party_is_company (const TlTradeView *view,
                              const TlCue       *cue);

TlEntity *tl_party_find_named_owner (const TlTradeView *view,
                                     const TlCue       *cue,
                                     TlSpan            *span);

G_END_DECLS
