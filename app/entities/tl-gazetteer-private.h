/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-gazetteer.h"
#include "tl-phrase-table.h"
#include "tl-place-table.h"

G_BEGIN_DECLS

/*
 * TlNameMarks:
 * @TL_MARK_PERSON: also a person's name: not found beside another name
 * @TL_MARK_ARTICLE: found only behind "the"
 * @TL_MARK_NOT_PLACE: nothing is found inside it
 */
typedef enum
{
  TL_MARK_PERSON    = 1 << 0,
  TL_MARK_ARTICLE   = 1 << 1,
  TL_MARK_NOT_PLACE = 1 << 2,
} TlNameMarks;

/*
 * TlWordUse:
 *
 * What a word beside a name makes of it, see not-places.tsv and divisions.tsv.  @TL_WORD_DISTRICT makes the
 * surroundings of a city; the bits from @TL_WORD_DIVISION up are kinds of regions, one each.
 */
typedef enum
{
  TL_WORD_MONEY           = 1 << 0,
  TL_WORD_MONEY_ADJECTIVE = 1 << 1,
  TL_WORD_TITLE           = 1 << 2,
  TL_WORD_LEAD            = 1 << 3,
  TL_WORD_PLURAL          = 1 << 4,
  TL_WORD_DISTRICT        = 1 << 5,
  TL_WORD_ASIDE           = 1 << 6,
  TL_WORD_DIVISION        = 1 << 7,
} TlWordUse;

/*
 * TlGazetteerName:
 * @alone: what it means alone; %NULL where that is nothing
 * @region: what it means beside one of @divisions; %NULL where that is nothing
 * @divisions: bits of the words that make a region of it
 * @marks: #TlNameMarks
 */
typedef struct
{
  const TlPlaceName *alone;
  const TlPlaceName *region;
  guint32            divisions;
  guint32            marks;
} TlGazetteerName;

/* All but the place names lies in the table, which outlives this; so does their text. */
struct _TlGazetteer
{
  TlPlaceName        *place_names;
  const TlPlaceRow   *places;
  guint               n_places;
  const TlPlaceWord  *words;
  guint32             word_mask;
  const TlMeaningRow *meanings;
  TlPhraseTable       names;
  TlPhraseTable       city_names;
  const guint32      *city_lists;
  const TlCityRow    *cities;
  const char         *strings;
};

TlGazetteer *tl_gazetteer_new_for_data (gconstpointer data,
                                        gsize         size,
                                        GError      **error);
void         tl_gazetteer_free         (TlGazetteer  *self);
guint32      tl_gazetteer_word_use     (TlGazetteer  *self,
                                        guint32       hash);

/* What is known of a name, by the value that it is found for. */
static inline TlGazetteerName
tl_gazetteer_get_meaning (TlGazetteer *self,
                          guint32      value)
{
  const TlMeaningRow *row = &self->meanings[value];
  guint32 alone = GUINT32_FROM_LE (row->alone), region = GUINT32_FROM_LE (row->region);

  return (TlGazetteerName) {
    .alone = alone > 0 ? &self->place_names[alone - 1] : NULL,
    .region = region > 0 ? &self->place_names[region - 1] : NULL,
    .divisions = GUINT32_FROM_LE (row->divisions),
    .marks = GUINT32_FROM_LE (row->marks),
  };
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGazetteer, tl_gazetteer_free)

G_END_DECLS
