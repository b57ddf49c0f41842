/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * list-cities: prints the cities that libgeonames has, in its order: GeoNames id, country,
 * number of people, name, apart by tabs.
 *
 * Its functions tell all of a city but the id; that is the first member of the tuple that
 * a city is.
 */

#include <geonames.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *
get_id (GeonamesCity *city)
{
  const char *id = NULL;

  if (g_variant_is_of_type (city, G_VARIANT_TYPE_TUPLE) && g_variant_n_children (city) > 0)
    {
      g_autoptr(GVariant) first = g_variant_get_child_value (city, 0);

      if (g_variant_is_of_type (first, G_VARIANT_TYPE_STRING))
        g_variant_get_child (city, 0, "&s", &id);
    }
  if (id == NULL || *id == '\0' || strspn (id, "0123456789") != strlen (id))
    {
      fprintf (stderr, "list-cities: this libgeonames keeps its cities in another way\n");
      exit (1);
    }
  return id;
}

int
main (void)
{
  int n_cities = geonames_get_n_cities ();

  for (int i = 0; i < n_cities; i++)
    {
      g_autoptr(GeonamesCity) city = geonames_get_city (i);

      printf ("%s\t%s\t%u\t%s\n", get_id (city), geonames_city_get_country_code (city),
              geonames_city_get_population (city), geonames_city_get_name (city));
    }
  return 0;
}
