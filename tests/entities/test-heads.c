/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-recognizer.h"

#include <string.h>

/* What an article's first lines name, apart by "|", each behind the first letter of its kind. */
typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} Case;

#define BODY " It said that more fish was sold there than in the year before.\n"

static const Case cases[] = {
  { "dateline/agency-in-brackets", "Fish sells\n\nORMSK, May 27 (Fishwire) -- The market grew." BODY, "l ORMSK|o Fishwire" },
  { "dateline/agency-behind-point", "Fish sells\n\nORMSK. FISHWIRE – The market grew." BODY, "l ORMSK|o FISHWIRE" },
  { "dateline/agency-between-strokes", "Fish sells\n\nORMSK, 04.10. /Fishwire/. The market grew." BODY, "l ORMSK|o Fishwire" },
  { "dateline/agency-with-hyphen", "Fish sells\n\nOrmsk. 3 December. Fishwire-North - The market grew." BODY,
    "l Ormsk|o Fishwire-North" },
  { "dateline/newspaper", "Fish sells\n\nORMSK, (The Fisherman) | The market grew." BODY, "l ORMSK|o The Fisherman" },
  { "dateline/state", "Fish sells\n\nORMSK, Vlt. (Fishwire) — The market grew." BODY, "l ORMSK|l Vlt.|o Fishwire" },
  { "dateline/country", "Fish sells\n\nORMSK, Peru, Oct 5 — The market grew." BODY, "l ORMSK|l Peru" },
  { "dateline/colon", "Fish sells\n\nORMSK: The market grew." BODY, "l ORMSK" },
  { "dateline/two-cities", "Fish sells\n\nORMSK/VELTSK, May 14 - The market grew." BODY, "l ORMSK|l VELTSK" },
  { "dateline/no-city", "Fish sells\n\nUpdate: The market grew." BODY, "" },
  { "dateline/the", "Fish sells\n\nORMSK – The Fish Growers Union met." BODY, "l ORMSK|o Fish Growers Union" },
  { "byline/person", "Fish sells\n\nBy Linnea Frostad\n\nThe market grew." BODY, "p Linnea Frostad" },
  { "byline/two", "Fish sells\n\nBy Linnea Frostad and Yun-ho Tamm\n\nThe market grew." BODY, "p Linnea Frostad|p Yun-ho Tamm" },
  { "byline/place", "Fish sells\n\nBy Linnea Frostad in Ormsk\n\nThe market grew." BODY, "p Linnea Frostad|l Ormsk" },
  { "byline/capitals", "Fish sells\n\nBY LINNEA FROSTAD\n\nThe market grew." BODY, "p LINNEA FROSTAD" },
  { "byline/title", "Fish sells\n\nBy Linnea Frostad, Senior Reporter\n\nThe market grew." BODY, "p Linnea Frostad" },
  { "byline/outlet", "Fish sells\n\nBy Linnea Frostad | Ormsk Star\n\nThe market grew." BODY, "p Linnea Frostad|o Ormsk Star" },
  { "byline/outlet-below", "Fish sells\n\nBy Linnea Frostad\nThe Ormsk Times\n\nThe market grew." BODY,
    "p Linnea Frostad|o The Ormsk Times" },
  { "byline/without-by", "Fish sells\n\nLinnea Frostad, The Ormsk Times\n\nThe market grew." BODY,
    "p Linnea Frostad|o The Ormsk Times" },
  { "byline/outlet-alone", "Fish sells\n\nThe Ormsk Times, 5 March\n\nThe market grew." BODY, "o The Ormsk Times" },
  { "byline/particles", "Fish sells\n\nPosted by Ana da Silveira on 3 July\n\nThe market grew." BODY, "p Ana da Silveira" },
  { "byline/no-person", "Fish sells\n\nBy Staff\n\nThe market grew." BODY, "" },
  { "byline/prose", "Fish sells\n\nBy Monday the market had grown, said Linnea Frostad." BODY, "p Linnea Frostad" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  static const char letters[] = { 'p', 'o', 'l', 'e' };
  g_autoptr(TlText) text = tl_text_new (test->text, -1);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (text);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      g_string_append_printf (found, "%s%c %s", i > 0 ? "|" : "", letters[tl_entity_get_entity_type (entity)],
                              tl_entity_get_name (entity));
    }
  g_assert_cmpstr (found->str, ==, test->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/heads/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
