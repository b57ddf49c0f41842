/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A start without the model that names are recognised by. */

#include "window-fixture.h"

/* What is said of the model stays, and yet holds up nothing else that is said. */
static void
test_missing (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (fixture_find_toast (fixture, "Names are recognised by rules alone: *") != NULL);

  fixture_activate (fixture, "remove-article", NULL);
  wait_until (fixture_find_toast (fixture, "“Chile and Peru trade more” removed") != NULL);
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_find_toast (fixture, "Undone: Removal of “Chile and Peru trade more”") != NULL);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
}

static void
add_tests (void)
{
  fixture_add ("/window/model/missing", test_missing);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRADELINES_MODEL", "/nowhere/none.model", TRUE);
  return fixture_main (argc, argv, add_tests);
}
