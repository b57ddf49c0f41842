/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/*
 * What may begin at each word of a text, of what the rules of this folder ask every word.
 * Private to this folder.
 */
typedef enum
{
  TL_MARK_FLOW       = 1 << 0,
  TL_MARK_BLOCK      = 1 << 1,
  TL_MARK_STATUS     = 1 << 2,
  TL_MARK_PAST       = 1 << 3,
  TL_MARK_PAIR       = 1 << 4,
  TL_MARK_REGION     = 1 << 5,
  TL_MARK_WORLD      = 1 << 6,
  TL_MARK_ANAPHOR    = 1 << 7,
  TL_MARK_BOUNDARY   = 1 << 8,
  TL_MARK_SUBJECT    = 1 << 9,
  TL_MARK_STATISTICS = 1 << 10,
  TL_MARK_ELSEWHERE  = 1 << 11,
  TL_MARK_CHANGE     = 1 << 12,         /* of any kind, but for one that begins with digits */
  TL_MARK_UNIT       = 1 << 13,         /* of a change: "per cent", "times" */
  TL_MARK_SPEECH     = 1 << 14,         /* what tells who speaks */
} TlTradeMark;

/* Those of the cues, see tl-trade-cues. */
#define TL_MARKS_CUE (TL_MARK_CHANGE - 1)

guint16 *tl_trade_marks_find (TlText *text);

G_END_DECLS
