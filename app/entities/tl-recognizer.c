/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-recognizer.h"

#include "tl-recognizer-private.h"

/**
 * tl_recognizer_find:
 * @text: a text
 *
 * Recognises the people, organisations, places and events that a text names.
 *
 * The steps: classes of words from the lexicon and the gazetteer, lines that are no prose,
 * candidates, evidence for each, one decision for each string of the document, all
 * occurrences of what was decided to be a name, what follows from the longer ones for the
 * shorter, the titles of its people, and the joining of those that name the same.  Time is
 * linear in the text's length.
 *
 * Returns: (transfer full) (element-type TlEntity): in order of first mention, each with
 *   every mention
 */
GPtrArray *
tl_recognizer_find (TlText *text)
{
  g_autoptr(TlReading) reading = NULL;
  g_autoptr(GArray) names = NULL;
  g_autoptr(GArray) mentions = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  reading = tl_reading_new (text);
  tl_layout_mark (reading);
  tl_candidates_find (reading);
  tl_evidence_weigh (reading);
  names = tl_names_decide (reading);
  mentions = tl_mentions_spread (reading, names);
  tl_kinds_settle (reading, mentions);
  tl_roles_read (reading, mentions);
  return tl_mentions_join (reading, mentions);
}
