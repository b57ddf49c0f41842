/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where and by whom an article's text begins: "PHNOM PENH, May 27 (Xinhua) --", "MINSK.
 * KAZINFORM -", "DUSHANBE, 04.10. /Khovar/.", "KUALA LUMPUR:".
 */

#include "tl-candidates-private.h"

/* A dateline is no longer, in tokens. */
#define MAX_DATELINE 24

/* Nor is a city's or an agency's name. */
#define MAX_CITY 5
#define MAX_AGENCY 6

/* The text begins behind fewer sentences and lines. */
#define MAX_HEAD_SENTENCES 8

/* A shorter word in capitals is no city's name by its capitals. */
#define MIN_CITY_LENGTH 4

/*
 * Dateline:
 * @city_end: index after the city's name
 * @end: index after the sign that ends all
 * @agency: index of the agency's first token, or @agency_end
 * @agency_end: index after its last token
 */
typedef struct
{
  guint city_end;
  guint end;
  guint agency;
  guint agency_end;
} Dateline;

static gboolean
is_dash (const TlReading *reading,
         guint            token)
{
  return tl_reading_is (reading, token, "-") || tl_reading_is (reading, token, "–") ||
         tl_reading_is (reading, token, "—");
}

static gboolean
is_line_start (const TlReading *reading,
               guint            token)
{
  return token < reading->n_tokens && (reading->tokens[token].flags & TL_TOKEN_LINE_START) != 0;
}

static guint
capitals_end (const TlReading *reading,
              guint            token,
              guint            stop)
{
  while (token < stop && (tl_reading_is_capital (reading, token) ||
                          (is_dash (reading, token) && tl_reading_touches (reading, token) &&
                           tl_reading_touches (reading, token + 1))) &&
         !tl_reading_has (reading, token, TL_CUE_CALENDAR))
    token++;
  return token;
}

/* Whether the token may stand between the city and the dash: a date, a country, an agency. */
static gboolean
is_part (const TlReading *reading,
         guint            token)
{
  if (reading->tokens[token].kind != TL_TOKEN_WORD || tl_reading_is_capital (reading, token))
    return TRUE;
  return tl_reading_has (reading, token, TL_CUE_LINK) || tl_reading_is (reading, token, "th") ||
         tl_reading_is (reading, token, "st") || tl_reading_is (reading, token, "nd") ||
         tl_reading_is (reading, token, "rd");
}

/* The index behind the sign that ends a dateline which begins at the token, and where it stands; or 0. */
static guint
find_end (const TlReading *reading,
          guint            token,
          guint           *sign)
{
  for (guint i = token; i < token + MAX_DATELINE && i < reading->n_tokens; i++)
    {
      if (i > token && is_line_start (reading, i))
        return 0;
      *sign = i;
      if (is_dash (reading, i) && !tl_reading_touches (reading, i))
        return i + 1;
      if (tl_reading_is (reading, i, ":") && !tl_reading_touches (reading, i + 1))
        return i + 1;
      if (tl_reading_is (reading, i, "|") ||
          (tl_reading_is (reading, i, "/") && tl_reading_is (reading, i + 1, "/") && !tl_reading_touches (reading, i)))
        return i + 1;
      /* "/Khovar/." */
      if (i > token + 2 && tl_reading_is (reading, i, ".") && tl_reading_is (reading, i - 1, "/"))
        return i + 1;
      if (!is_part (reading, i))
        return 0;
    }
  return 0;
}

/* Whether the agency's name may begin behind the token: "(Reuters)", "/Khovar/", ". KAZINFORM". */
static gboolean
opens_agency (const TlReading *reading,
              guint            token)
{
  return tl_reading_is (reading, token, "(") || tl_reading_is (reading, token, ".") ||
         tl_reading_is (reading, token, "/");
}

static void
find_agency (const TlReading *reading,
             guint            sign,
             Dateline        *dateline)
{
  guint end = sign, first;

  dateline->agency = dateline->agency_end = sign;
  while (end > dateline->city_end + 2 &&
         (tl_reading_is (reading, end - 1, ")") || tl_reading_is (reading, end - 1, "/") ||
          tl_reading_is (reading, end - 1, ",")))
    end--;
  for (first = end; first > dateline->city_end && first + MAX_AGENCY > end &&
       (tl_reading_is_capital (reading, first - 1) ||
        (is_dash (reading, first - 1) && tl_reading_touches (reading, first - 1))); first--)
    ;
  if (first == end || first <= dateline->city_end || tl_reading_has (reading, first, TL_CUE_CALENDAR) ||
      !opens_agency (reading, first - 1))
    return;
  /* "Kan. —" is a state, "by telephone" no agency; in brackets "The Courier" is one. */
  if (!tl_reading_is (reading, first - 1, "(") && first + 1 == end && !tl_reading_is_acronym (reading, first) &&
      tl_reading_has (reading, first, TL_CUE_COMMON))
    return;
  if (first + 1 == end && tl_reading_has (reading, first, TL_CUE_COMMON | TL_CUE_PLACE) &&
      !tl_reading_is_acronym (reading, first))
    return;
  dateline->agency = first;
  dateline->agency_end = end;
}

