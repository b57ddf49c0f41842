/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/* All other countries. */
#define TL_PARTNER_WORLD "WORLD"

/*
 * One side of a flow: which it is, and the words that told it.  Private to this folder.
 */
typedef struct
{
  char   code[TL_PARTNER_SIZE]; /* "" when it is not known */
  TlHow  how;                   /* in which way the words tell it */
  TlSpan span;                  /* the words that name it; empty where none do */
  TlSpan reference;             /* words of the flow's sentence that stand for them: "the two countries" */
} TlSide;

/*
 * Who trades with whom.  The context is what the article said before: the pair that it
 * is about, the pair and the owner last spoken of.  Private to this folder.
 */
typedef struct
{
  TlSide   pair[2];             /* the pair that the article is about; "" when there is none */
  TlSide   main;                /* the country that it names most */
  gboolean main_has_partners;   /* others are called the partners of that country */
  gboolean names_eu;            /* it speaks of the European Union */
  gboolean is_bilateral;        /* it is about two countries rather than about one and the world */
  TlSide   last[2];             /* the partners last found, the owner first */
  guint    last_sentence;       /* where they were found */
  guint    last_paragraph;
  gboolean is_directed;         /* the owner was found as that of exports, imports or a balance */
  TlSide   region;              /* the region last named */
  TlSide   internal;            /* the group of countries whose trade with each other was spoken of */
  TlSide   spokesman;           /* the country for which somebody with an office spoke last */
  TlSide   bloc;                /* the group of countries last named */
  TlSide   recent[2];           /* the partners last found that are both known, the owner first */
} TlPartnersContext;

void     tl_side_set              (TlSide            *self,
                                   const char        *code,
                                   TlHow              how,
                                   TlSpan             span);
void     tl_side_explain          (const TlSide      *self,
                                   TlSpan             sentence,
                                   TlField            field,
                                   TlWhy             *why);
void     tl_partners_context_init (TlPartnersContext *self,
                                   const TlReading   *reading,
                                   GArray            *cues);
void     tl_partners_context_see  (TlPartnersContext *self,
                                   const TlTradeView *view);
void     tl_partners_context_begin_paragraph (TlPartnersContext *self);
gboolean tl_partners_find_direction (TlPartnersContext *self,
                                     const TlTradeView *view,
                                     TlSide            *owner,
                                     TlSide            *other);
gboolean tl_partners_resolve      (TlPartnersContext *self,
                                   const TlTradeView *view,
                                   const TlCue       *cue,
                                   const TlTradeDraft *draft,
                                   TlSide            *owner,
                                   TlSide            *other);

G_END_DECLS
