/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-phrases.h"

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
 *
 * What the gazetteer knows of one name; lives as long as the gazetteer.
 */
typedef struct
{
  const char *code;
  TlPlaceKind kind;
  TlNameForm  form;
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

typedef struct _TlGazetteer TlGazetteer;

TlGazetteer *tl_gazetteer_get_default   (void);
GArray      *tl_gazetteer_find          (TlGazetteer *self,
                                         TlText      *text);
const char  *tl_gazetteer_get_name      (TlGazetteer *self,
                                         const char  *code);
char        *tl_gazetteer_dup_display_name (TlGazetteer *self,
                                            const char  *code);
gboolean     tl_gazetteer_is_country    (TlGazetteer *self,
                                         const char  *code);
gboolean     tl_gazetteer_is_member     (TlGazetteer *self,
                                         const char  *bloc,
                                         const char  *country);

G_END_DECLS
