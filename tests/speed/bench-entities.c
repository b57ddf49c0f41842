/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-entities LIBRARY [N]: what the page of a large library's entities asks for, in CPU time, and
 * as a multiple of the time in which every name of the library is read once: that does not depend
 * on the machine.  LIBRARY is made with N articles (100000) where it is not there.
 */

#include <stdio.h>
#include <stdlib.h>

#include "measure.h"
#include "news-library.h"
#include "tl-companions.h"
#include "tl-entity-finder.h"
#include "tl-entity-held.h"
#include "tl-entity-office.h"
#include "tl-entity-profile.h"

#define SCREENFUL 24

typedef struct
{
  TlDatabase    *database;
  const char    *words;
  guint          types;
  TlEntityOrder  order;
  TlEntityOrders orders;        /* owned */
  gboolean       keeps_orders;  /* from one time to the next, as where the library does not change */
  GArray        *ids;           /* owned: what was found last */
  GArray        *chosen;        /* owned: entities that are looked at */
  guint          n_found;
  double         base;          /* seconds */
} Run;

static void
read_names (gpointer data)
{
  Run *run = data;
  g_autoptr(TlStatement) statement =
    tl_database_query (run->database, NULL, "SELECT entity_id, key, text FROM name", "");

  run->n_found = 0;
  while (tl_database_step (run->database, statement, NULL))
    run->n_found += sqlite3_column_text (statement, 1) != NULL;
}

static void
find (gpointer data)
{
  Run *run = data;

  if (!run->keeps_orders)
    tl_entity_orders_clear (&run->orders);
  g_clear_pointer (&run->ids, g_array_unref);
  run->ids = tl_entities_find (run->database, run->words, run->types, run->order, &run->orders, NULL,
                               NULL);
  run->n_found = run->ids->len;
}

/* A screenful of rows that nobody has seen yet. */
static void
read_rows (gpointer data)
{
  Run *run = data;
  g_autoptr(TlEntityHeld) held = tl_entity_held_new (run->database);

  for (run->n_found = 0; run->n_found < MIN (SCREENFUL, run->ids->len); run->n_found++)
    g_object_unref (tl_entity_held_get (held, g_array_index (run->ids, gint64, run->n_found)));
}

static void
read_offices (gpointer data)
{
  Run *run = data;

  run->n_found = 0;
  for (guint i = 0; i < MIN (SCREENFUL, run->ids->len); i++)
    {
      g_autofree char *office =
        tl_entity_office_load (run->database, g_array_index (run->ids, gint64, i), NULL, NULL);

      run->n_found += office != NULL;
    }
}

static void
find_companions (gpointer data)
{
  Run *run = data;
  guint n_articles;
  g_autoptr(GPtrArray) found = tl_companions_find (run->database, run->chosen, SCREENFUL, &n_articles,
                                                   NULL, NULL);

  run->n_found = n_articles;
}

static void
load_profile (gpointer data)
{
  Run *run = data;
  g_autoptr(TlEntityProfile) profile =
    tl_entity_profile_load (run->database, g_array_index (run->chosen, gint64, 0), NULL, NULL);

  run->n_found = profile->names->len;
}

static void
show (Run         *run,
      const char  *what,
      MeasureFunc  function)
{
  double seconds = measure_seconds (function, run);

  if (run->base == 0)
    run->base = seconds;
  printf ("%-46s %9.3f ms %8.3f× %8u\n", what, seconds * 1000, seconds / run->base, run->n_found);
  fflush (stdout);
}

static void
show_query (Run           *run,
            const char    *what,
            const char    *words,
            guint          types,
            TlEntityOrder  order)
{
  run->words = words;
  run->types = types;
  run->order = order;
  show (run, what, find);
}

static void
show_lists (Run *run)
{
  show (run, "every name, read once", read_names);
  show_query (run, "all by number, as the page opens", "", 0, TL_ENTITY_ORDER_ARTICLES);
  show (run, "a screenful of rows", read_rows);
  show_query (run, "all by name, for the first time", "", 0, TL_ENTITY_ORDER_NAME);
  run->keeps_orders = TRUE;
  show_query (run, "all by name, once more", "", 0, TL_ENTITY_ORDER_NAME);
  show_query (run, "all by number, once more", "", 0, TL_ENTITY_ORDER_ARTICLES);
  show_query (run, "places", "", 1u << TL_ENTITY_PLACE, TL_ENTITY_ORDER_ARTICLES);
  show_query (run, "places by name", "", 1u << TL_ENTITY_PLACE, TL_ENTITY_ORDER_NAME);
  show_query (run, "a letter", "a", 0, TL_ENTITY_ORDER_ARTICLES);
  show_query (run, "the beginnings of two words", "vi ko", 0, TL_ENTITY_ORDER_ARTICLES);
  show_query (run, "what nothing is called", "qxz", 0, TL_ENTITY_ORDER_ARTICLES);
  show_query (run, "people", "", 1u << TL_ENTITY_PERSON, TL_ENTITY_ORDER_ARTICLES);
  show (run, "the offices of a screenful", read_offices);
}

static void
show_chosen (Run *run)
{
  show_query (run, "all by number", "", 0, TL_ENTITY_ORDER_ARTICLES);
  g_array_append_val (run->chosen, g_array_index (run->ids, gint64, 0));
  show (run, "what is beside the most frequent", find_companions);
  show (run, "all that is known of it", load_profile);
  g_array_append_val (run->chosen, g_array_index (run->ids, gint64, 1));
  show (run, "what is beside the two most frequent", find_companions);
  g_array_index (run->chosen, gint64, 0) = g_array_index (run->ids, gint64, run->ids->len / 2);
  g_array_set_size (run->chosen, 1);
  show (run, "what is beside one in the middle", find_companions);
  show (run, "all that is known of it", load_profile);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GError) error = NULL;
  Run run = { 0 };

  if (argc < 2)
    {
      fputs ("bench-entities LIBRARY [N]\n", stderr);
      return 2;
    }
  library = tl_library_open (argv[1], &error);
  if (library == NULL)
    g_error ("%s", error->message);
  if (tl_library_get_n_articles (library) == 0)
    {
      g_autoptr(News) news = news_new (1);

      news_to_library (news, 0, argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 100000, library);
    }
  run.database = tl_database_open (tl_library_get_path (library), NULL);
  run.chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  show_lists (&run);
  show_chosen (&run);
  tl_entity_orders_clear (&run.orders);
  g_array_unref (run.ids);
  g_array_unref (run.chosen);
  tl_database_unref (run.database);
  return 0;
}
