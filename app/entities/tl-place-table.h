/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-phrase-table.h"

G_BEGIN_DECLS

/*
 * How the table of places is laid out that resources/gazetteer/compile/ makes and
 * tl-gazetteer-map.c maps.  A change here takes another version.
 */
#define TL_PLACE_TABLE_MAGIC   "TLPL"
#define TL_PLACE_TABLE_VERSION 2

/* Its sections.  A string is named by where it begins in the last of them. */
enum
{
  TL_PLACES_PLACES,             /* TlPlaceRow, by code */
  TL_PLACES_PLACE_NAMES,        /* TlPlaceNameRow */
  TL_PLACES_WORDS,              /* TlPlaceWord: a power of two, see there */
  TL_PLACES_MEANINGS,           /* TlMeaningRow */
  TL_PLACES_NAMES,              /* phrases; a value is an index into the meanings */
  TL_PLACES_CITY_NAMES = TL_PLACES_NAMES + TL_PHRASE_N_SECTIONS,        /* phrases; of the lists */
  TL_PLACES_CITY_LISTS = TL_PLACES_CITY_NAMES + TL_PHRASE_N_SECTIONS,   /* guint32: cities, see below */
  TL_PLACES_CITIES,             /* TlCityRow */
  TL_PLACES_STRINGS,            /* bytes; each string ends with a zero, and the first is empty */
};

/**
 * TlPlaceRow:
 * @code: a string, see #TlPlaceKind
 * @name: a string
 * @iso_name: a string: what iso-codes' translations go by, empty for a bloc
 * @members: a string: codes of a bloc's members, apart by spaces
 * @geoname_id: its id in GeoNames, 0 where it is not known
 * @kind: a #TlPlaceKind
 */
typedef struct
{
  guint32 code;
  guint32 name;
  guint32 iso_name;
  guint32 members;
  guint32 geoname_id;
  guint32 kind;
} TlPlaceRow;

/**
 * TlPlaceNameRow:
 *
 * As #TlPlaceName; @code is a string.
 */
typedef struct
{
  guint32 code;
  guint32 geoname_id;
  guint8  kind;
  guint8  form;
  guint16 reserved;
} TlPlaceNameRow;

/**
 * TlMeaningRow:
 * @alone: index, plus one, among the place names: what a name means alone; 0: nothing
 * @region: the same for what it means beside one of @divisions
 * @divisions: bits of the words that make a region of it, see #TlWordUse
 * @marks: #TlNameMarks
 */
typedef struct
{
  guint32 alone;
  guint32 region;
  guint32 divisions;
  guint32 marks;
} TlMeaningRow;

/**
 * TlPlaceWord:
 * @hash: of the word
 * @use: #TlWordUse; 0 where the row is free
 *
 * A word stands in the row that its hash names, or in the next that was free.
 */
typedef struct
{
  guint32 hash;
  guint32 use;
} TlPlaceWord;

/* The last of the cities that one name has; they begin with the most populous. */
#define TL_CITY_LIST_END 0x80000000u

typedef struct
{
  guint32 geoname_id;
  guint32 population;
  char    country[4];           /* ISO 3166-1, ends with a zero */
} TlCityRow;

G_END_DECLS
