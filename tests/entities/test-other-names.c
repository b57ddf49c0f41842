/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of aliases.tsv: which lead to one city, and which are no city's. */

#include "tl-gazetteer.h"

static guint32
get_id (const char *name)
{
  g_autoptr(TlText) text = tl_text_new (name, -1);
  g_autoptr(GArray) matches = tl_gazetteer_find (tl_gazetteer_get_default (), text);

  g_assert_cmpuint (matches->len, ==, 1);
  return g_array_index (matches, TlPlaceMatch, 0).place->geoname_id;
}

/* Cities that are found by several names have one id; it needs no list of all cities. */
static void
test_one_id (void)
{
  static const struct
  {
    guint32     id;
    const char *names[5];
  } cases[] = {
    { 1519422, { "Semey", "Semipalatinsk", "SEMIPALATINSK" } },
    { 1526273, { "Astana", "Nur-Sultan", "Tselinograd", "Akmolinsk" } },
    { 627907, { "Gomel", "Homyel", "Homel" } },
    { 1275339, { "Mumbai", "Bombay" } },
    { 1566083, { "Ho Chi Minh City", "Saigon" } },
    { 964420, { "Gqeberha", "Port Elizabeth" } },
    { 1040652, { "Maputo", "Lourenço Marques" } },
    { 703448, { "Kyiv", "Kiev", "KIEV" } },
    { 2925533, { "Frankfurt" } },
    { 4140963, { "Washington", "Washington, D.C.", "Washington DC" } },
    { 1522867, { "Kazakhstan", "Qazaqstan", "Kazakh", "Kazakhs" } },
    { 934841, { "Eswatini", "Swaziland", "Swazi" } },
    { 0, { "Brest Oblast", "European Union", "the Kremlin" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint n = 0; n < G_N_ELEMENTS (cases[i].names) && cases[i].names[n] != NULL; n++)
      {
        g_test_message ("%s", cases[i].names[n]);
        g_assert_cmpuint (get_id (cases[i].names[n]), ==, cases[i].id);
      }
}

/* Other names that are mostly something else, and how many places are found all the same. */
static void
test_other_meanings (void)
{
  static const struct
  {
    const char *text;
    guint       n_cities;
  } cases[] = {
    { "the Lok Sabha; East Turkestan; Iwo Jima", 0 },
    { "a talk by David Bromberg and Vera Danzig", 0 },
    { "from Danzig to Breslau", 2 },
    { "Malacca exports; from Sharjah", 0 },     /* regions */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlText) text = tl_text_new (cases[i].text, -1);
      g_autoptr(GArray) matches = tl_gazetteer_find (tl_gazetteer_get_default (), text);
      guint n_cities = 0;

      for (guint n = 0; n < matches->len; n++)
        n_cities += g_array_index (matches, TlPlaceMatch, n).place->kind == TL_PLACE_CITY;
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (n_cities, ==, cases[i].n_cities);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/other-names/one-id", test_one_id);
  g_test_add_func ("/other-names/other-meanings", test_other_meanings);

  return g_test_run ();
}
