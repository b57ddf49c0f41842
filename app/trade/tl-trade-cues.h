/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"
#include "tl-gazetteer.h"
#include "tl-text.h"

G_BEGIN_DECLS

/*
 * The words of a text that bear on trade: which flow, what is no trade, what is yet to
 * come, whose it is.  Private to this folder.
 */
typedef enum
{
  TL_CUE_FLOW,                  /* "exports"; value is a TlFlowWord */
  TL_CUE_BLOCK,                 /* "investment" */
  TL_CUE_STATUS,                /* "is expected"; value is a TlStatus */
  TL_CUE_PAST,                  /* "totalled" */
  TL_CUE_PAIR,                  /* "the two countries" */
  TL_CUE_REGION,                /* "the oblast" */
  TL_CUE_WORLD,                 /* "total exports", value 0; "all countries", 1 */
  TL_CUE_ANAPHOR,               /* "this number" */
  TL_CUE_BOUNDARY,              /* "while", ";" */
  TL_CUE_TOPIC,                 /* "trade relations": what follows may be about trade */
  TL_CUE_SUBJECT,               /* "the situation": the flow of the sentence before */
  TL_CUE_STATISTICS,            /* "seasonally adjusted": a country's own count of all its trade */
} TlCueKind;

typedef enum
{
  TL_FLOW_WORD_TURNOVER,
  TL_FLOW_WORD_EXPORTS,
  TL_FLOW_WORD_IMPORTS,
  TL_FLOW_WORD_SURPLUS,
  TL_FLOW_WORD_DEFICIT,
  TL_FLOW_WORD_REVERSE,         /* "in the opposite direction" of the exports before */
} TlFlowWord;

typedef struct
{
  guint32   first_token;
  guint32   end_token;
  TlCueKind kind;
  int       value;
  gboolean  is_weak;            /* a flow word that needs goods and an amount beside it */
  gboolean  is_unsure;          /* a flow word that needs a text about trade around it */
  gboolean  is_bare;            /* a flow word that by itself does not make a text one about trade */
  gboolean  is_sector;          /* a flow of some goods only */
  gboolean  is_ranked;          /* a word for a partner that says which flow makes it one: "export market" */
} TlCue;

GArray *tl_trade_cues_find (TlText        *text,
                            const guint16 *marks,
                            GArray        *places);

G_END_DECLS
