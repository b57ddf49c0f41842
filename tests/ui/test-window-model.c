/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A start without the model that names are recognised by. */

#include "window-fixture.h"

/* Whether a toast that shows says something that begins so. */
static gboolean
is_said (Fixture    *fixture,
         const char *text)
{
  GtkWidget *overlay = fixture_get (fixture, "toast_overlay");

  for (GtkWidget *child = gtk_widget_get_first_child (overlay);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label;

      if (!g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
        continue;
      label = find_of_type (child, GTK_TYPE_LABEL);
      if (label != NULL && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), text))
        return TRUE;
    }
  return FALSE;
}

/* What is said of the model stays, and yet holds up nothing else that is said. */
static void
test_missing (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (is_said (fixture, "Names are recognised by rules alone: "));

  fixture_activate (fixture, "remove-article", NULL);
  wait_until (is_said (fixture, "“Chile and Peru trade more” removed"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (is_said (fixture, "Names are recognised by rules alone: "));
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
