/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-phrase-table.h"

G_BEGIN_DECLS

/*
 * How the table of places is laid out that resources/gazetteer/compile/ makes and
 * tl-gazetteer-load.c maps.  A change here takes another version.
 */
#define TL_PLACE_TABLE_MAGIC   "TLPL"
#define TL_PLACE_TABLE_VERSION 1

/* Its sections.  A string is named by where it begins in the last of them. */
enum
{
  TL_PLACES_CITY_NAMES,         /* phrases; a value is an index into the lists */
  TL_PLACES_CITY_LISTS = TL_PLACES_CITY_NAMES + TL_PHRASE_N_SECTIONS,   /* guint32: cities, see below */
  TL_PLACES_CITIES,             /* TlCityRow */
  TL_PLACES_STRINGS,            /* bytes; each string ends with a zero */
};

/* The last of the cities that one name has; they begin with the most populous. */
#define TL_CITY_LIST_END 0x80000000u

typedef struct
{
  guint32 geoname_id;
  guint32 population;
  char    country[4];           /* ISO 3166-1, ends with a zero */
} TlCityRow;

G_END_DECLS
