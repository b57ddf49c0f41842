/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-trade-marks.h"

#include "tl-lexicon.h"
#include "tl-phrase-marks.h"

/* Groups that are asked for together share a mark. */
static const struct
{
  TlTradeMark  mark;
  const char  *group;
} groups[] = {
  { TL_MARK_FLOW, "trade-flow" },
  { TL_MARK_BLOCK, "trade-block" },
  { TL_MARK_STATUS, "trade-status" },
  { TL_MARK_PAST, "trade-status-past" },
  { TL_MARK_PAIR, "trade-pair" },
  { TL_MARK_REGION, "trade-region-reference" },
  { TL_MARK_WORLD, "trade-world" },
  { TL_MARK_ANAPHOR, "trade-anaphor" },
  { TL_MARK_BOUNDARY, "trade-boundary" },
  { TL_MARK_SUBJECT, "trade-subject" },
  { TL_MARK_STATISTICS, "trade-statistics" },
  { TL_MARK_ELSEWHERE, "trade-elsewhere" },
  { TL_MARK_CHANGE, "change-factor" },
  { TL_MARK_CHANGE, "change-part" },
  { TL_MARK_CHANGE, "number-words" },
  { TL_MARK_CHANGE, "change-alone" },
  { TL_MARK_CHANGE, "change-direction" },
  { TL_MARK_UNIT, "percent" },
  { TL_MARK_UNIT, "change-times" },
  { TL_MARK_SPEECH, "trade-according" },
  { TL_MARK_SPEECH, "trade-speech" },
  { TL_MARK_SPEECH, "trade-speech-near" },
  { TL_MARK_SPEECH, "trade-data-shows" },
};

static const TlPhraseMarks *
get_table (void)
{
  static TlPhraseMarks *table = NULL;

  if (g_once_init_enter (&table))
    {
      TlPhraseMarks *made = tl_phrase_marks_new ();

      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        tl_phrase_marks_add (made, tl_lexicon_get_group (tl_lexicon_get_default (), groups[i].group),
                             (guint16) groups[i].mark);
      g_once_init_leave (&table, made);
    }
  return table;
}

/*
 * tl_trade_marks_find:
 * @text: a text
 *
 * Returns: (transfer full): for each token the #TlTradeMark of what may begin there; where
 *   one is missing, no such phrase does
 */
guint16 *
tl_trade_marks_find (TlText *text)
{
  return tl_phrase_marks_find (get_table (), text);
}