/* "KUALA LUMPUR", "XI'AN": capitals that are no words of the language, unless the gazetteer has them. */
static gboolean
is_city_in_capitals (const TlReading *reading,
                     guint            first,
                     guint            end)
{
  gboolean is_long = FALSE;

  for (guint i = first; i < end; i++)
    if (reading->tokens[i].kind == TL_TOKEN_WORD)
      {
        if (!tl_reading_is_acronym (reading, i))
          return FALSE;
        is_long |= tl_reading_length_of (reading, i) >= MIN_CITY_LENGTH;
        if (reading->place_at[i] == 0 && tl_reading_has (reading, i, TL_CUE_COMMON | TL_CUE_FUNCTION | TL_CUE_ORG_HEAD))
          return FALSE;
      }
  return is_long;
}

static gboolean
is_known (const TlReading *reading,
          guint            first,
          guint            end)
{
  return reading->place_at[first] != 0 && reading->place_at[first] == reading->place_at[end - 1];
}

/* Where the text begins, but behind the headline. */
static gboolean
is_in_head (const TlReading *reading,
            guint            token)
{
  return reading->tokens[token].sentence > 0 && reading->tokens[token].sentence < MAX_HEAD_SENTENCES;
}

/* "SALINA, | Kan.", "DEARBORN, | Mich.": the name of a state or country behind the city's. */
static void
add_region (TlWalk         *walk,
            const Dateline *dateline,
            guint           sign)
{
  const TlReading *reading = walk->reading;
  guint first = dateline->city_end + 1, end = first + 1;

  if (!tl_reading_is (reading, first - 1, ",") || !tl_reading_is_capital (reading, first) ||
      first >= MIN (sign, dateline->agency) || tl_reading_has (reading, first, TL_CUE_CALENDAR))
    return;
  if (reading->place_at[first] != 0)
    while (end < sign && reading->place_at[end] == reading->place_at[first])
      end++;
  else if (tl_reading_is (reading, end, ".") && tl_reading_touches (reading, end))
    end++;
  else
    return;
  tl_walk_add (walk, first, end, TL_CANDIDATE_PLACE, TL_CANDIDATE_PATTERN);
}

/* Whether a line begins with the token, or the capitals of a city behind a number that begins one. */
static gboolean
is_start (const TlReading *reading,
          guint            token)
{
  return is_line_start (reading, token) ||
         (token > 0 && reading->tokens[token - 1].kind == TL_TOKEN_NUMBER && tl_reading_is_acronym (reading, token));
}

/*
 * tl_dateline_read:
 * @walk: the walk
 * @token: index of a token
 *
 * Adds what the dateline that begins at the token names.
 *
 * Returns: the index behind it, or @token where none begins
 */
guint
tl_dateline_read (TlWalk *walk,
                  guint   token)
{
  const TlReading *reading = walk->reading;
  Dateline dateline;
  guint sign = 0;

  if (!tl_reading_is_capital (reading, token) || !is_start (reading, token) ||
      (dateline.end = find_end (reading, token, &sign)) == 0)
    return token;
  dateline.city_end = capitals_end (reading, token, sign);
  if (dateline.city_end == token || dateline.city_end > token + MAX_CITY)
    return token;
  find_agency (reading, sign, &dateline);
  if (dateline.agency == dateline.agency_end && !is_city_in_capitals (reading, token, dateline.city_end))
    return token;
  /* "ECLAC: exports", "Photo: Reuters / Silva" */
  if (!is_dash (reading, sign) && !is_known (reading, token, dateline.city_end) &&
      (dateline.agency == dateline.agency_end || tl_reading_is (reading, sign, ":")) &&
      (!is_city_in_capitals (reading, token, dateline.city_end) || !is_in_head (reading, token)))
    return token;
  tl_walk_add (walk, token, dateline.city_end, TL_CANDIDATE_PLACE, TL_CANDIDATE_PATTERN);
  if (tl_reading_is (reading, dateline.city_end, "/") && dateline.city_end + 1 < dateline.agency &&
      capitals_end (reading, dateline.city_end + 1, sign) > dateline.city_end + 1)
    tl_walk_add (walk, dateline.city_end + 1, capitals_end (reading, dateline.city_end + 1, sign),
                 TL_CANDIDATE_PLACE, TL_CANDIDATE_PATTERN);
  add_region (walk, &dateline, sign);
  if (dateline.agency < dateline.agency_end)
    tl_walk_add (walk, dateline.agency, dateline.agency_end, TL_CANDIDATE_ORGANIZATION, TL_CANDIDATE_PATTERN);
  return dateline.end;
}
