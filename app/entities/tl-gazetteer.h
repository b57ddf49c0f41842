/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlPlaceKind:
 * @TL_PLACE_COUNTRY: a country; code is ISO 3166-1 alpha-2
 * @TL_PLACE_REGION: a part of a country; code is ISO 3166-2
 * @TL_PLACE_BLOC: a group of countries: "EU", "EAEU", "AFRICA", "WORLD"
 * @TL_PLACE_CITY: a city, or another place that is neither the whole country nor a
 *   region with a code; code is that of its country.  A capital is a city, too, of the form
 *   %TL_NAME_CAPITAL
 */
typedef enum
{
  TL_PLACE_COUNTRY,
  TL_PLACE_REGION,
  TL_PLACE_BLOC,
  TL_PLACE_CITY,
} TlPlaceKind;

/**
 * TlNameForm:
 * @TL_NAME_PROPER: its name ("Kazakhstan", "the EU", "Brest Oblast")
 * @TL_NAME_ADJECTIVE: "Kazakh", "Kazakhstani"
 * @TL_NAME_DEMONYM: its people ("Kazakhs")
 * @TL_NAME_CAPITAL: its capital, which may stand for its government ("Astana")
 */
typedef enum
{
  TL_NAME_PROPER,
  TL_NAME_ADJECTIVE,
  TL_NAME_DEMONYM,
  TL_NAME_CAPITAL,
} TlNameForm;

/**
 * TlPlaceName:
 * @code: the code, see #TlPlaceKind
 * @kind: what it is
 * @form: how it is named
 * @geoname_id: the id in GeoNames of a country, or of the city that a capital's or a city's name
 *   is; of one thing it is the same by all its names.  0 where it is not known
 *
 * What the gazetteer knows of one name; lives as long as the gazetteer.
 */
typedef struct
{
  const char *code;
  TlPlaceKind kind;
  TlNameForm  form;
  guint32     geoname_id;
} TlPlaceName;

/**
 * TlPlaceMatch:
 * @span: where the name stands
 * @first_token: index of its first token
 * @end_token: index after its last token
 * @place: what is known of it
 */
typedef struct
{
  TlSpan             span;
  guint32            first_token;
  guint32            end_token;
  const TlPlaceName *place;
} TlPlaceMatch;

/**
 * TlCityFlags:
 * @TL_CITY_WORD: the name is a common English word too ("Reading", "Orange")
 * @TL_CITY_FIRST_NAME: the name is a person's first name too ("Victoria")
 * @TL_CITY_SEVERAL: several listed cities have the name
 */
typedef enum
{
  TL_CITY_WORD       = 1 << 0,
  TL_CITY_FIRST_NAME = 1 << 1,
  TL_CITY_SEVERAL    = 1 << 2,
} TlCityFlags;

/**
 * TlCity:
 * @end_token: index after the last token of its name
 * @geoname_id: its id in GeoNames
 * @population: how many people live there, as far as is known
 * @size: a class of it: 0 below 20,000, then 1 to 7 from there, 50,000, 100,000, 300,000,
 *   1, 3 and 10 million on
 * @flags: #TlCityFlags
 * @country: code of its country, ends with a zero
 *
 * A city from the list of all the world's cities, by a name that stands in a text.
 */
typedef struct
{
  guint32 end_token;
  guint32 geoname_id;
  guint32 population;
  guint8  size;
  guint8  flags;
  char    country[4];
} TlCity;

typedef struct _TlGazetteer TlGazetteer;

TlGazetteer *tl_gazetteer_get_default   (void);
GArray      *tl_gazetteer_find          (TlGazetteer *self,
                                         TlText      *text);
gboolean     tl_gazetteer_find_city     (TlGazetteer *self,
                                         TlText      *text,
                                         guint        token,
                                         TlCity      *city);
gboolean     tl_gazetteer_find_city_in  (TlGazetteer *self,
                                         TlText      *text,
                                         guint        token,
                                         const char  *country,
                                         TlCity      *city);
const char  *tl_gazetteer_get_name      (TlGazetteer *self,
                                         const char  *code);
char        *tl_gazetteer_dup_display_name (TlGazetteer *self,
                                            const char  *code);
char        *tl_gazetteer_dup_entered   (TlGazetteer *self,
                                         const char  *entered);
guint32      tl_gazetteer_get_geoname_id (TlGazetteer *self,
                                          const char  *code);
gboolean     tl_gazetteer_is_country    (TlGazetteer *self,
                                         const char  *code);
gboolean     tl_gazetteer_is_bloc       (TlGazetteer *self,
                                         const char  *code);
gboolean     tl_gazetteer_is_member     (TlGazetteer *self,
                                         const char  *bloc,
                                         const char  *country);

G_END_DECLS
