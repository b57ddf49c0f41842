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
 * @alone: what it means alone; its code is NULL where that is nothing
 * @region: what it means beside one of @divisions; its code is NULL where that is nothing
 * @divisions: bits of the words that make a region of it
 * @marks: #TlNameMarks
 */
typedef struct
{
  TlPlaceName alone;
  TlPlaceName region;
  guint32     divisions;
  guint32     marks;
} TlGazetteerName;

typedef struct
{
  TlPlaceKind  kind;
  const char  *name;
  const char  *iso_name;        /* what iso-codes' translations go by, "" for a bloc */
} TlGazetteerPlace;

/* All text belongs to the table's bytes. */
struct _TlGazetteer
{
  char             *bytes;
  TlPhrases        *phrases;    /* of TlGazetteerName */
  TlGazetteerName  *names;      /* one block for all, of which the first @n_names are used */
  guint             n_names;
  TlGazetteerPlace *place_rows; /* one block for all, of which the first @n_places are used */
  guint             n_places;
  GHashTable       *places;     /* code → TlGazetteerPlace */
  GHashTable       *members;    /* bloc → its members' codes, apart by spaces */
  GHashTable       *words;      /* hash of a word → TlWordUse */
  guint             n_divisions;
  TlPhraseTable     city_names;
  const guint32    *city_lists;
  const TlCityRow  *cities;
};

TlGazetteer *tl_gazetteer_load     (const char  *bytes,
                                    gsize        length);
gboolean     tl_gazetteer_map      (TlGazetteer *self,
                                    gconstpointer data,
                                    gsize        size,
                                    GError     **error);
guint32      tl_gazetteer_word_use (TlGazetteer *self,
                                    guint32      hash);

G_END_DECLS
