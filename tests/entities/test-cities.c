/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The listed cities: what begins with a token, and what is known of it. */

#include "tl-gazetteer.h"

#include <string.h>

static gboolean
find (const char *string,
      guint       token,
      const char *country,
      TlCity     *city)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);

  return tl_gazetteer_find_city_in (tl_gazetteer_get_default (), text, token, country, city);
}

static void
test_names (void)
{
  static const struct
  {
    const char *text;
    guint       token;
    guint32     id;             /* 0: no city's name begins there */
    guint       end;
    const char *country;
  } cases[] = {
    { "Warsaw rose.", 0, 756135, 1, "PL" },
    { "near Semipalatinsk", 1, 1519422, 2, "KZ" },
    { "Lourenco Marques", 0, 1040652, 2, "MZ" },
    { "Frankfurt", 0, 2925533, 1, "DE" },
    { "in Pinsk today", 1, 623549, 2, "BY" },
    { "NEW YORK:", 0, 5128581, 2, "US" },
    { "to New York Harbour", 1, 5128581, 3, "US" },
    { "Rio de Janeiro's port", 0, 3451190, 3, "BR" },
    { "RIO DE JANEIRO", 0, 3451190, 3, "BR" },
    { "São Paulo", 0, 3448439, 2, "BR" },
    { "Sao Paulo", 0, 3448439, 2, "BR" },
    { "Mława", 0, 764634, 1, "PL" },
    { "Mlawa", 0, 764634, 1, "PL" },
    { "St. Louis firms", 0, 4407066, 3, "US" },
    { "warsaw rose", 0, 0, 0, NULL },
    { "in Pinsk today", 0, 0, 0, NULL },
    { "Rio De Janeirs", 0, 0, 0, NULL },
    { "Wxyz", 0, 0, 0, NULL },
    { "Warsaw", 1, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlCity city = { 0 };

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (find (cases[i].text, cases[i].token, NULL, &city), ==, cases[i].id != 0);
      if (cases[i].id == 0)
        continue;
      g_assert_cmpuint (city.geoname_id, ==, cases[i].id);
      g_assert_cmpuint (city.end_token, ==, cases[i].end);
      g_assert_cmpstr (city.country, ==, cases[i].country);
    }
}

static void
test_flags (void)
{
  static const struct
  {
    const char *name;
    guint       flags;
  } cases[] = {
    { "March", TL_CITY_WORD },
    { "Police", TL_CITY_WORD },
    { "Reading", TL_CITY_WORD | TL_CITY_SEVERAL },
    { "Roman", TL_CITY_WORD | TL_CITY_FIRST_NAME },
    { "Odessa", TL_CITY_FIRST_NAME | TL_CITY_SEVERAL },
    { "Vladimir", TL_CITY_FIRST_NAME },
    { "Springfield", TL_CITY_SEVERAL },
    { "Pinsk", 0 },
    { "Salt Lake City", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlCity city;

      g_test_message ("%s", cases[i].name);
      g_assert_true (find (cases[i].name, 0, NULL, &city));
      g_assert_cmpuint (city.flags, ==, cases[i].flags);
    }
}

/* The larger one, but that of the country where there is one. */
static void
test_several (void)
{
  TlCity city, french, nowhere;

  g_assert_true (find ("Brest", 0, "BY", &city));
  g_assert_cmpuint (city.geoname_id, ==, 629634);
  g_assert_true (find ("Brest", 0, "FR", &french));
  g_assert_cmpuint (french.geoname_id, ==, 3030300);
  g_assert_true (find ("Brest", 0, "JP", &nowhere));
  g_assert_cmpuint (nowhere.geoname_id, ==, 629634);
  g_assert_true (find ("Brest", 0, NULL, &nowhere));
  g_assert_cmpuint (nowhere.geoname_id, ==, 629634);
  g_assert_cmpuint (nowhere.population, >, french.population);
}

static void
test_size (void)
{
  static const struct
  {
    const char *name;
    guint       size;
  } cases[] = {
    { "Shanghai", 7 }, { "Berlin", 6 }, { "Warsaw", 5 }, { "Brest", 4 }, { "Pinsk", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlCity city;

      g_test_message ("%s", cases[i].name);
      g_assert_true (find (cases[i].name, 0, NULL, &city));
      g_assert_cmpuint (city.size, ==, cases[i].size);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cities/names", test_names);
  g_test_add_func ("/cities/flags", test_flags);
  g_test_add_func ("/cities/several", test_several);
  g_test_add_func ("/cities/size", test_size);

  return g_test_run ();
}
