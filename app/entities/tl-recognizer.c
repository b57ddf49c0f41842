/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-recognizer.h"

#include "tl-long-text.h"
#include "tl-tagger.h"

/* Twenty times a long article: what is longer is read in parts. */
#define PART_TOKENS 50000

/*
 * What the tagger makes of what the rules took for names; where there is no model to tag
 * with, what the rules say stands.
 */
static GArray *
refine (const TlReading *reading,
        GArray          *names,
        GArray          *mentions)
{
  const TlModel *model = tl_model_get_default ();
  g_autoptr(GArray) found = NULL;

  if (model == NULL)
    return g_array_ref (mentions);
  found = tl_tagger_find (reading, names, mentions, tl_model_get_parts (model));
  return tl_agreement_settle (reading, mentions, found);
}

static GPtrArray *
find_among (TlText *text,
            GArray *places)
{
  g_autoptr(TlReading) reading = NULL;
  g_autoptr(GArray) names = NULL;
  g_autoptr(GArray) by_rules = NULL;
  g_autoptr(GArray) mentions = NULL;

  reading = tl_reading_new (text, places);
  tl_layout_mark (reading);
  tl_candidates_find (reading);
  tl_evidence_weigh (reading);
  names = tl_names_decide (reading);
  by_rules = tl_mentions_spread (reading, names);
  mentions = refine (reading, names, by_rules);
  tl_kinds_settle (reading, mentions);
  tl_roles_read (reading, mentions);
  return tl_mentions_join (reading, mentions);
}

static GPtrArray *
find_in_part (TlText *text)
{
  return find_among (text, NULL);
}

/**
 * tl_recognizer_find:
 * @text: a text
 *
 * Recognises the people, organisations, places and events that a text names.
 *
 * The steps: classes of words from the lexicon and the gazetteer, lines that are no prose,
 * candidates, evidence for each, one decision for each string of the document, all
 * occurrences of what was decided to be a name; what the tagger makes of all this, and of
 * the words themselves; what follows from the longer names for the shorter, the titles of
 * the people, and the joining of those that name the same.  Time is linear in the text's length.
 *
 * Returns: (transfer full) (element-type TlEntity): in order of first mention, each with
 *   every mention
 */
GPtrArray *
tl_recognizer_find (TlText *text)
{
  return tl_recognizer_find_among (text, NULL);
}

/**
 * tl_recognizer_find_among:
 * @text: a text
 * @places: (nullable) (element-type TlPlaceMatch): what tl_gazetteer_find() finds in the text,
 *   so that it need not be found again
 *
 * Returns: (transfer full) (element-type TlEntity): see tl_recognizer_find()
 */
GPtrArray *
tl_recognizer_find_among (TlText *text,
                          GArray *places)
{
  guint n_tokens;

  g_return_val_if_fail (text != NULL, NULL);

  tl_text_get_tokens (text, &n_tokens);
  return n_tokens <= PART_TOKENS ? find_among (text, places) : tl_long_text_find (text, PART_TOKENS, find_in_part);
}
