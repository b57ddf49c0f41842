/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * list-place-names LANGUAGE: prints how a language names the world's countries, and the cities
 * that time zones are named after, as Unicode's CLDR has them, each with a tab and the English
 * name behind it.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define MAX_NAME 256

/* The pattern of a time zone's city. */
static const UChar city_pattern[] = { 'V', 'V', 'V', 0 };

static void
check (UErrorCode status)
{
  if (U_SUCCESS (status))
    return;
  fprintf (stderr, "list-place-names: %s\n", u_errorName (status));
  exit (1);
}

static void
to_utf8 (const UChar *name,
         int32_t      length,
         char        *out)
{
  UErrorCode status = U_ZERO_ERROR;

  u_strToUTF8 (out, MAX_NAME, NULL, name, length, &status);
  check (status);
}

/* "Hong Kong SAR China" and names with brackets are said by nobody. */
static void
print (const char *name,
       const char *english)
{
  if (*name != '\0' && strpbrk (name, "()&") == NULL && strpbrk (english, "()&") == NULL && strcmp (name, english) != 0)
    printf ("%s\t%s\n", name, english);
}

static void
name_country (const char *country,
              const char *language,
              char       *out)
{
  char locale[16];
  UChar name[MAX_NAME];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  snprintf (locale, sizeof locale, "und_%s", country);
  length = uloc_getDisplayCountry (locale, language, name, MAX_NAME, &status);
  check (status);
  to_utf8 (name, length, out);
}

static void
name_city (const UChar *zone,
           int32_t      zone_length,
           const char  *language,
           char        *out)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_PATTERN, UDAT_PATTERN, language, zone, zone_length, city_pattern, -1, &status);
  UChar name[MAX_NAME];
  int32_t length;

  check (status);
  length = udat_format (format, 0, name, MAX_NAME, NULL, &status);
  check (status);
  to_utf8 (name, length, out);
  udat_close (format);
}

int
main (int    argc,
      char **argv)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *const *countries = uloc_getISOCountries ();
  char name[MAX_NAME], english[MAX_NAME];
  UEnumeration *zones;
  const UChar *zone;
  int32_t length;

  if (argc != 2)
    return 2;
  for (int i = 0; countries[i] != NULL; i++)
    {
      name_country (countries[i], argv[1], name);
      name_country (countries[i], "en", english);
      print (name, english);
    }
  zones = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
  check (status);
  while ((zone = uenum_unext (zones, &length, &status)) != NULL)
    {
      name_city (zone, length, argv[1], name);
      name_city (zone, length, "en", english);
      print (name, english);
    }
  check (status);
  uenum_close (zones);
  return 0;
}
